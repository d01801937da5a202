//! The name of any record, where a figure or a note may be about things of several kinds.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Any record's name: `kind/id`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Subject(String);

impl Subject {
    /// The subject with this name, where it is one.
    pub fn parse(text: &str) -> Option<Self> {
        Self::try_from(text.to_owned()).ok()
    }

    /// The kind of record.
    pub fn kind(&self) -> &str {
        self.0.split_once('/').map_or("", |(kind, _)| kind)
    }

    /// The part after the kind and its stroke.
    pub fn rest(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, rest)| rest)
    }

    /// The whole name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same name as that of a certain kind, where it is of that kind.
    pub fn typed<Id: TryFrom<String>>(&self) -> Option<Id> {
        Id::try_from(self.0.clone()).ok()
    }
}

impl AsRef<str> for Subject {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Any typed name is a subject.
impl<Id: AsRef<str>> From<&Id> for Subject {
    fn from(id: &Id) -> Self {
        Self(id.as_ref().to_owned())
    }
}

impl TryFrom<String> for Subject {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let kind = text.split_once('/').map_or("", |(kind, _)| kind);
        if !kind.is_empty() && is_named(&text, kind) {
            Ok(Self(text))
        } else {
            Err(format!("\"{text}\" is not the name of a record"))
        }
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        subject.0
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Subject {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Subject".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[a-z0-9._-]+(/[a-z0-9._-]+)+$" })
    }
}

/// Whether a text is `kind/…`, each part of lower-case letters, digits, dots, dashes and underlines.
pub(crate) fn is_named(text: &str, kind: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-'));
    text.strip_prefix(kind).and_then(|rest| rest.strip_prefix('/')).is_some_and(|rest| rest.split('/').all(part)) && part(kind)
}
