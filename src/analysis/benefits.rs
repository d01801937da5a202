//! Benefits as people look at them: what was expected beside what came of it, by service, by partner and kind, with the money beside.

use chrono::NaiveDate;

use crate::analysis::life::figures;
use crate::analysis::savings::Ledger;
use crate::domain::benefit::{Benefit, BenefitId, BenefitKind, Foreseen, Reach, Shown};
use crate::domain::money::Basis;
use crate::domain::partner::PartnerId;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::words::{self, benefits};

/// Which benefits are looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// Of one service.
    pub service: Option<ServiceId>,
    /// Received by one partner.
    pub partner: Option<PartnerId>,
    /// Of one kind.
    pub sort: Option<BenefitKind>,
    /// Only those that should be there and are not.
    pub overdue: bool,
}

/// The benefits of a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Which.
    pub service: Option<ServiceId>,
    /// What it is called.
    pub name: String,
    /// Those of the case first, then those that came beside it.
    pub rows: Vec<Row>,
}

/// A benefit as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which.
    pub id: BenefitId,
    /// What is gained.
    pub what: String,
    /// What sort of gain it is.
    pub sort: &'static str,
    /// Whether the case foresaw it.
    pub foreseen: bool,
    /// Who receives it; empty where that is not stated.
    pub partners: String,
    /// What was expected; nothing where that is not stated.
    pub expected: Option<String>,
    /// What it came to so far; nothing where nobody has reported it.
    pub actual: Option<String>,
    /// How much of it is there, or why that cannot be said.
    pub achievement: String,
    /// By when, and whether that is past.
    pub due: Option<(String, bool)>,
    /// Who sees to it.
    pub owner: Option<String>,
    /// Why it differs.
    pub commentary: Option<String>,
    /// Whether it differs and nobody has said why.
    pub is_unexplained: bool,
    /// Where it is stated.
    pub source: Option<String>,
}

/// Benefits service by service, in the order of their names.
pub fn groups(workspace: &Workspace, chosen: &Chosen, reading: NaiveDate) -> Vec<Group> {
    let mut all: Vec<(String, &Benefit)> = workspace
        .benefits
        .values()
        .filter(|one| is_chosen(workspace, one, chosen, reading))
        .map(|one| (service_name(workspace, one.service.as_ref()), one))
        .collect();
    all.order_by_key(|(name, one)| {
        (name.to_lowercase(), one.service.clone(), !one.is_foreseen(), one.date().is_none(), one.date(), one.id.clone())
    });
    let mut groups: Vec<Group> = Vec::new();
    for (name, one) in all {
        let row = row(workspace, one, reading);
        match groups.last_mut().filter(|group| group.service == one.service) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { service: one.service.clone(), name, rows: vec![row] }),
        }
    }
    groups
}

fn is_chosen(workspace: &Workspace, one: &Benefit, chosen: &Chosen, reading: NaiveDate) -> bool {
    let receives = |partner: &PartnerId| one.partners.iter().flatten().any(|receiver| receiver == partner);
    chosen.service.as_ref().is_none_or(|service| one.service.as_ref() == Some(service))
        && chosen.partner.as_ref().is_none_or(receives)
        && chosen.sort.is_none_or(|sort| one.sort == Some(sort))
        && (!chosen.overdue || one.is_overdue(workspace, reading))
}

fn service_name(workspace: &Workspace, service: Option<&ServiceId>) -> String {
    service.map_or_else(|| "Of no service".to_owned(), |id| words::name(workspace, &Subject::from(id)))
}

/// One benefit as it stands.
pub fn row(workspace: &Workspace, one: &Benefit, reading: NaiveDate) -> Row {
    let partners: Vec<String> = one.partners.iter().flatten().map(|id| words::partner::short(workspace, id)).collect();
    let due = one.date().map(|date| (words::date::long(date), one.is_overdue(workspace, reading)));
    Row {
        id: one.id.clone(),
        what: one.what.clone().unwrap_or_else(|| "A benefit without a name".to_owned()),
        sort: one.sort.map_or("Kind not stated", BenefitKind::label),
        foreseen: one.is_foreseen(),
        partners: words::list(partners),
        expected: one.promise.as_ref().and_then(benefits::expected),
        actual: actual(workspace, one, reading),
        achievement: benefits::achievement(one.achievement(workspace, reading)),
        due,
        owner: one.owner.clone(),
        commentary: one.commentary.clone(),
        is_unexplained: one.is_unexplained(workspace, reading),
        source: one.source.as_ref().map(words::source::source),
    }
}

fn actual(workspace: &Workspace, one: &Benefit, reading: NaiveDate) -> Option<String> {
    let unit = one.promise.as_ref().and_then(|promise| promise.unit.as_deref());
    let figure = one.shown(workspace, reading).map(|shown| match shown {
        Shown::Entered(value) => benefits::figure(value, unit),
        Shown::Measured(value) => format!("{}, by its measure", benefits::figure(value, unit)),
    });
    let stated = one.actual.as_ref();
    let reach = stated.and_then(|actual| actual.reach).map(|reach| reach.label().to_owned());
    let on = stated.and_then(|actual| actual.on).map(|on| format!("as at {}", words::date::long(on)));
    let parts: Vec<String> = [reach, stated.and_then(|actual| actual.result.clone()), figure, on].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// How benefits stand, each counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All of them.
    pub all: usize,
    /// Those that are there.
    pub reached: usize,
    /// Those that will not come.
    pub missed: usize,
    /// Those that should be there and are not.
    pub overdue: usize,
    /// Those of which nobody has reported anything.
    pub silent: usize,
    /// Those that the case did not foresee.
    pub unplanned: usize,
    /// Those that differ, and nobody has said why.
    pub unexplained: usize,
}

/// Counts those that are looked at.
pub fn tally(workspace: &Workspace, chosen: &Chosen, reading: NaiveDate) -> Tally {
    let mut tally = Tally::default();
    for one in workspace.benefits.values().filter(|one| is_chosen(workspace, one, chosen, reading)) {
        let is_missed = one.actual.as_ref().and_then(|actual| actual.reach) == Some(Reach::Missed);
        let is_silent = one.actual.is_none() && one.shown(workspace, reading).is_none();
        tally.all += 1;
        tally.reached += usize::from(one.is_over(workspace, reading) && !is_missed);
        tally.missed += usize::from(is_missed);
        tally.overdue += usize::from(one.is_overdue(workspace, reading));
        tally.silent += usize::from(is_silent);
        tally.unplanned += usize::from(one.promise.as_ref().is_some_and(|promise| promise.foreseen == Foreseen::Unplanned));
        tally.unexplained += usize::from(one.is_unexplained(workspace, reading));
    }
    tally
}

impl Tally {
    /// In sentences, with how many there are in all.
    pub fn says(self) -> String {
        if self.all == 0 {
            return "No benefit is recorded.".to_owned();
        }
        let all = words::sentence(&words::count(self.all, "benefit", "benefits"));
        let parts = [
            (self.reached, "reached"),
            (self.missed, "will not be reached"),
            (self.overdue, "overdue"),
            (self.silent, "not yet reported"),
            (self.unplanned, "not foreseen by the case"),
            (self.unexplained, "different from what was expected without a word why"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(many, _)| *many > 0)
            .map(|(many, word)| format!("{} {word}", words::number(many as u64)))
            .collect();
        if parts.is_empty() { format!("{all}.") } else { format!("{all}: {}.", words::list(parts)) }
    }
}

/// How many benefits of each kind a partner receives, and how many of them are there. Those for several count for each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerRow {
    /// Which; nothing for those of which nobody says who receives them.
    pub partner: Option<PartnerId>,
    /// What it is called.
    pub name: String,
    /// All and reached, for each kind in its order.
    pub cells: Vec<(usize, usize)>,
}

/// A row for each partner that receives anything.
pub fn by_partner(workspace: &Workspace, reading: NaiveDate) -> Vec<PartnerRow> {
    let partners = workspace.partners_in_order().into_iter().map(|partner| Some(partner.id.clone()));
    let rows = partners.chain([None]).map(|partner| {
        let receives = |one: &Benefit| match &partner {
            Some(partner) => one.partners.iter().flatten().any(|receiver| receiver == partner),
            None => one.partners.as_ref().is_none_or(Vec::is_empty),
        };
        let cell = |sort: &BenefitKind| {
            let mut cell = (0, 0);
            for one in workspace.benefits.values().filter(|one| one.sort == Some(*sort) && receives(one)) {
                let is_missed = one.actual.as_ref().and_then(|actual| actual.reach) == Some(Reach::Missed);
                cell = (cell.0 + 1, cell.1 + usize::from(one.is_over(workspace, reading) && !is_missed));
            }
            cell
        };
        let name = partner.as_ref().map_or_else(|| "Not stated".to_owned(), |id| words::partner::short(workspace, id));
        PartnerRow { cells: BenefitKind::ALL.iter().map(cell).collect(), name, partner: partner.clone() }
    });
    rows.filter(|row| row.cells.iter().any(|(all, _)| *all > 0)).collect()
}

/// The money of a service beside its other benefits: what its case says it saves a year, and what it has saved.
pub fn cash(workspace: &Workspace, ledger: &Ledger, service: &ServiceId) -> String {
    let cases = [Basis::DetailedCase, Basis::HighLevelCase, Basis::Indicative];
    let on = |basis: Basis| figures(workspace, ledger, service, basis).yearly.map(|(year, net)| (basis, year, net));
    let expected = cases.into_iter().find_map(on);
    let amount = |net| words::money::exact(net);
    let was = match expected {
        Some((basis, year, net)) => {
            format!(
                "{} net a year was expected, on the basis \"{}\", as stated for {year}.",
                amount(net),
                basis.label().to_lowercase()
            )
        }
        None => "No saving is stated in a business case.".to_owned(),
    };
    let came = match on(Basis::Actual) {
        Some((_, year, net)) => format!("{} net came of it in {year}.", amount(net)),
        None => "What it has saved is not yet reported.".to_owned(),
    };
    format!("{was} {came}")
}

/// A line of headings and a line for every benefit.
pub fn table(groups: &[Group]) -> Vec<Vec<String>> {
    let heads = [
        "Service",
        "Benefit",
        "Kind",
        "Foreseen",
        "Received by",
        "Expected",
        "Actual to date",
        "Achievement",
        "Due",
        "Overdue",
        "Owner",
        "Commentary",
        "Source",
    ];
    let line = |group: &Group, row: &Row| {
        let (due, is_late) = row.due.clone().unwrap_or_default();
        vec![
            group.name.clone(),
            row.what.clone(),
            row.sort.to_owned(),
            if row.foreseen { "In the business case" } else { "Not in the business case" }.to_owned(),
            row.partners.clone(),
            row.expected.clone().unwrap_or_default(),
            row.actual.clone().unwrap_or_else(|| words::NOT_REPORTED.to_owned()),
            row.achievement.clone(),
            due,
            if is_late { "Overdue" } else { "" }.to_owned(),
            row.owner.clone().unwrap_or_default(),
            row.commentary.clone().unwrap_or_default(),
            row.source.clone().unwrap_or_default(),
        ]
    };
    let lines = groups.iter().flat_map(|group| group.rows.iter().map(move |row| line(group, row)));
    std::iter::once(heads.map(str::to_owned).to_vec()).chain(lines).collect()
}
