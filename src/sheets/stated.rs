//! What a row of a table states: its cells as typed, cleared fields told from blank cells, and what stands here already
//! left out.

use std::collections::BTreeMap;

use crate::domain::command::Refusal;
use crate::domain::partner::PartnerId;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Given, Share};
use crate::sheets::kinds::{self, SHARE, columns, share_partner, shares_stand};
use crate::sheets::mapping::{TableMapping, unit};
use crate::sheets::place::letters;
use crate::sheets::table::{Cell, Table};
use crate::words::{self, NOT_HERE, NOT_STATED};

/// The columns of a table that are read, with their places.
pub(super) fn read_columns(mapped: &TableMapping) -> impl Iterator<Item = (usize, &'static Column)> {
    let all = mapped.kind.map(columns).unwrap_or_default();
    let read = mapped.columns.iter().enumerate().filter_map(|(place, key)| Some((place, (*key)?)));
    read.filter_map(|(place, key)| Some((place, all.iter().find(|column| column.key == key)?)))
}

pub(super) fn holds_anything(table: &Table, mapped: &TableMapping, row: usize) -> bool {
    read_columns(mapped).any(|(place, _)| !table.cell(row, place).is_blank())
}

/// What a row states: nothing in blank cells, an empty text where a field is to be cleared. `heads` are those of the
/// partners' shares as a file from here has them.
pub(super) fn given(
    workspace: &Workspace,
    heads: &BTreeMap<String, PartnerId>,
    table: &Table,
    mapped: &TableMapping,
    kind: Kind,
    row: usize,
) -> Result<Given, Vec<Refusal>> {
    let mut given = Given::default();
    let mut wrong = Vec::new();
    for (place, column) in read_columns(mapped) {
        let cell = table.cell(row, place);
        // A name that was left out of the file says nothing of what stands here.
        let holds_names = column.holds == Holds::Names || column.key == "split";
        if cell.is_blank() || (holds_names && cell.typed().contains(NOT_HERE)) {
            continue;
        }
        let head = table.cell(mapped.heads, place).typed();
        match stated(column, cell, unit(&head)) {
            Ok(typed) if column.key == SHARE => {
                let place = at(place, &head);
                match heads.get(&head).cloned().map_or_else(|| share_partner(workspace, &head), Ok) {
                    Ok(partner) => given.shares.push(Share { partner, typed, place }),
                    Err(says) => wrong.push(Refusal::of("", format!("{place}: {says}"))),
                }
            }
            Ok(text) => drop(given.cells.insert(column.key, text)),
            Err(says) if column.key == SHARE => wrong.push(Refusal::of("", format!("{}: {says}", at(place, &head)))),
            Err(says) => wrong.push(Refusal::of(column.key, says)),
        }
    }
    let is_paper_alone = !mapped.columns.contains(&Some("source-paragraph"));
    if let Some(place) = given.get("source").filter(|_| is_paper_alone && kind != Kind::Partner)
        && let Some((paper, paragraph)) = words::typed::paper_and_paragraph(place)
    {
        given.cells.insert("source", paper);
        given.cells.extend(paragraph.map(|paragraph| ("source-paragraph", paragraph)));
    }
    if wrong.is_empty() { Ok(given) } else { Err(wrong) }
}

fn stated(column: &Column, cell: &Cell, unit: Option<char>) -> Result<String, String> {
    let typed = cell.typed();
    if typed.eq_ignore_ascii_case(NOT_STATED) {
        return Ok(String::new());
    }
    match (cell, column.holds) {
        (Cell::Fault(fault), _) => {
            Err(format!("The spreadsheet shows an error here ({fault}). Put its formula right, or type the value."))
        }
        (Cell::Day(day), Holds::Year) => Err(format!(
            "The spreadsheet has made a date of this ({}). Write the financial year as text, such as 2010/2011.",
            words::date::long(*day)
        )),
        (Cell::Day(day), Holds::Line | Holds::Text | Holds::Names) => Ok(words::date::long(*day)),
        (_, Holds::Money) => Ok(amount(&typed, unit)),
        (_, Holds::Text) => Ok(typed.replace("\r\n", "\n").replace('\r', "\n")),
        (_, Holds::Line | Holds::Choice | Holds::Names) => {
            Ok(typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
        }
        _ => Ok(typed),
    }
}

/// Brackets are how spreadsheets write a minus; a bare number is in the unit that its head states.
fn amount(typed: &str, unit: Option<char>) -> String {
    let inner = typed.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let mut text = inner.map_or_else(|| typed.to_owned(), |inner| format!("-{}", inner.trim()));
    let is_bare = text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-' | '−'));
    if let Some(unit) = unit.filter(|_| is_bare && !text.is_empty()) {
        text.push(unit);
    }
    text
}

/// Where a column stands, and what stands above it.
pub(super) fn at(place: usize, head: &str) -> String {
    format!("Column {} ({head})", letters(place))
}

/// What a row says that stands here already, word for word, states nothing: it may name what cannot be found by its name.
pub(super) fn leave_out_what_stands(workspace: &Workspace, thing: &Thing, given: &mut Given) {
    let all = columns(thing.kind());
    for (column, cell) in all.iter().zip(kinds::cells(workspace, thing)) {
        let stands = stated(column, &cell, None).unwrap_or_default();
        if given.get(column.key).is_some_and(|text| *text == stands || is_same_number(text, &stands, column.holds)) {
            given.cells.remove(column.key);
        }
    }
    // Under another rule the same figures mean something else.
    if let Thing::Money(line) = thing
        && given.get("split-rule").is_none()
        && shares_stand(line, &given.shares)
    {
        given.shares.clear();
    }
}

/// Whether a row still names other records, or the shares of a split, by what they are called.
pub(super) fn names_others(kind: Kind, given: &Given) -> bool {
    let by_name = |column: &&Column| column.holds == Holds::Names || column.key == "split";
    columns(kind).iter().filter(by_name).any(|column| given.get(column.key).is_some_and(|text| !text.is_empty()))
}

fn is_same_number(text: &str, stands: &str, holds: Holds) -> bool {
    match holds {
        Holds::Money => words::typed::amount(text).is_ok_and(|amount| words::typed::amount(stands).as_ref() == Ok(&amount)),
        Holds::Day => words::typed::date(text).is_ok_and(|day| words::typed::date(stands).as_ref() == Ok(&day)),
        _ => false,
    }
}

pub(super) fn is_total(given: &Given) -> bool {
    let title = given.get("title").or_else(|| given.get("name")).map(|title| title.to_lowercase());
    let Some(title) = title.filter(|_| given.get("id").is_none()) else { return false };
    let title = title.trim_end_matches([':', ' ']).replace(['-', ' '], "");
    matches!(title.as_str(), "total" | "totals" | "grandtotal" | "subtotal" | "sum")
}
