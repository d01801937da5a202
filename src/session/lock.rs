//! Files that are locked with a passphrase, on their way in and out. No passphrase stays here: it goes to whoever asked.

/// What is being done about a lock.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Lock {
    /// Nothing.
    #[default]
    None,
    /// A file is being locked, and how far that is.
    Locking(String),
    /// A locked file waits for its passphrase.
    Asking {
        /// Its name.
        file: String,
        /// What was wrong with the passphrase that was typed before.
        wrong: Option<String>,
        /// Whether it came with others, which are then tried with the same passphrase.
        is_one_of_several: bool,
    },
}
