//! The typed whole of a log: record by record or all at once, it is the same.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that dies there has found something")]

use chrono::NaiveDate;
use concordat::bundle::decode;
use concordat::domain::command::{Command, Doing, apply};
use concordat::domain::money::{Money, MoneyId};
use concordat::domain::partner::PartnerId;
use concordat::domain::service::{Part, Participation, ParticipationId, Role};
use concordat::domain::subject::Subject;
use concordat::domain::thing::{Kind, Thing};
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
    let record = log.record(&name("risk/1")).unwrap();
    let why = |field| format!("{field}: {}", Kind::Risk.why_unread(field, record.value(field).unwrap()).unwrap());
    let reasons: Vec<_> = workspace.marks("risk/1").iter().map(|mark| why(mark.field())).collect();
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

fn subject(text: &str) -> Subject {
    Subject::parse(text).unwrap()
}

fn entered_twice() -> Log {
    let mut log = Log::default();
    for id in ["1", "2"] {
        write(&mut log, &format!("partner/{id}"), json!({ "name": "Redditch Borough Council", "code": "RBC" }));
        write(&mut log, &format!("service/{id}"), json!({ "name": "Payroll", "parent": "service/1" }));
        write(&mut log, &format!("programme/{id}"), json!({ "name": "WETT" }));
        write(&mut log, &format!("risk/{id}"), json!({ "title": "Staff", "programme": "programme/2", "service": "service/2" }));
        write(&mut log, &format!("participation/{id}/2"), json!({ "part": { "role": "in" } }));
    }
    write(&mut log, "participation/1/1", json!({ "part": { "role": "host" } }));
    write(&mut log, "issue/1", json!({ "title": "Flood", "risk": "risk/2", "service": "service/2", "programme": "programme/2" }));
    write(&mut log, "milestone/1", json!({ "what": "Go live", "about": "service/2" }));
    write(&mut log, "phase/1", json!({ "name": "First", "programme": "programme/2" }));
    write(&mut log, "note/1", json!({ "text": "Ask", "about": "participation/2/2" }));
    write(&mut log, "workspace/1", json!({ "title": "Ours", "order": ["partner/2", "partner/1"] }));
    write(&mut log, "money/2", json!({ "title": "Licences" }));
    write(
        &mut log,
        "money/1",
        json!({
            "title": "Payroll saving", "partners": ["partner/1", "partner/2"], "covers": ["service/2", "service/1"],
            "part_of": "money/2", "net_of": "money/2", "rival_of": "money/2",
            "split": { "rule": "percent", "parts": [{ "partner": "partner/1", "weight": 4_000 }, { "partner": "partner/2", "weight": 6_000 }] },
        }),
    );
    write(&mut log, "money/0", json!({ "title": "Licences" }));
    log
}

#[test]
fn what_pointed_at_one_then_points_at_the_other() {
    let mut log = entered_twice();
    let before = decode::workspace(&log);
    for kind in ["partner", "service", "programme", "risk"] {
        write(&mut log, &format!("{kind}/2"), json!({ "joined": format!("{kind}/1") }));
    }
    write(&mut log, "money/2", json!({ "joined": "money/0" }));
    let workspace = decode::workspace(&log);
    for kind in ["partner", "service", "programme", "risk"] {
        assert!(!workspace.holds(&subject(&format!("{kind}/2"))), "{kind}");
        assert!(workspace.holds(&subject(&format!("{kind}/1"))), "{kind}");
    }
    for thing in workspace.things() {
        let text = format!("{} {}", thing.subject(), json!(thing.encode()));
        for gone in ["partner/2", "service/2", "programme/2", "risk/2", "money/2", "/2/2", "/1/2"] {
            assert!(!text.contains(gone), "{text} still speaks of {gone}");
        }
    }
    let line = workspace.money.get(&MoneyId::new("1").unwrap()).unwrap();
    assert_eq!(line.partners.as_ref().unwrap().len(), 1);
    assert_eq!(line.split.as_ref().unwrap().parts[0].weight, 10_000);
    let parts: Vec<_> = workspace.participations.values().map(|part| part.part.as_ref().unwrap().role).collect();
    assert_eq!(parts, [Role::Host], "the part that was entered for the one that stands counts");
    assert_eq!(workspace.services.values().next().unwrap().parent, None, "nothing is part of itself");

    for change in log.changes().iter().rev().take(5).map(|change| change.id).collect::<Vec<_>>() {
        let reversal = log.reversal(&change).unwrap();
        log.add(log.seal(Draft { edits: reversal, ..draft("partner/2", json!({})) }));
    }
    assert_eq!(decode::workspace(&log), before);
}

#[test]
fn a_part_entered_for_a_joined_partner_is_edited_whole() {
    let mut log = Log::default();
    for id in ["1", "2"] {
        write(&mut log, &format!("partner/{id}"), json!({ "name": "Redditch" }));
    }
    write(&mut log, "service/1", json!({ "name": "Payroll" }));
    write(&mut log, "participation/1/2", json!({ "part": { "role": "in" }, "term": { "from": "2010-06-01" } }));
    write(&mut log, "partner/2", json!({ "joined": "partner/1" }));
    let mut workspace = decode::workspace(&log);
    let before = workspace.thing(&subject("participation/1/1")).unwrap();
    let Thing::Participation(part) = before.clone() else { unreachable!() };
    let after = Participation { part: Some(Part { role: Role::Host, note: None }), ..Participation::clone(&part) };
    let command = Command::Put { before: Some(before), after: after.clone().into() };
    let outcome = apply(&workspace, command, NaiveDate::default()).unwrap();
    let Doing::Set(set) = &outcome.edits[0].doing else { unreachable!() };
    write(&mut log, "participation/1/1", json!(set));
    decode::take_in(&mut workspace, &log, &[name("participation/1/1")].into());
    assert_eq!(workspace.participations.values().collect::<Vec<_>>(), [&after]);
    assert_eq!(workspace, decode::workspace(&log));
}

#[test]
fn only_two_of_a_kind_are_joined_and_the_earlier_stands() {
    let log = entered_twice();
    let workspace = decode::workspace(&log);
    let join = |one: &str, other: &str, reason: &str| {
        let command = Command::Join { one: subject(one), other: subject(other), reason: reason.to_owned() };
        apply(&workspace, command, NaiveDate::default())
    };
    for (one, other) in [("partner/1", "partner/2"), ("partner/2", "partner/1")] {
        let outcome = join(one, other, "The same council").unwrap();
        assert_eq!(outcome.edits[0].record, subject("partner/2"));
        assert_eq!(outcome.edits[0].doing, Doing::Set([("joined".to_owned(), json!("partner/1"))].into()));
    }
    assert!(join("partner/1", "service/1", "Why not").is_err());
    assert!(join("partner/1", "partner/1", "Why not").is_err());
    assert!(join("partner/1", "partner/9", "Why not").is_err());
    assert_eq!(join("partner/1", "partner/2", " ").unwrap_err()[0].field, "reason");
    let pairs: Vec<_> =
        concordat::analysis::duplicates::duplicates(&workspace).into_iter().map(|pair| (pair.later, pair.common.len())).collect();
    assert_eq!(pairs, [(subject("partner/2"), 2), (subject("risk/2"), 1), (subject("service/2"), 1)]);
}

#[test]
fn two_that_look_alike_and_are_two_are_not_listed_again() {
    let alike = |log: &Log| -> Vec<_> {
        let pairs = concordat::analysis::duplicates::duplicates(&decode::workspace(log));
        pairs.into_iter().map(|pair| (pair.first.to_string(), pair.later.to_string())).collect()
    };
    let pair = |first: &str, later: &str| (first.to_owned(), later.to_owned());
    let mut log = Log::default();
    for id in 1..=3 {
        write(&mut log, &format!("partner/{id}"), json!({ "name": "Wychavon" }));
    }
    assert_eq!(alike(&log), [pair("partner/1", "partner/2"), pair("partner/1", "partner/3")]);
    let keep_apart = |log: &mut Log, one: &str, other: &str| {
        let workspace = decode::workspace(log);
        let command = Command::KeepApart { one: subject(one), other: subject(other), reason: "Two councils".to_owned() };
        let outcome = apply(&workspace, command, NaiveDate::default()).unwrap();
        let Doing::Set(set) = &outcome.edits[0].doing else { panic!("It sets a field.") };
        write(log, outcome.edits[0].record.as_str(), json!(set));
    };
    keep_apart(&mut log, "partner/3", "partner/1");
    assert_eq!(alike(&log), [pair("partner/1", "partner/2"), pair("partner/2", "partner/3")]);
    keep_apart(&mut log, "partner/2", "partner/3");
    assert_eq!(alike(&log), [pair("partner/1", "partner/2")]);
    keep_apart(&mut log, "partner/1", "partner/2");
    assert!(alike(&log).is_empty());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 200, ..Default::default() })]

    #[test]
    fn joins_in_any_order_and_crossing_agree_everywhere(
        joins in proptest::collection::vec((0..6_usize, 0..5_usize, 0..5_usize), 1..10),
        apart in proptest::collection::vec(proptest::bool::ANY, 10),
        seed in 0..9_u8,
    ) {
        let kinds = ["partner", "service", "risk"];
        let mut log = Log::default();
        for kind in kinds {
            for id in 0..5 {
                write(&mut log, &format!("{kind}/{id}"), json!({ "name": "Same", "title": "Same", "parent": format!("service/{}", (id + 1) % 5) }));
            }
        }
        for id in 0..5 {
            write(&mut log, &format!("participation/{id}/{}", (id * 2) % 5), json!({ "part": { "role": "in" } }));
        }
        let base = log.clone();
        let mut there = log.clone();
        for ((kind, one, other), apart) in joins.iter().zip(&apart) {
            let kind = kinds[kind % 3];
            let side = if *apart { &mut there } else { &mut log };
            write(side, &format!("{kind}/{one}"), json!({ "joined": format!("{kind}/{other}") }));
        }
        // Kept step by step, in another order each way.
        let mut kept = decode::workspace(&base);
        let mut held = base;
        let mut all: Vec<_> = log.changes().iter().chain(there.changes()).cloned().collect();
        all.sort_by_key(|change| change.id.0.map(|byte| byte.wrapping_mul(seed | 1)));
        for change in all {
            let touched = change.edits.iter().map(|edit| edit.record.clone()).collect();
            held.add(change);
            decode::take_in(&mut kept, &held, &touched);
        }
        for change in there.changes() {
            log.add(change.clone());
        }
        let merged = decode::workspace(&log);
        proptest::prop_assert_eq!(&kept, &merged);
        for thing in merged.things() {
            proptest::prop_assert!(!merged.joins.is_joined(&thing.subject()), "{} was joined", thing.subject());
            for word in json!(thing.encode()).to_string().split('"').filter_map(Subject::parse) {
                proptest::prop_assert!(!merged.joins.is_joined(&word), "{} speaks of {word}", thing.subject());
            }
        }
        for kind in kinds {
            for id in 0..5 {
                let stands = merged.joins.stands_for(&subject(&format!("{kind}/{id}")));
                proptest::prop_assert!(merged.holds(&stands));
            }
        }
    }
}
