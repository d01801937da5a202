//! Times that cannot be right, because a device's clock was set wrong when it made a change.
//!
//! Nothing hangs on them but where a change stands among others: what replaced what is said by the changes themselves.

use crate::log::change::Change;
use crate::log::merge::Log;
use crate::log::moment::Moment;

/// A change whose stated time does not fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClockMisfit<'log> {
    /// The change.
    pub change: &'log Change,
    /// Why its time cannot be right.
    pub why: WhyNotThen<'log>,
}

/// Why a change cannot have been made when it says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum WhyNotThen<'log> {
    /// That is over a day from now.
    Ahead,
    /// That is over a day before this change, which it had seen.
    Behind(&'log Change),
}

impl Moment {
    /// Whether a clock that showed this can have been right, seen from a time at which its change had arrived. Clocks are
    /// hours apart where people travel.
    pub fn is_believable_at(self, arrived: Self) -> bool {
        self <= arrived.plus_days(1)
    }
}

impl Log {
    /// The changes whose stated time does not fit, the last that were made first.
    pub fn clock_misfits(&self, now: Moment) -> Vec<ClockMisfit<'_>> {
        // Of what each change had seen, itself included, the latest by a clock that may have been right.
        let mut latest: Vec<Option<&Change>> = vec![None; self.changes.len()];
        let mut misfits = Vec::new();
        let order: Vec<&Change> = if self.is_out_of_order { self.in_order() } else { self.changes.iter().collect() };
        for change in order {
            let seen = change.after.iter().filter_map(|id| *latest.get(*self.places.get(id)? as usize)?);
            let seen = seen.max_by_key(|change| change.at);
            let why = match seen {
                _ if !change.at.is_believable_at(now) => Some(WhyNotThen::Ahead),
                Some(seen) if !seen.at.is_believable_at(change.at) => Some(WhyNotThen::Behind(seen)),
                _ => None,
            };
            let own = why.is_none().then_some(change);
            if let Some(slot) = self.places.get(&change.id).and_then(|place| latest.get_mut(*place as usize)) {
                *slot = seen.into_iter().chain(own).max_by_key(|change| change.at);
            }
            misfits.extend(why.map(|why| ClockMisfit { change, why }));
        }
        misfits.reverse();
        misfits
    }
}
