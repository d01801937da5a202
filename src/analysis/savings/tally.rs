//! Adding up a slice for one question: which lines count for what was asked, and how their sum divides into groups.
//!
//! A line that fits what was asked counts unless a whole of it does. The sum is made of these alone. Parts then only
//! move amounts from a whole's group to their own where they say more than it does, so that no grouping changes a sum.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::savings::answer::Flag;
use crate::analysis::savings::directory::Directory;
use crate::analysis::savings::entry::Entry;
use crate::analysis::savings::group::Numbered;
use crate::analysis::savings::question::{Group, SavingsQuestion};
use crate::analysis::savings::slice::{Flags, Slice};
use crate::domain::pence::Pence;
use crate::domain::subject::Subject;

/// Of whom and of what a sum is asked, in numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    partner: Option<u32>,
    areas: Vec<u32>,
    /// Something was asked for of which no line knows.
    is_void: bool,
}

impl Scope {
    pub fn of(question: &SavingsQuestion, directory: &Directory) -> Self {
        let asked = [question.service.as_ref().map(Subject::from), question.programme.as_ref().map(Subject::from)];
        let areas: Vec<_> = asked.iter().flatten().map(|subject| directory.known_area(subject)).collect();
        let partner = question.partner.as_ref().map(|id| directory.known_partner(id));
        Self {
            is_void: areas.contains(&None) || partner == Some(None),
            partner: partner.flatten(),
            areas: areas.into_iter().flatten().collect(),
        }
    }

    /// Whether all that a line covers lies within what was asked.
    pub fn covers(&self, entry: &Entry, directory: &Directory) -> bool {
        self.areas.iter().all(|area| !entry.covers.is_empty() && directory.contains(&[*area], &entry.covers))
    }

    /// How much of a line's amount belongs to what was asked; nothing where it does not belong or is not divided.
    pub fn amount(&self, entry: &Entry, amount: i128, directory: &Directory) -> Option<i128> {
        if self.is_void || !self.covers(entry, directory) {
            return None;
        }
        match self.partner {
            None => Some(amount),
            Some(partner) => entry.share(amount, partner),
        }
    }

    /// Whether a line is about the partner who was asked for, alone or with others.
    pub fn names(&self, entry: &Entry) -> bool {
        self.partner.is_none_or(|partner| entry.partners.contains(&partner))
    }
}

/// What a line is in the sum that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It is not in it.
    Outside,
    /// It counts, with this amount.
    Counted(i128),
    /// It is a part of what counts; its own amount, where it belongs to what was asked.
    Part(Option<i128>),
}

/// A slice added up.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    /// By line.
    pub places: Vec<Place>,
    /// Nothing where no line counts.
    pub total: Option<i128>,
    /// They sum to the total.
    pub groups: BTreeMap<Numbered, i128>,
    /// By line, the group that its amount is in; none where an agreed split divides it between partners.
    pub homes: Vec<Option<Numbered>>,
    pub flags: BTreeSet<Flag>,
}

/// One pass of dividing a sum into groups.
struct Division {
    groups: BTreeMap<Numbered, i128>,
    moved_from: BTreeSet<Numbered>,
    homes: Vec<Option<Numbered>>,
}

impl Tally {
    /// Adds up. The amounts are those of the lines, or what they add to an earlier year.
    pub fn of(slice: &Slice, amounts: &[i128], scope: &Scope, group: Group, directory: &Directory) -> Self {
        let mut tally = Self {
            places: places(slice, amounts, scope, directory),
            total: None,
            groups: BTreeMap::new(),
            homes: Vec::new(),
            flags: BTreeSet::new(),
        };
        let counted = tally.places.iter().filter_map(|place| match place {
            Place::Counted(amount) => Some(*amount),
            _ => None,
        });
        tally.total = counted.fold(None, |sum, amount| Some(sum.unwrap_or(0) + amount));
        tally.flags = tally.flagged(slice);
        let mut closed = BTreeSet::new();
        loop {
            let Division { groups, moved_from, homes } = tally.divided(slice, amounts, scope, group, directory, &closed);
            let overdrawn: Vec<_> = groups
                .iter()
                .filter(|(key, amount)| **amount < 0 && moved_from.contains(*key) && !closed.contains(*key))
                .map(|(key, _)| key.clone())
                .collect();
            if overdrawn.is_empty() {
                tally.groups = groups;
                tally.homes = homes;
                return tally;
            }
            tally.flags.insert(Flag::PartsExceedWhole);
            closed.extend(overdrawn);
        }
    }

    /// Lines that count.
    pub fn counted(&self) -> impl Iterator<Item = u32> {
        self.places.iter().zip(0..).filter(|(place, _)| matches!(place, Place::Counted(_))).map(|(_, line)| line)
    }

    /// The amount of a line that counts.
    pub fn amount(&self, line: u32) -> Option<i128> {
        match self.place(line) {
            Place::Counted(amount) => Some(amount),
            Place::Outside | Place::Part(_) => None,
        }
    }

    pub fn place(&self, line: u32) -> Place {
        self.places.get(line as usize).copied().unwrap_or(Place::Outside)
    }

    /// One pass: counted lines in their groups, parts moved out of their wholes' groups where these are not closed.
    fn divided(
        &self,
        slice: &Slice,
        amounts: &[i128],
        scope: &Scope,
        group: Group,
        directory: &Directory,
        closed: &BTreeSet<Numbered>,
    ) -> Division {
        let mut groups: BTreeMap<Numbered, i128> = BTreeMap::new();
        let mut moved_from = BTreeSet::new();
        let mut homes: Vec<Option<Numbered>> = vec![None; slice.entries.len()];
        for line in &slice.order {
            let Some(entry) = slice.entry(*line) else { continue };
            let own = Numbered::of(group, entry, directory);
            let key = match self.place(*line) {
                Place::Outside => None,
                Place::Counted(amount) => {
                    let whole = amounts.get(*line as usize).copied().unwrap_or(amount);
                    let shares = if group == Group::Partner { entry.shares(whole) } else { Vec::new() };
                    match (shares.is_empty(), scope.partner) {
                        (false, Some(partner)) => {
                            *groups.entry(Numbered::partner(partner)).or_default() += amount;
                            None
                        }
                        (false, None) => {
                            for (partner, share) in shares {
                                *groups.entry(Numbered::partner(partner)).or_default() += share;
                            }
                            None
                        }
                        (true, _) => {
                            *groups.entry(own.clone()).or_default() += amount;
                            Some(own)
                        }
                    }
                }
                Place::Part(amount) => {
                    let set = slice.wholes.set_of(*line as usize).map(|set| slice.wholes.lines(set)).unwrap_or_default();
                    let above = set.iter().find_map(|whole| homes.get(*whole as usize).cloned().flatten());
                    match (above, amount) {
                        (Some(above), Some(amount))
                            if !closed.contains(&above) && own.is_finer_than(&above, group, directory) =>
                        {
                            *groups.entry(above.clone()).or_default() -= amount;
                            *groups.entry(own.clone()).or_default() += amount;
                            moved_from.insert(above);
                            Some(own)
                        }
                        (above, _) => above,
                    }
                }
            };
            if let Some(place) = homes.get_mut(*line as usize) {
                *place = key;
            }
        }
        groups.retain(|key, amount| *amount != 0 || !moved_from.contains(key));
        Division { groups, moved_from, homes }
    }

    /// What is to be seen beside the lines that count, and whether any of their parts is disputed.
    fn flagged(&self, slice: &Slice) -> BTreeSet<Flag> {
        let mut flags = Flags::default();
        for (place, line) in self.places.iter().zip(0..) {
            match place {
                Place::Counted(_) => flags = flags.with(slice.flags(line)),
                Place::Part(Some(_)) if slice.flags(line).contains(Flag::NotReconciled) => flags.insert(Flag::NotReconciled),
                Place::Part(_) | Place::Outside => {}
            }
        }
        flags.set()
    }
}

/// A sum as an amount of money, where it fits.
pub(super) fn pence(sum: i128) -> Option<Pence> {
    i64::try_from(sum).ok().map(Pence)
}

fn places(slice: &Slice, amounts: &[i128], scope: &Scope, directory: &Directory) -> Vec<Place> {
    let mut places = vec![Place::Outside; slice.entries.len()];
    let mut counted_above: Vec<Option<bool>> = vec![None; slice.wholes.len()];
    for line in &slice.order {
        let Some(entry) = slice.entry(*line) else { continue };
        let set = slice.wholes.set_of(*line as usize);
        let is_part = set.is_some_and(|set| {
            let known = counted_above.get(set as usize).copied().flatten();
            known.unwrap_or_else(|| {
                let found = slice
                    .wholes
                    .lines(set)
                    .iter()
                    .any(|whole| !matches!(places.get(*whole as usize), None | Some(Place::Outside)));
                if let Some(place) = counted_above.get_mut(set as usize) {
                    *place = Some(found);
                }
                found
            })
        });
        let amount = amounts.get(*line as usize).and_then(|amount| scope.amount(entry, *amount, directory));
        if let Some(place) = places.get_mut(*line as usize) {
            *place = match (is_part, amount) {
                (true, amount) => Place::Part(amount),
                (false, Some(amount)) => Place::Counted(amount),
                (false, None) => Place::Outside,
            };
        }
    }
    places
}
