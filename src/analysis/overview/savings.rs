//! What is saved in the year of the reading date, and what it is held against.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::analysis::overview::sentence::{Leads, Mark, Sentence};
use crate::analysis::savings::{Bar, Counts, GroupAmount, GroupKey, Ledger, SavingsQuestion, Yardstick};
use crate::domain::money::{Basis, MoneyKind};
use crate::domain::pence::Pence;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;
use crate::words::{self, money, source};

/// What is expected, from the firmest to the first guess. What is delivered is told apart from it.
const EXPECTED: [Basis; 5] = [Basis::Forecast, Basis::Budget, Basis::DetailedCase, Basis::HighLevelCase, Basis::Indicative];

/// More lines than this are not asked for their papers.
const MANY: usize = 100;

/// How many shares of a sum are named.
const SHARES: usize = 4;

/// How many papers are named as the source of one sentence.
const PAPERS: usize = 3;

/// Sentences about savings in the financial year of the reading date.
pub fn savings(workspace: &Workspace, ledger: &Ledger, reading: NaiveDate) -> Vec<Sentence> {
    let Some(year) = FinancialYear::of(reading) else { return Vec::new() };
    let bar = |basis: Basis| ledger.year(workspace, &SavingsQuestion::savings(basis), year);
    let expected = EXPECTED.into_iter().map(|basis| (basis, bar(basis))).find(|(_, bar)| bar.total.is_some());
    let delivered = bar(Basis::Actual);
    let mut sentences = Vec::new();
    if let Some((basis, bar)) = &expected {
        sentences.extend(stated(workspace, ledger, *basis, (year, bar), delivered.total));
    }
    let beside = expected.as_ref().and_then(|(_, bar)| bar.total);
    sentences.extend(stated(workspace, ledger, Basis::Actual, (year, &delivered), beside));
    if expected.is_some() && delivered.total.is_none() {
        let says = format!("Nothing is reported yet as actually saved in {year}.");
        sentences.push(Sentence::new(Mark::NotReported).say(says));
    }
    let held = expected.as_ref().map_or((Basis::Actual, &delivered), |(basis, bar)| (*basis, bar));
    sentences.extend(held_against(workspace, held.0, held.1, year));
    sentences.extend(behind(held.1));
    sentences
}

/// The sum on a basis; `beside` is the one that another sentence tells.
fn stated(
    workspace: &Workspace,
    ledger: &Ledger,
    basis: Basis,
    (year, bar): (FinancialYear, &Bar),
    beside: Option<Pence>,
) -> Option<Sentence> {
    let total = bar.total?;
    let mut shares: Vec<&GroupAmount> = bar.groups.iter().filter(|group| group.amount != Pence::ZERO).collect();
    if shares.len() > SHARES {
        shares.order_by_key(|share| Reverse(share.amount));
    }
    let others = [beside, bar.against.amount()];
    let amounts = || shares.iter().map(|share| share.amount).chain([total]);
    let rounded = money::Unit::rounded(amounts());
    let reads_alike = rounded.reads_alike(amounts().chain(others.into_iter().flatten()));
    let unit = if reads_alike { money::Unit::exact(amounts()) } else { rounded };
    let show = |amount| if shares.len() > 1 { unit.show(amount) } else { money::apart(amount, others.into_iter().flatten()) };
    let split = match shares.as_slice() {
        [] => String::new(),
        [one] => format!(", {}", whose(one)),
        several => {
            let each = several.iter().map(|share| format!("{} {}", show(share.amount), whose(share)));
            format!(": {}", words::count::list_some(each, SHARES))
        }
    };
    let programmes = ledger.programmes(workspace, &SavingsQuestion::savings(basis), year);
    let within = match programmes.as_slice() {
        [] => String::new(),
        several => format!(" in {}", words::count::list_some(several, SHARES)),
    };
    let rounded = shares.len() > 1 && !unit.adds_up(shares.iter().map(|share| share.amount), total);
    Some(
        Sentence::new(Mark::Plain)
            .link(format!("Savings of {}", show(total)), Leads::Savings)
            .say(format!(" {} {year}{within}{split}.", how(basis)))
            .because(rounded.then(|| "Figures are rounded, so that they may not add up.".to_owned()))
            .from(papers(workspace, ledger, basis, year)),
    )
}

fn how(basis: Basis) -> &'static str {
    match basis {
        Basis::Indicative => "are indicated for",
        Basis::HighLevelCase => "stand in high-level business cases for",
        Basis::DetailedCase => "stand in detailed business cases for",
        Basis::Budget => "are budgeted for",
        Basis::Forecast => "are forecast for",
        Basis::Actual => "are reported as made in",
    }
}

fn whose(group: &GroupAmount) -> String {
    match group.key {
        GroupKey::PartnerNotStated => "whose partner is not stated".to_owned(),
        _ => group.label.clone(),
    }
}

/// The papers of the lines that count, where they are few enough to name. Many lines have many papers: those are not asked.
fn papers(workspace: &Workspace, ledger: &Ledger, basis: Basis, year: FinancialYear) -> Option<String> {
    let sums = workspace.money.values().filter_map(|line| line.sum.as_ref());
    if sums.filter(|sum| sum.basis == Some(basis) && sum.year == Some(year)).nth(MANY).is_some() {
        return None;
    }
    let question = SavingsQuestion { year: Some(year), ..SavingsQuestion::savings(basis) };
    let answer = ledger.answer(workspace, &question);
    let lines = answer.rows.iter().filter(|row| row.counts == Counts::Yes).filter_map(|row| row.line.as_ref());
    let sources = lines.map(|line| workspace.money.get(line)?.source.as_ref().map(source::source));
    let papers: Option<BTreeSet<String>> = sources.collect();
    papers.filter(|papers| (1..=PAPERS).contains(&papers.len())).map(|papers| papers.into_iter().collect::<Vec<_>>().join("; "))
}

fn held_against(workspace: &Workspace, basis: Basis, bar: &Bar, year: FinancialYear) -> Option<Sentence> {
    let sentence = Sentence::new(Mark::Attention);
    match &bar.against {
        Yardstick::NotSet => {
            let sums = || workspace.money.values().filter_map(|line| line.sum.as_ref());
            if !sums().any(|sum| matches!(sum.kind, MoneyKind::Saving | MoneyKind::Target)) {
                return None;
            }
            let any = sums().any(|sum| sum.kind == MoneyKind::Target);
            let when = if any { format!(" for {year}") } else { String::new() };
            let sentence = sentence.link("No savings target", Leads::Savings).say(format!(" has been set{when}."));
            let reason = "No paper and no person has stated one, so that nothing can be behind it or ahead of it.";
            Some(sentence.because((!any).then(|| reason.to_owned())))
        }
        Yardstick::Partly { .. } => {
            let sentence = sentence.link("Targets", Leads::Savings);
            let says = format!(" for {year} are set for only some of the savings, so that the sum cannot be held against them.");
            Some(sentence.say(says))
        }
        Yardstick::Target { amount, .. } => Some(compared(sentence, basis, bar, *amount, "the target", year)),
        Yardstick::ApprovedBudget { amount, .. } => {
            let compared = compared(sentence, basis, bar, *amount, "the approved budget", year);
            Some(compared.because("No savings target has been set; the approved budget serves in its place.".to_owned()))
        }
    }
}

fn compared(sentence: Sentence, basis: Basis, bar: &Bar, target: Pence, what: &str, year: FinancialYear) -> Sentence {
    let what = format!("{what} of {}", money::apart(target, bar.total));
    let far = |pence: Pence| money::short(Pence(pence.0.saturating_abs()));
    let savings = match basis {
        Basis::Actual => "Savings made so far",
        _ => "Savings as expected",
    };
    let (mark, says) = match bar.variance {
        None => (Mark::NotReported, format!(" in {year} are not reported; {what} is set.")),
        Some(short) if short.0 < 0 => (Mark::Attention, format!(" in {year} are {} short of {what}.", far(short))),
        Some(Pence::ZERO) => (Mark::Plain, format!(" in {year} meet {what}.")),
        Some(over) => (Mark::Plain, format!(" in {year} are {} above {what}.", far(over))),
    };
    Sentence { mark, ..sentence }.link(savings, Leads::Savings).say(says)
}

fn behind(bar: &Bar) -> Option<Sentence> {
    let mut behind: Vec<&GroupAmount> =
        bar.groups.iter().filter(|group| group.variance.is_some_and(|variance| variance.0 < 0)).collect();
    behind.order_by_key(|group| group.variance);
    let each = behind.iter().filter_map(|group| {
        let short = money::short(Pence(group.variance?.0.saturating_abs()));
        Some(format!("{}, {short} short", group.label))
    });
    (bar.groups.len() > 1 && !behind.is_empty()).then(|| {
        let named: Vec<String> = each.take(super::NAMED).collect();
        let more = behind.len() - named.len();
        let more = if more == 0 { String::new() } else { format!("; and {} more", words::number(more as u64)) };
        Sentence::new(Mark::Attention)
            .link("Behind their own target", Leads::Savings)
            .say(format!(": {}{more}.", named.join("; ")))
    })
}
