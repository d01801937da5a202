//! When the page asks more loudly that work be handed on.

use serde::{Deserialize, Serialize};

use crate::log::Moment;

const SECONDS_A_DAY: i64 = 86_400;

/// After how long, or after how many changes. A preference of the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Days since the work was last handed on or saved to a file.
    pub days: u16,
    /// Changes since then.
    pub changes: u16,
}

impl Default for Reminder {
    fn default() -> Self {
        Self { days: 3, changes: 20 }
    }
}

impl Reminder {
    /// Whether it is time: there is something to hand on, and it has waited long or become much. `since` is when the
    /// work was last handed on, or where it never was, when its first change was made.
    pub fn is_due(self, changes: usize, since: Option<Moment>, now: Moment) -> bool {
        let days = since.map_or(0, |since| (now.seconds() - since.seconds()).max(0) / SECONDS_A_DAY);
        changes > 0 && (changes >= usize::from(self.changes) || days >= i64::from(self.days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_time_after_three_days_or_twenty_changes_and_never_for_nothing() {
        let at = |seconds| Moment::from_seconds(seconds).unwrap();
        let due = |changes, days: i64| Reminder::default().is_due(changes, Some(at(0)), at(days * SECONDS_A_DAY));
        assert!(!due(0, 400));
        assert!(!due(1, 2));
        assert!(due(1, 3));
        assert!(!due(19, 0));
        assert!(due(20, 0));
        assert!(!Reminder::default().is_due(1, None, at(0)));
        assert!(!Reminder::default().is_due(1, Some(at(SECONDS_A_DAY * 9)), at(0)), "a clock that was put back");
    }
}
