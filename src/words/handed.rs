//! When work was last handed on, and what is not in any file since.

use crate::words::{count, date};

/// `12 changes not handed on since 17 January 2011`, in the band of every page. `last` is when it was, in seconds.
pub fn state(changes: usize, last: Option<i64>, now: i64) -> String {
    let many = count(changes, "change", "changes");
    match (changes, last) {
        (0, None) => "Nothing to hand on".to_owned(),
        (0, Some(last)) => format!("All handed on {}", day(last, now)),
        (_, None) => format!("{many}, never handed on"),
        (_, Some(last)) => format!("{many} not handed on since {}", day(last, now).trim_start_matches("on ")),
    }
}

/// What is said loudly.
pub fn reminder(changes: usize, last: Option<i64>, now: i64) -> String {
    let many = count(changes, "change is", "changes are");
    match last {
        None => format!("{many} in this browser alone: this work has never been handed on or saved to a file."),
        Some(last) => {
            format!("{many} in this browser alone: this work was last handed on or saved to a file {}.", day(last, now))
        }
    }
}

fn day(then: i64, now: i64) -> String {
    let (then, today) = (date::uk_day(then), date::uk_day(now));
    match (today - then).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        _ => format!("on {}", date::long(then)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENING: i64 = 1_295_287_200;
    const DAY: i64 = 86_400;

    #[test]
    fn the_band_says_how_much_and_since_when() {
        assert_eq!(state(0, None, EVENING), "Nothing to hand on");
        assert_eq!(state(0, Some(EVENING), EVENING), "All handed on today");
        assert_eq!(state(1, None, EVENING), "1 change, never handed on");
        assert_eq!(state(2, Some(EVENING - DAY), EVENING), "2 changes not handed on since yesterday");
        assert_eq!(state(12, Some(EVENING), EVENING + 9 * DAY), "12 changes not handed on since 17 January 2011");
    }

    #[test]
    fn the_reminder_says_where_the_changes_are() {
        assert!(reminder(22, None, EVENING).starts_with("22 changes are in this browser alone"));
        assert!(reminder(1, Some(EVENING), EVENING + 3 * DAY).ends_with("saved to a file on 17 January 2011."));
    }
}
