//! What views read: memos that look at the revisions they depend on first, and pass on only a changed value.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::session::{Done, Open, Session};

impl Session {
    /// A value worked out from records of these kinds, and worked out again when one of them changes. With nothing
    /// open it is worked out from an empty workspace.
    pub fn select<T>(
        &self,
        kinds: &'static [Kind],
        work_out: impl Fn(&Workspace, NaiveDate) -> T + Send + Sync + 'static,
    ) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let session = *self;
        Memo::new(move |_| {
            session.track(kinds);
            let today = session.past.with_untracked(|past| past.as_ref().map(|past| past.day)).unwrap_or_else(|| session.today());
            session.look(|open| match open {
                Some(open) => work_out(&open.workspace, today),
                None => work_out(&Workspace::default(), today),
            })
        })
    }

    /// A value worked out from the whole that is open, its logs included; looked at again when these kinds change.
    pub fn select_open<T>(&self, kinds: &'static [Kind], work_out: impl Fn(Option<&Open>) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let session = *self;
        Memo::new(move |_| {
            session.track(kinds);
            session.look(&work_out)
        })
    }

    /// Looks at what is open, without following it.
    pub fn peek<T>(&self, look: impl FnOnce(Option<&Open>) -> T) -> T {
        self.open.with_untracked(|open| look(open.as_ref()))
    }

    /// Whether anything is open.
    pub fn is_open(&self) -> bool {
        self.opened.track();
        self.open.with_untracked(Option::is_some)
    }

    /// Follows these kinds of records.
    pub fn track(&self, kinds: &[Kind]) {
        self.opened.track();
        for kind in kinds {
            if let Some(revision) = self.revision(*kind) {
                revision.track();
            }
        }
    }

    /// The title of what is open.
    pub fn title(&self) -> Memo<String> {
        self.select(&[Kind::About], |workspace, _| workspace.title().to_owned())
    }

    /// The day at which what is open is read.
    pub fn reading(&self) -> Memo<NaiveDate> {
        self.select(&[Kind::About], Workspace::reading)
    }

    /// How many records of what is open are exempt.
    pub fn exempt_held(&self) -> Memo<usize> {
        self.select(Kind::ALL, |workspace, _| workspace.exempt.len())
    }

    /// Whether what is open is a sample.
    pub fn is_sample(&self) -> Memo<bool> {
        self.select(&[Kind::About], |workspace, _| workspace.is_sample())
    }

    /// What undo would take back and redo would do again, in words; nothing until there are hands for it.
    pub fn next_acts(&self) -> Memo<(Option<String>, Option<String>)> {
        let session = *self;
        Memo::new(move |_| {
            session.acts.track();
            session.opened.track();
            if session.hands.get().is_none() {
                return (None, None);
            }
            let label = |acts: &[Done]| acts.last().map(|done| done.label.clone());
            session.peek(|open| open.map(|open| (label(&open.undo), label(&open.redo))).unwrap_or_default())
        })
    }

    /// Whether it is time to ask more loudly that what is open be handed on.
    pub fn is_hand_on_due(&self) -> Memo<bool> {
        let session = *self;
        let since = session.changes_since_handed();
        let sample = session.is_sample();
        Memo::new(move |_| {
            let first = session.peek(|open| open.and_then(|open| open.shared.changes().first().map(|change| change.at)));
            let last = session.handed.with(|handed| handed.as_ref().map(|handed| handed.at)).or(first);
            !sample.get()
                && session.beside.with(Option::is_none)
                && session.reminder.get().is_due(since.get(), last, (session.device().now)())
        })
    }

    /// How many shared changes there are since the work was last handed on.
    pub fn changes_since_handed(&self) -> Memo<usize> {
        let session = *self;
        Memo::new(move |_| {
            session.track(Kind::ALL);
            let held = session.handed.get().map_or(0, |handed| handed.changes);
            session.peek(|open| open.map_or(0, |open| open.shared.changes().len().saturating_sub(held)))
        })
    }
}
