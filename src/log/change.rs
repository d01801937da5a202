//! One act of one person, sealed: what was set on which records, over which earlier changes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::log::canonical::{Strict, canonical};
use crate::log::id::{ChangeId, RecordId, is_name};
use crate::log::moment::Moment;

/// The form in which this version writes edits. Older ones are lifted on reading, newer ones are kept as they are.
pub const SCHEMA: u32 = 1;

/// Fields and the values that they are set to; null clears one.
pub type Set = BTreeMap<String, Value>;

/// For each field that is set, the changes whose value the writer saw and replaced.
pub type Over = BTreeMap<String, Vec<ChangeId>>;

/// Who made a change, as typed on that device. Nobody has checked it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Author {
    /// The person's name, the office, or the paper.
    pub name: String,
    /// The council, or nothing where none applies.
    pub council: String,
}

/// What one change does to one record.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The record.
    pub record: RecordId,
    /// Its new values.
    pub set: Set,
    /// What they replace.
    pub over: Over,
}

/// What a change is sealed from.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What the device's clock says.
    pub at: Moment,
    /// Who.
    pub by: Author,
    /// The reason, where one was given.
    pub why: Option<String>,
    /// The run of changes that belongs together, for bulk entry.
    pub batch: Option<String>,
    /// The records and their new values.
    pub edits: Vec<(RecordId, Set)>,
}

/// An immutable change that has passed every check: its id is the digest of its content.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The digest of all the rest.
    pub id: ChangeId,
    /// The heads of the log when it was written.
    pub after: Vec<ChangeId>,
    /// What the device's clock said.
    pub at: Moment,
    /// Who.
    pub by: Author,
    /// The reason, where one was given.
    pub why: Option<String>,
    /// The run of changes that it belongs to.
    pub batch: Option<String>,
    /// The form of its edits.
    pub schema: u32,
    /// What it does.
    pub edits: Vec<Edit>,
    line: Box<str>,
}

/// Why a text is not a change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// It cannot be read as JSON that has one spelling.
    #[error("this is not JSON as Concordat writes it: {0}")]
    NotJson(String),
    /// A part of it is missing or of the wrong kind.
    #[error("\"{path}\" {reason}")]
    Shape {
        /// Where, such as `edits.0.set`.
        path: String,
        /// What is wrong with it, to be read after the path.
        reason: String,
    },
    /// Its content and its id do not belong together.
    #[error("this change was altered after it was made: it says that its id is {stated}, but its content gives {found}")]
    Altered {
        /// The id that stands in it.
        stated: ChangeId,
        /// The digest of its content.
        found: ChangeId,
    },
}

impl Change {
    /// Seals edits into a change: sorts them by record, works out its line and its id.
    pub fn seal(draft: Draft, after: Vec<ChangeId>, edits: Vec<Edit>) -> Self {
        let mut body = Map::new();
        body.insert("after".into(), ids(&after));
        body.insert("at".into(), draft.at.to_string().into());
        if let Some(batch) = &draft.batch {
            body.insert("batch".into(), batch.clone().into());
        }
        body.insert("by".into(), serde_json::json!({ "council": draft.by.council, "name": draft.by.name }));
        body.insert("edits".into(), edits.iter().map(edit_value).collect());
        body.insert("schema".into(), SCHEMA.into());
        if let Some(why) = &draft.why {
            body.insert("why".into(), why.clone().into());
        }
        let body = Value::Object(body);
        let id = digest(canonical(&body).as_bytes());
        let line = with_id(body, id);
        Self { id, after, at: draft.at, by: draft.by, why: draft.why, batch: draft.batch, schema: SCHEMA, edits, line }
    }

    /// Reads a change however it is laid out, and checks that its content gives its id.
    pub fn read(text: &str) -> Result<Self, LineError> {
        let Strict(value) = serde_json::from_str(text).map_err(|error| LineError::NotJson(error.to_string()))?;
        Self::from_value(value)
    }

    /// Reads a change that this device wrote in canonical form, which is quicker to check; falls back on `read`.
    pub fn read_kept(line: &str) -> Result<Self, LineError> {
        let Strict(value) = serde_json::from_str(line).map_err(|error| LineError::NotJson(error.to_string()))?;
        match (value.get("id").and_then(Value::as_str), &value) {
            (Some(id), Value::Object(_)) if digest_without(line, id).is_some_and(|found| found.to_string() == id) => {
                let Value::Object(body) = value else { unreachable!("matched as an object") };
                let stated = take_id(&body)?;
                shape(body, stated, line.into())
            }
            _ => Self::from_value(value),
        }
    }

    /// Checks a value that was read strictly.
    pub fn from_value(value: Value) -> Result<Self, LineError> {
        let Value::Object(mut body) = value else {
            return Err(wrong("a change", "must be an object in curly brackets"));
        };
        let stated = take_id(&body)?;
        body.remove("id");
        let body = Value::Object(body);
        let found = digest(canonical(&body).as_bytes());
        if found != stated {
            return Err(LineError::Altered { stated, found });
        }
        let line = with_id(body.clone(), stated);
        let Value::Object(body) = body else { unreachable!("put together as an object above") };
        shape(body, stated, line)
    }

    /// The change as one line of canonical JSON.
    pub fn line(&self) -> &str {
        &self.line
    }
}

fn shape(mut body: Map<String, Value>, id: ChangeId, line: Box<str>) -> Result<Change, LineError> {
    let after = change_ids(body.remove("after"), "after")?;
    let at = text(body.remove("at"), "at")?;
    let at = Moment::parse(&at).ok_or_else(|| wrong("at", format!("must look like 2010-12-09T18:00:00Z, but is \"{at}\"")))?;
    let mut by = object(body.remove("by"), "by")?;
    let by = Author { name: text(by.remove("name"), "by.name")?, council: text(by.remove("council"), "by.council")? };
    let why = body.remove("why").map(|why| text(Some(why), "why")).transpose()?;
    let batch = body.remove("batch").map(|batch| text(Some(batch), "batch")).transpose()?;
    let schema = body.remove("schema").as_ref().and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
    let schema = schema.filter(|number| *number > 0).ok_or_else(|| wrong("schema", "must be a whole number from 1"))?;
    let Some(Value::Array(listed)) = body.remove("edits") else {
        return Err(wrong("edits", "must be a list"));
    };
    let edits: Vec<_> = listed.into_iter().enumerate().map(|(place, edit)| read_edit(edit, place)).collect::<Result<_, _>>()?;
    for (place, edit) in edits.iter().enumerate() {
        if edits.iter().take(place).any(|earlier| earlier.record == edit.record) {
            return Err(wrong(&format!("edits.{place}.record"), "stands twice in one change"));
        }
    }
    Ok(Change { id, after, at, by, why, batch, schema, edits, line })
}

fn read_edit(edit: Value, place: usize) -> Result<Edit, LineError> {
    let path = |part: &str| format!("edits.{place}.{part}");
    let mut edit = object(Some(edit), &format!("edits.{place}"))?;
    let record = text(edit.remove("record"), &path("record"))?;
    let record = record.parse::<RecordId>().map_err(|error| wrong(&path("record"), format!("is malformed: {error}")))?;
    let set: Set = object(edit.remove("set"), &path("set"))?.into_iter().collect();
    if let Some(field) = set.keys().find(|field| !is_name(field)) {
        return Err(wrong(
            &path("set"),
            format!("names a field \"{field}\", but fields are lower-case letters, digits, dots, dashes and underlines"),
        ));
    }
    let mut over = Over::new();
    for (field, ids) in object(edit.remove("over"), &path("over"))? {
        if !set.contains_key(&field) {
            return Err(wrong(&path("over"), format!("replaces \"{field}\", which is not set here")));
        }
        over.insert(field.clone(), change_ids(Some(ids), &path(&format!("over.{field}")))?);
    }
    Ok(Edit { record, set, over })
}

fn object(value: Option<Value>, path: &str) -> Result<Map<String, Value>, LineError> {
    match value {
        Some(Value::Object(map)) => Ok(map),
        Some(_) => Err(wrong(path, "must be an object in curly brackets")),
        None => Err(wrong(path, "is missing")),
    }
}

fn text(value: Option<Value>, path: &str) -> Result<String, LineError> {
    match value {
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(wrong(path, "must be text in quotation marks")),
        None => Err(wrong(path, "is missing")),
    }
}

fn change_ids(value: Option<Value>, path: &str) -> Result<Vec<ChangeId>, LineError> {
    let Some(Value::Array(listed)) = value else {
        return Err(wrong(path, "must be a list of change ids"));
    };
    let read = |(place, id): (usize, Value)| {
        let path = format!("{path}.{place}");
        text(Some(id), &path)?.parse::<ChangeId>().map_err(|error| wrong(&path, format!("is malformed: {error}")))
    };
    listed.into_iter().enumerate().map(read).collect()
}

fn take_id(body: &Map<String, Value>) -> Result<ChangeId, LineError> {
    let id = text(body.get("id").cloned(), "id")?;
    id.parse().map_err(|error| wrong("id", format!("is malformed: {error}")))
}

fn wrong(path: &str, reason: impl Into<String>) -> LineError {
    LineError::Shape { path: path.to_owned(), reason: reason.into() }
}

fn ids(ids: &[ChangeId]) -> Value {
    ids.iter().map(ToString::to_string).collect()
}

fn edit_value(edit: &Edit) -> Value {
    let over: Map<String, Value> = edit.over.iter().map(|(field, over)| (field.clone(), ids(over))).collect();
    let set: Map<String, Value> = edit.set.iter().map(|(field, value)| (field.clone(), value.clone())).collect();
    serde_json::json!({ "over": over, "record": edit.record.as_str(), "set": set })
}

fn with_id(body: Value, id: ChangeId) -> Box<str> {
    let Value::Object(mut body) = body else { unreachable!("a change's body is built as an object") };
    body.insert("id".into(), id.to_string().into());
    canonical(&Value::Object(body)).into_boxed_str()
}

fn digest(bytes: &[u8]) -> ChangeId {
    first_half(Sha256::digest(bytes).as_slice())
}

/// The digest of a canonical line without its id, cut out in place: the key sorts after `edits` and never comes first.
fn digest_without(line: &str, id: &str) -> Option<ChangeId> {
    let cut = format!(",\"id\":\"{id}\"");
    let (before, behind) = line.rsplit_once(&cut)?;
    let mut hasher = Sha256::new();
    hasher.update(before.as_bytes());
    hasher.update(behind.as_bytes());
    Some(first_half(hasher.finalize().as_slice()))
}

fn first_half(digest: &[u8]) -> ChangeId {
    let mut id = [0; 16];
    for (to, from) in id.iter_mut().zip(digest) {
        *to = *from;
    }
    ChangeId(id)
}
