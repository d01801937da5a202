//! The names of changes and of records.

use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// The first 128 bits of the SHA-256 of a change's canonical JSON without its `id`, written as 32 hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct ChangeId(pub [u8; 16]);

/// The name of a record: its kind, a stroke, and an id of lower-case letters, digits, dots, dashes and underlines,
/// with a stroke between parts, such as `risk/018f…` or `participation/018f…/0190…`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct RecordId(String);

/// Why a text is not the name of anything.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MalformedName {
    /// Not 32 lower-case hex digits.
    #[error("a change is named by 32 hex digits, but this is \"{0}\"")]
    Change(String),
    /// Not `kind/id`.
    #[error("a record is named by its kind, a stroke and an id in lower-case letters and digits, but this is \"{0}\"")]
    Record(String),
}

/// Whether a text may name a kind, a field or a part of an id: `[a-z0-9._-]`, not empty.
pub fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-'))
}

impl RecordId {
    /// A record's name from its kind and the rest of it.
    pub fn new(kind: &str, rest: &str) -> Result<Self, MalformedName> {
        format!("{kind}/{rest}").parse()
    }

    /// The part before the first stroke.
    pub fn kind(&self) -> &str {
        self.0.split_once('/').map_or("", |(kind, _)| kind)
    }

    /// The part after the first stroke.
    pub fn rest(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, rest)| rest)
    }

    /// The whole name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for RecordId {
    type Err = MalformedName;

    fn from_str(text: &str) -> Result<Self, MalformedName> {
        let good = text.contains('/') && text.split('/').all(is_name);
        if good { Ok(Self(text.to_owned())) } else { Err(MalformedName::Record(text.to_owned())) }
    }
}

impl FromStr for ChangeId {
    type Err = MalformedName;

    fn from_str(text: &str) -> Result<Self, MalformedName> {
        let mut bytes = [0; 16];
        let malformed = || MalformedName::Change(text.to_owned());
        if text.len() != 32 {
            return Err(malformed());
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let [high, low] = pair else {
                return Err(malformed());
            };
            *byte = (hex(*high).ok_or_else(malformed)? << 4) | hex(*low).ok_or_else(malformed)?;
        }
        Ok(Self(bytes))
    }
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Every change that is read is held against its own name: sixteen calls of the formatter each would be felt.
        const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        let mut text = String::with_capacity(32);
        for byte in self.0 {
            text.extend([byte >> 4, byte & 15].iter().filter_map(|digit| DIGITS.get(usize::from(*digit))));
        }
        f.write_str(&text)
    }
}

impl fmt::Debug for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<ChangeId> for String {
    fn from(id: ChangeId) -> Self {
        id.to_string()
    }
}

impl<'de> Deserialize<'de> for ChangeId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "the name of a change")
    }
}

/// Reads what is written as text without a copy of the text.
pub(super) fn from_text<'de, D, T>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    deserializer.deserialize_str(TextVisitor { expected, kind: PhantomData })
}

struct TextVisitor<T> {
    expected: &'static str,
    kind: PhantomData<T>,
}

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

impl From<RecordId> for String {
    fn from(id: RecordId) -> Self {
        id.0
    }
}

impl<'de> Deserialize<'de> for RecordId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "the name of a record")
    }
}

impl Borrow<str> for RecordId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for ChangeId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ChangeId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9a-f]{32}$" })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for RecordId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RecordId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[a-z0-9._-]+(/[a-z0-9._-]+)+$" })
    }
}
