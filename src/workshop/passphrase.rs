//! A passphrase on its way from the field where it was typed to where it is used.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What locks a file. It is shown nowhere, not even in a message for whoever looks for a fault.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Passphrase(String);

impl Passphrase {
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
