//! What a device's clock said, to the second, in Coordinated Universal Time.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use crate::log::id::from_text;

const DAY: i64 = 86_400;

/// A second on the clock, written `2010-12-09T18:00:00Z`. It is never adjusted and never trusted for order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Moment(i64);

impl Moment {
    /// Seconds since 1 January 1970, as every device's clock gives them. Years 0 to 9999 can be written.
    pub fn from_seconds(seconds: i64) -> Option<Self> {
        (days_from_civil(0, 1, 1) * DAY..days_from_civil(10_000, 1, 1) * DAY).contains(&seconds).then_some(Self(seconds))
    }

    /// Seconds since 1 January 1970.
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// Reads exactly the form in which it is written; anything else is none.
    pub fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', i1, i2, b':', s1, s2, b'Z'] = *text.as_bytes()
        else {
            return None;
        };
        let (year, month, day) = (digits(&[y1, y2, y3, y4])?, digits(&[m1, m2])?, digits(&[d1, d2])?);
        let (hour, minute, second) = (digits(&[h1, h2])?, digits(&[i1, i2])?, digits(&[s1, s2])?);
        let fits =
            (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day) && hour < 24 && minute < 60 && second < 60;
        fits.then(|| Self(days_from_civil(year, month, day) * DAY + hour * 3600 + minute * 60 + second))
    }

    /// The end of a calendar day in the United Kingdom, where clocks are an hour ahead from the last Sunday in
    /// March to the last Sunday in October: the first second that no longer belongs to it.
    pub fn end_of_uk_day(year: i64, month: i64, day: i64) -> Self {
        let midnight = (days_from_civil(year, month, day) + 1) * DAY;
        let summer = last_sunday(year, 3) * DAY + 3600..last_sunday(year, 10) * DAY + 3600;
        Self(if summer.contains(&(midnight - 3600)) { midnight - 3600 } else { midnight })
    }

    /// The same time some days later.
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.saturating_mul(DAY)))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY));
        let second = self.0.rem_euclid(DAY);
        write!(f, "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::parse(text).ok_or_else(|| format!("a time must look like 2010-12-09T18:00:00Z, but this is \"{text}\""))
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "a time such as \"2010-12-09T18:00:00Z\"")
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$" })
    }
}

fn digits(bytes: &[u8]) -> Option<i64> {
    bytes.iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Day 0 is 1 January 1970, a Thursday. Counted in years that begin in March, so that a leap day comes last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

fn last_sunday(year: i64, month: i64) -> i64 {
    let last = days_from_civil(year, month, days_in(year, month));
    last - (last + 4).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_nothing_else() {
        for text in ["1970-01-01T00:00:00Z", "2008-02-29T23:59:59Z", "2010-12-09T18:00:00Z", "2096-12-31T00:00:01Z"] {
            assert_eq!(Moment::parse(text).unwrap().to_string(), text);
        }
        for text in
            ["2010-12-09", "2010-12-09T18:00:00+01:00", "2009-02-29T00:00:00Z", "2010-13-01T00:00:00Z", "10-12-09T18:00:00Z"]
        {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_british_day_ends_an_hour_earlier_in_summer() {
        assert_eq!(Moment::end_of_uk_day(2011, 1, 17).to_string(), "2011-01-18T00:00:00Z");
        assert_eq!(Moment::end_of_uk_day(2010, 6, 24).to_string(), "2010-06-24T23:00:00Z");
        assert_eq!(Moment::end_of_uk_day(2010, 3, 27).to_string(), "2010-03-28T00:00:00Z");
        assert_eq!(Moment::end_of_uk_day(2010, 3, 28).to_string(), "2010-03-28T23:00:00Z");
        assert_eq!(Moment::end_of_uk_day(2010, 10, 31).to_string(), "2010-11-01T00:00:00Z");
    }
}
