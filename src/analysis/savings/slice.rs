//! The lines of one kind, basis and year, and what each of them is in their sum.

use std::collections::BTreeSet;

use crate::analysis::savings::answer::Flag;
use crate::analysis::savings::directory::Directory;
use crate::analysis::savings::entry::{Entry, SliceKey};
use crate::analysis::savings::parts::{self, Wholes};
use crate::analysis::savings::rivals::{self, NamedGroups, Rivalry};
use crate::order::OneByOne;

/// Assessed lines: rivals settled, wholes found, in an order in which every whole comes before its parts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slice {
    pub key: SliceKey,
    /// By name.
    pub entries: Vec<Entry>,
    pub rivals: Vec<Rivalry>,
    pub wholes: Wholes,
    /// The places of lines that take part in sums, wholes first.
    pub order: Vec<u32>,
    /// Programmes with figures of which some state whose they are and others do not.
    overlapping: BTreeSet<u32>,
    flags: Vec<Flags>,
}

/// A set of flags, small enough to have one for every line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Flags(u16);

impl Flags {
    pub fn insert(&mut self, flag: Flag) {
        self.0 |= 1 << flag as u16;
    }

    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn contains(self, flag: Flag) -> bool {
        self.0 & (1 << flag as u16) != 0
    }

    pub fn set(self) -> BTreeSet<Flag> {
        Flag::ALL.iter().copied().filter(|flag| self.contains(*flag)).one_by_one()
    }
}

impl Slice {
    pub fn assess(key: SliceKey, entries: Vec<Entry>, named: &NamedGroups, directory: &Directory) -> Self {
        let rivals = rivals::settle(&entries, key.kind, named, directory);
        let standing: BTreeSet<u32> = entries
            .iter()
            .zip(&rivals)
            .zip(0..)
            .filter(|((entry, rivalry), _)| rivals::may_count(entry) && rivalry.beside.is_none())
            .map(|(_, place)| place)
            .one_by_one();
        let wholes = parts::find(&entries, key.kind, &rivals, &standing, directory);
        let order = order(&standing, &wholes);
        let mut slice = Self { key, entries, rivals, wholes, order, overlapping: BTreeSet::new(), flags: Vec::new() };
        slice.overlapping = slice.overlaps(directory);
        let lines = slice.entries.iter().zip(&slice.rivals).enumerate();
        slice.flags = lines.map(|(line, (entry, rivalry))| slice.flagged(line, entry, *rivalry)).collect();
        slice
    }

    pub fn entry(&self, line: u32) -> Option<&Entry> {
        self.entries.get(line as usize)
    }

    pub fn place(&self, id: &crate::domain::money::MoneyId) -> Option<u32> {
        let place = self.entries.binary_search_by(|entry| entry.id.cmp(id)).ok()?;
        u32::try_from(place).ok()
    }

    /// What a reader must see beside a line.
    pub fn flags(&self, line: u32) -> Flags {
        self.flags.get(line as usize).copied().unwrap_or_default()
    }

    fn flagged(&self, line: usize, entry: &Entry, rivalry: Rivalry) -> Flags {
        let unstated = entry.partners.is_empty();
        let is_whole = self.wholes.set_of(line).is_none() && rivals::may_count(entry);
        let mut flags = Flags::default();
        for (flag, holds) in [
            (Flag::NotReconciled, rivalry.is_disputed),
            (Flag::StatedTwice, rivalry.is_repeated),
            (Flag::PartnerNotStated, unstated),
            (Flag::MayBeShare, unstated && rivalry.is_disputed),
            (Flag::NotDivided, entry.partners.len() > 1 && entry.weights.is_none()),
            (Flag::LowerEnd, entry.up_to.is_some()),
            (Flag::MayOverlap, is_whole && entry.covers.iter().any(|area| self.overlapping.contains(area))),
            (Flag::YearNotStated, self.key.year.is_none()),
        ] {
            if holds {
                flags.insert(flag);
            }
        }
        flags
    }

    /// Areas that lines with partners and lines without cover side by side, neither being a part of the other.
    fn overlaps(&self, directory: &Directory) -> BTreeSet<u32> {
        let roots = || {
            let lines = self.order.iter().filter(|line| self.wholes.set_of(**line as usize).is_none());
            lines.filter_map(|line| self.entry(*line))
        };
        let areas = |unstated: bool| -> BTreeSet<u32> {
            roots()
                .filter(|entry| entry.partners.is_empty() == unstated)
                .flat_map(|entry| entry.covers.iter().copied())
                .one_by_one()
        };
        let (with, without) = (areas(false), areas(true));
        let meets = |area: &u32, others: &BTreeSet<u32>| {
            others.contains(area) || directory.above(*area).iter().any(|above| others.contains(above))
        };
        let here = with.iter().filter(|area| meets(area, &without));
        let there = without.iter().filter(|area| meets(area, &with));
        here.chain(there).copied().one_by_one()
    }
}

/// Wholes before their parts. Named circles are broken and seen parts lie strictly within their wholes, so all are placed.
fn order(standing: &BTreeSet<u32>, wholes: &Wholes) -> Vec<u32> {
    let mut parts: Vec<Vec<u32>> = vec![Vec::new(); wholes.len()];
    let mut feeds: std::collections::BTreeMap<u32, Vec<u32>> = std::collections::BTreeMap::new();
    let mut waits: Vec<usize> = Vec::new();
    for set in 0..u32::try_from(wholes.len()).unwrap_or(u32::MAX) {
        waits.push(wholes.lines(set).len());
        for line in wholes.lines(set) {
            feeds.entry(*line).or_default().push(set);
        }
    }
    let mut order = Vec::with_capacity(standing.len());
    for line in standing {
        match wholes.set_of(*line as usize).and_then(|set| parts.get_mut(set as usize)) {
            Some(parts) => parts.push(*line),
            None => order.push(*line),
        }
    }
    let mut next = 0;
    while let Some(line) = order.get(next).copied() {
        next += 1;
        for set in feeds.get(&line).into_iter().flatten() {
            if let Some(waits) = waits.get_mut(*set as usize) {
                *waits -= 1;
                if *waits == 0 {
                    order.extend(parts.get_mut(*set as usize).map(std::mem::take).unwrap_or_default());
                }
            }
        }
    }
    order
}
