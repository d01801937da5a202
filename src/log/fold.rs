//! Records as the changes leave them: for each field, the writes that nothing has replaced.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde_json::Value;

use crate::log::change::Change;
use crate::log::id::{ChangeId, RecordId};

/// The field that takes a record out of use: `{why, saw: [heads of every field]}`, or null once it is kept.
pub const WITHDRAWN: &str = "withdrawn";

/// A write of a field that nothing has replaced: which change, and which of its edits, by place in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Write {
    pub(super) change: u32,
    pub(super) edit: u32,
}

/// A field as it stands: its heads, and what was said to be replaced before it arrived.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Field {
    pub(super) heads: Vec<Write>,
    pub(super) gone: Vec<ChangeId>,
}

pub(super) type Fields = BTreeMap<String, Field>;

/// A record's fields, and the places of the changes that touched it, so that its history needs no search.
#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    pub(super) fields: Fields,
    pub(super) touched_by: Vec<u32>,
}

/// All records by name.
#[derive(Debug, Clone, Default)]
pub(super) struct Fold {
    pub(super) records: BTreeMap<RecordId, Folded>,
}

/// One head of a field: a value that some change wrote and none has replaced.
#[derive(Debug, Clone, Copy)]
pub struct Head<'log> {
    /// The change that wrote it.
    pub change: &'log Change,
    /// What it wrote.
    pub value: &'log Value,
}

/// What a field says now.
#[derive(Debug, Clone)]
pub struct Reading<'log> {
    /// Every head, the one in force first: the latest by stated time, ties by id.
    pub heads: Vec<Head<'log>>,
}

/// A record as the log leaves it.
#[derive(Debug, Clone, Copy)]
pub struct Record<'log> {
    pub(super) changes: &'log [Change],
    pub(super) fields: &'log Fields,
}

/// Whether a record is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In use.
    Kept,
    /// Taken out of use.
    Withdrawn,
    /// Taken out of use by someone who had not seen a later edit: keep or remove.
    Disputed,
}

impl Fold {
    /// Takes in one change; the ids of its own and earlier changes are looked up with `place`.
    pub(super) fn add(&mut self, changes: &[Change], number: u32, place: impl Fn(&ChangeId) -> Option<u32>) {
        let Some(change) = changes.get(number as usize) else {
            return;
        };
        for (edit_number, edit) in (0_u32..).zip(&change.edits) {
            let folded = found_or_new(&mut self.records, &edit.record);
            folded.touched_by.push(number);
            for name in edit.set.keys() {
                let field = found_or_new(&mut folded.fields, name);
                for replaced in edit.over.get(name).into_iter().flatten() {
                    match place(replaced) {
                        Some(known) if known < number => field.heads.retain(|head| head.change != known),
                        _ => field.gone.push(*replaced),
                    }
                }
                if field.gone.is_empty() || !field.gone.contains(&change.id) {
                    field.heads.push(Write { change: number, edit: edit_number });
                }
            }
        }
    }
}

impl<'log> Record<'log> {
    /// The names of its fields that any change wrote.
    pub fn fields(&self) -> impl Iterator<Item = &'log str> + use<'log> {
        self.fields.keys().map(String::as_str)
    }

    /// What a field says, or nothing where it was never written.
    pub fn reading(&self, field: &str) -> Option<Reading<'log>> {
        let field_name = field;
        let mut heads: Vec<Head<'log>> =
            self.fields.get(field)?.heads.iter().filter_map(|write| head(self.changes, *write, field_name)).collect();
        if heads.len() > 1 {
            heads.sort_by_key(|head| Reverse((head.change.at, head.change.id)));
        }
        (!heads.is_empty()).then_some(Reading { heads })
    }

    /// The value in force; null and never written are both nothing.
    pub fn value(&self, field: &str) -> Option<&'log Value> {
        let writes = &self.fields.get(field)?.heads;
        let value = match writes.as_slice() {
            [only] => head(self.changes, *only, field)?.value,
            _ => self.reading(field)?.in_force()?.value,
        };
        (!value.is_null()).then_some(value)
    }

    /// The changes that hold a field's heads.
    pub fn heads(&self, field: &str) -> Vec<ChangeId> {
        let writes = self.fields.get(field).map(|field| field.heads.as_slice()).unwrap_or_default();
        let mut ids: Vec<_> = writes.iter().filter_map(|write| Some(self.changes.get(write.change as usize)?.id)).collect();
        ids.sort_unstable();
        ids
    }

    /// Fields in which people wrote different values apart; `withdrawn` too where someone changed it unseen.
    /// A record that is out of use has none: nobody has to settle what nobody sees.
    pub fn conflicts(&self) -> impl Iterator<Item = &'log str> + use<'log> {
        let record = *self;
        let standing = self.standing();
        let fields = self.fields.iter().filter(move |_| standing != Standing::Withdrawn);
        fields.filter_map(move |(name, field)| {
            let conflict = match name.as_str() {
                WITHDRAWN => standing == Standing::Disputed,
                _ => field.heads.len() > 1 && record.reading(name).is_some_and(|reading| reading.is_conflict()),
            };
            conflict.then_some(name.as_str())
        })
    }

    /// Whether it is in use, withdrawn, or withdrawn by someone who had not seen a later edit.
    pub fn standing(&self) -> Standing {
        let Some(withdrawn) = self.reading(WITHDRAWN) else {
            return Standing::Kept;
        };
        let Some(last) = withdrawn.in_force().filter(|head| !head.value.is_null()) else {
            return if withdrawn.is_conflict() { Standing::Disputed } else { Standing::Kept };
        };
        let saw: Vec<_> =
            last.value.get("saw").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let unseen = |write: &Write| {
            let Some(change) = self.changes.get(write.change as usize) else {
                return false;
            };
            change.id != last.change.id && !saw.contains(&change.id.to_string().as_str())
        };
        let overlooked = self.fields.iter().any(|(name, field)| name != WITHDRAWN && field.heads.iter().any(unseen));
        if overlooked || withdrawn.is_conflict() { Standing::Disputed } else { Standing::Withdrawn }
    }
}

impl<'log> Reading<'log> {
    /// The head that is shown: the latest by stated time, ties by id.
    pub fn in_force(&self) -> Option<Head<'log>> {
        self.heads.first().copied()
    }

    /// Whether people wrote different values apart and nobody has settled it.
    pub fn is_conflict(&self) -> bool {
        self.heads.iter().skip(1).any(|head| self.heads.first().is_some_and(|first| first.value != head.value))
    }
}

/// The name is copied only where it is new.
fn found_or_new<'m, Name: Ord + Clone, Kept: Default>(map: &'m mut BTreeMap<Name, Kept>, name: &Name) -> &'m mut Kept {
    if !map.contains_key(name) {
        map.insert(name.clone(), Kept::default());
    }
    match map.get_mut(name) {
        Some(kept) => kept,
        None => unreachable!("put there just now where it was not"),
    }
}

fn head<'log>(changes: &'log [Change], write: Write, field: &str) -> Option<Head<'log>> {
    let change = changes.get(write.change as usize)?;
    let value = change.edits.get(write.edit as usize)?.set.get(field)?;
    Some(Head { change, value })
}
