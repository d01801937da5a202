//! A service of two councils on its way, and what people do with it.

use chrono::NaiveDate;
use concordat::domain::agreement::{Agreement, AgreementState, Consultation, ConsultationId, Consulted};
use concordat::domain::command::{Command, Doing, Edit, Refusal, apply};
use concordat::domain::measure::{Measure, MeasureId, Polarity, YearToDate};
use concordat::domain::money::{Basis, MoneyKind, SpentOn};
use concordat::domain::period::Frequency;
use concordat::domain::quantity::Quantity;
use concordat::domain::reading::{Baseline, BaselineId, Start};
use concordat::domain::record::Set;
use concordat::domain::service::{Part, Participation, ParticipationId, Reached, Role, Service, ServiceId, Stage};
use concordat::domain::source::Source;
use concordat::domain::thing::Thing;
use concordat::domain::workspace::Workspace;
use serde_json::Value;

use crate::by_hand::{Saying, councils, partner, saving, service, with};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn today() -> NaiveDate {
    day("2011-01-17")
}

pub fn payroll() -> ServiceId {
    service("payroll")
}

/// Payroll, of which nothing is stated but its name.
pub fn idea() -> Workspace {
    councils()
}

pub fn at(mut workspace: Workspace, stage: Stage) -> Workspace {
    let known = workspace.services.get(&payroll()).unwrap().clone();
    workspace.insert(Service { stage: Some(Reached::new(stage)), ..known }.into());
    workspace
}

pub fn led(mut workspace: Workspace) -> Workspace {
    let known = workspace.services.get(&payroll()).unwrap().clone();
    workspace.insert(Service { lead: Some("Head of Finance".into()), ..known }.into());
    workspace
}

pub fn part(mut workspace: Workspace, of: &str, role: Role) -> Workspace {
    let id = ParticipationId::of(&payroll(), &partner(of)).unwrap();
    workspace.insert(Participation { part: Some(Part { role, note: None }), ..Participation::new(id) }.into());
    workspace
}

pub fn agreement(mut workspace: Workspace, of: &str, state: AgreementState) -> Workspace {
    let id = ParticipationId::of(&payroll(), &partner(of)).unwrap();
    let known = workspace.participations.get(&id).unwrap().clone();
    let agreement = Some(Agreement { state, since: None, note: None });
    workspace.insert(Participation { agreement, ..known }.into());
    workspace
}

pub fn signed_by_both(workspace: Workspace) -> Workspace {
    agreement(agreement(workspace, "rbc", AgreementState::Signed), "bdc", AgreementState::Signed)
}

pub fn asked_staff(mut workspace: Workspace, outcome: Option<&str>) -> Workspace {
    let id = ConsultationId::new("staff").unwrap();
    let asked = Consultation {
        service: Some(payroll()),
        who: Some(Consulted::Staff),
        outcome: outcome.map(str::to_owned),
        ..Consultation::new(id)
    };
    workspace.insert(asked.into());
    workspace
}

/// Redditch hosts it, Bromsgrove takes part.
pub fn shared(workspace: Workspace) -> Workspace {
    part(part(led(workspace), "rbc", Role::Host), "bdc", Role::In)
}

/// A cost and a saving on a basis.
pub fn costed(workspace: Workspace, basis: Basis) -> Workspace {
    let name = |what: &str| format!("{}-{what}", basis.key());
    let cost = saving(&name("cost"), "2010/11", 100).kind(MoneyKind::Cost);
    let gain = saving(&name("saving"), "2010/11", 40).recurring();
    with(workspace, [cost, gain].map(|line| line.on(Some(basis)).covering(&["service/payroll"])))
}

pub fn leaving_costs(workspace: Workspace, pounds: i64) -> Workspace {
    let line = saving("leaving", "2010/11", pounds).kind(MoneyKind::Cost).covering(&["service/payroll"]);
    with(workspace, [concordat::domain::money::Money { spent_on: Some(SpentOn::Leaving), ..line }])
}

pub fn baseline(mut workspace: Workspace, of: &str, is_whole: bool) -> Workspace {
    let id = MeasureId::new("errors").unwrap();
    let measure = Measure {
        name: Some("Errors".into()),
        service: Some(payroll()),
        polarity: Some(Polarity::Lower),
        to_date: Some(YearToDate::Latest),
        frequency: Some(Frequency::Month),
        ..Measure::new(id.clone())
    };
    workspace.insert(measure.into());
    let start = Some(Start { value: Quantity::parse("12").unwrap(), on: Some(day("2010-03-31")), note: None });
    let source = is_whole.then(|| Source { paper: "The case".into(), paragraph: None, dated: None });
    workspace.insert(Baseline { start, source, ..Baseline::new(BaselineId::of(&id, &partner(of)).unwrap()) }.into());
    workspace
}

/// Does it; what it comes to is taken in.
pub fn done(mut workspace: Workspace, command: Command) -> Workspace {
    let outcome = apply(&workspace, command, today()).unwrap();
    for Edit { record, doing } in outcome.edits {
        let Doing::Set(fields) = doing else { panic!("this only sets fields") };
        let mut all: Set = workspace.thing(&record).map(|thing| thing.encode()).unwrap_or_default();
        all.extend(fields);
        all.retain(|_, value| *value != Value::Null);
        let (thing, unread) = Thing::decode(record.as_str(), &|field| all.get(field)).unwrap();
        assert!(unread.is_empty());
        workspace.insert(thing);
    }
    workspace
}

pub fn refused(workspace: &Workspace, command: Command) -> Vec<(&'static str, String)> {
    let refusals = apply(workspace, command, today()).err().unwrap_or_default();
    refusals.into_iter().map(|Refusal { field, says }| (field, says)).collect()
}
