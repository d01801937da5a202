//! A meeting that looked at the work, and which state of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::record::record;

/// A latest change of the state that a meeting saw, named by its 32 hex digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Seen(String);

impl Seen {
    /// The name of the change.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Seen {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let is_hex = text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_hex { Ok(Self(text)) } else { Err(format!("a change is named by 32 hex digits, but this is \"{text}\"")) }
    }
}

impl From<Seen> for String {
    fn from(seen: Seen) -> Self {
        seen.0
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Seen {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Seen".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9a-f]{32}$" })
    }
}

record! {
    /// A meeting, and the state of the work that it saw. That state hangs on no clock.
    pub struct Meeting, MeetingId "meeting" {
        /// Who met, such as the Board.
        body: String = "Body",
        /// On which day.
        held: NaiveDate = "Date",
        /// What it was called, if anything.
        title: String = "Title",
        /// The latest changes of the state that it saw.
        seen: Vec<Seen> = "State of the work",
        /// Anything else that should be known.
        commentary: String = "Commentary",
    }
}
