//! Every money line in its place, kept up to date change by change, and the answers that come of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::savings::answer::{Bar, Delivered, Flag, GroupAmount, GroupHead, SavingsAnswer, Yardstick};
use crate::analysis::savings::directory::Directory;
use crate::analysis::savings::entry::{Entry, SliceKey};
use crate::analysis::savings::group::Numbered;
use crate::analysis::savings::payback::{Balance, Payback};
use crate::analysis::savings::question::{SavingsQuestion, View};
use crate::analysis::savings::rivals::NamedGroups;
use crate::analysis::savings::rows;
use crate::analysis::savings::series;
use crate::analysis::savings::slice::Slice;
use crate::analysis::savings::tally::{Scope, Tally, pence};
use crate::analysis::savings::yardstick::{self, Measured};
use crate::domain::money::{Basis, InUse, MoneyId, MoneyKind};
use crate::domain::pence::{self, Pence};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;

/// All lines, sorted into slices of one kind, basis and year, each assessed once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ledger {
    /// As it was read from the workspace, to see whether a change of a service or partner touches any sum.
    read: Directory,
    directory: Directory,
    slices: BTreeMap<SliceKey, Slice>,
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
            .collect();
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

    /// Every kind and basis that some line has, in order: what a person can choose from.
    pub fn choices(&self) -> Vec<(MoneyKind, Option<Basis>)> {
        let all: BTreeSet<_> = self.slices.keys().map(|key| (key.kind, key.basis)).collect();
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

    /// Answers a question in full.
    pub fn answer(&self, workspace: &Workspace, question: &SavingsQuestion) -> SavingsAnswer {
        let scope = Scope::of(question, &self.directory);
        let slices: Vec<&Slice> = self.on(question.kind, question.basis).collect();
        let amounts = match question.view {
            View::New => series::increases(&slices),
            View::Yearly | View::Cumulative => slices.iter().map(|slice| series::amounts(slice)).collect(),
        };
        let mut tallies: BTreeMap<Option<FinancialYear>, (&Slice, Tally)> = BTreeMap::new();
        for (slice, amounts) in slices.into_iter().zip(&amounts) {
            let tally = Tally::of(slice, amounts, &scope, question.group, &self.directory);
            tallies.insert(slice.key.year, (slice, tally));
        }
        let mut answer = self.bars(workspace, question, &scope, &tallies);
        let is_listed = |year: &Option<FinancialYear>| match (question.year, question.view) {
            (None, _) => true,
            (Some(asked), View::Cumulative) => year.is_some_and(|year| year <= asked),
            (Some(asked), _) => *year == Some(asked),
        };
        let mut not_itemised: Option<i128> = None;
        for (_, (slice, tally)) in tallies.iter().filter(|(year, _)| is_listed(year)) {
            let (rows, rest) = rows::rows(slice, tally, &scope, question.group, &self.directory);
            answer.flags.extend(rows.iter().flat_map(|row| row.flags.iter().copied()));
            answer.rows.extend(rows);
            not_itemised = rest.map_or(not_itemised, |rest| Some(not_itemised.unwrap_or(0) + rest));
        }
        answer.not_itemised = not_itemised.and_then(pence);
        answer
    }

    /// One year's bar in the yearly view, without the work for the others.
    pub fn year(&self, workspace: &Workspace, question: &SavingsQuestion, year: FinancialYear) -> Bar {
        let scope = Scope::of(question, &self.directory);
        let key = SliceKey { kind: question.kind, basis: question.basis, year: Some(year) };
        let tallied = self.slices.get(&key).map(|slice| (slice, self.tally(slice, question, &scope)));
        let tallied = tallied.as_ref().map(|(slice, tally)| (*slice, tally));
        let measured = self.measured(question, &scope, Some(year), tallied);
        let sums = tallied.map(|(_, tally)| Sums::of(tally)).unwrap_or_default();
        self.bar(workspace, question, Some(year), &sums, measured)
    }

    /// Savings, income, costs and funding of one year side by side, of what was asked.
    pub fn balance(&self, question: &SavingsQuestion, year: FinancialYear) -> Balance {
        let scope = Scope::of(question, &self.directory);
        let sum = |kind: MoneyKind, keep: &dyn Fn(&Entry) -> bool| {
            let slice = self.slices.get(&SliceKey { kind, basis: question.basis, year: Some(year) })?;
            let tally = self.tally(slice, question, &scope);
            let amounts =
                tally.counted().filter(|line| slice.entry(*line).is_some_and(keep)).filter_map(|line| tally.amount(line));
            amounts.fold(None, |sum, amount| Some(sum.unwrap_or(0) + amount)).and_then(pence)
        };
        let all = |_: &Entry| true;
        let (savings, income) = (sum(MoneyKind::Saving, &all), sum(MoneyKind::Income, &all));
        let running_costs = sum(MoneyKind::Cost, &|entry| entry.is_recurring);
        let one_off_costs = sum(MoneyKind::Cost, &|entry| !entry.is_recurring);
        let stated = savings.is_some() || income.is_some();
        let gross = pence::total([savings, income].into_iter().flatten()).filter(|_| stated);
        let net = gross.and_then(|gross| gross.minus(running_costs.unwrap_or_default()));
        Balance {
            savings,
            income,
            running_costs,
            one_off_costs,
            funding: sum(MoneyKind::Funding, &all),
            net,
            payback: Payback::of(one_off_costs, net),
        }
    }

    fn on(&self, kind: MoneyKind, basis: Option<Basis>) -> impl Iterator<Item = &Slice> {
        let first = SliceKey { kind, basis, year: None };
        let from = self.slices.range(first..);
        from.take_while(move |(key, _)| key.kind == kind && key.basis == basis).map(|(_, slice)| slice)
    }

    fn tally(&self, slice: &Slice, question: &SavingsQuestion, scope: &Scope) -> Tally {
        Tally::of(slice, &series::amounts(slice), scope, question.group, &self.directory)
    }

    fn bars(
        &self,
        workspace: &Workspace,
        question: &SavingsQuestion,
        scope: &Scope,
        tallies: &BTreeMap<Option<FinancialYear>, (&Slice, Tally)>,
    ) -> SavingsAnswer {
        let mut years: BTreeSet<Option<FinancialYear>> =
            tallies.iter().filter(|(_, (_, tally))| tally.total.is_some()).map(|(year, _)| *year).collect();
        let mut measures: BTreeMap<Option<FinancialYear>, Measured> = BTreeMap::new();
        let yardsticks =
            self.on(MoneyKind::Target, None).chain(self.on(question.kind, Some(Basis::Budget))).map(|slice| slice.key.year);
        for year in years.iter().copied().chain(yardsticks).collect::<BTreeSet<_>>() {
            let counted = tallies.get(&year).map(|(slice, tally)| (*slice, tally));
            let measured = self.measured(question, scope, year, counted);
            if measured.whole != Yardstick::NotSet {
                years.insert(year);
            }
            measures.insert(year, measured);
        }
        let mut answer = SavingsAnswer {
            bars: Vec::new(),
            undated: None,
            groups: Vec::new(),
            rows: Vec::new(),
            total: None,
            not_itemised: None,
            flags: BTreeSet::new(),
        };
        let mut keys: BTreeSet<Numbered> = BTreeSet::new();
        let mut sofar = Sums::default();
        let mut held: Option<Yardstick> = None;
        for year in years {
            let mut sums = tallies.get(&year).map(|(_, tally)| Sums::of(tally)).unwrap_or_default();
            let mut measured = measures.remove(&year).unwrap_or_default();
            if question.view == View::Cumulative && year.is_some() {
                sofar.add(&sums);
                sums = sofar.clone();
                let grown = grown(held.take(), measured.whole);
                measured = Measured { whole: grown.clone(), groups: BTreeMap::new() };
                held = Some(grown);
            }
            keys.extend(sums.groups.keys().cloned());
            let bar = self.bar(workspace, question, year, &sums, measured);
            answer.flags.extend(bar.flags.iter().copied());
            if year.is_some() { answer.bars.push(bar) } else { answer.undated = Some(bar) }
        }
        answer.groups = keys
            .into_iter()
            .map(|key| {
                let key = key.named(question.group, &self.directory);
                GroupHead { label: key.label(workspace), series: key.series(workspace), key }
            })
            .collect();
        answer.total = match (question.year, question.view) {
            (Some(year), View::Cumulative) => answer.bars.iter().rfind(|bar| bar.year <= Some(year)).and_then(|bar| bar.total),
            (Some(year), _) => answer.bar(year).and_then(|bar| bar.total),
            (None, View::Cumulative) => answer.bars.last().and_then(|bar| bar.total),
            (None, _) => {
                let totals: Vec<Pence> = answer.bars.iter().filter_map(|bar| bar.total).collect();
                if totals.is_empty() { None } else { pence::total(totals) }
            }
        };
        answer
    }

    fn measured(
        &self,
        question: &SavingsQuestion,
        scope: &Scope,
        year: Option<FinancialYear>,
        counted: Option<(&Slice, &Tally)>,
    ) -> Measured {
        if question.kind != MoneyKind::Saving || question.view == View::New {
            return Measured::default();
        }
        let targets = self.slices.get(&SliceKey { kind: MoneyKind::Target, basis: None, year });
        let budget = SliceKey { kind: question.kind, basis: Some(Basis::Budget), year };
        let budget = self.slices.get(&budget).filter(|_| question.basis != Some(Basis::Budget));
        yardstick::measure(
            targets,
            budget,
            counted.filter(|(_, tally)| tally.total.is_some()),
            scope,
            question.group,
            &self.directory,
        )
    }

    fn bar(
        &self,
        workspace: &Workspace,
        question: &SavingsQuestion,
        year: Option<FinancialYear>,
        sums: &Sums,
        mut measured: Measured,
    ) -> Bar {
        let total = sums.total.and_then(pence);
        let variance = |amount: Option<Pence>, against: &Yardstick| amount?.minus(against.amount()?);
        let groups = sums
            .groups
            .iter()
            .map(|(numbered, amount)| {
                let key = numbered.named(question.group, &self.directory);
                let amount = pence(*amount);
                let against = measured.groups.remove(numbered).unwrap_or_default();
                GroupAmount {
                    label: key.label(workspace),
                    key,
                    amount: amount.unwrap_or_default(),
                    variance: variance(amount, &against),
                    delivered: Delivered::of(amount, against.amount()),
                    against,
                }
            })
            .collect();
        let mut flags = sums.flags.clone();
        if sums.total.is_some() && total.is_none() {
            flags.insert(Flag::TooLarge);
        }
        Bar {
            year,
            total,
            groups,
            variance: variance(total, &measured.whole),
            delivered: Delivered::of(total, measured.whole.amount()),
            against: measured.whole,
            flags,
        }
    }
}

/// A year's sum, or that of all years so far.
#[derive(Debug, Clone, Default)]
struct Sums {
    total: Option<i128>,
    groups: BTreeMap<Numbered, i128>,
    flags: BTreeSet<Flag>,
}

impl Sums {
    fn of(tally: &Tally) -> Self {
        Self { total: tally.total, groups: tally.groups.clone(), flags: tally.flags.clone() }
    }

    fn add(&mut self, year: &Self) {
        if let Some(total) = year.total {
            self.total = Some(self.total.unwrap_or(0) + total);
        }
        for (key, amount) in &year.groups {
            *self.groups.entry(key.clone()).or_default() += amount;
        }
        self.flags.extend(year.flags.iter().copied());
    }
}

/// What all years so far are held against: only where each of them has something to be held against.
fn grown(before: Option<Yardstick>, year: Yardstick) -> Yardstick {
    let Some(before) = before else { return year };
    let (Some(sum), mut lines) = (before.amount().zip(year.amount()).and_then(|(one, other)| one.plus(other)), lines(&before))
    else {
        return match (before, year) {
            (Yardstick::NotSet, Yardstick::NotSet) => Yardstick::NotSet,
            (before, year) => Yardstick::Partly { lines: [lines(&before), lines(&year)].concat() },
        };
    };
    lines.extend(self::lines(&year));
    match (before, year) {
        (Yardstick::Target { .. }, Yardstick::Target { .. }) => Yardstick::Target { amount: sum, lines },
        _ => Yardstick::ApprovedBudget { amount: sum, lines },
    }
}

fn lines(yardstick: &Yardstick) -> Vec<MoneyId> {
    match yardstick {
        Yardstick::NotSet => Vec::new(),
        Yardstick::Target { lines, .. } | Yardstick::ApprovedBudget { lines, .. } | Yardstick::Partly { lines } => lines.clone(),
    }
}

/// Groups of lines that are named as statements of the same thing, each by the first of its lines.
fn named_groups(links: &BTreeMap<MoneyId, MoneyId>) -> NamedGroups {
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
