//! What a sum is held against: targets that people set, else the approved budget, else nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::savings::answer::Yardstick;
use crate::analysis::savings::directory::Directory;
use crate::analysis::savings::group::Numbered;
use crate::analysis::savings::question::Group;
use crate::analysis::savings::series;
use crate::analysis::savings::slice::Slice;
use crate::analysis::savings::tally::{Place, Scope, Tally, pence};
use crate::domain::money::MoneyId;
use crate::domain::pence::Pence;
use crate::order::OneByOne;

/// What a year's sum and its groups are held against.
#[derive(Debug, Clone, Default)]
pub(super) struct Measured {
    pub whole: Yardstick,
    pub groups: BTreeMap<Numbered, Yardstick>,
}

/// Targets for a year's sum, else its budget. Either serves only where it is for all that is counted: a target of one
/// council is not held against the savings of two.
pub(super) fn measure(
    targets: Option<&Slice>,
    budget: Option<&Slice>,
    counted: Option<(&Slice, &Tally)>,
    scope: &Scope,
    group: Group,
    directory: &Directory,
) -> Measured {
    let set = targets.map(|slice| stated(slice, scope, group, directory));
    let approved = budget.map(|slice| stated(slice, scope, group, directory));
    let gaps =
        |stated: &Option<Stated<'_>>| stated.as_ref().map(|stated| stated.gaps(counted, group, directory)).unwrap_or_default();
    let (set_gaps, approved_gaps) = (gaps(&set), gaps(&approved));
    let groups = counted
        .iter()
        .flat_map(|(_, tally)| tally.groups.keys())
        .chain(set.iter().chain(&approved).flat_map(|stated| stated.tally.groups.keys()))
        .filter(|key| key.is_comparable(group, directory))
        .map(|key| {
            let of = |stated: &Option<Stated<'_>>| stated.as_ref().and_then(|stated| stated.group(key));
            let found = match (of(&set), of(&approved)) {
                (Some((_, lines)), _) if set_gaps.groups.contains(key) => Yardstick::Partly { lines },
                (Some((amount, lines)), _) => Yardstick::Target { amount, lines },
                (None, Some((_, lines))) if approved_gaps.groups.contains(key) => Yardstick::Partly { lines },
                (None, Some((amount, lines))) => Yardstick::ApprovedBudget { amount, lines },
                (None, None) => Yardstick::NotSet,
            };
            (key.clone(), found)
        })
        .one_by_one();
    let (set, approved) = (set.filter(|stated| !stated.lines.is_empty()), approved.filter(|stated| !stated.lines.is_empty()));
    let amount = |stated: &Stated<'_>| stated.tally.total.and_then(pence);
    let whole = match (set, approved) {
        (Some(set), _) if !set_gaps.in_whole => {
            amount(&set).map_or(Yardstick::NotSet, |amount| Yardstick::Target { amount, lines: set.lines })
        }
        (None, Some(budget)) if !approved_gaps.in_whole => {
            amount(&budget).map_or(Yardstick::NotSet, |amount| Yardstick::ApprovedBudget { amount, lines: budget.lines })
        }
        (Some(part), _) | (None, Some(part)) => Yardstick::Partly { lines: part.lines },
        (None, None) => Yardstick::NotSet,
    };
    Measured { whole, groups }
}

/// Where figures are counted that no target or budget is for.
#[derive(Debug, Default)]
struct Gaps {
    in_whole: bool,
    groups: BTreeSet<Numbered>,
}

/// Targets or budgets added up as savings are.
struct Stated<'s> {
    slice: &'s Slice,
    tally: Tally,
    lines: Vec<MoneyId>,
    /// By their places in the slice: few of them are named in the end.
    by_group: BTreeMap<Numbered, Vec<u32>>,
}

fn stated<'s>(slice: &'s Slice, scope: &Scope, group: Group, directory: &Directory) -> Stated<'s> {
    let tally = Tally::of(slice, &series::amounts(slice), scope, group, directory);
    let counted = || tally.counted().filter_map(|line| slice.entry(line));
    let lines = counted().map(|entry| entry.id.clone()).collect();
    let mut by_group: BTreeMap<Numbered, Vec<u32>> = BTreeMap::new();
    for (line, entry) in slice.order.iter().filter_map(|line| Some((*line, slice.entry(*line)?))) {
        by_group.entry(Numbered::of(group, entry, directory)).or_default().push(line);
    }
    Stated { slice, tally, lines, by_group }
}

impl Stated<'_> {
    fn group(&self, key: &Numbered) -> Option<(Pence, Vec<MoneyId>)> {
        let amount = self.tally.groups.get(key).copied().and_then(pence)?;
        let lines = self.by_group.get(key).into_iter().flatten().filter_map(|line| self.slice.entry(*line));
        Some((amount, lines.map(|entry| entry.id.clone()).collect()))
    }

    /// Counted lines, and their parts, that do not lie within what is stated here.
    fn gaps(&self, counted: Option<(&Slice, &Tally)>, group: Group, directory: &Directory) -> Gaps {
        let mut gaps = Gaps::default();
        let Some((slice, tally)) = counted else { return gaps };
        let mut known: BTreeSet<(Option<u32>, Option<u32>)> = BTreeSet::new();
        for entry in self.tally.counted().filter_map(|line| self.slice.entry(line)) {
            for area in each(&entry.covers) {
                known.extend(each(&entry.partners).map(|partner| (area, partner)));
            }
        }
        let is_known = |area: Option<u32>, partner: Option<u32>| {
            [(area, partner), (area, None), (None, partner), (None, None)].iter().any(|pair| known.contains(pair))
        };
        for (place, line) in tally.places.iter().zip(0..) {
            let Some(entry) = slice.entry(line).filter(|_| *place != Place::Outside) else { continue };
            let is_within = each(&entry.covers).all(|area| {
                let above = area.map(|area| directory.above(area)).unwrap_or_default();
                let around = || std::iter::once(area).chain(above.iter().copied().map(Some));
                each(&entry.partners).all(|partner| around().any(|area| is_known(area, partner)))
            });
            if !is_within {
                gaps.in_whole |= matches!(place, Place::Counted(_));
                gaps.groups.insert(Numbered::of(group, entry, directory));
            }
        }
        gaps
    }
}

/// Each of a list, or once nothing where the list is empty and so stands for everything.
fn each(list: &[u32]) -> impl Iterator<Item = Option<u32>> {
    list.iter().copied().map(Some).chain(list.is_empty().then_some(None))
}
