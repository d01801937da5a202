//! What happened, in words: what people differ on, with everybody's value and what stood before.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop where it is")]

mod support;

use concordat::bundle::decode;
use concordat::log::{Log, WITHDRAWN};
use concordat::trail::{self, Choice};
use serde_json::json;
use support::{EVENING, draft, name, set, write};

fn exchange(here: &mut Log, there: &mut Log) {
    for change in here.clone().changes() {
        there.add(change.clone());
    }
    for change in there.changes() {
        here.add(change.clone());
    }
}

#[test]
fn a_disagreement_says_who_wrote_what_and_what_stood_before() {
    let mut here = Log::default();
    write(&mut here, EVENING, "risk/1", json!({ "reference": "10", "title": "Loss of key staff", "owner": "Treasurer" }));
    let mut there = here.clone();
    write(&mut here, EVENING + 1, "risk/1", json!({ "owner": "Clerk" }));
    let change = there.seal(draft(EVENING + 60, "Member", vec![(name("risk/1"), set(json!({ "owner": null })))]));
    there.add(change);
    exchange(&mut here, &mut there);
    let workspace = decode::workspace(&here);
    let all = trail::disagreements(&here, &workspace);
    assert_eq!(all.len(), 1);
    let one = &all[0];
    assert_eq!((one.name.as_str(), one.kind.as_str(), one.label.as_str()), ("Risk 10: Loss of key staff", "Risk", "Owner"));
    assert_eq!(one.before.as_deref(), Some("Treasurer"));
    let said: Vec<_> = one.statements.iter().map(|said| (said.who.as_str(), said.says.as_str(), said.at.seconds())).collect();
    assert_eq!(said, [("Member", "not stated", EVENING + 60), ("Treasurer", "Clerk", EVENING + 1)]);
    assert_eq!(one.statements[1].choice, Choice::Value(json!("Clerk")));
    write(&mut here, EVENING + 99, "risk/1", json!({ "owner": "Clerk" }));
    assert_eq!(trail::disagreements(&here, &decode::workspace(&here)), []);
}

#[test]
fn what_one_removed_and_another_changed_is_kept_or_removed() {
    let mut here = Log::default();
    write(&mut here, EVENING, "service/1", json!({ "name": "Payroll" }));
    let mut there = here.clone();
    let withdrawal = here.withdrawal(&name("service/1"), "Entered twice");
    write(&mut here, EVENING + 1, "service/1", json!({ WITHDRAWN: withdrawal }));
    let sets = set(json!({ "lead": "Head of Finance", "theme": "Money" }));
    there.add(there.seal(draft(EVENING + 2, "Clerk", vec![(name("service/1"), sets)])));
    exchange(&mut here, &mut there);
    let all = trail::disagreements(&here, &decode::workspace(&here));
    assert_eq!(all.len(), 1);
    assert!(all[0].is_about_use());
    let said: Vec<_> =
        all[0].statements.iter().map(|said| (said.who.as_str(), said.says.as_str(), said.choice.clone())).collect();
    let kept = "Keep it, with Lead officer: Head of Finance; Theme: Money";
    assert_eq!(said, [("Treasurer", "Remove it: Entered twice", Choice::Remove), ("Clerk", kept, Choice::Keep)]);
}
