//! Every money line in its place, kept up to date change by change.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::savings::answer::Flag;
use crate::analysis::savings::directory::Directory;
use crate::analysis::savings::entry::{Entry, SliceKey};
use crate::analysis::savings::rivals::{NamedGroups, named_groups};
use crate::analysis::savings::slice::Slice;
use crate::domain::money::{Basis, InUse, MoneyId, MoneyKind};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::OneByOne;
use crate::shed::{Shed, shed_all};

/// All lines, sorted into slices of one kind, basis and year, each assessed once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ledger {
    /// As it was read from the workspace, to see whether a change of a service or partner touches any sum.
    read: Directory,
    pub(super) directory: Directory,
    pub(super) slices: BTreeMap<SliceKey, Slice>,
    homes: BTreeMap<MoneyId, SliceKey>,
    links: BTreeMap<MoneyId, MoneyId>,
    named: NamedGroups,
}

impl Ledger {
    /// Sorts and assesses every line.
    pub fn of(workspace: &Workspace) -> Self {
        let read = Directory::of(workspace);
        let mut ledger = Self { directory: read.clone(), read, ..Self::default() };
        let mut sorted: BTreeMap<SliceKey, Vec<Entry>> = BTreeMap::new();
        for line in workspace.money.values() {
            let Some(sum) = &line.sum else { continue };
            let key = SliceKey::of(sum);
            sorted.entry(key).or_default().push(Entry::of(line, sum, &mut ledger.directory));
            ledger.homes.insert(line.id.clone(), key);
            if let Some(other) = &line.rival_of {
                ledger.links.insert(line.id.clone(), other.clone());
            }
        }
        ledger.named = named_groups(&ledger.links);
        for (key, entries) in sorted {
            let slice = Slice::assess(key, entries, &ledger.named, &ledger.directory);
            ledger.slices.insert(key, slice);
        }
        ledger
    }

    /// Takes in what one change touched: only the slices that it reaches are assessed again. It comes to the same as
    /// reading the whole workspace anew.
    pub fn refresh<'s>(&mut self, workspace: &Workspace, touched: impl IntoIterator<Item = &'s Subject>) {
        let mut lines: Vec<MoneyId> = Vec::new();
        let mut reaches_directory = false;
        for subject in touched {
            match subject.kind() {
                "money" => lines.extend(subject.typed::<MoneyId>()),
                "partner" | "programme" | "phase" | "service" | "workspace" => reaches_directory = true,
                _ => {}
            }
        }
        if reaches_directory && Directory::of(workspace) != self.read {
            *self = Self::of(workspace);
            return;
        }
        let mut reached: BTreeSet<SliceKey> = BTreeSet::new();
        for id in &lines {
            reached.extend(self.homes.remove(id));
            let before = self.links.remove(id);
            let line = workspace.money.get(id);
            if let Some(sum) = line.and_then(|line| line.sum.as_ref()) {
                let key = SliceKey::of(sum);
                self.homes.insert(id.clone(), key);
                reached.insert(key);
            }
            let after = line.filter(|line| line.sum.is_some()).and_then(|line| line.rival_of.clone());
            if let Some(other) = after.clone() {
                self.links.insert(id.clone(), other);
            }
            if before != after {
                let named = named_groups(&self.links);
                let moved = |id: &&MoneyId| self.named.get(*id) != named.get(*id);
                reached.extend(self.named.keys().chain(named.keys()).filter(moved).filter_map(|id| self.homes.get(id)));
                self.named = named;
            }
        }
        for key in reached {
            self.assess_again(workspace, key, &lines);
        }
    }

    fn assess_again(&mut self, workspace: &Workspace, key: SliceKey, lines: &[MoneyId]) {
        let mut entries: BTreeMap<MoneyId, Entry> = self
            .slices
            .remove(&key)
            .map(|slice| slice.entries)
            .unwrap_or_default()
            .into_iter()
            .map(|entry| (entry.id.clone(), entry))
            .one_by_one();
        for id in lines {
            entries.remove(id);
            let line = workspace.money.get(id).and_then(|line| Some((line, line.sum.as_ref()?)));
            if let Some((line, sum)) = line.filter(|(_, sum)| SliceKey::of(sum) == key) {
                entries.insert(id.clone(), Entry::of(line, sum, &mut self.directory));
            }
        }
        if !entries.is_empty() {
            let slice = Slice::assess(key, entries.into_values().collect(), &self.named, &self.directory);
            self.slices.insert(key, slice);
        }
    }

    /// Whether another line says something else about the same thing, whichever of the two names the other.
    pub fn is_disputed(&self, id: &MoneyId) -> bool {
        let slice = self.homes.get(id).and_then(|key| self.slices.get(key));
        slice.is_some_and(|slice| slice.place(id).is_some_and(|line| slice.flags(line).contains(Flag::NotReconciled)))
    }

    /// Every kind and basis that some line has, in order: what a person can choose from.
    pub fn choices(&self) -> Vec<(MoneyKind, Option<Basis>)> {
        let all: BTreeSet<_> = self.slices.keys().map(|key| (key.kind, key.basis)).one_by_one();
        all.into_iter().collect()
    }

    /// Figures of one kind, basis and year that say different things about the same thing, where nobody has said which
    /// one to go by: the one that counts, then those beside it.
    pub fn disputes(&self) -> Vec<Vec<MoneyId>> {
        let mut disputes = Vec::new();
        for slice in self.slices.values() {
            let mut beside: BTreeMap<u32, Vec<&Entry>> = BTreeMap::new();
            for (entry, rivalry) in slice.entries.iter().zip(&slice.rivals).filter(|(_, rivalry)| rivalry.is_disputed) {
                if let Some(winner) = rivalry.beside {
                    beside.entry(winner).or_default().push(entry);
                }
            }
            for (winner, others) in beside {
                let Some(winner) = slice.entry(winner).filter(|winner| winner.in_use != Some(InUse::Yes)) else { continue };
                let open = others.into_iter().filter(|other| other.in_use.is_none() && other.amount != winner.amount);
                let ids: Vec<MoneyId> = open.map(|other| other.id.clone()).collect();
                if !ids.is_empty() {
                    disputes.push([vec![winner.id.clone()], ids].concat());
                }
            }
        }
        disputes
    }
}

impl Shed for Ledger {
    fn shed(&mut self, most: usize) -> usize {
        let mut gone = shed_all([&mut self.homes, &mut self.links, &mut self.named], most);
        while gone < most {
            let Some(mut last) = self.slices.last_entry() else { break };
            let entries = last.get_mut().entries.shed(most - gone);
            gone += entries;
            if entries == 0 {
                last.remove();
            }
        }
        gone
    }
}
