//! Addresses of an earlier state: every place of the page can be looked at as it stood, `#/as-at/2010-12-09/risks`.

use std::cell::RefCell;

use chrono::NaiveDate;

use crate::domain::meeting::MeetingId;
use crate::route::Route;
use crate::route::query::{decoded, encoded};

const PREFIX: &str = "/as-at/";
const MEETING: &str = "meeting-";

/// Which earlier state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AsAt {
    /// At the end of a day.
    Day(NaiveDate),
    /// As a meeting saw it.
    Meeting(MeetingId),
}

thread_local! {
    static SHOWN: RefCell<Option<AsAt>> = const { RefCell::new(None) };
}

impl AsAt {
    /// As one part of an address.
    pub fn key(&self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Meeting(id) => format!("{MEETING}{}", encoded(id.rest())),
        }
    }

    /// What a part of an address says.
    pub fn from_key(key: &str) -> Option<Self> {
        match key.strip_prefix(MEETING) {
            Some(id) => MeetingId::new(&decoded(id)?).map(Self::Meeting),
            None => key.parse().ok().map(Self::Day),
        }
    }
}

/// The state that a fragment asks for, and the rest of it; none where it asks for what stands now.
pub(super) fn divided(fragment: &str) -> Option<(AsAt, &str)> {
    let rest = fragment.strip_prefix(PREFIX)?;
    let end = rest.find('/').unwrap_or(rest.len());
    let (key, rest) = rest.split_at_checked(end)?;
    Some((AsAt::from_key(key)?, rest))
}

/// The state that a fragment asks for, with or without its `#`.
pub fn as_at(fragment: &str) -> Option<AsAt> {
    divided(fragment.strip_prefix('#').unwrap_or(fragment)).map(|(at, _)| at)
}

/// From now on addresses are printed for this state, so that every link of a page that shows it stays in it.
pub fn print_for(at: Option<AsAt>) {
    SHOWN.with(|shown| *shown.borrow_mut() = at);
}

/// The address of a place in a certain state, whichever is shown.
pub fn address(at: Option<&AsAt>, route: &Route) -> String {
    let shown = SHOWN.with(|shown| shown.replace(at.cloned()));
    let printed = route.to_string();
    print_for(shown);
    printed
}

/// What stands before every printed place.
pub(super) fn prefix() -> String {
    SHOWN.with(|shown| shown.borrow().as_ref().map(|at| format!("{PREFIX}{}", at.key())).unwrap_or_default())
}
