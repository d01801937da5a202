//! Money in whole pence.

use std::iter;

use crate::order::InOrder;
use serde::{Deserialize, Serialize};

/// An amount in whole pence. Arithmetic is checked: a sum that does not fit is none, never a wrong figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Pence(pub i64);

impl Pence {
    /// No money: a stated nought, which is not a blank.
    pub const ZERO: Self = Self(0);

    /// Whole pounds.
    pub const fn pounds(pounds: i64) -> Self {
        Self(pounds * 100)
    }

    /// The sum, where it fits.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, where it fits.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Part of a year's amount: full year × months ÷ 12, rounded to the nearest penny, halves away from nought.
    pub fn for_months(self, months: u8) -> Option<Self> {
        let twelfths = i128::from(self.0).checked_mul(i128::from(months))?;
        let rounded = (twelfths.abs() * 2 + 12) / 24 * twelfths.signum();
        i64::try_from(rounded).ok().map(Self)
    }

    /// Divides into shares in proportion to the weights: each share floored to the penny, the spare pence given by
    /// largest remainder, ties by place. The shares always sum to the whole. None where no weight is above nought.
    pub fn split(self, weights: &[u64]) -> Option<Vec<Self>> {
        let all: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
        if all == 0 {
            return None;
        }
        let whole = u128::from(self.0.unsigned_abs());
        let mut shares: Vec<u128> = weights.iter().map(|weight| whole * u128::from(*weight) / all).collect();
        let mut order: Vec<(usize, u128)> = weights.iter().map(|weight| whole * u128::from(*weight) % all).enumerate().collect();
        order.order_by(|(place, rest), (other_place, other)| other.cmp(rest).then(place.cmp(other_place)));
        let spare = usize::try_from(whole - shares.iter().sum::<u128>()).ok()?;
        for (place, _) in order.into_iter().take(spare) {
            if let Some(share) = shares.get_mut(place) {
                *share += 1;
            }
        }
        shares.into_iter().map(|share| i64::try_from(share).ok().map(|share| Self(share * self.0.signum()))).collect()
    }
}

/// The sum of amounts, where it fits.
pub fn total(amounts: impl IntoIterator<Item = Pence>) -> Option<Pence> {
    iter::once(Pence::ZERO).chain(amounts).try_fold(Pence::ZERO, Pence::plus)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_spare_pence_go_to_the_largest_remainders() {
        assert_eq!(Pence(100).split(&[1, 1, 1]).unwrap(), [Pence(34), Pence(33), Pence(33)]);
        assert_eq!(Pence(-100).split(&[1, 1, 1]).unwrap(), [Pence(-34), Pence(-33), Pence(-33)]);
        assert_eq!(Pence(10).split(&[6, 3, 1]).unwrap(), [Pence(6), Pence(3), Pence(1)]);
        assert_eq!(Pence(1).split(&[0, 0]), None);
    }

    #[test]
    fn two_shares_of_one_post_make_a_fifth_of_it() {
        // S3c 5.2.3: 12 % and 8 % of one post.
        let post = Pence::pounds(42_600);
        let shares = post.split(&[12, 8, 80]).unwrap();
        assert_eq!(shares[..2], [Pence::pounds(5_112), Pence::pounds(3_408)]);
        assert_eq!(total(shares[..2].iter().copied()).unwrap(), Pence::pounds(8_520));
    }

    #[test]
    fn part_of_a_year_is_months_by_twelve() {
        assert_eq!(Pence::pounds(450_000).for_months(10), Some(Pence::pounds(375_000)));
        assert_eq!(Pence(1).for_months(6), Some(Pence(1)));
        assert_eq!(Pence(-1).for_months(6), Some(Pence(-1)));
    }

    #[test]
    fn what_does_not_fit_is_no_figure() {
        assert_eq!(Pence(i64::MAX).plus(Pence(1)), None);
        assert_eq!(total([Pence(i64::MAX), Pence(1)]), None);
    }

    proptest! {
        #[test]
        fn shares_sum_to_the_whole(pence in -1_000_000_000_000_i64..1_000_000_000_000, weights in proptest::collection::vec(0_u64..1_000_000, 1..12)) {
            match Pence(pence).split(&weights) {
                Some(shares) => {
                    prop_assert_eq!(total(shares.iter().copied()), Some(Pence(pence)));
                    prop_assert_eq!(shares.len(), weights.len());
                }
                None => prop_assert!(weights.iter().all(|weight| *weight == 0)),
            }
        }
    }
}
