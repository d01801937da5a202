//! What the file for each reader holds, and when it is not made.

use concordat::bundle::{self, Profile, decode};
use concordat::handing::{Why, cut, holds};
use concordat::log::{Log, WITHDRAWN};
use serde_json::{Value, json};

use crate::support::{EVENING, name, said, write};
use crate::{entered, exempt, json_of, make, public};

const SAMPLE: &str = include_str!("../../samples/worcestershire.concordat.json");

fn work() -> Log {
    entered(&[
        ("workspace/w", json!({ "title": "Bromsgrove & Redditch" })),
        ("partner/b", json!({ "name": "Bromsgrove District Council", "code": "B" })),
        ("service/depot", json!({ "name": "Depot", "description": "Vehicles and yards" })),
        ("service/lease", json!({ "name": "Lease of the northern yard", "exempt": exempt() })),
        ("participation/lease/b", json!({ "part": { "role": "in" } })),
        ("milestone/m", json!({ "what": "Tell the landlord", "about": "service/lease", "due": "2011-03-01" })),
        ("note/n", json!({ "about": "service/depot", "text": "Ask the union before the meeting" })),
        (
            "risk/r",
            json!({ "title": "Yard floods", "owner": "Head of Environment", "service": "service/depot", "corporate": "Entry 14" }),
        ),
        (
            "money/m",
            json!({ "title": "Fuel", "sum": { "kind": "saving", "pence": 1_200_000 }, "commentary": "Checked by finance twice" }),
        ),
    ])
}

#[test]
fn a_file_for_members_is_the_log_whole_and_says_that_it_is_exempt() {
    let log = work();
    let made = make(&log, &Log::default(), Profile::Members).unwrap();
    assert!(made.name.starts_with("EXEMPT-Bromsgrove"), "{}", made.name);
    assert_eq!(made.code, log.code());
    assert_eq!(json_of(&made)["made"]["profile"], "members");
    assert_eq!(said(&bundle::read(&made.text).unwrap().log), said(&log));
    let held = holds(&log, &Log::default(), Profile::Members, &Default::default());
    assert_eq!(
        held.exempt.iter().map(concordat::log::RecordId::as_str).collect::<Vec<_>>(),
        ["milestone/m", "participation/lease/b", "service/lease"]
    );
    assert_eq!(held.people.len(), 1);
    let plain = entered(&[("workspace/w", json!({ "title": "Depot" }))]);
    assert!(make(&plain, &Log::default(), Profile::Members).unwrap().name.starts_with("Depot-"));
}

#[test]
fn a_file_with_everything_brings_the_drawer_too() {
    let log = work();
    let drawer = entered(&[("note/mine", json!({ "about": "risk/r", "text": "For myself" }))]);
    let made = make(&log, &drawer, Profile::Everything).unwrap();
    let read = bundle::read(&made.text).unwrap();
    assert_eq!((said(&read.log), said(&read.drawer)), (said(&log), said(&drawer)));
    assert_eq!((read.aside, read.notes), (vec![], vec![]));
    assert_eq!(made.code, log.code());
    let members = make(&log, &drawer, Profile::Members).unwrap();
    assert!(!members.text.contains("For myself"));
    assert!(bundle::read(&members.text).unwrap().drawer.changes().is_empty());
}

#[test]
fn without_exempt_items_each_stands_as_its_exemption_alone() {
    let log = work();
    let made = make(&log, &Log::default(), Profile::WithoutExempt).unwrap();
    let file = json_of(&made);
    assert_eq!(file["now"]["records"]["service"]["lease"], json!({ "exempt": exempt() }));
    assert_eq!(file["now"]["records"]["milestone"]["m"], json!({ "exempt": exempt() }));
    assert_eq!(file["now"]["records"]["service"]["depot"]["description"], "Vehicles and yards");
    assert_eq!(file["now"]["records"]["note"]["n"]["text"], "Ask the union before the meeting");
    assert_eq!((&file["changes"], &file["people"]), (&json!([]), &json!([])));
    assert!(!made.text.contains("northern yard") && !made.text.contains("landlord") && !made.text.contains("Treasurer"));
    assert!(made.name.starts_with("without-exempt-") && !made.name.contains("EXEMPT"));
    let read = bundle::read(&made.text).unwrap();
    assert_eq!(read.made.unwrap().profile, Profile::WithoutExempt);
    assert!(read.log.changes().is_empty());
}

#[test]
fn measures_go_to_the_public_without_their_notes_and_those_of_an_exempt_service_not_at_all() {
    let of = |service: &str| json!({ "name": "Days", "service": service, "polarity": "lower", "to_date": "mean", "frequency": "month" });
    let figures = |note: &str| json!({ "p01": { "value": "5.25", "note": note }, "forecast": { "value": "6", "note": note } });
    let log = entered(&[
        ("workspace/w", json!({ "title": "Bromsgrove & Redditch" })),
        ("partner/b", json!({ "name": "Bromsgrove District Council", "code": "B" })),
        ("service/depot", json!({ "name": "Depot" })),
        ("service/lease", json!({ "name": "Lease of the northern yard", "exempt": exempt() })),
        ("measure/open", of("service/depot")),
        ("measure/closed", of("service/lease")),
        ("readings/open/fy2010/b", figures("Two drivers were away for weeks")),
        ("readings/closed/fy2010/b", figures("The landlord was slow to answer")),
        ("baseline/closed/b", json!({ "start": { "value": "9", "on": "2008-03-31" } })),
    ]);
    let held = holds(&log, &Log::default(), Profile::Members, &Default::default());
    let exempt: Vec<&str> = held.exempt.iter().map(concordat::log::RecordId::as_str).collect();
    assert_eq!(exempt, ["baseline/closed/b", "measure/closed", "readings/closed/fy2010/b", "service/lease"]);
    let made = public(&log).unwrap();
    let records = &json_of(&made)["now"]["records"];
    assert_eq!(records["readings"]["open/fy2010/b"], json!({ "p01": { "value": "5.25" }, "forecast": { "value": "6" } }));
    assert_eq!(records["measure"].as_object().unwrap().keys().collect::<Vec<_>>(), ["open"]);
    assert!(!made.text.contains("drivers") && !made.text.contains("landlord") && records.get("baseline").is_none());
}

#[test]
fn a_public_file_holds_what_is_listed_and_its_code_is_its_own() {
    let mut log = work();
    let withdrawal = log.withdrawal(&name("risk/r"), "Entered by mistake");
    write(&mut log, EVENING + 500, "risk/r", json!({ WITHDRAWN: withdrawal }));
    let made = public(&log).unwrap();
    let file = json_of(&made);
    let kinds: Vec<&String> = file["now"]["records"].as_object().unwrap().keys().collect();
    assert_eq!(kinds, ["money", "partner", "service", "workspace"]);
    assert_eq!(file["now"]["records"]["service"].as_object().unwrap().len(), 1);
    assert!(file["now"]["records"]["money"]["m"].get("commentary").is_none());
    assert_eq!(file["now"]["withdrawn"], json!({}));
    assert!(file["made"].get("by").is_none());
    let digest = file["check"]["now"].as_str().unwrap().to_uppercase();
    assert_eq!(made.code, format!("{}-{}", &digest[..4], &digest[4..8]));
    assert_ne!(made.code, log.code());
    assert_eq!(made.text, public(&log).unwrap().text);
    let read = bundle::read(&made.text).unwrap();
    assert!(read.notes.iter().all(|note| *note == bundle::Finding::NowAlone), "{:?}", read.notes);
}

#[test]
fn people_who_differ_are_not_published() {
    let mut log = work();
    let mut there = log.clone();
    write(&mut log, EVENING + 600, "service/depot", json!({ "description": "Yards, and who pays for them" }));
    write(&mut there, EVENING + 601, "service/depot", json!({ "description": "Vehicles, and who drives them" }));
    for change in there.changes() {
        log.add(change.clone());
    }
    let cut = cut(&log, Profile::Public);
    assert!(!cut.records[&name("service/depot")].contains_key("description"));
    let out = cut.withheld.iter().find(|out| out.why == Why::Disputed).unwrap();
    assert_eq!(out.values.len(), 2);
}

#[test]
fn the_exemption_that_people_differ_on_holds() {
    let mut log = work();
    let mut there = log.clone();
    write(&mut log, EVENING + 600, "service/lease", json!({ "exempt": null }));
    write(
        &mut there,
        EVENING + 500,
        "service/lease",
        json!({ "exempt": { "paragraph": "5", "reason": "Advice", "review": "2011-05-01" } }),
    );
    for change in there.changes() {
        log.add(change.clone());
    }
    assert!(make(&log, &Log::default(), Profile::Members).unwrap().name.starts_with("EXEMPT-"));
    assert!(!public(&log).unwrap().text.contains("northern yard"));
}

#[test]
fn what_was_left_out_is_looked_for_and_the_place_is_named() {
    for (record, field, text, planted) in [
        ("service/depot", "description", "About the LEASE of the\nNorthern Yard, and more", "name"),
        ("risk/r", "title", "tell  the land-lord", "what"),
        ("milestone/x", "what", "Save £46k on the yard", "sum"),
        ("milestone/x", "what", "It is 45,900 in all", "sum"),
        ("milestone/x", "what", "4590000 pence", "sum"),
        ("programme/p", "aims", "Save 45900 pounds", "sum"),
    ] {
        let mut log = work();
        let secret = json!({ "title": "Rent", "sum": { "kind": "cost", "pence": 4_590_000 }, "exempt": exempt() });
        write(&mut log, EVENING + 100, "money/secret", secret);
        assert!(public(&log).is_ok(), "nothing is planted yet");
        let value = if field == "aims" { json!([text]) } else { json!(text) };
        write(&mut log, EVENING + 200, record, json!({ field: value }));
        let found = public(&log).unwrap_err().found;
        assert!(
            found.iter().any(|found| found.place == (name(record), field.to_owned()) && found.withheld.1 == planted),
            "{text}: {found:?}"
        );
        assert!(make(&log, &Log::default(), Profile::WithoutExempt).is_err(), "{text}");
        assert!(make(&log, &Log::default(), Profile::Members).is_ok());
    }
}

#[test]
fn what_is_published_in_its_own_right_gives_nothing_away() {
    let mut log = work();
    let sum = json!({ "kind": "cost", "pence": 4_590_000 });
    write(&mut log, EVENING + 100, "money/secret", json!({ "title": "Rent", "sum": sum, "exempt": exempt() }));
    write(&mut log, EVENING + 101, "money/open", json!({ "title": "Paint", "sum": sum }));
    write(&mut log, EVENING + 102, "milestone/x", json!({ "what": "Spend £45,900 on paint" }));
    assert!(public(&log).is_ok());
}

#[test]
fn a_split_by_fixed_amounts_does_not_say_the_exempt_share() {
    let mut log = work();
    write(
        &mut log,
        EVENING + 100,
        "money/secret",
        json!({ "title": "Share", "sum": { "kind": "cost", "pence": 4_590_000 }, "exempt": exempt() }),
    );
    let split = json!({ "rule": "fixed", "parts": [{ "partner": "partner/b", "weight": 4_590_000 }, { "partner": "partner/c", "weight": 10_000 }] });
    write(
        &mut log,
        EVENING + 101,
        "money/open",
        json!({ "title": "Whole", "sum": { "kind": "cost", "pence": 4_600_000 }, "split": split }),
    );
    let found = public(&log).unwrap_err().found;
    assert_eq!(found[0].place, (name("money/open"), "split".to_owned()));
}

#[test]
fn a_field_and_a_kind_that_are_unknown_here_are_left_out() {
    let mut log = work();
    write(&mut log, EVENING + 100, "poem/1", json!({ "text": "Roses" }));
    write(&mut log, EVENING + 101, "service/depot", json!({ "forecast": "Snow" }));
    let made = public(&log).unwrap();
    assert!(!made.text.contains("Roses") && !made.text.contains("Snow"));
    let cut = cut(&log, Profile::Public);
    assert_eq!(cut.withheld.iter().filter(|out| out.why == Why::NotListed).count(), 2);
}

#[test]
fn what_was_joined_to_an_exempt_record_is_exempt_with_it() {
    let mut log = work();
    write(&mut log, EVENING + 100, "service/yard", json!({ "name": "The other yard", "joined": "service/lease" }));
    write(&mut log, EVENING + 101, "service/vans", json!({ "name": "Vans and drivers", "joined": "service/depot" }));
    let file = json_of(&public(&log).unwrap());
    let services: Vec<&String> = file["now"]["records"]["service"].as_object().unwrap().keys().collect();
    assert_eq!(services, ["depot", "vans"]);
    assert_eq!(file["now"]["records"]["service"]["vans"]["joined"], "service/depot");
    let file = json_of(&make(&log, &Log::default(), Profile::WithoutExempt).unwrap());
    assert_eq!(file["now"]["records"]["service"]["yard"], json!({ "exempt": exempt() }));
}

#[test]
fn the_sample_can_be_published() {
    let log = bundle::read(SAMPLE).unwrap().log;
    let made = public(&log).unwrap_or_else(|not| panic!("{:#?}", not.found));
    let file = json_of(&made);
    let whole = decode::workspace(&log);
    assert_eq!(file["now"]["records"]["money"].as_object().unwrap().len(), whole.money.len());
    assert_eq!(file["made"].get("by"), None::<&Value>);
    assert!(make(&log, &Log::default(), Profile::WithoutExempt).is_ok());
}
