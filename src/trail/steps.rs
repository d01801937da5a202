//! The steps of a record's history: who changed what, from what, to what, when and why.

use serde_json::Value;

use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::log::{Change, ChangeId, Log, Moment, RecordId, Step, WITHDRAWN};
use crate::order::InOrder;
use crate::trail::describe::field_label;
use crate::words;

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

/// The history of a record, earliest first.
pub fn steps(log: &Log, workspace: &Workspace, subject: &Subject) -> Vec<TrailStep> {
    let Ok(record) = subject.as_str().parse::<RecordId>() else { return Vec::new() };
    let mut steps: Vec<TrailStep> = Vec::new();
    for step in log.history(&record) {
        let field = told(workspace, subject, &step);
        match steps.last_mut().filter(|last| last.change == step.change.id) {
            Some(last) => last.fields.push(field),
            None => {
                let adds = steps.is_empty();
                steps.push(begun(step.change, adds, vec![field]));
            }
        }
    }
    for step in &mut steps {
        in_reading_order(subject, &mut step.fields);
    }
    steps
}

/// What one change did to one record; nothing where it did not touch it.
pub fn step_of(log: &Log, workspace: &Workspace, change: &Change, record: &RecordId) -> Option<TrailStep> {
    let subject = Subject::parse(record.as_str())?;
    let mut fields: Vec<_> = log.steps_of(change, record).iter().map(|step| told(workspace, &subject, step)).collect();
    in_reading_order(&subject, &mut fields);
    let adds = log.touching(record).next().is_some_and(|first| first.id == change.id);
    (!fields.is_empty()).then(|| begun(change, adds, fields))
}

fn begun(change: &Change, adds: bool, fields: Vec<TrailField>) -> TrailStep {
    TrailStep {
        change: change.id,
        at: change.at,
        who: change.by.name.clone(),
        council: change.by.council.clone(),
        why: change.why.clone(),
        adds,
        fields,
    }
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
    TrailField { field: field_label(subject.kind(), step.field), was, is: in_words(step.is) }
}

fn in_reading_order(subject: &Subject, fields: &mut [TrailField]) {
    let known = Kind::from_key(subject.kind()).map(Kind::fields).unwrap_or_default();
    fields.order_by_key(|field| known.iter().position(|known| known.label == field.field));
}
