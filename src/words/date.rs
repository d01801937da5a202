//! Dates and times as people read them in the United Kingdom.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Timelike, Weekday};

use crate::domain::source::Term;
use crate::words::{NOT_STATED, count};

/// The months by name.
pub const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// `17 January 2011`.
pub fn long(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// `17 Jan 2011`, for tables.
pub fn short(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date).get(..3).unwrap_or_default(), date.year())
}

/// `from 1 June 2010 to 31 March 2011`, with either end left open.
pub fn term(term: &Term) -> String {
    match (term.from, term.to) {
        (Some(from), Some(to)) if from == to => format!("on {}", long(from)),
        (Some(from), Some(to)) => format!("from {} to {}", long(from), long(to)),
        (Some(from), None) => format!("from {}", long(from)),
        (None, Some(to)) => format!("until {}", long(to)),
        (None, None) => NOT_STATED.to_owned(),
    }
}

/// How far off a day is, seen from another: `today`, `in 12 days`, `3 days ago`.
pub fn distance(date: NaiveDate, from: NaiveDate) -> String {
    let days = date.signed_duration_since(from).num_days();
    let apart = count(usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX), "day", "days");
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2.. => format!("in {apart}"),
        _ => format!("{apart} ago"),
    }
}

/// How long a stretch of seconds is, roughly, as people say it: `3 days`, `5 months`, `73 years`.
pub fn stretch(seconds: i64) -> String {
    const DAY: u64 = 86_400;
    let days = seconds.unsigned_abs() / DAY;
    let (many, one, several) = match days {
        0..60 => (days, "day", "days"),
        60..730 => (days / 30, "month", "months"),
        _ => (days * 4 / 1_461, "year", "years"),
    };
    count(usize::try_from(many).unwrap_or(usize::MAX), one, several)
}

/// `14:02`, on the clock of the person who reads it.
pub fn time(hour: u32, minute: u32) -> String {
    format!("{hour:02}:{minute:02}")
}

/// A second since 1970 as a clock in the United Kingdom shows it: `9 December 2010, 18:00`.
pub fn moment(seconds: i64) -> String {
    let at = on_uk_clock(seconds);
    format!("{}, {}", long(at.date()), time(at.hour(), at.minute()))
}

/// The day in the United Kingdom on which a second since 1970 falls.
pub fn uk_day(seconds: i64) -> NaiveDate {
    on_uk_clock(seconds).date()
}

/// Clocks in the United Kingdom are an hour ahead from the last Sunday in March to the last Sunday in October, changing at 1:00 UTC.
fn on_uk_clock(seconds: i64) -> NaiveDateTime {
    let utc = DateTime::from_timestamp(seconds, 0).unwrap_or_default().naive_utc();
    let change = |month| last_sunday(utc.year(), month).and_then(|day| day.and_hms_opt(1, 0, 0));
    let summer = change(3).is_some_and(|start| utc >= start) && change(10).is_some_and(|end| utc < end);
    utc + chrono::TimeDelta::hours(i64::from(summer))
}

/// Both months have 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    last.checked_sub_days(Days::new(u64::from(last.weekday().days_since(Weekday::Sun))))
}

fn month(date: NaiveDate) -> &'static str {
    MONTHS.get(date.month0() as usize).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn dates_read_day_month_year() {
        assert_eq!(long(day(2011, 1, 17)), "17 January 2011");
        assert_eq!(short(day(2010, 9, 2)), "2 Sep 2010");
        let live = Term { from: Some(day(2010, 6, 1)), to: None };
        assert_eq!(term(&live), "from 1 June 2010");
        assert_eq!(term(&Term { to: Some(day(2011, 3, 31)), ..live }), "from 1 June 2010 to 31 March 2011");
        assert_eq!(term(&Term { to: live.from, ..live }), "on 1 June 2010");
        assert_eq!(term(&Term { from: None, to: live.from }), "until 1 June 2010");
        assert_eq!(term(&Term::default()), "not stated");
    }

    #[test]
    fn a_day_is_so_far_off() {
        let reading = day(2011, 1, 17);
        let read = [day(2011, 1, 17), day(2011, 1, 18), day(2011, 1, 29), day(2011, 1, 16), day(2011, 1, 1)];
        assert_eq!(read.map(|date| distance(date, reading)), ["today", "tomorrow", "in 12 days", "yesterday", "16 days ago"]);
    }

    #[test]
    fn stretches_are_said_as_people_say_them() {
        let day = 86_400;
        let cases = [(1, "1 day"), (59, "59 days"), (60, "2 months"), (729, "24 months"), (731, "2 years"), (26_664, "73 years")];
        for (days, says) in cases {
            assert_eq!((stretch(days * day).as_str(), stretch(-days * day).as_str()), (says, says));
        }
    }

    #[test]
    fn clocks_go_forward_in_summer() {
        assert_eq!(moment(1_291_917_600), "9 December 2010, 18:00");
        assert_eq!(moment(1_277_393_400), "24 June 2010, 16:30");
        assert_eq!(moment(1_269_737_999), "28 March 2010, 00:59");
        assert_eq!(moment(1_269_738_000), "28 March 2010, 02:00");
        assert_eq!(moment(1_288_486_799), "31 October 2010, 01:59");
        assert_eq!(moment(1_288_486_800), "31 October 2010, 01:00");
        assert_eq!(uk_day(1_277_421_000), day(2010, 6, 25));
        assert_eq!(time(14, 2), "14:02");
    }
}
