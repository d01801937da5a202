//! Every released form of file opens for good: one frozen bundle a form, never written again.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that dies there has found something")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use concordat::bundle::migrate::{STEPS, lifted_edit};
use concordat::bundle::{self, Finding, VERSION, decode};
use concordat::domain::workspace::Mark;
use concordat::log::{Edit, Log, Over, RecordId, SCHEMA, WITHDRAWN};
use serde_json::Value;

fn frozen(version: u32) -> String {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/bundles/format-{version}.concordat.json"));
    std::fs::read_to_string(place).unwrap()
}

/// The records of a part of `now`, each by its whole name.
fn records(now: &Value, part: &str) -> BTreeMap<RecordId, BTreeMap<String, Value>> {
    let kinds = now[part].as_object().unwrap().iter();
    let records =
        kinds.flat_map(|(kind, records)| records.as_object().unwrap().iter().map(move |(rest, fields)| (kind, rest, fields)));
    let read = |(kind, rest, fields): (&String, &String, &Value)| {
        (RecordId::new(kind, rest).unwrap(), fields.as_object().unwrap().clone().into_iter().collect())
    };
    records.map(read).collect()
}

fn now_of(log: &Log) -> Value {
    let made = bundle::Made::new(concordat::log::Moment::from_seconds(0).unwrap(), concordat::log::Author::default(), "");
    let file: Value = serde_json::from_str(&bundle::write(log, &decode::workspace(log), &made)).unwrap();
    file["now"].clone()
}

#[test]
fn every_frozen_bundle_opens_and_its_records_are_the_fold_of_its_changes() {
    for version in 1..=VERSION {
        let text = frozen(version);
        let read = bundle::read(&text).unwrap();
        assert_eq!((read.aside.len(), &read.notes), (0, &Vec::<Finding>::new()), "format {version}");
        let file: Value = serde_json::from_str(&text).unwrap();
        let schema = u32::try_from(file["changes"][0]["schema"].as_u64().unwrap()).unwrap();
        assert!(schema <= SCHEMA);
        for part in ["records", "withdrawn"] {
            let lifted = records(&file["now"], part).into_iter().map(|(record, set)| {
                let edit = lifted_edit(STEPS, schema, Edit { record, set, over: Over::new() });
                (edit.record, edit.set)
            });
            assert_eq!(lifted.collect::<BTreeMap<_, _>>(), records(&now_of(&read.log), part), "format {version}");
        }
        assert_eq!(file["now"]["conflicts"], now_of(&read.log)["conflicts"], "format {version}");
    }
}

#[test]
fn the_newest_form_is_written_as_it_was_frozen() {
    let text = frozen(VERSION);
    let read = bundle::read(&text).unwrap();
    let written = bundle::write(&read.log, &decode::workspace(&read.log), &read.made.clone().unwrap());
    let parts = |text: &str| -> Vec<String> { text.split_inclusive("\n\"").map(str::to_owned).collect() };
    // Before readers could be chosen, a file for members was called otherwise. It reads the same.
    let then = text.replace("\"profile\":\"everything shared\"", "\"profile\":\"members\"");
    for (now, then) in parts(&written).into_iter().zip(parts(&then)) {
        // What the file says of itself in words may be worded better at any time.
        if !then.starts_with("about\":") && !then.starts_with("check\":") {
            assert_eq!(now, then);
        }
    }
}

#[test]
fn the_first_form_holds_every_kind_and_whatever_can_happen_to_a_record() {
    let read = bundle::read(&frozen(1)).unwrap();
    let workspace = decode::workspace(&read.log);
    let kinds: BTreeSet<_> = read.log.records().map(|(id, _)| id.kind()).collect();
    let first = [
        "hovercraft",
        "issue",
        "milestone",
        "money",
        "note",
        "participation",
        "partner",
        "phase",
        "programme",
        "risk",
        "service",
        "workspace",
    ];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), first);
    let conflicts: Vec<_> = read.log.conflicts().into_iter().map(|(id, field)| (id.to_string(), field)).collect();
    assert_eq!(conflicts, [("risk/r10".to_owned(), "level".to_owned()), ("service/ict-help".to_owned(), WITHDRAWN.to_owned())]);
    assert_eq!(workspace.risks.len(), 1, "one of two is withdrawn");
    assert_eq!(workspace.partners.len(), 3, "one was withdrawn and put back");
    let unread: Vec<_> =
        workspace.marks.iter().filter(|(_, marks)| marks.iter().any(|mark| matches!(mark, Mark::Unread { .. }))).collect();
    assert_eq!(unread.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["hovercraft/h1"]);
    let money = workspace.money.values().find(|line| line.id.rest() == "cost").unwrap();
    assert_eq!(money.sum.as_ref().unwrap().pence.0, 9_007_199_254_740_991);
}
