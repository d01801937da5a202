//! A recurring figure from year to year: what a new statement of it adds to the one before.
//!
//! It is the same figure where title, what it covers, whose it is, kind and basis are the same. No year is filled in
//! that no paper states.

use std::collections::BTreeMap;

use crate::analysis::savings::entry::Entry;
use crate::analysis::savings::slice::Slice;

type Identity<'e> = (&'e str, &'e [u32], &'e [u32]);

/// For each slice of one kind and basis, in the order of years, what each line adds. A figure that counts instead of
/// others continues their series too.
pub(super) fn increases(slices: &[&Slice]) -> Vec<Vec<i128>> {
    let mut latest: BTreeMap<Identity<'_>, i128> = BTreeMap::new();
    let mut all = Vec::with_capacity(slices.len());
    for slice in slices {
        let mut amounts = amounts(slice);
        let mut stated: BTreeMap<Identity<'_>, i128> = BTreeMap::new();
        let rivals = rivals(slice);
        for line in slice.order.iter().filter(|_| slice.key.year.is_some()) {
            let beaten = rivals.get(line).into_iter().flatten();
            let entries = std::iter::once(line).chain(beaten).filter_map(|line| slice.entry(*line));
            let identities: Vec<_> = entries.filter(|entry| entry.is_recurring).map(identity).collect();
            let (Some(amount), Some(entry)) = (amounts.get_mut(*line as usize), slice.entry(*line)) else { continue };
            // Two lines that look the same in one year share one earlier statement between them.
            let before = identities.iter().filter_map(|identity| latest.remove(identity)).collect::<Vec<_>>();
            *amount -= before.first().copied().unwrap_or(0);
            for identity in identities {
                *stated.entry(identity).or_default() += i128::from(entry.amount.0);
            }
        }
        latest.extend(stated);
        all.push(amounts);
    }
    all
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
