//! Reporting how a service stands.

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::command::{Outcome, Refusal, json, set, stated};
use crate::domain::doubt::doubt_of_green;
use crate::domain::rag::{Rag, Status};
use crate::domain::record::Set;
use crate::domain::service::{Percent, Service, ServiceId};
use crate::domain::workspace::Workspace;

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
    let mut missing = Vec::new();
    match status.rag {
        Rag::Green => {
            if let Some(doubt) = doubt_of_green(workspace, &service.id, reading).filter(|_| status.why.is_none()) {
                missing.push(Refusal::of("why", format!("{doubt} Say in a line why it is green all the same.")));
            }
        }
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

fn tidied(status: Status) -> Status {
    Status { why: status.why.as_deref().and_then(stated), who: status.who.as_deref().and_then(stated), ..status }
}

pub(super) fn found<'w>(workspace: &'w Workspace, id: &ServiceId) -> Result<&'w Service, Vec<Refusal>> {
    workspace.services.get(id).ok_or_else(|| vec![Refusal::of("", "This service is not in the workspace any more.")])
}
