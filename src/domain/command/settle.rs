//! Settling what people or papers say differently.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::domain::command::{Doing, Edit, Outcome, Refusal, json, needed, set};
use crate::domain::money::{InUse, Money, MoneyId, Use};
use crate::domain::record::Set;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;

/// Marks one of several rival figures as the one to go by, and the others as not in use. All of them stay. Rivals that
/// nobody named give way by themselves, unless they were marked as in use before.
pub(super) fn use_figure(workspace: &Workspace, id: &MoneyId, reason: &str) -> Result<Outcome, Vec<Refusal>> {
    let line = workspace.money.get(id).ok_or_else(|| vec![Refusal::of("", "This line is not in the workspace any more.")])?;
    let why = needed("reason", reason, "Say why this figure is the one to go by.")?;
    let marked = |in_use| Set::from([("in_use".to_owned(), json(&Use { in_use, why: Some(why.clone()) }))]);
    let mut edits = vec![set(id, marked(InUse::Yes))?];
    let named = named_rivals(workspace, BTreeSet::from([id]));
    for other in workspace.money.values().filter(|other| other.id != *id) {
        if named.contains(&other.id) || (is_chosen(other) && line.is_about_the_same_as(other)) {
            edits.push(set(&other.id, marked(InUse::No))?);
        }
    }
    Ok(Outcome { edits, why: Some(why) })
}

/// The figure that is gone by where this one, which may be new, says something about the same.
pub fn chosen_beside<'w>(workspace: &'w Workspace, line: &'w Money) -> Option<&'w Money> {
    let named = named_rivals(workspace, std::iter::once(&line.id).chain(&line.rival_of).collect());
    let is_beside = |other: &&Money| named.contains(&other.id) || line.is_about_the_same_as(other);
    workspace.money.values().filter(|other| other.id != line.id && is_chosen(other)).find(is_beside)
}

fn is_chosen(line: &Money) -> bool {
    line.in_use.as_ref().is_some_and(|mark| mark.in_use == InUse::Yes)
}

/// Writes one value over all heads of a field. The session names what it is over, and so the conflict ends everywhere.
pub(super) fn settle(record: &Subject, field: &str, value: Value, reason: &str) -> Result<Outcome, Vec<Refusal>> {
    let why = needed("reason", reason, "Say why this value is the one that counts.")?;
    let edit = Edit { record: record.clone(), doing: Doing::Set(Set::from([(field.to_owned(), value)])) };
    Ok(Outcome { edits: vec![edit], why: Some(why) })
}

/// The lines that are named as statements of the same thing as these, however many steps apart, these among them.
fn named_rivals<'w>(workspace: &'w Workspace, mut group: BTreeSet<&'w MoneyId>) -> BTreeSet<&'w MoneyId> {
    let links = || workspace.money.values().filter_map(|line| Some((&line.id, line.rival_of.as_ref()?)));
    loop {
        let before = group.len();
        for (one, other) in links() {
            if group.contains(one) || group.contains(other) {
                group.extend([one, other]);
            }
        }
        if group.len() == before {
            group.retain(|id| workspace.money.contains_key(*id));
            return group;
        }
    }
}
