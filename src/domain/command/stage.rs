//! Moving a service from stage to stage, past what each stage asks for.

use crate::domain::command::service::found;
use crate::domain::command::{Outcome, Refusal, json, set, stated};
use crate::domain::gate::{Asked, Requirement, asked, asks_why, is_step_back};
use crate::domain::record::Set;
use crate::domain::service::{Despite, Reached, ServiceId};
use crate::domain::workspace::Workspace;

/// What is missing stands in the way, each with its sentence, until somebody says why it moves on all the same. That reason
/// goes with the stage, and with those after it.
pub(super) fn move_to(
    workspace: &Workspace,
    id: &ServiceId,
    to: Reached,
    reason: Option<&str>,
    despite: Option<&str>,
) -> Result<Outcome, Vec<Refusal>> {
    let service = found(workspace, id)?;
    let before = service.stage.as_ref();
    let earlier = before.map(|reached| reached.despite.clone()).unwrap_or_default();
    let to = Reached { note: to.note.as_deref().and_then(stated), despite: earlier, ..to };
    if before == Some(&to) {
        return Err(vec![Refusal::of("stage", "This is the stage that it has now.")]);
    }
    let from = before.map(|reached| reached.stage);
    let (reason, despite) = (reason.and_then(stated), despite.and_then(stated));
    let is_moved = from != Some(to.stage);
    let mut refusals = Vec::new();
    if let Some(says) = asks_why(to.stage).filter(|_| to.note.is_none()) {
        refusals.push(Refusal::of("note", says));
    }
    if is_moved && is_step_back(from, to.stage) && reason.is_none() {
        refusals.push(Refusal::of("reason", "It moves back. Say why."));
    }
    let lacking: Vec<Asked> =
        asked(workspace, service, to.stage).into_iter().filter(|asked| is_moved && asked.lacking.is_some()).collect();
    if despite.is_none() {
        refusals.extend(lacking.iter().filter_map(|asked| Some(Refusal::of("despite", asked.lacking.clone()?))));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let to = overridden(to, &lacking, despite.as_deref());
    let why = [reason, despite.filter(|_| !lacking.is_empty())].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Ok(Outcome { edits: vec![set(id, Set::from([("stage".to_owned(), json(&to))]))?], why: stated(&why) })
}

fn overridden(mut to: Reached, lacking: &[Asked], why: Option<&str>) -> Reached {
    if let Some(why) = why.filter(|_| !lacking.is_empty()) {
        let lacking: Vec<Requirement> = lacking.iter().map(|asked| asked.requirement).collect();
        to.despite.push(Despite { to: to.stage, lacking, why: why.to_owned() });
    }
    to
}
