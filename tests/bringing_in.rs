//! Bringing in files: what a preview says is what happens, and what was brought in can be moved out again.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop where it is")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use concordat::bundle::decode::Decoding;
use concordat::bundle::{self, Finding, Gathering, Grounds, Made, Preview, Profile, Relation, Sort, Survey, decode};
use concordat::log::{Author, Change, ChangeId, Code, Draft, Earlier, Edit, Log, RecordId, Standing, parents_first};
use concordat::shed::Shed;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{EVENING, acts, draft, moment, name, play, said, set, union, write};

fn written(log: &Log) -> String {
    let by = Author { name: "Treasurer".to_owned(), council: "Redditch".to_owned() };
    bundle::write(log, &decode::workspace(log), &Made::new(moment(EVENING), by, "Concordat 0.1.0"))
}

fn survey(coming: &Log, here: &Log, most: usize) -> (Preview, Grounds) {
    let mut survey = Survey::new(coming.clone());
    let mut last = 0;
    loop {
        let surveyed = survey.step(here, most);
        assert!(surveyed.done <= surveyed.of && (surveyed.done >= last || surveyed.of > last), "{surveyed:?} after {last}");
        last = surveyed.done;
        if surveyed.is_done {
            return survey.finish();
        }
    }
}

fn joined(here: &Log, coming: &Log) -> Log {
    Log::of(here.changes().iter().chain(coming.changes()).cloned())
}

/// What a record shows: its fields' values in force where it is in use.
fn shown(log: &Log, id: &RecordId) -> Option<BTreeMap<String, Value>> {
    let record = log.record(id).filter(|record| record.standing() != Standing::Withdrawn)?;
    Some(record.fields().filter_map(|field| Some((field.to_owned(), record.value(field)?.clone()))).collect())
}

fn new_ids(coming: &Log, here: &Log) -> BTreeSet<ChangeId> {
    bundle::new_in(coming, here).into_iter().map(|change| change.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_preview_says_what_happens(acts in acts(40), most in 1..7_usize) {
        let devices = play(&acts);
        let (here, coming) = (&devices[0].log, &devices[1].log);
        let (preview, grounds) = survey(coming, here, most);
        let after = joined(here, coming);
        prop_assert_eq!(preview.new, after.changes().len() - here.changes().len());
        prop_assert_eq!(preview.new + preview.known, coming.changes().len());

        let sorts: BTreeMap<&RecordId, Sort> = preview.differences.iter().map(|one| (&one.record, one.sort)).collect();
        prop_assert_eq!(sorts.len(), preview.differences.len());
        let conflicts = |log: &Log, id: &RecordId| {
            let record = log.record(id);
            record.map(|record| record.conflicts().map(|field| (field.to_owned(), record.heads(field))).collect::<BTreeSet<_>>()).unwrap_or_default()
        };
        for (id, _) in after.records() {
            let (was, is) = (shown(here, id), shown(&after, id));
            let sort = sorts.get(id).copied();
            let has_new_conflict = !conflicts(&after, id).is_subset(&conflicts(here, id));
            let expected = match (was, is) {
                _ if has_new_conflict => Some(Sort::Conflict),
                (Some(_), None) => Some(Sort::Withdrawn),
                (None, Some(_)) if here.record(id).is_some() => Some(Sort::PutBack),
                (None, Some(_)) => Some(Sort::New),
                (Some(was), Some(is)) if was != is => Some(Sort::Changed),
                _ => sort.filter(|sort| *sort == Sort::Unseen),
            };
            prop_assert_eq!(sort, expected, "{}", id);
        }
        prop_assert!(preview.differences.is_sorted_by_key(|one| (one.sort, &one.record)));

        for difference in &preview.differences {
            let told = grounds.tell(here, difference);
            let writers: BTreeSet<_> = coming.touching(&difference.record).filter(|change| !here.holds(&change.id)).map(|change| change.by.name.clone()).collect();
            let named: BTreeSet<_> = difference.by.iter().map(|by| preview.people[*by].name.clone()).collect();
            prop_assert_eq!(writers, named);
            prop_assert!(difference.sort == Sort::PutBack || !told.fields.is_empty(), "{:?}", told);
            for field in &told.fields {
                prop_assert!(!field.is.is_empty());
                prop_assert!(difference.sort != Sort::New || field.was.is_none());
            }
        }
    }

    #[test]
    fn a_preview_in_steps_is_the_same_as_one_at_once(acts in acts(30), most in 1..5_usize) {
        let devices = play(&acts);
        let (here, coming) = (&devices[2].log, &devices[3].log);
        prop_assert_eq!(survey(coming, here, most).0, survey(coming, here, usize::MAX).0);
    }

    #[test]
    fn the_relation_is_told_from_both_sides(acts in acts(30)) {
        let devices = play(&acts);
        let (one, other) = (&devices[0].log, &devices[1].log);
        if one.changes().is_empty() || other.changes().is_empty() {
            return Ok(());
        }
        let (there, here) = (new_ids(one, other).len(), new_ids(other, one).len());
        let relation = survey(one, other, 3).0.relation;
        let is_shared = there < one.changes().len();
        prop_assert_eq!(relation, match (there, here) {
            _ if !is_shared => Relation::Other,
            (0, 0) => Relation::Same,
            (more, 0) => Relation::Later { more },
            (0, more) => Relation::Earlier { more },
            (there, here) => Relation::Apart { there, here },
        });
        prop_assert_eq!(relation == Relation::Same, one.code() == other.code());
        prop_assert!(relation.says(&other.code(), &one.code()).contains(&one.code()) || relation == Relation::Same);
    }

    #[test]
    fn what_was_brought_in_can_be_moved_out_while_nothing_was_built_on_it(acts in acts(30)) {
        let devices = play(&acts);
        let (here, coming) = (&devices[0].log, &devices[1].log);
        let brought = new_ids(coming, here);
        let mut with = joined(here, coming);
        // Changes that are held without what came before them may already name what the file brings.
        let is_named_before = here.first_built_on(&brought).is_some();
        prop_assert_eq!(with.first_built_on(&brought).is_some(), is_named_before);
        prop_assert_eq!(said(&with.without(&brought)), said(here));
        // What its heads had seen may only now be there, where it was held with gaps.
        prop_assert_eq!(with.seen_by(&here.heads()).without(&brought).code(), here.code());

        if brought.is_empty() {
            return Ok(());
        }
        let later = with.seal(draft(EVENING + 9_000_000, "Clerk", vec![(name("risk/1"), set(json!({ "owner": "Clerk" })))]));
        let id = later.id;
        with.add(later);
        let first = with.first_built_on(&brought).map(|change| change.id);
        prop_assert!(first.is_some(), "the next change names what was brought in as what came before it");
        prop_assert!(is_named_before || first == Some(id));
        // Accepted again.
        let again = joined(&with.without(&brought), coming);
        prop_assert_eq!(again.changes().len(), with.changes().len());
        prop_assert_eq!(again.code(), with.code());
    }

    #[test]
    fn files_brought_in_together_are_the_same_in_any_order(acts in acts(30), turn in 0..4_usize) {
        let devices = play(&acts);
        let mut files: Vec<&Log> = devices.iter().map(|device| &device.log).collect();
        let all = files.iter().fold(Log::default(), |all, file| joined(&all, file));
        files.rotate_left(turn);
        let turned = files.iter().rev().fold(Log::default(), |all, file| joined(&all, file));
        prop_assert_eq!(said(&all), said(&turned));
        prop_assert_eq!(said(&all), said(&Log::of(union(&devices))));
        prop_assert_eq!(survey(&all, &devices[0].log, 4).0, survey(&turned, &devices[0].log, 5).0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn a_log_typed_in_steps_is_the_same_as_one_typed_at_once(acts in acts(40), most in 1..6_usize) {
        let log = Log::of(union(&play(&acts)));
        let mut decoding = Decoding::default();
        while !decoding.step(&log, most) {}
        prop_assert_eq!(decoding.done, log.many_records());
        prop_assert_eq!(decoding.workspace, decode::workspace(&log));
    }

    #[test]
    fn what_comes_may_be_put_together_from_either_side(acts in acts(40)) {
        let devices = play(&acts);
        let (here, coming) = (&devices[0].log, &devices[1].log);
        let (one, other) = (joined(here, coming), joined(coming, here));
        prop_assert_eq!(said(&one), said(&other));
        prop_assert_eq!(decode::workspace(&one), decode::workspace(&other));
        prop_assert_eq!(one.heads(), other.heads());
    }

    #[test]
    fn a_code_worked_out_in_steps_is_the_same(acts in acts(40), most in 1..6_usize) {
        let log = Log::of(union(&play(&acts)));
        let (mut code, mut last) = (Code::default(), None);
        while !code.take_some(&log, &mut last, most) {}
        prop_assert_eq!(code.short(), log.code());
    }

    #[test]
    fn an_earlier_state_picked_out_in_steps_is_the_same(acts in acts(40), cut in -9..40_i64, most in 1..6_usize, turn in 0..4_usize) {
        let devices = play(&acts);
        let mut changes = union(&devices);
        let many = changes.len();
        // Also in a log into which changes came before their parents.
        changes.rotate_left(turn * many / 4);
        let log = Log::of(changes);
        let (end, arrived) = (moment(EVENING + cut * 3_600), moment(EVENING + 30 * 86_400));
        let in_steps = |mut earlier: Earlier<'_>| {
            while !earlier.step(&log, most) {
                assert!(earlier.done() <= log.changes().len());
            }
            earlier.finish()
        };
        let (then, at_once) = (in_steps(Earlier::before(end, |_| arrived)), log.as_at(end, |_| arrived));
        prop_assert_eq!(said(&then.log), said(&at_once.log));
        prop_assert_eq!(then.misfits, at_once.misfits);
        let heads = devices[0].log.heads();
        let seen = in_steps(Earlier::seen_by(&heads)).log;
        prop_assert_eq!(said(&seen), said(&log.seen_by(&heads)));
    }

    #[test]
    fn changes_are_put_behind_their_parents(acts in acts(40), turn in 0..40_usize, is_backwards in any::<bool>()) {
        let log = Log::of(union(&play(&acts)));
        let mut changes = log.changes().to_vec();
        let many = changes.len();
        changes.rotate_left(if many == 0 { 0 } else { turn % many });
        if is_backwards {
            changes.reverse();
        }
        let ordered = parents_first(changes);
        prop_assert_eq!(Log::of(ordered.clone()).code(), log.code());
        let mut met = BTreeSet::new();
        for change in ordered {
            for parent in change.after.iter().filter(|parent| log.holds(parent)) {
                prop_assert!(met.contains(parent));
            }
            prop_assert!(met.insert(change.id));
        }
    }

    #[test]
    fn a_log_is_let_go_of_to_the_last_part(acts in acts(40), most in 1..6_usize) {
        let mut log = Log::of(union(&play(&acts)));
        let many = log.changes().len();
        let mut steps = 0;
        while log.shed(most) == most {
            steps += 1;
            prop_assert!(steps < 100 * (many + 1), "it never comes to an end");
        }
        prop_assert_eq!((log.changes().len(), log.many_records(), log.ids().count(), log.heads().len()), (0, 0, 0, 0));
        prop_assert_eq!(log.shed(most), 0);
    }
}

/// Two people's copies of one workspace, with a base in common.
fn base() -> Log {
    let mut log = Log::default();
    write(&mut log, EVENING, "workspace/w", json!({ "title": "Bromsgrove & Redditch" }));
    write(&mut log, EVENING + 60, "partner/r", json!({ "name": "Redditch" }));
    write(&mut log, EVENING + 60, "service/payroll", json!({ "name": "Payroll" }));
    write(
        &mut log,
        EVENING + 60,
        "risk/1",
        json!({ "reference": "10", "title": "Loss of key staff", "level": { "l": 2, "i": 3 } }),
    );
    log
}

fn by(log: &mut Log, who: &str, seconds: i64, record: &str, fields: Value) -> Change {
    let draft = draft(EVENING + seconds, who, vec![(name(record), set(fields))]);
    let change = log.seal(Draft { why: Some("At the Board".to_owned()), ..draft });
    log.add(change.clone());
    change
}

#[test]
fn a_difference_reads_in_words_with_who_when_and_why() {
    let (mut here, mut coming) = (base(), base());
    by(&mut here, "Clerk", 500, "risk/1", json!({ "level": { "l": 1, "i": 1 } }));
    by(&mut coming, "Treasurer", 600, "risk/1", json!({ "level": { "l": 3, "i": 3 }, "service": "service/payroll" }));
    by(&mut coming, "Treasurer", 700, "participation/payroll/r", json!({ "part": { "role": "host" } }));
    let (preview, grounds) = survey(&coming, &here, 1);
    let [risk, part] = preview.differences.as_slice() else { panic!("{:?}", preview.differences) };

    let risk = grounds.tell(&here, risk);
    assert_eq!((risk.kind.as_str(), risk.name.as_str(), risk.sort), ("Risk", "Risk 10: Loss of key staff", Sort::Conflict));
    let level = risk.fields.iter().find(|field| field.label == "Likelihood and impact").unwrap();
    assert_eq!(level.was.as_deref(), Some("Likelihood Low, Impact Low, score 1"));
    let values: Vec<_> = level.is.iter().map(|said| (said.value.as_str(), said.by.as_str(), said.is_here)).collect();
    let [theirs, ours] = ["Likelihood Significant, Impact Major, score 9", "Likelihood Low, Impact Low, score 1"];
    assert_eq!(values, [(theirs, "Treasurer, Redditch", false), (ours, "Clerk, Redditch", true)]);
    assert_eq!((level.is[0].at, level.is[0].why.as_deref()), (moment(EVENING + 600), Some("At the Board")));
    let service = risk.fields.iter().find(|field| field.label == "Service").unwrap();
    assert_eq!((service.was.as_deref(), service.is[0].value.as_str()), (Some("not stated"), "Payroll"));

    let part = grounds.tell(&here, part);
    assert_eq!((part.name.as_str(), part.sort), ("Redditch in Payroll", Sort::New));
    assert_eq!((part.fields[0].was.as_deref(), part.fields[0].is[0].value.as_str()), (None, "Host"));
}

#[test]
fn what_was_replaced_here_arrives_and_changes_nothing_shown() {
    let mut coming = base();
    let older = by(&mut coming, "Treasurer", 600, "risk/1", json!({ "owner": "Head of ICT" }));
    let mut whole = coming.clone();
    by(&mut whole, "Clerk", 700, "risk/1", json!({ "owner": "Chief Executive" }));
    // As after a file with a gap was brought in.
    let here = whole.without(&BTreeSet::from([older.id]));
    let (preview, grounds) = survey(&coming, &here, 2);
    assert_eq!((preview.new, preview.differences.len(), preview.records.len()), (1, 1, 0));
    let told = grounds.tell(&here, &preview.differences[0]);
    assert_eq!(told.sort, Sort::Unseen);
    let [field] = told.fields.as_slice() else { panic!("{told:?}") };
    assert_eq!((field.unseen[0].value.as_str(), field.is[0].value.as_str()), ("Head of ICT", "Chief Executive"));
}

#[test]
fn both_codes_stand_in_the_sentence() {
    let says = |relation: Relation| relation.says("3F2A-77B0", "9C01-4E12");
    assert_eq!(
        says(Relation::Later { more: 12 }),
        "You hold 3F2A-77B0; this one is 9C01-4E12, made later from yours: it holds everything of yours and 12 changes more."
    );
    assert!(says(Relation::Earlier { more: 1 }).ends_with("earlier than yours: you hold everything in it and 1 change more."));
    assert!(
        says(Relation::Apart { there: 2, here: 1 })
            .contains("apart from yours: it holds 2 changes that you do not, and you hold 1 change")
    );
    assert!(says(Relation::Same).contains("this one is the same"));
    assert!(says(Relation::Other).contains("This is another programme"));
    assert!(says(Relation::First).contains("a workspace of its own"));
}

#[test]
fn the_same_file_twice_an_older_one_and_ones_own_bring_nothing() {
    let mut here = base();
    let older = bundle::read(&written(&here)).unwrap();
    by(&mut here, "Clerk", 500, "risk/1", json!({ "owner": "Clerk" }));
    let own = bundle::read(&written(&here)).unwrap();
    for (file, relation) in [(&own, Relation::Same), (&older, Relation::Earlier { more: 1 })] {
        let (preview, grounds) = survey(&file.log, &here, 2);
        assert_eq!((preview.relation, preview.new, preview.differences.len()), (relation, 0, 0));
        assert_eq!(said(&joined(&here, &grounds.coming)), said(&here));
    }
}

#[test]
fn what_was_edited_by_hand_is_offered_over_the_heads_of_the_file() {
    let file = base();
    let text =
        written(&file).replacen("\"title\":\"Loss of key staff\"", "\"owner\":\"Board\",\"title\":\"Gain of key staff\"", 1);
    let read = bundle::read(&text).unwrap();
    assert!(matches!(read.notes.as_slice(), [Finding::EditedByHand { .. }]), "{:?}", read.notes);
    let edits = read.stated.as_ref().unwrap().against(&read.log);
    let told = bundle::told(&read.log, &edits);
    let told: Vec<_> = told.iter().map(|one| (one.label.as_str(), one.was.as_str(), one.is.as_str())).collect();
    assert_eq!(told, [("Owner", "not stated", "Board"), ("Title", "Loss of key staff", "Gain of key staff")]);

    let mut here = file.clone();
    by(&mut here, "Clerk", 500, "risk/1", json!({ "title": "Loss of staff" }));
    let mut coming = read.log.clone();
    let sealed = bundle::seal(&mut coming, &edits, &draft(EVENING + 900, "Editor", Vec::new()), "run");
    assert_eq!((sealed.len(), sealed[0].after.clone(), sealed[0].batch.clone()), (1, file.heads(), None));
    let (preview, _) = survey(&coming, &here, 3);
    assert_eq!(preview.conflicts, [(name("risk/1"), "title".to_owned())], "an edit made apart meets the later one as a conflict");
    let after = joined(&here, &coming);
    assert_eq!(after.record(&name("risk/1")).unwrap().value("owner"), Some(&json!("Board")));
}

#[test]
fn nothing_that_is_no_value_is_offered_and_what_is_left_out_is_said() {
    let text = written(&base());
    let text = text.replacen("\"level\":{\"i\":3,\"l\":2}", "\"level\":{\"i\":9,\"l\":2},\"mood\":\"grave\"", 1);
    let text = text.replacen(
        "\"service\":{\n\"payroll\"",
        "\"vessel\":{\"a\":{\"x\":1}},\"service\":{\n\"Pay Roll\":{\"name\":\"x\"},\"payroll\"",
        1,
    );
    let read = bundle::read(&text).unwrap();
    let stated = read.stated.unwrap();
    assert_eq!(stated.against(&read.log), [], "{stated:?}");
    assert_eq!(stated.left_out.len(), 3, "{:?}", stated.left_out);
    assert!(stated.left_out.iter().all(|says| says.ends_with("It was left out.")));
}

#[test]
fn what_a_file_leaves_out_is_neither_cleared_nor_withdrawn() {
    let file = base();
    let mut value: Value = serde_json::from_str(&written(&file)).unwrap();
    value["now"]["records"].as_object_mut().unwrap().remove("service");
    value["now"]["records"]["risk"]["1"].as_object_mut().unwrap().remove("level");
    let read = bundle::read(&value.to_string()).unwrap();
    assert!(matches!(read.notes.as_slice(), [Finding::EditedByHand { .. }]));
    assert_eq!(read.stated.unwrap().against(&read.log), []);
}

#[test]
fn records_alone_are_offered_one_by_one_against_what_is_here() {
    let mut file = base();
    by(&mut file, "Clerk", 500, "risk/1", json!({ "owner": "Clerk" }));
    let mut value: Value = serde_json::from_str(&written(&file)).unwrap();
    value.as_object_mut().unwrap().remove("changes");
    let read = bundle::read(&value.to_string()).unwrap();
    assert!(read.notes.contains(&Finding::NowAlone));
    let mut here = base();
    let edits = read.stated.unwrap().against(&here);
    assert_eq!(edits.iter().map(|edit| (edit.field.as_str(), &edit.is)).collect::<Vec<_>>(), [("owner", &json!("Clerk"))]);
    let heads = here.heads();
    let sealed = bundle::seal(&mut here, &edits, &draft(EVENING + 900, "Editor", Vec::new()), "run");
    assert_eq!(sealed[0].after, heads);
    assert_eq!(here.record(&name("risk/1")).unwrap().value("owner"), Some(&json!("Clerk")));
}

#[test]
fn many_edits_become_a_run_of_changes_that_belongs_together() {
    let mut here = base();
    let records: serde_json::Map<_, _> =
        (0..450).map(|place| (format!("r{place}"), json!({ "title": format!("Risk {place}") }))).collect();
    let text = format!(
        "{{\"format\":\"concordat-bundle\",\"version\":1,\"now\":{{\"conflicts\":[],\"records\":{{\"risk\":{}}},\"withdrawn\":{{}}}}}}",
        Value::from(records)
    );
    let read = bundle::read(&text).unwrap();
    let edits = read.stated.unwrap().against(&here);
    let sealed = bundle::seal(&mut here, &edits, &draft(EVENING + 900, "Editor", Vec::new()), "run");
    assert_eq!(sealed.iter().map(|change| change.edits.len()).collect::<Vec<_>>(), [200, 200, 50]);
    assert!(sealed.iter().all(|change| change.batch.as_deref() == Some("run")));
    assert_eq!(here.heads(), [sealed[2].id]);
}

#[test]
fn a_selection_opens_to_be_read_and_brings_nothing() {
    let here = base();
    for profile in ["public", "without-exempt"] {
        let mut value: Value = serde_json::from_str(&written(&here)).unwrap();
        value["made"]["profile"] = json!(profile);
        value["now"]["records"]["risk"]["1"].as_object_mut().unwrap().remove("level");
        let file = value.as_object_mut().unwrap();
        file.remove("changes");
        file.remove("check");
        let read = bundle::read(&value.to_string()).unwrap();
        assert!(read.is_to_read_beside());
        assert_eq!((read.log.changes().len(), read.notes.as_slice()), (0, &[][..]));
        let beside = read.to_read();
        assert_eq!(decode::workspace(&beside).title(), "Bromsgrove & Redditch");
        assert_eq!(beside.record(&name("risk/1")).unwrap().value("level"), None);
        assert_eq!(said(&joined(&here, &read.log)), said(&here));
    }
}

#[test]
fn a_public_file_brought_into_its_own_source_writes_nothing() {
    let here = base();
    let day = chrono::NaiveDate::from_ymd_opt(2011, 1, 17).unwrap();
    for profile in [Profile::Public, Profile::WithoutExempt] {
        let by = Author { name: "Treasurer".to_owned(), council: "Redditch".to_owned() };
        let made = Made { profile, ..Made::new(moment(EVENING), by, "Concordat 0.1.0") };
        let file = concordat::handing::make(&here, &Log::default(), &decode::workspace(&here), &made, day).unwrap();
        // The code is that of the file, in its name, for whoever opens it.
        assert!(file.name.contains(&file.code), "{}", file.name);
        let mut gathering = Gathering::new("w".to_owned(), 1);
        gathering.add(&here, file.name, bundle::read(&file.text).map_err(|error| error.to_string()));
        assert!(gathering.to_read.is_some() && gathering.brought.iter().all(|(_, new)| new.is_empty()));
        let (preview, grounds) = survey(&gathering.coming, &here, 5);
        assert_eq!((preview.new, preview.differences.len(), grounds.coming.changes().len()), (0, 0, 0));
        assert_eq!(gathering.rows.first().unwrap().code.as_ref(), Some(&file.code));
        let to_read = gathering.to_read.unwrap();
        assert_eq!(to_read.own_code.as_ref(), Some(&file.code));
        assert_ne!(to_read.to_read().code(), file.code);
        let beside = decode::workspace(&to_read.to_read());
        assert_eq!(beside.title(), "Bromsgrove & Redditch", "{profile:?}");
    }
}

#[test]
fn a_file_cut_off_in_the_middle_brings_what_stands_before_and_the_whole_one_the_rest() {
    let mut file = base();
    for place in 0..20 {
        by(&mut file, "Clerk", 500 + place, "risk/1", json!({ "owner": format!("Owner {place}") }));
    }
    let text = written(&file);
    let cut = &text[..text.len() - text.len() / 4];
    let read = bundle::read(cut).unwrap();
    assert!(read.notes.contains(&Finding::CutOff));
    let mut here = base();
    let (first, _) = survey(&read.log, &here, 5);
    here = joined(&here, &read.log);
    let (rest, _) = survey(&bundle::read(&text).unwrap().log, &here, 5);
    assert!(first.new > 0 && rest.new > 0 && first.new + rest.new == 20, "{} and {}", first.new, rest.new);
}

#[test]
fn of_several_files_each_brings_what_no_earlier_one_does_and_a_bad_one_is_named() {
    let here = base();
    let (mut one, mut two) = (base(), base());
    by(&mut one, "Clerk", 500, "risk/1", json!({ "owner": "Clerk" }));
    by(&mut two, "Member", 600, "risk/1", json!({ "review": "2011-01-17" }));
    let both = joined(&one, &two);
    let mut other = Log::default();
    write(&mut other, EVENING, "workspace/v", json!({ "title": "Warwickshire" }));
    let read = |log: &Log| bundle::read(&written(log)).map_err(|error| error.to_string());
    for most in [1, 3, usize::MAX] {
        let mut gathering = Gathering::new("w".to_owned(), 6);
        for (file, what) in [
            ("one", read(&one)),
            ("photo", bundle::read("\u{89}PNG").map_err(|error| error.to_string())),
            ("both", read(&both)),
            ("one again", read(&one)),
            ("own", read(&here)),
            ("other", read(&other)),
        ] {
            gathering.begin(file.to_owned(), what);
            while gathering.step(&here, most) {}
        }
        let rows: Vec<_> = gathering.rows.iter().map(|row| (row.file.as_str(), row.brings)).collect();
        assert_eq!(
            rows,
            [("one", Some(1)), ("photo", None), ("both", Some(1)), ("one again", Some(0)), ("own", Some(0)), ("other", None)]
        );
        assert!(gathering.rows[5].says.starts_with("This is another programme"));
        assert!(gathering.rows[2].says.contains("made later from yours: it holds everything of yours and 2 changes more."));
        assert!(gathering.rows[4].says.contains("this one is the same"));
        assert_eq!(gathering.rows[2].code.as_deref(), Some(both.code().as_str()));
        assert_eq!(gathering.rows[0].made.as_deref(), Some("Made by Treasurer, Redditch, 9 December 2010, 18:00"));
        assert_eq!(said(&joined(&here, &gathering.coming)), said(&both));
    }
}

#[test]
fn the_work_before_an_import_can_be_had_from_its_heads() {
    let here = base();
    let mut coming = base();
    by(&mut coming, "Clerk", 500, "risk/1", json!({ "owner": "Clerk" }));
    assert_eq!(said(&joined(&here, &coming).seen_by(&here.heads())), said(&here));
}

#[test]
fn two_hundred_thousand_changes_are_read_and_shown_to_the_end() {
    const CHANGES: usize = 200_000;
    let file = base();
    let shared = file.changes().len();
    let mut lines: Vec<String> = file.changes().iter().map(|change| change.line().to_owned()).collect();
    let mut heads = file.heads();
    let mut last: Vec<Option<ChangeId>> = vec![None; 20_000];
    for place in 0..CHANGES {
        let of = place % last.len();
        let over = last[of].map(|id| ("owner".to_owned(), vec![id])).into_iter().collect();
        let fields = if last[of].is_none() {
            json!({ "title": format!("Risk {of}"), "owner": "Board" })
        } else {
            json!({ "owner": format!("Owner {place}") })
        };
        let edit = Edit { record: name(&format!("risk/r{of}")), set: set(fields), over };
        let sealed = Change::seal(draft(EVENING + 1_000, "Treasurer", Vec::new()), heads, vec![edit]);
        (heads, last[of]) = (vec![sealed.id], Some(sealed.id));
        lines.push(sealed.line().to_owned());
    }
    let text = format!("{{\"format\":\"concordat-bundle\",\"version\":1,\n\"changes\":[\n{}\n]}}", lines.join(",\n"));
    let mut reader = bundle::Reader::new(text.as_str());
    while !reader.step(5_000).is_done {}
    let read = reader.finish().unwrap();
    let mut here = base();
    by(&mut here, "Clerk", 500, "risk/r7", json!({ "owner": "Clerk" }));
    let (preview, grounds) = survey(&read.log, &here, 5_000);
    assert_eq!((preview.new, preview.known, preview.differences.len()), (200_000, shared, 20_000));
    assert_eq!(preview.conflicts, [(name("risk/r7"), "owner".to_owned())]);
    assert_eq!(preview.relation, Relation::Apart { there: 200_000, here: 1 });
    let told = grounds.tell(&here, &preview.differences[0]);
    assert_eq!((told.name.as_str(), told.sort, told.fields.len()), ("Risk 7", Sort::Conflict, 2));
}
