//! What a person can do, in their words. A command becomes edits or a refusal; a refused one changes nothing.

mod figures;
mod highlight;
mod join;
mod put;
mod risk;
mod service;
mod settle;
mod stage;

pub use settle::chosen_beside;

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::highlight::Highlight;
use crate::domain::level::Level;
use crate::domain::money::MoneyId;
use crate::domain::rag::{Rag, Status};
use crate::domain::record::Set;
use crate::domain::risk::RiskId;
use crate::domain::service::{Percent, Reached, ServiceId};
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;

/// One thing that a person does.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Adds a record, or changes the fields in which `after` differs from `before`, what the form showed.
    Put {
        /// What the form showed; nothing for a new record.
        before: Option<Thing>,
        /// What it holds now.
        after: Thing,
    },
    /// Several records entered together, such as a pasted table.
    PutAll(Vec<(Option<Thing>, Thing)>),
    /// The rows of a spreadsheet, one after the other: a row may name what a row before it adds.
    PutRows {
        /// What each record said, and what it says now.
        rows: Vec<(Option<Thing>, Thing)>,
        /// Where they come from.
        why: String,
    },
    /// Takes a record out of use, for a reason.
    Withdraw {
        /// Which.
        record: Subject,
        /// Why.
        why: String,
    },
    /// Puts a withdrawn record back into use.
    Restore {
        /// Which.
        record: Subject,
        /// Why.
        why: String,
    },
    /// Enters a withdrawn record again, in one act, for the records that have one name for good.
    EnterAgain {
        /// What it said when it was withdrawn.
        before: Thing,
        /// What it says now.
        after: Thing,
    },
    /// Enters figures of measures, such as every reading of a period.
    EnterFigures(Vec<Entered>),
    /// Gives a risk a new likelihood and impact.
    RescoreRisk {
        /// Which.
        risk: RiskId,
        /// To what.
        to: Level,
        /// Why.
        reason: String,
    },
    /// Closes a risk.
    CloseRisk {
        /// Which.
        risk: RiskId,
        /// Why.
        reason: String,
    },
    /// Opens a closed risk again.
    ReopenRisk {
        /// Which.
        risk: RiskId,
        /// Why.
        reason: String,
    },
    /// Reports how a service stands.
    ReportStatus {
        /// Which.
        service: ServiceId,
        /// Red, amber or green now, with what is behind it; nothing takes the report back to "not reported".
        status: Option<Status>,
        /// As expected at year end.
        expected: Option<Rag>,
        /// How much is done.
        complete: Option<Percent>,
    },
    /// Moves a service to another stage.
    MoveStage {
        /// Which.
        service: ServiceId,
        /// To which.
        to: Reached,
        /// Why, where a reason is given.
        reason: Option<String>,
        /// Why it moves on though something that the stage asks for is missing.
        despite: Option<String>,
    },
    /// Publishes a highlight report: it never changes afterwards, and the service's status is what it says.
    Publish(Box<Highlight>),
    /// Says which of several rival figures to go by.
    UseFigure {
        /// This one; its rivals are marked as not in use.
        line: MoneyId,
        /// Why.
        reason: String,
    },
    /// Says that two records are one: the earlier stands for both from then on.
    Join {
        /// One of them.
        one: Subject,
        /// The other.
        other: Subject,
        /// Why.
        reason: String,
    },
    /// Says that two records which look alike are two.
    KeepApart {
        /// One of them.
        one: Subject,
        /// The other.
        other: Subject,
        /// Why.
        reason: String,
    },
    /// Settles a field on which people differ.
    Settle {
        /// Of which record.
        record: Subject,
        /// Which field.
        field: String,
        /// The value that counts; null for "not stated".
        value: Value,
        /// Why.
        reason: String,
    },
}

/// A record of figures as it was, and as it is to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Entered {
    /// What was shown of it; nothing where there was none.
    pub before: Option<Thing>,
    /// What it said when it was taken out of use, where it was: it is put back, and says only what is entered now.
    pub withdrawn: Option<Thing>,
    /// What it says now.
    pub after: Thing,
}

/// What is done to a record.
#[derive(Debug, Clone, PartialEq)]
pub enum Doing {
    /// Sets fields.
    Set(Set),
    /// Takes it out of use; the session adds what was seen of it.
    Withdraw {
        /// Why.
        why: String,
    },
    /// Puts it back into use.
    Restore,
}

/// One record's part of a command.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// Which.
    pub record: Subject,
    /// What is done to it.
    pub doing: Doing,
}

/// What a command comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The edits: one change, unless there are more than fit into one.
    pub edits: Vec<Edit>,
    /// The reason that goes into the log.
    pub why: Option<String>,
}

/// Why a command was refused, as a sentence, with the field that it is about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{says}")]
pub struct Refusal {
    /// The field on the form, by its name in files; empty where it is about the whole.
    pub field: &'static str,
    /// The sentence.
    pub says: String,
}

/// What is said where a form is saved as it was opened.
pub const UNCHANGED: &str = "Nothing has changed.";

impl Refusal {
    /// A refusal about one field.
    pub fn of(field: &'static str, says: impl Into<String>) -> Self {
        Self { field, says: says.into() }
    }

    /// That what a form holds is what stands already: there is nothing to do, and nothing is wrong.
    pub fn unchanged() -> Self {
        Self::of("", UNCHANGED)
    }

    /// Whether it only says that nothing has changed.
    pub fn is_unchanged(&self) -> bool {
        self.says == UNCHANGED
    }
}

/// Works out what a command does to a workspace on a day. Pure: nothing is changed here.
pub fn apply(workspace: &Workspace, command: Command, today: NaiveDate) -> Result<Outcome, Vec<Refusal>> {
    let outcome = work_out(workspace, command, today)?;
    let is_exact = outcome.edits.iter().all(|edit| match &edit.doing {
        Doing::Set(fields) => fields.values().all(is_exact),
        Doing::Withdraw { .. } | Doing::Restore => true,
    });
    if is_exact {
        Ok(outcome)
    } else {
        Err(vec![Refusal::of("", "A figure is too large to be kept exactly. Check the noughts.")])
    }
}

/// Whether every reader of JSON keeps the numbers in a value exactly: whole, and within ±(2^53−1).
fn is_exact(value: &Value) -> bool {
    const EXACT: u64 = (1 << 53) - 1;
    match value {
        Value::Number(number) => number.as_i64().is_some_and(|number| number.unsigned_abs() <= EXACT),
        Value::Array(items) => items.iter().all(is_exact),
        Value::Object(fields) => fields.values().all(is_exact),
        Value::Null | Value::Bool(_) | Value::String(_) => true,
    }
}

fn work_out(workspace: &Workspace, command: Command, today: NaiveDate) -> Result<Outcome, Vec<Refusal>> {
    match command {
        Command::Put { before, after } => put::put(workspace, before.as_ref(), &after),
        Command::PutAll(things) => put::put_all(workspace, &things),
        Command::PutRows { rows, why } => put::put_rows(workspace.clone(), rows, &why),
        Command::Withdraw { record, why } => put::withdraw(workspace, &record, &why),
        Command::Restore { record, why } => {
            Ok(Outcome { edits: vec![Edit { record, doing: Doing::Restore }], why: stated(&why) })
        }
        Command::EnterAgain { before, after } => put::enter_again(workspace, &before, &after),
        Command::EnterFigures(entered) => figures::enter(workspace, &entered),
        Command::RescoreRisk { risk, to, reason } => risk::rescore(workspace, &risk, to, &reason),
        Command::CloseRisk { risk, reason } => risk::close(workspace, &risk, &reason),
        Command::ReopenRisk { risk, reason } => risk::reopen(workspace, &risk, &reason),
        Command::ReportStatus { service, status, expected, complete } => {
            service::report(workspace, &service, status, expected, complete, today)
        }
        Command::MoveStage { service, to, reason, despite } => {
            stage::move_to(workspace, &service, to, reason.as_deref(), despite.as_deref())
        }
        Command::Publish(draft) => highlight::publish(workspace, &draft, today),
        Command::UseFigure { line, reason } => settle::use_figure(workspace, &line, &reason),
        Command::Join { one, other, reason } => join::join(workspace, &one, &other, &reason),
        Command::KeepApart { one, other, reason } => join::keep_apart(workspace, &one, &other, &reason),
        Command::Settle { record, field, value, reason } => settle::settle(&record, &field, value, &reason),
    }
}

/// A reason as it goes into the log: nothing where only blanks were typed.
fn stated(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn needed(field: &'static str, text: &str, says: &str) -> Result<String, Vec<Refusal>> {
    stated(text).ok_or_else(|| vec![Refusal::of(field, says)])
}

fn set(record: &impl AsRef<str>, fields: Set) -> Result<Edit, Vec<Refusal>> {
    let record = Subject::parse(record.as_ref()).ok_or_else(|| vec![Refusal::of("", "This record has no proper name.")])?;
    Ok(Edit { record, doing: Doing::Set(fields) })
}

fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}
