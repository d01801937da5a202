//! An example of every field of every kind.

mod examples;

use std::collections::BTreeSet;

use serde_json::json;

use super::*;
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::risk::{Risk, RiskId};
use crate::domain::service::{Service, ServiceId};
use crate::domain::thing::{Kind, Thing};

fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    for (id, name) in [("b", "Bromsgrove"), ("r", "Redditch")] {
        let partner = Partner { name: Some(name.into()), ..Partner::new(PartnerId::new(id).unwrap()) };
        workspace.insert(Thing::from(partner));
    }
    let payroll = Service { name: Some("Payroll".into()), ..Service::new(ServiceId::new("payroll").unwrap()) };
    workspace.insert(Thing::from(payroll));
    let mut risk = Risk::new(RiskId::new("x").unwrap());
    (risk.reference, risk.title) = (Some("10".into()), Some("Two programmes at once".into()));
    workspace.insert(Thing::from(risk));
    workspace
}

/// Every field of every kind: a value as files hold it, and how it reads.

#[test]
fn every_field_of_every_kind_reads_in_words() {
    let workspace = workspace();
    let mut seen = BTreeSet::new();
    for (kind, field, json, reads) in examples::examples() {
        assert_eq!(value(&workspace, kind, field, &json), reads, "{kind} {field}");
        let unread = Thing::decode(&format!("{kind}/x"), &|name| (name == field).then_some(&json)).unwrap().1;
        assert!(unread.is_empty(), "the example of {kind} {field} must be a value that files may hold");
        seen.insert((kind, field));
    }
    let all: BTreeSet<_> = Kind::ALL.iter().flat_map(|kind| kind.fields().iter().map(|field| (kind.key(), field.name))).collect();
    assert_eq!(seen, all);
}

#[test]
fn what_is_cleared_or_not_understood_is_said_so() {
    let workspace = workspace();
    assert_eq!(value(&workspace, "risk", "level", &Value::Null), "not stated");
    assert_eq!(value(&workspace, "risk", "state", &Value::Null), "Open");
    assert_eq!(value(&workspace, "service", "status", &Value::Null), "Not reported");
    assert_eq!(value(&workspace, "milestone", "done", &Value::Null), "Not done");
    assert_eq!(value(&workspace, "readings", "p03", &Value::Null), "no reading");
    assert_eq!(value(&workspace, "risk", "owner", &json!(" ")), "not stated");
    assert_eq!(value(&workspace, "money", "covers", &json!([])), "not stated");
    assert_eq!(value(&workspace, "risk", "level", &json!({"l": 7, "i": 3})), "{\"i\":3,\"l\":7}");
    assert_eq!(value(&workspace, "partner", "kind", &json!("parish")), "parish");
    assert_eq!(value(&workspace, "vessel", "draught", &json!({"m": 4})), "{\"m\":4}");
    assert_eq!(value(&workspace, "risk", "withdrawn", &json!({"why": "Twice", "saw": []})), "Withdrawn: Twice");
}
