//! What goes into a file comes out of it, and any other text is told apart, in words.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop where it is")]

mod support;

use concordat::bundle::{self, Finding, Made, Reader, Relation, decode, file_name};
use concordat::log::{Author, Change, Log, WITHDRAWN};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use support::{EVENING, acts, draft, moment, name, play, said, sealed_by_hand, set, union, write};

fn written(log: &Log) -> String {
    let by = Author { name: "Treasurer".to_owned(), council: "Redditch".to_owned() };
    bundle::write(log, &decode::workspace(log), &Made::new(moment(EVENING), by, "Concordat 0.1.0"))
}

fn some_log() -> Log {
    let mut log = Log::default();
    write(&mut log, EVENING, "workspace/w", json!({ "title": "Bromsgrove & Redditch" }));
    write(&mut log, EVENING + 60, "risk/1", json!({ "title": "Loss of key staff", "level": { "l": 2, "i": 3 } }));
    let mut there = log.clone();
    write(&mut log, EVENING + 120, "risk/1", json!({ "level": { "l": 3, "i": 3 } }));
    write(&mut there, EVENING + 180, "risk/1", json!({ "level": { "l": 1, "i": 4 } }));
    write(&mut there, EVENING + 240, "risk/2", json!({ "title": "Flood" }));
    let withdrawal = there.withdrawal(&name("risk/2"), "Entered twice");
    write(&mut there, EVENING + 300, "risk/2", json!({ WITHDRAWN: withdrawal }));
    for change in there.changes() {
        log.add(change.clone());
    }
    log
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn reading_what_was_written_gives_the_log_and_the_same_bytes(acts in acts(30), who in 0..4_usize) {
        let devices = play(&acts);
        let log = &devices[who].log;
        let text = written(log);
        let read = bundle::read(&text).unwrap();
        prop_assert_eq!(said(&read.log), said(log));
        prop_assert_eq!(written(&read.log), text.as_str());
        prop_assert_eq!(&read.aside, &[]);
        let gaps = log.missing().len();
        let expected: Vec<_> = (gaps > 0).then_some(Finding::Missing { changes: gaps }).into_iter().collect();
        prop_assert_eq!(&read.notes, &expected);

        let pretty = serde_json::to_string_pretty(&serde_json::from_str::<Value>(&text).unwrap()).unwrap();
        let small = serde_json::from_str::<Value>(&text).unwrap().to_string();
        for other in [pretty, small, text.replace('\n', "\r\n"), format!("\u{feff}{text}\n\n")] {
            let read = bundle::read(&other).unwrap();
            prop_assert_eq!(said(&read.log), said(log));
            prop_assert_eq!((&read.aside, &read.notes), (&vec![], &expected));
        }
    }

    #[test]
    fn the_same_changes_give_the_same_file_in_whatever_order_they_came(acts in acts(30)) {
        let changes = union(&play(&acts));
        let one = Log::of(changes.iter().cloned());
        prop_assert_eq!(written(&one), written(&Log::of(changes.into_iter().rev())));
    }

    #[test]
    fn one_flipped_bit_sets_aside_one_change_and_no_other(acts in acts(15), place in any::<Index>(), bit in 0..7_u32) {
        let changes = union(&play(&acts));
        prop_assume!(!changes.is_empty());
        let log = Log::of(changes);
        let text = written(&log);
        let begin = text.find("\n\"changes\":[\n").unwrap() + "\n\"changes\":[\n".len();
        let end = text.rfind("\n]\n}").unwrap();
        let mut bytes = text.into_bytes();
        let place = begin + place.index(end - begin);
        bytes[place] ^= 1 << bit;
        let text = String::from_utf8_lossy(&bytes);
        let read = bundle::read(&text).unwrap();
        for change in read.log.changes() {
            prop_assert_eq!(Some(change), log.change(&change.id));
        }
        let lost = log.changes().len() - read.log.changes().len();
        let between_lines = bytes[place] ^ (1 << bit) == b'\n' || (bytes[place] ^ (1 << bit) == b',' && bytes[place + 1] == b'\n');
        prop_assert!(lost <= 1, "{} lost by {}", lost, text);
        prop_assert!(lost == 1 || between_lines, "{}", text);
        prop_assert!(lost == 0 || !read.aside.is_empty());
    }

    #[test]
    fn a_file_that_was_cut_off_gives_what_stands_before(acts in acts(15), place in any::<Index>()) {
        let log = Log::of(union(&play(&acts)));
        let text = written(&log);
        let ends: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
        let cut = &text[..ends[place.index(ends.len())]];
        let whole_lines = cut.split_once("\n\"changes\":[\n").map_or(0, |(_, lines)| lines.matches('\n').count());
        match bundle::read(cut) {
            Ok(read) => {
                prop_assert!(read.log.changes().len() >= whole_lines.min(log.changes().len()));
                prop_assert!(read.notes.contains(&Finding::CutOff) || cut.trim_end().ends_with("]\n}"), "{:?}", read.notes);
            }
            Err(error) => prop_assert!(whole_lines == 0 && !error.remedy.is_empty(), "{}", error),
        }
    }

    #[test]
    fn any_text_gives_a_preview_or_a_sentence(text in ".*", json in "[\\{\\}\\[\\]\",:a-z0-9\n ]*") {
        for text in [text.as_str(), json.as_str(), &format!("{{{json}"), &format!("{{\"changes\":[{json}"), &format!("{{\"format\":\"concordat-bundle\",\"changes\":[{text}")] {
            match bundle::read(text) {
                Ok(read) => prop_assert!(read.log.changes().is_empty()),
                Err(error) => prop_assert!(error.reason.ends_with('.') && error.remedy.ends_with('.'), "{:?}", error),
            }
        }
    }
}

#[test]
fn every_part_of_the_file_is_there_and_says_what_it_is() {
    let log = some_log();
    let text = written(&log);
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["format"], "concordat-bundle");
    assert_eq!(file["version"], 1);
    assert_eq!(file["workspace"], json!({ "id": "workspace/w", "title": "Bromsgrove & Redditch" }));
    assert_eq!(file["people"], json!([{ "changes": 6, "council": "Redditch", "name": "Treasurer" }]));
    assert_eq!(file["check"]["count"], 6);
    assert_eq!(file["check"]["code"], log.code());
    assert_eq!(file["check"]["heads"].as_array().unwrap().len(), 2);
    assert_eq!(file["made"]["at"], "2010-12-09T18:00:00Z");
    assert_eq!(file["made"]["profile"], "members");
    assert_eq!(file["now"]["records"]["risk"], json!({ "1": { "level": { "i": 4, "l": 1 }, "title": "Loss of key staff" } }));
    assert_eq!(file["now"]["withdrawn"]["risk"]["2"]["title"], "Flood");
    assert_eq!(file["now"]["withdrawn"]["risk"]["2"]["withdrawn"]["why"], "Entered twice");
    let values: Vec<_> = file["now"]["conflicts"][0]["values"].as_array().unwrap().iter().map(|said| &said["value"]).collect();
    assert_eq!(values, [&json!({ "l": 1, "i": 4 }), &json!({ "l": 3, "i": 3 })]);
    assert_eq!(text.lines().filter(|line| line.starts_with("{\"after\"")).count(), 6);
}

#[test]
fn a_file_is_read_in_steps_that_say_how_far_they_are() {
    let log = some_log();
    let text = written(&log);
    let mut reader = Reader::new(text.as_str());
    let mut seen = Vec::new();
    loop {
        let progress = reader.step(2);
        assert!(progress.read <= progress.of && progress.of == text.len());
        seen.push(progress.changes);
        if progress.is_done {
            break;
        }
    }
    assert_eq!(seen, [2, 4, 6, 6]);
    assert_eq!(said(&reader.finish().unwrap().log), said(&log));
}

#[test]
fn what_stands_around_the_changes_is_read_in_steps_too() {
    let mut log = some_log();
    for place in 0..400 {
        write(&mut log, EVENING + 400 + place, &format!("risk/r{place}"), json!({ "title": "Loss of key staff ".repeat(8) }));
    }
    let text = written(&log);
    let changes = text.find("\"changes\":[").unwrap();
    let mut reader = Reader::new(text.as_str());
    let (mut last, mut steps) = (0, 0);
    while last < changes {
        let progress = reader.step(1);
        assert!(progress.read > last && progress.read - last < 16_384, "{progress:?} after {last}");
        (last, steps) = (progress.read, steps + 1);
    }
    assert!(steps > 8, "{steps}");
    while !reader.step(7).is_done {}
    let read = reader.finish().unwrap();
    assert_eq!((said(&read.log), read.notes), (said(&log), vec![]));
}

#[test]
fn a_change_altered_by_hand_is_named_with_line_and_person() {
    let text = written(&some_log());
    let (before, behind) = text.rsplit_once("\"l\":3").unwrap();
    let text = format!("{before}\"l\":1{behind}");
    let line = 1 + text.lines().position(|line| line.starts_with("{\"after\"") && line.contains("\"i\":3,\"l\":1")).unwrap();
    let read = bundle::read(&text).unwrap();
    assert_eq!(read.log.changes().len(), 5);
    let [problem] = read.aside.as_slice() else { panic!("{:?}", read.aside) };
    assert_eq!(problem.line, line);
    let says = problem.to_string();
    let start = format!(
        "Line {line}, change {}… by Treasurer, Redditch, 9 December 2010: this change was altered",
        &problem.change.clone().unwrap()[..4]
    );
    assert!(says.starts_with(&start), "{says}");
    assert!(says.ends_with("This change was set aside. Ask Treasurer, Redditch for the file again."), "{says}");
}

#[test]
fn a_file_from_a_newer_page_is_refused_with_its_sentence() {
    let text = written(&some_log()).replacen("\"version\":1,", "\"version\":3,", 1);
    let error = bundle::read(&text).unwrap_err();
    assert_eq!(
        error.to_string(),
        "This file was made by a newer Concordat (format 3; this page reads up to 1). Open the page online once to bring it up to date."
    );
    assert_eq!((error.line, error.path.as_str()), (Some(3), "version"));
}

#[test]
fn a_change_from_a_newer_page_is_folded_and_kept() {
    let mut log = Log::default();
    let change = write(&mut log, EVENING, "risk/1", json!({ "title": "Loss of key staff" }));
    let mut body: Value = serde_json::from_str(change.line()).unwrap();
    body["schema"] = json!(2);
    body["edits"][0]["set"]["mood"] = json!(["grave"]);
    let mut newer = Log::default();
    newer.add(Change::read(&sealed_by_hand(body)).unwrap());
    let read = bundle::read(&written(&newer)).unwrap();
    assert_eq!(read.notes, [Finding::Newer { changes: 1 }]);
    assert_eq!(read.log.record(&name("risk/1")).unwrap().value("mood"), Some(&json!(["grave"])));
}

#[test]
fn records_edited_by_hand_are_noticed_and_only_the_changes_come_in() {
    let log = some_log();
    let text = written(&log).replacen("\"title\":\"Loss of key staff\"}", "\"title\":\"Gain of key staff\"}", 1);
    let read = bundle::read(&text).unwrap();
    let line = 1 + text.lines().position(|line| line.starts_with("\"now\"")).unwrap();
    assert_eq!(read.notes, [Finding::EditedByHand { line }]);
    assert_eq!(said(&read.log), said(&log));
    assert!(read.notes[0].to_string().contains("Only the changes are brought in"));
}

#[test]
fn records_alone_cannot_be_brought_in() {
    let mut file: Value = serde_json::from_str(&written(&some_log())).unwrap();
    file["changes"] = json!([]);
    let read = bundle::read(&file.to_string()).unwrap();
    assert_eq!(read.notes, [Finding::Count { stated: 6, found: 0 }, Finding::NowAlone]);
    file.as_object_mut().unwrap().remove("changes");
    assert!(bundle::read(&file.to_string()).unwrap().notes.contains(&Finding::NowAlone));
}

#[test]
fn changes_that_are_not_there_are_missed() {
    let text = written(&some_log());
    let mut lines: Vec<_> = text.lines().collect();
    let second = lines.iter().position(|line| line.starts_with("{\"after\"")).unwrap() + 1;
    lines.remove(second);
    let read = bundle::read(&lines.join("\n")).unwrap();
    assert_eq!(read.notes, [Finding::Count { stated: 6, found: 5 }, Finding::Missing { changes: 1 }]);
    assert_eq!(
        read.notes[1].to_string(),
        "1 earlier change is not in this file. Ask for a full export; until it comes, values may show as in conflict."
    );
}

#[test]
fn a_damaged_head_does_not_cost_the_changes() {
    let log = some_log();
    for damage in [
        ("\"made\":{", "\"made\":{{"),
        ("\"people\":[", "\"people\":"),
        ("\"now\":{", "\"now\":{\"\n"),
        ("\"format\":", "\"format\""),
    ] {
        let text = written(&log).replacen(damage.0, damage.1, 1);
        let read = bundle::read(&text).unwrap();
        assert_eq!(said(&read.log), said(&log), "{damage:?}");
        assert!(matches!(read.notes[0], Finding::Damaged { .. }), "{damage:?} {:?}", read.notes);
    }
}

#[test]
fn text_behind_the_end_is_left_out() {
    let text = format!("{}\n--\nSent from my tablet", written(&some_log()));
    let read = bundle::read(&text).unwrap();
    assert_eq!(read.notes, [Finding::TextAfter { line: text.lines().count() - 1 }]);
}

#[test]
fn other_files_are_called_what_they_are() {
    let zip = String::from_utf8_lossy(b"PK\x03\x04\x14\x00\x06\x00\xff\xfe").into_owned();
    let gzip = String::from_utf8_lossy(b"\x1f\x8b\x08\x00\x00").into_owned();
    let png = String::from_utf8_lossy(b"\x89PNG\r\n\x1a\n").into_owned();
    for (text, says) in [
        ("", "This file is empty."),
        (" \n\u{feff}", "This file is empty."),
        ("%PDF-1.7\n%", "This is a PDF, not a bundle."),
        (zip.as_str(), "This is a spreadsheet, a document or a zip archive, not a bundle."),
        (gzip.as_str(), "This is a compressed file, not a bundle."),
        (png.as_str(), "This is a picture, not a bundle."),
        ("<!DOCTYPE html>\n<html>", "This is a web page (HTML), not a bundle."),
        ("<?xml version=\"1.0\"?>", "This is an XML file, not a bundle."),
        ("{\\rtf1\\ansi}", "This is a word-processor document, not a bundle."),
        ("Service,Saving\nPayroll,12\nICT,30\n", "This is a table of values, not a bundle."),
        ("age-encryption.org/v1\n-> scrypt", "This is a file locked with a passphrase, not a bundle."),
        ("[1,2]", "This is JSON, but not a bundle from Concordat."),
        ("{\"type\":\"FeatureCollection\"}", "This is JSON, but not a bundle from Concordat."),
        ("Dear all,\nplease find", "This is not a bundle from Concordat."),
        ("{\"format\":\"concordat-bundle\",\"version\":1,\"made\":{", "This file stops before its first change."),
    ] {
        let error = bundle::read(text).expect_err(text);
        assert_eq!(error.reason, says, "{text}");
        assert!(!error.remedy.is_empty());
    }
}

#[test]
fn a_preview_says_what_would_come_of_it() {
    let there = some_log();
    let read = bundle::read(&written(&there)).unwrap();
    assert_eq!((read.workspace.id.as_str(), read.workspace.title.as_str()), ("workspace/w", "Bromsgrove & Redditch"));

    let first = read.preview(None);
    assert_eq!((first.relation, first.new, first.known), (Relation::First, 6, 0));
    let kinds: Vec<_> =
        first.records.iter().map(|counted| (counted.kind.as_str(), counted.new, counted.changed, counted.withdrawn)).collect();
    assert_eq!(kinds, [("risk", 1, 0, 0), ("workspace", 1, 0, 0)], "one of the two risks arrives withdrawn");
    assert_eq!(first.conflicts, [(name("risk/1"), "level".to_owned())]);
    assert_eq!(first.people.len(), 1);

    let again = read.preview(Some(&there));
    assert_eq!((again.relation, again.new, again.known), (Relation::Same, 0, 6));
    assert_eq!((again.records.len(), again.conflicts.len(), again.between), (0, 0, None));

    let mut earlier = Log::of(there.in_order().into_iter().take(2).cloned());
    write(&mut earlier, EVENING + 400, "risk/1", json!({ "title": "Loss of staff" }));
    let mut incoming = read.clone();
    incoming.log.add(incoming.log.seal(draft(
        EVENING,
        "Clerk",
        vec![(name("risk/1"), set(json!({ "title": "Staff", "level": "high" })))],
    )));
    let later = incoming.preview(Some(&earlier));
    assert_eq!((later.relation, later.new, later.known), (Relation::Apart { there: 5, here: 1 }, 5, 2));
    assert_eq!(later.conflicts, [(name("risk/1"), "title".to_owned())]);
    assert_eq!(later.not_understood.iter().map(|found| found.field.as_str()).collect::<Vec<_>>(), ["level"]);
    assert_eq!(
        later.people.iter().map(|person| (person.name.as_str(), person.changes)).collect::<Vec<_>>(),
        [("Clerk", 1), ("Treasurer", 6)]
    );

    let mut other = Log::default();
    write(&mut other, EVENING, "workspace/v", json!({ "title": "Warwickshire" }));
    assert_eq!(read.preview(Some(&other)).relation, Relation::Other);
}

#[test]
fn a_withdrawal_shows_in_the_preview() {
    let there = some_log();
    let read = bundle::read(&written(&there)).unwrap();
    let before = Log::of(there.in_order().into_iter().filter(|change| !change.line().contains("Entered twice")).cloned());
    let preview = read.preview(Some(&before));
    assert_eq!(preview.records.iter().map(|counted| counted.withdrawn).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_file_is_named_for_its_workspace_day_and_code() {
    let log = some_log();
    let day = chrono::NaiveDate::from_ymd_opt(2011, 1, 17).unwrap();
    let called = file_name(decode::workspace(&log).title(), day, &log.code());
    assert_eq!(called, format!("Bromsgrove-Redditch-2011-01-17-{}.concordat.json", log.code()));
}
