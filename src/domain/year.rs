//! The financial year of a British council.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A year from 1 April to 31 March, written `2010/11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FinancialYear(u16);

/// Why a text is not a financial year, with the year that was probably meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAYear {
    /// The two halves are not one after the other.
    #[error("\"{text}\" is not one financial year; did you mean {suggestion}?")]
    NotOneYear {
        /// As typed.
        text: String,
        /// The year that begins in the first half.
        suggestion: FinancialYear,
    },
    /// Nothing like a year, or a slip in the first half.
    #[error("\"{text}\" is not a financial year; write it like {suggestion}")]
    Unreadable {
        /// As typed.
        text: String,
        /// The year that the second half ends in, or an example.
        suggestion: FinancialYear,
    },
}

impl FinancialYear {
    /// The year that begins on 1 April of this calendar year, 1900 to 2199.
    pub fn starting(year: i32) -> Option<Self> {
        u16::try_from(year).ok().filter(|year| (1900..2200).contains(year)).map(Self)
    }

    /// The year in which a date falls: its calendar year from April on, else the one before.
    pub fn of(date: NaiveDate) -> Option<Self> {
        Self::starting(if date.month() >= 4 { date.year() } else { date.year() - 1 })
    }

    /// The calendar year in which it begins.
    pub fn start(self) -> i32 {
        i32::from(self.0)
    }

    /// 1 April.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.start(), 4, 1).unwrap_or_default()
    }

    /// 31 March.
    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.start() + 1, 3, 31).unwrap_or_default()
    }

    /// The year after, up to 2199/00.
    pub fn next(self) -> Option<Self> {
        Self::starting(self.start() + 1)
    }

    /// The year before.
    pub fn previous(self) -> Option<Self> {
        Self::starting(self.start() - 1)
    }

    /// Reads `2010/11`, `2010/2011`, `2010-11` and `10/11`; refuses what is not one year, with a suggestion.
    pub fn parse(typed: &str) -> Result<Self, NotAYear> {
        let text = typed.trim();
        let halves = text.split_once(['/', '-', '–']).map(|(first, second)| (first.trim(), second.trim()));
        let Some((first, second)) = halves else { return Err(unreadable(text, None)) };
        let (Some(end), Some(start)) = (number(second), number(first).filter(|_| first.len() == 4 || first.len() == 2)) else {
            return Err(unreadable(text, number(second).filter(|_| second.len() == 4 || second.len() == 2)));
        };
        let start = if first.len() == 2 { century(start) } else { start };
        let Some(year) = Self::starting(start) else { return Err(unreadable(text, None)) };
        let follows = match second.len() {
            4 => end == start + 1,
            2 => end == (start + 1) % 100,
            _ => false,
        };
        if follows { Ok(year) } else { Err(NotAYear::NotOneYear { text: text.to_owned(), suggestion: year }) }
    }
}

impl fmt::Display for FinancialYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:02}", self.0, (self.0 + 1) % 100)
    }
}

impl From<FinancialYear> for String {
    fn from(year: FinancialYear) -> Self {
        year.to_string()
    }
}

/// Files hold the one spelling `2010/11`.
impl TryFrom<String> for FinancialYear {
    type Error = NotAYear;

    fn try_from(text: String) -> Result<Self, NotAYear> {
        let year = Self::parse(&text)?;
        if year.to_string() == text { Ok(year) } else { Err(NotAYear::Unreadable { text, suggestion: year }) }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for FinancialYear {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FinancialYear".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^(19|20|21)[0-9]{2}/[0-9]{2}$" })
    }
}

fn number(text: &str) -> Option<i32> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// Two digits mean the century around the millennium: 70 to 99 the last one, the others this one.
fn century(short: i32) -> i32 {
    if short >= 70 { 1900 + short } else { 2000 + short }
}

fn unreadable(text: &str, ends: Option<i32>) -> NotAYear {
    let meant = ends.map(|end| if end < 100 { century(end) } else { end }).and_then(|end| FinancialYear::starting(end - 1));
    NotAYear::Unreadable { text: text.to_owned(), suggestion: meant.unwrap_or(FinancialYear(2010)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(start: i32) -> FinancialYear {
        FinancialYear::starting(start).unwrap()
    }

    #[test]
    fn reads_the_four_ways_people_write_it() {
        for text in ["2010/11", "2010/2011", "2010-11", "10/11", " 2010/11 "] {
            assert_eq!(FinancialYear::parse(text).unwrap(), year(2010), "{text}");
        }
        assert_eq!(FinancialYear::parse("1999/00").unwrap(), year(1999));
        assert_eq!(FinancialYear::parse("99/00").unwrap(), year(1999));
    }

    #[test]
    fn refuses_what_is_not_one_year_and_suggests_one() {
        assert_eq!(
            FinancialYear::parse("20010/2011").unwrap_err().to_string(),
            "\"20010/2011\" is not a financial year; write it like 2010/11"
        );
        assert_eq!(
            FinancialYear::parse("2010/12").unwrap_err().to_string(),
            "\"2010/12\" is not one financial year; did you mean 2010/11?"
        );
        for text in ["", "2010", "next year", "2010/1", "1999/100", "0/1", "2010/11/12"] {
            assert!(FinancialYear::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_date_belongs_to_the_year_that_began_in_april() {
        let of = |y, m, d| FinancialYear::of(NaiveDate::from_ymd_opt(y, m, d).unwrap()).unwrap().to_string();
        assert_eq!(of(2011, 3, 31), "2010/11");
        assert_eq!(of(2011, 4, 1), "2011/12");
        assert_eq!(of(2011, 1, 17), "2010/11");
        assert_eq!(of(2000, 1, 1), "1999/00");
    }

    #[test]
    fn files_hold_one_spelling() {
        assert_eq!(serde_json::from_str::<FinancialYear>("\"2010/11\"").unwrap(), year(2010));
        assert!(serde_json::from_str::<FinancialYear>("\"10/11\"").is_err());
    }
}
