//! Dates as people type them, in British order: `17/1/2011`, `17 Jan 2011`, `2011-01-17`.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::words::date::{MONTHS, long};

/// Why a text is not a date, with what was probably meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotADate {
    /// Nothing was typed.
    #[error("Type a date, such as 17 January 2011. Leave it out where none is stated.")]
    Empty,
    /// Nothing like a date.
    #[error("\"{text}\" is not a date. Write it like 17/1/2011 or 17 January 2011.")]
    Unreadable {
        /// As typed.
        text: String,
    },
    /// A part of it is missing.
    #[error("\"{text}\" has no {missing}. Write it like 17 January 2011.")]
    Incomplete {
        /// As typed.
        text: String,
        /// `day` or `year`.
        missing: &'static str,
    },
    /// Dates are read as day, month, year, and this has no such month.
    #[error("\"{text}\" has no month {month}: dates here are day, month, year. Did you mean {suggestion}?")]
    MonthFirst {
        /// As typed.
        text: String,
        /// The number in the month's place.
        month: u32,
        /// With day and month the other way round.
        suggestion: String,
    },
    /// It can be read in two ways.
    #[error("\"{text}\" can be read as {one} or as {other}. Write the month by name.")]
    Ambiguous {
        /// As typed.
        text: String,
        /// In British order.
        one: String,
        /// With the year first.
        other: String,
    },
    /// The month is shorter than that.
    #[error("{month} {year} has {days} days, so \"{text}\" is not a date.")]
    NoSuchDay {
        /// As typed.
        text: String,
        /// The month.
        month: &'static str,
        /// The year.
        year: i32,
        /// How many days it has.
        days: u32,
    },
    /// The day of the week does not fit.
    #[error("{date} is a {weekday}. Leave the day of the week out, or put it right.")]
    OtherWeekday {
        /// The date.
        date: String,
        /// Its own day of the week.
        weekday: &'static str,
    },
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Reads one date.
pub fn date(typed: &str) -> Result<NaiveDate, NotADate> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(NotADate::Empty);
    }
    let (weekday, rest) = weekday(text);
    let date = if rest.chars().any(char::is_alphabetic) { with_month_by_name(text, rest)? } else { in_numbers(text, rest)? };
    match weekday.filter(|claimed| *claimed != date.weekday()) {
        Some(_) => {
            let own = WEEKDAYS.get(date.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
            Err(NotADate::OtherWeekday { date: long(date), weekday: own })
        }
        None => Ok(date),
    }
}

fn weekday(text: &str) -> (Option<Weekday>, &str) {
    let word = text.split([' ', ',']).next().unwrap_or_default();
    let found = if word.chars().count() < 3 { None } else { place_of(&WEEKDAYS, word) };
    let weekday = found.and_then(|place| Weekday::try_from(u8::try_from(place).ok()?).ok());
    let rest = text.get(word.len()..).unwrap_or_default().trim_start_matches([' ', ',']);
    if weekday.is_some() { (weekday, rest) } else { (None, text) }
}

fn in_numbers(text: &str, rest: &str) -> Result<NaiveDate, NotADate> {
    let unreadable = || NotADate::Unreadable { text: text.to_owned() };
    let between = rest.chars().find(|letter| !letter.is_ascii_digit()).ok_or_else(unreadable)?;
    if !matches!(between, '/' | '.' | '-' | ' ') {
        return Err(unreadable());
    }
    let parts: Vec<&str> = rest.split(between).map(str::trim).collect();
    if let [first, second] = parts.as_slice() {
        number(first).and(number(second)).ok_or_else(unreadable)?;
        let missing = if second.len() == 4 { "day" } else { "year" };
        return Err(NotADate::Incomplete { text: text.to_owned(), missing });
    }
    let &[first, second, third] = parts.as_slice() else { return Err(unreadable()) };
    let (one, month, three) = (number(first), number(second), number(third));
    let (Some(one), Some(month), Some(three)) = (one, month, three) else { return Err(unreadable()) };
    if first.len() == 4 && second.len() <= 2 && third.len() <= 2 {
        return build(text, three, month, first);
    }
    if first.len() > 2 || second.len() > 2 {
        return Err(unreadable());
    }
    // "11-01-17" is how files put the year first and how people put it last.
    let either_end = between == '-' && first.len() == 2 && third.len() == 2;
    if either_end
        && let (Ok(day_first), Ok(year_first)) = (build(text, one, month, third), build(text, three, month, first))
        && day_first != year_first
    {
        return Err(NotADate::Ambiguous { text: text.to_owned(), one: long(day_first), other: long(year_first) });
    }
    build(text, one, month, third)
}

fn with_month_by_name(text: &str, rest: &str) -> Result<NaiveDate, NotADate> {
    let unreadable = || NotADate::Unreadable { text: text.to_owned() };
    let parts: Vec<&str> = rest.split([' ', ',', '-', '/', '.']).filter(|part| !part.is_empty() && *part != "of").collect();
    let named = |part: &str| if part.chars().count() < 3 { None } else { place_of(&MONTHS, part) };
    let place = parts.iter().position(|part| named(part).is_some()).ok_or_else(unreadable)?;
    let month =
        parts.get(place).and_then(|part| named(part)).and_then(|month| u32::try_from(month + 1).ok()).ok_or_else(unreadable)?;
    let numbers: Vec<&str> = parts.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, part)| *part).collect();
    match numbers.as_slice() {
        [year, day] if place == 1 && year.len() == 4 && number(year).is_some() => {
            build(text, ordinal(day).ok_or_else(unreadable)?, month, year)
        }
        [day, year] if place < 2 => build(text, ordinal(day).ok_or_else(unreadable)?, month, year),
        [one] => match ordinal(one) {
            Some(number) if number > 31 => Err(NotADate::Incomplete { text: text.to_owned(), missing: "day" }),
            Some(_) => Err(NotADate::Incomplete { text: text.to_owned(), missing: "year" }),
            None => Err(unreadable()),
        },
        _ => Err(unreadable()),
    }
}

fn build(text: &str, day: u32, month: u32, year: &str) -> Result<NaiveDate, NotADate> {
    let unreadable = || NotADate::Unreadable { text: text.to_owned() };
    let short = number(year).and_then(|number| i32::try_from(number).ok()).ok_or_else(unreadable)?;
    let year = match year.len() {
        4 => short,
        2 => short + if short >= 70 { 1900 } else { 2000 },
        _ => return Err(unreadable()),
    };
    if !(1900..2200).contains(&year) {
        return Err(unreadable());
    }
    if let Some(date) = NaiveDate::from_ymd_opt(year, month, day) {
        return Ok(date);
    }
    if month > 12 {
        let turned = NaiveDate::from_ymd_opt(year, day, month).ok_or_else(unreadable)?;
        return Err(NotADate::MonthFirst { text: text.to_owned(), month, suggestion: long(turned) });
    }
    let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?)).ok_or_else(unreadable)?;
    if !(29..=31).contains(&day) {
        return Err(unreadable());
    }
    let days = (28..=31).rev().find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some()).unwrap_or(28);
    Err(NotADate::NoSuchDay { text: text.to_owned(), month: name, year, days })
}

fn number(text: &str) -> Option<u32> {
    (!text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// `17`, `17th`.
fn ordinal(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    number(["st", "nd", "rd", "th"].iter().find_map(|ending| lower.strip_suffix(ending)).unwrap_or(&lower))
}

/// The place of the one name that begins with this word.
fn place_of(names: &[&str], word: &str) -> Option<usize> {
    let lower = word.to_lowercase();
    let lower = if lower == "sept" { "sep" } else { lower.as_str() };
    names.iter().position(|name| name.to_lowercase().starts_with(lower))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::date::short;

    fn refused(text: &str) -> String {
        date(text).unwrap_err().to_string()
    }

    #[test]
    fn reads_dates_as_people_type_them() {
        let expected = NaiveDate::from_ymd_opt(2011, 1, 17).unwrap();
        for text in [
            "17/1/2011",
            "17/01/11",
            "17.1.2011",
            "17-1-2011",
            "17 1 2011",
            "17 Jan 2011",
            "17 january 2011",
            "17th January, 2011",
            "17th of January 2011",
            "17-Jan-11",
            "January 17, 2011",
            "2011-01-17",
            "2011/1/17",
            "2011 Jan 17",
            "Monday 17 January 2011",
            "Mon, 17/1/2011",
            " 17 Jan 2011 ",
        ] {
            assert_eq!(date(text), Ok(expected), "{text}");
        }
        assert_eq!(date("1 Sept 2008"), Ok(NaiveDate::from_ymd_opt(2008, 9, 1).unwrap()));
        assert_eq!(date("29/2/2008"), Ok(NaiveDate::from_ymd_opt(2008, 2, 29).unwrap()));
    }

    #[test]
    fn refuses_with_what_was_probably_meant() {
        assert_eq!(
            refused("1/17/2011"),
            "\"1/17/2011\" has no month 17: dates here are day, month, year. Did you mean 17 January 2011?"
        );
        assert_eq!(
            refused("11-01-17"),
            "\"11-01-17\" can be read as 11 January 2017 or as 17 January 2011. Write the month by name."
        );
        assert_eq!(refused("31/2/2011"), "February 2011 has 28 days, so \"31/2/2011\" is not a date.");
        assert_eq!(refused("Jan 2011"), "\"Jan 2011\" has no day. Write it like 17 January 2011.");
        assert_eq!(refused("1/2011"), "\"1/2011\" has no day. Write it like 17 January 2011.");
        assert_eq!(refused("17 Jan"), "\"17 Jan\" has no year. Write it like 17 January 2011.");
        assert_eq!(refused("17/1"), "\"17/1\" has no year. Write it like 17 January 2011.");
        assert_eq!(
            refused("Tuesday 17 January 2011"),
            "17 January 2011 is a Monday. Leave the day of the week out, or put it right."
        );
        assert!(refused("").starts_with("Type a date"));
        for text in ["soon", "17", "17/1/20111", "17/1/201", "2011-17-01x", "99/99/9999", "17 Ja 2011", "0/1/2011", "17 Jan 0011"]
        {
            assert!(date(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_as_it_was(days in 0_i64..109_000) {
            let shown = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::TimeDelta::days(days);
            prop_assert_eq!(date(&long(shown)), Ok(shown));
            prop_assert_eq!(date(&short(shown)), Ok(shown));
            prop_assert_eq!(date(&shown.to_string()), Ok(shown));
        }

        #[test]
        fn any_text_is_a_date_or_a_sentence(text in "\\PC{0,14}", near in "[0-9/. -]{0,10}( Jan[a-z]{0,3} [0-9]{0,4})?") {
            for typed in [text, near] {
                if let Err(refusal) = date(&typed) {
                    prop_assert!(refusal.to_string().ends_with(['.', '?']));
                }
            }
        }
    }
}
