//! Working out what a file would do: each row is read over the record that it is about, in a copy of the workspace that
//! takes in one row after the other, so that rows may name what other rows of the file add.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use serde_json::Value;

use crate::domain::called::Called;
use crate::domain::check::check_one_of_many;
use crate::domain::command::Refusal;
use crate::domain::partner::PartnerId;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::Given;
use crate::sheets::kinds::{self, KINDS, columns, share_heads};
use crate::sheets::mapping::{Mapping, TableMapping, unit};
use crate::sheets::matching::{Match, matching};
use crate::sheets::place::letters;
use crate::sheets::preview::{Fate, Preview, Row, TableCount, told};
use crate::sheets::stated::{at, given, holds_anything, is_total, leave_out_what_stands, names_others, read_columns};
use crate::sheets::table::{Book, Table};
use crate::words;

/// How far planning has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows done.
    pub done: usize,
    /// Rows in all.
    pub of: usize,
    /// Whether that is all.
    pub is_done: bool,
}

/// What was planned: the preview, and the records as they were and as they would be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Planned {
    /// For the person.
    pub preview: Preview,
    /// For the log, in an order in which each fits what is there.
    pub things: Vec<(Option<Thing>, Thing)>,
}

/// A plan that is being worked out.
pub struct Plan {
    book: Arc<Book>,
    mapping: Mapping,
    workspace: Workspace,
    called: Called,
    /// What records said before rows of this file changed them: other rows may still name them so.
    were: BTreeMap<Subject, Thing>,
    heads: BTreeMap<String, PartnerId>,
    known: BTreeSet<String>,
    new_id: fn() -> String,
    queue: VecDeque<Place>,
    waiting: Vec<Place>,
    has_moved: bool,
    of: usize,
    told: Vec<(Place, Row)>,
    things: Vec<(Option<Thing>, Thing)>,
    met: BTreeSet<Subject>,
}

/// A row by its table and its place in it.
type Place = (usize, usize);

impl Plan {
    /// A plan for a file over a workspace. `known` are the names of all records of the log, those out of use too.
    pub fn new(book: Arc<Book>, mapping: Mapping, workspace: Workspace, known: BTreeSet<String>, new_id: fn() -> String) -> Self {
        let mut queue = VecDeque::new();
        for kind in KINDS {
            for (number, (table, mapped)) in book.tables.iter().zip(&mapping.tables).enumerate() {
                if mapped.kind == Some(kind) {
                    queue.extend(
                        (mapped.heads + 1..table.rows.len())
                            .filter(|row| holds_anything(table, mapped, *row))
                            .map(|row| (number, row)),
                    );
                }
            }
        }
        let of = queue.len();
        let called = Called::of(&workspace);
        let heads = share_heads(&workspace).into_iter().map(|(partner, head)| (head, partner)).collect();
        let (waiting, told, things, met, were) = Default::default();
        Self {
            book,
            mapping,
            workspace,
            called,
            were,
            heads,
            known,
            new_id,
            queue,
            waiting,
            has_moved: false,
            of,
            told,
            things,
            met,
        }
    }

    /// Reads some more rows. Those that name what is not there yet are read again once the others have come.
    pub fn step(&mut self, rows: usize) -> Progress {
        let book = Arc::clone(&self.book);
        for _ in 0..rows {
            let Some(place) = self.queue.pop_front().or_else(|| self.next_round()) else { break };
            let Some((table, mapped, kind)) = self.table(&book, place) else { continue };
            let row = self.read(table, &mapped, kind, place.1);
            if row.fate == Fate::Refused {
                self.waiting.push(place);
            } else {
                self.has_moved = true;
            }
            self.told.push((place, row));
        }
        let is_done = self.queue.is_empty() && (self.waiting.is_empty() || !self.has_moved);
        Progress { done: self.told.len().min(self.of), of: self.of, is_done }
    }

    /// What came of it.
    pub fn finish(mut self) -> Planned {
        self.told.order_by_key(|(place, _)| *place);
        let tables = self.book.tables.iter().zip(&self.mapping.tables).map(|(table, mapped)| counted(table, mapped)).collect();
        let notes = self.notes();
        let rows = self.told.into_iter().map(|(_, row)| row).collect();
        Planned { preview: Preview { rows, tables, notes }, things: self.things }
    }

    /// The rows that were refused, once more, where anything has come since.
    fn next_round(&mut self) -> Option<Place> {
        if !self.has_moved {
            return None;
        }
        self.has_moved = false;
        let again = std::mem::take(&mut self.waiting);
        let places: BTreeSet<Place> = again.iter().copied().collect();
        self.told.retain(|(place, _)| !places.contains(place));
        self.queue.extend(again);
        self.queue.pop_front()
    }

    fn table<'b>(&self, book: &'b Book, (number, _): Place) -> Option<(&'b Table, TableMapping, Kind)> {
        let mapped = self.mapping.tables.get(number)?;
        Some((book.tables.get(number)?, mapped.clone(), mapped.kind?))
    }

    fn read(&mut self, table: &Table, mapped: &TableMapping, kind: Kind, number: usize) -> Row {
        let mut row = Row {
            place: format!("{}, row {}", table.name, number + 1),
            name: called(table, mapped, number),
            kind,
            fate: Fate::Refused,
            fields: Vec::new(),
            reasons: Vec::new(),
        };
        match self.understand(table, mapped, kind, number) {
            Ok((before, after)) => {
                row.name = name(&mut self.workspace, &after);
                row.fields = told(&self.workspace, before.as_ref(), &after);
                row.fate = match &before {
                    Some(before) if *before == after => Fate::Same,
                    Some(_) => Fate::Changed,
                    None => Fate::Added,
                };
                self.met.insert(after.subject());
                if row.fate != Fate::Same {
                    self.called.take_in(before.as_ref(), &after);
                    if let Some(before) = &before {
                        self.were.insert(after.subject(), before.clone());
                    }
                    self.workspace.insert(after.clone());
                    self.things.push((before, after));
                }
            }
            Err(refusals) => row.reasons = refusals.iter().map(|refusal| reason(table, mapped, kind, refusal)).collect(),
        }
        row
    }

    fn understand(
        &mut self,
        table: &Table,
        mapped: &TableMapping,
        kind: Kind,
        number: usize,
    ) -> Result<(Option<Thing>, Thing), Vec<Refusal>> {
        let mut given = given(&self.workspace, &self.heads, table, mapped, kind, number)?;
        if is_total(&given) {
            return Err(vec![Refusal::of("", "This looks like a total. Totals are worked out here, and are not brought in.")]);
        }
        let found = matching(&self.workspace, &self.called, &self.known, kind, &given)?;
        given.cells.remove("id");
        let (before, over) = match found {
            Match::Here(thing) => {
                leave_out_what_stands(&self.workspace, &thing, &mut given);
                if names_others(kind, &given) {
                    self.leave_out_what_stood(&thing, &mut given);
                }
                (Some(thing.clone()), thing)
            }
            Match::New(own) => {
                let fresh = || Subject::parse(&format!("{}/{}", kind.key(), (self.new_id)()));
                let blank = own.or_else(fresh).and_then(|subject| kinds::blank(&subject));
                given.keep_what_is_stated();
                (None, blank.ok_or_else(|| vec![Refusal::of("", "No new record could be made of this row.")])?)
            }
        };
        if self.met.contains(&over.subject()) {
            return Err(vec![Refusal::of("", "Another row of this file is about the same. Only one of them can come in.")]);
        }
        if before.is_some() && given.is_empty() {
            return Ok((before, over));
        }
        let after = kinds::read(&self.workspace, &self.called, &over, &given)?;
        let wrong =
            if before.as_ref() == Some(&after) { Vec::new() } else { check_one_of_many(&self.workspace, &self.called, &after) };
        if wrong.is_empty() { Ok((before, after)) } else { Err(wrong) }
    }

    /// Leaves out what a row says word for word as it stood when the file was made, where another row has since given
    /// something it names another name.
    fn leave_out_what_stood(&mut self, thing: &Thing, given: &mut Given) {
        let renamed: Vec<(Thing, Thing)> = named_by(thing)
            .filter_map(|subject| Some((self.were.get(&subject)?.clone(), self.workspace.thing(&subject)?)))
            .collect();
        if renamed.is_empty() {
            return;
        }
        renamed.iter().for_each(|(was, _)| self.workspace.insert(was.clone()));
        leave_out_what_stands(&self.workspace, thing, given);
        renamed.into_iter().for_each(|(_, is)| self.workspace.insert(is));
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for (table, mapped) in self.book.tables.iter().zip(&self.mapping.tables) {
            for (place, column) in read_columns(mapped) {
                let head = table.cell(mapped.heads, place).typed();
                let what = match unit(&head).filter(|_| column.holds == Holds::Money) {
                    Some('k') => "thousands",
                    Some(_) => "millions",
                    None => continue,
                };
                notes.push(format!(
                    "{}, column {}: bare numbers are read in {what} of pounds, as the head \"{head}\" says.",
                    table.name,
                    letters(place)
                ));
            }
        }
        notes
    }
}

/// The records that a record names.
fn named_by(thing: &Thing) -> impl Iterator<Item = Subject> {
    fn texts(value: &Value, into: &mut Vec<Subject>) {
        match value {
            Value::String(text) => into.extend(Subject::parse(text)),
            Value::Array(values) => values.iter().for_each(|value| texts(value, into)),
            Value::Object(values) => values.values().for_each(|value| texts(value, into)),
            _ => {}
        }
    }
    let mut named = Vec::new();
    thing.encode().values().for_each(|value| texts(value, &mut named));
    named.into_iter()
}

/// What to call a row that could not be understood.
fn called(table: &Table, mapped: &TableMapping, row: usize) -> String {
    let said = |key: &str| {
        let place = mapped.columns.iter().position(|column| *column == Some(key))?;
        Some(table.cell(row, place).typed()).filter(|text| !text.is_empty())
    };
    let title = ["title", "name", "reference", "code"].into_iter().find_map(said);
    title.map_or_else(|| "A row without a title".to_owned(), |title| words::count::shortened(&title, 80))
}

/// What the record is called once the row has come in.
fn name(workspace: &mut Workspace, after: &Thing) -> String {
    let subject = after.subject();
    let title = after.title().trim();
    if title.is_empty() { words::name(workspace, &subject) } else { words::count::shortened(title, 80) }
}

/// Why a row is left out, with the column where there is one.
fn reason(table: &Table, mapped: &TableMapping, kind: Kind, refusal: &Refusal) -> String {
    let is_it = |column: &Column| column.key == refusal.field || column.field == refusal.field;
    let known = columns(kind)
        .iter()
        .filter(|column| column.key == refusal.field)
        .chain(columns(kind).iter().filter(|column| is_it(column)));
    let place = known
        .filter(|_| !refusal.field.is_empty())
        .find_map(|column| mapped.columns.iter().position(|key| *key == Some(column.key)));
    match place {
        Some(place) => format!("{}: {}", at(place, &table.cell(mapped.heads, place).typed()), refusal.says),
        None => refusal.says.clone(),
    }
}

fn counted(table: &Table, mapped: &TableMapping) -> TableCount {
    let Some(kind) = mapped.kind else { return TableCount::default() };
    let rows = (mapped.heads + 1..table.rows.len()).filter(|row| holds_anything(table, mapped, *row)).count();
    let is_shown_only = |head: &str| columns(kind).iter().any(|column| !column.is_read && column.head == head);
    let left_out = (0..table.width())
        .filter(|place| mapped.columns.get(*place).is_none_or(Option::is_none))
        .filter(|place| (mapped.heads + 1..table.rows.len()).any(|row| !table.cell(row, *place).is_blank()))
        .map(|place| (place, table.cell(mapped.heads, place).typed()))
        .filter(|(_, head)| !is_shown_only(head))
        .map(|(place, head)| if head.is_empty() { letters(place) } else { head })
        .collect();
    TableCount { rows, left_out }
}
