//! Which of several statements about the same thing counts.
//!
//! Rivals are lines that a person named as such, and lines that different papers state about the same services and
//! partners, or anyone states twice about a whole programme. Two lines of one paper are two things, unless they carry
//! the same title. The one that a person marked as in use counts, else the latest paper's. Nothing is merged by amount.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::analysis::savings::directory::Directory;
use crate::analysis::savings::entry::Entry;
use crate::domain::money::{InUse, MoneyId, MoneyKind};

/// What is known of one line's rivals.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Rivalry {
    /// The line that counts instead.
    pub beside: Option<u32>,
    /// Another line about the same thing says something else.
    pub is_disputed: bool,
    /// Another line about the same thing says the same.
    pub is_repeated: bool,
}

struct Settling<'e> {
    entries: &'e [Entry],
    found: Vec<Rivalry>,
}

/// Lines by the group of named rivals that they belong to, across kinds, bases and years.
pub(super) type NamedGroups = BTreeMap<MoneyId, MoneyId>;

/// Groups of lines that are named as statements of the same thing, each by the first of its lines.
pub(super) fn named_groups(links: &BTreeMap<MoneyId, MoneyId>) -> NamedGroups {
    let mut meets: BTreeMap<&MoneyId, Vec<&MoneyId>> = BTreeMap::new();
    for (one, other) in links.iter().filter(|(one, other)| one != other) {
        meets.entry(one).or_default().push(other);
        meets.entry(other).or_default().push(one);
    }
    let mut groups = NamedGroups::new();
    for first in meets.keys() {
        let mut open = vec![*first];
        while let Some(id) = open.pop() {
            if !groups.contains_key(id) {
                groups.insert(id.clone(), (*first).clone());
                open.extend(meets.get(id).into_iter().flatten());
            }
        }
    }
    groups
}

/// Finds the rivals among the lines of one slice.
pub(super) fn settle(entries: &[Entry], kind: MoneyKind, named: &NamedGroups, directory: &Directory) -> Vec<Rivalry> {
    let mut settling = Settling { entries, found: vec![Rivalry::default(); entries.len()] };
    settling.named(named);
    settling.alike(kind, directory);
    settling.found
}

/// Whether a line takes part in sums at all.
pub(super) fn may_count(entry: &Entry) -> bool {
    entry.net_of.is_none() && entry.in_use != Some(InUse::No)
}

impl Settling<'_> {
    fn named(&mut self, named: &NamedGroups) {
        let mut groups: BTreeMap<&MoneyId, Vec<usize>> = BTreeMap::new();
        for (place, entry) in self.entries.iter().enumerate() {
            if let Some(group) = named.get(&entry.id).filter(|_| entry.net_of.is_none()) {
                groups.entry(group).or_default().push(place);
            }
        }
        for group in groups.into_values() {
            self.one_of(&group);
        }
    }

    /// Recognises rivals that nobody named.
    fn alike(&mut self, kind: MoneyKind, directory: &Directory) {
        let entries = self.entries;
        let mut areas: BTreeMap<&[u32], BTreeMap<&[u32], Vec<usize>>> = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            let stands_for_itself = entry.part_of.is_none() && may_count(entry) && self.is_free(place);
            if stands_for_itself && (kind == MoneyKind::Target || !entry.covers.is_empty()) {
                areas.entry(&entry.covers).or_default().entry(&entry.partners).or_default().push(place);
            }
        }
        for (covers, by_partners) in areas {
            if kind == MoneyKind::Target || covers.iter().any(|area| directory.is_programme(*area)) {
                by_partners.values().for_each(|group| self.one_of(group));
            } else {
                by_partners.values().for_each(|group| self.one_paper_of(group));
                self.stated_or_not(&by_partners);
            }
        }
    }

    /// One line of a group counts.
    fn one_of(&mut self, group: &[usize]) {
        if let Some(winner) = self.best(group.iter().copied()) {
            group.iter().copied().filter(|place| *place != winner).for_each(|loser| self.beat(loser, winner));
        }
    }

    /// The lines of one paper count; within it, one line a title.
    fn one_paper_of(&mut self, group: &[usize]) {
        if group.len() < 2 {
            return;
        }
        let Some(winner) = self.best(group.iter().copied()) else { return };
        let paper = self.paper(winner);
        let (theirs, others): (Vec<usize>, Vec<usize>) = group.iter().copied().partition(|place| self.paper(*place) == paper);
        others.into_iter().for_each(|loser| self.beat(loser, winner));
        let mut titles: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for place in theirs {
            if let Some(entry) = self.entries.get(place).filter(|entry| !entry.title.is_empty()) {
                titles.entry(&entry.title).or_default().push(place);
            }
        }
        for same in titles.into_values() {
            let first = same.first().and_then(|place| self.amount(*place));
            if same.iter().any(|place| self.amount(*place) != first) {
                self.one_of(&same);
            }
        }
    }

    /// Where one paper says whose a figure is and another does not, either the one or the other counts.
    fn stated_or_not(&mut self, by_partners: &BTreeMap<&[u32], Vec<usize>>) {
        let free = |places: &[usize]| places.iter().copied().filter(|place| self.is_free(*place)).collect::<Vec<_>>();
        let unstated = by_partners.get(&[][..]).map(|places| free(places)).unwrap_or_default();
        let stated: Vec<usize> =
            by_partners.iter().filter(|(partners, _)| !partners.is_empty()).flat_map(|(_, places)| free(places)).collect();
        let papers: Vec<_> = unstated.iter().map(|place| self.paper(*place)).collect();
        let titles: Vec<_> = unstated.iter().filter_map(|place| self.entries.get(*place)).map(|entry| &entry.title).collect();
        let meets = |place: &usize| {
            !papers.contains(&self.paper(*place))
                || self.entries.get(*place).is_some_and(|entry| !entry.title.is_empty() && titles.contains(&&entry.title))
        };
        if !stated.iter().all(meets) {
            return;
        }
        let (Some(one), Some(other)) = (self.best(stated.iter().copied()), self.best(unstated.iter().copied())) else { return };
        let (winner, losers) = if self.rank(one) >= self.rank(other) { (one, unstated) } else { (other, stated) };
        losers.into_iter().for_each(|loser| self.beat(loser, winner));
    }

    fn beat(&mut self, loser: usize, winner: usize) {
        let differ = self.amount(loser) != self.amount(winner);
        if let (Some(rivalry), Ok(winner)) = (self.found.get_mut(loser), u32::try_from(winner)) {
            rivalry.beside = Some(winner);
        }
        for place in [loser, winner] {
            if let Some(rivalry) = self.found.get_mut(place) {
                rivalry.is_disputed |= differ;
                rivalry.is_repeated |= !differ;
            }
        }
    }

    fn is_free(&self, place: usize) -> bool {
        self.found.get(place).is_some_and(|rivalry| rivalry.beside.is_none())
    }

    fn amount(&self, place: usize) -> Option<i64> {
        self.entries.get(place).map(|entry| entry.amount.0)
    }

    fn paper(&self, place: usize) -> Option<&str> {
        self.entries.get(place).and_then(|entry| entry.paper.as_deref())
    }

    fn best(&self, group: impl Iterator<Item = usize>) -> Option<usize> {
        group
            .filter(|place| self.entries.get(*place).is_some_and(may_count))
            .max_by_key(|place| (self.rank(*place), Reverse(*place)))
    }

    /// Marked as in use before not marked, then the latest paper.
    fn rank(&self, place: usize) -> impl Ord + use<> {
        self.entries.get(place).map(|entry| (entry.in_use == Some(InUse::Yes), entry.dated))
    }
}
