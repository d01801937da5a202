//! A service's money as a treasurer follows it: each council's budget and outturn, what is spent once and when it is back, and
//! what selling the service brings.

use std::collections::BTreeMap;

use crate::analysis::life::{CaseFigures, figures};
use crate::analysis::savings::{Group, GroupKey, Ledger, SavingsQuestion};
use crate::domain::money::{Basis, Money, MoneyId, MoneyKind};
use crate::domain::pence::{self, Pence};
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;
use crate::words::{self, money};

/// Budget and outturn of somebody, of one kind of money.
#[derive(Debug, Clone, PartialEq)]
pub struct Outturn {
    /// Whose, as it reads; all together in the last row.
    pub whose: String,
    /// What was approved; nothing where nothing is stated.
    pub budget: Option<Pence>,
    /// What is expected now.
    pub forecast: Option<Pence>,
    /// What came of it.
    pub actual: Option<Pence>,
    /// The outturn less the budget; what is expected less the budget where the year is not booked yet.
    pub over: Option<Pence>,
    /// Whether that is only expected.
    pub is_expected: bool,
}

/// Each partner's budget and outturn of a service in a year, and all together. A total is over everything that is stated on its
/// basis; bases stand side by side.
pub fn outturn(
    workspace: &Workspace,
    ledger: &Ledger,
    service: &ServiceId,
    kind: MoneyKind,
    year: FinancialYear,
) -> Vec<Outturn> {
    let bar = |basis: Basis| {
        let asked = SavingsQuestion { service: Some(service.clone()), group: Group::Partner, ..SavingsQuestion::savings(basis) };
        ledger.year(workspace, &asked.about(kind), year)
    };
    let bars = [bar(Basis::Budget), bar(Basis::Forecast), bar(Basis::Actual)];
    let mut rows: BTreeMap<GroupKey, (String, [Option<Pence>; 3])> = BTreeMap::new();
    for (place, bar) in bars.iter().enumerate() {
        for group in &bar.groups {
            let (_, amounts) = rows.entry(group.key.clone()).or_insert_with(|| (group.label.clone(), [None; 3]));
            if let Some(amount) = amounts.get_mut(place) {
                *amount = Some(group.amount);
            }
        }
    }
    let order = |key: &GroupKey| match key {
        GroupKey::Partner(id) => {
            workspace.partners_in_order().iter().position(|partner| partner.id == *id).unwrap_or(usize::MAX - 2)
        }
        GroupKey::Together(_) => usize::MAX - 1,
        _ => usize::MAX,
    };
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.order_by_key(|(key, _)| (order(key), key.clone()));
    let whole = bars.map(|bar| bar.total);
    if whole.iter().all(Option::is_none) {
        return Vec::new();
    }
    let mut all: Vec<Outturn> = rows.into_iter().map(|(_, (whose, amounts))| of(whose, amounts)).collect();
    all.push(of("All together".to_owned(), whole));
    all
}

fn of(whose: String, [budget, forecast, actual]: [Option<Pence>; 3]) -> Outturn {
    let over = budget.zip(actual.or(forecast)).and_then(|(budget, came)| came.minus(budget));
    Outturn { whose, budget, forecast, actual, over, is_expected: actual.is_none() && forecast.is_some() }
}

/// Over or under, with the word; what is over in a cost is too much, and in a saving or an income more than was hoped for.
pub fn over_says(row: &Outturn) -> String {
    let expected = if row.is_expected { ", expected" } else { "" };
    match row.over {
        None => "n/a".to_owned(),
        Some(Pence(0)) => format!("On budget{expected}"),
        Some(over) if over > Pence::ZERO => format!("{} over{expected}", money::exact(over)),
        Some(under) => format!("{} under{expected}", money::exact(Pence(under.0.saturating_abs()))),
    }
}

/// Bases on which anything is stated for a service, with what comes once and when it is back.
pub fn paybacks(workspace: &Workspace, ledger: &Ledger, service: &ServiceId) -> Vec<(Basis, CaseFigures)> {
    let on = |basis: &Basis| (*basis, figures(workspace, ledger, service, *basis));
    let all = Basis::ALL.iter().map(on);
    all.filter(|(_, figures)| figures.once.is_some() || figures.yearly.is_some()).collect()
}

/// An income from selling a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Sold {
    /// The line.
    pub line: MoneyId,
    /// What it is for.
    pub title: String,
    /// Which year, on which basis.
    pub when: String,
    /// Who pays, where that is stated.
    pub payer: Option<String>,
    /// What comes in.
    pub gross: Pence,
    /// What is left of it, as a paper states it.
    pub net: Option<Pence>,
    /// The one less the other: worked out, not printed anywhere.
    pub between: Option<Pence>,
    /// Where it is stated.
    pub source: Option<String>,
}

/// What selling a service brings, the latest year first. What a paper states as the net of it stands beside it.
pub fn sold(workspace: &Workspace, service: &ServiceId) -> Vec<Sold> {
    let name = service.as_str();
    let is_income = |line: &&Money| {
        let of = line.sum.as_ref().is_some_and(|sum| sum.kind == MoneyKind::Income);
        of && line.net_of.is_none() && line.covers.iter().flatten().any(|covered| covered.as_str() == name)
    };
    let mut lines: Vec<&Money> = workspace.money.values().filter(is_income).collect();
    lines.order_by_key(|line| {
        let sum = line.sum.as_ref();
        (std::cmp::Reverse(sum.and_then(|sum| sum.year)), sum.and_then(|sum| sum.basis), line.id.clone())
    });
    lines.into_iter().filter_map(|line| sold_line(workspace, line)).collect()
}

fn sold_line(workspace: &Workspace, line: &Money) -> Option<Sold> {
    let sum = line.sum.as_ref()?;
    let nets: Vec<Pence> = workspace
        .money
        .values()
        .filter(|other| other.net_of.as_ref() == Some(&line.id))
        .filter_map(|other| other.sum.as_ref().map(|sum| sum.pence))
        .collect();
    // Two that state different nets are left to the page of savings, where both stand.
    let net = nets.first().copied().filter(|first| nets.iter().all(|net| net == first));
    let year = sum.year.map_or_else(|| "year not stated".to_owned(), |year| year.to_string());
    let basis = sum.basis.map_or_else(|| "basis not stated".to_owned(), |basis| basis.label().to_lowercase());
    Some(Sold {
        line: line.id.clone(),
        title: line.title.clone().unwrap_or_else(|| words::name(workspace, &Subject::from(&line.id))),
        when: format!("{year}, {basis}"),
        payer: line.fund.as_ref().map(|fund| fund.giver.clone()),
        gross: sum.pence,
        net,
        between: net.and_then(|net| sum.pence.minus(net)),
        source: line.source.as_ref().map(words::source::source),
    })
}

/// What selling it brings in a year on a basis, in a sentence; nothing where nothing is stated.
pub fn sold_says(sold: &[Sold]) -> String {
    match sold {
        [] => "No income from selling this service is stated.".to_owned(),
        [one] => format!("{} comes in from selling it ({}).", money::exact(one.gross), one.when),
        many => {
            let most = pence::total(many.iter().map(|one| one.gross).max()).unwrap_or_default();
            format!(
                "{} stated; the largest is {}.",
                words::sentence(&words::count(many.len(), "income is", "incomes are")),
                money::exact(most)
            )
        }
    }
}
