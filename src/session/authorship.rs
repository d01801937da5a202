//! Who wrote a record first, and who changed it last.

use crate::log::{Author, Change, Moment, RecordId};
use crate::session::{Open, Shelf};

/// Somebody's act, and when it was by their own clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Who, as given on their device.
    pub by: Author,
    /// When.
    pub at: Moment,
}

/// Who a field's text is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorship {
    /// Who wrote the record first.
    pub first: Act,
    /// Who changed the field last, where somebody did.
    pub changed: Option<Act>,
}

impl Open {
    /// Who wrote a record, and who changed this field of it last.
    pub fn authorship(&self, shelf: Shelf, record: &RecordId, field: &str) -> Option<Authorship> {
        let act = |change: &Change| Act { by: change.by.clone(), at: change.at };
        let log = self.log(shelf);
        let last = log.record(record)?.reading(field)?.in_force()?.change;
        let first = log.history(record).first().map_or(last, |step| step.change);
        Some(Authorship { first: act(first), changed: (first.id != last.id).then(|| act(last)) })
    }
}
