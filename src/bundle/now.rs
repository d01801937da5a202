//! The records of a log as they stand, for whoever reads the file without the page. The changes say all of it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::log::{Log, Reading, Record, RecordId, Standing, Strict, WITHDRAWN, canonical, write_canonical};

/// `{conflicts, records, withdrawn}` in canonical spelling, except that each record stands on a line of its own.
pub(super) fn text(log: &Log) -> String {
    let mut out = String::from("{\"conflicts\":[");
    let mut first = true;
    for (name, record) in log.records() {
        for field in record.conflicts() {
            out.push_str(if first { "\n" } else { ",\n" });
            first = false;
            write_canonical(&conflict(name, record, field), &mut out);
        }
    }
    out.push_str("],\n\"records\":");
    kinds(log, &mut out, |standing| standing != Standing::Withdrawn);
    out.push_str(",\n\"withdrawn\":");
    kinds(log, &mut out, |standing| standing == Standing::Withdrawn);
    out.push('}');
    out
}

/// The digest of a `now` that is written as this version does: line ends are no part of its spelling.
pub(super) fn digest_as_written(text: &str) -> String {
    let mut written = Written::default();
    written.take(text.as_bytes());
    written.digest()
}

/// The same, taken in stretches.
#[derive(Debug, Clone, Default)]
pub(super) struct Written(Sha256);

impl Written {
    /// The next stretch.
    pub(super) fn take(&mut self, stretch: &[u8]) {
        for line in stretch.split(|byte| matches!(byte, b'\n' | b'\r')) {
            self.0.update(line);
        }
    }

    /// The digest of what was taken.
    pub(super) fn digest(self) -> String {
        hex(self.0.finalize().as_slice())
    }
}

/// The digest of a `now` however it is laid out; none where it is not JSON with one spelling.
pub(super) fn digest(text: &str) -> Result<String, serde_json::Error> {
    let Strict(value) = serde_json::from_str(text)?;
    Ok(hex(Sha256::digest(canonical(&value).as_bytes()).as_slice()))
}

fn kinds(log: &Log, out: &mut String, in_use: impl Fn(Standing) -> bool) {
    let mut kinds: BTreeMap<&str, Vec<(&str, Record<'_>)>> = BTreeMap::new();
    for (name, record) in log.records().filter(|(_, record)| in_use(record.standing())) {
        kinds.entry(name.kind()).or_default().push((name.rest(), record));
    }
    out.push('{');
    for (place, (kind, records)) in kinds.into_iter().enumerate() {
        out.push_str(if place > 0 { ",\n\"" } else { "\n\"" });
        out.push_str(kind);
        out.push_str("\":{");
        for (place, (rest, record)) in records.into_iter().enumerate() {
            out.push_str(if place > 0 { ",\n\"" } else { "\n\"" });
            out.push_str(rest);
            out.push_str("\":");
            fields(record, out);
        }
        out.push('}');
    }
    out.push('}');
}

fn fields(record: Record<'_>, out: &mut String) {
    out.push('{');
    let stated = record.fields().filter_map(|field| Some((field, record.value(field)?)));
    for (place, (field, value)) in stated.enumerate() {
        out.push_str(if place > 0 { ",\"" } else { "\"" });
        out.push_str(field);
        out.push_str("\":");
        write_canonical(value, out);
    }
    out.push('}');
}

fn conflict(name: &RecordId, record: Record<'_>, field: &str) -> Value {
    let heads = record.reading(field).map(|Reading { heads }| heads).unwrap_or_default();
    let said = heads.iter().map(|head| {
        json!({
            "at": head.change.at.to_string(),
            "by": { "council": head.change.by.council, "name": head.change.by.name },
            "change": head.change.id.to_string(),
            "value": head.value,
        })
    });
    let values: Vec<_> = said.collect();
    let mut found = Map::from_iter([("field".to_owned(), field.into()), ("record".to_owned(), name.as_str().into())]);
    if field == WITHDRAWN {
        found.insert("question".to_owned(), "keep or remove: it was withdrawn by someone who had not seen a later change".into());
    }
    found.insert("values".to_owned(), values.into());
    Value::Object(found)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
