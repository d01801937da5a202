//! Answering questions from the ledger.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::savings::answer::{
    Bar, Delivered, Flag, GroupAmount, GroupHead, OpenIncrease, Row, SavingsAnswer, Yardstick,
};
use crate::analysis::savings::entry::{Entry, SliceKey};
use crate::analysis::savings::group::{GroupKey, Numbered};
use crate::analysis::savings::ledger::Ledger;
use crate::analysis::savings::payback::{Balance, Payback};
use crate::analysis::savings::question::{Group, SavingsQuestion, View};
use crate::analysis::savings::rows;
use crate::analysis::savings::series::{self, Increases};
use crate::analysis::savings::slice::Slice;
use crate::analysis::savings::sums::{Sums, grown};
use crate::analysis::savings::tally::{Scope, Tally, pence};
use crate::analysis::savings::yardstick::{self, Measured};
use crate::domain::money::{Basis, MoneyKind};
use crate::domain::pence::{self, Pence};
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::OneByOne;

impl Ledger {
    /// Answers a question in full.
    pub fn answer(&self, workspace: &Workspace, question: &SavingsQuestion) -> SavingsAnswer {
        let scope = Scope::of(question, &self.directory);
        let slices: Vec<&Slice> = self.on(question.kind, question.basis).collect();
        let increases = match question.view {
            View::New => series::increases(&slices),
            View::Yearly | View::Cumulative => {
                slices.iter().map(|slice| Increases { amounts: series::amounts(slice), open: Vec::new() }).collect()
            }
        };
        let mut open_increases = Vec::new();
        let mut tallies: BTreeMap<Option<FinancialYear>, (&Slice, Tally)> = BTreeMap::new();
        for (slice, Increases { amounts, open }) in slices.into_iter().zip(increases) {
            let tally = Tally::of(slice, &amounts, &scope, question.group, &self.directory);
            open_increases.extend(open.into_iter().filter(|open| tally.amount(open.line).is_some()).filter_map(|open| {
                let entry = slice.entry(open.line)?;
                let more = pence(scope.amount(entry, open.more, &self.directory)?)?;
                Some(OpenIncrease {
                    year: slice.key.year?,
                    line: entry.id.clone(),
                    counted: open.counted,
                    other: open.other,
                    more,
                })
            }));
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
            let (mut rows, rest) = rows::rows(slice, tally, &scope, question.group, &self.directory);
            let counts_from_open = |row: &&mut Row| {
                let is_it = |open: &OpenIncrease| Some(open.year) == row.year && row.line.as_ref() == Some(&open.line);
                open_increases.iter().any(is_it)
            };
            for row in rows.iter_mut().filter(counts_from_open) {
                row.flags.insert(Flag::CountsFromOpen);
            }
            answer.flags.extend(rows.iter().flat_map(|row| row.flags.iter().copied()));
            answer.rows.extend(rows);
            not_itemised = rest.map_or(not_itemised, |rest| Some(not_itemised.unwrap_or(0) + rest));
        }
        answer.not_itemised = not_itemised.and_then(pence);
        answer.open_increases = open_increases;
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

    /// The programmes that the sum of a year is of, as they read; what belongs to none is none.
    pub fn programmes(&self, workspace: &Workspace, question: &SavingsQuestion, year: FinancialYear) -> Vec<String> {
        let question = SavingsQuestion { group: Group::Programme, ..question.clone() };
        let groups = match question.view {
            View::Yearly => self.year(workspace, &question, year).groups,
            View::New | View::Cumulative => {
                self.answer(workspace, &question).bar(year).map(|bar| bar.groups.clone()).unwrap_or_default()
            }
        };
        let is_one = |group: &GroupAmount| group.amount != Pence::ZERO && group.key != GroupKey::NotStated;
        groups.into_iter().filter(is_one).map(|group| group.label).collect()
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
            tallies.iter().filter(|(_, (_, tally))| tally.total.is_some()).map(|(year, _)| *year).one_by_one();
        let mut measures: BTreeMap<Option<FinancialYear>, Measured> = BTreeMap::new();
        let yardsticks =
            self.on(MoneyKind::Target, None).chain(self.on(question.kind, Some(Basis::Budget))).map(|slice| slice.key.year);
        for year in years.iter().copied().chain(yardsticks).one_by_one::<BTreeSet<_>>() {
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
            open_increases: Vec::new(),
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
