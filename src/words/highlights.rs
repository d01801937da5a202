//! Highlight reports in words.

use chrono::NaiveDate;

use crate::domain::highlight::{Content, Issued, Planned};
use crate::words::{count, date};

/// A report in a line, for histories.
pub fn in_short(content: &Content) -> String {
    let status = content.status.as_ref().map(|status| status.rag.label().to_owned());
    let complete = content.complete.map(|percent| format!("{} % complete", percent.number()));
    let planned = (!content.planned.is_empty()).then(|| count(content.planned.len(), "planned activity", "planned activities"));
    let next = (!content.next.is_empty()).then(|| format!("{} next", count(content.next.len(), "activity", "activities")));
    let parts: Vec<String> = [status, complete, planned, next, content.summary.clone()].into_iter().flatten().collect();
    parts.join("; ")
}

/// `On 17 January 2011, under version 1 of the risk matrix`.
pub fn issued(issued: &Issued) -> String {
    format!("On {}, under version {} of the risk matrix", date::long(issued.on), issued.matrix.version)
}

/// `Sign the agreement, due 31 March 2011, carried over once`.
pub fn planned(planned: &Planned) -> String {
    let due = planned.due.map(|due| format!(", due {}", date::long(due))).unwrap_or_default();
    format!("{}{due}{}", planned.what, carried(planned.carries).map(|carried| format!(", {carried}")).unwrap_or_default())
}

/// `carried over twice`; nothing where it was not.
pub fn carried(times: u16) -> Option<String> {
    match times {
        0 => None,
        1 => Some("carried over once".to_owned()),
        2 => Some("carried over twice".to_owned()),
        times => Some(format!("carried over {times} times")),
    }
}

/// `Period ending 30 November 2010, version 2`.
pub fn period(ending: Option<NaiveDate>, version: Option<u16>) -> String {
    let ending = ending.map_or_else(|| "Period not stated".to_owned(), |day| format!("Period ending {}", date::long(day)));
    match version.filter(|version| *version > 1) {
        Some(version) => format!("{ending}, version {version}"),
        None => ending,
    }
}
