//! A draft becomes a report that does not change: with its plan complete, and with the matrix, the rules and the figures of then.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::highlight::lacking::goes_on;
use crate::domain::highlight::{BenefitThen, Highlight, Issued, MeasureThen, Planned, RiskThen};
use crate::domain::measure::Measure;
use crate::domain::partner::PartnerId;
use crate::domain::performance::Line;
use crate::domain::rag::Rag;
use crate::domain::risk::Risk;
use crate::domain::service::ServiceId;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::OneByOne;

/// The report as it is published on a day.
pub fn frozen(workspace: &Workspace, draft: &Highlight, today: NaiveDate) -> Highlight {
    let mut report = draft.clone();
    let version = report.version.unwrap_or(1);
    if let (Some(content), Some(ending)) = (&mut report.content, report.ending) {
        let again = content.planned.iter().filter(|one| goes_on(one)).map(|one| Planned {
            due: one.again.as_ref().and_then(|again| again.due),
            carries: one.planned.carries.saturating_add(1),
            ..one.planned.clone()
        });
        let known = |next: &[Planned], key: &str| next.iter().any(|one| one.key == key);
        let again: Vec<Planned> = again.filter(|one| !known(&content.next, &one.key)).collect();
        let goes_on_still = |key: &str| content.planned.iter().find(|one| one.planned.key == key).is_none_or(goes_on);
        content.next.retain(|one| one.key.is_empty() || goes_on_still(&one.key));
        content.next.splice(0..0, again);
        // A version's number is part of the name, so that what a correction adds is never taken for something else.
        for (place, planned) in content.next.iter_mut().enumerate().filter(|(_, planned)| planned.key.is_empty()) {
            planned.key = format!("{ending}.{version}.{}", place + 1);
        }
    }
    let service = report.service.clone();
    report.issued = service.map(|service| issued(workspace, &service, today));
    report
}

fn issued(workspace: &Workspace, service: &ServiceId, today: NaiveDate) -> Issued {
    let reading = workspace.reading(today);
    let of_service = |risk: &&Risk| risk.service.as_ref() == Some(service) && risk.is_open();
    let risks = workspace.risks.values().filter(of_service).map(|risk| RiskThen {
        called: match (&risk.reference, &risk.title) {
            (Some(reference), Some(title)) => format!("{reference}: {title}"),
            (one, other) => one.clone().or_else(|| other.clone()).unwrap_or_else(|| "Risk without a title".to_owned()),
        },
        level: risk.level,
    });
    let benefits = workspace.benefits.values().filter(|one| one.service.as_ref() == Some(service)).map(|one| BenefitThen {
        called: one.what.clone().unwrap_or_else(|| "Benefit without a name".to_owned()),
        achievement: one.achievement(workspace, reading).ok(),
    });
    let year = FinancialYear::of(reading);
    let mut measures = Vec::new();
    for measure in workspace.measures.values().filter(|measure| measure.service.as_ref() == Some(service)) {
        let partners: BTreeSet<PartnerId> = workspace.with_figures(&measure.id).into_iter().one_by_one();
        measures.extend(partners.iter().filter_map(|partner| then(workspace, measure, partner, year?)));
    }
    Issued {
        on: today,
        matrix: workspace.matrix(),
        meanings: [Rag::Green, Rag::Amber, Rag::Red].map(|rag| rag.meaning().to_owned()),
        risks: risks.collect(),
        measures,
        benefits: benefits.collect(),
    }
}

fn then(workspace: &Workspace, measure: &Measure, partner: &PartnerId, year: FinancialYear) -> Option<MeasureThen> {
    let line = Line::of(workspace, measure, partner, year);
    let known = workspace.partners.get(partner)?;
    let council = known.code.as_ref().or(known.name.as_ref()).cloned().unwrap_or_default();
    Some(MeasureThen {
        called: format!("{}, {council}", measure.name.as_deref().unwrap_or("Measure without a name")),
        unit: measure.unit.clone(),
        to_date: line.to_date(),
        light: line.judged().ok().map(|judged| judged.light),
        tolerance: measure.tolerated().percent,
    })
}
