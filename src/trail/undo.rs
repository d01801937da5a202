//! Whether a change can be undone: by the rule of the log, and because what was published stays.

use crate::log::{CannotUndo, Change, ChangeId, Log, Reversal};
use crate::trail::{Told, place};

/// Why a change is not undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotUndone {
    /// The log does not allow it.
    ByTheLog(CannotUndo),
    /// It published a report, which never changes.
    Published,
}

/// The edits that take a change back.
pub fn reversal(log: &Log, id: &ChangeId) -> Result<Reversal, NotUndone> {
    if log.change(id).is_some_and(publishes) {
        return Err(NotUndone::Published);
    }
    log.reversal(id).map_err(NotUndone::ByTheLog)
}

fn publishes(change: &Change) -> bool {
    change.edits.iter().any(|edit| edit.record.kind() == "highlight" && edit.set.contains_key("issued"))
}

/// Why a change cannot be undone, to be read after "Nothing was undone: ".
pub fn why_not(told: Told<'_>, error: &NotUndone) -> String {
    match error {
        NotUndone::Published => "a published report stays as it is; correct it, which makes a new version".to_owned(),
        NotUndone::ByTheLog(CannotUndo::Unknown) => "the change is not in this workspace any more".to_owned(),
        NotUndone::ByTheLog(CannotUndo::BuiltOn { record, field, who }) => {
            format!("{who} has changed {} since", place(told, record.as_str(), field))
        }
        NotUndone::ByTheLog(CannotUndo::Settlement { record, field }) => {
            format!("this settled two values of {}; settle it anew instead", place(told, record.as_str(), field))
        }
    }
}
