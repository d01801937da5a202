//! What speaks against green. The program never changes a person's status; it asks for a line.

use chrono::NaiveDate;

use crate::domain::measure::Measure;
use crate::domain::partner::PartnerId;
use crate::domain::performance::Line;
use crate::domain::rag::Rag;
use crate::domain::service::ServiceId;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;

/// The first thing that speaks against a service being green: an overdue milestone, a red measure, a forecast under its target.
pub fn doubt_of_green(workspace: &Workspace, service: &ServiceId, reading: NaiveDate) -> Option<&'static str> {
    let overdue = || {
        workspace.milestones.values().any(|milestone| {
            milestone.about.as_ref().is_some_and(|about| about.as_str() == service.as_str()) && milestone.is_overdue(reading)
        })
    };
    if overdue() {
        return Some("A milestone of this service is overdue.");
    }
    if any_line(workspace, service, reading, |line| line.judged().is_ok_and(|judged| judged.light == Rag::Red)) {
        return Some("A measure of this service is red.");
    }
    let falls_short = |line: &Line<'_>| {
        line.forecast().is_some_and(|forecast| forecast.is_stated)
            && line.outlook().is_ok_and(|judged| judged.light != Rag::Green)
    };
    any_line(workspace, service, reading, falls_short).then_some("A measure of this service is forecast to miss its target.")
}

/// Whether something is so of a measure of the service for a partner in the current year.
fn any_line(workspace: &Workspace, service: &ServiceId, reading: NaiveDate, is_so: impl Fn(&Line<'_>) -> bool) -> bool {
    let Some(year) = FinancialYear::of(reading) else { return false };
    let so_for = |measure: &Measure, partner: &PartnerId| is_so(&Line::of(workspace, measure, partner, year));
    let of_service = workspace.measures.values().filter(|measure| measure.service.as_ref() == Some(service));
    of_service
        .flat_map(|measure| workspace.partners.keys().map(move |partner| (measure, partner)))
        .any(|(one, of)| so_for(one, of))
}
