//! The JSON Schema of a bundle, written from the types. Native only: in the page it would be dead weight.

use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};

use crate::bundle::envelope::{Check, FORMAT, Made, Person, VERSION, Whose};
use crate::domain::joined::{DISTINCT, JOINED};
use crate::domain::thing::Kind;
use crate::log::{Author, ChangeId, Moment, RecordId, WITHDRAWN};

const NAME: &str = "^[a-z0-9._-]+$";

/// What a file of this version looks like. Fields and kinds that it does not know are allowed: they travel on.
pub fn schema() -> Value {
    let mut types = SchemaGenerator::default();
    let properties = json!({
        "format": { "const": FORMAT, "description": "What every bundle calls itself." },
        "version": { "const": VERSION, "description": "The form of the file." },
        "describedBy": { "type": "string", "description": "The file of this schema, which lies beside the page." },
        "about": { "type": "string", "description": "What this file is, for whoever finds it." },
        "made": types.subschema_for::<Made>(),
        "workspace": types.subschema_for::<Whose>(),
        "people": { "type": "array", "items": types.subschema_for::<Person>() },
        "check": types.subschema_for::<Check>(),
        "now": now(&mut types),
        "drawer": { "type": "array", "items": change(&mut types), "description": "The maker's own notes, in a file for another device of theirs." },
        "changes": { "type": "array", "items": change(&mut types), "description": "Every change, after those that it comes after." },
    });
    let mut definitions: Map<String, Value> = types.take_definitions(true);
    definitions.sort_keys();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Concordat bundle",
        "description": "A joint programme of councils that share services: its records as they stand, and every change behind them. Money is in whole pence.",
        "type": "object",
        "required": ["format", "version", "made", "workspace", "check", "now", "changes"],
        "properties": properties,
        "$defs": definitions,
    })
}

fn now(types: &mut SchemaGenerator) -> Value {
    let said = json!({
        "type": "object",
        "required": ["at", "by", "change", "value"],
        "properties": {
            "at": types.subschema_for::<Moment>(),
            "by": types.subschema_for::<Author>(),
            "change": types.subschema_for::<ChangeId>(),
            "value": true,
        },
    });
    let conflict = json!({
        "type": "object",
        "description": "A field that people set apart from each other and nobody has settled; the value that is shown comes first.",
        "required": ["field", "record", "values"],
        "properties": {
            "field": { "type": "string", "pattern": NAME },
            "question": { "type": "string" },
            "record": types.subschema_for::<RecordId>(),
            "values": { "type": "array", "items": said },
        },
    });
    json!({
        "type": "object",
        "description": "Worked out from the changes, for whoever reads the file without the page.",
        "required": ["conflicts", "records", "withdrawn"],
        "properties": {
            "conflicts": { "type": "array", "items": conflict },
            "records": kinds(types, "Records in use, by kind and by the rest of their names."),
            "withdrawn": kinds(types, "Records out of use."),
        },
    })
}

fn kinds(types: &mut SchemaGenerator, description: &str) -> Value {
    let of = |kind: &Kind| (kind.key().to_owned(), json!({ "type": "object", "additionalProperties": fields(*kind, types) }));
    let known: Map<String, Value> = Kind::ALL.iter().map(of).collect();
    let unknown = json!({ "type": "object", "additionalProperties": { "type": "object" } });
    json!({
        "type": "object",
        "description": description,
        "propertyNames": { "pattern": NAME },
        "properties": known,
        "additionalProperties": unknown,
    })
}

fn change(types: &mut SchemaGenerator) -> Value {
    json!({
        "type": "object",
        "description": "One act of one person.",
        "required": ["after", "at", "by", "edits", "id", "schema"],
        "properties": {
            "after": { "type": "array", "items": types.subschema_for::<ChangeId>() },
            "at": types.subschema_for::<Moment>(),
            "batch": { "type": "string", "description": "The run of changes that it belongs to." },
            "by": types.subschema_for::<Author>(),
            "edits": { "type": "array", "items": edit(types) },
            "id": types.subschema_for::<ChangeId>(),
            "schema": { "type": "integer", "minimum": 1, "description": "The form of its edits." },
            "why": { "type": "string", "description": "The reason, where one was given." },
        },
    })
}

fn edit(types: &mut SchemaGenerator) -> Value {
    let over = json!({
        "type": "object",
        "description": "For each field, the changes whose value is replaced.",
        "propertyNames": { "pattern": NAME },
        "additionalProperties": { "type": "array", "items": types.subschema_for::<ChangeId>() },
    });
    let by_kind: Vec<Value> = Kind::ALL
        .iter()
        .map(|kind| {
            json!({
                "if": { "properties": { "record": { "pattern": format!("^{}/", kind.key()) } } },
                "then": { "properties": { "set": fields(*kind, types) } },
            })
        })
        .collect();
    json!({
        "type": "object",
        "required": ["over", "record", "set"],
        "properties": {
            "over": over,
            "record": types.subschema_for::<RecordId>(),
            "set": { "type": "object", "description": "New values; null clears a field.", "propertyNames": { "pattern": NAME } },
        },
        "allOf": by_kind,
    })
}

/// A kind's fields are described once, with those that every kind has: whether it was withdrawn, and why; what it was joined
/// to or is another than.
fn fields(kind: Kind, types: &mut SchemaGenerator) -> Value {
    let name = format!("{kind:?}Fields");
    if !types.definitions().contains_key(&name) {
        let mut fields = kind.schema(types).to_value();
        if let Some(Value::Object(properties)) = fields.get_mut("properties") {
            let withdrawn = json!({
                "type": ["object", "null"],
                "description": "Why it is out of use, and what was seen of it by whoever withdrew it; null once it is kept.",
                "required": ["saw", "why"],
                "properties": {
                    "saw": { "type": "array", "items": types.subschema_for::<ChangeId>() },
                    "why": { "type": "string" },
                },
            });
            properties.insert(WITHDRAWN.to_owned(), withdrawn);
            let joined = json!({
                "type": ["string", "null"],
                "description": "The record of the same kind that stands for this one, since both were entered for one thing.",
                "pattern": format!("^{}(/[a-z0-9._-]+)+$", kind.key()),
            });
            properties.insert(JOINED.to_owned(), joined);
            let distinct = json!({
                "type": ["array", "null"],
                "description": "Records of the same kind which this one is not, though it looks like them.",
                "items": { "type": "string", "pattern": format!("^{}(/[a-z0-9._-]+)+$", kind.key()) },
            });
            properties.insert(DISTINCT.to_owned(), distinct);
        }
        types.definitions_mut().insert(name.clone(), fields);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}
