//! A file of records as they stand, without the changes behind them: to be read, not brought in.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::bundle::envelope::{ABOUT_STANDING, Check, DESCRIBED_BY, FORMAT, IDS, Made, Person, VERSION, Whose};
use crate::bundle::now;
use crate::bundle::write::part;
use crate::log::{RecordId, canonical, write_canonical};

/// Records, each with the fields that are stated of it.
pub type Records = BTreeMap<RecordId, BTreeMap<String, Value>>;

/// A file that holds these records alone, and its short code, which is that of its own `now`. Nobody is named in it as
/// an author.
pub fn write_standing(records: &Records, whose: &Whose, made: &Made) -> (String, String) {
    let now = text(records);
    let digest = now::digest_as_written(&now);
    let code = code(&digest);
    let check = Check { code: code.clone(), count: 0, heads: Vec::new(), ids: IDS.to_owned(), now: digest };
    let mut out = String::with_capacity(now.len() + 4096);
    out.push('{');
    for (name, value) in [
        ("format", json!(FORMAT)),
        ("version", json!(VERSION)),
        ("describedBy", json!(DESCRIBED_BY)),
        ("about", json!(ABOUT_STANDING)),
        ("made", json!(made)),
        ("workspace", json!(whose)),
        ("people", json!(Vec::<Person>::new())),
        ("check", json!(check)),
    ] {
        part(&mut out, name, &canonical(&value));
    }
    part(&mut out, "now", &now);
    out.push_str("\n\"changes\":[\n]\n}\n");
    (out, code)
}

fn text(records: &Records) -> String {
    let mut kinds: BTreeMap<&str, Vec<(&str, Value)>> = BTreeMap::new();
    for (id, fields) in records {
        kinds.entry(id.kind()).or_default().push((id.rest(), json!(fields)));
    }
    let mut out = String::from("{\"conflicts\":[],\n\"records\":{");
    for (place, (kind, records)) in kinds.into_iter().enumerate() {
        out.push_str(if place > 0 { ",\n\"" } else { "\n\"" });
        out.push_str(kind);
        out.push_str("\":{");
        for (place, (rest, fields)) in records.into_iter().enumerate() {
            out.push_str(if place > 0 { ",\n\"" } else { "\n\"" });
            out.push_str(rest);
            out.push_str("\":");
            write_canonical(&fields, &mut out);
        }
        out.push('}');
    }
    out.push_str("},\n\"withdrawn\":{}}");
    out
}

/// The short code of records with this digest.
pub(super) fn code(digest: &str) -> String {
    let short: String = digest.chars().take(8).collect::<String>().to_ascii_uppercase();
    short.split_at_checked(4).map_or_else(String::new, |(left, right)| format!("{left}-{right}"))
}
