//! Putting lists in order, and filling what is always in order. The standard library makes its sort anew for every type it sorts: for the forty kinds of list
//! here that would be a tenth of the page's program. Here numbers of places are sorted, once for all, and the list follows.

use std::cmp::Ordering;

/// Lists that can be put in order. What compares as equal stays in the order in which it stood.
pub trait InOrder<T> {
    /// In the order of a comparison.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// In the order of a key, which is worked out once for each.
    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> InOrder<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let order = order_of(self.len(), &mut |one, other| match (self.get(one), self.get(other)) {
            (Some(one), Some(other)) => compare(one, other),
            _ => Ordering::Equal,
        });
        follow(self, order);
    }

    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let order = order_of(keys.len(), &mut |one, other| keys.get(one).cmp(&keys.get(other)));
        follow(self, order);
    }
}

/// Maps and sets filled one by one. `collect` sorts everything first, with a sort made anew for every type of map.
pub trait OneByOne: Iterator + Sized {
    /// As a map or a set. Of two values under one key the later stays, as with `collect`.
    fn one_by_one<C: Default + Extend<Self::Item>>(self) -> C {
        let mut all = C::default();
        all.extend(self);
        all
    }
}

impl<I: Iterator> OneByOne for I {}

/// For every place of the list in order, where its element stood before.
fn order_of(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    if length > 1 {
        order.sort_by(|one, other| compare(*one, *other));
    }
    order
}

/// Moves each element to its place; every swap brings one home.
fn follow<T>(list: &mut [T], order: Vec<usize>) {
    let mut homes = homes_of(&order);
    for place in 0..order.len() {
        while let Some(home) = homes.get(place).copied().filter(|home| *home != place) {
            list.swap(place, home);
            homes.swap(place, home);
        }
    }
}

/// For every element as it stood before, its place in the order.
fn homes_of(order: &[usize]) -> Vec<usize> {
    let mut homes = vec![0; order.len()];
    for (place, stood) in order.iter().enumerate() {
        if let Some(home) = homes.get_mut(*stood) {
            *home = place;
        }
    }
    homes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_the_standard_library(mut list in prop::collection::vec((0_u8..12, any::<u16>()), 0..200)) {
            let mut by_key = list.clone();
            let mut expected = list.clone();
            expected.sort_by_key(|one| one.0);
            list.order_by(|one, other| one.0.cmp(&other.0));
            by_key.order_by_key(|one| one.0);
            prop_assert_eq!(&list, &expected);
            prop_assert_eq!(by_key, expected);
        }
    }
}
