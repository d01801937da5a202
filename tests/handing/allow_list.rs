//! Nothing is published that nobody has listed, and nothing is forgotten: each kind, field and part is one or the other.

use std::collections::BTreeSet;

use concordat::bundle;
use concordat::domain::thing::Kind;
use concordat::handing::allowed::{Allowed, KINDS, KINDS_WITHHELD, allowed};
use serde_json::Value;

#[test]
fn every_kind_is_listed_or_named_as_withheld() {
    for kind in Kind::ALL {
        let listed = KINDS.iter().filter(|(key, _)| *key == kind.key()).count();
        let withheld = KINDS_WITHHELD.iter().filter(|(key, _)| *key == kind.key()).count();
        assert_eq!(listed + withheld, 1, "{}: list it in handing/allowed.rs, or name it as withheld", kind.key());
    }
    for key in KINDS.iter().map(|(key, _)| key).chain(KINDS_WITHHELD.iter().map(|(key, _)| key)) {
        assert!(Kind::from_key(key).is_some(), "{key} is no kind any more");
    }
}

#[test]
fn every_field_is_listed_or_named_as_withheld() {
    for (key, fields) in KINDS {
        let known: Vec<&str> = Kind::from_key(key).unwrap().fields().iter().map(|field| field.name).collect();
        let listed: Vec<&str> = fields.iter().map(|(field, _)| *field).collect();
        for field in &known {
            let times = listed.iter().filter(|listed| *listed == field).count();
            assert_eq!(times, 1, "{key}.{field}: list it in handing/allowed.rs, or name it as withheld");
        }
        assert_eq!(known.len(), listed.len(), "{key} lists a field that it has not");
    }
}

#[test]
fn every_part_of_what_is_decided_in_one_act_is_listed_or_named_as_withheld() {
    let schema = bundle::schema();
    for (key, fields) in KINDS {
        let kind = Kind::from_key(key).unwrap();
        for (field, allowed) in *fields {
            let of_field = schema.pointer(&format!("/$defs/{kind:?}Fields/properties/{field}")).unwrap();
            let parts = parts(&schema, of_field);
            match allowed {
                Allowed::Parts { shown, withheld } => {
                    let named: BTreeSet<&str> = shown.iter().chain(*withheld).copied().collect();
                    assert_eq!(named.len(), shown.len() + withheld.len(), "{key}.{field} names a part twice");
                    assert_eq!(named, parts.iter().map(String::as_str).collect(), "{key}.{field}");
                }
                Allowed::Whole => assert!(parts.is_empty(), "{key}.{field} has parts {parts:?}: list each of them"),
                Allowed::Nothing(why) => assert!(!why.is_empty()),
            }
        }
    }
}

#[test]
fn what_is_new_is_left_out() {
    assert_eq!(allowed("poem", "text"), None);
    assert_eq!(allowed("risk", "secret"), None);
}

/// The names of the parts of a field's value, where it has named parts.
fn parts(schema: &Value, value: &Value) -> BTreeSet<String> {
    let mut found: BTreeSet<String> =
        value.get("properties").and_then(Value::as_object).into_iter().flat_map(|parts| parts.keys().cloned()).collect();
    if let Some(place) = value.get("$ref").and_then(Value::as_str) {
        found.extend(parts(schema, schema.pointer(place.trim_start_matches('#')).unwrap()));
    }
    for ways in ["anyOf", "oneOf", "allOf"] {
        for way in value.get(ways).and_then(Value::as_array).into_iter().flatten() {
            found.extend(parts(schema, way));
        }
    }
    found
}
