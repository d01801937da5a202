//! What happened to a record, step by step, and the log as it stood earlier.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use serde_json::Value;

use crate::log::change::Change;
use crate::log::id::{ChangeId, RecordId};
use crate::log::merge::Log;
use crate::log::moment::Moment;
use crate::order::{InOrder, OneByOne};

/// One field of one record, set by one change.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'log> {
    /// The change.
    pub change: &'log Change,
    /// The field.
    pub field: &'log str,
    /// What it replaced: one value as a rule, none where the field is new, several where it settled a conflict.
    pub was: Vec<&'log Value>,
    /// What it set.
    pub is: &'log Value,
}

/// An earlier part of a log.
#[derive(Debug, Clone)]
pub struct AsAt {
    /// The log as it stood.
    pub log: Log,
    /// Changes whose own clock claims a time over a day after they reached this device; they were placed after their parents.
    pub misfits: Vec<ChangeId>,
}

impl Log {
    /// Every step of a record's fields, those with earlier reckoned changes first.
    pub fn history(&self, record: &RecordId) -> Vec<Step<'_>> {
        let mut changes: Vec<_> = self.touching(record).collect();
        changes.order_by_key(|change| (change.at, self.places.get(&change.id)));
        changes.into_iter().flat_map(|change| self.steps_of(change, record)).collect()
    }

    /// What one change did to one record, field by field.
    pub fn steps_of<'log>(&'log self, change: &'log Change, record: &RecordId) -> Vec<Step<'log>> {
        let edits = change.edits.iter().enumerate().filter(|(_, edit)| edit.record == *record);
        edits.flat_map(|(place, edit)| edit.set.keys().filter_map(move |field| self.step(change, place, field))).collect()
    }

    /// The changes made before `end`, by reckoned time: the later of a change's own clock and its parents' reckoned
    /// times. A clock over a day ahead of when the change reached this device (`arrived`) is left aside.
    pub fn as_at(&self, end: Moment, arrived: impl Fn(&ChangeId) -> Moment) -> AsAt {
        self.as_at_of(end, arrived, |_| true)
    }

    /// The same for some records alone. Only changes that touch one of them are folded, which in a log of many kinds is
    /// most of the work; what the result says of other records is not the whole of it.
    pub fn as_at_of(&self, end: Moment, arrived: impl Fn(&ChangeId) -> Moment, concerns: impl Fn(&RecordId) -> bool) -> AsAt {
        let (reckoned, misfits) = self.reckoned(arrived);
        let before = self.changes.iter().zip(&reckoned).filter(|(_, time)| time.is_some_and(|time| time < end));
        let touching = before.filter(|(change, _)| change.edits.iter().any(|edit| concerns(&edit.record)));
        AsAt { log: Log::of(touching.map(|(change, _)| change.clone())), misfits }
    }

    /// The records that any change touched which is not among those made before `end`: every other record stands now as
    /// it stood then.
    pub fn touched_since(&self, end: Moment, arrived: impl Fn(&ChangeId) -> Moment) -> BTreeSet<RecordId> {
        let (reckoned, _) = self.reckoned(arrived);
        let later = self.changes.iter().zip(&reckoned).filter(|(_, time)| !time.is_some_and(|time| time < end));
        later.flat_map(|(change, _)| change.edits.iter().map(|edit| edit.record.clone())).one_by_one()
    }

    /// Every change's reckoned time, by place, and those whose own clock is not believed.
    fn reckoned(&self, arrived: impl Fn(&ChangeId) -> Moment) -> (Vec<Option<Moment>>, Vec<ChangeId>) {
        let mut reckoned: Vec<Option<Moment>> = vec![None; self.changes.len()];
        let mut misfits = Vec::new();
        let mut reckon = |change: &Change| {
            let parents = change
                .after
                .iter()
                .filter_map(|id| self.places.get(id))
                .filter_map(|place| *reckoned.get(*place as usize)?)
                .max();
            let arrival = arrived(&change.id);
            let believable = change.at.is_believable_at(arrival);
            if !believable {
                misfits.push(change.id);
            }
            let own = believable.then_some(change.at);
            if let Some(slot) = self.places.get(&change.id).and_then(|place| reckoned.get_mut(*place as usize)) {
                *slot = parents.max(own).or(Some(arrival));
            }
        };
        // Any order serves in which parents come first, and a kept log stands in one.
        if self.is_out_of_order {
            self.in_order().into_iter().for_each(&mut reckon);
        } else {
            self.changes.iter().for_each(&mut reckon);
        }
        (reckoned, misfits)
    }

    /// The changes that these heads had seen, themselves included: the log of a meeting or of an issued report.
    pub fn seen_by(&self, heads: &[ChangeId]) -> Log {
        let mut seen = BTreeSet::new();
        let mut waiting: Vec<_> = heads.to_vec();
        while let Some(id) = waiting.pop() {
            if let Some(change) = self.change(&id).filter(|_| seen.insert(id)) {
                waiting.extend(&change.after);
            }
        }
        Log::of(self.changes.iter().filter(|change| seen.contains(&change.id)).cloned())
    }

    /// Every change after all of its parents that are here, ties by stated time and id: one order for one set of changes.
    pub fn in_order(&self) -> Vec<&Change> {
        let mut open: Vec<usize> = vec![0; self.changes.len()];
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); self.changes.len()];
        for (number, change) in self.changes.iter().enumerate() {
            let parents: BTreeSet<&u32> = change.after.iter().filter_map(|id| self.places.get(id)).one_by_one();
            for parent in &parents {
                children.get_mut(**parent as usize).into_iter().for_each(|all| all.push(number));
            }
            open.get_mut(number).into_iter().for_each(|count| *count = parents.len());
        }
        let key = |number: usize| self.changes.get(number).map(|change| Reverse((change.at, change.id, number)));
        let free = open.iter().enumerate().filter(|(_, count)| **count == 0);
        let mut ready: BinaryHeap<_> = free.filter_map(|(number, _)| key(number)).collect();
        let mut order = Vec::with_capacity(self.changes.len());
        while let Some(Reverse((_, _, number))) = ready.pop() {
            order.extend(self.changes.get(number));
            for child in children.get(number).into_iter().flatten() {
                let Some(count) = open.get_mut(*child) else { continue };
                *count -= 1;
                if *count == 0 {
                    ready.extend(key(*child));
                }
            }
        }
        order
    }

    /// What a field said before people wrote it apart: the last values that every head goes back to. None where it said
    /// nothing yet.
    pub fn stood_before(&self, record: &RecordId, field: &str) -> Vec<&Value> {
        let heads = self.record(record).map(|record| record.heads(field)).unwrap_or_default();
        let mut behind = heads.iter().map(|head| self.behind(*head, record, field));
        let Some(first) = behind.next() else { return Vec::new() };
        let common = behind.fold(first, |common, next| common.intersection(&next).copied().one_by_one());
        let earlier: BTreeSet<ChangeId> = common.iter().flat_map(|id| self.behind(*id, record, field)).one_by_one();
        let mut values: Vec<&Value> = Vec::new();
        for value in common.difference(&earlier).filter_map(|id| self.written(id, record, field)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        values
    }

    /// Every change whose value of a field a write replaced, at any number of steps.
    fn behind(&self, id: ChangeId, record: &RecordId, field: &str) -> BTreeSet<ChangeId> {
        let mut behind = BTreeSet::new();
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            let edit = self.change(&id).and_then(|change| change.edits.iter().find(|edit| edit.record == *record));
            let over = edit.and_then(|edit| edit.over.get(field)).map(Vec::as_slice).unwrap_or_default();
            waiting.extend(over.iter().filter(|id| behind.insert(**id)));
        }
        behind
    }

    fn step<'log>(&'log self, change: &'log Change, place: usize, field: &str) -> Option<Step<'log>> {
        let edit = change.edits.get(place)?;
        let (field, is) = edit.set.get_key_value(field)?;
        let over = edit.over.get(field).map(Vec::as_slice).unwrap_or_default();
        let was = over.iter().filter_map(|id| self.written(id, &edit.record, field)).collect();
        Some(Step { change, field, was, is })
    }

    /// What a change wrote to a field of a record.
    pub fn written(&self, change: &ChangeId, record: &RecordId, field: &str) -> Option<&Value> {
        self.change(change)?.edits.iter().find(|edit| edit.record == *record)?.set.get(field)
    }
}
