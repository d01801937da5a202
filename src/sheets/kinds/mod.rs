//! The kinds of record that go into spreadsheets: their columns, a record as cells, and a row over a record.

mod exempt;
mod issue;
mod money;
pub(super) mod names;
mod partner;
mod register;
mod risk;
mod service;
mod shares;
mod source;

use crate::domain::called::Called;
use crate::domain::command::Refusal;
use crate::domain::level::Step;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::Given;
use crate::sheets::table::Cell;
use crate::words;

/// The kinds that go into spreadsheets, each after those that it refers to.
pub const KINDS: [Kind; 5] = [Kind::Partner, Kind::Service, Kind::Money, Kind::Risk, Kind::Issue];

/// The columns of a kind, in their order; none for other kinds.
pub fn columns(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Partner => &partner::COLUMNS,
        Kind::Service => &service::COLUMNS,
        Kind::Money => &money::COLUMNS,
        Kind::Risk => &risk::COLUMNS,
        Kind::Issue => &issue::COLUMNS,
        _ => &[],
    }
}

/// The columns of partners' shares.
pub use shares::{KEY as SHARE, heads as share_heads};
pub(super) use shares::{cell as share, stand as shares_stand};
pub(super) use shares::{is_head as is_share, partner as share_partner};

/// A record as a row of its kind's table.
pub fn cells(workspace: &Workspace, thing: &Thing) -> Vec<Cell> {
    let cells = match thing {
        Thing::Partner(partner) => partner::cells(partner),
        Thing::Service(service) => service::cells(workspace, service),
        Thing::Money(money) => money::cells(workspace, money),
        Thing::Risk(risk) => risk::cells(workspace, risk),
        Thing::Issue(issue) => issue::cells(workspace, issue),
        _ => Vec::new(),
    };
    cells.into_iter().map(fitting).collect()
}

/// What a record says once a row was read over it. Refusals name columns.
pub(super) fn read(workspace: &Workspace, called: &Called, before: &Thing, given: &Given) -> Result<Thing, Vec<Refusal>> {
    match before {
        Thing::Partner(before) => partner::read(workspace, called, before, given).map(Thing::from),
        Thing::Service(before) => service::read(workspace, called, before, given).map(Thing::from),
        Thing::Money(before) => money::read(workspace, called, before, given).map(Thing::from),
        Thing::Risk(before) => risk::read(workspace, called, before, given).map(Thing::from),
        Thing::Issue(before) => issue::read(workspace, called, before, given).map(Thing::from),
        _ => Err(vec![Refusal::of("", "Records of this kind do not come in from spreadsheets.")]),
    }
}

/// A record of a kind of which nothing is stated yet.
pub(super) fn blank(subject: &Subject) -> Option<Thing> {
    Thing::decode(subject.as_str(), &|_| None).map(|(thing, _)| thing)
}

const ID: Column = Column::new(
    "id",
    "",
    "Id",
    Holds::Id,
    "The name by which Concordat knows the row, so that it finds it again when the file comes back.",
);

fn id(id: &impl AsRef<str>) -> Cell {
    Cell::Text(id.as_ref().to_owned())
}

fn label(label: Option<&'static str>) -> Cell {
    Cell::text(label)
}

/// The name of another record; nothing where none is stated.
fn named(workspace: &Workspace, id: Option<&impl AsRef<str>>) -> Cell {
    id.map_or(Cell::Blank, |id| Cell::Text(words::name(workspace, &Subject::from(id))))
}

/// A step of a scale, by its number or its word.
fn step(typed: &str, words: &[String; 4]) -> Result<Step, String> {
    let by_number = typed.parse().ok().and_then(Step::new);
    let by_word = || Step::ALL.into_iter().zip(words).find(|(_, word)| word.eq_ignore_ascii_case(typed)).map(|(step, _)| step);
    by_number.or_else(by_word).ok_or_else(|| format!("\"{typed}\" is none of these: 1 to 4, or {}.", words::count::either(words)))
}

/// A workbook takes at most 32,767 letters in a cell.
fn fitting(cell: Cell) -> Cell {
    const MOST: usize = 32_000;
    match &cell {
        Cell::Text(text) if text.encode_utf16().count() > MOST => {
            let letters = words::number(text.chars().count() as u64);
            Cell::Text(format!(
                "(A text of {letters} letters, too long for a cell: it stands in Concordat and in its bundles. Left as it is here, it stays.)"
            ))
        }
        _ => cell,
    }
}
