//! A ladder as it is shown: bars that fall from one to the next, a sentence, and all services side by side.

use std::collections::BTreeSet;

use crate::analysis::depth::ladder::{Ladder, Step, ladder};
use crate::analysis::savings::Ledger;
use crate::domain::money::{Basis, MoneyKind};
use crate::domain::pence::Pence;
use crate::domain::service::ServiceId;
use crate::domain::shift::ShiftId;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::{InOrder, OneByOne};
use crate::words::{self, money};

/// More services than anybody reads at once.
pub const MOST_SERVICES: usize = 50;

/// A bar of the waterfall, and a row of its table.
#[derive(Debug, Clone, PartialEq)]
pub struct Fall {
    /// What it is called.
    pub name: String,
    /// Where it begins: nought for a figure, what came before for a movement.
    pub from: Pence,
    /// Where it ends.
    pub to: Pence,
    /// The basis whose figure it is; nothing for a movement.
    pub basis: Option<Basis>,
    /// The reason that people gave; nothing for a figure and for what is not explained.
    pub shift: Option<ShiftId>,
    /// How much it is, with its sign where it moves.
    pub amount: String,
    /// Why, who said so, and where it is stated.
    pub notes: Vec<String>,
}

impl Fall {
    /// Whether it is a movement that nobody explained.
    pub fn is_unexplained(&self) -> bool {
        self.basis.is_none() && self.shift.is_none()
    }
}

/// The bars of a ladder: a figure, what moved it, the next figure.
pub fn falls(workspace: &Workspace, ladder: &Ladder) -> Vec<Fall> {
    let mut falls = Vec::new();
    for rung in &ladder.rungs {
        if let Some(step) = ladder.steps.iter().find(|step| step.to == rung.basis) {
            let from = ladder.rungs.iter().find(|one| one.basis == step.from).map(|one| one.amount);
            falls.extend(movements(workspace, step, from.unwrap_or_default()));
        }
        falls.push(Fall {
            name: rung.basis.label().to_owned(),
            from: Pence::ZERO,
            to: rung.amount,
            basis: Some(rung.basis),
            shift: None,
            amount: money::exact(rung.amount),
            notes: rung.flags.iter().map(|flag| flag.label().to_owned()).collect(),
        });
    }
    falls
}

fn movements(workspace: &Workspace, step: &Step, mut at: Pence) -> Vec<Fall> {
    let mut falls = Vec::new();
    for id in &step.reasons {
        let Some((shift, moved)) = workspace.shifts.get(id).and_then(|shift| Some((shift, shift.moved.as_ref()?))) else {
            continue;
        };
        let Some(to) = at.plus(moved.pence) else { continue };
        let said = shift.said_by.as_ref().map(|said| match said.on {
            Some(on) => format!("{}, {}", said.who, words::date::long(on)),
            None => said.who.clone(),
        });
        falls.push(Fall {
            name: moved.reason.label().to_owned(),
            from: at,
            to,
            basis: None,
            shift: Some(id.clone()),
            amount: money::change(moved.pence, money::exact),
            notes: [shift.why.clone(), said, shift.source.as_ref().map(words::source::source)].into_iter().flatten().collect(),
        });
        at = to;
    }
    if let Some(to) = at.plus(step.unexplained).filter(|_| step.unexplained != Pence::ZERO) {
        falls.push(Fall {
            name: "Not explained".to_owned(),
            from: at,
            to,
            basis: None,
            shift: None,
            amount: money::change(step.unexplained, money::exact),
            notes: vec!["No recorded reason accounts for this.".to_owned()],
        });
    }
    falls
}

/// The ladder in a sentence or two: the first and the last figure, what moved it most, and what nobody explained.
pub fn says(workspace: &Workspace, ladder: &Ladder, kind: MoneyKind, year: FinancialYear) -> String {
    let what = kind.label().to_lowercase();
    let (Some(first), Some(last)) = (ladder.rungs.first(), ladder.rungs.last()) else {
        return format!("No {what} is stated on any basis for {year}.");
    };
    let on = |basis: Basis| basis.label().to_lowercase();
    if first.basis == last.basis {
        return format!("{} is stated on one basis alone for {year}: {}.", money::exact(first.amount), on(first.basis));
    }
    let change = last.amount.minus(first.amount).unwrap_or_default();
    let went = match change.0 {
        0 => "is the same as".to_owned(),
        more if more > 0 => format!("is {} more than", money::exact(change)),
        _ => format!("is {} less than", money::exact(Pence(change.0.saturating_abs()))),
    };
    let moved = ladder.steps.iter().flat_map(|step| &step.reasons).filter_map(|id| workspace.shifts.get(id)?.moved.as_ref());
    let largest = moved.max_by_key(|moved| moved.pence.0.unsigned_abs());
    let largest = largest.map(|moved| {
        let amount = money::change(moved.pence, money::exact);
        format!(" What moved it most is {}: {amount}.", words::depth::reason(moved.reason))
    });
    let open: Vec<String> = ladder
        .steps
        .iter()
        .filter(|step| step.unexplained != Pence::ZERO)
        .map(|step| format!("{} from {} to {}", money::change(step.unexplained, money::exact), on(step.from), on(step.to)))
        .collect();
    let open = match open.as_slice() {
        [] => " Every movement is explained.".to_owned(),
        open => format!(" Not explained: {}.", words::list(open)),
    };
    format!(
        "The {} of {} for {year} {went} the {} of {}.{}{open}",
        on(last.basis),
        money::exact(last.amount),
        on(first.basis),
        money::exact(first.amount),
        largest.unwrap_or_default()
    )
}

/// A service in the table of all: its figure on every basis, which are never added.
#[derive(Debug, Clone, PartialEq)]
pub struct LadderRow {
    /// Which.
    pub service: ServiceId,
    /// What it is called.
    pub name: String,
    /// A cell for each basis in order; nothing where nothing is stated, which is not nought.
    pub cells: Vec<Option<Pence>>,
    /// What of its movements is not explained, one after the other.
    pub unexplained: Vec<Pence>,
}

/// Services of which something is stated for a year, and those that they belong to, by name.
pub fn services(workspace: &Workspace, kind: MoneyKind, year: FinancialYear) -> Vec<ServiceId> {
    let fits = |line: &&crate::domain::money::Money| {
        line.sum.as_ref().is_some_and(|sum| sum.kind == kind && sum.year == Some(year) && sum.basis.is_some())
    };
    let covered = workspace.money.values().filter(fits).flat_map(|line| line.covers.iter().flatten());
    let mut found: BTreeSet<ServiceId> = covered.filter_map(Subject::typed).one_by_one();
    let mut new: Vec<ServiceId> = found.iter().cloned().collect();
    while let Some(id) = new.pop() {
        let parent = workspace.services.get(&id).and_then(|service| service.parent.clone());
        new.extend(parent.filter(|parent| found.insert(parent.clone())));
    }
    let mut all: Vec<(String, ServiceId)> =
        found.into_iter().map(|id| (words::name(workspace, &Subject::from(&id)), id)).collect();
    all.order_by(Ord::cmp);
    all.into_iter().map(|(_, id)| id).collect()
}

/// One of them.
pub fn row(workspace: &Workspace, ledger: &Ledger, service: &ServiceId, kind: MoneyKind, year: FinancialYear) -> LadderRow {
    let ladder = ladder(workspace, ledger, service, kind, year);
    let cell = |basis: &Basis| ladder.rungs.iter().find(|rung| rung.basis == *basis).map(|rung| rung.amount);
    LadderRow {
        service: service.clone(),
        name: words::name(workspace, &Subject::from(service)),
        cells: Basis::ALL.iter().map(cell).collect(),
        unexplained: ladder.steps.iter().map(|step| step.unexplained).filter(|rest| *rest != Pence::ZERO).collect(),
    }
}
