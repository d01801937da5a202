//! A recurring figure from year to year: what a new statement of it adds to the one before.
//!
//! It is the same figure where title, what it covers, whose it is, kind and basis are the same. No year is filled in
//! that no paper states.

use std::collections::BTreeMap;

use crate::analysis::savings::entry::Entry;
use crate::analysis::savings::slice::Slice;
use crate::domain::money::MoneyId;

type Identity<'e> = (&'e str, &'e [u32], &'e [u32]);

/// What the lines of a slice add to what was stated before.
#[derive(Debug, Clone, Default)]
pub(super) struct Increases {
    /// By line.
    pub amounts: Vec<i128>,
    /// Lines of which it is open what was stated before.
    pub open: Vec<Open>,
}

/// A line that adds to one of several earlier statements between which nobody has chosen.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub line: u32,
    /// The earlier statement that is gone by.
    pub counted: MoneyId,
    /// The one that could be.
    pub other: MoneyId,
    /// What the line would add more if the other counted.
    pub more: i128,
}

/// The latest statement of a figure, with its rivals that nobody has settled.
#[derive(Default)]
struct Latest<'e> {
    amount: i128,
    open: Vec<(&'e Entry, &'e Entry)>,
}

/// For each slice of one kind and basis, in the order of years, what each line adds. A figure that counts instead of
/// others continues their series too.
pub(super) fn increases(slices: &[&Slice]) -> Vec<Increases> {
    let mut latest: BTreeMap<Identity<'_>, Latest<'_>> = BTreeMap::new();
    let mut all = Vec::with_capacity(slices.len());
    for slice in slices {
        let mut increases = Increases { amounts: amounts(slice), open: Vec::new() };
        let mut stated: BTreeMap<Identity<'_>, Latest<'_>> = BTreeMap::new();
        let rivals = rivals(slice);
        for line in slice.order.iter().filter(|_| slice.key.year.is_some()) {
            let beaten = || rivals.get(line).into_iter().flatten().filter_map(|line| slice.entry(*line));
            let (Some(amount), Some(entry)) = (increases.amounts.get_mut(*line as usize), slice.entry(*line)) else { continue };
            let entries = std::iter::once(entry).chain(beaten());
            let identities: Vec<_> = entries.filter(|entry| entry.is_recurring).map(identity).collect();
            // Two lines that look the same in one year share one earlier statement between them.
            let before = identities.iter().filter_map(|identity| latest.remove(identity)).collect::<Vec<_>>();
            if let Some(before) = before.into_iter().next() {
                *amount -= before.amount;
                increases.open.extend(before.open.into_iter().map(|(counted, other)| Open {
                    line: *line,
                    counted: counted.id.clone(),
                    other: other.id.clone(),
                    more: i128::from(counted.amount.0) - i128::from(other.amount.0),
                }));
            }
            let open: Vec<_> = beaten().filter(|other| is_open(entry, other)).map(|other| (entry, other)).collect();
            for identity in identities {
                let stated = stated.entry(identity).or_default();
                stated.amount += i128::from(entry.amount.0);
                stated.open.extend(&open);
            }
        }
        latest.extend(stated);
        all.push(increases);
    }
    all
}

/// Whether two statements differ and nobody has said which to go by.
fn is_open(counted: &Entry, other: &Entry) -> bool {
    counted.amount != other.amount && counted.in_use.is_none() && other.in_use.is_none()
}

/// Lines that do not count, by the one that counts instead.
fn rivals(slice: &Slice) -> BTreeMap<u32, Vec<u32>> {
    let mut rivals: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (line, rivalry) in (0..).zip(&slice.rivals) {
        if let Some(winner) = rivalry.beside {
            rivals.entry(winner).or_default().push(line);
        }
    }
    rivals
}

/// The lines' own amounts.
pub(super) fn amounts(slice: &Slice) -> Vec<i128> {
    slice.entries.iter().map(|entry| i128::from(entry.amount.0)).collect()
}

fn identity(entry: &Entry) -> Identity<'_> {
    (&entry.title, &entry.covers, &entry.partners)
}
