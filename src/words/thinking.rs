//! Openings, times from end to end and failure demand, in words.

use chrono::NaiveDate;

use crate::domain::opening::{Opening, Taken};
use crate::domain::quantity::Quantity;
use crate::domain::thinking::EndToEnd;
use crate::words::{self, date, quantity};

/// `Taken, 1 September 2008: no second post is needed`.
pub fn taken(taken: &Taken) -> String {
    let on = taken.on.map(|on| format!(", {}", date::long(on))).unwrap_or_default();
    format!("{}{on}: {}", taken.taken.label(), taken.why)
}

/// `42 days before, 12 now`.
pub fn end_to_end(time: &EndToEnd) -> String {
    let before = quantity::of_unit(&quantity::exact(time.before), Some(&time.unit));
    match time.now {
        Some(now) => format!("{before} before, {} now", quantity::exact(now)),
        None => format!("{before} before any change"),
    }
}

/// `Of 520 counted, 130 are failure demand: 25 %`.
pub fn failure(all: Quantity, failure: Quantity) -> String {
    let share = failure.times_over(100, all).map(|share| format!(": {} %", quantity::rounded(share))).unwrap_or_default();
    let are = if failure == Quantity::whole(1).unwrap_or_default() { "is" } else { "are" };
    format!("Of {} counted, {} {are} failure demand{share}.", quantity::exact(all), quantity::exact(failure))
}

/// How long an opening has, or how late it is: `to be decided by 31 January 2011 (in 14 days)`.
pub fn due(opening: &Opening, reading: NaiveDate) -> Option<String> {
    let by = opening.decide_by?;
    let passed = if by < reading { "was to be decided by" } else { "to be decided by" };
    Some(format!("{passed} {} ({})", date::long(by), date::distance(by, reading)))
}

/// What is open, in a sentence: a reminder while there is something to decide.
pub fn open(openings: &[&Opening], reading: NaiveDate) -> Option<String> {
    let open: Vec<&&Opening> = openings.iter().filter(|opening| opening.is_open()).collect();
    let late = open.iter().filter(|opening| opening.is_overdue(reading)).count();
    let next = open.iter().filter_map(|opening| opening.decide_by).filter(|by| *by >= reading).min();
    if open.is_empty() {
        return None;
    }
    let is = if open.len() == 1 { "is" } else { "are" };
    let many = words::sentence(&words::count(open.len(), "opportunity", "opportunities"));
    let late = (late > 0).then(|| format!(" {late} past the day on which somebody was to decide."));
    let next =
        next.map(|next| format!(" The next is to be decided by {} ({}).", date::long(next), date::distance(next, reading)));
    Some(format!("{many} {is} open.{}{}", late.unwrap_or_default(), next.unwrap_or_default()))
}
