//! A new workspace from what stands now in another, with chosen texts left out: for what must not be kept for ever.
//!
//! No change of the old one goes in, so nothing that was written before can be read from the new one. The two are told
//! apart ever after: the new one has a name of its own, and shares no change with the old.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::domain::about::About;
use crate::domain::record::Record;
use crate::log::{Author, Draft, Log, Moment, RecordId, Set, Standing, WITHDRAWN};

/// A change takes at most so many records and bytes.
const RECORDS: usize = 200;
const BYTES: usize = 60_000;
/// What stands where a text was that its field cannot be without.
const LEFT_OUT: &str = "Left out";

/// A text somewhere in a field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text {
    /// The record.
    pub record: RecordId,
    /// The field.
    pub field: String,
    /// The text itself.
    pub says: String,
}

/// How a workspace begins anew.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// The part of its name after the kind.
    pub workspace: String,
    /// When, by whom: whoever starts it afresh.
    pub at: Moment,
    /// Who that is.
    pub by: Author,
    /// The body or office that decided it, and why.
    pub decided: String,
    /// The name of the run of changes.
    pub batch: String,
}

/// The texts that stand now and hold these words, whatever their case.
pub fn texts_with(log: &Log, words: &str) -> Vec<Text> {
    let wanted = words.trim().to_lowercase();
    let mut found = BTreeSet::new();
    if wanted.is_empty() {
        return Vec::new();
    }
    for (id, record) in in_use(log) {
        for field in record.fields() {
            let Some(value) = record.value(field) else { continue };
            texts(value, &mut |text| {
                if text.to_lowercase().contains(&wanted) && text.parse::<RecordId>().is_err() {
                    found.insert(Text { record: id.clone(), field: field.to_owned(), says: text.to_owned() });
                }
            });
        }
    }
    found.into_iter().collect()
}

/// The log of the new workspace. Its changes say from which code it came and who decided.
pub fn afresh(log: &Log, left_out: &BTreeSet<Text>, beginning: &Beginning) -> Log {
    let code = log.code();
    let why = format!("Started afresh from {code}. Decided by {}", beginning.decided);
    let mut runs: Vec<Vec<(RecordId, Set)>> = Vec::new();
    let mut bytes = 0;
    let mut put = |edit: (RecordId, Set)| {
        let size: usize = edit.1.iter().map(|(field, value)| field.len() + value.to_string().len()).sum();
        match runs.last_mut() {
            Some(run) if run.len() < RECORDS && bytes + size <= BYTES => {
                bytes += size;
                run.push(edit);
            }
            _ => {
                bytes = size;
                runs.push(vec![edit]);
            }
        }
    };
    // The settings come first: they make it a workspace, and there is one record of them.
    let (settings, others): (Vec<_>, Vec<_>) = in_use(log).partition(|(id, _)| id.kind() == About::KIND);
    let new_name = RecordId::new(About::KIND, &beginning.workspace).ok();
    let settings = settings.into_iter().take(1).filter_map(|(id, record)| Some((new_name.clone()?, id, record)));
    let others = others.into_iter().map(|(id, record)| (id.clone(), id, record));
    for (name, id, record) in settings.chain(others) {
        let fields = record.fields().filter(|field| *field != WITHDRAWN).filter_map(|field| Some((field, record.value(field)?)));
        let set: Set = fields.filter_map(|(field, value)| Some((field.to_owned(), kept(left_out, id, field, value)?))).collect();
        if !set.is_empty() {
            put((name, set));
        }
    }
    let batch = (runs.len() > 1).then(|| beginning.batch.clone());
    let mut new = Log::default();
    for edits in runs {
        let draft = Draft { at: beginning.at, by: beginning.by.clone(), why: Some(why.clone()), batch: batch.clone(), edits };
        let change = new.seal(draft);
        new.add(change);
    }
    new
}

fn in_use(log: &Log) -> impl Iterator<Item = (&RecordId, crate::log::Record<'_>)> {
    log.records().filter(|(_, record)| record.standing() != Standing::Withdrawn)
}

/// What is kept of a field: nothing of a text that is left out, and of what is decided in one act all but the text.
fn kept(left_out: &BTreeSet<Text>, record: &RecordId, field: &str, value: &Value) -> Option<Value> {
    let is_out = |text: &str| left_out.contains(&Text { record: record.clone(), field: field.to_owned(), says: text.to_owned() });
    match value {
        Value::String(text) => (!is_out(text)).then(|| value.clone()),
        Value::Array(items) => Some(Value::Array(items.iter().filter_map(|item| kept(left_out, record, field, item)).collect())),
        Value::Object(fields) => {
            let part = |value: &Value| match value {
                Value::String(text) if is_out(text) => Value::String(LEFT_OUT.to_owned()),
                other => kept(left_out, record, field, other).unwrap_or_default(),
            };
            Some(Value::Object(fields.iter().map(|(key, value)| (key.clone(), part(value))).collect()))
        }
        other => Some(other.clone()),
    }
}

fn texts<'v>(value: &'v Value, take: &mut impl FnMut(&'v str)) {
    match value {
        Value::String(text) => take(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, take)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, take)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
