//! A file on its way in: read, shown, then brought in whole or not at all.

use leptos::prelude::*;

use crate::bundle::{Incoming, Preview};
use crate::session::Session;

/// A file that was read and waits for the person's word.
#[derive(Debug, Clone, PartialEq)]
pub struct Arriving {
    /// The file's name.
    pub file: String,
    /// The name of its workspace, without the kind.
    pub workspace: String,
    /// What that workspace is called.
    pub title: String,
    /// The short code of what it holds.
    pub code: String,
    /// Who made the file, and when.
    pub made: Option<String>,
    /// What bringing it in would do here.
    pub preview: Preview,
    /// What should be known about it, as sentences.
    pub findings: Vec<String>,
    /// What was set aside, and why.
    pub aside: Vec<String>,
}

/// How far a file has come.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Import {
    /// None is on its way.
    #[default]
    None,
    /// It is being read.
    Reading {
        /// The file's name.
        file: String,
        /// Bytes read.
        done: usize,
        /// Bytes in all.
        of: usize,
    },
    /// It was read; nothing has changed yet.
    Ready(Box<Arriving>),
    /// It cannot be brought in; nothing has changed.
    Failed {
        /// The file's name.
        file: String,
        /// Why, and what to do.
        says: String,
    },
}

impl Session {
    /// A file was read and is shown; nothing has changed yet.
    pub fn arrive(&self, arriving: Arriving, incoming: Incoming) {
        self.incoming.set_value(Some(incoming));
        self.import.set(Import::Ready(Box::new(arriving)));
    }

    /// Takes the file that waits, to be brought in.
    pub fn take_arrived(&self) -> Option<(Arriving, Incoming)> {
        let Import::Ready(arriving) = self.import.get_untracked() else { return None };
        let mut incoming = None;
        self.incoming.update_value(|slot| incoming = slot.take());
        self.import.set(Import::None);
        Some((*arriving, incoming?))
    }

    /// Lets go of the file that waits: nothing has happened.
    pub fn cancel_import(&self) {
        self.incoming.set_value(None);
        self.import.set(Import::None);
    }
}
