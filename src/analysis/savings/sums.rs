//! What is shown of a year, and of all years up to it.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::savings::answer::{Flag, Yardstick};
use crate::analysis::savings::group::Numbered;
use crate::analysis::savings::tally::Tally;
use crate::domain::money::MoneyId;

/// A year's sum, or that of all years so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    pub total: Option<i128>,
    pub groups: BTreeMap<Numbered, i128>,
    pub flags: BTreeSet<Flag>,
}

impl Sums {
    pub fn of(tally: &Tally) -> Self {
        Self { total: tally.total, groups: tally.groups.clone(), flags: tally.flags.clone() }
    }

    pub fn add(&mut self, year: &Self) {
        if let Some(total) = year.total {
            self.total = Some(self.total.unwrap_or(0) + total);
        }
        for (key, amount) in &year.groups {
            *self.groups.entry(key.clone()).or_default() += amount;
        }
        self.flags.extend(year.flags.iter().copied());
    }
}

/// What all years so far are held against: only where each of them has something to be held against.
pub(super) fn grown(before: Option<Yardstick>, year: Yardstick) -> Yardstick {
    let Some(before) = before else { return year };
    let (Some(sum), mut lines) = (before.amount().zip(year.amount()).and_then(|(one, other)| one.plus(other)), lines(&before))
    else {
        return match (before, year) {
            (Yardstick::NotSet, Yardstick::NotSet) => Yardstick::NotSet,
            (before, year) => Yardstick::Partly { lines: [lines(&before), lines(&year)].concat() },
        };
    };
    lines.extend(self::lines(&year));
    match (before, year) {
        (Yardstick::Target { .. }, Yardstick::Target { .. }) => Yardstick::Target { amount: sum, lines },
        _ => Yardstick::ApprovedBudget { amount: sum, lines },
    }
}

fn lines(yardstick: &Yardstick) -> Vec<MoneyId> {
    match yardstick {
        Yardstick::NotSet => Vec::new(),
        Yardstick::Target { lines, .. } | Yardstick::ApprovedBudget { lines, .. } | Yardstick::Partly { lines } => lines.clone(),
    }
}
