//! What a business case comes to: its money by year and by partner, from the money lines on its basis, and when it pays back.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::savings::{Group, Ledger, Payback, SavingsQuestion};
use crate::domain::case::{Case, SignOff, SignOffId, Signed};
use crate::domain::money::{Basis, MoneyKind};
use crate::domain::partner::PartnerId;
use crate::domain::pence::{self, Pence};
use crate::domain::service::ServiceId;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::words;

/// A table of amounts: what heads its columns, and a name with a cell for each column. What is not stated is no £0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Amounts {
    /// Over the columns, beside the first one.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<(String, Vec<Option<Pence>>)>,
}

/// What the lines on one basis come to for a service.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFigures {
    /// Savings, income, costs and what is left, by year.
    pub by_year: Amounts,
    /// Savings, income and costs of each partner, by year.
    pub by_partner: Amounts,
    /// What it costs once, all years together.
    pub once: Option<Pence>,
    /// What it saves a year, net, in the last year for which that is stated.
    pub yearly: Option<(FinancialYear, Pence)>,
    /// One-off cost ÷ net annual saving.
    pub payback: Payback,
    /// How many figures state no year, so that they are in no year's sum.
    pub undated: bool,
}

/// The figures of a service on a basis.
pub fn figures(workspace: &Workspace, ledger: &Ledger, service: &ServiceId, basis: Basis) -> CaseFigures {
    let asked = SavingsQuestion { service: Some(service.clone()), ..SavingsQuestion::savings(basis) };
    let kinds = [MoneyKind::Saving, MoneyKind::Income, MoneyKind::Cost];
    let answers: Vec<_> = kinds
        .iter()
        .map(|kind| (*kind, ledger.answer(workspace, &SavingsQuestion { group: Group::Partner, ..asked.clone().about(*kind) })))
        .collect();
    let counted = |bar: &&crate::analysis::savings::Bar| bar.total.is_some();
    let years: BTreeSet<FinancialYear> =
        answers.iter().flat_map(|(_, answer)| answer.bars.iter().filter(counted).filter_map(|bar| bar.year)).collect();
    let balances: Vec<_> = years.iter().map(|year| (*year, ledger.balance(&asked, *year))).collect();
    let row = |name: &str, of: fn(&crate::analysis::savings::Balance) -> Option<Pence>| {
        (name.to_owned(), balances.iter().map(|(_, balance)| of(balance)).collect::<Vec<_>>())
    };
    let stated = |(_, cells): &(String, Vec<Option<Pence>>)| cells.iter().any(Option::is_some);
    let rows = [
        row("Savings", |balance| balance.savings),
        row("Income", |balance| balance.income),
        row("Costs every year", |balance| balance.running_costs),
        row("Costs once", |balance| balance.one_off_costs),
        row("Net: savings and income less costs every year", |balance| balance.net),
    ];
    let heads: Vec<String> = years.iter().map(FinancialYear::to_string).collect();
    let costs: Vec<Pence> = balances.iter().filter_map(|(_, balance)| balance.one_off_costs).collect();
    let once = if costs.is_empty() { None } else { pence::total(costs) };
    let yearly = balances.iter().rev().find_map(|(year, balance)| Some((*year, balance.net?)));
    CaseFigures {
        by_year: Amounts { heads: heads.clone(), rows: rows.into_iter().filter(stated).collect() },
        by_partner: Amounts { heads, rows: by_partner(&answers, &years) },
        once,
        payback: Payback::of(once, yearly.map(|(_, net)| net)),
        yearly,
        undated: answers.iter().any(|(_, answer)| answer.undated.is_some()),
    }
}

type Answers = [(MoneyKind, crate::analysis::savings::SavingsAnswer)];

fn by_partner(answers: &Answers, years: &BTreeSet<FinancialYear>) -> Vec<(String, Vec<Option<Pence>>)> {
    let mut rows = Vec::new();
    for (kind, answer) in answers {
        for group in &answer.groups {
            let cell = |year: &FinancialYear| {
                let bar = answer.bar(*year)?;
                bar.groups.iter().find(|one| one.key == group.key).map(|one| one.amount)
            };
            let cells: Vec<Option<Pence>> = years.iter().map(cell).collect();
            if cells.iter().any(Option::is_some) {
                rows.push((format!("{}: {}", kind.label(), group.label), cells));
            }
        }
    }
    rows
}

/// When it pays back, with the figures that this is made of.
pub fn payback_says(figures: &CaseFigures) -> String {
    let once = figures.once.map(words::money::exact);
    let yearly = figures.yearly.map(|(year, net)| (words::money::exact(net), year));
    match (figures.payback, once, yearly) {
        (Payback::TenthsOfYears(tenths), Some(once), Some((net, year))) => {
            let years = if tenths == 10 { "year" } else { "years" };
            format!(
                "It pays back in {}.{} {years}: {once} once ÷ {net} net a year, as stated for {year}.",
                tenths / 10,
                tenths % 10
            )
        }
        (Payback::DoesNotPayBack, Some(once), Some((net, year))) => {
            format!("It does not pay back: it costs {once} once, and saves {net} net a year, as stated for {year}.")
        }
        (_, Some(_), None) => "When it pays back cannot be said: no saving is stated for a year.".to_owned(),
        (_, None, Some(_)) => "When it pays back cannot be said: no cost that comes once is stated for a year.".to_owned(),
        _ => "When it pays back cannot be said: neither its cost nor its saving is stated for a year.".to_owned(),
    }
}

/// What a case is called: `Detailed business case, version 2`.
pub fn called(case: &Case) -> String {
    let level = case.level.map_or("Business case", |level| level.label());
    case.version.map_or_else(|| level.to_owned(), |version| format!("{level}, version {version}"))
}

/// The cases of a service: the detailed before the high-level ones, the latest version first.
pub fn cases<'w>(workspace: &'w Workspace, service: &ServiceId) -> Vec<&'w Case> {
    let mut all: BTreeMap<_, &Case> = BTreeMap::new();
    for case in workspace.cases.values().filter(|case| case.service.as_ref() == Some(service)) {
        all.insert((case.level, case.version, case.dated, case.id.clone()), case);
    }
    all.into_values().rev().collect()
}

/// A council's treasurer, and how the sign-off stands.
#[derive(Debug, Clone, PartialEq)]
pub struct SignOffRow {
    /// Its record, which may not be there yet.
    pub id: Option<SignOffId>,
    /// The council.
    pub council: String,
    /// Whether it is signed off, and the figures are those that were signed.
    pub holds: bool,
    /// In a word or two.
    pub word: &'static str,
    /// Who, when, and which figures.
    pub says: Option<String>,
}

/// A row for each council whose treasurer has to sign a case off.
pub fn signoffs(workspace: &Workspace, ledger: &Ledger, case: &Case) -> Vec<SignOffRow> {
    let now = stated_now(workspace, ledger, case);
    let row = |council: PartnerId| {
        let id = SignOffId::of(&case.id, &council);
        let signoff: Option<&SignOff> = id.as_ref().and_then(|id| workspace.signoffs.get(id));
        let signed = signoff.and_then(|signoff| signoff.signed.as_ref());
        let has_moved = signed.is_some_and(|signed| (signed.pence, signed.yearly) != now);
        SignOffRow {
            id,
            council: words::partner::short(workspace, &council),
            holds: signed.is_some() && !has_moved,
            word: match (signed, has_moved) {
                (None, _) => "Not signed off",
                (Some(_), true) => "Signed off, figures changed since",
                (Some(_), false) => "Signed off",
            },
            says: signed.map(words::cases::signed),
        }
    };
    case.signers(workspace).into_iter().map(row).collect()
}

/// What the figures of a case come to now: what it costs once, and saves a year.
pub fn stated_now(workspace: &Workspace, ledger: &Ledger, case: &Case) -> (Option<Pence>, Option<Pence>) {
    let of = case.service.as_ref().zip(case.level);
    of.map_or((None, None), |(service, level)| {
        let figures = figures(workspace, ledger, service, level.basis());
        (figures.once, figures.yearly.map(|(_, net)| net))
    })
}

/// A treasurer's sign-off of the figures as they stand now.
pub fn signed_now(workspace: &Workspace, case: &Case, signed: Signed) -> Signed {
    let (pence, yearly) = stated_now(workspace, &Ledger::of(workspace), case);
    Signed { pence, yearly, ..signed }
}
