//! The first sheet of a workbook: what the file is, how to send it back, and what every column means.

use crate::sheets::book::{Facts, ForWhom};
use crate::sheets::column::Column;
use crate::sheets::kinds::{KINDS, SHARE, columns};
use crate::sheets::table::{Cell, Table};
use crate::words;

/// What the first sheet is called.
pub const NAME: &str = "About this file";

/// The first sheet. Shares stand in a column for each partner, or in one text where there are too many.
pub(super) fn first(facts: &Facts, has_columns_of_shares: bool) -> Table {
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut rows = Vec::new();
    if let ForWhom::Named(recipient) = &facts.for_whom {
        rows.push(vec![text("EXEMPT"), Cell::Text(format!("This file holds exempt items. It was made for: {recipient}."))]);
    }
    rows.push(vec![text("Workspace"), Cell::Text(facts.title.clone())]);
    if facts.is_sample {
        rows.push(vec![text("Sample"), text("These are sample figures, from published papers.")]);
    }
    rows.push(vec![text("Code"), Cell::Text(facts.code.clone())]);
    rows.push(vec![text("As at"), Cell::Day(facts.as_at)]);
    rows.push(vec![text("Made on"), Cell::Day(facts.made)]);
    if let ForWhom::WithoutExempt { left_out } = facts.for_whom
        && left_out > 0
    {
        let says = format!("{} left out.", words::sentence(&words::count(left_out, "exempt item is", "exempt items are")));
        rows.push(vec![text("Exempt items"), Cell::Text(says)]);
    }
    let notes = [
        (
            "What it is",
            "The rows of a Concordat workspace, a sheet for each kind. The history and everything else stands in the bundle.",
        ),
        (
            "Sending it back",
            "Change what is to be changed, add rows below, and bring the file in on the Files page. Nothing changes until you say so there.",
        ),
        ("Blank cells", "A blank cell changes nothing. Type \"not stated\" to clear a field."),
        ("Rows left out", "Nothing is withdrawn because a row is not in the file."),
    ];
    rows.extend(notes.map(|(head, says)| vec![text(head), text(says)]));
    rows.push(Vec::new());
    rows.push(["Sheet", "Column", "What it means", "How it is written"].map(text).into());
    for kind in KINDS {
        let is_there = |column: &&Column| column.key != if has_columns_of_shares { "split" } else { SHARE };
        for column in columns(kind).iter().filter(is_there) {
            let how = if column.is_read { column.holds.how() } else { "Shown only." };
            rows.push([kind.plural(), column.head, column.means, how].map(text).into());
        }
    }
    Table { name: NAME.to_owned(), rows }
}
