//! Shares as people type them: `Bromsgrove 60, Redditch 40`. Hints name no council: they are read in any workspace.

use crate::domain::money::{SplitPart, SplitRule};
use crate::domain::partner::PartnerId;
use crate::domain::pence::Pence;
use crate::words::money;
use crate::words::typed::names::{Named, names};
use crate::words::typed::{amount, line};

/// Reads who has which share, each name with its figure after it. Percentages must come to 100, fixed amounts to the whole.
pub(super) fn parts(
    typed: &str,
    rule: SplitRule,
    whole: Option<Pence>,
    known: &[Named<PartnerId>],
) -> Result<Vec<SplitPart>, String> {
    if rule == SplitRule::Equal {
        let all = names(typed, known, "partner")?;
        return Ok(all.into_iter().map(|partner| SplitPart { partner, weight: 0 }).collect());
    }
    let mut parts = Vec::new();
    for part in line::divided(typed) {
        let figured = part.trim_end_matches(['%', ' ']);
        let (name, figure) = figured.rsplit_once([' ', ':', '\t']).ok_or_else(|| example(rule))?;
        let partner = match names(name.trim_end_matches(':'), known, "partner")?.as_slice() {
            [one] => one.clone(),
            _ => return Err(example(rule)),
        };
        parts.push(SplitPart { partner, weight: weight(figure, rule)? });
    }
    let sum: u64 = parts.iter().map(|part| part.weight).sum();
    match rule {
        _ if parts.is_empty() => Err(example(rule)),
        SplitRule::Percent if sum != 10_000 => Err(format!("The shares come to {} %. They must come to 100 %.", hundredths(sum))),
        SplitRule::Fixed if whole.is_some_and(|whole| i64::try_from(sum).ok() != Some(whole.0)) => {
            let sum = i64::try_from(sum).map_or_else(|_| String::new(), |sum| money::exact(Pence(sum)));
            Err(format!("The amounts come to {sum}. They must come to {}.", money::exact(whole.unwrap_or_default())))
        }
        _ => Ok(parts),
    }
}

/// The same in words, as it may be typed again.
pub(super) fn told(parts: &[SplitPart], rule: SplitRule, name: impl Fn(&PartnerId) -> String) -> String {
    let told = parts.iter().map(|part| match rule {
        SplitRule::Equal => name(&part.partner),
        SplitRule::Percent => format!("{} {}", name(&part.partner), hundredths(part.weight)),
        SplitRule::Fixed => {
            let pence = i64::try_from(part.weight).map_or(Pence::ZERO, Pence);
            format!("{} {}", name(&part.partner), money::exact(pence))
        }
        SplitRule::StaffTime | SplitRule::Population => format!("{} {}", name(&part.partner), part.weight),
    });
    told.collect::<Vec<_>>().join("; ")
}

/// What a rule divides by, from what is typed of one partner: hundredths of a per cent, pence, or a number.
pub fn weight(figure: &str, rule: SplitRule) -> Result<u64, String> {
    let plain = figure.trim().trim_end_matches(['%', ' ']).replace(',', "");
    let read = match rule {
        SplitRule::Percent => plain.split_once('.').map_or_else(
            || plain.parse::<u64>().ok().map(|whole| whole.saturating_mul(100)),
            |(whole, part)| {
                let part = format!("{part:0<2}");
                let fits = part.len() == 2 && !whole.starts_with('+');
                let (whole, part) = (whole.parse::<u64>().ok()?, part.parse::<u64>().ok()?);
                fits.then(|| whole.saturating_mul(100).saturating_add(part))
            },
        ),
        SplitRule::Fixed => amount(figure).ok().and_then(|pence| u64::try_from(pence.0).ok()),
        SplitRule::Equal | SplitRule::StaffTime | SplitRule::Population => plain.parse().ok(),
    };
    read.ok_or_else(|| example(rule))
}

/// Hundredths as decimals: 33.33, 12.5, 60.
pub fn hundredths(figure: u64) -> String {
    match figure % 100 {
        0 => (figure / 100).to_string(),
        rest if rest % 10 == 0 => format!("{}.{}", figure / 100, rest / 10),
        rest => format!("{}.{rest:02}", figure / 100),
    }
}

fn example(rule: SplitRule) -> String {
    let shares = match rule {
        SplitRule::Equal => "Partner; other partner",
        SplitRule::Percent => "Partner 60; other partner 40",
        SplitRule::Fixed => "Partner £12k; other partner £8k",
        SplitRule::StaffTime | SplitRule::Population => "Partner 12; other partner 8",
    };
    format!("Write each partner's name with its share: {shares}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_names_no_council_that_the_workspace_may_not_have() {
        for rule in SplitRule::ALL {
            let hint = example(*rule);
            assert!(hint.contains("Partner") && !hint.contains("Bromsgrove") && !hint.contains("Redditch"), "{hint}");
        }
    }
}
