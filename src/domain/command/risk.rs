//! Scoring, closing and opening risks.

use crate::domain::command::{Outcome, Refusal, json, needed, set};
use crate::domain::level::Level;
use crate::domain::record::Set;
use crate::domain::risk::{Openness, Risk, RiskId, State};
use crate::domain::workspace::Workspace;

/// A new score asks for a reason. Two scores in the log say more than a movement that a paper states, so that goes.
pub(super) fn rescore(workspace: &Workspace, id: &RiskId, to: Level, reason: &str) -> Result<Outcome, Vec<Refusal>> {
    let risk = found(workspace, id)?;
    if !risk.is_open() {
        return Err(vec![Refusal::of("level", "This risk is closed. Open it again before you score it.")]);
    }
    if risk.level == Some(to) {
        return Err(vec![Refusal::of("level", "This is the score that it has now. Choose another one, or leave it as it is.")]);
    }
    let why = needed("reason", reason, "Say why the score changes.")?;
    let mut fields = Set::from([("level".to_owned(), json(&to))]);
    if risk.level.is_some() && risk.movement.is_some() {
        fields.insert("movement".to_owned(), serde_json::Value::Null);
    }
    Ok(Outcome { edits: vec![set(id, fields)?], why: Some(why) })
}

pub(super) fn close(workspace: &Workspace, id: &RiskId, reason: &str) -> Result<Outcome, Vec<Refusal>> {
    turn(workspace, id, Openness::Closed, reason, "Say why the risk is closed.")
}

pub(super) fn reopen(workspace: &Workspace, id: &RiskId, reason: &str) -> Result<Outcome, Vec<Refusal>> {
    turn(workspace, id, Openness::Open, reason, "Say why the risk is opened again.")
}

fn turn(workspace: &Workspace, id: &RiskId, to: Openness, reason: &str, ask: &str) -> Result<Outcome, Vec<Refusal>> {
    let risk = found(workspace, id)?;
    if risk.is_open() == (to == Openness::Open) {
        return Err(vec![Refusal::of("state", format!("This risk is {} already.", to.label().to_lowercase()))]);
    }
    let why = needed("reason", reason, ask)?;
    let state = State { is: to, why: Some(why.clone()) };
    Ok(Outcome { edits: vec![set(id, Set::from([("state".to_owned(), json(&state))]))?], why: Some(why) })
}

fn found<'w>(workspace: &'w Workspace, id: &RiskId) -> Result<&'w Risk, Vec<Refusal>> {
    workspace.risks.get(id).ok_or_else(|| vec![Refusal::of("", "This risk is not in the workspace any more.")])
}
