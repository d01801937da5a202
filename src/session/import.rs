//! A file on its way in: read, shown, then brought in whole or not at all.

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
    /// It cannot be brought in; nothing has changed.
    Failed {
        /// The file's name.
        file: String,
        /// Why, and what to do.
        says: String,
    },
}
