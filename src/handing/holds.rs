//! What a file would hold, said before it is made: how many of each kind, whose names, and what is exempt.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::{self, Profile};
use crate::domain::thing::Kind;
use crate::handing::cut::{Cut, exempt};
use crate::log::{Log, RecordId, Standing};
use crate::order::OneByOne;

/// What a file would hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holds {
    /// Changes of the shared log; none where the file has no log.
    pub changes: usize,
    /// Changes of one's own drawer.
    pub own: usize,
    /// Records by kind, in the order of kinds, those of no use left out.
    pub records: Vec<(Kind, usize)>,
    /// Who made the changes that it holds: name and council.
    pub people: Vec<(String, String)>,
    /// What it holds that is exempt, whole.
    pub exempt: Vec<RecordId>,
    /// How many stand in it as their exemption alone.
    pub stubs: usize,
}

/// What a file of a log for these readers would hold; `cut` is what goes in where it has no log.
pub fn holds(log: &Log, drawer: &Log, profile: Profile, cut: &Cut) -> Holds {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut count = |id: &RecordId| {
        if let Some(kind) = Kind::from_key(id.kind()) {
            *counts.entry(kind).or_default() += 1;
        }
    };
    if !profile.has_log() {
        cut.records.keys().for_each(&mut count);
        return Holds { records: counts.into_iter().collect(), stubs: cut.stubs, ..Holds::default() };
    }
    log.records().filter(|(_, record)| record.standing() != Standing::Withdrawn).for_each(|(id, _)| count(id));
    let own = if profile == Profile::Everything { drawer.changes().len() } else { 0 };
    let people: BTreeSet<(String, String)> =
        bundle::people(log).into_iter().map(|person| (person.name, person.council)).one_by_one();
    Holds {
        changes: log.changes().len(),
        own,
        records: counts.into_iter().collect(),
        people: people.into_iter().collect(),
        exempt: exempt(log).into_keys().collect(),
        stubs: 0,
    }
}
