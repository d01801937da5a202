//! What a new report takes over from the one before: its plan, locked, and what has to be looked at again. The rest is blank.

use chrono::NaiveDate;

use crate::domain::highlight::{Activity, Content, Highlight, HighlightId, Planned, before};
use crate::domain::service::ServiceId;
use crate::domain::workspace::Workspace;

/// A report that nobody has written in yet.
pub fn begun(workspace: &Workspace, id: HighlightId, service: &ServiceId, ending: NaiveDate) -> Highlight {
    let known = workspace.services.get(service);
    let content = match before(workspace, service, ending).and_then(|last| last.content.as_ref()) {
        Some(last) => Content {
            prepared_by: last.prepared_by.clone(),
            status: last.status.clone(),
            expected: last.expected,
            complete: last.complete,
            start: last.start,
            completion: last.completion,
            planned: planned_from(last),
            ..Content::default()
        },
        None => Content {
            prepared_by: known.and_then(|service| service.lead.clone()),
            status: known.and_then(|service| service.status.clone()),
            expected: known.and_then(|service| service.expected),
            complete: known.and_then(|service| service.complete),
            ..Content::default()
        },
    };
    Highlight {
        service: Some(service.clone()),
        ending: Some(ending),
        version: Some(1),
        content: Some(content),
        ..Highlight::new(id)
    }
}

/// A new version of a published report. It begins as that one reads, and plans what that one planned.
pub fn correction(published: &Highlight, id: HighlightId) -> Highlight {
    let content = published.content.clone().map(|content| Content { correction: None, ..content });
    Highlight {
        version: Some(published.version.unwrap_or(1).saturating_add(1)),
        corrects: Some(published.id.clone()),
        content,
        issued: None,
        id,
        ..published.clone()
    }
}

/// What a report's plan for the next period is in that period.
pub fn planned_from(last: &Content) -> Vec<Activity> {
    let activity = |planned: &Planned| Activity { planned: planned.clone(), became: None, progress: None, again: None };
    last.next.iter().map(activity).collect()
}

/// A draft with the plan that the report before has now: what was said of an activity stays, where it is still in the plan.
pub fn with_plan_of_now(workspace: &Workspace, draft: &Highlight) -> Highlight {
    let mut draft = draft.clone();
    let plan = plan_of(workspace, &draft);
    if let Some(content) = &mut draft.content {
        let said = std::mem::take(&mut content.planned);
        let kept = |activity: Activity| {
            said.iter().find(|one| one.planned.key == activity.planned.key).map_or(activity.clone(), |one| Activity {
                planned: activity.planned,
                became: one.became,
                progress: one.progress.clone(),
                again: one.again.clone(),
            })
        };
        content.planned = plan.into_iter().map(kept).collect();
    }
    draft
}

/// What a draft has to account for: the plan of the version that it corrects, else of the report before.
pub(super) fn plan_of(workspace: &Workspace, draft: &Highlight) -> Vec<Activity> {
    let cleared = |one: &Activity| Activity { planned: one.planned.clone(), became: None, progress: None, again: None };
    match draft.corrects.as_ref().and_then(|id| workspace.highlights.get(id)) {
        Some(corrected) => corrected.content.iter().flat_map(|content| &content.planned).map(cleared).collect(),
        None => {
            let last = draft.service.as_ref().zip(draft.ending).and_then(|(service, ending)| before(workspace, service, ending));
            last.and_then(|last| last.content.as_ref()).map(planned_from).unwrap_or_default()
        }
    }
}
