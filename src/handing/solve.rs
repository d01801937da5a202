//! Which unknowns a system of equations gives away. Only where the unknowns stand matters, not what they come to.

use crate::order::OneByOne;
use std::collections::{BTreeMap, BTreeSet};

/// Arithmetic is done modulo this prime: exact for what a sum of lines can be, and of one size.
const PRIME: u64 = (1 << 61) - 1;

/// An equation: each unknown with its factor, +1 or −1 as a rule.
pub(super) type Equation = BTreeMap<usize, i64>;

/// The unknowns that have one value only.
pub(super) fn determined(equations: &[Equation]) -> BTreeSet<usize> {
    let mut rows: BTreeMap<usize, BTreeMap<usize, u64>> = BTreeMap::new();
    for equation in equations {
        let mut row: BTreeMap<usize, u64> =
            equation.iter().map(|(unknown, factor)| (*unknown, modulo(*factor))).filter(|(_, factor)| *factor != 0).one_by_one();
        for (lead, known) in &rows {
            if let Some(factor) = row.get(lead).copied() {
                subtract(&mut row, known, factor);
            }
        }
        let Some((lead, factor)) = row.iter().next().map(|(lead, factor)| (*lead, *factor)) else { continue };
        let inverse = power(factor, PRIME - 2);
        row.values_mut().for_each(|value| *value = times(*value, inverse));
        for known in rows.values_mut() {
            if let Some(factor) = known.get(&lead).copied() {
                subtract(known, &row, factor);
            }
        }
        rows.insert(lead, row);
    }
    rows.into_iter().filter(|(_, row)| row.len() == 1).map(|(lead, _)| lead).collect()
}

fn subtract(row: &mut BTreeMap<usize, u64>, other: &BTreeMap<usize, u64>, factor: u64) {
    for (unknown, value) in other {
        let held = row.entry(*unknown).or_default();
        *held = (*held + PRIME - times(*value, factor)) % PRIME;
    }
    row.retain(|_, value| *value != 0);
}

fn modulo(factor: i64) -> u64 {
    let size = factor.unsigned_abs() % PRIME;
    if factor < 0 { (PRIME - size) % PRIME } else { size }
}

fn times(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other) % u128::from(PRIME);
    u64::try_from(product).unwrap_or_default()
}

fn power(base: u64, mut exponent: u64) -> u64 {
    let (mut base, mut result) = (base, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        exponent >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solve(equations: &[&[(usize, i64)]]) -> Vec<usize> {
        let equations: Vec<Equation> = equations.iter().map(|equation| equation.iter().copied().collect()).collect();
        determined(&equations).into_iter().collect()
    }

    #[test]
    fn what_is_alone_is_known_and_two_hide_each_other() {
        assert_eq!(solve(&[&[(1, 1)]]), [1]);
        assert_eq!(solve(&[&[(1, 1), (2, -1)]]), [] as [usize; 0]);
        assert_eq!(solve(&[&[(1, 1), (2, 1)], &[(1, 1), (2, -1)]]), [1, 2]);
    }

    #[test]
    fn three_pairs_in_a_ring_are_known_and_four_are_not() {
        assert_eq!(solve(&[&[(1, 1), (2, 1)], &[(2, 1), (3, 1)], &[(1, 1), (3, 1)]]), [1, 2, 3]);
        assert_eq!(solve(&[&[(1, 1), (2, 1)], &[(2, 1), (3, 1)], &[(3, 1), (4, 1)], &[(4, 1), (1, 1)]]), [] as [usize; 0]);
    }

    #[test]
    fn saying_the_same_twice_gives_nothing_away() {
        assert_eq!(solve(&[&[(1, 1), (2, 1)], &[(1, 1), (2, 1)], &[(1, -1), (2, -1)]]), [] as [usize; 0]);
    }
}
