//! Lifting older changes to the form that this version knows: one step from each form to the next, on reading.
//!
//! The log itself is never rewritten: a change keeps its line and its id, and only what is folded is lifted.

use crate::log::{Change, Edit, LineError};

/// From one form of edits to the next. Pure: the same edit always gives the same edit.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// The form that it lifts from.
    pub from: u32,
    /// What it does, in words.
    pub does: &'static str,
    /// The step itself. A field that is renamed takes what it is over with it.
    pub lift: fn(Edit) -> Edit,
}

/// Every step there is: form 1 is the first and the newest.
pub const STEPS: &[Step] = &[];

/// Reads a change that this device has kept, whichever version wrote it.
pub fn read_kept(line: &str) -> Result<Change, LineError> {
    Change::read_kept(line).map(lifted)
}

/// A change with its edits in the newest form. One from a newer version is left as it is.
pub fn lifted(change: Change) -> Change {
    lifted_by(STEPS, change)
}

/// The same with other steps.
pub fn lifted_by(steps: &[Step], change: Change) -> Change {
    let from = change.schema;
    if steps.iter().all(|step| step.from < from) {
        return change;
    }
    change.with_edits(|edits| edits.into_iter().map(|edit| lifted_edit(steps, from, edit)).collect())
}

/// One edit, or one record of an older `now`, from a form to the newest.
pub fn lifted_edit(steps: &[Step], from: u32, edit: Edit) -> Edit {
    steps.iter().filter(|step| step.from >= from).fold(edit, |edit, step| (step.lift)(edit))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::log::{Author, Draft, Log, Moment, SCHEMA, Set};

    #[test]
    fn there_is_one_step_from_each_form_to_the_next() {
        let from: Vec<_> = STEPS.iter().map(|step| step.from).collect();
        assert_eq!(from, (1..SCHEMA).collect::<Vec<_>>());
    }

    fn renamed(mut edit: Edit, old: &str, new: &str) -> Edit {
        if let Some(value) = edit.set.remove(old) {
            edit.set.insert(new.to_owned(), value);
        }
        if let Some(over) = edit.over.remove(old) {
            edit.over.insert(new.to_owned(), over);
        }
        edit
    }

    #[test]
    fn steps_follow_each_other_and_what_is_replaced_stays_replaced() {
        let steps = [
            Step { from: 1, does: "calls a name a title", lift: |edit| renamed(edit, "name", "title") },
            Step { from: 2, does: "calls a title a heading", lift: |edit| renamed(edit, "title", "heading") },
        ];
        let mut log = Log::default();
        for value in ["old", "new"] {
            let set = Set::from([("name".to_owned(), json!(value))]);
            let at = Moment::parse("2010-12-09T18:00:00Z").unwrap();
            let change = log.seal(Draft {
                at,
                by: Author::default(),
                why: None,
                batch: None,
                edits: vec![("risk/1".parse().unwrap(), set)],
            });
            log.add(change);
        }
        let lifted = Log::of(log.changes().iter().cloned().map(|change| lifted_by(&steps, change)));
        let record = lifted.record(&"risk/1".parse().unwrap()).unwrap();
        assert_eq!(record.fields().collect::<Vec<_>>(), ["heading"]);
        assert_eq!(record.value("heading"), Some(&json!("new")));
        assert_eq!(record.heads("heading").len(), 1);
        assert!(lifted.changes().iter().zip(log.changes()).all(|(new, old)| new.line() == old.line() && new.id == old.id));
    }
}
