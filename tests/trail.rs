//! What happened, in words: what people differ on, with everybody's value and what stood before.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop where it is")]

mod support;

use concordat::bundle::decode;
use concordat::domain::subject::Subject;
use concordat::domain::workspace::Workspace;
use concordat::log::{Log, WITHDRAWN};
use concordat::trail::{self, Asked, Choice, Told};
use serde_json::json;
use support::{EVENING, draft, exchange, moment, name, set, write};

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
fn a_clock_that_does_not_fit_is_said_with_who_what_and_why() {
    let mut log = Log::default();
    write(&mut log, EVENING, "risk/1", json!({ "reference": "10", "title": "Loss of key staff" }));
    write(&mut log, EVENING - 800 * 86_400, "risk/1", json!({ "level": { "l": 2, "i": 3 } }));
    let ahead = draft(EVENING + 89 * 366 * 86_400, "Member", vec![(name("risk/1"), set(json!({ "owner": "Clerk" })))]);
    log.add(log.seal(ahead));
    let (workspace, own) = (decode::workspace(&log), Workspace::default());
    let told = Told { log: &log, workspace: &workspace, own: &own };
    let now = moment(EVENING + 3 * 86_400);
    let said: Vec<_> = log.clock_misfits(now).iter().map(|one| trail::misfit(told, one, now)).collect();
    let said: Vec<_> = said.iter().map(|one| (one.who.as_str(), one.says.as_str(), one.why.as_str())).collect();
    assert_eq!(
        said,
        [
            (
                "Member",
                "Change the owner of risk 10",
                "That is 89 years ahead of this device's clock, which says 12 December 2010, 18:00."
            ),
            (
                "Treasurer",
                "Score risk 10",
                "That is 2 years before 9 December 2010, 18:00, by which Treasurer had made a change that was already known where this one was made."
            ),
        ]
    );
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

/// What undo would say of writing these fields to a record that is there already.
fn label(record: &str, stands: serde_json::Value, fields: serde_json::Value) -> String {
    let mut log = Log::default();
    write(&mut log, EVENING, record, stands);
    let change = write(&mut log, EVENING + 1, record, fields);
    let (workspace, own) = (decode::workspace(&log), Workspace::default());
    trail::describe(Told { log: &log, workspace: &workspace, own: &own }, &change)
}

#[test]
fn undo_names_the_deed_and_the_thing() {
    let risk = |fields| label("risk/1", json!({ "reference": "10", "title": "Loss of key staff" }), fields);
    assert_eq!(risk(json!({ "mitigation": "Meet weekly" })), "change the mitigation of risk 10");
    assert_eq!(risk(json!({ "level": { "l": 3, "i": 3 } })), "score risk 10");
    assert_eq!(risk(json!({ "state": { "is": "closed", "why": "Over" } })), "close risk 10");
    assert_eq!(risk(json!({ "state": { "is": "open" } })), "open risk 10 again");
    assert_eq!(risk(json!({ "owner": "Clerk", "mitigation": "Meet", "review": "2011-03-01" })), "change 3 answers of risk 10");
    assert_eq!(risk(json!({ "withdrawn": { "why": "Twice", "saw": [] } })), "withdraw risk 10");
    let title = label("workspace/w", json!({ "title": "Seven councils" }), json!({ "title": "Shared services" }));
    assert_eq!(title, "change the title of the workspace");
    let service = |fields| label("service/1", json!({ "name": "Payroll" }), fields);
    assert_eq!(service(json!({ "lead": "Head of Finance" })), "change who leads service \"Payroll\"");
    assert_eq!(service(json!({ "stage": { "stage": "live" } })), "move service \"Payroll\" to another stage");
    let milestone = label("milestone/1", json!({ "what": "Sign the agreement" }), json!({ "done": "2011-01-10" }));
    assert_eq!(milestone, "report milestone \"Sign the agreement\" as done");
    let line = label("money/1", json!({ "title": "Management team" }), json!({ "covers": ["service/1"] }));
    assert_eq!(line, "change what money line \"Management team\" covers");
}

#[test]
fn every_label_begins_with_a_verb_whatever_the_field() {
    const VERBS: [&str; 10] = ["change", "close", "enter", "open", "score", "report", "move", "amend", "say", "withdraw"];
    for kind in concordat::domain::thing::Kind::ALL {
        for field in kind.fields() {
            let record = if kind.key() == "participation" { "participation/a/b".to_owned() } else { format!("{}/x", kind.key()) };
            let said = label(&record, json!({ "source": { "paper": "S3c" } }), json!({ field.name: "as typed" }));
            assert!(VERBS.contains(&said.split(' ').next().unwrap()), "{said}");
        }
    }
}

#[test]
fn a_field_that_said_nothing_reads_as_what_that_meant() {
    let was = |record: &str, fields: serde_json::Value| {
        let mut log = Log::default();
        write(&mut log, EVENING, record, json!({ "title": "Something", "name": "Something" }));
        write(&mut log, EVENING + 1, record, fields);
        let steps = trail::steps(&log, &decode::workspace(&log), &Subject::parse(record).unwrap());
        steps.last().unwrap().fields[0].was.clone()
    };
    assert_eq!(was("risk/1", json!({ "state": { "is": "closed" } })), "Open");
    assert_eq!(was("service/1", json!({ "status": { "rag": "red" } })), "Not reported");
    assert_eq!(was("risk/1", json!({ "owner": "Clerk" })), "not stated");
}

#[test]
fn the_history_is_asked_for_by_person_kind_record_and_day() {
    let mut log = Log::default();
    write(&mut log, EVENING, "risk/1", json!({ "reference": "10", "title": "Loss of key staff" }));
    write(&mut log, EVENING + 86_400, "service/1", json!({ "name": "Payroll" }));
    let by_clerk = log.seal(draft(EVENING + 2 * 86_400, "Clerk", vec![(name("risk/1"), set(json!({ "owner": "Clerk" })))]));
    log.add(by_clerk.clone());
    let ids = |asked: &Asked| trail::changes(&log, asked).iter().map(|change| change.at.seconds() - EVENING).collect::<Vec<_>>();
    let all = Asked::default();
    assert_eq!(ids(&all), [2 * 86_400, 86_400, 0], "latest first");
    assert_eq!(ids(&Asked { by: Some("Clerk".into()), ..all.clone() }), [2 * 86_400]);
    assert_eq!(ids(&Asked { kind: Some("risk".into()), ..all.clone() }), [2 * 86_400, 0]);
    assert_eq!(ids(&Asked { of: Subject::parse("service/1"), ..all.clone() }), [86_400]);
    let (from, until) = (Some(moment(EVENING + 1)), Some(moment(EVENING + 86_401)));
    assert_eq!(ids(&Asked { from, until, ..all }), [86_400]);
    assert_eq!(trail::authors(&log), ["Clerk", "Treasurer"]);
    let (workspace, own) = (decode::workspace(&log), Workspace::default());
    let told = Told { log: &log, workspace: &workspace, own: &own };
    let entry = trail::entry(told, &by_clerk, None);
    assert!(entry.says.ends_with("risk 10"), "{}", entry.says);
    assert_eq!((entry.who.as_str(), entry.fast), ("Clerk", None));
    let (called, step) = (&entry.records[0].name, &entry.records[0].step);
    assert_eq!(called, "Risk 10: Loss of key staff");
    assert_eq!((step.fields[0].was.as_str(), step.fields[0].is.as_str()), ("not stated", "Clerk"));
}

#[test]
fn what_was_built_on_says_who_did_so() {
    let mut log = Log::default();
    let added = write(&mut log, EVENING, "risk/1", json!({ "reference": "10", "owner": "Treasurer" }));
    log.add(log.seal(draft(EVENING + 9, "Clerk", vec![(name("risk/1"), set(json!({ "owner": "Clerk" })))])));
    let (workspace, own) = (decode::workspace(&log), Workspace::default());
    let told = Told { log: &log, workspace: &workspace, own: &own };
    let fast = trail::entry(told, &added, None).fast;
    assert_eq!(fast.as_deref(), Some("Clerk has changed \"Owner\" of risk 10 since"));
}

#[test]
fn a_join_says_what_it_joined() {
    let mut log = Log::default();
    write(&mut log, EVENING, "partner/1", json!({ "name": "Redditch Borough Council" }));
    write(&mut log, EVENING, "partner/2", json!({ "name": "Redditch" }));
    let joined = write(&mut log, EVENING, "partner/2", json!({ "joined": "partner/1" }));
    let (workspace, own) = (decode::workspace(&log), Workspace::default());
    let told = Told { log: &log, workspace: &workspace, own: &own };
    assert_eq!(trail::describe(told, &joined), "join partner \"Redditch\" to partner \"Redditch Borough Council\"");
    let step = trail::step_of(&log, &workspace, &joined, &name("partner/2")).unwrap();
    assert_eq!((step.fields[0].field.as_str(), step.fields[0].is.as_str()), ("Joined to", "Redditch Borough Council"));
}

#[test]
fn a_record_that_two_people_joined_to_different_ones_is_for_somebody_to_settle() {
    let mut here = Log::default();
    for (id, called) in [(1, "Redditch Borough Council"), (2, "Redditch District Council"), (3, "Redditch")] {
        write(&mut here, EVENING, &format!("partner/{id}"), json!({ "name": called }));
    }
    let mut there = here.clone();
    write(&mut here, EVENING + 1, "partner/3", json!({ "joined": "partner/1" }));
    there.add(there.seal(draft(EVENING + 2, "Clerk", vec![(name("partner/3"), set(json!({ "joined": "partner/2" })))])));
    exchange(&mut here, &mut there);
    let all = trail::disagreements(&here, &decode::workspace(&here));
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].name.as_str(), all[0].label.as_str()), ("Redditch", "Joined to"));
    let said: Vec<_> = all[0].statements.iter().map(|said| (said.who.as_str(), said.says.as_str())).collect();
    assert_eq!(said, [("Clerk", "Redditch District Council"), ("Treasurer", "Redditch Borough Council")]);
    write(&mut here, EVENING + 9, "partner/3", json!({ "joined": "partner/1" }));
    assert_eq!(trail::disagreements(&here, &decode::workspace(&here)), []);
}

#[test]
fn a_change_of_an_act_of_several_names_all_of_them() {
    let mut log = Log::default();
    let mut enter = |who: &str, record: &str, batch: Option<&str>| {
        let mut draft = draft(EVENING, who, vec![(name(record), set(json!({ "title": record })))]);
        draft.batch = batch.map(str::to_owned);
        let change = log.seal(draft);
        log.add(change.clone());
        change.id
    };
    let first = enter("Clerk", "risk/1", Some("sheet"));
    let alone = enter("Clerk", "risk/2", None);
    let second = enter("Clerk", "risk/3", Some("sheet"));
    let anothers = enter("Member", "risk/4", Some("sheet"));
    let (workspace, own) = (decode::workspace(&log), Workspace::default());
    let told = Told { log: &log, workspace: &workspace, own: &own };
    let act = |id| trail::entry(told, log.change(&id).unwrap(), None).act;
    assert_eq!(act(first), [first, second]);
    assert_eq!(act(second), [first, second]);
    assert_eq!(act(alone), [alone]);
    assert_eq!(act(anothers), [anothers], "A name of an act is its author's own.");
}

#[test]
fn a_publication_is_not_undone_and_says_why_and_a_draft_is() {
    let mut log = Log::default();
    let report = json!({ "service": "service/payroll", "ending": "2010-11-30", "version": 1 });
    let draft_of = write(&mut log, EVENING, "highlight/draft", report.clone());
    let mut issued = report;
    issued["issued"] = json!({ "on": "2011-01-17" });
    let published = write(&mut log, EVENING + 1, "highlight/one", issued);
    assert!(trail::reversal(&log, &draft_of.id).is_ok());
    let refused = trail::reversal(&log, &published.id).unwrap_err();
    assert_eq!(refused, trail::NotUndone::Published);
    let workspace = decode::workspace(&log);
    let told = Told { log: &log, workspace: &workspace, own: &workspace };
    assert_eq!(trail::why_not(told, &refused), "a published report stays as it is; correct it, which makes a new version");
    // What else was done to it, such as marking it exempt, goes back as ever.
    let marked = write(&mut log, EVENING + 2, "highlight/one", json!({ "exempt": { "paragraph": 3, "reason": "Prices." } }));
    assert!(trail::reversal(&log, &marked.id).is_ok());
}
