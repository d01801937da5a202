//! Business cases, agreements and staff who moved, in words.

use crate::domain::agreement::{Agreement, Moved};
use crate::domain::case::{Estimate, Signed, ToMembers};
use crate::words::{date, money, quantity};

/// `Head of Finance, 5 January 2011: £246,000 once, £330,000 net a year`.
pub fn signed(signed: &Signed) -> String {
    let on = signed.on.map(|on| format!(", {}", date::long(on))).unwrap_or_default();
    let once = signed.pence.map(|pence| format!("{} once", money::exact(pence)));
    let yearly = signed.yearly.map(|pence| format!("{} net a year", money::exact(pence)));
    let figures: Vec<String> = once.into_iter().chain(yearly).collect();
    let figures = if figures.is_empty() { String::new() } else { format!(": {}", figures.join(", ")) };
    format!("{}{on}{figures}", signed.by)
}

/// `£87,500 once, costs £5,000 a year, saves £40,000 a year: £35,000 net`.
pub fn estimate(estimate: &Estimate) -> String {
    let parts = [
        estimate.once.map(|once| format!("{} once", money::exact(once))),
        estimate.running.map(|running| format!("costs {} a year", money::exact(running))),
        estimate.saving.map(|saving| format!("saves {} a year", money::exact(saving))),
    ];
    let net = estimate.net().filter(|_| estimate.running.is_some());
    let net = net.map(|net| format!(": {} net", money::exact(net))).unwrap_or_default();
    format!("{}{net}", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// `9 December 2010`, and why before every treasurer had signed, where that was so.
pub fn to_members(members: &ToMembers) -> String {
    let despite = members.despite.as_ref().map(|why| format!("; before every treasurer had signed: {why}"));
    format!("{}{}", date::long(members.on), despite.unwrap_or_default())
}

/// `In draft, since 1 June 2010: the lease is open`.
pub fn agreement(agreement: &Agreement) -> String {
    let since = agreement.since.map(|since| format!(", since {}", date::long(since))).unwrap_or_default();
    noted(format!("{}{since}", agreement.state.label()), agreement.note.as_ref())
}

/// `12.5 posts, 1 June 2010: on their own terms`.
pub fn moved(moved: &Moved) -> String {
    let on = moved.on.map(|on| format!(", {}", date::long(on))).unwrap_or_default();
    let posts = quantity::exact(moved.posts);
    let word = if posts == "1" { "post" } else { "posts" };
    noted(format!("{posts} {word}{on}"), moved.note.as_ref())
}

fn noted(text: String, note: Option<&String>) -> String {
    match note.filter(|note| !note.trim().is_empty()) {
        Some(note) => format!("{text}: {note}"),
        None => text,
    }
}
