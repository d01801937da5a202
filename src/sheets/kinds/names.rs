//! Finding the records that a cell names: by Id, code or reference, or name, where only one can be meant.

use std::collections::BTreeSet;

use crate::domain::called::Called;
use crate::domain::partner::PartnerId;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::words::{self, typed};

/// A programme by its name.
pub(super) fn programme(workspace: &Workspace, called: &Called, typed: &str) -> Result<Subject, String> {
    only(workspace, typed, "programme", called.so(Kind::Programme, typed).cloned())
}

/// A service by its name, or by its name and its programme's in brackets.
pub(super) fn service(workspace: &Workspace, called: &Called, typed: &str) -> Result<Subject, String> {
    only(workspace, typed, "service", services(workspace, called, typed).cloned())
}

/// A risk by its reference, its title, or both as pages have them.
pub(super) fn risk(workspace: &Workspace, called: &Called, typed: &str) -> Result<Subject, String> {
    // `Risk 10: Loss of key staff`.
    let longer = typed.split_once(' ').and_then(|(_, rest)| rest.split_once(": "));
    let whole = |subject: &&Subject| is_same(Some(&words::name(workspace, subject)), typed);
    let by_both = longer.into_iter().flat_map(|(reference, _)| called.so(Kind::Risk, reference)).filter(whole);
    let found: BTreeSet<Subject> = called.so(Kind::Risk, typed).chain(by_both).cloned().collect();
    only(workspace, typed, "risk", found.into_iter())
}

/// A money line by its title.
pub(super) fn line(workspace: &Workspace, called: &Called, typed: &str) -> Result<Subject, String> {
    only(workspace, typed, "money", called.so(Kind::Money, typed).cloned())
}

/// Partners by name or short code, with commas, semicolons or "and" between them.
pub(in crate::sheets) fn partners(workspace: &Workspace, called: &Called, typed: &str) -> Result<Vec<PartnerId>, String> {
    let one = |name: &str| only_one(called.so(Kind::Partner, name))?.typed();
    // A comma may be a part of a name: the longest name that fits is meant.
    let is_plain = || workspace.partners.values().filter_map(|partner| partner.name.as_deref()).all(|name| !name.contains(','));
    let found = each(typed.split(';'), one).or_else(|| is_plain().then(|| each(typed.split(','), one))?);
    found.map_or_else(|| typed::names(typed, &typed::partners(workspace), "partner"), Ok)
}

/// Programmes and services by their names, with commas, semicolons or "and" between them.
pub(in crate::sheets) fn subjects(workspace: &Workspace, called: &Called, typed: &str) -> Result<Vec<Subject>, String> {
    let one = |name: &str| {
        let found = called.so(Kind::Programme, name).chain(services(workspace, called, name));
        only_one(found).cloned()
    };
    let found = each(typed.split(';'), one);
    found.map_or_else(|| typed::names(typed, &typed::subjects(workspace), "service or programme"), Ok)
}

fn services<'c>(workspace: &'c Workspace, called: &'c Called, typed: &'c str) -> impl Iterator<Item = &'c Subject> {
    let inner = typed.trim().strip_suffix(')').unwrap_or_default();
    let longer = inner.match_indices(" (").filter_map(|(at, mark)| Some((inner.get(..at)?, inner.get(at + mark.len()..)?)));
    let of = move |subject: &&Subject, programme: &str| {
        let service = subject.typed::<ServiceId>().and_then(|id| workspace.services.get(&id));
        let id = service.and_then(|service| service.programme.as_ref());
        id.is_some_and(|id| is_same(Some(&words::name(workspace, &Subject::from(id))), programme))
    };
    let by_both = longer
        .into_iter()
        .flat_map(move |(name, programme)| called.so(Kind::Service, name).filter(move |subject| of(subject, programme)));
    called.so(Kind::Service, typed).chain(by_both)
}

/// What each of several names is the name of; nothing where one of them could be read in another way.
fn each<'t, Id: PartialEq>(names: impl Iterator<Item = &'t str>, find: impl Fn(&str) -> Option<Id>) -> Option<Vec<Id>> {
    let mut found = Vec::new();
    for name in names.map(str::trim).filter(|name| !name.is_empty()) {
        let one = find(name)?;
        if !found.contains(&one) {
            found.push(one);
        }
    }
    Some(found)
}

fn only_one<'s>(mut found: impl Iterator<Item = &'s Subject>) -> Option<&'s Subject> {
    let one = found.next()?;
    found.all(|other| other == one).then_some(one)
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
