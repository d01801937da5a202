//! Which record a row is about: by its Id where our own file carries it, else by reference, code or title, where only one
//! can be meant; else it is a new one.

use std::collections::BTreeSet;

use crate::domain::called::{Called, folded};
use crate::domain::command::Refusal;
use crate::domain::money::{Basis, Money, MoneyKind};
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::programme::ProgrammeId;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::OneByOne;
use crate::sheets::given::{Given, Reading, named};
use crate::sheets::kinds::names;
use crate::words;

/// What a row is about.
pub(super) enum Match {
    /// A record that is here.
    Here(Thing),
    /// A new one, under its own Id where the row has one that nobody here has used.
    New(Option<Subject>),
}

/// Finds the record. `known` are the names of all records of the log, those out of use too.
pub(super) fn matching(
    workspace: &Workspace,
    called: &Called,
    known: &BTreeSet<String>,
    kind: Kind,
    given: &Given,
) -> Result<Match, Vec<Refusal>> {
    if let Some(id) = given.get("id").filter(|id| !id.is_empty()) {
        return by_id(workspace, known, kind, id).map_err(|says| vec![Refusal::of("id", says)]);
    }
    let name = stated(given, "reference").or_else(|| stated(given, "title"));
    let alike = name.into_iter().flat_map(|name| called.so(kind, name));
    let found: Vec<Subject> = match kind {
        Kind::Partner => partners(workspace, called, given),
        Kind::Service => services(workspace, called, given),
        Kind::Money => lines(workspace, called, given)?,
        Kind::Risk => {
            let all = alike.filter_map(|found| workspace.risks.get(&found.typed()?));
            referenced(
                workspace,
                given,
                all.map(|risk| {
                    (
                        Subject::from(&risk.id),
                        risk.reference.as_deref(),
                        risk.title.as_deref(),
                        risk.programme.as_ref(),
                        risk.service.as_ref(),
                    )
                }),
            )
        }
        Kind::Issue => {
            let all = alike.filter_map(|found| workspace.issues.get(&found.typed()?));
            referenced(
                workspace,
                given,
                all.map(|issue| {
                    (
                        Subject::from(&issue.id),
                        issue.reference.as_deref(),
                        issue.title.as_deref(),
                        issue.programme.as_ref(),
                        issue.service.as_ref(),
                    )
                }),
            )
        }
        _ => Vec::new(),
    };
    match <[Subject; 1]>::try_from(found) {
        Ok([one]) => Ok(workspace.thing(&one).map_or(Match::New(None), Match::Here)),
        Err(none) if none.is_empty() => Ok(Match::New(None)),
        Err(several) => {
            let what = words::count(several.len(), &kind.label().to_lowercase(), &kind.plural().to_lowercase());
            Err(vec![Refusal::of(
                "",
                format!(
                    "This may be any of {what} that are here. Save a spreadsheet from here and use its Id column to say which."
                ),
            )])
        }
    }
}

fn by_id(workspace: &Workspace, known: &BTreeSet<String>, kind: Kind, id: &str) -> Result<Match, String> {
    let subject = Subject::parse(id).filter(|subject| subject.kind() == kind.key());
    let Some(subject) = subject else {
        return Err(format!(
            "\"{id}\" is not the Id of {}. Leave the cell blank, and the row is found by what it says.",
            words::kind_with_article(kind)
        ));
    };
    let stands = workspace.joins.stands_for(&subject);
    if let Some(thing) = workspace.thing(&stands) {
        return Ok(Match::Here(thing));
    }
    if known.contains(stands.as_str()) {
        let called = workspace.withdrawn.get(&stands).map_or_else(|| "This".to_owned(), |name| format!("\"{name}\""));
        return Err(format!("{called} was withdrawn here. Put it back into use first, or clear the Id to add the row anew."));
    }
    Ok(Match::New(Some(subject)))
}

fn is_same(one: Option<&str>, other: &str) -> bool {
    one.is_some_and(|one| folded(one) == folded(other))
}

fn stated<'g>(given: &'g Given, key: &str) -> Option<&'g str> {
    given.get(key).map(String::as_str).filter(|text| !text.is_empty())
}

fn partners(workspace: &Workspace, called: &Called, given: &Given) -> Vec<Subject> {
    let so = |name: &str| -> Vec<&Partner> {
        called.so(Kind::Partner, name).filter_map(|found| workspace.partners.get(&found.typed()?)).collect()
    };
    let by_code = stated(given, "code").map(|code| {
        so(code)
            .into_iter()
            .filter(move |partner| is_same(partner.code.as_deref(), code))
            .map(|partner| Subject::from(&partner.id))
            .collect::<Vec<_>>()
    });
    if let Some(found) = by_code.filter(|found| !found.is_empty()) {
        return found;
    }
    let Some(name) = stated(given, "name") else { return Vec::new() };
    so(name)
        .into_iter()
        .filter(|partner| is_same(partner.name.as_deref(), name) || is_same(partner.said_name(), name))
        .map(|partner| Subject::from(&partner.id))
        .collect()
}

fn services(workspace: &Workspace, called: &Called, given: &Given) -> Vec<Subject> {
    let Some(name) = stated(given, "name") else { return Vec::new() };
    let of = stated(given, "programme");
    let fits = |programme: Option<&ProgrammeId>| {
        of.is_none_or(|of| programme.is_some_and(|id| is_same(Some(&words::name(workspace, &Subject::from(id))), of)))
    };
    called
        .so(Kind::Service, name)
        .filter_map(|found| workspace.services.get(&found.typed()?))
        .filter(|service| is_same(service.name.as_deref(), name) && fits(service.programme.as_ref()))
        .map(|service| Subject::from(&service.id))
        .collect()
}

type Referenced<'w> = (Subject, Option<&'w str>, Option<&'w str>, Option<&'w ProgrammeId>, Option<&'w ServiceId>);

/// Risks and issues: each programme numbers its own.
fn referenced<'w>(workspace: &Workspace, given: &Given, all: impl Iterator<Item = Referenced<'w>>) -> Vec<Subject> {
    let of = stated(given, "programme");
    let (reference, title) = (stated(given, "reference"), stated(given, "title"));
    let found = all.filter(|(_, own_reference, own_title, programme, service)| {
        let own_programme = programme.or_else(|| workspace.services.get((*service)?)?.programme.as_ref());
        let fits =
            of.is_none_or(|of| own_programme.is_some_and(|id| is_same(Some(&words::name(workspace, &Subject::from(id))), of)));
        let is_meant = match (reference, title) {
            (Some(reference), _) => is_same(*own_reference, reference),
            (None, Some(title)) => is_same(*own_title, title),
            (None, None) => false,
        };
        fits && is_meant
    });
    found.map(|(subject, ..)| subject).collect()
}

/// A line is known by what it is about: its title, and of kind, year, basis, partners and what it covers those that the
/// row states. Its amount is what may have changed.
fn lines(workspace: &Workspace, called: &Called, given: &Given) -> Result<Vec<Subject>, Vec<Refusal>> {
    let Some(title) = stated(given, "title") else { return Ok(Vec::new()) };
    let mut reading = Reading::of(workspace, called, given);
    let kind: Option<MoneyKind> = reading.choice("kind", None, MoneyKind::ALL, named!(MoneyKind));
    let year = reading.read("year", None, |typed| FinancialYear::parse(typed).map_err(|error| error.to_string()));
    let basis: Option<Basis> = reading.choice("basis", None, Basis::ALL, named!(Basis));
    let partners: Option<Vec<PartnerId>> = reading.read("partners", None, |text| names::partners(workspace, called, text));
    let covers: Option<Vec<Subject>> = reading.read("covers", None, |text| names::subjects(workspace, called, text));
    reading.finish()?;
    let is_meant = |line: &&Money| {
        let sum = line.sum.as_ref();
        is_same(line.title.as_deref(), title)
            && kind.is_none_or(|kind| sum.is_some_and(|sum| sum.kind == kind))
            && year.is_none_or(|year| sum.is_some_and(|sum| sum.year == Some(year)))
            && basis.is_none_or(|basis| sum.is_some_and(|sum| sum.basis == Some(basis)))
            && same(partners.as_ref(), line.partners.as_ref())
            && same(covers.as_ref(), line.covers.as_ref())
    };
    let titled = called.so(Kind::Money, title).filter_map(|found| workspace.money.get(&found.typed()?));
    Ok(titled.filter(is_meant).map(|line| Subject::from(&line.id)).collect())
}

/// Whether a list that a row states is that of a line, in any order.
fn same<T: Ord>(stated: Option<&Vec<T>>, own: Option<&Vec<T>>) -> bool {
    stated.is_none_or(|stated| {
        let set = |list: &[T]| -> usize { list.iter().one_by_one::<BTreeSet<_>>().len() };
        let own: &[T] = own.map(Vec::as_slice).unwrap_or_default();
        set(stated) == set(own) && stated.iter().all(|one| own.contains(one))
    })
}
