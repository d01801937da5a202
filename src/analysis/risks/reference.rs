//! The order of references: numbers by their size, so that 2 comes before 10.

use std::cmp::Ordering;

use crate::domain::risk::Risk;

/// By reference, those without one last; then by title, then by name. Nothing is copied to compare: thousands of risks
/// are put in order with every edit.
pub fn by_reference(one: &Risk, other: &Risk) -> Ordering {
    let (own, theirs) = (reference(one), reference(other));
    let unstated = own.is_empty().cmp(&theirs.is_empty());
    unstated
        .then_with(|| natural(own).cmp(natural(theirs)))
        .then_with(|| own.cmp(theirs))
        .then_with(|| one.title.cmp(&other.title))
        .then_with(|| one.id.cmp(&other.id))
}

fn reference(risk: &Risk) -> &str {
    risk.reference.as_deref().unwrap_or_default()
}

/// Numbers in a text by their size, so that "Risk 2" comes before "Risk 10".
pub fn by_number(one: &str, other: &str) -> Ordering {
    natural(one).cmp(natural(other))
}

/// A piece of a reference: a byte, or nought for a number with its length and its digits.
type Piece<'t> = (u8, usize, &'t [u8]);

/// Runs of digits by their size, large and small letters alike.
fn natural(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text.as_bytes();
    std::iter::from_fn(move || {
        let first = *rest.first()?;
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (run, after) = rest.split_at(digits.max(1));
        rest = after;
        if digits == 0 {
            return Some((first.to_ascii_lowercase(), 0, &[][..]));
        }
        let (_, number) = run.split_at(run.iter().take_while(|digit| **digit == b'0').count());
        Some((b'0', number.len(), number))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_go_by_size() {
        let mut references = ["10", "2", "R10", "r2", "1.10", "1.9", "007", "A", "99999999999999999999999999", "1"];
        references.sort_by(|one, other| natural(one).cmp(natural(other)));
        assert_eq!(references, ["1", "1.9", "1.10", "2", "007", "10", "99999999999999999999999999", "A", "r2", "R10"]);
    }

    proptest! {
        #[test]
        fn numbers_go_by_size_wherever_they_stand(before in "[A-Za-z.-]{0,3}", one in 0_u64..2_000, other in 0_u64..2_000, after in "[a-z.]{0,2}") {
            let of = |number: u64| format!("{before}{number}{after}");
            prop_assert_eq!(natural(&of(one)).cmp(natural(&of(other))), one.cmp(&other));
        }
    }
}
