//! Which lines are parts of which: named by a person, or seen from what they cover and whose they are.
//!
//! A line is a part of others of its slice that cover all that it covers and more, when its partners are among theirs
//! or it states none; and of one for several partners together, when it is about the same and for fewer of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::savings::directory::Directory;
use crate::analysis::savings::entry::Entry;
use crate::analysis::savings::rivals::Rivalry;
use crate::domain::money::{MoneyId, MoneyKind};
use crate::order::{InOrder, OneByOne};

/// Sets of wholes, shared by all lines that are parts of the same ones.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Wholes {
    sets: Vec<Vec<u32>>,
    of_line: Vec<Option<u32>>,
}

impl Wholes {
    /// The set of wholes that a line is a part of.
    pub fn set_of(&self, line: usize) -> Option<u32> {
        self.of_line.get(line).copied().flatten()
    }

    /// The lines of a set.
    pub fn lines(&self, set: u32) -> &[u32] {
        self.sets.get(set as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many sets there are.
    pub fn len(&self) -> usize {
        self.sets.len()
    }
}

/// Lines that could be wholes, by what they cover.
struct Areas<'e> {
    covers: Vec<&'e [u32]>,
    lines: Vec<Vec<u32>>,
    holding: BTreeMap<u32, Vec<usize>>,
    by_partner: BTreeMap<(usize, u32), Vec<u32>>,
    unstated: BTreeMap<usize, Vec<u32>>,
    /// Lines that are no part of another one about the same for more partners.
    widest: BTreeMap<usize, Vec<u32>>,
}

/// Finds the wholes of every line in `standing`, the places of lines that no rival and no mark keeps out of the sum.
pub(super) fn find(
    entries: &[Entry],
    kind: MoneyKind,
    rivals: &[Rivalry],
    standing: &BTreeSet<u32>,
    directory: &Directory,
) -> Wholes {
    let mut wholes = Wholes { sets: Vec::new(), of_line: vec![None; entries.len()] };
    let named = named(entries, rivals, standing);
    let areas = Areas::of(entries, standing.iter().copied().filter(|line| !named.contains_key(line)));
    let mut sets: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
    let mut known: BTreeMap<(&[u32], &[u32]), Option<u32>> = BTreeMap::new();
    for line in standing {
        let Some(entry) = entries.get(*line as usize) else { continue };
        let mut number = |set: Vec<u32>| {
            let next = u32::try_from(wholes.sets.len()).ok()?;
            Some(*sets.entry(set.clone()).or_insert_with(|| {
                wholes.sets.push(set);
                next
            }))
        };
        let set = match named.get(line) {
            Some(whole) => number(vec![*whole]),
            None => *known
                .entry((&entry.covers, &entry.partners))
                .or_insert_with(|| areas.wholes(entries, entry, kind, directory).and_then(&mut number)),
        };
        if let Some(place) = wholes.of_line.get_mut(*line as usize) {
            *place = set;
        }
    }
    wholes
}

/// Parts that a person named, each with its whole. Entries stand by name. A rival of the whole stands for it; a circle ends at its first line.
fn named(entries: &[Entry], rivals: &[Rivalry], standing: &BTreeSet<u32>) -> BTreeMap<u32, u32> {
    let place = |id: &MoneyId| u32::try_from(entries.binary_search_by(|entry| entry.id.cmp(id)).ok()?).ok();
    let resolve = |id: &MoneyId| {
        let mut place_of = place(id)?;
        let entry = entries.get(place_of as usize)?;
        if let Some(gross) = &entry.net_of {
            place_of = place(gross)?;
        }
        let mut steps = 0;
        while let Some(winner) = rivals.get(place_of as usize).and_then(|rivalry| rivalry.beside).filter(|_| steps < rivals.len())
        {
            place_of = winner;
            steps += 1;
        }
        standing.contains(&place_of).then_some(place_of)
    };
    let mut named: BTreeMap<u32, u32> = standing
        .iter()
        .filter_map(|line| {
            let whole = resolve(entries.get(*line as usize)?.part_of.as_ref()?)?;
            (whole != *line).then_some((*line, whole))
        })
        .one_by_one();
    let mut seen = BTreeSet::new();
    for line in standing {
        let mut trail = Vec::new();
        let mut next = Some(*line);
        while let Some(here) = next.filter(|here| seen.insert(*here)) {
            trail.push(here);
            next = named.get(&here).copied();
        }
        let closes = next.and_then(|here| trail.iter().position(|other| *other == here));
        if let Some(first) = closes.and_then(|from| trail.get(from..)).and_then(|circle| circle.iter().min()) {
            named.remove(first);
        }
    }
    named
}

impl<'e> Areas<'e> {
    fn of(entries: &'e [Entry], standing: impl Iterator<Item = u32>) -> Self {
        let mut numbers: BTreeMap<&[u32], usize> = BTreeMap::new();
        let mut areas = Self {
            covers: Vec::new(),
            lines: Vec::new(),
            holding: BTreeMap::new(),
            by_partner: BTreeMap::new(),
            unstated: BTreeMap::new(),
            widest: BTreeMap::new(),
        };
        for line in standing {
            let Some(entry) = entries.get(line as usize) else { continue };
            let area = *numbers.entry(&entry.covers).or_insert_with(|| {
                areas.covers.push(&entry.covers);
                areas.lines.push(Vec::new());
                for item in entry.covers.iter() {
                    areas.holding.entry(*item).or_default().push(areas.covers.len() - 1);
                }
                areas.covers.len() - 1
            });
            if let Some(lines) = areas.lines.get_mut(area) {
                lines.push(line);
            }
            if entry.partners.is_empty() {
                areas.unstated.entry(area).or_default().push(line);
            }
            for partner in entry.partners.iter() {
                areas.by_partner.entry((area, *partner)).or_default().push(line);
            }
        }
        for (area, lines) in areas.lines.iter().enumerate() {
            let partners = |line: &u32| entries.get(*line as usize).map_or(&[][..], |entry| &entry.partners);
            let joint: BTreeSet<&[u32]> = lines.iter().map(partners).filter(|partners| partners.len() > 1).one_by_one();
            let is_widest = |line: &&u32| {
                let own = partners(line);
                own.is_empty() || !joint.iter().any(|joint| joint.len() > own.len() && own.iter().all(|one| joint.contains(one)))
            };
            areas.widest.insert(area, lines.iter().filter(is_widest).copied().collect());
        }
        areas
    }

    /// The nearest wholes of a line like this one. Every answer is the same for lines with the same covers and partners.
    fn wholes(&self, entries: &[Entry], entry: &Entry, kind: MoneyKind, directory: &Directory) -> Option<Vec<u32>> {
        self.around(entry, kind, directory).into_iter().find_map(|area| {
            let is_same = self.covers.get(area).is_some_and(|covers| *covers == &*entry.covers);
            self.theirs(entries, entry, kind, area, is_same)
        })
    }

    /// Areas that hold all that a line covers, the nearest first: its own, then larger ones.
    fn around(&self, entry: &Entry, kind: MoneyKind, directory: &Directory) -> Vec<usize> {
        let everything = self.covers.iter().position(|covers| covers.is_empty()).filter(|_| kind == MoneyKind::Target);
        let Some(first) = entry.covers.first() else { return everything.into_iter().collect() };
        let mut around = Vec::new();
        for item in std::iter::once(first).chain(directory.above(*first)) {
            let mut here: Vec<usize> = self.holding.get(item).cloned().unwrap_or_default();
            here.retain(|area| {
                self.covers.get(*area).is_some_and(|covers| {
                    directory.contains(covers, &entry.covers)
                        && (*covers == &*entry.covers || !directory.contains(&entry.covers, covers))
                })
            });
            here.order_by_key(|area| self.covers.get(*area).map(|covers| (*covers != &*entry.covers, covers.len())));
            around.extend(here);
        }
        around.extend(everything);
        around
    }

    /// The lines of an area that are wholes for a line's partners.
    fn theirs(&self, entries: &[Entry], entry: &Entry, kind: MoneyKind, area: usize, is_same: bool) -> Option<Vec<u32>> {
        let unstated = || self.unstated.get(&area).cloned().filter(|_| kind == MoneyKind::Target);
        if entry.partners.is_empty() {
            return match (is_same, kind) {
                (true, _) => None,
                (false, MoneyKind::Target) => unstated(),
                (false, _) => self.widest.get(&area).cloned().filter(|lines| !lines.is_empty()),
            };
        }
        let mut lines: BTreeSet<u32> = BTreeSet::new();
        for partner in entry.partners.iter() {
            let theirs = self.by_partner.get(&(area, *partner)).into_iter().flatten().filter(|line| {
                let partners = entries.get(**line as usize).map_or(&[][..], |whole| &whole.partners);
                let has_all = entry.partners.iter().all(|partner| partners.contains(partner));
                !is_same || (has_all && partners.len() > entry.partners.len())
            });
            let before = lines.len();
            lines.extend(theirs);
            if lines.len() == before && !lines.iter().any(|line| holds(entries, *line, *partner)) {
                return unstated();
            }
        }
        Some(lines.into_iter().collect())
    }
}

fn holds(entries: &[Entry], line: u32, partner: u32) -> bool {
    entries.get(line as usize).is_some_and(|entry| entry.partners.contains(&partner))
}
