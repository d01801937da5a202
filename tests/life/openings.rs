//! Opportunities stay in sight while they are open; a service is looked at as a system; a plan has its climate and equality.

use concordat::domain::command::Command;
use concordat::domain::opening::{Opening, OpeningId, OpeningKind, Taken, Taking};
use concordat::domain::quantity::Quantity;
use concordat::domain::references::{Referring, referring_to};
use concordat::domain::subject::Subject;
use concordat::domain::thing::Thing;
use concordat::domain::thinking::{
    Demand, DemandId, DemandKind, EndToEnd, Plan, PlanId, Study, StudyId, Trial, TrialId, TrialState, failure_of,
};
use concordat::domain::workspace::Workspace;
use concordat::words;

use crate::build::*;
use crate::by_hand::{partner, year};

fn says(workspace: &Workspace, thing: impl Into<Thing>) -> Vec<(&'static str, String)> {
    refused(workspace, Command::Put { before: None, after: thing.into() })
}

fn opening(name: &str, by: &str) -> Opening {
    Opening {
        what: Some("Head of Financial Services".into()),
        sort: Some(OpeningKind::VacantPost),
        service: Some(payroll()),
        councils: Some(vec![partner("bdc"), partner("rbc")]),
        decide_by: by.parse().ok(),
        ..Opening::new(OpeningId::new(name).unwrap())
    }
}

#[test]
fn an_opportunity_is_reminded_of_until_it_is_decided() {
    let reminder = |all: &[&Opening]| words::thinking::open(all, today());
    let (late, soon) = (opening("late", "2011-01-10"), opening("soon", "2011-01-31"));
    assert_eq!(reminder(&[]), None);
    assert!(late.is_overdue(today()) && !soon.is_overdue(today()));
    assert_eq!(
        reminder(&[&late, &soon]).unwrap(),
        "2 opportunities are open. 1 past the day on which somebody was to decide. The next is to be decided by 31 January 2011 (in 14 days)."
    );
    let taken = Taken { taken: Taking::Declined, why: "Not at this stage".into(), on: Some(day("2008-09-01")) };
    let declined = Opening { decision: Some(taken), ..late };
    assert!(!declined.is_overdue(today()));
    assert_eq!(reminder(&[&declined]), None, "a declined one is kept, and no reminder");
    assert_eq!(
        reminder(&[&declined, &soon]).unwrap(),
        "1 opportunity is open. The next is to be decided by 31 January 2011 (in 14 days)."
    );
}

#[test]
fn an_opportunity_says_why_it_was_taken_or_declined() {
    let workspace = idea();
    assert_eq!(says(&workspace, opening("one", "")), []);
    let unsaid = Taken { taken: Taking::Taken, why: " ".into(), on: None };
    let says_why = says(&workspace, Opening { decision: Some(unsaid), ..opening("one", "") });
    assert_eq!(says_why, [("decision", "Say why it was taken or declined.".to_owned())]);
    let early = Opening { since: Some(day("2011-02-01")), ..opening("one", "2011-01-10") };
    assert_eq!(says(&workspace, early)[0].0, "decide_by");
    assert_eq!(says(&workspace, Opening::new(OpeningId::new("bare").unwrap())).len(), 2);
}

fn demand(name: &str, sort: DemandKind, count: &str) -> Demand {
    Demand {
        service: Some(payroll()),
        what: Some(name.into()),
        sort: Some(sort),
        count: Quantity::parse(count),
        ..Demand::new(DemandId::new(name).unwrap())
    }
}

#[test]
fn failure_demand_is_a_share_of_what_was_counted() {
    let all = [demand("pay", DemandKind::Value, "390"), demand("chase", DemandKind::Failure, "130")];
    let (sum, failure) = failure_of(all.iter()).unwrap();
    assert_eq!(words::thinking::failure(sum, failure), "Of 520 counted, 130 are failure demand: 25 %.");
    assert_eq!(failure_of(std::iter::empty()), None, "nothing counted is not nought");
    let uncounted = Demand { count: None, ..demand("other", DemandKind::Failure, "1") };
    assert_eq!(failure_of([&all[0], &uncounted].into_iter()).unwrap().1, Quantity::ZERO, "what was not counted is left out");
}

#[test]
fn a_study_a_change_and_a_plan_say_what_they_need() {
    let mut workspace = idea();
    let study = |name: &str, unit: &str| Study {
        service: Some(payroll()),
        purpose: Some("Pay me right and on time".into()),
        time: Some(EndToEnd { before: Quantity::parse("42").unwrap(), now: None, unit: unit.into() }),
        ..Study::new(StudyId::new(name).unwrap())
    };
    assert_eq!(says(&workspace, study("a", " "))[0].0, "time");
    assert_eq!(says(&workspace, study("a", "days")), []);
    workspace.insert(study("a", "days").into());
    assert_eq!(says(&workspace, study("b", "days"))[0].0, "service");
    let trial = Trial {
        service: Some(payroll()),
        what: Some("One form".into()),
        kept: Some(TrialState::Kept),
        ..Trial::new(TrialId::new("a").unwrap())
    };
    assert_eq!(says(&workspace, trial.clone()), [("effect", "Say what it did: that is why it was kept or dropped.".to_owned())]);
    assert_eq!(says(&workspace, Trial { kept: Some(TrialState::Running), ..trial }), []);
    let plan =
        |name: &str| Plan { service: Some(payroll()), year: Some(year("2010/11")), ..Plan::new(PlanId::new(name).unwrap()) };
    workspace.insert(plan("a").into());
    assert_eq!(
        says(&workspace, plan("b")),
        [("year", "This service has a plan for that year already. Change that one.".to_owned())]
    );
    assert_eq!(
        referring_to(&workspace, &Subject::from(&payroll())),
        [(Referring::Thinking, 2)],
        "who withdraws the service is told of them"
    );
}
