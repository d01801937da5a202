//! A figure that is not money: kilograms, days, calls, per cent.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How many of its units make one.
const ONE: i128 = 1_000_000;
/// How many places after the point are kept.
const PLACES: usize = 6;
/// Nothing that councils count is larger.
const MOST: i128 = 999_999_999_999 * ONE;

/// A number exact to six places after the point. Arithmetic is checked: what does not fit is none, never a wrong figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quantity(i64);

impl Quantity {
    /// Nought, which is not a blank.
    pub const ZERO: Self = Self(0);

    /// A whole number.
    pub fn whole(number: i64) -> Option<Self> {
        Self::of_millionths(i128::from(number) * ONE)
    }

    /// So many millionths.
    pub fn of_millionths(millionths: i128) -> Option<Self> {
        (millionths.abs() <= MOST).then(|| i64::try_from(millionths).ok().map(Self))?
    }

    /// Its millionths.
    pub fn millionths(self) -> i128 {
        i128::from(self.0)
    }

    /// Reads digits with a point at most, such as `-146.98`; nothing else, and no more than six places.
    pub fn parse(text: &str) -> Option<Self> {
        let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, places) = digits.split_once('.').unwrap_or((digits, "0"));
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !are_digits(whole) || !are_digits(places) || places.len() > PLACES || whole.len() > 12 {
            return None;
        }
        let millionths = whole.parse::<i128>().ok()? * ONE + format!("{places:0<PLACES$}").parse::<i128>().ok()?;
        Self::of_millionths(if is_negative { -millionths } else { millionths })
    }

    /// How many places after the point it needs.
    pub fn places(self) -> usize {
        let mut rest = self.0 % 1_000_000;
        let mut places = PLACES;
        while places > 0 && rest % 10 == 0 {
            (rest, places) = (rest / 10, places - 1);
        }
        places
    }

    /// The sum of two.
    pub fn plus(self, other: Self) -> Option<Self> {
        Self::of_millionths(self.millionths() + other.millionths())
    }

    /// The difference of two.
    pub fn minus(self, other: Self) -> Option<Self> {
        Self::of_millionths(self.millionths() - other.millionths())
    }

    /// So many times this, divided by another: to six places, a half away from nought. None where that is nought.
    pub fn times_over(self, times: i128, by: Self) -> Option<Self> {
        rounded(self.millionths().checked_mul(times)?.checked_mul(ONE)?, by.millionths())
    }

    /// The sum of several; none where there are none.
    pub fn sum(all: &[Self]) -> Option<Self> {
        let sum: i128 = all.iter().map(|one| one.millionths()).sum();
        (!all.is_empty()).then(|| Self::of_millionths(sum))?
    }

    /// The mean of several, to six places; none where there are none.
    pub fn mean(all: &[Self]) -> Option<Self> {
        let sum: i128 = all.iter().map(|one| one.millionths()).sum();
        rounded(sum, i128::try_from(all.len()).ok()?)
    }

    /// Without what goes beyond so many places, a half away from nought.
    pub fn to_places(self, places: usize) -> Self {
        let step = 10_i128.pow(u32::try_from(PLACES.saturating_sub(places)).unwrap_or_default());
        rounded(self.millionths(), step).and_then(|steps| Self::of_millionths(steps.millionths() * step)).unwrap_or(self)
    }
}

fn rounded(of: i128, by: i128) -> Option<Quantity> {
    if by == 0 {
        return None;
    }
    let (of, by) = if by < 0 { (-of, -by) } else { (of, by) };
    let half = if of < 0 { -(by / 2) } else { by / 2 };
    Quantity::of_millionths((of.checked_add(half)?) / by)
}

/// The one spelling that files hold: `146.98`, `-3`, `0.5`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 1_000_000, self.0.unsigned_abs() % 1_000_000);
        let digits = format!("{rest:0PLACES$}");
        match digits.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            places => write!(f, "{sign}{whole}.{places}"),
        }
    }
}

impl From<Quantity> for String {
    fn from(quantity: Quantity) -> Self {
        quantity.to_string()
    }
}

impl TryFrom<String> for Quantity {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let read = Self::parse(&text).filter(|quantity| quantity.to_string() == text);
        read.ok_or_else(|| {
            format!("a figure is written like 146.98, with six places after the point at most, but this is \"{text}\"")
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Quantity {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Quantity".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^(0|-?(0\\.[0-9]{0,5}[1-9]|[1-9][0-9]{0,11}(\\.[0-9]{0,5}[1-9])?))$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Quantity {
        Quantity::parse(text).unwrap()
    }

    #[test]
    fn figures_are_exact_and_have_one_spelling() {
        for (text, spelt) in [("146.98", "146.98"), ("-3.50", "-3.5"), ("007", "7"), ("0.000001", "0.000001"), ("-0", "0")] {
            assert_eq!(read(text).to_string(), spelt);
            assert_eq!(Quantity::try_from(spelt.to_owned()).unwrap(), read(text));
        }
        for text in ["", ".", "1.", ".5", "1e3", "1,000", "+1", "1.0000001", "1000000000000", "--1", "NaN"] {
            assert_eq!(Quantity::parse(text), None, "{text}");
        }
        assert!(Quantity::try_from("1.50".to_owned()).is_err(), "files hold one spelling");
    }

    #[test]
    fn quotients_are_rounded_at_the_sixth_place_and_nought_divides_nothing() {
        assert_eq!(read("1").times_over(1, read("3")).unwrap().to_string(), "0.333333");
        assert_eq!(read("-2").times_over(1, read("3")).unwrap().to_string(), "-0.666667");
        assert_eq!(read("43.06").times_over(100, read("100")).unwrap().to_string(), "43.06");
        assert_eq!(read("1").times_over(1, Quantity::ZERO), None);
        assert_eq!(Quantity::mean(&[read("1"), read("2")]).unwrap().to_string(), "1.5");
        assert_eq!(Quantity::mean(&[]), None);
        assert_eq!(read("2.345").to_places(2).to_string(), "2.35");
        assert_eq!((read("2.345").places(), read("20").places()), (3, 0));
    }

    #[test]
    fn what_does_not_fit_is_none() {
        let most = read("999999999999");
        assert_eq!(most.plus(read("1")), None);
        assert_eq!(most.times_over(100, read("1")), None);
    }
}
