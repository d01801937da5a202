//! How much there is to settle: what people wrote differently, and what was probably entered twice.

use crate::words::{self, count};

/// What stands at the head of the page of conflicts: of all of them, how many are shown, and how many pairs are listed below.
pub fn lede(all: usize, shown: usize, pairs: usize) -> String {
    let conflicts = words::sentence(&count(all, "conflict", "conflicts"));
    let twice = |pairs: usize| count(pairs, "pair was probably entered twice", "pairs were probably entered twice");
    let says = match (all, shown, pairs) {
        (0, _, 0) => {
            return "Nobody has written anything that somebody else wrote differently. There is nothing to settle.".to_owned();
        }
        (0, _, pairs) => {
            return format!(
                "Nobody has written anything that somebody else wrote differently. {}.",
                words::sentence(&twice(pairs))
            );
        }
        (_, 0, _) => return format!("Nothing to settle here. {conflicts} elsewhere."),
        (all, shown, _) if all == shown => conflicts,
        (_, shown, _) => format!("{shown} of {}", count(all, "conflict", "conflicts")),
    };
    let twice = if pairs == 0 { String::new() } else { format!(" {}, listed below.", words::sentence(&twice(pairs))) };
    format!(
        "{says} to settle. Both values are kept until somebody chooses. Choosing is a change like any other: it travels with the work and settles the conflict everywhere.{twice}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_entered_twice_is_counted_too() {
        assert!(lede(0, 0, 0).ends_with("There is nothing to settle."));
        assert!(lede(0, 0, 1).ends_with("differently. 1 pair was probably entered twice."), "{}", lede(0, 0, 1));
        assert!(lede(2, 2, 0).starts_with("2 conflicts to settle.") && lede(2, 2, 0).ends_with("everywhere."));
        assert!(lede(2, 1, 3).starts_with("1 of 2 conflicts to settle."));
        assert!(lede(2, 1, 3).ends_with("3 pairs were probably entered twice, listed below."));
        assert_eq!(lede(1, 0, 3), "Nothing to settle here. 1 conflict elsewhere.");
    }
}
