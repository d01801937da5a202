//! The texts and whole numbers inside a value, however deep, each with the name under which it stands.

use serde_json::Value;

/// Something inside a value that has no parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Leaf<'v> {
    /// A text.
    Text(&'v str),
    /// A whole number, and the key under which it stands.
    Number(&'v str, i64),
}

/// Calls with every text and whole number in a value that stands under a key.
pub(super) fn each<'v>(key: &'v str, value: &'v Value, take: &mut impl FnMut(Leaf<'v>)) {
    match value {
        Value::String(text) => take(Leaf::Text(text)),
        Value::Number(number) => {
            if let Some(number) = number.as_i64() {
                take(Leaf::Number(key, number));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| each(key, item, take)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| each(key, value, take)),
        Value::Null | Value::Bool(_) => {}
    }
}
