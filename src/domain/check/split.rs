//! How an amount is divided.

use std::collections::BTreeSet;

use crate::domain::check::Refusals;
use crate::domain::money::{Money, Split, SplitRule};

/// A hundred per cent in hundredths of a per cent.
const WHOLE: u128 = 10_000;

pub(super) fn split(split: &Split, money: &Money, refusals: &mut Refusals) {
    let mut named = BTreeSet::new();
    refusals.when(
        !split.parts.iter().all(|part| named.insert(&part.partner)),
        "split",
        "A partner is named twice in the split. Give each one part.",
    );
    let strangers = money.partners.as_ref().is_some_and(|partners| named.iter().any(|partner| !partners.contains(partner)));
    refusals.when(strangers, "split", "The split names a partner whose figure this is not. Name it among the partners first.");
    refusals.when(split.parts.is_empty(), "split", "Say between which partners the amount is divided.");
    let sum: u128 = split.parts.iter().map(|part| u128::from(part.weight)).sum();
    match split.rule {
        _ if split.parts.is_empty() => {}
        SplitRule::Equal => {}
        SplitRule::Percent if sum != WHOLE => {
            refusals.add("split", format!("The percentages come to {}, not to 100 %. Put them right.", hundredths(sum, " %")));
        }
        SplitRule::Fixed => {
            let whole = money.sum.as_ref().and_then(|sum| u128::try_from(sum.pence.0).ok());
            if let Some(whole) = whole.filter(|whole| *whole != sum) {
                let (sum, whole) = (hundredths(sum, ""), hundredths(whole, ""));
                refusals.add("split", format!("The parts come to £{sum}, but the amount is £{whole}. Make them the same."));
            }
        }
        SplitRule::StaffTime | SplitRule::Population if sum == 0 => {
            refusals.add("split", "Give at least one partner a share above nought.");
        }
        SplitRule::Percent | SplitRule::StaffTime | SplitRule::Population => {}
    }
}

/// A number of hundredths as people write it: 99.5 %, 1,000.05.
fn hundredths(number: u128, unit: &str) -> String {
    let digits = (number / 100).to_string();
    let mut whole = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            whole.push(',');
        }
        whole.push(digit);
    }
    match (number % 100, unit) {
        (0, _) => format!("{whole}{unit}"),
        (rest, "") => format!("{whole}.{rest:02}"),
        (rest, _) => format!("{whole}.{}{unit}", format!("{rest:02}").trim_end_matches('0')),
    }
}
