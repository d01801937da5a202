//! The log's promises: nothing is lost, the order of arrival never counts, nobody's clock decides, undo is a change.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop where it is")]

mod support;

use std::collections::BTreeSet;

use concordat::bundle::migrate;
use concordat::log::{Added, CannotUndo, Change, ClockMisfit, LineError, Log, RecordId, SCHEMA, Standing, WITHDRAWN, WhyNotThen};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use serde_json::{Value, json};
use support::{Act, EVENING, acts, draft, exchange, moment, name, play, said, sealed_by_hand, set, step, union, values, write};

/// How many cases each property is tried on: a few in everyday runs, as many as `make soak` says in the long one.
fn cases(everyday: u32) -> ProptestConfig {
    let cases = std::env::var("SOAK_CASES").ok().map_or(everyday, |cases| cases.parse().unwrap());
    ProptestConfig { cases, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn every_order_of_union_gives_the_same(acts in acts(40), seed in any::<u64>(), repeated in any::<Vec<Index>>()) {
        let changes = union(&play(&acts));
        let mut shuffled = changes.clone();
        shuffled.extend(repeated.iter().filter(|_| !changes.is_empty()).map(|index| changes[index.index(changes.len())].clone()));
        shuffled.sort_by_key(|change| change.id.0.map(|byte| byte.wrapping_mul(seed.to_le_bytes()[usize::from(byte % 8)] | 1)));
        let one = Log::of(changes.iter().cloned());
        prop_assert_eq!(said(&one), said(&Log::of(shuffled)));
        prop_assert_eq!(said(&one), said(&Log::of(changes.into_iter().rev())));
    }

    #[test]
    fn the_state_kept_step_by_step_is_the_fold_of_the_log(acts in acts(24)) {
        let mut devices = play(&[]);
        for act in &acts {
            step(&mut devices, act);
            for device in &devices {
                let read = device.log.changes().iter().map(|change| Change::read(change.line()).unwrap());
                prop_assert_eq!(said(&device.log), said(&Log::of(read)));
            }
        }
    }

    #[test]
    fn an_older_log_is_opened_from_what_was_kept(acts in acts(20)) {
        let log = Log::of(union(&play(&acts)));
        let kept = log.changes().iter().map(|change| migrate::read_kept(change.line()).unwrap());
        prop_assert_eq!(said(&Log::of(kept)), said(&log));
    }

    #[test]
    fn every_write_is_a_head_or_named_by_what_replaced_it(acts in acts(40)) {
        let log = Log::of(union(&play(&acts)));
        for change in log.changes() {
            for edit in &change.edits {
                for field in edit.set.keys() {
                    let is_head = log.record(&edit.record).unwrap().heads(field).contains(&change.id);
                    let is_replaced = log.changes().iter().flat_map(|other| &other.edits).any(|other| {
                        other.record == edit.record && other.over.get(field).is_some_and(|over| over.contains(&change.id))
                    });
                    prop_assert!(is_head != is_replaced, "{} of {}", field, edit.record);
                }
            }
        }
    }

    #[test]
    fn every_value_shown_was_written_by_some_person(acts in acts(40)) {
        let log = Log::of(union(&play(&acts)));
        for ((record, field), value) in values(&log) {
            let wrote = |change: &Change| change.edits.iter().any(|edit| edit.record.as_str() == record && edit.set.get(&field) == Some(&value));
            prop_assert!(log.changes().iter().any(wrote));
        }
    }

    #[test]
    fn conflicts_are_settled_for_everybody(acts in acts(40)) {
        let mut log = Log::of(union(&play(&acts)));
        while let Some((record, field)) = log.conflicts().into_iter().next() {
            let value = match field.as_str() {
                WITHDRAWN => Value::Null,
                _ => log.record(&record).unwrap().reading(&field).unwrap().heads.last().unwrap().value.clone(),
            };
            let change = log.seal(draft(0, "Chair", vec![(record, set(json!({ field: value })))]));
            log.add(change);
        }
        prop_assert_eq!(log.conflicts(), []);
        let reversed = Log::of(log.changes().iter().rev().cloned());
        prop_assert_eq!(reversed.conflicts(), []);
    }

    #[test]
    fn who_settles_otherwise_opens_the_conflict_again(acts in acts(40)) {
        let mut here = Log::of(union(&play(&acts)));
        let mut there = here.clone();
        let open = here.conflicts();
        for (record, field) in &open {
            let heads = here.record(record).unwrap().reading(field).unwrap().heads;
            let (one, other) = if field == WITHDRAWN {
                (Value::Null, there.withdrawal(record, "Entered twice"))
            } else {
                let other = heads.iter().find(|head| head.value != heads[0].value).unwrap();
                (heads[0].value.clone(), other.value.clone())
            };
            let settle = |log: &Log, who, value| log.seal(draft(EVENING, who, vec![(record.clone(), set(json!({ field.clone(): value })))]));
            let (one, other) = (settle(&here, "Chair", one), settle(&there, "Vice-chair", other));
            here.add(one);
            there.add(other);
        }
        prop_assert_eq!(here.conflicts(), []);
        exchange(&mut here, &mut there);
        prop_assert_eq!(here.conflicts(), there.conflicts());
        prop_assert_eq!(&here.conflicts(), &open);
        for (record, field) in open {
            let value = match field.as_str() {
                WITHDRAWN => Value::Null,
                _ => here.record(&record).unwrap().reading(&field).unwrap().heads[0].value.clone(),
            };
            here.add(here.seal(draft(EVENING, "Board", vec![(record, set(json!({ field: value })))])));
        }
        exchange(&mut here, &mut there);
        prop_assert_eq!(there.conflicts(), []);
    }

    #[test]
    fn what_stood_before_is_what_both_replaced(acts in acts(24), record in support::record()) {
        let mut here = Log::of(union(&play(&acts)));
        let mut there = here.clone();
        let mut before: Vec<Value> = Vec::new();
        for head in here.record(&record).and_then(|record| record.reading("owner")).iter().flat_map(|reading| &reading.heads) {
            if !before.contains(head.value) {
                before.push(head.value.clone());
            }
        }
        for (log, name) in [(&mut here, "Clerk"), (&mut there, "Member")] {
            for step in 0..2 {
                write(log, EVENING + step, record.as_str(), json!({ "owner": format!("{name} {step}") }));
            }
        }
        exchange(&mut here, &mut there);
        let mut stood: Vec<Value> = here.stood_before(&record, "owner").into_iter().cloned().collect();
        stood.sort_by_key(Value::to_string);
        before.sort_by_key(Value::to_string);
        prop_assert_eq!(stood, before);
    }

    #[test]
    fn one_flipped_bit_is_never_taken_for_a_change(acts in acts(12), place in any::<Index>(), bit in 0..8_u32) {
        let changes = union(&play(&acts));
        for change in &changes {
            let mut bytes = change.line().as_bytes().to_vec();
            let place = place.index(bytes.len());
            bytes[place] ^= 1 << bit;
            let Ok(text) = String::from_utf8(bytes) else { continue };
            // A bit of an escape's hexadecimal digits can be only another way to write the same text: `\u001F`.
            for read in [Change::read(&text), Change::read_kept(&text)].into_iter().flatten() {
                prop_assert_eq!(&read, change, "{}", text);
                prop_assert!(text.eq_ignore_ascii_case(change.line()) && text.contains("\\u00"), "{}", text);
            }
        }
    }

    #[test]
    fn a_line_is_read_back_however_it_is_laid_out(acts in acts(12)) {
        for change in union(&play(&acts)) {
            let value: Value = serde_json::from_str(change.line()).unwrap();
            let pretty = serde_json::to_string_pretty(&value).unwrap();
            let escaped: String = change.line().chars().map(|letter| if letter.is_ascii() { letter.to_string() } else {
                letter.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect()
            }).collect();
            for text in [change.line(), &pretty, &escaped] {
                prop_assert_eq!(&Change::read(text).unwrap(), &change);
                prop_assert_eq!(&Change::read_kept(text).unwrap(), &change);
            }
        }
    }

    #[test]
    fn undo_restores_and_redo_is_the_undo_of_undo(acts in acts(30), edits in support::edits(), who in 0..4_usize) {
        let mut device = play(&acts).swap_remove(who);
        let log = &mut device.log;
        // Also in a record that is out of use, whose conflicts nobody is asked about.
        let is_conflict = |record: &RecordId, field: &String| {
            log.record(record).and_then(|found| found.reading(field)).is_some_and(|reading| reading.is_conflict())
        };
        let settles = edits.iter().any(|(record, fields)| fields.keys().any(|field| is_conflict(record, field)));
        let (before, was) = (values(log), standings(log));
        let done = log.seal(draft(EVENING, "Treasurer", edits.clone()));
        log.add(done.clone());
        let (after, is) = (values(log), standings(log));
        match log.reversal(&done.id) {
            Err(CannotUndo::Settlement { .. }) => prop_assert!(settles),
            Err(other) => prop_assert!(false, "{}", other),
            Ok(reversal) => {
                let undo = log.seal(draft(EVENING - 5, "Treasurer", reversal));
                log.add(undo.clone());
                let created: BTreeSet<_> = edits.iter().map(|(record, _)| record.to_string()).filter(|record| !was.contains_key(record)).collect();
                let kept = |all: std::collections::BTreeMap<(String, String), Value>| -> Vec<_> {
                    all.into_iter().filter(|((record, _), _)| !created.contains(record)).collect()
                };
                prop_assert_eq!(kept(values(log)), kept(before));
                for record in &created {
                    prop_assert_eq!(log.record(&name(record)).unwrap().standing(), Standing::Withdrawn);
                }
                let redo = log.reversal(&undo.id).unwrap();
                let redo = log.seal(draft(EVENING - 10, "Treasurer", redo));
                log.add(redo);
                prop_assert_eq!(values(log), after);
                for record in &created {
                    prop_assert_eq!(log.record(&name(record)).unwrap().standing(), Standing::Kept);
                    prop_assert_eq!(is.get(record), Some(&Standing::Kept));
                }
            }
        }
    }

    #[test]
    fn an_earlier_log_holds_the_parents_of_all_that_it_holds(acts in acts(40), cut in -4 * 365..90 * 365_i64) {
        let log = Log::of(union(&play(&acts)));
        let end = moment(EVENING + cut * 86_400);
        let arrived = moment(EVENING + 30 * 86_400);
        let then = log.as_at(end, |_| arrived);
        for change in then.log.changes() {
            for parent in &change.after {
                prop_assert!(then.log.holds(parent) || !log.holds(parent));
            }
        }
        for change in log.changes() {
            let is_misfit = change.at > arrived.plus_days(1);
            prop_assert_eq!(then.misfits.contains(&change.id), is_misfit);
            if then.log.holds(&change.id) {
                prop_assert!(is_misfit || change.at < end);
            }
        }
        let of_first = |record: &str| record == "risk/1";
        let partly = log.as_at_of(end, |_| arrived, |record| of_first(record.as_str()));
        let only_first = |log: &Log| values(log).into_iter().filter(|((record, _), _)| of_first(record)).collect::<Vec<_>>();
        prop_assert_eq!(only_first(&partly.log), only_first(&then.log));
        let touched = log.touched_since(end, |_| arrived);
        let (again, before) = log.touched_since_and_before(end, |_| arrived);
        prop_assert_eq!(&again, &touched);
        let of_touched = |log: &Log| values(log).into_iter().filter(|((record, _), _)| touched.contains(&name(record))).collect::<Vec<_>>();
        prop_assert_eq!(of_touched(&before), of_touched(&then.log));
        let rest = |log: &Log| -> Vec<_> {
            let is_rest = |record: &str| touched.iter().all(|name| name.as_str() != record);
            values(log).into_iter().filter(|((record, _), _)| is_rest(record)).collect()
        };
        prop_assert_eq!(rest(&log), rest(&then.log));
        let seen = log.seen_by(&log.heads());
        prop_assert_eq!(seen.changes().len(), log.changes().len());
    }
}

fn standings(log: &Log) -> std::collections::BTreeMap<String, Standing> {
    log.records().map(|(id, record)| (id.to_string(), record.standing())).collect()
}

#[test]
fn what_a_newer_version_adds_survives_byte_by_byte() {
    let mut log = Log::default();
    let change = write(&mut log, EVENING, "risk/1", json!({ "title": "Loss of key staff" }));
    let mut body: Value = serde_json::from_str(change.line()).unwrap();
    body["schema"] = json!(SCHEMA + 6);
    body["mood"] = json!({ "ünüsual": [1, "two", null] });
    body["zeal"] = json!("id\":\"");
    body["edits"][0]["because"] = json!({ "id": "x" });
    let line = sealed_by_hand(body);
    let read = Change::read(&line).unwrap();
    assert_eq!(read.line(), line);
    assert_eq!((read.schema, &read.edits), (SCHEMA + 6, &change.edits));
    assert_eq!(Change::read_kept(&line).unwrap(), read);
    let pretty = serde_json::to_string_pretty(&serde_json::from_str::<Value>(&line).unwrap()).unwrap();
    assert_eq!(Change::read(&pretty).unwrap(), read);
}

#[test]
fn a_proper_id_does_not_make_a_change_of_anything() {
    let good: Value = {
        let mut log = Log::default();
        serde_json::from_str(write(&mut log, EVENING, "risk/1", json!({ "title": "Loss of key staff" })).line()).unwrap()
    };
    let changed = |pointer: &str, value: Value| {
        let mut body = good.clone();
        *body.pointer_mut(pointer).unwrap() = value;
        sealed_by_hand(body)
    };
    for (line, path) in [
        (changed("/after", json!("none")), "after"),
        (changed("/after", json!(["00"])), "after.0"),
        (changed("/at", json!("9 December 2010")), "at"),
        (changed("/by", json!(["Treasurer", "Redditch"])), "by"),
        (changed("/by/name", json!(5)), "by.name"),
        (changed("/schema", json!(0)), "schema"),
        (changed("/schema", json!(-1)), "schema"),
        (changed("/edits", json!({})), "edits"),
        (changed("/edits/0", json!(["risk/1", {}, {}])), "edits.0"),
        (changed("/edits/0/record", json!("Risk 1")), "edits.0.record"),
        (changed("/edits/0/set", json!({ "Title": 1 })), "edits.0.set"),
        (changed("/edits/0/over", json!({ "owner": [] })), "edits.0.over"),
        (changed("/edits/0/over", json!({ "title": ["x"] })), "edits.0.over.title.0"),
        (changed("/edits", json!([good["edits"][0], good["edits"][0]])), "edits.1.record"),
    ] {
        for read in [Change::read(&line), Change::read_kept(&line)] {
            match read {
                Err(LineError::Shape { path: found, .. }) => assert_eq!(found, path, "{line}"),
                other => panic!("{line}: {other:?}"),
            }
        }
    }
    for missing in ["after", "at", "by", "edits", "schema"] {
        let mut body = good.clone();
        body.as_object_mut().unwrap().remove(missing);
        let error = Change::read(&sealed_by_hand(body)).unwrap_err().to_string();
        assert_eq!(error, format!("\"{missing}\" is missing"));
    }
}

#[test]
fn the_kept_way_of_reading_takes_no_spelling_of_its_own() {
    let mut log = Log::default();
    let change = write(&mut log, EVENING, "risk/1", json!({ "title": "Loss of key staff" }));
    let line = change.line();
    // A digest over blanks is no id, whichever way it is read.
    let (before, behind) = line.split_once(&format!(",\"id\":\"{}\"", change.id)).unwrap();
    let spaced = format!("{before} {behind}");
    let id: String = {
        use sha2::{Digest, Sha256};
        Sha256::digest(spaced.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    };
    let forged = format!("{before},\"id\":\"{id}\" {behind}");
    assert!(matches!(Change::read(&forged), Err(LineError::Altered { .. })));
}

#[test]
fn two_settlements_made_apart_conflict_again() {
    let (mut here, mut there) = two_logs_in_conflict();
    write(&mut here, EVENING, "risk/1", json!({ "owner": "Chair" }));
    write(&mut there, EVENING, "risk/1", json!({ "owner": "Vice-chair" }));
    assert_eq!((here.conflicts(), there.conflicts()), (vec![], vec![]));
    exchange(&mut here, &mut there);
    assert_eq!(here.conflicts(), [(name("risk/1"), "owner".to_owned())]);
    assert_eq!(said(&here), said(&there));
    write(&mut here, EVENING, "risk/1", json!({ "owner": "Chair" }));
    exchange(&mut here, &mut there);
    assert_eq!(there.conflicts(), []);
}

#[test]
fn the_same_value_from_two_people_is_no_conflict() {
    let mut here = Log::default();
    write(&mut here, EVENING, "risk/1", json!({ "owner": "Treasurer" }));
    let mut there = here.clone();
    write(&mut here, EVENING, "risk/1", json!({ "owner": "Clerk" }));
    write(&mut there, EVENING + 1, "risk/1", json!({ "owner": "Clerk" }));
    exchange(&mut here, &mut there);
    assert_eq!(here.record(&name("risk/1")).unwrap().heads("owner").len(), 2);
    assert_eq!(here.conflicts(), []);
}

#[test]
fn a_later_edit_that_a_withdrawal_had_not_seen_asks_keep_or_remove() {
    let mut here = Log::default();
    write(&mut here, EVENING, "risk/1", json!({ "owner": "Treasurer" }));
    let mut there = here.clone();
    write(&mut there, EVENING - 99, "risk/1", json!({ "title": "Loss of key staff" }));
    let withdrawal = here.withdrawal(&name("risk/1"), "Entered twice");
    write(&mut here, EVENING, "risk/1", json!({ WITHDRAWN: withdrawal }));
    let standing = |log: &Log| log.record(&name("risk/1")).unwrap().standing();
    assert_eq!(standing(&here), Standing::Withdrawn);
    exchange(&mut here, &mut there);
    assert_eq!((standing(&here), standing(&there)), (Standing::Disputed, Standing::Disputed));
    assert_eq!(here.conflicts(), [(name("risk/1"), WITHDRAWN.to_owned())]);
    let record = here.record(&name("risk/1")).unwrap();
    let overlooked: Vec<_> = record.overlooked().into_iter().map(|(field, head)| (field, head.value.clone())).collect();
    assert_eq!(overlooked, [("title", json!("Loss of key staff"))]);

    let mut removed = here.clone();
    let withdrawal = removed.withdrawal(&name("risk/1"), "Entered twice, and so is the title");
    write(&mut removed, EVENING, "risk/1", json!({ WITHDRAWN: withdrawal }));
    assert_eq!((standing(&removed), removed.conflicts()), (Standing::Withdrawn, vec![]));

    write(&mut here, EVENING, "risk/1", json!({ WITHDRAWN: null }));
    assert_eq!((standing(&here), here.conflicts()), (Standing::Kept, vec![]));

    exchange(&mut here, &mut removed);
    assert_eq!(standing(&here), Standing::Disputed, "keeping here and removing there is a conflict");
}

#[test]
fn going_back_to_a_withdrawal_asks_nobody_to_settle_what_they_wrote_themselves() {
    let mut log = Log::default();
    write(&mut log, EVENING, "participation/payroll/bdc", json!({ "part": "in" }));
    let withdrawal = log.withdrawal(&name("participation/payroll/bdc"), "Entered by mistake");
    write(&mut log, EVENING + 1, "participation/payroll/bdc", json!({ WITHDRAWN: withdrawal }));
    let restored = write(&mut log, EVENING + 2, "participation/payroll/bdc", json!({ WITHDRAWN: null }));
    let edited = write(&mut log, EVENING + 3, "participation/payroll/bdc", json!({ "part": "host" }));
    for (step, id) in [(4, edited), (5, restored)] {
        let reversal = log.reversal(&id.id).unwrap();
        log.add(log.seal(draft(EVENING + step, "Treasurer", reversal)));
    }
    let record = log.record(&name("participation/payroll/bdc")).unwrap();
    assert_eq!(record.standing(), Standing::Withdrawn);
    assert_eq!(record.value(WITHDRAWN).unwrap()["why"], "Entered by mistake");
    assert_eq!(log.conflicts(), []);
}

#[test]
fn what_somebody_built_on_is_not_undone() {
    let mut log = Log::default();
    let first = write(&mut log, EVENING, "risk/1", json!({ "owner": "Treasurer", "title": "Loss of key staff" }));
    let rename = write(&mut log, EVENING, "risk/1", json!({ "title": "Loss of staff" }));
    write(&mut log, EVENING, "risk/1", json!({ "title": "Staff" }));
    assert!(matches!(log.reversal(&rename.id), Err(CannotUndo::BuiltOn { field, .. }) if field == "title"));
    assert!(matches!(log.reversal(&first.id), Err(CannotUndo::BuiltOn { field, .. }) if field == "title"));
    let other = write(&mut log, EVENING, "risk/2", json!({ "owner": "Clerk" }));
    write(&mut log, EVENING, "risk/2", json!({ "title": "Flood" }));
    assert!(matches!(log.reversal(&other.id), Err(CannotUndo::BuiltOn { field, .. }) if field == "title"));
    assert_eq!(
        log.reversal(&write(&mut Log::default(), EVENING, "risk/9", json!({ "title": "x" })).id),
        Err(CannotUndo::Unknown)
    );
}

#[test]
fn a_settlement_is_settled_anew_instead_of_undone() {
    let (mut here, _) = two_logs_in_conflict();
    let settled = write(&mut here, EVENING, "risk/1", json!({ "owner": "Chair" }));
    assert!(matches!(here.reversal(&settled.id), Err(CannotUndo::Settlement { field, .. }) if field == "owner"));
}

#[test]
fn a_batch_is_one_run_of_changes_and_is_undone_from_its_end() {
    let mut log = Log::default();
    let before = write(&mut log, EVENING, "risk/1", json!({ "owner": "Treasurer" }));
    for number in 1..4 {
        let mut draft =
            draft(EVENING, "Clerk", vec![(name(&format!("risk/{number}")), set(json!({ "owner": "Clerk", "title": "Pasted" })))]);
        draft.batch = Some("0190".to_owned());
        let change = log.seal(draft);
        assert_eq!(Change::read(change.line()).unwrap().batch.as_deref(), Some("0190"));
        log.add(change);
    }
    let batch: Vec<_> = log.changes().iter().filter(|change| change.batch.is_some()).map(|change| change.id).collect();
    for id in batch.iter().rev() {
        let change = log.seal(draft(EVENING, "Clerk", log.reversal(id).unwrap()));
        log.add(change);
    }
    assert_eq!(values(&Log::of([before])), values(&log).into_iter().filter(|((record, _), _)| record == "risk/1").collect());
    assert_eq!(log.record(&name("risk/3")).unwrap().standing(), Standing::Withdrawn);
}

#[test]
fn a_clock_in_the_next_century_is_a_misfit_and_stands_after_its_parents() {
    let mut log = Log::default();
    let first = write(&mut log, EVENING, "risk/1", json!({ "owner": "Treasurer" }));
    let wild = write(&mut log, EVENING + 90 * 365 * 86_400, "risk/1", json!({ "owner": "Clerk" }));
    let late = write(&mut log, EVENING + 10 * 86_400, "risk/1", json!({ "owner": "Chair" }));
    let arrived = moment(EVENING + 10 * 86_400);
    let then = log.as_at(moment(EVENING + 86_400), |_| arrived);
    assert_eq!(then.misfits, [wild.id]);
    assert_eq!(then.log.changes().iter().map(|change| change.id).collect::<Vec<_>>(), [first.id, wild.id]);
    assert_eq!(log.seen_by(&[wild.id]).changes().len(), 2);
    assert_eq!(log.record(&name("risk/1")).unwrap().value("owner"), Some(&json!("Chair")));
    assert!(log.holds(&late.id));
}

#[test]
fn a_clock_that_does_not_fit_is_found_ahead_and_behind_and_blames_no_other() {
    let mut log = Log::default();
    let wild = write(&mut log, EVENING + 90 * 365 * 86_400, "risk/1", json!({ "owner": "Treasurer" }));
    write(&mut log, EVENING, "risk/1", json!({ "owner": "Clerk" }));
    let seen = write(&mut log, EVENING + 30 * 86_400, "risk/1", json!({ "owner": "Chair" }));
    let back = write(&mut log, EVENING - 400 * 86_400, "risk/1", json!({ "owner": "Member" }));
    write(&mut log, EVENING + 29 * 86_400 + 1, "risk/1", json!({ "owner": "Leader" }));
    let now = moment(EVENING + 31 * 86_400);
    let expected =
        [ClockMisfit { change: &back, why: WhyNotThen::Behind(&seen) }, ClockMisfit { change: &wild, why: WhyNotThen::Ahead }];
    assert_eq!(log.clock_misfits(now), expected);
    // Whatever order they came in.
    let backwards = Log::of(log.changes().iter().rev().cloned());
    assert_eq!(backwards.clock_misfits(now), expected);
    // A day before and a day ahead are travel, not a fault.
    assert_eq!(log.clock_misfits(moment(EVENING + 29 * 86_400)).len(), 2);
    assert_eq!(log.clock_misfits(moment(EVENING + 29 * 86_400 - 1)).len(), 3);
}

#[test]
fn a_sealed_change_names_each_record_once_in_order() {
    let mut log = Log::default();
    let edits = vec![
        (name("risk/2"), set(json!({ "title": "Flood" }))),
        (name("risk/1"), set(json!({ "title": "Fire" }))),
        (name("risk/2"), set(json!({ "owner": "Clerk", "title": "Floods" }))),
    ];
    let change = log.seal(draft(EVENING, "Clerk", edits));
    let records: Vec<_> = change.edits.iter().map(|edit| edit.record.as_str()).collect();
    assert_eq!(records, ["risk/1", "risk/2"]);
    assert_eq!(change.edits[1].set, set(json!({ "owner": "Clerk", "title": "Floods" })));
    assert_eq!(Change::read(change.line()).unwrap(), change);
    assert_eq!((log.add(change.clone()), log.add(change)), (Added::New, Added::Known));
}

#[test]
fn history_says_who_set_what_over_what() {
    let (mut here, _) = two_logs_in_conflict();
    write(&mut here, EVENING + 99, "risk/1", json!({ "owner": "Chair" }));
    let steps = here.history(&name("risk/1"));
    let said: Vec<_> = steps.iter().map(|step| (step.was.len(), step.is.as_str().unwrap())).collect();
    assert_eq!(said, [(0, "Treasurer"), (1, "Clerk"), (1, "Member"), (2, "Chair")]);
}

fn two_logs_in_conflict() -> (Log, Log) {
    let mut here = Log::default();
    write(&mut here, EVENING, "risk/1", json!({ "owner": "Treasurer" }));
    let mut there = here.clone();
    write(&mut here, EVENING + 1, "risk/1", json!({ "owner": "Clerk" }));
    write(&mut there, EVENING + 2, "risk/1", json!({ "owner": "Member" }));
    exchange(&mut here, &mut there);
    assert_eq!(here.conflicts(), [(name("risk/1"), "owner".to_owned())]);
    (here, there)
}

#[test]
fn acts_cover_what_they_should() {
    // The random devices are only worth something if they do meet conflicts, disputes and missing parents.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut conflicts, mut disputes, mut gaps) = (0, 0, 0);
    for _ in 0..200 {
        let acts: Vec<Act> = acts(40).new_tree(&mut runner).unwrap().current();
        let devices = play(&acts);
        let log = Log::of(union(&devices));
        conflicts += usize::from(log.conflicts().iter().any(|(_, field)| field != WITHDRAWN));
        disputes += usize::from(log.conflicts().iter().any(|(_, field)| field == WITHDRAWN));
        gaps += usize::from(devices.iter().any(|device| !device.log.missing().is_empty()));
    }
    assert!(conflicts > 50 && disputes > 20 && gaps > 50, "{conflicts} {disputes} {gaps}");
}

#[test]
fn acts_on_the_same_field_are_undone_one_after_the_other_and_done_again() {
    let mut log = Log::default();
    let title = |log: &Log| log.record(&name("risk/1")).unwrap().value("title").cloned();
    write(&mut log, EVENING, "risk/1", json!({ "title": "first" }));
    let second = write(&mut log, EVENING + 1, "risk/1", json!({ "title": "second" }));
    let third = write(&mut log, EVENING + 2, "risk/1", json!({ "title": "third" }));
    let step = |log: &mut Log, id| {
        let change = log.seal(draft(EVENING + 3, "Treasurer", log.reversal(&id).unwrap()));
        log.add(change.clone());
        change.id
    };
    let back = step(&mut log, third.id);
    assert_eq!(title(&log), Some(json!("second")));
    let back_further = step(&mut log, second.id);
    assert_eq!(title(&log), Some(json!("first")));
    step(&mut log, back_further);
    assert_eq!(title(&log), Some(json!("second")));
    step(&mut log, back);
    assert_eq!(title(&log), Some(json!("third")));

    // Back to the beginning: what was added is gone, and comes again.
    let first = log.changes().first().unwrap().id;
    for id in [third.id, second.id] {
        step(&mut log, id);
    }
    let gone = step(&mut log, first);
    assert_eq!(log.record(&name("risk/1")).unwrap().standing(), Standing::Withdrawn);
    step(&mut log, gone);
    assert_eq!((title(&log), log.record(&name("risk/1")).unwrap().standing()), (Some(json!("first")), Standing::Kept));
    assert_eq!(log.conflicts(), []);
}

#[test]
fn what_somebody_else_wrote_is_not_undone_even_where_it_says_the_same() {
    let mut log = Log::default();
    write(&mut log, EVENING, "risk/1", json!({ "title": "first" }));
    let second = write(&mut log, EVENING + 1, "risk/1", json!({ "title": "second" }));
    for (step, title) in [(2, "third"), (3, "second")] {
        let theirs = vec![(name("risk/1"), set(json!({ "title": title })))];
        log.add(log.seal(draft(EVENING + step, "Clerk", theirs)));
    }
    assert!(matches!(log.reversal(&second.id), Err(CannotUndo::BuiltOn { who, .. }) if who == "Clerk"));
}
