//! Every line that counts, with whose it is to the penny: what a treasurer adds up again.
//!
//! A line that an agreed split divides stands with each partner's share; one for several together without a split, and one
//! that states no partner, stand apart and in nobody's sum. A part that says more than its whole does moves its amount out of
//! the whole's place, so that every column comes to what the sums say everywhere else.

use crate::analysis::savings::directory::Directory;
use crate::analysis::savings::entry::SliceKey;
use crate::analysis::savings::group::{GroupKey, Numbered};
use crate::analysis::savings::ledger::Ledger;
use crate::analysis::savings::question::{Group, SavingsQuestion};
use crate::analysis::savings::series;
use crate::analysis::savings::slice::Slice;
use crate::analysis::savings::tally::{Place, Scope, Tally, pence};
use crate::domain::money::{Basis, MoneyId, MoneyKind};
use crate::domain::partner::PartnerId;
use crate::domain::pence::Pence;
use crate::domain::year::FinancialYear;

/// Whose an amount is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// One partner's own.
    Partner(PartnerId),
    /// Several partners', between whom nothing is agreed yet.
    NotDivided,
    /// Nobody says whose.
    NotStated,
}

/// A line and whose its amount is.
#[derive(Debug, Clone, PartialEq)]
pub struct Apportioned {
    /// The line.
    pub line: MoneyId,
    /// Its year, where one is stated.
    pub year: Option<FinancialYear>,
    /// Its amount; nought for a part, which only moves what its whole counts.
    pub whole: Pence,
    /// They sum to the amount.
    pub shares: Vec<(Whose, Pence)>,
    /// The line of which it is a part and from whose place it moves its amount.
    pub moved_from: Option<MoneyId>,
    /// Whether it comes every year.
    pub is_recurring: bool,
}

impl Ledger {
    /// Every line of a kind on a basis, in one year or in all. Lines of different years are of different slices, so that
    /// nothing counts twice; what states no year is in none.
    pub fn apportioned(&self, kind: MoneyKind, basis: Basis, year: Option<FinancialYear>) -> Vec<Apportioned> {
        let asked = SavingsQuestion::savings(basis).about(kind);
        let scope = Scope::of(&asked, &self.directory);
        let basis = Some(basis).filter(|_| kind != MoneyKind::Target);
        let fits =
            |key: &SliceKey| key.kind == kind && key.basis == basis && key.year.is_some() && (year.is_none() || key.year == year);
        let mut all = Vec::new();
        for slice in self.slices.iter().filter(|(key, _)| fits(key)).map(|(_, slice)| slice) {
            let tally = Tally::of(slice, &series::amounts(slice), &scope, Group::Partner, &self.directory);
            all.extend(slice.order.iter().filter_map(|line| line_of(slice, &tally, *line, &self.directory)));
        }
        all
    }
}

/// Nothing for a line that neither counts nor moves anything.
fn line_of(slice: &Slice, tally: &Tally, line: u32, directory: &Directory) -> Option<Apportioned> {
    let entry = slice.entry(line)?;
    let home = |line: u32| tally.homes.get(line as usize).cloned().flatten();
    let told = |whole: Pence, shares: Vec<(Whose, Pence)>, moved_from| {
        Some(Apportioned {
            line: entry.id.clone(),
            year: slice.key.year,
            whole,
            shares,
            moved_from,
            is_recurring: entry.is_recurring,
        })
    };
    match tally.place(line) {
        Place::Outside => None,
        Place::Counted(amount) => {
            let whole = pence(amount)?;
            let divided = entry.shares(amount).into_iter();
            let mut shares: Vec<(Whose, Pence)> = divided
                .filter_map(|(partner, share)| Some((whose(&Numbered::partner(partner), directory), pence(share)?)))
                .collect();
            if shares.is_empty() {
                shares.push((whose(&home(line)?, directory), whole));
            }
            told(whole, shares, None)
        }
        Place::Part(amount) => {
            let wholes = slice.wholes.set_of(line as usize).map(|set| slice.wholes.lines(set)).unwrap_or_default();
            let (above, from) = wholes.iter().find_map(|whole| Some((*whole, home(*whole)?)))?;
            let (own, amount) = (home(line)?, pence(amount?)?);
            if own == from {
                return None;
            }
            let back = Pence::ZERO.minus(amount)?;
            let shares = vec![(whose(&from, directory), back), (whose(&own, directory), amount)];
            told(Pence::ZERO, shares, slice.entry(above).map(|whole| whole.id.clone()))
        }
    }
}

fn whose(key: &Numbered, directory: &Directory) -> Whose {
    match key.named(Group::Partner, directory) {
        GroupKey::Partner(id) => Whose::Partner(id),
        GroupKey::Together(_) => Whose::NotDivided,
        _ => Whose::NotStated,
    }
}
