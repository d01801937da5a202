//! Measures of services as people look at them: who reads which, how they stand together, and what is entered of them.

mod chart;
mod entry;
mod headline;
mod live;
mod register;
mod table;

use std::collections::BTreeSet;

use crate::analysis::risks::by_number;
use crate::domain::measure::Measure;
use crate::domain::partner::PartnerId;
use crate::domain::reading::{ReadingsId, TargetsId};
use crate::domain::service::ServiceId;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::{InOrder, OneByOne};

pub use crate::domain::gate::without_baseline;

pub use chart::{Column, Panel, Picture, picture};
pub use entry::{Cell, Grid, GridRow, Place, Typed, Wrong, grid, periods, read};
pub use headline::{Tally, tally};
pub use live::{LiveGroup, LiveRow, live, live_table};
pub use register::{Chosen, Group, LineRow, Row, first, register, register_table};
pub use table::{PeriodCell, PeriodRow, Periods, by_period};

/// The measures of a service by reference, 2 before 10, then by name.
pub fn of_service<'w>(workspace: &'w Workspace, service: &ServiceId) -> Vec<&'w Measure> {
    let mut all: Vec<&Measure> =
        workspace.measures.values().filter(|measure| measure.service.as_ref() == Some(service)).collect();
    in_order(&mut all);
    all
}

/// The services that have a measure.
pub fn measured(workspace: &Workspace) -> BTreeSet<ServiceId> {
    workspace.measures.values().filter_map(|measure| measure.service.clone()).one_by_one()
}

fn in_order(measures: &mut [&Measure]) {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    measures.order_by(|one, other| {
        let unnumbered = |measure: &Measure| measure.reference.as_deref().is_none_or(|text| text.trim().is_empty());
        unnumbered(one)
            .cmp(&unnumbered(other))
            .then_with(|| by_number(&text(&one.reference), &text(&other.reference)))
            .then_with(|| by_number(&text(&one.name).to_lowercase(), &text(&other.name).to_lowercase()))
            .then_with(|| one.id.cmp(&other.id))
    });
}

/// Whose figures a measure has in a year: of partners that take part in its service then, and of any for which figures were
/// entered. In the order of the workspace.
pub fn partners(workspace: &Workspace, measure: &Measure, year: FinancialYear) -> Vec<PartnerId> {
    let taking_part = measure.service.iter().flat_map(|service| workspace.parts_in(service));
    let taking_part = taking_part.filter(|(_, part)| part.takes_part(Some(year))).map(|(partner, _)| partner);
    let mut found: Vec<PartnerId> = taking_part.chain(workspace.with_figures(&measure.id)).collect();
    found.order_by(Ord::cmp);
    found.dedup();
    let order = workspace.settings().and_then(|about| about.order.as_deref()).unwrap_or_default();
    let name = |partner: &PartnerId| workspace.partners.get(partner).and_then(|partner| partner.name.clone());
    found.order_by_key(|partner| (order.iter().position(|known| known == partner).unwrap_or(usize::MAX), name(partner)));
    found
}

/// The years for which there are figures, with these and one more to plan, latest first.
pub fn years(workspace: &Workspace, beside: impl Iterator<Item = FinancialYear>) -> Vec<FinancialYear> {
    let beside: Vec<FinancialYear> = beside.collect();
    let next = beside.iter().max().and_then(|year| year.next());
    let stated =
        workspace.readings.keys().filter_map(ReadingsId::year).chain(workspace.targets.keys().filter_map(TargetsId::year));
    let years: BTreeSet<FinancialYear> = stated.chain(beside).chain(next).one_by_one();
    years.into_iter().rev().collect()
}
