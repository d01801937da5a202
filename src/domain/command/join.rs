//! Saying that two records are one, or that they are two though they look alike.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::domain::command::{Doing, Edit, Outcome, Refusal, needed};
use crate::domain::joined::{DISTINCT, JOINED};
use crate::domain::record::Set;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::OneByOne;

/// Joins the later one to the earlier one. Names of records begin with the time at which they were made, so that the
/// smaller name is the earlier one, on every device alike.
pub(super) fn join(workspace: &Workspace, one: &Subject, other: &Subject, reason: &str) -> Result<Outcome, Vec<Refusal>> {
    let (first, later) = in_order(workspace, one, other)?;
    let why = needed("reason", reason, "Say why these two are one.")?;
    Ok(set(later, JOINED, Value::from(first.as_str()), why))
}

/// Says of the later one that it is another than the earlier one, beside what it was said to be another than already.
pub(super) fn keep_apart(workspace: &Workspace, one: &Subject, other: &Subject, reason: &str) -> Result<Outcome, Vec<Refusal>> {
    let (first, later) = in_order(workspace, one, other)?;
    let why = needed("reason", reason, "Say why these two are not one.")?;
    let known = workspace.distinct.iter().filter(|(_, known)| known == later).map(|(other, _)| other);
    let all: BTreeSet<&str> = known.chain([first]).map(Subject::as_str).one_by_one();
    Ok(set(later, DISTINCT, Value::from(all.into_iter().collect::<Vec<_>>()), why))
}

fn in_order<'s>(workspace: &Workspace, one: &'s Subject, other: &'s Subject) -> Result<(&'s Subject, &'s Subject), Vec<Refusal>> {
    if one == other || one.kind() != other.kind() {
        return Err(vec![Refusal::of("", "Only two records of one kind can be one.")]);
    }
    if !workspace.holds(one) || !workspace.holds(other) {
        return Err(vec![Refusal::of("", "One of the two is not in the workspace any more.")]);
    }
    Ok((one.min(other), one.max(other)))
}

fn set(record: &Subject, field: &str, value: Value, why: String) -> Outcome {
    let set = Set::from([(field.to_owned(), value)]);
    Outcome { edits: vec![Edit { record: record.clone(), doing: Doing::Set(set) }], why: Some(why) }
}
