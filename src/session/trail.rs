//! What happened, in words: the steps of a record's history, and what a change did.

use serde_json::Value;

use crate::domain::money::{InUse, MoneyId};
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::log::{Change, ChangeId, Edit, Log, Moment, RecordId, Step, WITHDRAWN};
use crate::order::InOrder;
use crate::session::Open;
use crate::words;

/// The field that says whether a figure is gone by, and the part of it that says so.
const IN_USE: &str = "in_use";

/// What one change did to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailStep {
    /// The change.
    pub change: ChangeId,
    /// When, by the clock of the device that made it.
    pub at: Moment,
    /// Who, as given on that device.
    pub who: String,
    /// Of which council or body, as given on that device.
    pub council: String,
    /// The reason, where one was given.
    pub why: Option<String>,
    /// Whether the record is there since this change.
    pub adds: bool,
    /// The fields that it set, in the order in which a person reads them.
    pub fields: Vec<TrailField>,
}

/// What one change did to a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailField {
    /// The field, in the words of the screen.
    pub field: String,
    /// What it said before.
    pub was: String,
    /// What it says since.
    pub is: String,
}

impl Open {
    /// The history of a shared record, earliest first.
    pub fn trail(&self, subject: &Subject) -> Vec<TrailStep> {
        let Ok(record) = subject.as_str().parse::<RecordId>() else { return Vec::new() };
        let mut steps: Vec<TrailStep> = Vec::new();
        for step in self.shared.history(&record) {
            let field = told(&self.workspace, subject, &step);
            match steps.last_mut().filter(|last| last.change == step.change.id) {
                Some(last) => last.fields.push(field),
                None => steps.push(TrailStep {
                    change: step.change.id,
                    at: step.change.at,
                    who: step.change.by.name.clone(),
                    council: step.change.by.council.clone(),
                    why: step.change.why.clone(),
                    adds: steps.is_empty(),
                    fields: vec![field],
                }),
            }
        }
        for step in &mut steps {
            in_reading_order(subject, &mut step.fields);
        }
        steps
    }
}

/// What a change did, in a few words: "Risk 10: likelihood and impact".
pub fn describe(open: &Open, change: &Change) -> String {
    if let Some(told) = goes_by(open, change) {
        return told;
    }
    let mut edits = change.edits.iter();
    let Some(first) = edits.next() else { return "nothing".to_owned() };
    let log = if open.shared.holds(&change.id) { &open.shared } else { &open.drawer };
    let name = called(open, first.record.as_str());
    let created = first.over.is_empty() && is_first(log, change, &first.record);
    let what = match first.set.keys().collect::<Vec<_>>().as_slice() {
        [only] if *only == WITHDRAWN && first.set.get(*only).is_some_and(|value| !value.is_null()) => format!("withdraw {name}"),
        [only] if *only == WITHDRAWN => format!("put back {name}"),
        _ if created => format!("add {name}"),
        _ if first.set.contains_key("level") => format!("score {name}"),
        _ if first.set.contains_key("status") => format!("report on {name}"),
        [only] => format!("{name}: {}", label(first.record.kind(), only)),
        several => format!("{name}: {} fields", several.len()),
    };
    match edits.count() {
        0 => what,
        more => format!("{what}, and {}", words::count(more, "other record", "other records")),
    }
}

/// Which of several statements was chosen, where a change does nothing but that: "go by £330k, \"Management team\"".
fn goes_by(open: &Open, change: &Change) -> Option<String> {
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
pub fn place(open: &Open, record: &str, field: &str) -> String {
    let kind = record.split_once('/').map_or("", |(kind, _)| kind);
    format!("\"{}\" of {}", label(kind, field), called(open, record))
}

fn told(workspace: &Workspace, subject: &Subject, step: &Step<'_>) -> TrailField {
    let in_words = |value: &Value| match (step.field, value.is_null()) {
        (WITHDRAWN, true) => "in use".to_owned(),
        (WITHDRAWN, false) => "withdrawn".to_owned(),
        _ => words::value(workspace, subject.kind(), step.field, value),
    };
    let was = match step.was.as_slice() {
        [] => in_words(&Value::Null),
        values => values.iter().map(|value| in_words(value)).collect::<Vec<_>>().join(" / "),
    };
    TrailField { field: label(subject.kind(), step.field), was, is: in_words(step.is) }
}

fn in_reading_order(subject: &Subject, fields: &mut [TrailField]) {
    let known = Kind::from_key(subject.kind()).map(Kind::fields).unwrap_or_default();
    fields.order_by_key(|field| known.iter().position(|known| known.label == field.field));
}

fn is_first(log: &Log, change: &Change, record: &RecordId) -> bool {
    log.touching(record).next().is_some_and(|first| first.id == change.id)
}

fn label(kind: &str, field: &str) -> String {
    if field == WITHDRAWN {
        return "Withdrawn".to_owned();
    }
    Kind::from_key(kind).map_or(field, |kind| kind.field_label(field)).to_owned()
}

fn called(open: &Open, record: &str) -> String {
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
fn known(open: &Open, subject: &Subject) -> Option<Thing> {
    open.workspace.thing(subject).or_else(|| open.own.thing(subject)).or_else(|| open.out_of_use(subject))
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
