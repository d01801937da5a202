//! Figures of measures for partners that do not take part, and of periods in which the measure is not read.

use crate::domain::integrity::Found;
use crate::domain::measure::{Measure, MeasureId};
use crate::domain::partner::PartnerId;
use crate::domain::period::Period;
use crate::domain::service::ParticipationId;
use crate::domain::subject::Subject;
use crate::domain::year::FinancialYear;

pub(super) fn find(found: &mut Found<'_>) {
    let workspace = found.workspace;
    for (id, readings) in workspace.readings.iter() {
        let stated = Period::ALL.iter().filter(|period| readings.at(**period).is_some()).copied().collect();
        look(found, &Subject::from(id), (id.measure(), id.year(), id.partner()), stated);
    }
    for (id, targets) in workspace.targets.iter() {
        // A target for the whole year is one of every measure, however often it is read.
        let stated = |period: &&Period| **period != Period::Year && targets.at(**period).is_some();
        let stated = Period::ALL.iter().filter(stated).copied().collect();
        look(found, &Subject::from(id), (id.measure(), id.year(), id.partner()), stated);
    }
}

type Of = (Option<MeasureId>, Option<FinancialYear>, Option<PartnerId>);

fn look(found: &mut Found<'_>, subject: &Subject, of: Of, stated: Vec<Period>) {
    let (Some(id), Some(year), Some(partner)) = of else { return };
    let Some(measure) = found.workspace.measures.get(&id) else { return };
    if let Some(period) = stated.iter().find(|period| period.frequency() != measure.often()) {
        let says = format!(
            "{} has a figure for {} of {year}, but is read {}. It counts nowhere: enter it for another period, or take it out.",
            found.name(subject),
            period.label(),
            measure.often().label().to_lowercase()
        );
        found.add(subject, period.key(), says);
    }
    if !stated.is_empty() && is_stranger(found, measure, &partner, year) {
        let service = measure.service.as_ref().map(|service| found.name(&Subject::from(service))).unwrap_or_default();
        let says = format!(
            "{} has figures for {year}, but the partner does not take part in {service}. Put right whose they are, or the partner's part.",
            found.name(subject)
        );
        found.add(subject, "", says);
    }
}

/// Where nobody's part in the service is entered yet, nothing can be said.
fn is_stranger(found: &Found<'_>, measure: &Measure, partner: &PartnerId, year: FinancialYear) -> bool {
    let Some(service) = &measure.service else { return false };
    let mut parts = found.workspace.parts_in(service).peekable();
    parts.peek().is_some()
        && ParticipationId::of(service, partner)
            .and_then(|id| found.workspace.participations.get(&id))
            .is_none_or(|participation| !participation.takes_part(Some(year)))
}
