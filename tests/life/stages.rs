//! Moving on asks for what is missing, and can be done all the same for a reason that stays.

use concordat::analysis::life::passed;
use concordat::analysis::measures::live;
use concordat::analysis::overview::{self, Sentence};
use concordat::analysis::services::{Chosen, tally};
use concordat::domain::command::{Command, Doing, apply};
use concordat::domain::gate::{Requirement, asked};
use concordat::domain::money::Basis;
use concordat::domain::service::{Despite, Reached, Role, Service, Stage};
use concordat::domain::workspace::Workspace;
use concordat::domain::year::FinancialYear;

use crate::build::*;

fn to(stage: Stage) -> Command {
    Command::MoveStage { service: payroll(), to: Reached::new(stage), reason: None, despite: None }
}

fn noted(stage: Stage, note: &str) -> Command {
    let to = Reached { note: Some(note.into()), ..Reached::new(stage) };
    Command::MoveStage { service: payroll(), to, reason: None, despite: None }
}

fn all_the_same(stage: Stage, why: &str) -> Command {
    Command::MoveStage { service: payroll(), to: Reached::new(stage), reason: None, despite: Some(why.into()) }
}

fn lacking(workspace: &Workspace, to: Stage) -> Vec<Requirement> {
    let service = workspace.services.get(&payroll()).unwrap();
    let asked = asked(workspace, service, to).into_iter();
    asked.filter(|asked| asked.lacking.is_some()).map(|asked| asked.requirement).collect()
}

fn stage(workspace: &Workspace) -> Reached {
    workspace.services.get(&payroll()).unwrap().stage.clone().unwrap()
}

#[test]
fn each_stage_asks_for_what_it_needs() {
    use Requirement::{
        Agreed, Agreements, Baselines, Consulted, DetailedFigures, HighLevelFigures, Host, Lead, LeavingCost, Partners, SignedOff,
    };
    let short = at(idea(), Stage::Shortlisted);
    assert_eq!(lacking(&idea(), Stage::Shortlisted), []);
    assert_eq!(lacking(&short, Stage::HighLevelCase), [Lead, Partners]);
    let considered = part(part(led(short), "bdc", Role::Considering), "rbc", Role::In);
    assert_eq!(lacking(&considered, Stage::HighLevelCase), []);
    let rough = at(considered, Stage::HighLevelCase);
    assert_eq!(lacking(&rough, Stage::DetailedCase), [HighLevelFigures]);
    let detailed = at(costed(rough, Basis::HighLevelCase), Stage::DetailedCase);
    assert_eq!(lacking(&detailed, Stage::DetailedCase), []);
    assert_eq!(lacking(&detailed, Stage::Approved), [DetailedFigures, SignedOff, Agreed]);
    let approved = at(costed(detailed, Basis::DetailedCase), Stage::Approved);
    assert_eq!(lacking(&approved, Stage::Implementing), [Host, Consulted]);
    let approved = asked_staff(approved, Some("They want one office"));
    assert_eq!(lacking(&approved, Stage::Implementing), [Host]);
    let two = part(part(approved.clone(), "bdc", Role::Host), "rbc", Role::Host);
    assert_eq!(lacking(&two, Stage::Implementing), [Host]);
    let implementing = at(shared(approved), Stage::Implementing);
    assert_eq!(lacking(&implementing, Stage::Live), [Agreements, Baselines]);
    let implementing = signed_by_both(implementing);
    assert_eq!(lacking(&implementing, Stage::Live), [Baselines]);
    let measured = baseline(baseline(implementing, "bdc", true), "rbc", true);
    assert_eq!(lacking(&measured, Stage::Live), []);
    assert_eq!(lacking(&measured, Stage::Left), [LeavingCost]);
    assert_eq!(lacking(&leaving_costs(measured, 0), Stage::Left), []);
}

#[test]
fn a_stage_that_is_skipped_asks_for_its_own_all_the_same() {
    use Requirement::{Agreed, Baselines, Consulted, DetailedFigures, HighLevelFigures, Host, Lead, Partners, SignedOff};
    let all = [Lead, Partners, HighLevelFigures, DetailedFigures, SignedOff, Agreed, Host, Consulted, Baselines];
    assert_eq!(lacking(&idea(), Stage::Live), all);
    assert_eq!(lacking(&at(idea(), Stage::Opportunity), Stage::Live), all);
    assert_eq!(lacking(&at(idea(), Stage::Approved), Stage::Live), [Host, Consulted, Baselines]);
    assert_eq!(lacking(&at(idea(), Stage::Refused), Stage::Live), all, "what was refused begins anew");
    assert_eq!(lacking(&at(idea(), Stage::Live), Stage::Approved), [], "a step back asks for nothing");
}

#[test]
fn going_live_is_refused_until_every_council_has_a_baseline_with_its_day_and_source() {
    let ready = signed_by_both(at(shared(idea()), Stage::Implementing));
    let says = |workspace: &Workspace| refused(workspace, to(Stage::Live));
    let missing = "No measure has a baseline with its day and source for Bromsgrove and Redditch. Enter them under Measures.";
    assert_eq!(says(&ready), [("despite", missing.to_owned())]);
    let one = baseline(ready, "rbc", true);
    assert!(says(&one)[0].1.contains("for Bromsgrove. Enter"), "{:?}", says(&one));
    let unsourced = baseline(one.clone(), "bdc", false);
    assert_eq!(says(&unsourced).len(), 1, "a baseline without a source is none to rely on");
    assert_eq!(says(&baseline(one, "bdc", true)), []);
}

#[test]
fn what_is_missing_is_overridden_with_a_reason_that_stays() {
    let ready = signed_by_both(at(shared(idea()), Stage::Implementing));
    assert_eq!(refused(&ready, all_the_same(Stage::Live, "  ")).len(), 1, "blanks are no reason");
    let outcome = apply(&ready, all_the_same(Stage::Live, "The old system is gone"), today()).unwrap();
    assert_eq!(outcome.why.as_deref(), Some("The old system is gone"));
    let live = done(ready, all_the_same(Stage::Live, "The old system is gone"));
    let kept = [Despite { to: Stage::Live, lacking: vec![Requirement::Baselines], why: "The old system is gone".into() }];
    assert_eq!(stage(&live).despite, kept);
    let told = passed(&live, live.services.get(&payroll()).unwrap());
    assert_eq!(
        told[0].says,
        "Moved to live without a baseline with its day and source for each council: The old system is gone."
    );
    assert_eq!(told[0].still.as_deref(), Some("A baseline with its day and source for each council."));
    let met = baseline(baseline(live.clone(), "bdc", true), "rbc", true);
    assert_eq!(passed(&met, met.services.get(&payroll()).unwrap())[0].still, None, "what was missing is there now");
    let left = done(leaving_costs(live, 900), noted(Stage::Left, "Too dear"));
    assert_eq!(stage(&left).despite, kept, "it stays with the stages after it");
}

#[test]
fn a_reason_that_nobody_needs_is_not_kept_as_an_override() {
    let ready = at(idea(), Stage::Opportunity);
    let short = Command::MoveStage {
        service: payroll(),
        to: Reached { note: Some("Two vacancies".into()), ..Reached::new(Stage::Shortlisted) },
        reason: Some("The Board, 1 September 2008".into()),
        despite: Some("Nothing is missing".into()),
    };
    assert_eq!(apply(&ready, short.clone(), today()).unwrap().why.as_deref(), Some("The Board, 1 September 2008"));
    assert_eq!(stage(&done(ready, short)).despite, []);
}

#[test]
fn shortlisting_refusing_and_leaving_say_why_and_a_step_back_says_so_too() {
    let ready = at(led(idea()), Stage::Opportunity);
    assert_eq!(refused(&ready, to(Stage::Shortlisted)), [("note", "Say why it is shortlisted.".to_owned())]);
    assert_eq!(refused(&ready, to(Stage::Refused)), [("note", "Say why it is refused.".to_owned())]);
    assert_eq!(refused(&ready, noted(Stage::Refused, "No saving in it")), []);
    let gone = refused(&at(idea(), Stage::Live), to(Stage::Left));
    assert_eq!(gone.iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["note", "despite"]);
    assert!(gone[1].1.starts_with("No cost of leaving is stated."), "{gone:?}");
    assert_eq!(refused(&at(idea(), Stage::Live), to(Stage::Approved)), [("reason", "It moves back. Say why.".to_owned())]);
    assert_eq!(refused(&ready, to(Stage::Opportunity)), [("stage", "This is the stage that it has now.".to_owned())]);
}

#[test]
fn a_form_or_a_spreadsheet_moves_a_service_no_further_than_its_page() {
    let ready = signed_by_both(at(shared(idea()), Stage::Implementing));
    let before = ready.services.get(&payroll()).unwrap().clone();
    let after = Service { stage: Some(Reached::new(Stage::Live)), ..before.clone() };
    let put = Command::PutRows { rows: vec![(Some(before.clone().into()), after.clone().into())], why: String::new() };
    let says = refused(&ready, put.clone());
    assert!(says[0].1.contains("Or move it on its own page, where a reason can be given."), "{says:?}");
    let measured = baseline(baseline(ready, "bdc", true), "rbc", true);
    assert_eq!(refused(&measured, put), []);
    let renamed = Service { name: Some("Pay".into()), ..before.clone() };
    let rename = Command::Put { before: Some(before.into()), after: renamed.into() };
    assert_eq!(refused(&measured, rename), [], "what does not move is not asked");
}

#[test]
fn going_live_moves_a_service_from_underway_to_live_everywhere_in_one_step() {
    let ready = baseline(baseline(signed_by_both(at(shared(idea()), Stage::Implementing)), "bdc", true), "rbc", true);
    let count = |workspace: &Workspace, stage: Stage| tally(workspace, &Chosen { programme: None, stage: Some(stage) }).total;
    let in_live_table = |workspace: &Workspace| {
        let year = FinancialYear::starting(2010).unwrap();
        live(workspace, year).iter().flat_map(|group| &group.rows).any(|row| row.id == payroll())
    };
    let told = |workspace: &Workspace| {
        let sentences = overview::status(workspace, today());
        sentences.iter().map(Sentence::text).collect::<Vec<_>>().join(" ")
    };
    assert_eq!((count(&ready, Stage::Implementing), count(&ready, Stage::Live), in_live_table(&ready)), (1, 0, false));
    let before = told(&ready);
    let outcome = apply(&ready, to(Stage::Live), today()).unwrap();
    let [edit] = outcome.edits.as_slice() else { panic!("one step") };
    assert!(matches!(&edit.doing, Doing::Set(fields) if fields.len() == 1 && fields.contains_key("stage")));
    let live = done(ready, to(Stage::Live));
    assert_eq!((count(&live, Stage::Implementing), count(&live, Stage::Live), in_live_table(&live)), (0, 1, true));
    assert_ne!(told(&live), before, "the overview says so too");
}
