//! The table under the chart: what counts, its parts under it, what they do not itemise, and what stands beside it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::savings::answer::{Counts, Flag, Row};
use crate::analysis::savings::directory::Directory;
use crate::analysis::savings::entry::Entry;
use crate::analysis::savings::group::{GroupKey, Numbered};
use crate::analysis::savings::question::Group;
use crate::analysis::savings::slice::Slice;
use crate::analysis::savings::tally::{Place, Scope, Tally, pence};
use crate::domain::money::{InUse, MoneyId};
use crate::domain::pence::Pence;
use crate::order::{InOrder, OneByOne};

/// The rows of one slice, and what of its figures with parts these do not itemise.
pub(super) fn rows(slice: &Slice, tally: &Tally, scope: &Scope, group: Group, directory: &Directory) -> (Vec<Row>, Option<i128>) {
    let mut table =
        Table { slice, tally, scope, group, directory, rows: Vec::new(), not_itemised: None, written: BTreeSet::new() };
    table.fill();
    (table.rows, table.not_itemised)
}

struct Table<'s> {
    slice: &'s Slice,
    tally: &'s Tally,
    scope: &'s Scope,
    group: Group,
    directory: &'s Directory,
    rows: Vec<Row>,
    not_itemised: Option<i128>,
    /// Sets of wholes whose parts stand in the table already.
    written: BTreeSet<u32>,
}

/// What is still to be written, the next one last.
enum Step {
    Block(Vec<u32>, u8),
    Row(Row),
}

/// Who stands under whom.
#[derive(Default)]
struct Tree {
    /// Parts that are shown, by the shown set of wholes that they hang on.
    parts: BTreeMap<u32, Vec<u32>>,
    /// Sets by each shown line in them.
    sets_of: BTreeMap<u32, Vec<u32>>,
    /// Sets of which one line counts and another is itself a part: what their parts leave over of either is not known.
    uneven: BTreeSet<u32>,
    /// Rivals, figures not in use and net figures, by the line that they stand beside.
    beside: BTreeMap<u32, Vec<u32>>,
}

impl Table<'_> {
    fn fill(&mut self) {
        let tree = self.tree();
        let counted: Vec<u32> = self.tally.counted().collect();
        let mut steps: Vec<Step> = self.blocks(&counted, &tree).into_iter().map(|block| Step::Block(block, 0)).collect();
        steps.reverse();
        while let Some(step) = steps.pop() {
            match step {
                Step::Row(row) => self.rows.push(row),
                Step::Block(block, depth) => self.block(&block, depth, &tree, &mut steps),
            }
        }
        self.alone(&tree);
    }

    /// Wholes that have parts in common, then what stands beside each, then the parts, then what these leave over.
    fn block(&mut self, block: &[u32], depth: u8, tree: &Tree, steps: &mut Vec<Step>) {
        let sets: BTreeSet<u32> = block.iter().filter_map(|line| tree.sets_of.get(line)).flatten().copied().one_by_one();
        let is_uneven = sets.iter().any(|set| tree.uneven.contains(set));
        // A set that spans blocks has its parts under the first of them.
        let parts: Vec<u32> = sets
            .iter()
            .filter(|set| self.written.insert(**set))
            .filter_map(|set| tree.parts.get(set))
            .flatten()
            .copied()
            .collect();
        let sum = |lines: &[u32]| lines.iter().filter_map(|line| self.amount(*line)).sum::<i128>();
        let rest = sum(block) - sum(&parts);
        for line in block {
            let counts = match self.tally.place(*line) {
                Place::Counted(_) => Counts::Yes,
                _ => Counts::PartOf(self.wholes(*line)),
            };
            let mut row = self.row(*line, depth, counts);
            if !parts.is_empty() && rest < 0 && !is_uneven {
                row.flags.insert(Flag::PartsExceedWhole);
            }
            self.rows.push(row);
            let beside: Vec<Row> =
                tree.beside.get(line).into_iter().flatten().map(|other| self.stands_beside(*other, depth)).collect();
            self.rows.extend(beside);
        }
        if parts.is_empty() {
            return;
        }
        if rest > 0 && !is_uneven {
            if depth == 0 {
                *self.not_itemised.get_or_insert(0) += rest;
            }
            let groups = match block.first() {
                Some(_) if self.is_of_several(block.iter().copied()) => vec![GroupKey::PartnerNotStated],
                first => first.map(|line| self.groups(*line)).unwrap_or_default(),
            };
            steps.push(Step::Row(Row {
                line: None,
                groups,
                year: self.slice.key.year,
                depth: depth.saturating_add(1),
                amount: pence(rest).unwrap_or_default(),
                up_to: None,
                counts: Counts::NotItemised(block.iter().filter_map(|line| self.id(*line)).collect()),
                flags: BTreeSet::new(),
            }));
        } else if depth == 0 {
            self.not_itemised.get_or_insert(0);
        }
        let blocks = self.blocks(&parts, tree);
        steps.extend(blocks.into_iter().rev().map(|block| Step::Block(block, depth.saturating_add(1))));
    }

    /// Lines in the order of their groups, the largest first; lines with common parts together.
    fn blocks(&self, lines: &[u32], tree: &Tree) -> Vec<Vec<u32>> {
        let mut lines = lines.to_vec();
        lines.order_by_key(|line| {
            let key = self.slice.entry(*line).map(|entry| Numbered::of(self.group, entry, self.directory));
            (key, Reverse(self.amount(*line)), *line)
        });
        let mut block_of_set: BTreeMap<u32, usize> = BTreeMap::new();
        let mut blocks: Vec<Vec<u32>> = Vec::new();
        for line in lines {
            let sets = tree.sets_of.get(&line).map(Vec::as_slice).unwrap_or_default();
            let mut meets: Vec<usize> = sets.iter().filter_map(|set| block_of_set.get(set)).copied().collect();
            meets.order_by(Ord::cmp);
            meets.dedup();
            let here = meets.first().copied().unwrap_or(blocks.len());
            if here == blocks.len() {
                blocks.push(Vec::new());
            }
            for other in meets.into_iter().skip(1) {
                let moved = blocks.get_mut(other).map(std::mem::take).unwrap_or_default();
                if let Some(block) = blocks.get_mut(here) {
                    block.extend(moved);
                }
                block_of_set.values_mut().filter(|block| **block == other).for_each(|block| *block = here);
            }
            if let Some(block) = blocks.get_mut(here) {
                block.push(line);
            }
            block_of_set.extend(sets.iter().map(|set| (*set, here)));
        }
        blocks.retain(|block| !block.is_empty());
        blocks
    }

    fn tree(&self) -> Tree {
        let mut tree = Tree::default();
        let mut anchors: Vec<Option<u32>> = vec![None; self.slice.entries.len()];
        for line in &self.slice.order {
            let Some(set) = self.slice.wholes.set_of(*line as usize) else { continue };
            let wholes = self.slice.wholes.lines(set);
            let anchor = if wholes.iter().any(|whole| self.amount(*whole).is_some()) {
                Some(set)
            } else {
                wholes.first().and_then(|whole| anchors.get(*whole as usize).copied().flatten())
            };
            if let Some(place) = anchors.get_mut(*line as usize) {
                *place = anchor;
            }
            if let (Some(anchor), Place::Part(Some(_))) = (anchor, self.tally.place(*line)) {
                tree.parts.entry(anchor).or_default().push(*line);
            }
        }
        for set in tree.parts.keys() {
            let shown = self.slice.wholes.lines(*set).iter().map(|whole| self.tally.place(*whole));
            let levels: BTreeSet<bool> =
                shown.filter(|place| *place != Place::Outside).map(|place| matches!(place, Place::Counted(_))).one_by_one();
            if levels.len() > 1 {
                tree.uneven.insert(*set);
            }
            for whole in self.slice.wholes.lines(*set).iter().filter(|whole| self.amount(**whole).is_some()) {
                tree.sets_of.entry(*whole).or_default().push(*set);
            }
        }
        for (place, line) in (0_u32..).zip(0..self.slice.entries.len()) {
            if let Some(other) = self.counts_instead(line) {
                tree.beside.entry(other).or_default().push(place);
            }
        }
        tree
    }

    /// The line beside which another stands: the last of its rivals that beat each other, or the gross of its net.
    fn counts_instead(&self, line: usize) -> Option<u32> {
        if let Some(gross) = self.slice.entries.get(line).and_then(|entry| entry.net_of.as_ref()) {
            return self.slice.place(gross);
        }
        let mut other = self.slice.rivals.get(line)?.beside?;
        for _ in 0..3 {
            match self.slice.rivals.get(other as usize).and_then(|rivalry| rivalry.beside) {
                Some(next) => other = next,
                None => break,
            }
        }
        Some(other)
    }

    /// Lines that belong to what was asked, but under no line that is shown.
    fn alone(&mut self, tree: &Tree) {
        let mut rows = Vec::new();
        for (line, entry) in (0_u32..).zip(&self.slice.entries) {
            let whole = i128::from(entry.amount.0);
            if self.tally.place(line) != Place::Outside || !self.scope.covers(entry, self.directory) {
                continue;
            }
            let is_own = self.scope.amount(entry, whole, self.directory).is_some();
            let other = self.counts_instead(line as usize);
            let is_shown = other.is_some_and(|other| self.amount(other).is_some() && tree.beside.contains_key(&other));
            if is_shown {
                continue;
            }
            if is_own && (other.is_some() || entry.net_of.is_some() || entry.in_use == Some(InUse::No)) {
                rows.push(self.stands_beside(line, 0));
            } else if !is_own && self.scope.names(entry) && entry.partners.len() > 1 && other.is_none() {
                rows.push(self.row(line, 0, Counts::NotDivided));
            }
        }
        self.rows.extend(rows);
    }

    fn stands_beside(&self, line: u32, depth: u8) -> Row {
        let other = self.counts_instead(line as usize).and_then(|other| self.id(other));
        let entry = self.slice.entry(line);
        let net_of = entry.and_then(|entry| entry.net_of.clone());
        let is_out = entry.is_some_and(|entry| entry.in_use == Some(InUse::No));
        let depth = if other.is_some() { depth.saturating_add(1) } else { depth };
        let counts = match (net_of, other) {
            (Some(gross), _) => Counts::NetOf(gross),
            (None, Some(other)) if !is_out => Counts::RivalOf(other),
            _ => Counts::NotInUse,
        };
        let beside = self.counts_instead(line as usize).map(|other| self.groups(other)).filter(|groups| !groups.is_empty());
        let row = self.row(line, depth, counts);
        Row { groups: beside.unwrap_or_else(|| row.groups.clone()), ..row }
    }

    /// The groups that a line's amount is in; of a line that is in none, the one that it would be in.
    fn groups(&self, line: u32) -> Vec<GroupKey> {
        let Some(entry) = self.slice.entry(line) else { return Vec::new() };
        if entry.partners.is_empty() && self.is_of_several(self.wholes_shown(line)) {
            return vec![GroupKey::PartnerNotStated];
        }
        let named = |key: &Numbered| key.named(self.group, self.directory);
        match self.tally.homes.get(line as usize).and_then(Option::as_ref) {
            Some(home) => vec![named(home)],
            None if self.group == Group::Partner && entry.weights.is_some() => {
                entry.partners.iter().map(|partner| named(&Numbered::partner(*partner))).collect()
            }
            None => vec![named(&Numbered::of(self.group, entry, self.directory))],
        }
    }

    /// Whether figures are of different partners, so that a part of them that states none cannot be said to be any one's.
    fn is_of_several(&self, wholes: impl IntoIterator<Item = u32>) -> bool {
        let whose = |line: u32| self.slice.entry(line).map(|entry| &entry.partners);
        let mut wholes = wholes.into_iter();
        let first = wholes.next().and_then(whose);
        self.group == Group::Partner && wholes.any(|other| whose(other) != first)
    }

    fn wholes_shown(&self, line: u32) -> impl Iterator<Item = u32> {
        let set = self.slice.wholes.set_of(line as usize).map(|set| self.slice.wholes.lines(set)).unwrap_or_default();
        set.iter().copied().filter(|whole| self.amount(*whole).is_some())
    }

    fn row(&self, line: u32, depth: u8, counts: Counts) -> Row {
        let entry = self.slice.entry(line);
        let amount = self.amount(line).and_then(pence).or_else(|| entry.map(|entry| entry.amount));
        Row {
            line: self.id(line),
            groups: self.groups(line),
            year: self.slice.key.year,
            depth,
            amount: amount.unwrap_or(Pence::ZERO),
            up_to: entry.and_then(|entry| entry.up_to),
            counts,
            flags: self.slice.flags(line).set(),
        }
    }

    /// The amount of a line that counts or is a part of what does.
    fn amount(&self, line: u32) -> Option<i128> {
        match self.tally.place(line) {
            Place::Counted(amount) => Some(amount),
            Place::Part(amount) => amount,
            Place::Outside => None,
        }
    }

    fn wholes(&self, line: u32) -> Vec<MoneyId> {
        let set = self.slice.wholes.set_of(line as usize).map(|set| self.slice.wholes.lines(set)).unwrap_or_default();
        set.iter().filter_map(|whole| self.id(*whole)).collect()
    }

    fn id(&self, line: u32) -> Option<MoneyId> {
        self.slice.entry(line).map(|entry: &Entry| entry.id.clone())
    }
}
