//! Files that are made to be read and not to be merged: a public one, and one with stubs in the place of exempt items.

use crate::bundle::by_hand::Stated;
use crate::bundle::read::Incoming;
use crate::log::{Author, Draft, Log, Moment};

/// The profiles of export whose files hold no more than a selection, as files name them.
const SELECTIONS: [&str; 2] = ["public", "without-exempt"];

impl Incoming {
    /// Whether the file holds a selection: it opens to be read beside the workspace, and brings nothing.
    pub fn is_to_read_beside(&self) -> bool {
        self.made.as_ref().is_some_and(|made| SELECTIONS.contains(&made.profile.as_str()))
    }

    /// What such a file states, as a log that is read and never kept: one change, by whoever made the file, when they did.
    pub fn to_read(&self) -> Log {
        let (by, at) = self.made.as_ref().map_or_else(nobody, |made| (made.by.clone(), Some(made.at)));
        let Some(at) = at.or_else(|| Moment::from_seconds(0)) else { return Log::default() };
        let stated = self.stated.clone().unwrap_or_default();
        stated_log(&stated, Draft { at, by, why: None, batch: None, edits: Vec::new() })
    }
}

fn stated_log(stated: &Stated, draft: Draft) -> Log {
    if stated.records.is_empty() { Log::default() } else { stated.log(draft) }
}

fn nobody() -> (Author, Option<Moment>) {
    (Author::default(), None)
}
