//! The published JSON Schema: written from the types, and true of what is written.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that dies there has found something")]

use concordat::bundle;
use serde_json::{Value, json};

const PUBLISHED: &str = include_str!("../schema/concordat-bundle-1.schema.json");
const FROZEN: &str = include_str!("bundles/format-1.concordat.json");
const SAMPLE: &str = include_str!("../samples/worcestershire.concordat.json");

fn holds(bundle: &Value) -> Result<(), String> {
    let schema: Value = serde_json::from_str(PUBLISHED).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    validator.validate(bundle).map_err(|error| format!("{}: {error}", error.instance_path()))
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    assert_eq!(
        PUBLISHED,
        format!("{:#}\n", bundle::schema()),
        "write it again: cargo run --no-default-features --example schema"
    );
    jsonschema::meta::validate(&bundle::schema()).unwrap();
}

#[test]
fn bundles_are_as_the_schema_says() {
    for text in [FROZEN, SAMPLE] {
        holds(&serde_json::from_str(text).unwrap()).unwrap();
    }
}

#[test]
fn the_schema_refuses_what_the_page_would_not_understand() {
    let good: Value = serde_json::from_str(FROZEN).unwrap();
    let place = |record: &str| -> String {
        let changes = good["changes"].as_array().unwrap().iter().enumerate();
        let edits = changes.flat_map(|(change, body)| {
            body["edits"].as_array().unwrap().iter().enumerate().map(move |(edit, body)| (change, edit, body))
        });
        let (change, edit, _) = edits.clone().find(|(_, _, body)| body["record"] == record).unwrap();
        format!("/changes/{change}/edits/{edit}")
    };
    for (pointer, value) in [
        ("/format".to_owned(), json!("spreadsheet")),
        ("/version".to_owned(), json!(2)),
        ("/check/count".to_owned(), json!("many")),
        ("/made/at".to_owned(), json!("17 January 2011")),
        ("/changes/0/id".to_owned(), json!("1")),
        ("/changes/0/by".to_owned(), json!("Treasurer")),
        ("/now/records/risk/r10/level".to_owned(), json!({ "l": 5, "i": 1 })),
        ("/now/records/money/whole/sum/pence".to_owned(), json!(1.5)),
        (format!("{}/set/level", place("risk/r10")), json!("high")),
        (format!("{}/set/sum/year", place("money/whole")), json!("2010")),
        (format!("{}/record", place("risk/r10")), json!("Risk 10")),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(&pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        assert!(holds(&bad).is_err(), "{pointer}");
    }
}
