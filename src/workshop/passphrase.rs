//! A passphrase on its way from the field where it was typed to where it is used.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How a file begins that is locked in the age format, by its bytes and as lines of text.
const BEGINNINGS: [&[u8]; 2] = [b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----"];

/// Whether a file's content is locked, whatever its name says.
pub fn is_locked(content: &[u8]) -> bool {
    let begins = text_of_mail(content);
    BEGINNINGS.iter().any(|beginning| begins.starts_with(beginning))
}

/// Without what mail programs and editors put before a text.
pub(super) fn text_of_mail(content: &[u8]) -> &[u8] {
    content.strip_prefix("\u{feff}".as_bytes()).unwrap_or(content).trim_ascii_start()
}

/// What locks a file. It is shown nowhere, not even in a message for whoever looks for a fault.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Passphrase(String);

/// Why a file is not locked with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotChosen {
    /// It would be found by trying.
    #[error("Type a passphrase of at least {SHORTEST} letters: four words or more. Or do not lock the file.")]
    TooShort,
    /// A slip that nobody saw would shut the file for good.
    #[error("This is not the same as above. Type the passphrase again.")]
    NotTheSame,
}

/// Shorter ones are found by trying.
const SHORTEST: usize = 12;

impl Passphrase {
    /// One for a new file, typed twice.
    pub fn chosen(first: &str, again: &str) -> Result<Self, NotChosen> {
        if first.trim().chars().count() < SHORTEST {
            Err(NotChosen::TooShort)
        } else if first != again {
            Err(NotChosen::NotTheSame)
        } else {
            Ok(Self::new(first))
        }
    }

    /// As it was typed; nothing of it is without meaning, blanks at its ends included.
    pub fn new(typed: impl Into<String>) -> Self {
        Self(typed.into())
    }

    /// The text itself.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}
