//! What people wrote apart from each other and nobody has settled: every statement, and what stood before them.

use serde_json::Value;

use crate::bundle::decode;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::{Mark, Workspace};
use crate::log::{Change, ChangeId, Head, Log, Moment, RecordId, WITHDRAWN};
use crate::trail::describe::field_label;
use crate::words;

/// A field on which people differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Disagreement {
    /// Of which record.
    pub record: Subject,
    /// What people call it.
    pub name: String,
    /// What it is, such as "Risk".
    pub kind: String,
    /// Its field, as files name it; `withdrawn` where one removed what another changed.
    pub field: String,
    /// The field in the words of the screen.
    pub label: String,
    /// What each of them says, the one in force first.
    pub statements: Vec<Statement>,
    /// What it said before they wrote apart; none where it said nothing yet.
    pub before: Option<String>,
}

/// What one of them says, or several where they wrote the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The change that says so.
    pub change: ChangeId,
    /// In words.
    pub says: String,
    /// Who, as given on that device.
    pub who: String,
    /// Of which council or body.
    pub council: String,
    /// When, by the clock of the device that said so.
    pub at: Moment,
    /// The reason that was given.
    pub why: Option<String>,
    /// What choosing it does.
    pub choice: Choice,
}

/// What choosing a statement does.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// The field says this.
    Value(Value),
    /// The record stays in use.
    Keep,
    /// The record goes out of use.
    Remove,
}

impl Disagreement {
    /// Whether it is about keeping or removing the record.
    pub fn is_about_use(&self) -> bool {
        self.field == WITHDRAWN
    }
}

/// Everything that people differ on, by record.
pub fn disagreements(log: &Log, workspace: &Workspace) -> Vec<Disagreement> {
    let in_conflict = |marks: &Vec<Mark>| marks.iter().any(|mark| matches!(mark, Mark::Conflict { .. }));
    let records = workspace.marks.iter().filter(|(_, marks)| in_conflict(marks)).filter_map(|(name, _)| Subject::parse(name));
    records.flat_map(|record| disagreements_on(log, workspace, &record)).collect()
}

/// What people differ on about one record, in the order of its fields.
pub fn disagreements_on(log: &Log, workspace: &Workspace, subject: &Subject) -> Vec<Disagreement> {
    let Ok(id) = subject.as_str().parse::<RecordId>() else { return Vec::new() };
    let Some(record) = log.record(&id) else { return Vec::new() };
    let mut fields: Vec<&str> = record.conflicts().collect();
    let known = Kind::from_key(subject.kind());
    let place = |field: &str| known.and_then(|kind| kind.fields().iter().position(|known| known.name == field));
    fields.sort_by_key(|field| (place(field).is_none(), place(field)));
    let about = |field: &str| Disagreement {
        record: subject.clone(),
        name: own_name(log, workspace, subject, &id),
        kind: known.map_or_else(|| subject.kind().to_owned(), |kind| kind.label().to_owned()),
        field: field.to_owned(),
        label: field_label(subject.kind(), field),
        statements: match field {
            WITHDRAWN => about_use(log, workspace, subject, &id),
            _ => about_a_field(log, workspace, subject, &id, field),
        },
        before: before(log, workspace, subject, &id, field),
    };
    fields.into_iter().map(about).collect()
}

/// A record's own name, also where another one stands for it by now.
fn own_name(log: &Log, workspace: &Workspace, subject: &Subject, id: &RecordId) -> String {
    let joined = decode::thing(log, id).filter(|_| workspace.joins.is_joined(subject));
    joined.map_or_else(|| words::name(workspace, subject), |own| own.title().trim().to_owned())
}

fn about_a_field(log: &Log, workspace: &Workspace, subject: &Subject, id: &RecordId, field: &str) -> Vec<Statement> {
    let heads = log.record(id).and_then(|record| record.reading(field)).map(|reading| reading.heads).unwrap_or_default();
    let say = |head: Head<'_>| {
        let says = words::value(workspace, subject.kind(), field, head.value);
        statement(head.change, says, Choice::Value(head.value.clone()))
    };
    heads.into_iter().map(say).collect()
}

/// Whoever removed it, whoever kept it, and whoever changed it without knowing that it was removed.
fn about_use(log: &Log, workspace: &Workspace, subject: &Subject, id: &RecordId) -> Vec<Statement> {
    let Some(record) = log.record(id) else { return Vec::new() };
    let heads = record.reading(WITHDRAWN).map(|reading| reading.heads).unwrap_or_default();
    let mut statements: Vec<Statement> = heads
        .into_iter()
        .map(|head| match head.value.get("why").and_then(Value::as_str) {
            _ if head.value.is_null() => statement(head.change, "Keep it".to_owned(), Choice::Keep),
            Some(why) => statement(head.change, format!("Remove it: {why}"), Choice::Remove),
            None => statement(head.change, "Remove it".to_owned(), Choice::Remove),
        })
        .collect();
    for (field, head) in record.overlooked() {
        let wrote =
            format!("{}: {}", field_label(subject.kind(), field), words::value(workspace, subject.kind(), field, head.value));
        match statements.iter_mut().find(|known| known.change == head.change.id) {
            Some(known) => known.says.push_str(&format!("; {wrote}")),
            None => statements.push(statement(head.change, format!("Keep it, with {wrote}"), Choice::Keep)),
        }
    }
    statements
}

fn before(log: &Log, workspace: &Workspace, subject: &Subject, id: &RecordId, field: &str) -> Option<String> {
    if field == WITHDRAWN {
        return None;
    }
    let values = log.stood_before(id, field);
    let said: Vec<_> = values.into_iter().map(|value| words::value(workspace, subject.kind(), field, value)).collect();
    (!said.is_empty()).then(|| said.join(" / "))
}

fn statement(change: &Change, says: String, choice: Choice) -> Statement {
    Statement {
        change: change.id,
        says,
        who: change.by.name.clone(),
        council: change.by.council.clone(),
        at: change.at,
        why: change.why.clone(),
        choice,
    }
}
