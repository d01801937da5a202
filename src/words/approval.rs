//! Recommendations and decisions in words.

use chrono::NaiveDate;

use crate::domain::approval::{Decision, Made, Minute};
use crate::words::date;

/// Which body, when, and where it is recorded: `Cabinet, 5 January 2011, minute 38/10`.
pub fn place(body: &str, on: Option<NaiveDate>, minute: Option<&Minute>) -> String {
    let minute = minute.map(|minute| format!("minute {}", minute.as_str()));
    std::iter::once(body.to_owned()).chain(on.map(date::long)).chain(minute).collect::<Vec<_>>().join(", ")
}

/// `The Board, 9 December 2010`.
pub fn made(made: &Made) -> String {
    place(&made.body, made.on, made.minute.as_ref())
}

/// `Agreed, Cabinet, 5 January 2011, minute 38/10: the text`.
pub fn decision(decision: &Decision) -> String {
    let place = place(&decision.body, decision.on, decision.minute.as_ref());
    let text = decision.text.as_ref().map(|text| format!(": {text}")).unwrap_or_default();
    format!("{}, {place}{text}", decision.verdict.label())
}
