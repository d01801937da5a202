//! Forms that carry no rule of their own: adding, changing and withdrawing records.

use crate::domain::called::Called;
use crate::domain::check;
use crate::domain::command::{Doing, Edit, Outcome, Refusal, needed, stated};
use crate::domain::record::{Set, difference};
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;

pub(super) fn put(workspace: &Workspace, before: Option<&Thing>, after: &Thing) -> Result<Outcome, Vec<Refusal>> {
    let fields = changed(workspace, before, after)?;
    if fields.is_empty() {
        return Err(vec![Refusal::unchanged()]);
    }
    Ok(Outcome { edits: vec![Edit { record: after.subject(), doing: Doing::Set(fields) }], why: None })
}

pub(super) fn put_all(workspace: &Workspace, things: &[(Option<Thing>, Thing)]) -> Result<Outcome, Vec<Refusal>> {
    let mut edits = Vec::new();
    let mut refusals = Vec::new();
    for (number, (before, after)) in things.iter().enumerate() {
        match changed(workspace, before.as_ref(), after) {
            Ok(fields) if fields.is_empty() => {}
            Ok(fields) => edits.push(Edit { record: after.subject(), doing: Doing::Set(fields) }),
            Err(found) => refusals.extend(
                found.into_iter().map(|refusal| Refusal { says: format!("Row {}: {}", number + 1, refusal.says), ..refusal }),
            ),
        }
    }
    match (refusals.is_empty(), edits.is_empty()) {
        (false, _) => Err(refusals),
        (true, true) => Err(vec![Refusal::unchanged()]),
        (true, false) => Ok(Outcome { edits, why: None }),
    }
}

/// As [`put_all`], but each row meets a workspace that holds the rows before it.
pub(super) fn put_rows(mut workspace: Workspace, rows: Vec<(Option<Thing>, Thing)>, why: &str) -> Result<Outcome, Vec<Refusal>> {
    let mut edits = Vec::new();
    let mut called = Called::of(&workspace);
    for (before, after) in rows {
        let named = |refusal: Refusal| Refusal { says: format!("\"{}\": {}", after.title(), refusal.says), ..refusal };
        let refusals = check::check_one_of_many(&workspace, &called, &after);
        let fields = changed_from(&workspace, before.as_ref(), &after, refusals);
        let fields = fields.map_err(|found| found.into_iter().map(named).collect::<Vec<_>>())?;
        if !fields.is_empty() {
            edits.push(Edit { record: after.subject(), doing: Doing::Set(fields) });
            called.take_in(workspace.thing(&after.subject()).as_ref(), &after);
            workspace.insert(after);
        }
    }
    if edits.is_empty() { Err(vec![Refusal::unchanged()]) } else { Ok(Outcome { edits, why: stated(why) }) }
}

pub(super) fn enter_again(workspace: &Workspace, before: &Thing, after: &Thing) -> Result<Outcome, Vec<Refusal>> {
    let refusals = check::check(workspace, after);
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let record = after.subject();
    let put_back = Edit { record: record.clone(), doing: Doing::Restore };
    let fields = difference(&before.encode(), &after.encode());
    let change = (!fields.is_empty()).then_some(Edit { record, doing: Doing::Set(fields) });
    Ok(Outcome { edits: std::iter::once(put_back).chain(change).collect(), why: None })
}

pub(super) fn withdraw(workspace: &Workspace, record: &Subject, why: &str) -> Result<Outcome, Vec<Refusal>> {
    let Some(thing) = workspace.thing(record) else {
        return Err(vec![Refusal::of("", "This is not in the workspace any more.")]);
    };
    if matches!(&thing, Thing::Highlight(report) if report.issued.is_some()) {
        return Err(vec![Refusal::of("", "A published report stays. Correct it: that makes a new version beside it.")]);
    }
    let why = needed("reason", why, "Say why this is withdrawn.")?;
    Ok(Outcome { edits: vec![Edit { record: record.clone(), doing: Doing::Withdraw { why: why.clone() } }], why: Some(why) })
}

/// The fields that the person changed. Where somebody else changed one of them since the form was opened, nothing is saved.
pub(super) fn changed(workspace: &Workspace, before: Option<&Thing>, after: &Thing) -> Result<Set, Vec<Refusal>> {
    changed_from(workspace, before, after, check::check(workspace, after))
}

fn changed_from(
    workspace: &Workspace,
    before: Option<&Thing>,
    after: &Thing,
    refusals: Vec<Refusal>,
) -> Result<Set, Vec<Refusal>> {
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let subject = after.subject();
    let now = workspace.thing(&subject).map(|thing| thing.encode()).unwrap_or_default();
    let shown = before.map(Thing::encode).unwrap_or_default();
    let fields = if workspace.stood_in.contains_key(&subject) { after.encode() } else { difference(&shown, &after.encode()) };
    let elsewhere = fields.keys().find(|field| now.get(*field) != shown.get(*field));
    match elsewhere {
        Some(field) => {
            let label = after.kind().field_label(field);
            Err(vec![Refusal::of(
                "",
                format!("\"{label}\" has been changed since you opened this. Look at what it says now, then save again."),
            )])
        }
        None => Ok(fields),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::risk::{Risk, RiskId};

    fn risk(id: &str, reference: &str) -> Risk {
        Risk {
            reference: Some(reference.to_owned()),
            title: Some("Loss of key staff".to_owned()),
            ..Risk::new(RiskId::new(id).unwrap())
        }
    }

    #[test]
    fn a_row_may_take_what_a_row_before_it_gives_up() {
        let mut workspace = Workspace::default();
        workspace.insert(risk("a", "10").into());
        let renumbered = (Some(Thing::from(risk("a", "10"))), Thing::from(risk("a", "12")));
        let new = (None, Thing::from(risk("b", "10")));
        let rows = vec![renumbered.clone(), new.clone()];
        let outcome = put_rows(workspace.clone(), rows, " From risks.xlsx ").unwrap();
        assert_eq!((outcome.edits.len(), outcome.why.as_deref()), (2, Some("From risks.xlsx")));
        let refusals = put_rows(workspace, vec![new, renumbered], "").unwrap_err();
        assert!(refusals.first().unwrap().says.starts_with("\"Loss of key staff\": Another risk"), "{refusals:?}");
    }
}
