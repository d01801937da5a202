//! The order of references: numbers by their size, so that 2 comes before 10.

use std::cmp::Ordering;

use crate::domain::risk::Risk;

/// By reference, those without one last; then by title, then by name.
pub fn by_reference(one: &Risk, other: &Risk) -> Ordering {
    let stated = |risk: &Risk| risk.reference.as_deref().is_none_or(str::is_empty);
    stated(one)
        .cmp(&stated(other))
        .then_with(|| natural(one.reference.as_deref().unwrap_or_default(), other.reference.as_deref().unwrap_or_default()))
        .then_with(|| one.title.cmp(&other.title))
        .then_with(|| one.id.cmp(&other.id))
}

/// Runs of digits compare by size, everything else by its letters, large and small alike.
fn natural(one: &str, other: &str) -> Ordering {
    let (mut one_rest, mut other_rest) = (one, other);
    while !one_rest.is_empty() && !other_rest.is_empty() {
        let (one_run, one_after) = run(one_rest);
        let (other_run, other_after) = run(other_rest);
        let order = match (digits(one_run), digits(other_run)) {
            (Some(one), Some(other)) => one.len().cmp(&other.len()).then_with(|| one.cmp(other)),
            _ => one_run.chars().flat_map(char::to_lowercase).cmp(other_run.chars().flat_map(char::to_lowercase)),
        };
        if order.is_ne() {
            return order;
        }
        (one_rest, other_rest) = (one_after, other_after);
    }
    one_rest.len().cmp(&other_rest.len()).then_with(|| one.cmp(other))
}

/// The digits, or the other letters, that a text begins with, and the rest.
fn run(text: &str) -> (&str, &str) {
    let number = text.starts_with(|letter: char| letter.is_ascii_digit());
    let end = text.find(|letter: char| letter.is_ascii_digit() != number).unwrap_or(text.len());
    text.split_at(end)
}

fn digits(run: &str) -> Option<&str> {
    run.starts_with(|letter: char| letter.is_ascii_digit()).then(|| run.trim_start_matches('0'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_go_by_size() {
        let mut references = ["10", "2", "R10", "r2", "1.10", "1.9", "007", "A", "99999999999999999999999999", "1"];
        references.sort_by(|one, other| natural(one, other));
        assert_eq!(references, ["1", "1.9", "1.10", "2", "007", "10", "99999999999999999999999999", "A", "r2", "R10"]);
    }

    proptest! {
        #[test]
        fn it_is_an_order(one in "[a0-9.]{0,5}", two in "[a0-9.]{0,5}", three in "[a0-9.]{0,5}") {
            prop_assert_eq!(natural(&one, &two), natural(&two, &one).reverse());
            prop_assert_eq!(natural(&one, &two).is_eq(), one == two);
            if natural(&one, &two).is_le() && natural(&two, &three).is_le() {
                prop_assert!(natural(&one, &three).is_le());
            }
        }
    }
}
