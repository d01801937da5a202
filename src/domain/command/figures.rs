//! Entering figures of measures: all that was typed into a grid, as one act.

use crate::domain::check;
use crate::domain::command::{Doing, Edit, Entered, Outcome, Refusal, put};
use crate::domain::record::difference;
use crate::domain::workspace::Workspace;

/// Every record that says something new. One that was taken out of use, such as by undoing its first entry, is put back.
pub(super) fn enter(workspace: &Workspace, entered: &[Entered]) -> Result<Outcome, Vec<Refusal>> {
    let mut edits = Vec::new();
    let mut refusals = Vec::new();
    for one in entered {
        match edits_of(workspace, one) {
            Ok(found) => edits.extend(found),
            Err(found) => refusals.extend(found),
        }
    }
    match (refusals.is_empty(), edits.is_empty()) {
        (false, _) => Err(refusals),
        (true, true) => Err(vec![Refusal::unchanged()]),
        (true, false) => Ok(Outcome { edits, why: None }),
    }
}

fn edits_of(workspace: &Workspace, one: &Entered) -> Result<Vec<Edit>, Vec<Refusal>> {
    let record = one.after.subject();
    if let Some(withdrawn) = one.withdrawn.as_ref().filter(|_| !workspace.holds(&record)) {
        let refusals = check::check(workspace, &one.after);
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let fields = difference(&withdrawn.encode(), &one.after.encode());
        let change = (!fields.is_empty()).then(|| Edit { record: record.clone(), doing: Doing::Set(fields) });
        return Ok(std::iter::once(Edit { record, doing: Doing::Restore }).chain(change).collect());
    }
    let fields = put::changed(workspace, one.before.as_ref(), &one.after)?;
    Ok(if fields.is_empty() { Vec::new() } else { vec![Edit { record, doing: Doing::Set(fields) }] })
}
