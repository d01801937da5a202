//! Finding the record that a cell names: by its Id, its code or reference, or its name, where only one can be meant.

use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::words;

/// A programme by its name.
pub(super) fn programme(workspace: &Workspace, typed: &str) -> Result<Subject, String> {
    let named = |name: Option<&String>| is_same(name.map(String::as_str), typed);
    let found = workspace.programmes.values().filter(|programme| named(programme.name.as_ref()));
    only(workspace, typed, "programme", found.map(|programme| Subject::from(&programme.id)))
}

/// A service by its name, or by its name and its programme's in brackets.
pub(super) fn service(workspace: &Workspace, typed: &str) -> Result<Subject, String> {
    let found = workspace.services.values().filter(|service| {
        let Some(name) = service.name.as_deref() else { return false };
        let of = service.programme.as_ref().map(|id| words::name(workspace, &Subject::from(id)));
        is_same(Some(name), typed) || of.is_some_and(|of| is_same(Some(&format!("{name} ({of})")), typed))
    });
    only(workspace, typed, "service", found.map(|service| Subject::from(&service.id)))
}

/// A risk by its reference, its title, or both as pages have them.
pub(super) fn risk(workspace: &Workspace, typed: &str) -> Result<Subject, String> {
    let found = workspace.risks.values().filter(|risk| {
        let whole = words::name(workspace, &Subject::from(&risk.id));
        [risk.reference.as_deref(), risk.title.as_deref(), Some(&whole)].into_iter().any(|name| is_same(name, typed))
    });
    only(workspace, typed, "risk", found.map(|risk| Subject::from(&risk.id)))
}

/// A money line by its title.
pub(super) fn line(workspace: &Workspace, typed: &str) -> Result<Subject, String> {
    let found = workspace.money.values().filter(|line| is_same(line.title.as_deref(), typed));
    only(workspace, typed, "money", found.map(|line| Subject::from(&line.id)))
}

fn is_same(name: Option<&str>, typed: &str) -> bool {
    name.is_some_and(|name| name.trim().to_lowercase() == typed.trim().to_lowercase())
}

/// What was found, where it is one. An Id is always one.
fn only(workspace: &Workspace, typed: &str, kind: &str, found: impl Iterator<Item = Subject>) -> Result<Subject, String> {
    let by_id = Subject::parse(typed).filter(|subject| subject.kind() == kind);
    if let Some(subject) = by_id.map(|subject| workspace.joins.stands_for(&subject)).filter(|subject| workspace.holds(subject)) {
        return Ok(subject);
    }
    let called = if kind == "money" { "line" } else { kind };
    let found: Vec<Subject> = found.collect();
    match <[Subject; 1]>::try_from(found) {
        Ok([one]) => Ok(one),
        Err(none) if none.is_empty() => Err(format!("There is no {called} called \"{typed}\".")),
        Err(several) => Err(format!(
            "{} are called \"{typed}\". Say which by its Id.",
            words::count(several.len(), called, &format!("{called}s"))
        )),
    }
}
