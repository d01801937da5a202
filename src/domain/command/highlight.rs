//! Publishing a highlight report.

use chrono::NaiveDate;

use crate::domain::command::{Doing, Edit, Outcome, Refusal, json, set};
use crate::domain::highlight::{Highlight, frozen, in_force, lacking};
use crate::domain::record::{Record, Set};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;

/// Freezes what the draft says. The report of the latest period says how the service stands from then on.
pub(super) fn publish(workspace: &Workspace, draft: &Highlight, today: NaiveDate) -> Result<Outcome, Vec<Refusal>> {
    if workspace.highlights.contains_key(&draft.id) {
        return Err(vec![Refusal::of("", "This report is published already, and never changes.")]);
    }
    let missing = lacking(workspace, draft, workspace.reading(today));
    if !missing.is_empty() {
        return Err(missing);
    }
    let report = frozen(workspace, draft, today);
    let mut edits = vec![Edit { record: Subject::from(&report.id), doing: Doing::Set(report.encode()) }];
    let mut fields = Set::new();
    if let (Some(content), Some(service)) = (&report.content, report.service.as_ref().and_then(|id| workspace.services.get(id))) {
        let is_latest = in_force(workspace, &service.id).iter().all(|other| other.ending <= report.ending);
        if is_latest {
            let mut state = |field: &str, is_new: bool, value: serde_json::Value| {
                if is_new {
                    fields.insert(field.to_owned(), value);
                }
            };
            state("status", content.status != service.status, json(&content.status));
            state("expected", content.expected != service.expected, json(&content.expected));
            state("complete", content.complete != service.complete, json(&content.complete));
        }
        if !fields.is_empty() {
            edits.push(set(&service.id, fields)?);
        }
    }
    let why = report.content.and_then(|content| content.correction);
    Ok(Outcome { edits, why })
}
