//! The log as it stood earlier: before a day ended, or as a meeting saw it. Worked out a few changes at a time.

use std::collections::BTreeSet;

use crate::log::change::Change;
use crate::log::id::{ChangeId, RecordId};
use crate::log::merge::Log;
use crate::log::moment::Moment;
use crate::shed::Shed;

/// An earlier part of a log.
#[derive(Debug, Clone)]
pub struct AsAt {
    /// The log as it stood.
    pub log: Log,
    /// Changes whose own clock claims a time over a day after they reached this device; they were placed after their parents.
    pub misfits: Vec<ChangeId>,
}

/// An earlier part of a log that is being picked out. In every step it must be the same log, or one that has grown.
pub struct Earlier<'a> {
    which: Which<'a>,
    log: Log,
}

enum Which<'a> {
    Before { end: Moment, arrived: Box<dyn Fn(&ChangeId) -> Moment + 'a>, reckoning: Reckoning },
    SeenBy { waiting: Vec<ChangeId>, seen: BTreeSet<ChangeId>, at: usize },
}

impl<'a> Earlier<'a> {
    /// The changes made before `end`, by reckoned time: the later of a change's own clock and its parents' reckoned
    /// times. A clock over a day ahead of when the change reached this device (`arrived`) is left aside.
    pub fn before(end: Moment, arrived: impl Fn(&ChangeId) -> Moment + 'a) -> Self {
        let which = Which::Before { end, arrived: Box::new(arrived), reckoning: Reckoning::default() };
        Self { which, log: Log::default() }
    }

    /// The changes that these heads had seen, themselves included.
    pub fn seen_by(heads: &[ChangeId]) -> Self {
        Self { which: Which::SeenBy { waiting: heads.to_vec(), seen: BTreeSet::new(), at: 0 }, log: Log::default() }
    }

    /// Goes on by at most so many changes. Says whether it is done.
    pub fn step(&mut self, of: &Log, most: usize) -> bool {
        self.step_for(of, &|_| true, most)
    }

    /// The same for changes that touch a record of concern.
    fn step_for(&mut self, of: &Log, concerns: &dyn Fn(&RecordId) -> bool, most: usize) -> bool {
        match &mut self.which {
            Which::Before { end, arrived, reckoning } => {
                for _ in 0..most {
                    let Some((change, time)) = reckoning.next(of, arrived) else { return true };
                    let is_before = time.is_some_and(|time| time < *end);
                    if is_before && change.edits.iter().any(|edit| concerns(&edit.record)) {
                        self.log.add(change.clone());
                    }
                }
            }
            Which::SeenBy { waiting, seen, at } => {
                for _ in 0..most {
                    if let Some(id) = waiting.pop() {
                        if let Some(change) = of.change(&id).filter(|_| seen.insert(id)) {
                            waiting.extend(&change.after);
                        }
                        continue;
                    }
                    let Some(change) = of.changes().get(*at) else { return true };
                    *at += 1;
                    if seen.contains(&change.id) {
                        self.log.add(change.clone());
                    }
                }
            }
        }
        false
    }

    /// How many changes of the log have been looked at.
    pub fn done(&self) -> usize {
        match &self.which {
            Which::Before { reckoning, .. } => reckoning.at,
            Which::SeenBy { seen, at, .. } => (seen.len() + at) / 2,
        }
    }

    /// What was picked out: all of it once the last step is done.
    pub fn finish(self) -> AsAt {
        let misfits = match self.which {
            Which::Before { reckoning, .. } => reckoning.misfits,
            Which::SeenBy { .. } => Vec::new(),
        };
        AsAt { log: self.log, misfits }
    }
}

impl Shed for Earlier<'_> {
    fn shed(&mut self, most: usize) -> usize {
        self.log.shed(most)
    }
}

/// Every change's reckoned time.
#[derive(Debug, Default)]
struct Reckoning {
    /// The places of the changes in an order in which parents come first, where the log itself does not stand in one.
    order: Option<Vec<u32>>,
    /// How many were reckoned.
    at: usize,
    /// By place.
    reckoned: Vec<Option<Moment>>,
    misfits: Vec<ChangeId>,
}

impl Reckoning {
    /// The next change after all of its parents, with its reckoned time.
    fn next<'log>(&mut self, of: &'log Log, arrived: &dyn Fn(&ChangeId) -> Moment) -> Option<(&'log Change, Option<Moment>)> {
        if self.at == 0 && of.is_out_of_order {
            self.order = Some(of.in_order().into_iter().filter_map(|change| of.places.get(&change.id).copied()).collect());
        }
        let place = match &self.order {
            Some(order) => *order.get(self.at)? as usize,
            None => self.at,
        };
        let change = of.changes.get(place)?;
        self.at += 1;
        let before = place.checked_sub(1).and_then(|place| Some((place, of.changes.get(place)?)));
        // As a rule a change comes right after its parent, which then needs no looking up.
        let place_of = |id: &ChangeId| match before {
            Some((place, before)) if before.id == *id => Some(place),
            _ => of.places.get(id).map(|place| *place as usize),
        };
        let parents = change.after.iter().filter_map(place_of).filter_map(|place| *self.reckoned.get(place)?).max();
        let arrival = arrived(&change.id);
        let is_believable = change.at.is_believable_at(arrival);
        if !is_believable {
            self.misfits.push(change.id);
        }
        let own = is_believable.then_some(change.at);
        let time = parents.max(own).or(Some(arrival));
        if self.reckoned.len() <= place {
            self.reckoned.resize(of.changes.len().max(place + 1), None);
        }
        if let Some(slot) = self.reckoned.get_mut(place) {
            *slot = time;
        }
        Some((change, time))
    }
}

impl Log {
    /// The changes made before `end`, by reckoned time: the later of a change's own clock and its parents' reckoned
    /// times. A clock over a day ahead of when the change reached this device (`arrived`) is left aside.
    pub fn as_at(&self, end: Moment, arrived: impl Fn(&ChangeId) -> Moment) -> AsAt {
        self.as_at_of(end, arrived, |_| true)
    }

    /// The same for some records alone. Only changes that touch one of them are folded, which in a log of many kinds is
    /// most of the work; what the result says of other records is not the whole of it.
    pub fn as_at_of(&self, end: Moment, arrived: impl Fn(&ChangeId) -> Moment, concerns: impl Fn(&RecordId) -> bool) -> AsAt {
        let mut earlier = Earlier::before(end, arrived);
        while !earlier.step_for(self, &concerns, usize::MAX) {}
        earlier.finish()
    }

    /// The records that any change touched which is not among those made before `end`: every other record stands now as
    /// it stood then.
    pub fn touched_since(&self, end: Moment, arrived: impl Fn(&ChangeId) -> Moment) -> BTreeSet<RecordId> {
        self.touched_since_and_before(end, arrived).0
    }

    /// The same records, and how they stood at `end`: every change before it that touches one of them.
    pub fn touched_since_and_before(&self, end: Moment, arrived: impl Fn(&ChangeId) -> Moment) -> (BTreeSet<RecordId>, Log) {
        let mut reckoning = Reckoning::default();
        let mut touched = BTreeSet::new();
        while let Some((change, time)) = reckoning.next(self, &arrived) {
            if time.is_none_or(|time| time >= end) {
                touched.extend(change.edits.iter().map(|edit| edit.record.clone()));
            }
        }
        let places: BTreeSet<u32> = touched
            .iter()
            .filter_map(|name| self.fold.record(name))
            .flat_map(|folded| folded.touched_by.iter().copied())
            .collect();
        let is_before =
            |place: &u32| reckoning.reckoned.get(*place as usize).is_some_and(|time| time.is_some_and(|time| time < end));
        let before = places.into_iter().filter(is_before).filter_map(|place| self.changes.get(place as usize));
        let before = Log::of(before.cloned());
        (touched, before)
    }

    /// The changes that these heads had seen, themselves included: the log of a meeting or of an issued report.
    pub fn seen_by(&self, heads: &[ChangeId]) -> Log {
        let mut earlier = Earlier::seen_by(heads);
        while !earlier.step(self, usize::MAX) {}
        earlier.finish().log
    }
}
