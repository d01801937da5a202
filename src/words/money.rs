//! Amounts as people read them: `£5,112`, `£964k`, `£1.08m`.

use std::collections::BTreeMap;

use crate::domain::pence::Pence;
use crate::words::number;

/// The unit of a column or an axis. A column has one, so that its figures can be compared by eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// `£5,112.50`.
    Pence,
    /// `£5,112`.
    Pounds,
    /// `£964k`.
    Thousands,
    /// `£1.08m`.
    Millions,
}

impl Unit {
    /// The unit that shows every one of these amounts exactly: pence only where there are any.
    pub fn exact(amounts: impl IntoIterator<Item = Pence>) -> Self {
        if amounts.into_iter().all(|amount| amount.0 % 100 == 0) { Self::Pounds } else { Self::Pence }
    }

    /// The coarsest unit in which no amount of these shows as nought that is not nought.
    pub fn rounded(amounts: impl IntoIterator<Item = Pence>) -> Self {
        let sizes = amounts.into_iter().map(|amount| amount.0.unsigned_abs()).filter(|size| *size > 0);
        let (least, most) = sizes.fold((u64::MAX, 0), |(least, most), size| (least.min(size), most.max(size)));
        match (least, most) {
            (_, 0) => Self::Pounds,
            (100_000_000.., _) | (1_000_000.., 1_000_000_000..) => Self::Millions,
            (100_000.., 1_000_000..) => Self::Thousands,
            (..100, _) => Self::Pence,
            _ => Self::Pounds,
        }
    }

    /// An amount in this unit, rounded where it has to be.
    pub fn show(self, amount: Pence) -> String {
        let text = match self {
            _ if amount == Pence::ZERO => "£0".to_owned(),
            Self::Pence => pence_text(amount.0.unsigned_abs()),
            Self::Pounds => format!("£{}", number(round(amount.0.unsigned_abs(), 100))),
            Self::Thousands => format!("£{}k", number(round(amount.0.unsigned_abs(), 100_000))),
            Self::Millions => millions(round(amount.0.unsigned_abs(), 1_000_000)),
        };
        signed(amount, text)
    }

    /// What the amount is as it shows in this unit.
    pub fn as_shown(self, amount: Pence) -> Pence {
        let step = match self {
            Self::Pence => 1,
            Self::Pounds => 100,
            Self::Thousands => 100_000,
            Self::Millions => 1_000_000,
        };
        let shown = i128::from(round(amount.0.unsigned_abs(), step)) * i128::from(step) * i128::from(amount.0.signum());
        i64::try_from(shown).map_or(amount, Pence)
    }

    /// Whether two of these that differ would read the same in this unit, so that it would hide what is between them.
    pub fn reads_alike(self, amounts: impl IntoIterator<Item = Pence>) -> bool {
        let mut shown = BTreeMap::new();
        amounts.into_iter().any(|amount| *shown.entry(self.as_shown(amount)).or_insert(amount) != amount)
    }

    /// Whether the parts as shown make the whole as shown. Where they do not, the page says that figures are rounded.
    pub fn adds_up(self, parts: impl IntoIterator<Item = Pence>, whole: Pence) -> bool {
        let sum: i128 = parts.into_iter().map(|part| i128::from(self.as_shown(part).0)).sum();
        sum == i128::from(self.as_shown(whole).0)
    }
}

/// To the penny: `£5,112`, and `£5,112.50` where there are pence.
pub fn exact(amount: Pence) -> String {
    Unit::exact([amount]).show(amount)
}

/// For a sentence or a mark in a chart: `£964k`, `£1.08m`, below £10,000 to the pound.
pub fn short(amount: Pence) -> String {
    match amount.0.unsigned_abs() {
        99_950_000.. => Unit::Millions.show(amount),
        999_950.. => Unit::Thousands.show(amount),
        1..100 => Unit::Pence.show(amount),
        _ => Unit::Pounds.show(amount),
    }
}

/// The numbers at the lines of an axis, all in one form: `£0.5m`, `£1m`, `£1.5m`.
pub fn axis(ticks: &[Pence]) -> Vec<String> {
    const MILLION: u64 = 100_000_000;
    let reaches_a_million = ticks.iter().any(|tick| tick.0.unsigned_abs() >= MILLION);
    let in_millions = ticks.iter().all(|tick| Unit::Millions.as_shown(*tick) == *tick);
    let unit = if reaches_a_million && in_millions { Unit::Millions } else { Unit::rounded(ticks.iter().copied()) };
    ticks.iter().map(|tick| unit.show(*tick)).collect()
}

/// As [`short`] has it, but in full where another amount that it is compared with differs and would read the same.
pub fn apart(amount: Pence, compared: impl IntoIterator<Item = Pence>) -> String {
    let text = short(amount);
    let hides = compared.into_iter().any(|other| other != amount && short(other) == text);
    if hides { exact(amount) } else { text }
}

/// To the penny, from the lower end to the upper: `£30,000 to £40,000`.
pub fn exact_range(from: Pence, up_to: Option<Pence>) -> String {
    let unit = Unit::exact([from].into_iter().chain(up_to));
    range(from, up_to, |amount| unit.show(amount))
}

/// Rounded, from the lower end to the upper: `£30k to £40k`.
pub fn short_range(from: Pence, up_to: Option<Pence>) -> String {
    range(from, up_to, short)
}

/// With its sign always shown, for a variance: `+£12k`, `−£12k`, `£0`.
pub fn change(amount: Pence, show: impl Fn(Pence) -> String) -> String {
    if amount.0 > 0 { format!("+{}", show(amount)) } else { show(amount) }
}

fn range(from: Pence, up_to: Option<Pence>, show: impl Fn(Pence) -> String) -> String {
    match up_to.filter(|end| *end != from) {
        Some(end) => format!("{} to {}", show(from), show(end)),
        None => show(from),
    }
}

fn pence_text(pence: u64) -> String {
    format!("£{}.{:02}", number(pence / 100), pence % 100)
}

fn millions(hundredths: u64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest / 10, rest % 10) {
        (0, 0) => format!("£{}m", number(whole)),
        (tenths, 0) => format!("£{}.{tenths}m", number(whole)),
        _ => format!("£{}.{rest:02}m", number(whole)),
    }
}

fn round(size: u64, step: u64) -> u64 {
    size / step + u64::from(size % step >= step.div_ceil(2))
}

fn signed(amount: Pence, text: String) -> String {
    if amount.0 < 0 { format!("−{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_axis_is_in_one_form() {
        let said = |thousands: &[i64]| axis(&thousands.iter().map(|k| Pence::pounds(k * 1_000)).collect::<Vec<_>>());
        assert_eq!(said(&[0, 500, 1_000, 1_500, 2_000]), ["£0", "£0.5m", "£1m", "£1.5m", "£2m"]);
        assert_eq!(said(&[0, 250, 500, 750, 1_000]), ["£0", "£0.25m", "£0.5m", "£0.75m", "£1m"]);
        assert_eq!(said(&[0, 200, 400, 600]), ["£0", "£200k", "£400k", "£600k"]);
        assert_eq!(said(&[-500, 0, 500, 1_000]), ["−£0.5m", "£0", "£0.5m", "£1m"]);
    }

    #[test]
    fn exact_amounts_show_pence_only_where_there_are_any() {
        let read = [511_200, 511_250, 0, -240_000_000, 5].map(|pence| exact(Pence(pence)));
        assert_eq!(read, ["£5,112", "£5,112.50", "£0", "−£2,400,000", "£0.05"]);
    }

    #[test]
    fn short_amounts_are_in_thousands_or_millions() {
        let pounds = [964_000, 1_080_000, 2_000_000, 2_500_000, 5_112, 9_999, 10_000, 42_600, 999_499, 999_500, -24_000, 0];
        let read = pounds.map(|pounds| short(Pence::pounds(pounds)));
        assert_eq!(read, ["£964k", "£1.08m", "£2m", "£2.5m", "£5,112", "£9,999", "£10k", "£43k", "£999k", "£1m", "−£24k", "£0"]);
        assert_eq!(short(Pence(999_960)), "£10k");
        assert_eq!(short(Pence(40)), "£0.40");
    }

    #[test]
    fn what_is_between_two_figures_that_are_compared_is_not_rounded_away() {
        let (expected, real) = (Pence::pounds(12_000), Pence::pounds(11_500));
        assert_eq!((short(expected), short(real)), ("£12k".to_owned(), "£12k".to_owned()));
        assert_eq!((apart(expected, [expected, real]), apart(real, [expected, real])), ("£12,000".into(), "£11,500".into()));
        assert_eq!(apart(expected, [expected, Pence::pounds(450_000)]), "£12k");
        assert!(Unit::Thousands.reads_alike([expected, real]));
        assert!(!Unit::Thousands.reads_alike([expected, expected, Pence::pounds(450_000)]));
        assert!(!Unit::Pounds.reads_alike([expected, real]));
    }

    #[test]
    fn a_range_names_both_ends_once() {
        assert_eq!(short_range(Pence::pounds(30_000), Some(Pence::pounds(40_000))), "£30k to £40k");
        assert_eq!(exact_range(Pence::pounds(30_000), Some(Pence(4_000_050))), "£30,000.00 to £40,000.50");
        assert_eq!(exact_range(Pence::pounds(30_000), None), "£30,000");
        assert_eq!(short_range(Pence::pounds(30_000), Some(Pence::pounds(30_000))), "£30k");
    }

    #[test]
    fn a_column_has_one_unit() {
        let pounds = |amounts: &[i64]| Unit::rounded(amounts.iter().map(|amount| Pence::pounds(*amount)));
        assert_eq!(pounds(&[964_000, 1_080_000]), Unit::Thousands);
        assert_eq!(pounds(&[1_000_000, 2_250_000]), Unit::Millions);
        assert_eq!(pounds(&[5_112, 3_408]), Unit::Pounds);
        assert_eq!(pounds(&[0]), Unit::Pounds);
        assert_eq!(Unit::Thousands.show(Pence::pounds(1_080_000)), "£1,080k");
        assert_eq!(Unit::Thousands.show(Pence::ZERO), "£0");
        assert_eq!(Unit::exact([Pence(100), Pence(150)]).show(Pence(100)), "£1.00");
    }

    #[test]
    fn parts_that_round_away_are_noticed() {
        let parts = [Pence::pounds(1_400), Pence::pounds(1_400)];
        assert!(!Unit::Thousands.adds_up(parts, Pence::pounds(2_800)));
        assert!(Unit::Pounds.adds_up(parts, Pence::pounds(2_800)));
        assert_eq!(change(Pence::pounds(12_000), short), "+£12k");
        assert_eq!(change(Pence::pounds(-12_000), short), "−£12k");
    }

    proptest! {
        #[test]
        fn no_amount_shows_as_nought_that_is_not(amounts in proptest::collection::vec(any::<i64>(), 1..6)) {
            let unit = Unit::rounded(amounts.iter().copied().map(Pence));
            for amount in amounts {
                prop_assert_eq!(unit.show(Pence(amount)).chars().any(|c| ('1'..='9').contains(&c)), amount != 0, "{:?} {}", unit, amount);
                prop_assert!(short(Pence(amount)).contains('£'));
            }
        }
    }
}
