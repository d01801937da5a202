//! Files that are made to be read and not to be merged: a public one, and one with stubs in the place of exempt items.

use crate::bundle::by_hand::Stated;
use crate::bundle::finding::Finding;
use crate::bundle::read::Incoming;
use crate::bundle::{now, standing};
use crate::log::{Author, Draft, Log, Moment};

impl Incoming {
    /// Takes what a `now` says more than the changes: edited by hand, alone, or a selection made to be read.
    pub(super) fn take_stated(&mut self, now: &str) {
        let is_selection = self.is_to_read_beside();
        if is_selection {
            self.own_code = now::digest(now).ok().map(|digest| standing::code(&digest));
            // Such a file never had the changes, so none is missing.
            self.notes.retain(|note| matches!(note, Finding::CutOff | Finding::Damaged { .. } | Finding::EditedByHand { .. }));
        }
        let is_more = |note: &Finding| matches!(note, Finding::EditedByHand { .. } | Finding::NowAlone);
        if is_selection || self.notes.iter().any(is_more) {
            self.stated = Stated::read(now);
        }
    }

    /// Whether the file holds a selection: it opens to be read beside the workspace, and brings nothing.
    pub fn is_to_read_beside(&self) -> bool {
        self.made.as_ref().is_some_and(|made| !made.profile.has_log())
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
