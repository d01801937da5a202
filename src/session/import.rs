//! A file on its way in: read, shown, then brought in whole or not at all.

use crate::bundle::{Incoming, Preview};

/// A file that was read and waits for the person's word.
#[derive(Debug, Clone, PartialEq)]
pub struct Arriving {
    /// The file's name.
    pub file: String,
    /// What it holds.
    pub incoming: Incoming,
    /// What bringing it in would do here.
    pub preview: Preview,
}

/// How far a file has come.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Import {
    /// None is on its way.
    #[default]
    None,
    /// It is being read: so many of so many lines.
    Reading {
        /// The file's name.
        file: String,
        /// Lines read.
        done: usize,
        /// Lines in all.
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
