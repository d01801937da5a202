//! The log itself: a set of changes that only grows, and what they add up to.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use crate::log::change::{Change, Draft, Edit, Over, Set};
use crate::log::code::Code;
use crate::log::fold::{Fold, Record, WITHDRAWN};
use crate::log::id::{ChangeId, RecordId};
use crate::order::OneByOne;
use crate::shed::{Shed, shed_all};

/// A set of changes and the records that they add up to. Two logs with the same changes are the same log,
/// in whatever order the changes came.
#[derive(Debug, Clone, Default)]
pub struct Log {
    pub(super) changes: Vec<Change>,
    pub(super) places: BTreeMap<ChangeId, u32>,
    pub(super) fold: Fold,
    heads: BTreeSet<ChangeId>,
    missing: BTreeSet<ChangeId>,
    /// Whether some change came before one of its parents.
    pub(super) is_out_of_order: bool,
}

/// What came of adding a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is in the log now.
    New,
    /// It was there before; nothing has changed.
    Known,
}

impl Log {
    /// A log of these changes.
    pub fn of(changes: impl IntoIterator<Item = Change>) -> Self {
        let mut log = Self::default();
        for change in changes {
            log.add(change);
        }
        log
    }

    /// Takes in a change. It never removes one, and takes the same one twice without effect.
    pub fn add(&mut self, change: Change) -> Added {
        if self.places.contains_key(&change.id) {
            return Added::Known;
        }
        let Ok(number) = u32::try_from(self.changes.len()) else {
            unreachable!("a device cannot hold four thousand million changes")
        };
        for parent in &change.after {
            if !self.heads.remove(parent) && !self.places.contains_key(parent) {
                self.missing.insert(*parent);
            }
        }
        if self.missing.remove(&change.id) {
            self.is_out_of_order = true;
        } else {
            self.heads.insert(change.id);
        }
        self.places.insert(change.id, number);
        self.changes.push(change);
        let places = &self.places;
        self.fold.add(&self.changes, number, |id| places.get(id).copied());
        Added::New
    }

    /// Seals a draft over what this log shows now: each record once, what is set last counts. The log does not take it in: that is `add`.
    pub fn seal(&self, draft: Draft) -> Change {
        let mut sets: BTreeMap<&RecordId, Set> = BTreeMap::new();
        for (record, set) in &draft.edits {
            sets.entry(record).or_default().extend(set.clone());
        }
        let edits = sets.into_iter().map(|(record, set)| self.edit(record, set)).collect();
        Change::seal(draft, self.heads(), edits)
    }

    /// The value that withdraws a record for a reason, with every head that was seen.
    pub fn withdrawal(&self, record: &RecordId, why: &str) -> serde_json::Value {
        let mut saw = BTreeSet::new();
        if let Some(found) = self.record(record) {
            saw.extend(found.fields().filter(|field| *field != WITHDRAWN).flat_map(|field| found.heads(field)));
        }
        let saw: Vec<_> = saw.iter().map(ToString::to_string).collect();
        serde_json::json!({ "saw": saw, "why": why })
    }

    /// The changes that no other change comes after, sorted.
    pub fn heads(&self) -> Vec<ChangeId> {
        self.heads.iter().copied().collect()
    }

    /// Changes that are named as earlier ones and are not here.
    pub fn missing(&self) -> &BTreeSet<ChangeId> {
        &self.missing
    }

    /// Every change, in the order in which it came to this log.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Every change, in the same order, where the log itself is not needed any more.
    pub fn into_changes(self) -> Vec<Change> {
        self.changes
    }

    /// A change by its id.
    pub fn change(&self, id: &ChangeId) -> Option<&Change> {
        self.changes.get(*self.places.get(id)? as usize)
    }

    /// Whether a change is here.
    pub fn holds(&self, id: &ChangeId) -> bool {
        self.places.contains_key(id)
    }

    /// The ids of all changes, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &ChangeId> {
        self.places.keys()
    }

    /// The ids that come after one in their order; all of them where none is given.
    pub fn ids_after(&self, last: Option<ChangeId>) -> impl Iterator<Item = &ChangeId> {
        let from = last.map_or(Bound::Unbounded, Bound::Excluded);
        self.places.range((from, Bound::Unbounded)).map(|(id, _)| id)
    }

    /// The changes that touched a record, in the order in which they came to this log.
    pub fn touching(&self, record: &RecordId) -> impl Iterator<Item = &Change> {
        let places = self.fold.record(record).map(|folded| folded.touched_by.as_slice()).unwrap_or_default();
        places.iter().filter_map(|place| self.changes.get(*place as usize))
    }

    /// A record by its name, in use or not.
    pub fn record(&self, id: &RecordId) -> Option<Record<'_>> {
        Some(Record { changes: &self.changes, fields: &self.fold.record(id)?.fields })
    }

    /// Whether any change wrote a field of this name on any record.
    pub fn knows_field(&self, name: &str) -> bool {
        self.fold.knows_field(name)
    }

    /// Every record, in use or not, by name.
    pub fn records(&self) -> impl Iterator<Item = (&RecordId, Record<'_>)> {
        self.fold.records().map(|(id, folded)| (id, Record { changes: &self.changes, fields: &folded.fields }))
    }

    /// How many records there are, in use or not.
    pub fn many_records(&self) -> usize {
        self.fold.many_records()
    }

    /// Every record whose name comes after one, in use or not; all of them where none is given.
    pub fn records_after(&self, last: Option<&RecordId>) -> impl Iterator<Item = (&RecordId, Record<'_>)> {
        let records = self.fold.records_after(last);
        records.map(|(id, folded)| (id, Record { changes: &self.changes, fields: &folded.fields }))
    }

    /// The names of every record of a kind, in use or not.
    pub fn records_of<'log>(&'log self, kind: &str) -> impl Iterator<Item = &'log RecordId> + use<'log> {
        self.fold.records_of(kind)
    }

    /// Fields in which people wrote different values apart, and records withdrawn over a later edit (field `withdrawn`).
    pub fn conflicts(&self) -> Vec<(RecordId, String)> {
        self.records().flat_map(|(id, record)| record.conflicts().map(|field| (id.clone(), field.to_owned()))).collect()
    }

    /// The first eight hex digits, as 4–4, of the SHA-256 over the sorted ids of all changes: the same on two devices
    /// exactly when they hold the same changes.
    pub fn code(&self) -> String {
        let mut code = Code::default();
        self.ids().for_each(|id| code.take(id));
        code.short()
    }

    fn edit(&self, record: &RecordId, set: Set) -> Edit {
        let found = self.record(record);
        let over: Over = set
            .keys()
            .filter_map(|field| Some((field.clone(), found.as_ref()?.heads(field))))
            .filter(|(_, heads)| !heads.is_empty())
            .one_by_one();
        Edit { record: record.clone(), set, over }
    }
}

impl Shed for Log {
    fn shed(&mut self, most: usize) -> usize {
        shed_all([&mut self.changes, &mut self.places, &mut self.fold, &mut self.heads, &mut self.missing], most)
    }
}
