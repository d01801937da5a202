//! Whether records that each name another of their kind come round to where they began.

use std::collections::BTreeSet;

/// Whether following `next` from `from` leads to `to`. A circle that does not hold `to` ends where it closes.
pub(crate) fn leads_back<'w, Id: Ord>(from: &'w Id, to: &Id, next: impl Fn(&Id) -> Option<&'w Id>) -> bool {
    let mut seen = BTreeSet::new();
    let mut here = Some(from);
    while let Some(id) = here {
        if id == to {
            return true;
        }
        if !seen.insert(id) {
            return false;
        }
        here = next(id);
    }
    false
}
