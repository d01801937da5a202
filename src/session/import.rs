//! Files on their way in: read, shown, then brought in whole or not at all; and what was brought in before.

use std::sync::Arc;

use leptos::prelude::*;

use crate::bundle::{Difference, Grounds, HandEdit, HandTold, Incoming, Preview, Row, Told};
use crate::log::{ChangeId, Log, Moment};
use crate::session::Session;
use crate::shed::{Shed, shed_all};

/// What was read and waits for the person's word.
#[derive(Debug, Clone, PartialEq)]
pub struct Arriving {
    /// The name of its workspace, without the kind.
    pub workspace: String,
    /// What that workspace is called.
    pub title: String,
    /// The short code of what it holds, all files together.
    pub code: String,
    /// The files, in the order in which they were given.
    pub rows: Vec<Row>,
    /// What bringing it in would do here.
    pub preview: Arc<Preview>,
    /// What should be known about it, as sentences.
    pub warnings: Vec<String>,
    /// Edits made by hand, to be ticked.
    pub edits: Vec<HandTold>,
    /// Whether another workspace is open, and it comes beside it.
    pub is_beside: bool,
    /// Whether it is a selection, which opens to be read and brings nothing.
    pub is_to_read: bool,
}

/// What is kept of arriving files until they are brought in.
pub struct Pending {
    /// Their changes, and how what they touch would stand.
    pub grounds: Grounds,
    /// The changes of a person's own drawer, in files for another device of theirs.
    pub drawer: Log,
    /// What is held of their workspace where it is not the one that is open.
    pub here: Option<Log>,
    /// What each file brings that no earlier one does, by its place among the rows.
    pub brought: Vec<(usize, Vec<ChangeId>)>,
    /// Edits made by hand.
    pub edits: Vec<HandEdit>,
    /// Whether the edits have no changes of their own behind them, and are written over what is here.
    pub are_edits_over_here: bool,
    /// A selection, which opens to be read.
    pub to_read: Option<Incoming>,
}

/// How far files have come.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Import {
    /// None is on its way.
    #[default]
    None,
    /// One is being read.
    Reading {
        /// What is being done with which file.
        says: String,
        /// How much of it is done.
        done: usize,
        /// How much there is in all.
        of: usize,
    },
    /// They were read; nothing has changed yet.
    Ready(Arc<Arriving>),
    /// They are being brought in.
    BringingIn {
        /// What is brought in.
        says: String,
        /// How many hundredths are done.
        done: usize,
    },
    /// Nothing can be brought in; nothing has changed.
    Failed {
        /// Which file, or how many, as a sentence.
        head: String,
        /// Why, and what to do.
        says: String,
    },
}

/// Whether an import can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakingBack {
    /// Nothing was written since that names any of it.
    Offered,
    /// Not any more, or not at all, and why.
    NotOffered(String),
    /// It was.
    Done(String),
}

/// A file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// The name under which it is kept.
    pub name: String,
    /// The file's name.
    pub file: String,
    /// Its short code.
    pub code: String,
    /// Who made the file, and when.
    pub made: Option<String>,
    /// When it was brought in.
    pub at: Moment,
    /// What it brought.
    pub brought: String,
    /// Whether it can be taken back.
    pub taking_back: TakingBack,
    /// Whether there was anything before it, to be saved as a file.
    pub has_before: bool,
}

impl Session {
    /// Files were read and are shown; nothing has changed yet.
    pub fn arrive(&self, arriving: Arriving, pending: Pending) {
        self.pending.set_value(Some(pending));
        self.import.set(Import::Ready(Arc::new(arriving)));
    }

    /// Takes what waits, to be brought in.
    pub fn take_arrived(&self) -> Option<(Arc<Arriving>, Pending)> {
        let Import::Ready(arriving) = self.import.get_untracked() else { return None };
        let mut pending = None;
        self.pending.update_value(|slot| pending = slot.take());
        self.import.set(Import::None);
        Some((arriving, pending?))
    }

    /// Lets go of what waits: nothing has happened.
    pub fn cancel_import(&self) {
        if let Some((arriving, pending)) = self.take_arrived() {
            self.let_go((arriving, pending));
        }
        self.import.set(Import::None);
    }

    /// Differences of what waits, in words.
    pub fn tell_differences(&self, differences: &[Difference]) -> Vec<Told> {
        let nothing = Log::default();
        self.pending.with_value(|pending| {
            let Some(pending) = pending else { return Vec::new() };
            self.peek(|open| {
                let here = pending.here.as_ref().or(open.map(|open| &open.shared)).unwrap_or(&nothing);
                differences.iter().map(|difference| pending.grounds.tell(here, difference)).collect()
            })
        })
    }
}

impl Shed for Arriving {
    fn shed(&mut self, most: usize) -> usize {
        shed_all([&mut self.preview, &mut self.edits, &mut self.warnings], most)
    }
}

impl Shed for Pending {
    fn shed(&mut self, most: usize) -> usize {
        let Self { grounds, drawer, here, brought, edits, to_read, .. } = self;
        shed_all([grounds, drawer, here, brought, edits, to_read], most)
    }
}
