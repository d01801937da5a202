//! What becomes of figures that people enter apart: periods stand side by side, and the same one twice is a conflict.

use concordat::bundle::decode;
use concordat::domain::workspace::{Mark, Workspace};
use concordat::log::{Log, WITHDRAWN};
use concordat::trail::{self, Told};
use serde_json::json;

use crate::build::*;
use crate::support::{EVENING, draft, exchange, name, set, write};

const RECORD: &str = "readings/days/fy2010/b";

fn begun() -> Log {
    let mut log = Log::default();
    write(&mut log, EVENING, "partner/b", json!({ "name": "Bromsgrove District Council" }));
    write(
        &mut log,
        EVENING,
        "measure/days",
        json!({ "name": "Days", "to_date": "mean", "frequency": "month", "polarity": "lower" }),
    );
    log
}

#[test]
fn different_periods_stand_side_by_side_and_the_same_one_twice_is_a_conflict() {
    let mut here = begun();
    let mut there = here.clone();
    write(&mut here, EVENING + 1, RECORD, json!({ "p01": { "value": "5" }, "p02": { "value": "6" } }));
    let both = set(json!({ "p02": { "value": "7", "note": "Counted again" }, "p03": { "value": "8" } }));
    there.add(there.seal(draft(EVENING + 60, "Member", vec![(name(RECORD), both)])));
    exchange(&mut here, &mut there);
    let workspace = decode::workspace(&here);
    assert_eq!(workspace.marks(RECORD), [Mark::Conflict { field: "p02".to_owned() }]);
    let read: Vec<_> = line(&workspace, "days", "b")
        .periods()
        .iter()
        .take(3)
        .map(|period| line(&workspace, "days", "b").figure(*period))
        .collect();
    assert_eq!(
        read,
        [Some(figure("5")), Some(figure("7")), Some(figure("8"))],
        "each is what somebody entered, and nothing is counted twice"
    );
    let all = trail::disagreements(&here, &workspace);
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].name.as_str(), all[0].label.as_str()), ("Days, Bromsgrove District Council: readings of 2010/11", "May"));
    let said: Vec<&str> = all[0].statements.iter().map(|said| said.says.as_str()).collect();
    assert_eq!(said, ["7; Counted again", "6"]);
}

#[test]
fn a_deed_is_named_by_its_measure_its_council_and_its_period() {
    let mut log = begun();
    write(&mut log, EVENING + 1, RECORD, json!({ "p01": { "value": "5" } }));
    let (change, own) = (write(&mut log, EVENING + 2, RECORD, json!({ "p02": { "value": "6" } })), Workspace::default());
    let workspace = decode::workspace(&log);
    let told = trail::describe(Told { log: &log, workspace: &workspace, own: &own }, &change);
    assert_eq!(told, "enter the reading for May in figures of \"Days\" for Bromsgrove District Council");
}

#[test]
fn a_year_that_was_withdrawn_counts_nowhere() {
    let mut log = begun();
    write(&mut log, EVENING + 1, RECORD, json!({ "p01": { "value": "5" } }));
    let withdrawal = log.withdrawal(&name(RECORD), "Entered by mistake");
    write(&mut log, EVENING + 2, RECORD, json!({ WITHDRAWN: withdrawal }));
    assert!(decode::workspace(&log).readings.is_empty());
}

#[test]
fn figures_stand_for_the_council_that_theirs_was_joined_to() {
    let mut log = begun();
    write(&mut log, EVENING, "partner/a", json!({ "name": "Bromsgrove" }));
    write(&mut log, EVENING + 1, RECORD, json!({ "p01": { "value": "5" } }));
    write(&mut log, EVENING + 2, "partner/b", json!({ "joined": "partner/a" }));
    let workspace = decode::workspace(&log);
    assert_eq!(line(&workspace, "days", "a").figure(concordat::domain::period::Period::April), Some(figure("5")));
    assert_eq!(workspace.readings.len(), 1);
}
