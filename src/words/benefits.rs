//! Benefits, what was expected of them and what they came to, in words.

use crate::domain::benefit::{Actual, NoAchievement, Promise};
use crate::domain::pence::Pence;
use crate::domain::quantity::Quantity;
use crate::words::{date, money, quantity};

/// The unit of what is cashable.
pub const POUNDS: &str = "£";

/// A figure with its unit: `£24,000`, `12 days`.
pub fn figure(figure: Quantity, unit: Option<&str>) -> String {
    let pence = i64::try_from(figure.millionths() / 10_000).map(Pence);
    match (unit, pence) {
        (Some(POUNDS), Ok(pence)) => money::exact(pence),
        _ => quantity::of_unit(&quantity::exact(figure), unit),
    }
}

/// An amount of money as a figure.
pub fn of_pence(amount: Pence) -> Option<Quantity> {
    Quantity::of_millionths(i128::from(amount.0) * 10_000)
}

/// What was expected: `One team for both councils; from 3 to 1 days`.
pub fn expected(promise: &Promise) -> Option<String> {
    let unit = promise.unit.as_deref();
    let figures = match (promise.baseline, promise.target) {
        (Some(from), Some(to)) => Some(format!("from {} to {}", figure(from, unit), figure(to, unit))),
        (None, Some(to)) => Some(figure(to, unit)),
        (Some(from), None) => Some(format!("from {}, no target stated", figure(from, unit))),
        (None, None) => None,
    };
    joined([promise.result.clone(), figures])
}

/// The same with whether the case foresaw it, for histories.
pub fn promise(promise: &Promise) -> String {
    let says = expected(promise).map(|says| format!(": {says}")).unwrap_or_default();
    format!("{}{says}", promise.foreseen.label())
}

/// What it came to: `In part: the teams sit together; 4 days, 31 December 2010`.
pub fn actual(actual: &Actual) -> String {
    let value = actual.value.map(quantity::exact);
    let on = actual.on.map(date::long);
    let figures = match (value, on) {
        (Some(value), Some(on)) => Some(format!("{value}, {on}")),
        (one, other) => one.or(other),
    };
    let says = joined([actual.result.clone(), figures]);
    match (actual.reach, says) {
        (Some(reach), Some(says)) => format!("{}: {says}", reach.label()),
        (Some(reach), None) => reach.label().to_owned(),
        (None, says) => says.unwrap_or_default(),
    }
}

/// How much of it is there: `43.5 %`, or why that cannot be said.
pub fn achievement(share: Result<Quantity, NoAchievement>) -> String {
    match share {
        Ok(share) => format!("{} %", quantity::rounded(share)),
        Err(NoAchievement::NotReported) => "not yet reported".to_owned(),
        Err(NoAchievement::NoTarget) => "n/a: no target figure".to_owned(),
        Err(NoAchievement::NoBaseline) => "n/a: no baseline".to_owned(),
        Err(NoAchievement::NothingToGain) => "n/a: target and baseline are the same".to_owned(),
        Err(NoAchievement::TooLarge) => "n/a: the figures are too far apart".to_owned(),
    }
}

fn joined(parts: [Option<String>; 2]) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::benefit::Foreseen;

    #[test]
    fn what_was_expected_reads_with_its_figures() {
        let read = |text: &str| Quantity::parse(text);
        let of = |baseline, target, unit: &str| Promise {
            foreseen: Foreseen::InCase,
            result: None,
            baseline,
            target,
            unit: Some(unit.to_owned()),
        };
        assert_eq!(expected(&of(read("0"), read("24000"), "£")).as_deref(), Some("from £0 to £24,000"));
        assert_eq!(expected(&of(None, read("2.5"), "days")).as_deref(), Some("2.5 days"));
        assert_eq!(expected(&of(None, None, "days")), None);
        assert_eq!(promise(&of(None, read("-0.5"), "£")), "In the business case: −£0.50");
        assert_eq!(achievement(Ok(read("112.5").unwrap())), "112.5 %");
    }
}
