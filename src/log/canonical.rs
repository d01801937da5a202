//! One spelling for every JSON value, so that the same change has the same bytes everywhere.
//!
//! Keys sorted, no blanks, no floats: for such data this is RFC 8785.

use std::cmp::Ordering;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// The largest whole number that every reader of JSON keeps exactly.
const EXACT: u64 = (1 << 53) - 1;

/// How deep the quick look goes; the parser's own limit is a little beyond.
const DEEPEST: usize = 100;

/// A JSON value that has one spelling: no key twice, no float, exponent or −0, no whole number beyond ±(2^53−1).
#[derive(Debug, Clone, PartialEq)]
pub struct Strict(pub Value);

/// The value's only spelling. Keys are sorted here, since a dependency may make the map keep another order.
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write_canonical(value, &mut out);
    out
}

/// The value's only spelling, put behind what is there.
pub fn write_canonical(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => object(map, out),
        Value::Array(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_canonical(item, out);
            }
            out.push(']');
        }
        Value::String(text) => quote(text, out),
        plain => out.push_str(&plain.to_string()),
    }
}

fn object(map: &Map<String, Value>, out: &mut String) {
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_unstable_by(|(one, _), (other, _)| in_order(one, other));
    out.push('{');
    for (place, (key, value)) in entries.into_iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        quote(key, out);
        out.push(':');
        write_canonical(value, out);
    }
    out.push('}');
}

/// Keys are ordered by UTF-16 units, as RFC 8785 has it. Where both are ASCII their bytes say the same.
fn in_order(one: &str, other: &str) -> Ordering {
    if one.is_ascii() && other.is_ascii() { one.cmp(other) } else { one.encode_utf16().cmp(other.encode_utf16()) }
}

/// A text in quotation marks. Most texts need no escape and are copied whole.
fn quote(text: &str, out: &mut String) {
    if text.bytes().any(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        out.push_str(&Value::from(text).to_string());
    } else {
        out.push('"');
        out.push_str(text);
        out.push('"');
    }
}

/// Where the canonical value ends with which a text begins; none where it is not surely canonical. A key beyond ASCII
/// or with an escape is not looked into.
pub fn canonical_end(text: &str) -> Option<usize> {
    value_end(text.as_bytes(), 0, 0)
}

fn value_end(bytes: &[u8], at: usize, depth: usize) -> Option<usize> {
    match *bytes.get(at)? {
        b'{' => object_end(bytes, at + 1, depth + 1),
        b'[' => list_end(bytes, at + 1, depth + 1),
        b'"' => text_end(bytes, at + 1),
        b't' => bytes.get(at..at + 4).filter(|word| *word == b"true").map(|_| at + 4),
        b'f' => bytes.get(at..at + 5).filter(|word| *word == b"false").map(|_| at + 5),
        b'n' => bytes.get(at..at + 4).filter(|word| *word == b"null").map(|_| at + 4),
        _ => number_end(bytes, at),
    }
}

fn object_end(bytes: &[u8], mut at: usize, depth: usize) -> Option<usize> {
    if bytes.get(at) == Some(&b'}') {
        return Some(at + 1);
    }
    let mut last: Option<&[u8]> = None;
    loop {
        let end = (depth < DEEPEST && bytes.get(at) == Some(&b'"')).then(|| text_end(bytes, at + 1))??;
        let key = bytes.get(at + 1..end - 1)?;
        if !key.is_ascii() || key.contains(&b'\\') || last.is_some_and(|last| last >= key) || bytes.get(end) != Some(&b':') {
            return None;
        }
        last = Some(key);
        at = value_end(bytes, end + 1, depth)?;
        match bytes.get(at)? {
            b',' => at += 1,
            b'}' => return Some(at + 1),
            _ => return None,
        }
    }
}

fn list_end(bytes: &[u8], mut at: usize, depth: usize) -> Option<usize> {
    if bytes.get(at) == Some(&b']') {
        return Some(at + 1);
    }
    loop {
        at = (depth < DEEPEST).then(|| value_end(bytes, at, depth))??;
        match bytes.get(at)? {
            b',' => at += 1,
            b']' => return Some(at + 1),
            _ => return None,
        }
    }
}

fn text_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match *bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => match *bytes.get(at + 1)? {
                b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't' => at += 2,
                b'u' => match bytes.get(at + 2..at + 6)? {
                    [b'0', b'0', b'1', b'0'..=b'9' | b'a'..=b'f'] | [b'0', b'0', b'0', b'0'..=b'7' | b'b' | b'e' | b'f'] => {
                        at += 6;
                    }
                    _ => return None,
                },
                _ => return None,
            },
            0..b' ' => return None,
            _ => at += 1,
        }
    }
}

fn number_end(bytes: &[u8], at: usize) -> Option<usize> {
    let first = if bytes.get(at) == Some(&b'-') { at + 1 } else { at };
    let digits = bytes.get(first..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let end = first + digits;
    let spelt = match *bytes.get(first)? {
        b'0' => digits == 1 && first == at,
        b'1'..=b'9' => digits < 16 || (digits == 16 && bytes.get(first..end)? <= EXACT.to_string().as_bytes()),
        _ => false,
    };
    (spelt && !matches!(bytes.get(end), Some(b'.' | b'e' | b'E'))).then_some(end)
}

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Self)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        if value > EXACT { Err(too_large(value)) } else { Ok(value.into()) }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        if value.unsigned_abs() > EXACT { Err(too_large(value)) } else { Ok(value.into()) }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Err(E::custom(format!("numbers here are whole, without a point or an exponent, but this is {value:?}")))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            all.push(item);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some((key, Strict(value))) = entries.next_entry::<String, Strict>()? {
            if let Some(_earlier) = all.insert(key.clone(), value) {
                return Err(A::Error::custom(format!("\"{key}\" stands twice in one place")));
            }
        }
        Ok(Value::Object(all))
    }
}

fn too_large<E: Error>(value: impl fmt::Display) -> E {
    E::custom(format!("whole numbers here stay within 9007199254740991 either way, but this is {value}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<Value, String> {
        serde_json::from_str::<Strict>(text).map(|Strict(value)| value).map_err(|error| error.to_string())
    }

    #[test]
    fn refuses_what_has_more_than_one_spelling() {
        for text in
            [r#"{"a":1,"a":2}"#, "1.0", "1e3", "-0", "9007199254740992", "-9007199254740992", "1e999", r#""\ud800""#, "{} {}"]
        {
            assert!(read(text).is_err(), "{text}");
        }
        assert_eq!(read("-9007199254740991").unwrap(), Value::from(-9_007_199_254_740_991_i64));
    }

    #[test]
    fn sees_what_is_not_canonical() {
        for text in [
            r#"{"b":1,"a":2}"#,
            r#"{"a":1,"a":2}"#,
            r#"{ "a":1}"#,
            r#"{"a":01}"#,
            r#"{"a":-0}"#,
            r#"{"a":1.5}"#,
            r#"{"a":1e3}"#,
            r#"{"a":9007199254740992}"#,
            r#"{"a":"\/"}"#,
            r#"{"a":"\u0041"}"#,
            r#"{"a":"\u001F"}"#,
            r#"{"a":"\u000a"}"#,
            "{\"a\":\"\n\"}",
            r#"{"a":tru}"#,
            r#"{"a":1"#,
            r#"{"a":1,}"#,
            r#"["#,
            "",
        ] {
            assert_eq!(canonical_end(text), None, "{text}");
        }
        assert_eq!(canonical_end(r#"{"a":[1,{"b":"\u001f\n"}],"b":-9007199254740991}, and more"#), Some(48));
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-9_007_199_254_740_991_i64..=9_007_199_254_740_991).prop_map(Value::from),
            ".*".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                proptest::collection::btree_map(".*", inner, 0..5).prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn is_rfc_8785_and_reads_back(value in values()) {
            let text = canonical(&value);
            prop_assert_eq!(&text, &serde_json_canonicalizer::to_string(&value).unwrap());
            prop_assert_eq!(read(&text).unwrap(), value);
        }

        #[test]
        fn what_is_taken_as_canonical_is(value in values(), place in any::<proptest::sample::Index>(), byte in any::<u8>()) {
            let text = canonical(&value);
            if text.is_ascii() && !text.contains("\":") {
                prop_assert_eq!(canonical_end(&text), Some(text.len()));
            }
            let mut bytes = text.into_bytes();
            let place = place.index(bytes.len());
            bytes[place] = byte;
            if let Some(text) = String::from_utf8(bytes).ok().filter(|text| canonical_end(text) == Some(text.len())) {
                prop_assert_eq!(canonical(&read(&text).unwrap()), text);
            }
        }
    }
}
