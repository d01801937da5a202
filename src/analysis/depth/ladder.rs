//! A service's figure of one kind and year on every basis, and what people say moved it from one to the next.
//!
//! Figures on different bases stand side by side and are never added. What the recorded reasons do not account for is not
//! explained, whichever way it goes.

use std::collections::BTreeSet;

use crate::analysis::savings::{Flag, Group, Ledger, SavingsQuestion};
use crate::domain::money::{Basis, MoneyKind};
use crate::domain::pence::{self, Pence};
use crate::domain::service::ServiceId;
use crate::domain::shift::{Shift, ShiftId, Shifted};
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::{InOrder, OneByOne};

/// The figure on a basis.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// Which.
    pub basis: Basis,
    /// What its lines come to, as everywhere else.
    pub amount: Pence,
    /// What a reader must see beside it.
    pub flags: BTreeSet<Flag>,
}

/// From a basis to the next on which something is stated.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// From this one.
    pub from: Basis,
    /// To this one.
    pub to: Basis,
    /// The whole movement.
    pub change: Pence,
    /// Reasons that lie within it, in the order of bases.
    pub reasons: Vec<ShiftId>,
    /// What they do not account for.
    pub unexplained: Pence,
}

/// The whole ladder.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ladder {
    /// Bases on which something is stated, the least firm first.
    pub rungs: Vec<Rung>,
    /// Between each two of them.
    pub steps: Vec<Step>,
    /// Reasons that lie between bases on which nothing is stated, so that they move nothing that is shown.
    pub unplaced: Vec<ShiftId>,
}

/// Every kind but a target, which has no basis.
pub fn kinds() -> Vec<MoneyKind> {
    MoneyKind::ALL.iter().copied().filter(|kind| *kind != MoneyKind::Target).collect()
}

/// The ladder of a service.
pub fn ladder(workspace: &Workspace, ledger: &Ledger, service: &ServiceId, kind: MoneyKind, year: FinancialYear) -> Ladder {
    let rung = |basis: &Basis| {
        let asked = SavingsQuestion { service: Some(service.clone()), group: Group::All, ..SavingsQuestion::savings(*basis) };
        let bar = ledger.year(workspace, &asked.about(kind), year);
        Some(Rung { basis: *basis, amount: bar.total?, flags: bar.flags })
    };
    let rungs: Vec<Rung> = Basis::ALL.iter().filter_map(rung).collect();
    let mut reasons: Vec<(&Shifted, &Shift)> = workspace
        .shifts
        .values()
        .filter(|shift| shift.service.as_ref() == Some(service))
        .filter_map(|shift| Some((shift.moved.as_ref()?, shift)))
        .filter(|(moved, _)| moved.kind == kind && moved.year == year)
        .collect();
    reasons.order_by_key(|(moved, shift)| (moved.from, moved.to, moved.reason, shift.id.clone()));
    let mut placed: BTreeSet<ShiftId> = BTreeSet::new();
    let mut steps = Vec::new();
    for pair in rungs.windows(2) {
        let [before, after] = pair else { continue };
        let within: Vec<_> = reasons.iter().filter(|(moved, _)| before.basis <= moved.from && moved.to <= after.basis).collect();
        let Some(step) = step(before, after, &within) else { continue };
        placed.extend(step.reasons.iter().cloned());
        steps.push(step);
    }
    let unplaced = reasons.iter().map(|(_, shift)| &shift.id).filter(|id| !placed.contains(id)).cloned().collect();
    Ladder { rungs, steps, unplaced }
}

/// Nothing where the amounts do not fit.
fn step(before: &Rung, after: &Rung, reasons: &[&(&Shifted, &Shift)]) -> Option<Step> {
    let change = after.amount.minus(before.amount)?;
    let explained = pence::total(reasons.iter().map(|(moved, _)| moved.pence))?;
    Some(Step {
        from: before.basis,
        to: after.basis,
        change,
        reasons: reasons.iter().map(|(_, shift)| shift.id.clone()).collect(),
        unexplained: change.minus(explained)?,
    })
}

/// Years in which something of a kind is stated on a basis, in order.
pub fn years(workspace: &Workspace, kind: MoneyKind) -> Vec<FinancialYear> {
    let sums = workspace.money.values().filter_map(|line| line.sum.as_ref());
    let of_kind = sums.filter(|sum| sum.kind == kind && sum.basis.is_some());
    let years: BTreeSet<FinancialYear> = of_kind.filter_map(|sum| sum.year).one_by_one();
    years.into_iter().collect()
}
