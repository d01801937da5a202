//! Any field's value in words, for histories, previews of imports and conflicts.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::about::Nature;
use crate::domain::agreement::{Agreement, Consulted, Moved};
use crate::domain::approval::{Decision, Made};
use crate::domain::benefit::{Actual, BenefitKind, Promise};
use crate::domain::case::{CaseLevel, Choice, Estimate, Signed, ToMembers};
use crate::domain::commitment::{CommitmentKind, Stands};
use crate::domain::exempt::Exempt;
use crate::domain::highlight::{Content, Issued};
use crate::domain::level::Level;
use crate::domain::matrix::Matrix;
use crate::domain::measure::{Polarity, Tolerance, YearToDate};
use crate::domain::meeting::Seen;
use crate::domain::money::{Cash, Fund, MoneyKind, SetBy, SpentOn, Split, SplitPart, SplitRule, Sum, Use};
use crate::domain::opening::{OpeningKind, Taken};
use crate::domain::partner::{PartnerKind, Series, Vote};
use crate::domain::pence::Pence;
use crate::domain::period::{Frequency, Period};
use crate::domain::quantity::Quantity;
use crate::domain::rag::{Rag, Status};
use crate::domain::reading::{Aim, Outlook, Reading, Start};
use crate::domain::risk::{Openness, State, StatedMovement, Tier};
use crate::domain::sent::Sending;
use crate::domain::service::{Approach, Part, Percent, QuickWin, Reached, Stage};
use crate::domain::shift::Shifted;
use crate::domain::source::{Amended, Paper, Source, Term};
use crate::domain::subject::Subject;
use crate::domain::thinking::{DemandKind, EndToEnd, TrialState};
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::words::{self, NO_READING, NOT_STATED, date, level, measures, money, movement, quantity, source, typed};

/// The value of a field of a record of this kind, as a person reads it: references by name, nothing as "not stated".
/// What this version does not understand is shown as it stands in the file.
pub fn value(workspace: &Workspace, kind: &str, field: &str, value: &Value) -> String {
    if value.is_null() {
        return unstated(kind, field).to_owned();
    }
    in_words(workspace, kind, field, value).unwrap_or_else(|| raw(value))
}

/// What a field means that says nothing.
fn unstated(kind: &str, field: &str) -> &'static str {
    match (kind, field) {
        ("risk" | "issue", "state") => Openness::Open.label(),
        ("service", "status") => "Not reported",
        ("milestone", "done") => "Not done",
        ("readings", _) if Period::from_key(field).is_some() => NO_READING,
        _ => NOT_STATED,
    }
}

fn in_words(workspace: &Workspace, kind: &str, field: &str, value: &Value) -> Option<String> {
    let names = |subjects: Vec<Subject>| words::list(subjects.iter().map(|subject| words::name(workspace, subject)));
    let text = match (kind, field) {
        ("readings", period) if Period::from_key(period).is_some() => typed::reading_typed(&read::<Reading>(value)?),
        ("targets", period) if Period::from_key(period).is_some() => typed::aim_typed(&read::<Aim>(value)?),
        ("readings", "forecast") => {
            let outlook = read::<Outlook>(value)?;
            typed::noted(quantity::exact(outlook.value), outlook.note.as_deref())
        }
        ("baseline", "start") => {
            let start = read::<Start>(value)?;
            typed::noted(measures::start(&start), start.note.as_deref())
        }
        ("measure", "polarity") => read::<Polarity>(value)?.label().to_owned(),
        ("measure", "tolerance") => tolerance(&read::<Tolerance>(value)?),
        ("measure", "frequency") => read::<Frequency>(value)?.label().to_owned(),
        ("measure", "to_date") => read::<YearToDate>(value)?.label().to_owned(),
        ("partner", "kind") => read::<PartnerKind>(value)?.label().to_owned(),
        (_, "exempt") => words::sentence(&words::exempt::exempt(&read::<Exempt>(value)?)),
        ("case", "level") => read::<CaseLevel>(value)?.label().to_owned(),
        (_, "level") => level::level(&workspace.matrix(), read::<Level>(value)?),
        (_, "movement") => movement::stated(&read::<StatedMovement>(value)?),
        (_, "state") => state(&read::<State>(value)?),
        (_, "tier") => read::<Tier>(value)?.label().to_owned(),
        (_, "status") => status(&read::<Status>(value)?),
        (_, "expected") => rag(read::<Rag>(value)?),
        (_, "complete") => format!("{} %", read::<Percent>(value)?.number()),
        (_, "stage") => reached(read::<Reached>(value)?),
        (_, "approach") => read::<Approach>(value)?.label().to_owned(),
        (_, "quick_win") => read::<QuickWin>(value)?.label().to_owned(),
        (_, "part") => part(&read::<Part>(value)?),
        (_, "vote") => read::<Vote>(value)?.label().to_owned(),
        (_, "series") => read::<Series>(value)?.label().to_owned(),
        (_, "nature") => read::<Nature>(value)?.label().to_owned(),
        (_, "matrix") => matrix(&read::<Matrix>(value)?),
        (_, "sum") => sum(&read::<Sum>(value)?),
        (_, "split") => split(workspace, &read::<Split>(value)?),
        ("shift", "moved") => words::depth::moved(&read::<Shifted>(value)?),
        ("opening", "sort") => read::<OpeningKind>(value)?.label().to_owned(),
        ("opening", "decision") => words::thinking::taken(&read::<Taken>(value)?),
        ("study", "time") => words::thinking::end_to_end(&read::<EndToEnd>(value)?),
        ("demand", "sort") => read::<DemandKind>(value)?.label().to_owned(),
        ("demand", "count") => quantity::exact(read::<Quantity>(value)?),
        ("trial", "kept") => read::<TrialState>(value)?.label().to_owned(),
        ("commitment", "sort") => read::<CommitmentKind>(value)?.label().to_owned(),
        ("commitment", "stands") => words::commitments::stands(&read::<Stands>(value)?),
        ("plan", "year") => read::<FinancialYear>(value)?.to_string(),
        ("benefit", "sort") => read::<BenefitKind>(value)?.label().to_owned(),
        ("benefit", "promise") => words::benefits::promise(&read::<Promise>(value)?),
        ("benefit", "actual") => words::benefits::actual(&read::<Actual>(value)?),
        ("highlight", "content") => words::highlights::in_short(&read::<Content>(value)?),
        ("highlight", "issued") => words::highlights::issued(&read::<Issued>(value)?),
        ("case" | "highlight", "version") => read::<u16>(value)?.to_string(),
        ("case", "members") => words::cases::to_members(&read::<ToMembers>(value)?),
        ("option", "estimate") => words::cases::estimate(&read::<Estimate>(value)?),
        ("option", "choice") => read::<Choice>(value)?.label().to_owned(),
        ("signoff", "signed") => words::cases::signed(&read::<Signed>(value)?),
        ("consultation", "who") => read::<Consulted>(value)?.label().to_owned(),
        ("participation", "agreement") => words::cases::agreement(&read::<Agreement>(value)?),
        ("participation", "staff") => words::cases::moved(&read::<Moved>(value)?),
        ("approval", "decision") => words::approval::decision(&read::<Decision>(value)?),
        ("recommendation", "made") => words::approval::made(&read::<Made>(value)?),
        ("recommendation", "opens") => read::<Stage>(value)?.label().to_owned(),
        (_, "spent_on") => read::<SpentOn>(value)?.label().to_owned(),
        (_, "cash") => read::<Cash>(value)?.label().to_owned(),
        (_, "fund") => fund(&read::<Fund>(value)?),
        (_, "set_by" | "said_by") => set_by(&read::<SetBy>(value)?),
        (_, "in_use") => used(&read::<Use>(value)?),
        (_, "source") => source::source(&read::<Source>(value)?),
        (_, "term") => words::sentence(&date::term(&read::<Term>(value)?)),
        (_, "amended") => amended(&read::<Amended>(value)?),
        (_, "withdrawn") => withdrawn(value)?,
        (_, "sending") => sending(&read::<Sending>(value)?),
        (_, "covers" | "partners" | "councils" | "order" | "distinct") => names(read::<Vec<Subject>>(value)?),
        ("meeting", "body") => read::<String>(value)?,
        (
            _,
            "body" | "programme" | "service" | "partner" | "case" | "parent" | "about" | "risk" | "measure" | "corrects"
            | "part_of" | "net_of" | "rival_of" | "joined",
        ) => words::name(workspace, &read::<Subject>(value)?),
        ("meeting", "seen") => seen(read::<Vec<Seen>>(value)?.len()),
        (_, "reading" | "due" | "done" | "review" | "happened" | "held" | "dated" | "ending" | "since" | "decide_by") => {
            date::long(read::<NaiveDate>(value)?)
        }
        ("workspace", "papers") => read::<Vec<Paper>>(value)?.iter().map(source::paper).collect::<Vec<_>>().join("; "),
        ("programme", "aims") => read::<Vec<String>>(value)?.join("; "),
        _ => read::<String>(value)?,
    };
    Some(if text.trim().is_empty() { NOT_STATED.to_owned() } else { text })
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}

/// A value that this version does not understand, without the quotation marks of a lone text.
fn raw(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn with(text: impl Into<String>, more: Option<&str>) -> String {
    let text = text.into();
    match more.filter(|more| !more.is_empty()) {
        Some(more) => format!("{text}: {more}"),
        None => text,
    }
}

fn tolerance(tolerance: &Tolerance) -> String {
    let units = tolerance.units.map(|units| format!("; {} where the target is nought", quantity::exact(units)));
    format!("{} %{}", quantity::exact(tolerance.percent), units.unwrap_or_default())
}

fn sending(sending: &Sending) -> String {
    format!("{} on {} ({})", sending.code, date::long(sending.on), sending.how.label())
}

fn rag(rag: Rag) -> String {
    rag.label().to_owned()
}

fn status(status: &Status) -> String {
    let mut text = with(status.rag.label(), status.why.as_deref());
    if let Some(who) = &status.who {
        text.push_str(&format!("; {who}"));
    }
    if let Some(by) = status.by {
        text.push_str(&format!("; by {}", date::long(by)));
    }
    text
}

fn state(state: &State) -> String {
    with(state.is.label(), state.why.as_deref())
}

fn part(part: &Part) -> String {
    with(part.role.label(), part.note.as_deref())
}

fn reached(reached: Reached) -> String {
    let mut text = reached.stage.label().to_owned();
    if let Some(since) = reached.since {
        text.push_str(&format!(", since {}", date::long(since)));
    }
    if let Some(next) = reached.next_due {
        text.push_str(&format!(", next stage due {}", date::long(next)));
    }
    let mut text = with(text, reached.note.as_deref());
    for despite in &reached.despite {
        text.push_str(&format!("; {}", words::services::despite(despite)));
    }
    text
}

fn matrix(matrix: &Matrix) -> String {
    let steps = |words: &[String; 4]| words.join(", ");
    let (likelihood, impact) = (steps(&matrix.likelihood), steps(&matrix.impact));
    format!("Version {}: {}; likelihood {likelihood}; impact {impact}", matrix.version, level::key(matrix).to_lowercase())
}

fn sum(sum: &Sum) -> String {
    let mut parts = vec![format!("{} {}", sum.kind.label(), money::exact_range(sum.pence, sum.up_to))];
    parts.extend(sum.year.map(|year| year.to_string()));
    match sum.basis {
        Some(basis) => parts.push(basis.label().to_lowercase()),
        None if sum.kind == MoneyKind::Target => {}
        None => parts.push("basis not stated".to_owned()),
    }
    parts.extend(sum.recurrence.map(|recurrence| recurrence.label().to_lowercase()));
    parts.join(", ")
}

/// By which rule an amount is divided, between whom, and who agreed to it.
pub fn split(workspace: &Workspace, split: &Split) -> String {
    let share = |part: &SplitPart| {
        let partner = words::name(workspace, &Subject::from(&part.partner));
        match split.rule {
            SplitRule::Equal => partner,
            SplitRule::Percent => format!("{partner} {} %", hundredths(part.weight)),
            SplitRule::Fixed => format!("{partner} {}", money::exact(Pence(i64::try_from(part.weight).unwrap_or(i64::MAX)))),
            SplitRule::StaffTime | SplitRule::Population => format!("{partner} {}", words::number(part.weight)),
        }
    };
    let mut text = with(split.rule.label(), Some(&words::list(split.parts.iter().map(share))));
    match (&split.agreed_by, split.agreed_on) {
        (Some(who), Some(on)) => text.push_str(&format!("; agreed by {who} on {}", date::long(on))),
        (Some(who), None) => text.push_str(&format!("; agreed by {who}")),
        (None, Some(on)) => text.push_str(&format!("; agreed on {}, by whom is not stated", date::long(on))),
        (None, None) => text.push_str("; not agreed yet"),
    }
    text
}

/// Hundredths of a per cent: `12`, `33.33`, `12.5`.
fn hundredths(weight: u64) -> String {
    match (weight / 100, weight % 100) {
        (whole, 0) => words::number(whole),
        (whole, rest) if rest % 10 == 0 => format!("{}.{}", words::number(whole), rest / 10),
        (whole, rest) => format!("{}.{rest:02}", words::number(whole)),
    }
}

fn fund(fund: &Fund) -> String {
    let kind = fund.kind.map(|kind| format!(", {}", kind.label().to_lowercase())).unwrap_or_default();
    with(format!("From {}{kind}", fund.giver), fund.purpose.as_deref())
}

fn set_by(set_by: &SetBy) -> String {
    match set_by.on {
        Some(on) => format!("{}, {}", set_by.who, date::long(on)),
        None => set_by.who.clone(),
    }
}

fn used(used: &Use) -> String {
    with(used.in_use.label(), used.why.as_deref())
}

fn amended(amended: &Amended) -> String {
    if amended.authority.is_empty() {
        date::long(amended.date)
    } else {
        format!("{}, by {}", date::long(amended.date), amended.authority)
    }
}

/// A state is named by its latest changes, which mean nothing to a reader.
fn seen(latest: usize) -> String {
    if latest == 0 {
        String::new()
    } else {
        format!("As it stood after {}", words::count(latest, "latest change", "latest changes"))
    }
}

fn withdrawn(value: &Value) -> Option<String> {
    let why = value.as_object()?.get("why").and_then(Value::as_str);
    Some(with("Withdrawn", why))
}

#[cfg(test)]
mod tests;
