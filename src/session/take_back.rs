//! Undoing any one earlier change, also another person's: from the history, with a reason.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::log::{ChangeId, Draft};
use crate::session::{Done, Request, Session, Shelf};
use crate::trail;

impl Session {
    /// Writes what stood before a shared change over it, for a reason. Where anybody has built on it, nothing is done.
    /// `then` runs once it is done, which may be after the person has said who they are.
    pub fn take_back(&self, change: ChangeId, reason: &str, then: impl FnOnce() + 'static) -> Result<(), Vec<Refusal>> {
        self.refuse_in_the_past()?;
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(vec![Refusal::of("reason", "Say why this is undone.")]);
        }
        let found = self.peek(|open| open.map(|open| open.shared.reversal(&change).map(drop)));
        if let Some(Err(error)) = found {
            return Err(vec![Refusal::of("", self.cannot_undo(Shelf::Shared, &error))]);
        }
        let session = *self;
        self.once_introduced(move || {
            session.write_back(change, reason);
            then();
        });
        Ok(())
    }

    fn write_back(&self, change: ChangeId, reason: String) {
        let Some(by) = self.author.get_untracked() else { return };
        let at = (self.device().now)();
        let sealed = self.peek(|open| {
            let open = open?;
            let label = trail::describe(open.told(Shelf::Shared), open.shared.change(&change)?);
            let edits = open.shared.reversal(&change).ok()?;
            Some((label, open.shared.seal(Draft { at, by, why: Some(reason), batch: None, edits })))
        });
        let Some((label, sealed)) = sealed else { return };
        self.add(Shelf::Shared, vec![sealed.clone()]);
        self.keep(Shelf::Shared, std::slice::from_ref(&sealed));
        let label = format!("undo of {label}");
        self.open.update_untracked(|open| {
            if let Some(open) = open {
                open.undo.push(Done { shelf: Shelf::Shared, changes: vec![sealed.id], label });
                open.redo.clear();
            }
        });
        self.request(Request::RememberUndo);
        self.acts.update(|count| *count += 1);
        self.say("Undone.");
    }
}
