//! What the workshop can be asked, and what it says.

use serde::{Deserialize, Serialize};

use crate::workshop::Passphrase;

/// Something to be done, mostly with bytes that are handed over beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// Lock the bytes with a passphrase. The answer's bytes are the locked file.
    Lock(Passphrase),
    /// Write a locked file as lines of letters, for a way that takes nothing but text.
    AsLines,
    /// See whether the bytes are a locked file that a passphrase would open, before anybody is asked for one.
    LookAtLocked,
    /// Unlock the bytes of a locked file. The answer's bytes are what was in it.
    Unlock(Passphrase),
    /// Read a workbook or a file of comma-separated values. The answer's bytes are its tables, as JSON.
    ReadTables {
        /// The file's name, which stands for its sheet's where it has none.
        name: String,
    },
    /// Write tables, which come as JSON, as a workbook.
    WriteWorkbook {
        /// The day on which it is made.
        made: chrono::NaiveDate,
    },
    /// Write the first of the tables as comma-separated values.
    WriteValues,
}

/// What a job came to, beside its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// The bytes say it all.
    Bytes,
}

/// A job that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What it came to.
    pub answer: Answer,
    /// The bytes of it.
    pub bytes: Vec<u8>,
}

/// How far a job has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done.
    pub says: String,
    /// How much of it is done.
    pub done: usize,
    /// How much there is in all.
    pub of: usize,
}

/// Why a job was not done, as the sentence that the person reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{says}")]
pub struct Refused {
    /// The sentence.
    pub says: String,
    /// Whether it was the passphrase: another one may do.
    pub is_passphrase: bool,
}

impl Refused {
    /// For good, with this sentence.
    pub fn with(says: impl Into<String>) -> Self {
        Self { says: says.into(), is_passphrase: false }
    }
}

/// What comes from the workshop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// It can be asked from now on.
    Ready,
    /// It cannot, and what the browser says to that.
    NotReady(String),
    /// The job has come so far.
    Progress(Progress),
    /// The job is done; its bytes are beside this.
    Done(Answer),
    /// The job was not done.
    Refused(Refused),
}
