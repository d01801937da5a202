//! Taking a change back by writing what stood before it. The change itself stays in the log.

use serde_json::Value;

use crate::log::change::{Change, Set};
use crate::log::fold::{Head, Record, WITHDRAWN};
use crate::log::id::{ChangeId, RecordId};
use crate::log::merge::Log;

/// The edits that take a change back.
pub type Reversal = Vec<(RecordId, Set)>;

/// Why a change cannot be taken back as it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotUndo {
    /// It is not in this log.
    #[error("this change is not in the workspace")]
    Unknown,
    /// Someone has written the field since; undoing would write over it.
    #[error("{who} has changed \"{field}\" since")]
    BuiltOn {
        /// The record.
        record: RecordId,
        /// The field.
        field: String,
        /// Who wrote it last.
        who: String,
    },
    /// It settled a conflict, and going back would open it again.
    #[error("this settled two different values of \"{field}\"; settle it anew instead")]
    Settlement {
        /// The record.
        record: RecordId,
        /// The field.
        field: String,
    },
}

impl Log {
    /// The edits that take a change back: the values from before it, or a withdrawal where it created the record.
    /// Nothing is undone where any of its fields was written since, but by its author on the way back to what it says:
    /// of two acts on one field the later is undone first, and then the earlier.
    pub fn reversal(&self, id: &ChangeId) -> Result<Reversal, CannotUndo> {
        let change = self.change(id).ok_or(CannotUndo::Unknown)?;
        change.edits.iter().map(|edit| self.reverse(change, &edit.record)).collect()
    }

    fn reverse(&self, change: &Change, record: &RecordId) -> Result<(RecordId, Set), CannotUndo> {
        let (Some(edit), Some(found)) = (change.edits.iter().find(|edit| edit.record == *record), self.record(record)) else {
            return Err(CannotUndo::Unknown);
        };
        let created = self.touching(record).all(|other| other.id == change.id || !self.is_before(other, change));
        let mut set = Set::new();
        for field in edit.set.keys() {
            if let Some(who) = self.built_on(change, record, found, field) {
                return Err(CannotUndo::BuiltOn { record: record.clone(), field: field.clone(), who });
            }
            let over = edit.over.get(field).map(Vec::as_slice).unwrap_or_default();
            let mut before = over.iter().filter_map(|id| self.written(id, record, field));
            let value = before.next().cloned().unwrap_or(Value::Null);
            if before.any(|other| *other != value) {
                return Err(CannotUndo::Settlement { record: record.clone(), field: field.clone() });
            }
            let value = if field == WITHDRAWN { self.withdrawn_again(record, value) } else { value };
            set.insert(field.clone(), value);
        }
        if created && !edit.set.contains_key(WITHDRAWN) {
            let built_on = found.fields().find_map(|field| Some((field, self.built_on(change, record, found, field)?)));
            if let Some((field, who)) = built_on {
                return Err(CannotUndo::BuiltOn { record: record.clone(), field: field.to_owned(), who });
            }
            set = Set::from([(WITHDRAWN.to_owned(), self.withdrawal(record, "Undone"))]);
        }
        Ok((record.clone(), set))
    }

    /// Who has written a field since a change, and left it otherwise than the change did.
    fn built_on(&self, change: &Change, record: &RecordId, found: Record<'_>, field: &str) -> Option<String> {
        let left = self.written(&change.id, record, field).unwrap_or(&Value::Null);
        let is_as_left =
            |head: &Head<'_>| head.change.id == change.id || (head.change.by == change.by && is_same(field, head.value, left));
        let heads = found.reading(field).map(|reading| reading.heads).unwrap_or_default();
        heads.into_iter().find(|head| !is_as_left(head)).map(|head| head.change.by.name.clone())
    }

    /// An earlier withdrawal as it is written now: whoever goes back to it has seen what was written since.
    fn withdrawn_again(&self, record: &RecordId, earlier: Value) -> Value {
        match earlier.get("why").and_then(Value::as_str) {
            Some(why) => self.withdrawal(record, why),
            None => earlier,
        }
    }

    fn is_before(&self, one: &Change, other: &Change) -> bool {
        self.places.get(&one.id) < self.places.get(&other.id)
    }
}

/// Whether two values of a field say the same: of a withdrawal it is the reason, whatever was seen when it was written.
fn is_same(field: &str, one: &Value, other: &Value) -> bool {
    if field == WITHDRAWN && !one.is_null() { one.get("why") == other.get("why") } else { one == other }
}
