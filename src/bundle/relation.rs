//! How a file and what is held here are related: who holds what of the other's changes.

use crate::domain::about::About;
use crate::domain::record::Record;
use crate::log::{Log, RecordId};
use crate::words;

/// How a file's workspace is related to the one that is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// There is nothing of it here yet.
    First,
    /// It is another workspace: it opens beside the one here and is not brought into it.
    Other,
    /// Both hold the same changes.
    Same,
    /// The file was made later from what is here: it holds all of it and more.
    Later {
        /// Changes that only the file holds.
        more: usize,
    },
    /// The file is earlier: all of it is here, and more.
    Earlier {
        /// Changes that only this browser holds.
        more: usize,
    },
    /// Each holds changes that the other does not.
    Apart {
        /// Changes that only the file holds.
        there: usize,
        /// Changes that only this browser holds.
        here: usize,
    },
}

impl Relation {
    /// Of logs of one workspace, by how many changes each holds that the other does not.
    pub(super) fn of(there: usize, here: usize) -> Self {
        match (there, here) {
            (0, 0) => Self::Same,
            (more, 0) => Self::Later { more },
            (0, more) => Self::Earlier { more },
            (there, here) => Self::Apart { there, here },
        }
    }

    /// The relation as a sentence, with both codes.
    pub fn says(self, held: &str, coming: &str) -> String {
        let changes = |count: usize| words::count(count, "change", "changes");
        match self {
            Self::First => format!("This one is {coming}. It becomes a workspace of its own in this browser."),
            Self::Other => {
                format!(
                    "You hold {held}; this one is {coming}. This is another programme: it opens beside this one, and nothing is mixed."
                )
            }
            Self::Same => format!("You hold {held}, and this one is the same: it holds exactly the changes that you hold."),
            Self::Later { more } => format!(
                "You hold {held}; this one is {coming}, made later from yours: it holds everything of yours and {} more.",
                changes(more)
            ),
            Self::Earlier { more } => format!(
                "You hold {held}; this one is {coming}, earlier than yours: you hold everything in it and {} more.",
                changes(more)
            ),
            Self::Apart { there, here } => format!(
                "You hold {held}; this one is {coming}, apart from yours: it holds {} that you do not, and you hold {} that it does not.",
                changes(there),
                changes(here)
            ),
        }
    }
}

/// Whether two logs are of one workspace: they share a change, or the record of its settings.
pub(super) fn is_of_one_workspace(one: &Log, other: &Log) -> bool {
    one.ids().any(|id| other.holds(id)) || all_settings(one).any(|id| other.record(id).is_some())
}

/// The record of a workspace's settings.
pub(super) fn settings(log: &Log) -> Option<&RecordId> {
    all_settings(log).next()
}

/// What the workspace of a log is called.
pub fn title(log: &Log) -> Option<String> {
    let record = log.record(settings(log)?)?;
    record.value("title").and_then(serde_json::Value::as_str).map(str::to_owned)
}

fn all_settings(log: &Log) -> impl Iterator<Item = &RecordId> {
    log.records_of(About::KIND)
}
