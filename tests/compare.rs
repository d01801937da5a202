//! Two states beside each other: what was added, changed and removed, with figures and risks in front.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop where it is")]

mod support;

use chrono::NaiveDate;
use concordat::analysis::compare::compared;
use concordat::bundle::decode;
use concordat::domain::pence::Pence;
use concordat::domain::risk::Direction;
use concordat::domain::thing::Kind;
use concordat::domain::workspace::Workspace;
use concordat::log::{Log, WITHDRAWN};
use serde_json::{Value, json};
use support::{EVENING, name, write};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2011, 1, 17).unwrap()
}

fn saving(pence: i64) -> Value {
    json!({ "kind": "saving", "pence": pence, "year": "2010/11", "basis": "forecast" })
}

fn then() -> Log {
    let mut log = Log::default();
    write(&mut log, EVENING, "risk/1", json!({ "reference": "8", "title": "Staff", "level": { "l": 3, "i": 2 } }));
    write(&mut log, EVENING, "risk/2", json!({ "reference": "10", "title": "Clash", "level": { "l": 1, "i": 1 } }));
    write(&mut log, EVENING, "money/1", json!({ "title": "Payroll", "sum": saving(51_400_000) }));
    write(&mut log, EVENING, "service/1", json!({ "name": "Payroll" }));
    log
}

#[test]
fn what_is_the_same_is_left_out() {
    let then = decode::workspace(&then());
    let same = compared(&then, &then, today());
    assert_eq!((same.risks, same.kinds), (vec![], vec![]));
    assert_eq!((same.savings[0].was, same.savings[0].is), (Some(Pence(51_400_000)), Some(Pence(51_400_000))));
    assert_eq!(compared(&Workspace::default(), &Workspace::default(), today()), Default::default());
}

#[test]
fn savings_and_risks_stand_in_front_of_everything_else() {
    let mut log = then();
    let before = decode::workspace(&log);
    write(&mut log, EVENING + 1, "risk/1", json!({ "level": { "l": 3, "i": 3 } }));
    write(&mut log, EVENING + 1, "risk/3", json!({ "reference": "11", "title": "Flood", "level": { "l": 1, "i": 4 } }));
    write(&mut log, EVENING + 1, "money/1", json!({ "sum": saving(50_000_000) }));
    let withdrawal = log.withdrawal(&name("service/1"), "Entered twice");
    write(&mut log, EVENING + 1, "service/1", json!({ WITHDRAWN: withdrawal }));
    let found = compared(&before, &decode::workspace(&log), today());
    let sum = &found.savings[0];
    assert_eq!((sum.name.as_str(), sum.was, sum.is), ("Forecast, 2010/11", Some(Pence(51_400_000)), Some(Pence(50_000_000))));
    let risks: Vec<_> = found.risks.iter().map(|risk| (risk.name.as_str(), risk.direction)).collect();
    assert_eq!(risks, [("Risk 8: Staff", Direction::Increased), ("Risk 11: Flood", Direction::New)]);
    let kinds: Vec<_> =
        found.kinds.iter().map(|kind| (kind.kind, kind.added.len(), kind.changed.len(), kind.removed.len())).collect();
    assert_eq!(kinds, [(Kind::Service, 0, 0, 1), (Kind::Money, 0, 1, 0), (Kind::Risk, 1, 1, 0)]);
    let (_, fields) = &found.kinds[2].changed[0];
    assert_eq!((fields[0].label.as_str(), fields.len()), ("Likelihood and impact", 1));
    assert!(fields[0].was.ends_with("score 6") && fields[0].is.ends_with("score 9"), "{fields:?}");
}

#[test]
fn what_is_new_stands_by_its_number_and_is_counted_in_plain_words() {
    let mut log = then();
    let before = decode::workspace(&log);
    assert_eq!(compared(&before, &before, today()).counted(), "Nothing was added, changed or removed");
    for reference in ["10", "2", "11"] {
        write(
            &mut log,
            EVENING + 1,
            &format!("risk/new-{reference}"),
            json!({ "reference": reference, "title": "Flood", "level": { "l": 1, "i": 4 } }),
        );
    }
    let found = compared(&before, &decode::workspace(&log), today());
    let risks: Vec<_> = found.risks.iter().map(|risk| risk.name.as_str()).collect();
    assert_eq!(risks, ["Risk 2: Flood", "Risk 10: Flood", "Risk 11: Flood"]);
    let added: Vec<_> = found.kinds[0].added.iter().map(|named| named.name.as_str()).collect();
    assert_eq!(added, risks);
    assert_eq!(found.counted(), "3 things were added, none changed and none removed");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 100, ..Default::default() })]

    /// Read the other way round, what was added was removed, and what changed changed back.
    #[test]
    fn the_other_way_round_is_the_mirror(acts in support::acts(30), cut in proptest::prelude::any::<proptest::sample::Index>()) {
        let changes = support::union(&support::play(&acts));
        let part = if changes.is_empty() { 0 } else { cut.index(changes.len()) };
        let (one, other) = (decode::workspace(&Log::of(changes[..part].to_vec())), decode::workspace(&Log::of(changes)));
        let (there, back) = (compared(&one, &other, today()), compared(&other, &one, today()));
        proptest::prop_assert_eq!(there.kinds.len(), back.kinds.len());
        for (there, back) in there.kinds.iter().zip(&back.kinds) {
            let records = |named: &[concordat::analysis::compare::Named]| {
                named.iter().map(|named| named.record.clone()).collect::<std::collections::BTreeSet<_>>()
            };
            proptest::prop_assert_eq!(records(&there.added), records(&back.removed));
            proptest::prop_assert_eq!(records(&there.removed), records(&back.added));
            proptest::prop_assert_eq!(there.changed.len(), back.changed.len());
        }
    }
}
