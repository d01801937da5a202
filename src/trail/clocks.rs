//! Changes whose device had its clock set wrong, in words: who, what, when it claims, and why that does not fit.

use crate::log::{ChangeId, ClockMisfit, Moment, WhyNotThen};
use crate::trail::describe::{Told, describe};
use crate::words;

/// A change whose stated time does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Misfit {
    /// The change.
    pub change: ChangeId,
    /// When, by the clock of the device that made it.
    pub at: Moment,
    /// Who, as given on that device.
    pub who: String,
    /// Of which council or body.
    pub council: String,
    /// What it did, in a few words.
    pub says: String,
    /// Why it cannot have been then.
    pub why: String,
}

/// A misfit in words.
pub fn misfit(told: Told<'_>, misfit: &ClockMisfit<'_>, now: Moment) -> Misfit {
    let change = misfit.change;
    let apart = |from: Moment, to: Moment| words::date::stretch(to.seconds().saturating_sub(from.seconds()));
    let day = |at: Moment| words::date::moment(at.seconds());
    let why = match misfit.why {
        WhyNotThen::Ahead => format!("That is {} ahead of this device's clock, which says {}.", apart(now, change.at), day(now)),
        WhyNotThen::Behind(seen) => format!(
            "That is {} before {}, by which {} had made a change that was already known where this one was made.",
            apart(change.at, seen.at),
            day(seen.at),
            seen.by.name
        ),
    };
    Misfit {
        change: change.id,
        at: change.at,
        who: change.by.name.clone(),
        council: change.by.council.clone(),
        says: words::sentence(&describe(told, change)),
        why,
    }
}
