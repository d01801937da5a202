//! Undoing any earlier act, also another person's: from the history, with a reason.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::log::{ChangeId, Draft, Reversal};
use crate::session::{Done, Open, Request, Session, Shelf};
use crate::trail::{self, NotUndone};

impl Session {
    /// Writes what stood before these shared changes over them, for a reason: one change, or all of an act in the order in
    /// which they were made. Where anybody has built on any of them, nothing is done. `then` runs once it is done, which
    /// may be after the person has said who they are.
    pub fn take_back(&self, changes: Vec<ChangeId>, reason: &str, then: impl FnOnce() + 'static) -> Result<(), Vec<Refusal>> {
        self.refuse_in_the_past()?;
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(vec![Refusal::of("reason", "Say why this is undone.")]);
        }
        let found = self.peek(|open| open.map(|open| reversals(open, &changes).map(drop)));
        if let Some(Err(error)) = found {
            return Err(vec![Refusal::of("", self.cannot_undo(Shelf::Shared, &error))]);
        }
        let session = *self;
        self.once_introduced(move || {
            session.write_back(&changes, &reason);
            then();
        });
        Ok(())
    }

    fn write_back(&self, changes: &[ChangeId], reason: &str) {
        let Some(by) = self.author.get_untracked() else { return };
        let at = (self.device().now)();
        let found = self.peek(|open| {
            let open = open?;
            let label = trail::describe(open.told(Shelf::Shared), open.shared.change(changes.first()?)?);
            Some((label, reversals(open, changes).ok()?))
        });
        let Some((label, reversals)) = found else { return };
        let batch = (reversals.len() > 1).then(|| self.new_id());
        let mut written = Vec::new();
        for edits in reversals {
            let draft = Draft { at, by: by.clone(), why: Some(reason.to_owned()), batch: batch.clone(), edits };
            let Some(sealed) = self.peek(|open| Some(open?.shared.seal(draft))) else { return };
            self.add(Shelf::Shared, vec![sealed.clone()]);
            written.push(sealed);
        }
        self.keep(Shelf::Shared, &written);
        let label = format!("undo of {label}");
        self.open.update_untracked(|open| {
            if let Some(open) = open {
                open.undo.push(Done { shelf: Shelf::Shared, changes: written.iter().map(|change| change.id).collect(), label });
                open.redo.clear();
            }
        });
        self.request(Request::RememberUndo);
        self.acts.update(|count| *count += 1);
        self.say("Undone.");
    }
}

/// The edits that take each of these changes back, the last of them first.
fn reversals(open: &Open, changes: &[ChangeId]) -> Result<Vec<Reversal>, NotUndone> {
    changes.iter().rev().map(|change| trail::reversal(&open.shared, change)).collect()
}
