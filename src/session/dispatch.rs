//! A tap becomes a command, a command becomes a change in the log, the log becomes the workspace: the one way.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::command::{self, Command, Doing, Outcome, Refusal};
use crate::log::{Author, Change, ChangeId, Draft, RecordId, Reversal, Set as Fields, WITHDRAWN};
use crate::session::{Open, Request, Session, Shelf};
use crate::trail;

/// A change takes at most this many records; more become a run with one batch name.
const RECORDS_IN_A_CHANGE: usize = 200;
/// A change takes about this many bytes of values at most.
const BYTES_IN_A_CHANGE: usize = 60_000;

/// One act of this person on this device: what undo takes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// In which log.
    pub shelf: Shelf,
    /// Its changes: one as a rule, several where many records were entered together.
    pub changes: Vec<ChangeId>,
    /// What it was, in words.
    pub label: String,
}

/// What waits until the person has said who they are. It is a deed and not a command, so that the part of the program that
/// asks the question need not hold what carries commands out.
pub(super) type Waiting = Box<dyn FnOnce()>;

/// What takes acts back and does them again. It is as large as what draws the first page, and comes after it.
#[derive(Clone, Copy)]
pub struct Hands {
    undo: fn(&Session),
    redo: fn(&Session),
}

impl Hands {
    /// They work on every session.
    pub const READY: Self = Self { undo: Session::undo, redo: Session::redo };
}

impl Session {
    /// Does what the person asked, in the shared log. `then` runs once it is done, which is at once, or after the
    /// person has said who they are. A refused command changes nothing.
    pub fn dispatch(&self, command: Command, then: impl FnOnce() + 'static) -> Result<(), Vec<Refusal>> {
        self.dispatch_to(Shelf::Shared, command, then)
    }

    /// Does what the person asked in one of the two logs.
    pub fn dispatch_to(&self, shelf: Shelf, command: Command, then: impl FnOnce() + 'static) -> Result<(), Vec<Refusal>> {
        self.refuse_in_the_past()?;
        let outcome = self.work_out(shelf, command.clone())?;
        match self.author.get_untracked() {
            None => {
                let session = *self;
                self.once_introduced(move || {
                    if let Err(refusals) = session.dispatch_to(shelf, command, then) {
                        session.raise(refusals.iter().map(|refusal| refusal.says.as_str()).collect::<Vec<_>>().join(" "));
                    }
                });
            }
            Some(author) => {
                self.commit(shelf, author, outcome);
                then();
            }
        }
        Ok(())
    }

    /// The person has said who they are: what waited for it is done now.
    pub fn introduce(&self, author: Author) {
        self.author.set(Some(author));
        self.request(Request::RememberAuthor);
        self.asking.set(false);
        let mut waiting = None;
        self.waiting.update_value(|slot| waiting = slot.take());
        if let Some(then) = waiting {
            then();
        }
    }

    /// Goes on once it is known who the person is, which may be at once; not at all where they would rather not say.
    pub fn once_introduced(&self, then: impl FnOnce() + 'static) {
        if self.author.get_untracked().is_some() {
            then();
        } else {
            self.waiting.set_value(Some(Box::new(then)));
            self.asking.set(true);
        }
    }

    /// The person would rather not say: what waited for it is left undone, and the form stays as it is.
    pub fn decline_to_introduce(&self) {
        self.waiting.set_value(None);
        self.asking.set(false);
    }

    /// From now on acts can be taken back and done again.
    pub fn give_hands(&self, hands: Hands) {
        self.hands.set(Some(hands));
    }

    /// Takes back this person's last act, once there are hands for it.
    pub fn ask_to_undo(&self) {
        if let Some(hands) = self.hands.get_untracked() {
            (hands.undo)(self);
        }
    }

    /// Does again what was taken back last, once there are hands for it.
    pub fn ask_to_redo(&self) {
        if let Some(hands) = self.hands.get_untracked() {
            (hands.redo)(self);
        }
    }

    fn undo(&self) {
        let Some(done) = self.peek(|open| open.and_then(|open| open.undo.last().cloned())) else { return };
        if let Some(reversed) = self.reverse(&done, "Undo") {
            self.open.update_untracked(|open| {
                if let Some(open) = open {
                    open.undo.pop();
                    open.redo.push(reversed);
                }
            });
            self.request(Request::RememberUndo);
            self.acts.update(|count| *count += 1);
            self.say(format!("Undone: {}", done.label));
        }
    }

    fn redo(&self) {
        let Some(done) = self.peek(|open| open.and_then(|open| open.redo.last().cloned())) else { return };
        if let Some(again) = self.reverse(&done, "Redo") {
            self.open.update_untracked(|open| {
                if let Some(open) = open {
                    open.redo.pop();
                    open.undo.push(again);
                }
            });
            self.request(Request::RememberUndo);
            self.acts.update(|count| *count += 1);
            self.say(format!("Done again: {}", done.label));
        }
    }

    /// Takes in changes that came another way: from another tab or a file. Known ones have no effect.
    pub fn take_in(&self, shelf: Shelf, changes: Vec<Change>) {
        self.add(shelf, changes);
    }

    fn work_out(&self, shelf: Shelf, command: Command) -> Result<Outcome, Vec<Refusal>> {
        let today = self.today();
        if self.beside.with_untracked(Option::is_some) {
            let says = "This file is open to be read: nothing in it can be changed. Close it to go on with your own work.";
            return Err(vec![Refusal::of("", says)]);
        }
        self.peek(|open| match open {
            None => Err(vec![Refusal::of("", "No workspace is open.")]),
            Some(open) => {
                let whole = match shelf {
                    Shelf::Shared => &open.workspace,
                    Shelf::Drawer => &open.own,
                };
                command::apply(whole, command, today)
            }
        })
    }

    fn commit(&self, shelf: Shelf, author: Author, outcome: Outcome) {
        let at = (self.device().now)();
        let Some(drafts) = self.peek(|open| Some(drafts(open?, shelf, &outcome))) else { return };
        let batch = (drafts.len() > 1).then(|| self.new_id());
        let mut changes = Vec::new();
        for edits in drafts {
            let draft = Draft { at, by: author.clone(), why: outcome.why.clone(), batch: batch.clone(), edits };
            let Some(change) = self.peek(|open| Some(open?.log(shelf).seal(draft))) else { return };
            self.add(shelf, vec![change.clone()]);
            changes.push(change);
        }
        self.keep(shelf, &changes);
        let label = self
            .peek(|open| open.zip(changes.first()).map(|(open, first)| trail::describe(open.told(shelf), first)))
            .unwrap_or_default();
        self.open.update_untracked(|open| {
            if let Some(open) = open {
                open.undo.push(Done { shelf, changes: changes.iter().map(|change| change.id).collect(), label });
                open.redo.clear();
            }
        });
        self.request(Request::RememberUndo);
        self.acts.update(|count| *count += 1);
    }

    pub(super) fn keep(&self, shelf: Shelf, changes: &[Change]) {
        let Some(workspace) = self.peek(|open| open.map(|open| open.name.clone())) else { return };
        let changes = changes.iter().map(|change| (change.id, change.line().to_owned())).collect();
        self.request(Request::Keep { workspace, shelf, changes });
    }

    fn reverse(&self, done: &Done, word: &str) -> Option<Done> {
        if let Err(refusals) = self.refuse_in_the_past() {
            refusals.into_iter().for_each(|refusal| self.raise(refusal.says));
            return None;
        }
        let author = self.author.get_untracked()?;
        let mut reversals: Vec<Reversal> = Vec::new();
        for id in done.changes.iter().rev() {
            match self.peek(|open| open.map(|open| trail::reversal(open.log(done.shelf), id)))? {
                Ok(reversal) => reversals.push(reversal),
                Err(error) => {
                    self.raise(self.cannot_undo(done.shelf, &error));
                    return None;
                }
            }
        }
        let at = (self.device().now)();
        let batch = (reversals.len() > 1).then(|| self.new_id());
        let mut changes = Vec::new();
        for edits in reversals {
            let draft =
                Draft { at, by: author.clone(), why: Some(format!("{word}: {}", done.label)), batch: batch.clone(), edits };
            let change = self.peek(|open| Some(open?.log(done.shelf).seal(draft)))?;
            self.add(done.shelf, vec![change.clone()]);
            changes.push(change);
        }
        self.keep(done.shelf, &changes);
        Some(Done { shelf: done.shelf, changes: changes.iter().map(|change| change.id).collect(), label: done.label.clone() })
    }

    pub(super) fn cannot_undo(&self, shelf: Shelf, error: &trail::NotUndone) -> String {
        let why = self.peek(|open| open.map(|open| trail::why_not(open.told(shelf), error))).unwrap_or_default();
        format!("Nothing was undone: {why}.")
    }

    pub(super) fn add(&self, shelf: Shelf, changes: Vec<Change>) {
        let mut kinds = BTreeSet::new();
        self.open.update_untracked(|open| {
            if let Some(open) = open {
                kinds = open.take_in(shelf, changes);
            }
        });
        for kind in kinds {
            self.touch(kind);
        }
        self.code.set(None);
        self.request(Request::WorkOutCode);
    }
}

/// Runs a command with nothing to do afterwards.
pub fn run(session: Session, command: Command) {
    run_then(session, command, || ());
}

/// Runs a command, and does something once it is done; a refusal is shown instead.
pub fn run_then(session: Session, command: Command, done: impl FnOnce() + 'static) {
    if let Err(refusals) = session.dispatch(command, done) {
        session.raise(refusals.iter().map(|refusal| refusal.says.as_str()).collect::<Vec<_>>().join(" "));
    }
}

/// A command's edits as the log takes them, divided into runs that fit into one change.
fn drafts(open: &Open, shelf: Shelf, outcome: &Outcome) -> Vec<Vec<(RecordId, Fields)>> {
    let mut runs: Vec<Vec<(RecordId, Fields)>> = Vec::new();
    let mut bytes = 0;
    for edit in &outcome.edits {
        let Ok(record) = edit.record.as_str().parse::<RecordId>() else { continue };
        let set = match &edit.doing {
            Doing::Set(set) => set.clone(),
            Doing::Withdraw { why } => Fields::from([(WITHDRAWN.to_owned(), open.log(shelf).withdrawal(&record, why))]),
            Doing::Restore => Fields::from([(WITHDRAWN.to_owned(), serde_json::Value::Null)]),
        };
        let size: usize = set.iter().map(|(field, value)| field.len() + value.to_string().len()).sum();
        match runs.last_mut() {
            Some(run) if run.len() < RECORDS_IN_A_CHANGE && bytes + size <= BYTES_IN_A_CHANGE => {
                bytes += size;
                run.push((record, set));
            }
            _ => {
                bytes = size;
                runs.push(vec![(record, set)]);
            }
        }
    }
    runs
}
