//! What a change did, and what a record is called, in a few words that fit on a button.

use crate::bundle::decode;
use crate::domain::money::{InUse, MoneyId};
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::log::{Change, Edit, Log, RecordId, WITHDRAWN};
use crate::words;

/// The field that says whether a figure is gone by, and the part of it that says so.
const IN_USE: &str = "in_use";

/// A log, and what is known of the records that its changes speak of.
#[derive(Clone, Copy)]
pub struct Told<'o> {
    /// The log.
    pub log: &'o Log,
    /// What it adds up to, or the shared one beside it.
    pub workspace: &'o Workspace,
    /// What the person's own log adds up to.
    pub own: &'o Workspace,
}

/// What a change did, in a few words: "Risk 10: likelihood and impact".
pub fn describe(open: Told<'_>, change: &Change) -> String {
    if let Some(told) = goes_by(open, change) {
        return told;
    }
    let mut edits = change.edits.iter();
    let Some(first) = edits.next() else { return "nothing".to_owned() };
    let name = called(open, first.record.as_str());
    let created = first.over.is_empty() && is_first(open.log, change, &first.record);
    let what = match first.set.keys().collect::<Vec<_>>().as_slice() {
        [only] if *only == WITHDRAWN && first.set.get(*only).is_some_and(|value| !value.is_null()) => format!("withdraw {name}"),
        [only] if *only == WITHDRAWN => format!("put back {name}"),
        _ if created => format!("add {name}"),
        _ if first.set.contains_key("level") => format!("score {name}"),
        _ if first.set.contains_key("status") => format!("report on {name}"),
        [only] => format!("{name}: {}", field_label(first.record.kind(), only)),
        several => format!("{name}: {} fields", several.len()),
    };
    match edits.count() {
        0 => what,
        more => format!("{what}, and {}", words::count(more, "other record", "other records")),
    }
}

/// Which of several statements was chosen, where a change does nothing but that: "go by £330k, \"Management team\"".
fn goes_by(open: Told<'_>, change: &Change) -> Option<String> {
    let chosen =
        |edit: &&Edit| edit.set.get(IN_USE).and_then(|mark| mark.get(IN_USE)).is_some_and(|mark| mark == InUse::Yes.key());
    if !change.edits.iter().all(|edit| edit.set.keys().eq([IN_USE])) {
        return None;
    }
    let id: MoneyId = Subject::parse(change.edits.iter().find(chosen)?.record.as_str())?.typed()?;
    let line = open.workspace.money.get(&id)?;
    let amount = line.sum.as_ref().map(|sum| words::money::short(sum.pence))?;
    let title = line.title.as_deref().filter(|title| !title.trim().is_empty());
    Some(title.map_or_else(|| format!("go by {amount}"), |title| format!("go by {amount}, \"{}\"", short(title))))
}

/// A field of a record, in words: "\"Likelihood and impact\" of risk 10".
pub fn place(open: Told<'_>, record: &str, field: &str) -> String {
    let kind = record.split_once('/').map_or("", |(kind, _)| kind);
    format!("\"{}\" of {}", field_label(kind, field), called(open, record))
}

fn is_first(log: &Log, change: &Change, record: &RecordId) -> bool {
    log.touching(record).next().is_some_and(|first| first.id == change.id)
}

/// The words on screens for a field of a kind; the field's own name where this version does not know it.
pub fn field_label(kind: &str, field: &str) -> String {
    if field == WITHDRAWN {
        return "Withdrawn".to_owned();
    }
    Kind::from_key(kind).map_or(field, |kind| kind.field_label(field)).to_owned()
}

fn called(open: Told<'_>, record: &str) -> String {
    let kind = record.split_once('/').and_then(|(kind, _)| Kind::from_key(kind));
    let a_kind = || kind.map_or_else(|| "a record".to_owned(), |kind| format!("a {}", kind.label().to_lowercase()));
    let Some(subject) = Subject::parse(record) else { return a_kind() };
    match known(open, &subject) {
        Some(Thing::Risk(risk)) => match (&risk.reference, &risk.title) {
            (Some(reference), _) => format!("risk {reference}"),
            (None, Some(title)) => format!("risk \"{}\"", short(title)),
            (None, None) => "a risk".to_owned(),
        },
        Some(Thing::Participation(part)) => {
            let name = |subject: Option<Subject>| {
                let thing = subject.and_then(|subject| known(open, &subject))?;
                (!thing.title().is_empty()).then(|| short(thing.title()))
            };
            let partner = name(part.id.partner().as_ref().map(Subject::from));
            let service = name(part.id.service().as_ref().map(Subject::from));
            partner.zip(service).map_or_else(a_kind, |(partner, service)| format!("{partner} in {service}"))
        }
        Some(thing) if !thing.title().is_empty() => {
            format!("{} \"{}\"", thing.kind().label().to_lowercase(), short(thing.title()))
        }
        _ => a_kind(),
    }
}

/// What is known of a record in either log, in use or not.
fn known(open: Told<'_>, subject: &Subject) -> Option<Thing> {
    open.workspace
        .thing(subject)
        .or_else(|| open.own.thing(subject))
        .or_else(|| decode::out_of_use(open.log, &subject.as_str().parse().ok()?))
}

/// A title that still fits on a button.
fn short(title: &str) -> String {
    const LONGEST: usize = 40;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}
