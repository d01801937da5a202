//! What happened to a record, step by step.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use serde_json::Value;

use crate::log::change::Change;
use crate::log::id::{ChangeId, RecordId};
use crate::log::merge::Log;
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

/// Changes each after those of its parents that are among them, otherwise in the order given.
pub fn parents_first(changes: Vec<Change>) -> Vec<Change> {
    let places: BTreeMap<ChangeId, usize> = changes.iter().enumerate().map(|(place, change)| (change.id, place)).collect();
    let mut order = Vec::with_capacity(changes.len());
    let mut is_met = vec![false; changes.len()];
    let mut open = Vec::new();
    for start in 0..changes.len() {
        open.push((start, false));
        while let Some((place, are_parents_done)) = open.pop() {
            let Some((met, change)) = is_met.get_mut(place).zip(changes.get(place)) else { continue };
            if are_parents_done {
                order.push(change.clone());
            } else if !std::mem::replace(met, true) {
                open.push((place, true));
                open.extend(change.after.iter().filter_map(|parent| Some((*places.get(parent)?, false))));
            }
        }
    }
    order
}
