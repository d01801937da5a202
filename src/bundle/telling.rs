//! One difference in words: which thing, from what to what, who wrote it and when.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::bundle::decode;
use crate::bundle::preview::{Difference, Sort};
use crate::bundle::survey::Grounds;
use crate::domain::joined::named_by;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::log::{Author, Change, Head, Log, Moment, Record, RecordId, WITHDRAWN};
use crate::order::{InOrder, OneByOne};
use crate::words;

/// The most of a long text that a preview shows.
const LONGEST: usize = 400;

/// A difference as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The record.
    pub record: RecordId,
    /// What kind of thing it is.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// What would happen to it.
    pub sort: Sort,
    /// Its fields that the new changes wrote, in the order in which a person reads them.
    pub fields: Vec<ToldField>,
}

/// What would happen to one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldField {
    /// The field, in the words of the screen.
    pub label: String,
    /// What it says here; none where the thing is new.
    pub was: Option<String>,
    /// What it would say: one value, or each of those in conflict, the one that would be shown first.
    pub is: Vec<Said>,
    /// What arrives and is not shown, since something here has replaced it already or says the same.
    pub unseen: Vec<Said>,
}

/// A value with whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The value in words.
    pub value: String,
    /// Who, and of which council.
    pub by: String,
    /// When, by their own clock.
    pub at: Moment,
    /// The reason, where one was given.
    pub why: Option<String>,
    /// Whether it is here already.
    pub is_here: bool,
}

impl Grounds {
    /// One difference in words. `here` is the log that it was worked out against.
    pub fn tell(&self, here: &Log, difference: &Difference) -> Told {
        let teller = Teller { grounds: self, here, record: &difference.record };
        teller.tell(difference)
    }
}

struct Teller<'a> {
    grounds: &'a Grounds,
    here: &'a Log,
    record: &'a RecordId,
}

impl Teller<'_> {
    fn tell(&self, difference: &Difference) -> Told {
        let name = self.record;
        let mut names = Workspace::default();
        self.bring(&mut names, name);
        let kind = Kind::from_key(name.kind());
        let mut fields = self.fields_to_tell();
        let order = |field: &String| kind.and_then(|kind| kind.fields().iter().position(|known| known.name == field));
        fields.order_by_key(|field| order(field).unwrap_or(usize::MAX));
        let fields = fields.iter().filter_map(|field| self.field(&mut names, difference.sort, field)).collect();
        let called = Subject::parse(name.as_str()).map_or_else(|| name.to_string(), |subject| self.called(&names, &subject));
        Told {
            record: name.clone(),
            kind: kind.map_or_else(|| name.kind().to_owned(), |kind| kind.label().to_owned()),
            name: called,
            sort: difference.sort,
            fields,
        }
    }

    /// The name in the words of the page, without the mark that it is withdrawn: that is said beside it.
    fn called(&self, names: &Workspace, subject: &Subject) -> String {
        let title = decode::out_of_use(self.grounds.after(), self.record).map(|thing| thing.title().to_owned());
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| words::name(names, subject))
    }

    /// Fields of the record that changes write which are not here, and those in conflict: an edit may also stand against
    /// an earlier withdrawal.
    fn fields_to_tell(&self) -> Vec<String> {
        let edits = self.new_changes().flat_map(|change| &change.edits).filter(|edit| edit.record == *self.record);
        let mut fields: BTreeSet<&str> = edits.flat_map(|edit| edit.set.keys().map(String::as_str)).one_by_one();
        let now: Vec<_> = self.here.record(self.record).iter().flat_map(Record::conflicts).collect();
        let then = self.grounds.after().record(self.record);
        fields.extend(then.iter().flat_map(Record::conflicts).filter(|field| !now.contains(field)));
        fields.into_iter().map(str::to_owned).collect()
    }

    fn new_changes(&self) -> impl Iterator<Item = &Change> {
        self.grounds.coming.touching(self.record).filter(|change| !self.here.holds(&change.id))
    }

    fn field(&self, names: &mut Workspace, sort: Sort, field: &str) -> Option<ToldField> {
        let then = self.grounds.after().record(self.record)?.reading(field)?;
        let now = self.here.record(self.record);
        let was = now.map(|now| self.in_words(names, field, now.value(field).unwrap_or(&Value::Null)));
        let shown = if then.is_conflict() || (field == WITHDRAWN && sort == Sort::Conflict) { then.heads.len() } else { 1 };
        let is: Vec<Said> = then.heads.iter().take(shown).map(|head| self.said(names, field, head)).collect();
        let is_as_was = is.len() == 1 && is.first().is_some_and(|is| Some(&is.value) == was.as_ref());
        // A withdrawal for the same reason as before says something all the same: by now everything was seen.
        if sort == Sort::Conflict || (sort != Sort::Unseen && (!is_as_was || field == WITHDRAWN)) {
            return Some(ToldField { label: self.label(field), was, is, unseen: Vec::new() });
        }
        let mut unseen = Vec::new();
        for change in self.new_changes() {
            let written = self.grounds.coming.written(&change.id, self.record, field);
            if let Some(value) = written {
                unseen.push(self.said(names, field, &Head { change, value }));
            }
        }
        (sort == Sort::Unseen).then(|| ToldField { label: self.label(field), was, is, unseen })
    }

    fn said(&self, names: &mut Workspace, field: &str, head: &Head<'_>) -> Said {
        Said {
            value: self.in_words(names, field, head.value),
            by: by(&head.change.by),
            at: head.change.at,
            why: head.change.why.clone(),
            is_here: self.here.holds(&head.change.id),
        }
    }

    fn in_words(&self, names: &mut Workspace, field: &str, value: &Value) -> String {
        if field == WITHDRAWN && value.is_null() {
            return "In use".to_owned();
        }
        self.bring_named(names, value);
        words::count::shortened(&words::value(names, self.record.kind(), field, value), LONGEST)
    }

    fn label(&self, field: &str) -> String {
        match field {
            WITHDRAWN => "Withdrawn".to_owned(),
            _ => Kind::from_key(self.record.kind()).map_or(field, |kind| kind.field_label(field)).to_owned(),
        }
    }

    /// Puts a record where names are looked up, with what its own name is made of.
    fn bring(&self, names: &mut Workspace, name: &RecordId) {
        let after = self.grounds.after();
        let log = if after.record(name).is_some() { after } else { self.log_of(name) };
        decode::refresh(names, log, name);
        for part in named_by(name.kind(), name.rest()) {
            if let Ok(part) = part.as_str().parse() {
                decode::refresh(names, self.log_of(&part), &part);
            }
        }
        if name.kind() != "workspace" && names.about.is_empty() {
            // Scores are read by the words of the workspace's own matrix.
            if let Some(settings) = &self.grounds.settings {
                decode::refresh(names, self.log_of(settings), settings);
            }
        }
    }

    /// Every record that a value names.
    fn bring_named(&self, names: &mut Workspace, value: &Value) {
        match value {
            Value::String(text) => {
                let named = text.parse::<RecordId>().ok().filter(|name| self.log_of(name).record(name).is_some());
                if let Some(name) = named {
                    self.bring(names, &name);
                }
            }
            Value::Array(all) => all.iter().for_each(|value| self.bring_named(names, value)),
            Value::Object(all) => all.values().for_each(|value| self.bring_named(names, value)),
            _ => {}
        }
    }

    /// Where a record is known that would not be touched, or would be new.
    fn log_of(&self, name: &RecordId) -> &Log {
        if self.here.record(name).is_some() { self.here } else { &self.grounds.coming }
    }
}

/// Who, and of which council where one was given that says more than the name.
pub fn by(author: &Author) -> String {
    if author.council.is_empty() || author.council == author.name {
        author.name.clone()
    } else {
        format!("{}, {}", author.name, author.council)
    }
}
