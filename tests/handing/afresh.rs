//! Starting afresh: what stands now goes on, what was left out is nowhere, and the two are two programmes.

use std::collections::BTreeSet;

use concordat::bundle::{self, Made, Relation, decode};
use concordat::handing::afresh::{Beginning, afresh, texts_with};
use concordat::log::{Log, WITHDRAWN};
use serde_json::json;

use crate::support::{EVENING, moment, name, write};
use crate::{entered, treasurer};

fn work() -> Log {
    let mut log = entered(&[
        ("workspace/old", json!({ "title": "Depot" })),
        ("service/s", json!({ "name": "Refuse", "status": { "rag": "amber", "why": "The driver is off with his heart" } })),
        ("risk/r", json!({ "title": "Delay", "description": "He is ill: his HEART again" })),
        ("programme/p", json!({ "name": "P", "aims": ["Save money", "Mend a heart"] })),
        ("risk/gone", json!({ "title": "Twice" })),
    ]);
    write(&mut log, EVENING + 50, "risk/r", json!({ "title": "Delay by illness" }));
    write(&mut log, EVENING + 51, "risk/r", json!({ "title": "Delay" }));
    let withdrawal = log.withdrawal(&name("risk/gone"), "Entered twice");
    write(&mut log, EVENING + 52, "risk/gone", json!({ WITHDRAWN: withdrawal }));
    log
}

fn beginning() -> Beginning {
    Beginning {
        workspace: "new".to_owned(),
        at: moment(EVENING + 100),
        by: treasurer(),
        decided: "the Board, 9 December 2010".to_owned(),
        batch: "b1".to_owned(),
    }
}

#[test]
fn what_was_left_out_and_what_stood_before_are_nowhere_in_it() {
    let log = work();
    let texts: BTreeSet<_> = texts_with(&log, "heart").into_iter().collect();
    assert_eq!(texts.iter().map(|text| text.field.as_str()).collect::<Vec<_>>(), ["aims", "description", "status"]);
    let new = afresh(&log, &texts, &beginning());
    let whole = decode::workspace(&new);
    let text = bundle::write(&new, &whole, &Made::new(moment(EVENING + 100), treasurer(), "Concordat"));
    for gone in ["heart", "HEART", "illness", "Twice"] {
        assert!(!text.contains(gone), "{gone}");
    }
    assert_eq!(whole.risks.len(), 1);
    let service = whole.services.values().next().unwrap();
    assert_eq!(service.status.as_ref().unwrap().why.as_deref(), Some("Left out"));
    assert_eq!(whole.programmes.values().next().unwrap().aims.as_deref(), Some(&["Save money".to_owned()][..]));
    assert!(whole.marks.is_empty(), "{:?}", whole.marks);
}

#[test]
fn it_says_from_which_code_it_came_and_who_decided() {
    let log = work();
    let new = afresh(&log, &BTreeSet::new(), &beginning());
    assert_eq!(new.changes().len(), 1);
    let why = new.changes()[0].why.clone().unwrap();
    assert_eq!(why, format!("Started afresh from {}. Decided by the Board, 9 December 2010", log.code()));
    assert_eq!(decode::workspace(&new).settings().unwrap().id.as_str(), "workspace/new");
    assert_eq!(decode::workspace(&new).title(), "Depot");
}

#[test]
fn the_two_are_two_programmes_ever_after() {
    let log = work();
    let new = afresh(&log, &BTreeSet::new(), &beginning());
    for (here, there) in [(&log, &new), (&new, &log)] {
        let text = bundle::write(there, &decode::workspace(there), &Made::new(moment(EVENING), treasurer(), "Concordat"));
        assert_eq!(bundle::read(&text).unwrap().preview(Some(here)).relation, Relation::Other);
    }
}

#[test]
fn a_large_one_is_a_run_of_changes_with_one_reason() {
    let records: Vec<(String, serde_json::Value)> =
        (0..450).map(|risk| (format!("risk/r{risk}"), json!({ "title": format!("Risk {risk}") }))).collect();
    let log = entered(&records.iter().map(|(record, fields)| (record.as_str(), fields.clone())).collect::<Vec<_>>());
    let new = afresh(&log, &BTreeSet::new(), &beginning());
    assert_eq!(new.changes().len(), 3);
    assert!(new.changes().iter().all(|change| change.batch.as_deref() == Some("b1") && change.why == new.changes()[0].why));
    assert_eq!(decode::workspace(&new).risks.len(), 450);
}
