//! One act of one person, sealed: what was set on which records, over which earlier changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;
use std::num::NonZeroU32;
use std::ops::Deref;
use std::sync::Arc;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::log::canonical::{Strict, canonical, canonical_end};
use crate::log::id::{ChangeId, RecordId, is_name};
use crate::log::moment::Moment;
use crate::order::{InOrder, OneByOne};
use crate::remark;

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
#[derive(Debug, Clone, PartialEq, Deserialize)]
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

/// An immutable change that has passed every check: its id is the digest of its content. Copies share it.
#[derive(Debug, Clone, PartialEq)]
pub struct Change(Arc<Sealed>);

/// What a change says.
#[derive(Debug, Clone, PartialEq)]
pub struct Sealed {
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
    pub fn seal(draft: Draft, after: Vec<ChangeId>, mut edits: Vec<Edit>) -> Self {
        edits.order_by(|one, other| one.record.cmp(&other.record));
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
        let (at, Draft { by, why, batch, .. }) = (draft.at, draft);
        Self(Arc::new(Sealed { id, after, at, by, why, batch, schema: SCHEMA, edits, line }))
    }

    /// Reads a change however it is laid out, and checks that its content gives its id.
    pub fn read(text: &str) -> Result<Self, LineError> {
        if canonical_end(text) == Some(text.len()) {
            return Self::of_canonical(text.into());
        }
        let Strict(value) = serde_json::from_str(text).map_err(|error| LineError::NotJson(error.to_string()))?;
        Self::of_canonical(canonical(&value).into())
    }

    /// Reads a change that is known to be in canonical spelling, such as one that this device has kept.
    pub fn read_kept(line: &str) -> Result<Self, LineError> {
        Self::of_canonical(line.into()).or_else(|_| Self::read(line))
    }

    /// Plain parse first; only a line that fails is looked at again for where and why.
    fn of_canonical(line: Box<str>) -> Result<Self, LineError> {
        let Ok(body) = serde_json::from_str::<Body>(&line) else {
            return Err(why_not(&line));
        };
        let found = digest_without(&line, body.id).unwrap_or_else(|| digest(line.as_bytes()));
        if found != body.id {
            return Err(LineError::Altered { stated: body.id, found });
        }
        let Body { id, after, at, by: Object(by), why, batch, schema, edits } = body;
        let edits: Vec<_> = edits.into_iter().map(|Object(edit)| edit).collect();
        check_edits(&edits)?;
        Ok(Self(Arc::new(Sealed { id, after, at, by, why, batch, schema: schema.get(), edits, line })))
    }

    /// The same change with its edits in another form.
    pub fn with_edits(mut self, edits: impl FnOnce(Vec<Edit>) -> Vec<Edit>) -> Self {
        let sealed = Arc::make_mut(&mut self.0);
        sealed.edits = edits(std::mem::take(&mut sealed.edits));
        self
    }

    /// The change as one line of canonical JSON.
    pub fn line(&self) -> &str {
        &self.line
    }
}

impl Deref for Change {
    type Target = Sealed;

    fn deref(&self) -> &Sealed {
        &self.0
    }
}

/// A change as it stands in a file. Fields from a newer version are left to the line.
#[derive(Deserialize)]
struct Body {
    id: ChangeId,
    after: Vec<ChangeId>,
    at: Moment,
    by: Object<Author>,
    #[serde(default, deserialize_with = "stated")]
    why: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    batch: Option<String>,
    schema: NonZeroU32,
    edits: Vec<Object<Edit>>,
}

/// Something that must be written with its fields' names, where serde would take a bare list as well.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData))
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = Object<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Object)
    }
}

/// A text that may be left out, but is a text where it stands.
fn stated<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    String::deserialize(deserializer).map(Some)
}

/// What a proper spelling and a proper id do not show: names of fields, and each record once.
fn check_edits(edits: &[Edit]) -> Result<(), LineError> {
    let mut records = BTreeSet::new();
    for (place, edit) in edits.iter().enumerate() {
        if !records.insert(&edit.record) {
            return Err(wrong(&format!("edits.{place}.record"), "stands twice in one change"));
        }
        if let Some(field) = edit.set.keys().find(|field| !is_name(field)) {
            let reason =
                format!("names a field \"{field}\", but fields are lower-case letters, digits, dots, dashes and underlines");
            return Err(wrong(&format!("edits.{place}.set"), reason));
        }
        if let Some(field) = edit.over.keys().find(|field| !edit.set.contains_key(*field)) {
            return Err(wrong(&format!("edits.{place}.over"), format!("replaces \"{field}\", which is not set here")));
        }
    }
    Ok(())
}

/// Where and why a line in canonical spelling is no change.
fn why_not(line: &str) -> LineError {
    match serde_json::from_str::<Map<String, Value>>(line) {
        Ok(mut body) => {
            let stated = body.remove("id").and_then(|id| id.as_str()?.parse::<ChangeId>().ok());
            let found = digest(canonical(&Value::Object(body)).as_bytes());
            if let Some(stated) = stated.filter(|stated| *stated != found) {
                return LineError::Altered { stated, found };
            }
        }
        Err(error) if !error.is_data() => return LineError::NotJson(error.to_string()),
        Err(_) => return wrong("a change", "must be an object in curly brackets"),
    }
    let mut json = serde_json::Deserializer::from_str(line);
    match serde_path_to_error::deserialize::<_, Body>(&mut json) {
        Err(error) => explained(&error.path().to_string(), &error.into_inner().to_string()),
        Ok(_) => LineError::NotJson("there is more behind its end".to_owned()),
    }
}

/// A parser's remark in plain words, and where in the change it is.
fn explained(path: &str, remark: &str) -> LineError {
    let path = path.replace(['[', ']'], ".").replace("..", ".");
    let path = path.trim_matches('.');
    if let Some(field) = remark::missing(remark) {
        let whole = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
        return wrong(&whole, "is missing");
    }
    wrong(path, remark::in_words(remark))
}

fn wrong(path: &str, reason: impl Into<String>) -> LineError {
    LineError::Shape { path: path.to_owned(), reason: reason.into() }
}

fn ids(ids: &[ChangeId]) -> Value {
    ids.iter().map(ToString::to_string).collect()
}

fn edit_value(edit: &Edit) -> Value {
    let over: Map<String, Value> = edit.over.iter().map(|(field, over)| (field.clone(), ids(over))).one_by_one();
    let set: Map<String, Value> = edit.set.iter().map(|(field, value)| (field.clone(), value.clone())).one_by_one();
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
fn digest_without(line: &str, id: ChangeId) -> Option<ChangeId> {
    let (before, behind) = line.rsplit_once(&format!(",\"id\":\"{id}\""))?;
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
