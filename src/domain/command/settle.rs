//! Settling what people or papers say differently.

use serde_json::Value;

use crate::domain::command::{Doing, Edit, Outcome, Refusal, json, needed, set};
use crate::domain::money::{InUse, Money, MoneyId, Use};
use crate::domain::record::Set;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;

/// Marks one of several rival figures as the one to go by, and the others as not in use. All of them stay.
pub(super) fn use_figure(workspace: &Workspace, id: &MoneyId, reason: &str) -> Result<Outcome, Vec<Refusal>> {
    let line = workspace.money.get(id).ok_or_else(|| vec![Refusal::of("", "This line is not in the workspace any more.")])?;
    let why = needed("reason", reason, "Say why this figure is the one to go by.")?;
    let marked = |in_use| Set::from([("in_use".to_owned(), json(&Use { in_use, why: Some(why.clone()) }))]);
    let mut edits = vec![set(id, marked(InUse::Yes))?];
    for rival in workspace.money.values().filter(|other| are_named_rivals(line, other)) {
        edits.push(set(&rival.id, marked(InUse::No))?);
    }
    Ok(Outcome { edits, why: Some(why) })
}

/// Writes one value over all heads of a field. The session names what it is over, and so the conflict ends everywhere.
pub(super) fn settle(record: &Subject, field: &str, value: Value, reason: &str) -> Result<Outcome, Vec<Refusal>> {
    let why = needed("reason", reason, "Say why this value is the one that counts.")?;
    let edit = Edit { record: record.clone(), doing: Doing::Set(Set::from([(field.to_owned(), value)])) };
    Ok(Outcome { edits: vec![edit], why: Some(why) })
}

/// Whether one of two lines is named as another statement of the other, or both of the same third.
fn are_named_rivals(line: &Money, other: &Money) -> bool {
    line.id != other.id
        && (other.rival_of.as_ref() == Some(&line.id)
            || line.rival_of.as_ref() == Some(&other.id)
            || (line.rival_of.is_some() && line.rival_of == other.rival_of))
}
