//! Records that a file states beside its changes: edited by hand, or without any changes behind them. What they say
//! otherwise is offered, edit by edit; what they leave out means nothing.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::bundle::decode;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::log::{Change, Draft, Log, RecordId, Set, Strict, WITHDRAWN, is_name};
use crate::words;

/// A change takes at most this many records, and about this many bytes of values; more become a run with one batch name.
const RECORDS_IN_A_CHANGE: usize = 200;
const BYTES_IN_A_CHANGE: usize = 60_000;

/// The records in use as a file states them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stated {
    /// By record, what was stated of it.
    pub records: BTreeMap<RecordId, Set>,
    /// What was left out and why, as sentences.
    pub left_out: Vec<String>,
}

/// A field that a file states otherwise than the log behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct HandEdit {
    /// The record.
    pub record: RecordId,
    /// The field.
    pub field: String,
    /// What it says without the edit.
    pub was: Option<Value>,
    /// What the file states.
    pub is: Value,
}

/// An edit by hand as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandTold {
    /// The thing, its kind first.
    pub name: String,
    /// The field, in the words of the screen.
    pub label: String,
    /// What it says without the edit.
    pub was: String,
    /// What the file states.
    pub is: String,
}

impl Stated {
    /// Reads the records in use of a `now`, and what cannot be entered: names that nothing has, kinds and values that this
    /// version does not know.
    pub(super) fn read(now: &str) -> Option<Self> {
        let Strict(value) = serde_json::from_str(now).ok()?;
        let mut stated = Self::default();
        for (kind, records) in value.get("records")?.as_object()? {
            let Some(records) = records.as_object() else { continue };
            for (rest, fields) in records {
                stated.take(kind, rest, fields);
            }
        }
        Some(stated)
    }

    fn take(&mut self, kind: &str, rest: &str, fields: &Value) {
        let (Ok(record), Some(fields)) = (RecordId::new(kind, rest), fields.as_object()) else {
            return self.left_out.push(format!("\"{kind}/{rest}\" is not a record as Concordat writes it. It was left out."));
        };
        let decoded = Thing::decode(record.as_str(), &|field| fields.get(field));
        let Some((_, unread)) = decoded else {
            return self.left_out.push(format!("\"{record}\" is of a kind that this version does not know. It was left out."));
        };
        let is_known =
            |field: &str| Kind::from_key(kind).is_some_and(|kind| kind.fields().iter().any(|known| known.name == field));
        let mut set = Set::new();
        for (field, value) in fields.iter().filter(|(field, _)| *field != WITHDRAWN) {
            if unread.contains(&field.as_str()) {
                let reason = Kind::from_key(kind).and_then(|kind| kind.why_unread(field, value)).unwrap_or_default();
                self.left_out.push(format!("\"{field}\" of \"{record}\": {reason}. It was left out."));
            } else if is_name(field) && is_known(field) {
                set.insert(field.clone(), value.clone());
            }
        }
        self.records.insert(record, set);
    }

    /// What is stated otherwise than a log has it.
    pub fn against(&self, base: &Log) -> Vec<HandEdit> {
        let mut edits = Vec::new();
        for (record, set) in &self.records {
            let found = base.record(record);
            for (field, is) in set {
                let was = found.and_then(|found| found.value(field));
                let says_otherwise = was.map_or(!is.is_null(), |was| was != is);
                if says_otherwise {
                    edits.push(HandEdit { record: record.clone(), field: field.clone(), was: was.cloned(), is: is.clone() });
                }
            }
        }
        edits
    }

    /// All of it as one log, for reading alone: the records as the file states them, in one change.
    pub(super) fn log(&self, draft: Draft) -> Log {
        let edits = self.records.iter().map(|(record, set)| (record.clone(), set.clone())).collect();
        let alone = Log::default();
        Log::of([alone.seal(Draft { edits, ..draft })])
    }
}

/// Edits by hand in words. Things are named as the log or the file names them.
pub fn told(base: &Log, edits: &[HandEdit]) -> Vec<HandTold> {
    let mut names = decode::workspace(base);
    name_the_new(&mut names, edits);
    let tell = |edit: &HandEdit| {
        let kind = Kind::from_key(edit.record.kind());
        let called = Subject::parse(edit.record.as_str()).map_or_else(|| edit.record.to_string(), |it| words::name(&names, &it));
        let value = |value: &Value| words::value(&names, edit.record.kind(), &edit.field, value);
        HandTold {
            name: kind.map_or_else(|| called.clone(), |kind| format!("{}: {called}", kind.label())),
            label: kind.map_or(edit.field.as_str(), |kind| kind.field_label(&edit.field)).to_owned(),
            was: value(edit.was.as_ref().unwrap_or(&Value::Null)),
            is: value(&edit.is),
        }
    };
    edits.iter().map(tell).collect()
}

/// Seals edits over a log's heads, so that they meet later work as concurrent edits: a run of changes, none where there
/// are no edits. The log takes them in.
pub fn seal(base: &mut Log, edits: &[HandEdit], draft: &Draft, batch: &str) -> Vec<Change> {
    let mut runs: Vec<Vec<(RecordId, Set)>> = Vec::new();
    let mut bytes = 0;
    let mut sets: BTreeMap<&RecordId, Set> = BTreeMap::new();
    for edit in edits {
        sets.entry(&edit.record).or_default().insert(edit.field.clone(), edit.is.clone());
    }
    for (record, set) in sets {
        let size: usize = set.iter().map(|(field, value)| field.len() + value.to_string().len()).sum();
        match runs.last_mut() {
            Some(run) if run.len() < RECORDS_IN_A_CHANGE && bytes + size <= BYTES_IN_A_CHANGE => {
                bytes += size;
                run.push((record.clone(), set));
            }
            _ => {
                bytes = size;
                runs.push(vec![(record.clone(), set)]);
            }
        }
    }
    let batch = (runs.len() > 1).then(|| batch.to_owned());
    let mut sealed = Vec::new();
    for edits in runs {
        let change = base.seal(Draft { batch: batch.clone(), edits, ..draft.clone() });
        base.add(change.clone());
        sealed.push(change);
    }
    sealed
}

/// A thing that only the file has is called what the file calls it.
fn name_the_new(names: &mut Workspace, edits: &[HandEdit]) {
    let mut new: BTreeMap<&RecordId, Map<String, Value>> = BTreeMap::new();
    for edit in edits {
        new.entry(&edit.record).or_default().insert(edit.field.clone(), edit.is.clone());
    }
    for (record, fields) in new {
        let is_known = Subject::parse(record.as_str()).is_some_and(|subject| names.thing(&subject).is_some());
        if let Some((thing, _)) = Thing::decode(record.as_str(), &|field| fields.get(field)).filter(|_| !is_known) {
            names.insert(thing);
        }
    }
}
