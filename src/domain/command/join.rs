//! Saying that two records are one.

use serde_json::Value;

use crate::domain::command::{Doing, Edit, Outcome, Refusal, needed};
use crate::domain::joined::JOINED;
use crate::domain::record::Set;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;

/// Joins the later one to the earlier one. Names of records begin with the time at which they were made, so that the
/// smaller name is the earlier one, on every device alike.
pub(super) fn join(workspace: &Workspace, one: &Subject, other: &Subject, reason: &str) -> Result<Outcome, Vec<Refusal>> {
    if one == other || one.kind() != other.kind() {
        return Err(vec![Refusal::of("", "Only two records of one kind can be joined.")]);
    }
    if !workspace.holds(one) || !workspace.holds(other) {
        return Err(vec![Refusal::of("", "One of the two is not in the workspace any more.")]);
    }
    let why = needed("reason", reason, "Say why these two are one.")?;
    let (first, later) = (one.min(other), one.max(other));
    let set = Set::from([(JOINED.to_owned(), Value::from(first.as_str()))]);
    Ok(Outcome { edits: vec![Edit { record: later.clone(), doing: Doing::Set(set) }], why: Some(why) })
}
