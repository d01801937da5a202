//! The order of references: numbers by their size, so that 2 comes before 10.

use std::cmp::Ordering;

use crate::domain::risk::Risk;

/// A risk's place by its reference. Worked out once for each, because comparing references afresh costs more than sorting.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place<'w> {
    /// Those without a reference come last.
    is_unstated: bool,
    natural: Vec<u8>,
    reference: &'w str,
    title: Option<&'w str>,
    id: &'w str,
}

/// By reference, those without one last; then by title, then by name.
pub fn by_reference(one: &Risk, other: &Risk) -> Ordering {
    place(one).cmp(&place(other))
}

pub(super) fn place(risk: &Risk) -> Place<'_> {
    let reference = risk.reference.as_deref().unwrap_or_default();
    Place {
        is_unstated: reference.is_empty(),
        natural: natural(reference),
        reference,
        title: risk.title.as_deref(),
        id: risk.id.as_str(),
    }
}

/// Bytes of which the order is that of the text, with runs of digits by their size, and large and small letters alike.
fn natural(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() + 4);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let number = first.is_ascii_digit();
        let end = rest.find(|letter: char| letter.is_ascii_digit() != number).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if number {
            let digits = run.trim_start_matches('0');
            let length = u16::try_from(digits.len()).unwrap_or(u16::MAX);
            bytes.push(b'0');
            bytes.extend(length.to_be_bytes());
            bytes.extend(digits.bytes());
        } else {
            bytes.extend(run.to_lowercase().bytes());
        }
        rest = after;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_go_by_size() {
        let mut references = ["10", "2", "R10", "r2", "1.10", "1.9", "007", "A", "99999999999999999999999999", "1"];
        references.sort_by_key(|reference| natural(reference));
        assert_eq!(references, ["1", "1.9", "1.10", "2", "007", "10", "99999999999999999999999999", "A", "r2", "R10"]);
    }

    proptest! {
        #[test]
        fn numbers_go_by_size_wherever_they_stand(before in "[A-Za-z.-]{0,3}", one in 0_u64..2_000, other in 0_u64..2_000, after in "[a-z.]{0,2}") {
            let of = |number: u64| natural(&format!("{before}{number}{after}"));
            prop_assert_eq!(of(one).cmp(&of(other)), one.cmp(&other));
        }
    }
}
