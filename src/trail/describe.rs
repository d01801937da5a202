//! What a change did, and what a record is called, in a few words that fit on a button.

use serde_json::Value;

use crate::bundle::decode;
use crate::domain::joined::{DISTINCT, JOINED, named_by};
use crate::domain::money::{InUse, MoneyId};
use crate::domain::period::Period;
use crate::domain::risk::Openness;
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

/// What a change did, in a few words that begin with a verb: "change the mitigation of risk 10".
pub fn describe(open: Told<'_>, change: &Change) -> String {
    if let Some(told) = goes_by(open, change) {
        return told;
    }
    let mut edits = change.edits.iter();
    let Some(first) = edits.next() else { return "nothing".to_owned() };
    let name = called(open, first.record.as_str());
    let created = first.over.is_empty() && is_first(open.log, change, &first.record);
    let what = match first.set.iter().collect::<Vec<_>>().as_slice() {
        [(field, value)] if *field == WITHDRAWN && !value.is_null() => format!("withdraw {name}"),
        [(field, _)] if *field == WITHDRAWN => format!("put back {name}"),
        [(field, to)] if *field == JOINED => match to.as_str() {
            Some(to) => format!("join {name} to {}", called(open, to)),
            None => format!("take {name} apart from what it was joined to"),
        },
        [(field, others)] if *field == DISTINCT => {
            let others = others.as_array().into_iter().flatten().filter_map(Value::as_str).map(|other| called(open, other));
            format!("say that {name} is another than {}", words::list(others.collect::<Vec<_>>()))
        }
        _ if created && first.record.kind() == "workspace" => format!("begin {name}"),
        _ if created => format!("add {name}"),
        _ if first.set.contains_key("level") => format!("score {name}"),
        _ if first.set.contains_key("status") => format!("report on {name}"),
        [(field, value)] => deed(first.record.kind(), field, value, &name),
        several => format!("change {} of {name}", words::count(several.len(), "answer", "answers")),
    };
    match edits.count() {
        0 => what,
        more => format!("{what}, and {}", words::count(more, "other record", "other records")),
    }
}

/// What setting one field does to what is called `name`.
fn deed(kind: &str, field: &str, value: &Value, name: &str) -> String {
    let is_closed = value.get("is").and_then(Value::as_str) == Some(Openness::Closed.key());
    match (kind, field) {
        (_, "state") if is_closed => format!("close {name}"),
        (_, "state") => format!("open {name} again"),
        (_, "stage") => format!("move {name} to another stage"),
        (_, "done") if value.is_null() => format!("report {name} as not done"),
        (_, "done") => format!("report {name} as done"),
        (_, "amended") => format!("amend the date of {name}"),
        (_, "in_use") => format!("say whether to go by {name}"),
        ("readings", "forecast") => format!("change the forecast of {name}"),
        ("readings" | "targets", period) if Period::from_key(period).is_some() => {
            let what = if kind == "readings" { "reading" } else { "target" };
            format!("enter the {what} for {} in {name}", field_label(kind, period))
        }
        ("milestone", "what") => format!("change the words of {name}"),
        ("milestone" | "note", "about") => format!("change what {name} is about"),
        ("money", "title") => format!("change the name of {name}"),
        (_, "covers") => format!("change what {name} covers"),
        (_, "part_of" | "parent") => format!("change what {name} is part of"),
        (_, "net_of") => format!("change what {name} is net of"),
        (_, "rival_of") => format!("change what else states {name}"),
        (_, "cash") => format!("change whether {name} is cashable"),
        (_, "set_by") => format!("change who set {name}"),
        (_, "lead") => format!("change who leads {name}"),
        (_, "quick_win") => format!("change whether {name} is a quick win"),
        (_, "complete") => format!("change how far {name} is"),
        (_, "happened") => format!("change the day of {name}"),
        (_, "due") => format!("change the due date of {name}"),
        ("issue", "risk") => format!("change which risk {name} was"),
        (_, "term") => format!("change the dates of {name}"),
        ("workspace", "nature") => format!("change what kind of workspace {name} is"),
        (_, "corporate") => format!("change the reference of {name} in a council's own register"),
        ("service", "expected") => format!("change how {name} is expected to end the year"),
        _ => format!("change the {} of {name}", lower(&field_label(kind, field))),
    }
}

/// Words as they stand within a sentence.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
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
    if field == JOINED {
        return "Joined to".to_owned();
    }
    if field == DISTINCT {
        return "Another than".to_owned();
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
        Some(Thing::About(_)) => "the workspace".to_owned(),
        Some(Thing::Participation(part)) => {
            let name = |subject: Option<Subject>| {
                let thing = subject.and_then(|subject| known(open, &subject))?;
                (!thing.title().is_empty()).then(|| short(thing.title()))
            };
            let partner = name(part.id.partner().as_ref().map(Subject::from));
            let service = name(part.id.service().as_ref().map(Subject::from));
            partner.zip(service).map_or_else(a_kind, |(partner, service)| format!("{partner} in {service}"))
        }
        Some(Thing::Baseline(_) | Thing::Targets(_) | Thing::Readings(_)) => {
            let ends = named_by(subject.kind(), subject.rest());
            let titles: Vec<String> = ends.iter().filter_map(|end| Some(short(known(open, end)?.title()))).collect();
            let what = if kind == Some(Kind::Baseline) { "the baseline" } else { "figures" };
            match titles.as_slice() {
                [measure, partner] => format!("{what} of \"{measure}\" for {partner}"),
                _ => a_kind(),
            }
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
        .or_else(|| decode::thing(open.log, &subject.as_str().parse().ok()?))
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
