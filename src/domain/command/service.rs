//! Reporting how a service stands.

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::command::{Outcome, Refusal, json, set, stated};
use crate::domain::measure::Measure;
use crate::domain::partner::PartnerId;
use crate::domain::performance::Line;
use crate::domain::rag::{Rag, Status};
use crate::domain::record::Set;
use crate::domain::service::{Percent, Service, ServiceId};
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;

/// Choosing amber or red asks what, by whom and by when. The program never changes a person's status; it asks.
pub(super) fn report(
    workspace: &Workspace,
    id: &ServiceId,
    status: Option<Status>,
    expected: Option<Rag>,
    complete: Option<Percent>,
    today: NaiveDate,
) -> Result<Outcome, Vec<Refusal>> {
    let service = found(workspace, id)?;
    let status = status.map(tidied);
    if let Some(status) = &status {
        let missing = missing(workspace, service, status, today);
        if !missing.is_empty() {
            return Err(missing);
        }
    }
    let mut fields = Set::new();
    if status != service.status {
        fields.insert("status".to_owned(), status.as_ref().map_or(Value::Null, json));
    }
    if expected != service.expected {
        fields.insert("expected".to_owned(), expected.as_ref().map_or(Value::Null, json));
    }
    if complete != service.complete {
        fields.insert("complete".to_owned(), complete.as_ref().map_or(Value::Null, json));
    }
    if fields.is_empty() {
        return Err(vec![Refusal::unchanged()]);
    }
    Ok(Outcome { edits: vec![set(id, fields)?], why: None })
}

fn missing(workspace: &Workspace, service: &Service, status: &Status, today: NaiveDate) -> Vec<Refusal> {
    let reading = workspace.reading(today);
    let overdue = || {
        workspace.milestones.values().any(|milestone| {
            milestone.about.as_ref().is_some_and(|about| about.as_str() == service.id.as_str()) && milestone.is_overdue(reading)
        })
    };
    let mut missing = Vec::new();
    match status.rag {
        Rag::Green if status.why.is_none() && overdue() => missing
            .push(Refusal::of("why", "A milestone of this service is overdue. Say in a line why it is green all the same.")),
        Rag::Green if status.why.is_none() && has_red_measure(workspace, service, reading) => {
            missing.push(Refusal::of("why", "A measure of this service is red. Say in a line why it is green all the same."));
        }
        Rag::Green => {}
        Rag::Amber | Rag::Red => {
            if status.why.is_none() {
                missing.push(Refusal::of("why", "Say what the issue is."));
            }
            if status.who.is_none() {
                missing.push(Refusal::of("who", "Say who puts it right, by office."));
            }
            if status.by.is_none() {
                missing.push(Refusal::of("by", "Say by when it is put right."));
            }
        }
    }
    missing
}

/// Whether a measure of the service is red for a partner in the current year.
fn has_red_measure(workspace: &Workspace, service: &Service, reading: NaiveDate) -> bool {
    let Some(year) = FinancialYear::of(reading) else { return false };
    let is_red = |measure: &Measure, partner: &PartnerId| {
        let judged = Line::of(workspace, measure, partner, year).judged();
        judged.is_ok_and(|judged| judged.light == Rag::Red)
    };
    let of_service = workspace.measures.values().filter(|measure| measure.service.as_ref() == Some(&service.id));
    of_service
        .flat_map(|measure| workspace.partners.keys().map(move |partner| (measure, partner)))
        .any(|(one, of)| is_red(one, of))
}

fn tidied(status: Status) -> Status {
    Status { why: status.why.as_deref().and_then(stated), who: status.who.as_deref().and_then(stated), ..status }
}

pub(super) fn found<'w>(workspace: &'w Workspace, id: &ServiceId) -> Result<&'w Service, Vec<Refusal>> {
    workspace.services.get(id).ok_or_else(|| vec![Refusal::of("", "This service is not in the workspace any more.")])
}
