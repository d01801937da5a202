//! The typed whole of a log: record by record or all at once, it is the same.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that dies there has found something")]

use chrono::NaiveDate;
use concordat::bundle::decode;
use concordat::domain::command::{Command, Doing, apply};
use concordat::domain::money::{Money, MoneyId};
use concordat::domain::partner::PartnerId;
use concordat::domain::service::{Part, Participation, ParticipationId, Role};
use concordat::domain::subject::Subject;
use concordat::domain::thing::Thing;
use concordat::domain::workspace::{Mark, Workspace};
use concordat::log::{Author, Draft, Log, Moment, RecordId, Set, WITHDRAWN};
use serde_json::{Value, json};

fn write(log: &mut Log, record: &str, fields: Value) {
    let change = log.seal(draft(record, fields));
    log.add(change);
}

fn draft(record: &str, fields: Value) -> Draft {
    let Value::Object(fields) = fields else { unreachable!() };
    let set: Set = fields.into_iter().collect();
    let at = Moment::parse("2010-12-09T18:00:00Z").unwrap();
    Draft { at, by: Author::default(), why: None, batch: None, edits: vec![(record.parse().unwrap(), set)] }
}

fn name(text: &str) -> RecordId {
    text.parse().unwrap()
}

#[test]
fn a_record_is_typed_and_what_is_not_understood_is_marked() {
    let mut log = Log::default();
    write(&mut log, "risk/1", json!({ "title": "Loss of key staff", "level": { "l": 3, "i": "high" } }));
    write(&mut log, "hovercraft/1", json!({ "eels": "full" }));
    let workspace = decode::workspace(&log);
    assert_eq!(workspace.thing(&Subject::parse("risk/1").unwrap()).unwrap().title(), "Loss of key staff");
    assert!(matches!(workspace.marks("risk/1"), [Mark::Unread { field, .. }] if field == "level"));
    assert!(matches!(workspace.marks("hovercraft/1"), [Mark::Unread { .. }]));
}

#[test]
fn a_withdrawn_record_is_out_of_use_until_an_unseen_edit_arrives() {
    let mut log = Log::default();
    write(&mut log, "risk/1", json!({ "title": "Loss of key staff" }));
    let mut elsewhere = log.clone();
    write(&mut elsewhere, "risk/1", json!({ "owner": "Treasurer" }));
    let withdrawal = log.withdrawal(&name("risk/1"), "Entered twice");
    write(&mut log, "risk/1", json!({ WITHDRAWN: withdrawal }));
    let mut workspace = decode::workspace(&log);
    assert!(workspace.risks.is_empty());

    for change in elsewhere.changes() {
        log.add(change.clone());
    }
    decode::refresh(&mut workspace, &log, &name("risk/1"));
    assert_eq!(workspace, decode::workspace(&log));
    assert_eq!(workspace.risks.len(), 1);
    assert_eq!(workspace.marks("risk/1"), [Mark::Conflict { field: WITHDRAWN.to_owned() }]);
}

#[test]
fn a_part_that_was_withdrawn_is_entered_again_in_one_act() {
    let record = "participation/payroll/bdc";
    let id = ParticipationId::new("payroll/bdc").unwrap();
    let part = |role, note: Option<&str>| {
        let part = Some(Part { role, note: note.map(str::to_owned) });
        Thing::from(Participation { part, ..Participation::new(id.clone()) })
    };
    let mut log = Log::default();
    write(&mut log, "service/payroll", json!({ "name": "Payroll" }));
    write(&mut log, "partner/bdc", json!({ "name": "Bromsgrove" }));
    let first = part(Role::Considering, Some("Asked in May")).encode().into_iter().collect();
    write(&mut log, record, Value::Object(first));
    assert_eq!(decode::out_of_use(&log, &name(record)), None);
    let withdrawal = log.withdrawal(&name(record), "Entered by mistake");
    write(&mut log, record, json!({ WITHDRAWN: withdrawal }));

    let before = decode::out_of_use(&log, &name(record)).unwrap();
    assert_eq!(before, part(Role::Considering, Some("Asked in May")));
    let (workspace, after) = (decode::workspace(&log), part(Role::Host, None));
    let outcome = apply(&workspace, Command::EnterAgain { before, after: after.clone() }, NaiveDate::default()).unwrap();
    let fields = outcome.edits.iter().map(|edit| match &edit.doing {
        Doing::Restore => json!({ WITHDRAWN: null }),
        Doing::Set(set) => Value::Object(set.clone().into_iter().collect()),
        Doing::Withdraw { .. } => unreachable!("it is put back"),
    });
    let edits = fields.flat_map(|fields| draft(record, fields).edits).collect();
    let change = log.seal(Draft { edits, ..draft(record, json!({})) });
    log.add(change.clone());
    assert_eq!(decode::workspace(&log).thing(&Subject::parse(record).unwrap()), Some(after));

    let reversal = log.reversal(&change.id).unwrap();
    log.add(log.seal(Draft { edits: reversal, ..draft(record, json!({})) }));
    assert_eq!(decode::out_of_use(&log, &name(record)), Some(part(Role::Considering, Some("Asked in May"))));
    assert_eq!(log.conflicts(), []);
}

#[test]
fn a_record_that_the_log_no_longer_holds_goes() {
    let mut log = Log::default();
    write(&mut log, "risk/1", json!({ "title": "Loss of key staff", "level": "high" }));
    let mut workspace = decode::workspace(&log);
    decode::refresh(&mut workspace, &Log::default(), &name("risk/1"));
    assert_eq!(workspace, Workspace::default());
}

#[test]
fn what_is_not_understood_says_where() {
    let mut log = Log::default();
    write(&mut log, "risk/1", json!({ "level": { "l": 3, "i": "high" }, "title": 5 }));
    let workspace = decode::workspace(&log);
    let reasons: Vec<_> = workspace
        .marks("risk/1")
        .iter()
        .map(|mark| match mark {
            Mark::Unread { field, reason } => format!("{field}: {reason}"),
            Mark::Conflict { field } => unreachable!("{field} was written once"),
        })
        .collect();
    assert_eq!(
        reasons,
        [
            "title: must be text in quotation marks, but is the number 5",
            "level: i: must be a whole number that is not negative, but is the text \"high\"",
        ]
    );
}

#[test]
fn a_number_beyond_what_json_keeps_exactly_is_refused() {
    let money = |weight: u64| {
        let mut line = Money::new(MoneyId::new("1").unwrap());
        line.title = Some("Everything".to_owned());
        line.partners = Some(vec![PartnerId::new("b").unwrap()]);
        line.sum = Some(serde_json::from_value(json!({ "kind": "saving", "pence": 5, "basis": "forecast" })).unwrap());
        let parts = json!([{ "partner": "partner/b", "weight": weight }]);
        line.split = Some(serde_json::from_value(json!({ "rule": "population", "parts": parts })).unwrap());
        Command::PutAll(vec![(None, line.into())])
    };
    let today = NaiveDate::from_ymd_opt(2011, 1, 17).unwrap();
    let refused = apply(&Workspace::default(), money(9_007_199_254_740_992), today).unwrap_err();
    assert!(refused.iter().any(|refusal| refusal.says.contains("too large")), "{refused:?}");
    assert!(apply(&Workspace::default(), money(9_007_199_254_740_991), today).is_ok());
}
