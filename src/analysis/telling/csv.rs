//! The table of lines as a file that spreadsheets read.

use crate::analysis::savings::{Counts, Row};
use crate::analysis::telling::row::{Told, told};
use crate::domain::money::MoneyKind;
use crate::domain::pence::Pence;
use crate::domain::workspace::Workspace;
use crate::words;
use crate::words::money::Unit;

const HEADS: [&str; 16] = [
    "Kind",
    "Basis",
    "Line",
    "In the sum",
    "Part of or beside",
    "Who",
    "Year",
    "Amount in pounds",
    "Up to in pounds",
    "Recurring",
    "Cashable",
    "Covers",
    "Source",
    "Dated",
    "To be seen beside it",
    "Commentary",
];

/// Rows of several kinds one under the other, each with the same columns. Amounts are plain numbers of pounds.
pub fn csv(workspace: &Workspace, sections: &[(MoneyKind, Vec<Row>)]) -> String {
    let heads = HEADS.iter().map(|head| (*head).to_owned()).collect();
    let rows = sections.iter().flat_map(|(kind, rows)| rows.iter().map(|row| cells(workspace, *kind, row).to_vec()));
    words::csv::csv(std::iter::once(heads).chain(rows))
}

fn cells(workspace: &Workspace, kind: MoneyKind, row: &Row) -> [String; 16] {
    let Told { relation, title, who, basis, recurrence, cash, covers, source, flags, commentary, .. } =
        told(workspace, row, Unit::Pounds);
    let record = row.line.as_ref().and_then(|id| workspace.money.get(id));
    let dated = record.and_then(|line| line.source.as_ref()?.dated);
    let in_sum = if row.counts == Counts::Yes { "yes" } else { "no" };
    [
        kind.label().to_owned(),
        basis,
        title,
        in_sum.to_owned(),
        relation.to_owned(),
        who,
        row.year.map(|year| year.to_string()).unwrap_or_default(),
        pounds(row.amount),
        row.up_to.map(pounds).unwrap_or_default(),
        recurrence,
        cash,
        covers,
        source,
        dated.map(|day| day.to_string()).unwrap_or_default(),
        flags.join("; "),
        commentary.join(" "),
    ]
}

/// `-1234.50`: no sign of money, no thousands set apart.
fn pounds(amount: Pence) -> String {
    let (sign, size) = (if amount.0 < 0 { "-" } else { "" }, amount.0.unsigned_abs());
    format!("{sign}{}.{:02}", size / 100, size % 100)
}
