//! Each sentence is true of nothing, of little and of much. What is said of the real programme is in `tests/overview.rs`.

use super::*;
use crate::domain::level::Level;
use crate::domain::milestone::{Milestone, MilestoneId};
use crate::domain::money::{Basis, InUse, Money, MoneyId, MoneyKind, Sum, Use};
use crate::domain::opening::{Opening, OpeningId};
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::pence::Pence;
use crate::domain::programme::{Programme, ProgrammeId};
use crate::domain::rag::{Rag, Status};
use crate::domain::risk::{Direction, Issue, IssueId, Openness, Risk, RiskId, State, StatedMovement};
use crate::domain::service::{Part, Participation, ParticipationId, Reached, Role, Service, ServiceId, Stage};
use crate::domain::source::{Amended, Source, Term};
use crate::domain::subject::Subject;
use crate::domain::workspace;
use crate::domain::year::FinancialYear;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn reading() -> NaiveDate {
    day(2011, 1, 17)
}

fn said(workspace: &Workspace) -> Vec<String> {
    overview(workspace, &Ledger::of(workspace), reading(), None).iter().map(Sentence::text).collect()
}

fn service(id: &str, name: &str, rag: Option<Rag>) -> Service {
    let status = rag.map(|rag| Status { rag, why: Some(format!("{name} waits")), who: None, by: None });
    Service { name: Some(name.into()), status, ..Service::new(ServiceId::new(id).unwrap()) }
}

fn line(id: &str, kind: MoneyKind, basis: Option<Basis>, pounds: i64, partner: &str) -> Money {
    let year = FinancialYear::starting(2010);
    let sum = Sum { kind, pence: Pence::pounds(pounds), up_to: None, year, basis, recurrence: None };
    let covers = Some(vec![Subject::parse("service/a").unwrap()]);
    let partners = Some(vec![PartnerId::new(partner).unwrap()]);
    Money { title: Some(id.into()), sum: Some(sum), covers, partners, ..Money::new(MoneyId::new(id).unwrap()) }
}

fn council(workspace: &mut Workspace, id: &str, name: &str) {
    workspace.insert(Partner { name: Some(name.into()), ..Partner::new(PartnerId::new(id).unwrap()) }.into());
}

fn risk(id: usize, level: (u8, u8)) -> Risk {
    let mut risk = Risk::new(RiskId::new(&format!("r{id}")).unwrap());
    (risk.reference, risk.title) = (Some(id.to_string()), Some(format!("Trouble {id}")));
    (risk.level, risk.owner) = (Level::new(level.0, level.1), Some("Treasurer".into()));
    risk
}

#[test]
fn nothing_is_said_of_nothing() {
    assert_eq!(said(&Workspace::default()), [""; 0]);
    let empty = Workspace::default();
    let since = Since { day: day(2010, 12, 9), earlier: &empty };
    let sentences = overview(&empty, &Ledger::of(&empty), reading(), Some(&since));
    assert_eq!(sentences.iter().map(Sentence::text).collect::<Vec<_>>(), ["Nothing has changed since 9 December 2010."]);
}

#[test]
fn red_comes_before_amber_each_with_its_reason() {
    let mut workspace = Workspace::default();
    let mut payroll = service("a", "Payroll", Some(Rag::Amber));
    payroll.status =
        payroll.status.map(|status| Status { who: Some("Head of Finance".into()), by: Some(day(2011, 1, 1)), ..status });
    workspace.insert(payroll.into());
    workspace.insert(service("b", "Property", Some(Rag::Red)).into());
    let sentences = status(&workspace, reading());
    assert_eq!(sentences[0].text(), "Property is red: Property waits.");
    assert_eq!((sentences[0].mark, sentences[0].reason.as_deref()), (Mark::Reported(Rag::Red), None));
    assert_eq!(sentences[1].text(), "Payroll is amber: Payroll waits.");
    let reason = "Head of Finance to put it right by 1 January 2011, which has passed.";
    assert_eq!(sentences[1].reason.as_deref(), Some(reason));
    assert_eq!(sentences.len(), 2);
}

#[test]
fn what_is_not_reported_is_never_green() {
    let mut workspace = Workspace::default();
    workspace.insert(service("a", "Payroll", None).into());
    assert_eq!(said(&workspace), ["Payroll has not reported a status."]);
    workspace.insert(service("b", "Property", None).into());
    assert_eq!(said(&workspace), ["None of the 2 services has reported a status."]);
    workspace.insert(service("c", "Audit", Some(Rag::Green)).into());
    let both = ["1 service is green.", "2 of the 3 services have not reported a status: Payroll and Property."];
    assert_eq!(said(&workspace), both);
    let refused = Reached::new(Stage::Refused);
    for id in ["a", "b"] {
        workspace.services.get_mut(&ServiceId::new(id).unwrap()).unwrap().stage = Some(refused.clone());
    }
    assert_eq!(said(&workspace), ["The one service is green.", "None of 3 services is live yet."]);
    for id in ["d", "e"] {
        workspace.insert(service(id, id, None).into());
    }
    workspace.services.get_mut(&ServiceId::new("c").unwrap()).unwrap().status = None;
    workspace.services.get_mut(&ServiceId::new("b").unwrap()).unwrap().stage.as_mut().unwrap().stage = Stage::Left;
    assert_eq!(said(&workspace)[0], "None of the 3 services that go on has reported a status; 1 was refused and 1 was left.");
}

#[test]
fn savings_are_held_against_targets_where_they_are_set() {
    let mut workspace = Workspace::default();
    council(&mut workspace, "b", "Bromsgrove");
    council(&mut workspace, "r", "Redditch");
    workspace.insert(service("a", "Payroll", Some(Rag::Green)).into());
    workspace.insert(line("one", MoneyKind::Saving, Some(Basis::Forecast), 450_000, "b").into());
    workspace.insert(line("two", MoneyKind::Saving, Some(Basis::Forecast), 514_000, "r").into());
    let money = |workspace: &Workspace| {
        savings(workspace, &Ledger::of(workspace), reading()).iter().map(Sentence::text).collect::<Vec<_>>()
    };
    let forecast = "Savings of £964k are forecast for 2010/11: £450k Bromsgrove and £514k Redditch.";
    let silent = "Nothing is reported yet as actually saved in 2010/11.";
    assert_eq!(money(&workspace), [forecast, silent, "No savings target has been set."]);
    workspace.insert(line("budget", MoneyKind::Saving, Some(Basis::Budget), 900_000, "b").into());
    assert!(!money(&workspace).iter().any(|says| says.contains("short of the target")));
    workspace.insert(line("three", MoneyKind::Target, None, 500_000, "b").into());
    workspace.insert(line("four", MoneyKind::Target, None, 500_000, "r").into());
    let held = [
        "Savings as expected in 2010/11 are £36k short of the target of £1m.",
        "Behind their own target: Bromsgrove, £50k short.",
    ];
    assert_eq!(money(&workspace), [&[forecast, silent], held.as_slice()].concat());
    workspace.insert(line("five", MoneyKind::Saving, Some(Basis::Actual), 100_000, "b").into());
    assert_eq!(money(&workspace)[1], "Savings of £100k are reported as made in 2010/11, Bromsgrove.");
}

#[test]
fn a_shortfall_is_not_rounded_away() {
    let mut workspace = Workspace::default();
    council(&mut workspace, "b", "Bromsgrove");
    workspace.insert(line("one", MoneyKind::Saving, Some(Basis::Forecast), 12_000, "b").into());
    workspace.insert(line("two", MoneyKind::Saving, Some(Basis::Actual), 11_500, "b").into());
    workspace.insert(line("three", MoneyKind::Target, None, 12_400, "b").into());
    let told = savings(&workspace, &Ledger::of(&workspace), reading()).iter().map(Sentence::text).collect::<Vec<_>>();
    assert_eq!(
        told[..3],
        [
            "Savings of £12,000 are forecast for 2010/11, Bromsgrove.",
            "Savings of £11,500 are reported as made in 2010/11, Bromsgrove.",
            "Savings as expected in 2010/11 are £400 short of the target of £12,400.",
        ]
    );
}

#[test]
fn figures_that_differ_are_named_until_somebody_says_which_to_go_by() {
    let mut workspace = Workspace::default();
    council(&mut workspace, "b", "Bromsgrove");
    let rival = MoneyId::new("team").unwrap();
    workspace.insert(line("team", MoneyKind::Saving, Some(Basis::Forecast), 330_000, "b").into());
    let mut other = line("other", MoneyKind::Saving, Some(Basis::Forecast), 246_000, "b");
    other.rival_of = Some(rival.clone());
    workspace.insert(other.into());
    let asked =
        |workspace: &Workspace| open_questions(workspace, &Ledger::of(workspace)).iter().map(Sentence::text).collect::<Vec<_>>();
    let says = asked(&workspace);
    assert_eq!(says.len(), 1);
    assert!(says[0].contains(" in 2010/11 do not agree: ") && says[0].contains("£330k") && says[0].contains("£246k"));
    workspace.money.get_mut(&rival).unwrap().in_use = Some(Use { in_use: InUse::Yes, why: Some("Treasurers agree".into()) });
    assert_eq!(asked(&workspace), [""; 0]);
}

#[test]
fn two_hosts_at_once_are_asked_about_and_a_change_of_host_is_not() {
    let mut workspace = Workspace::default();
    council(&mut workspace, "b", "Bromsgrove");
    council(&mut workspace, "r", "Redditch");
    let id = ServiceId::new("a").unwrap();
    workspace.insert(service("a", "Payroll", None).into());
    let mut host = |partner: &str, from: Option<NaiveDate>, to: Option<NaiveDate>| {
        let name = ParticipationId::of(&id, &PartnerId::new(partner).unwrap()).unwrap();
        let part = Some(Part { role: Role::Host, note: None });
        workspace.insert(Participation { part, term: Some(Term { from, to }), ..Participation::new(name) }.into());
        open_questions(&workspace, &Ledger::of(&workspace)).iter().map(Sentence::text).collect::<Vec<_>>()
    };
    assert_eq!(host("b", None, Some(day(2010, 3, 31))), [""; 0]);
    assert_eq!(host("r", Some(day(2010, 4, 1)), None), [""; 0]);
    assert_eq!(host("r", None, None), ["Payroll has more than one host stated: Bromsgrove and Redditch."]);
}

#[test]
fn what_people_set_apart_is_asked_about() {
    let mut workspace = Workspace::default();
    workspace.insert(risk(1, (1, 1)).into());
    workspace.marks.insert("risk/r1".into(), vec![workspace::Mark::Conflict { field: "level".into() }]);
    let says =
        |workspace: &Workspace| open_questions(workspace, &Ledger::default()).iter().map(Sentence::text).collect::<String>();
    assert!(says(&workspace).starts_with("Risk 1: Trouble 1 was set to different values"));
    workspace.marks.insert("risk/r2".into(), vec![workspace::Mark::Conflict { field: "level".into() }]);
    assert!(says(&workspace).starts_with("Risk 1: Trouble 1 and 1 other record were set"));
}

#[test]
fn risks_are_told_by_height_and_movement() {
    let mut then = Workspace::default();
    then.insert(risk(2, (2, 3)).into());
    then.insert(risk(10, (2, 3)).into());
    let mut now = then.clone();
    now.insert(risk(10, (3, 3)).into());
    now.insert(Risk { owner: None, ..risk(11, (3, 3)) }.into());
    now.insert(Risk { level: None, review: Some(day(2011, 1, 1)), ..risk(12, (1, 1)) }.into());
    now.insert(Risk { state: Some(State { is: Openness::Closed, why: None }), ..risk(13, (4, 4)) }.into());
    let look_up = earlier_in(&then);
    let sentences = risks(&now, reading(), Some((day(2010, 12, 9), &look_up)));
    assert_eq!(
        sentences.iter().map(Sentence::text).collect::<Vec<_>>(),
        [
            "4 open risks: 2 high and 1 medium. Highest, at score 9, are Risk 10: Trouble 10 and Risk 11: Trouble 11.",
            "Risk 10: Trouble 10 has gone up.",
            "Risk 12: Trouble 12 is not scored.",
            "Risk 11: Trouble 11 is high, and has no owner.",
            "Risk 12: Trouble 12 is past its review date.",
        ]
    );
    assert_eq!(sentences[1].reason.as_deref(), Some("▲ increased from 6 to 9, after 9 December 2010."));
    let since = Since { day: day(2010, 12, 9), earlier: &then };
    assert_eq!(
        changed(&now, &since).text(),
        "Changed after 9 December 2010: 1 risk increased, 2 new risks and 1 closed risk entered."
    );
}

#[test]
fn what_the_log_shows_is_told_apart_from_what_a_paper_states() {
    let mut then = Workspace::default();
    let source = Source { paper: "S3c".into(), paragraph: None, dated: Some(day(2010, 12, 9)) };
    let movement = Some(StatedMovement { direction: Direction::Increased, source });
    for number in [4, 5] {
        then.insert(risk(number, (2, 2)).into());
    }
    then.insert(Risk { movement, ..risk(10, (3, 3)) }.into());
    let mut now = then.clone();
    now.insert(risk(4, (2, 3)).into());
    let look_up = earlier_in(&then);
    let went_up = |now: &Workspace| {
        let sentences =
            risks(now, reading(), Some((day(2010, 12, 9), &look_up))).into_iter().filter(|one| one.text().contains("gone up"));
        sentences.map(|one| (one.text(), one.reason, one.source)).collect::<Vec<_>>()
    };
    let by_paper = (
        "Risk 10: Trouble 10 has gone up.".to_owned(),
        Some("As the paper states it; earlier scores are not given.".to_owned()),
        Some("S3c, 9 December 2010".to_owned()),
    );
    let by_score =
        ("Risk 4: Trouble 4 has gone up.".to_owned(), Some("▲ increased from 4 to 6, after 9 December 2010.".to_owned()), None);
    assert_eq!(went_up(&now), [by_score, by_paper.clone()]);
    now.insert(risk(5, (2, 4)).into());
    let by_score = (
        "Risk 5: Trouble 5 and Risk 4: Trouble 4 have gone up.".to_owned(),
        Some("Risk 5: ▲ increased from 4 to 8; Risk 4: ▲ increased from 4 to 6, after 9 December 2010.".to_owned()),
        None,
    );
    assert_eq!(went_up(&now), [by_score, by_paper]);
}

#[test]
fn what_is_due_is_told_from_the_reading_date() {
    let mut workspace = Workspace::default();
    let mut milestone = |id: &str, due: NaiveDate, amended: Option<NaiveDate>, done: Option<NaiveDate>| {
        let amended = amended.map(|date| Amended { date, authority: "The Board".into() });
        let id = MilestoneId::new(id).unwrap();
        workspace.insert(
            Milestone { what: Some(format!("Step {}", id.rest())), due: Some(due), amended, done, ..Milestone::new(id) }.into(),
        );
    };
    milestone("a", day(2010, 12, 31), None, None);
    milestone("b", day(2010, 6, 30), Some(day(2011, 1, 31)), None);
    milestone("c", day(2010, 6, 30), None, Some(day(2010, 6, 1)));
    milestone("d", day(2011, 6, 1), None, None);
    milestone("e", day(2011, 1, 17), None, None);
    workspace.insert(
        Issue { title: Some("Flood".into()), due: Some(day(2011, 1, 16)), ..Issue::new(IssueId::new("i").unwrap()) }.into(),
    );
    let sentences = due(&workspace, reading());
    assert_eq!(
        sentences.iter().map(Sentence::text).collect::<Vec<_>>(),
        [
            "Step a was due on 31 December 2010 and is not reported as done.",
            "Flood was to be settled by 16 January 2011 and is still open.",
            "Step e is due on 17 January 2011, today.",
            "Step b is due on 31 January 2011, in 14 days.",
            "1 issue is open: Flood.",
        ]
    );
    assert_eq!(sentences[3].reason.as_deref(), Some("First due 30 June 2010; moved: The Board."));
}

#[test]
fn what_was_withdrawn_with_its_programme_is_not_due() {
    let mut workspace = Workspace::default();
    workspace.insert(Programme::new(ProgrammeId::new("wett").unwrap()).into());
    for (id, due) in [("late", day(2010, 12, 1)), ("soon", day(2011, 2, 1))] {
        let of = Subject::parse("programme/wett");
        let milestone = Milestone { about: of, due: Some(due), ..Milestone::new(MilestoneId::new(id).unwrap()) };
        workspace.insert(milestone.into());
    }
    assert_eq!(due(&workspace, reading()).len(), 2);
    workspace.programmes = Default::default();
    assert!(due(&workspace, reading()).is_empty());
}

#[test]
fn an_open_opportunity_is_reminded_of_with_the_way_to_the_most_urgent() {
    let mut workspace = Workspace::default();
    let open = |id: &str, by: Option<NaiveDate>| Opening { decide_by: by, ..Opening::new(OpeningId::new(id).unwrap()) };
    workspace.insert(open("a", None).into());
    workspace.insert(open("b", Some(day(2011, 2, 1))).into());
    let told = due(&workspace, reading());
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].mark, Mark::Plain);
    assert!(
        told[0].text().starts_with("2 opportunities are open. The next is to be decided by 1 February 2011"),
        "{}",
        told[0].text()
    );
    assert_eq!(told[0].says[0].leads, Some(Leads::To(Subject::parse("opening/b").unwrap())));
    workspace.insert(open("c", Some(day(2010, 1, 1))).into());
    assert_eq!(due(&workspace, reading())[0].mark, Mark::Attention);
    workspace.openings = Default::default();
    assert!(due(&workspace, reading()).is_empty());
}

#[test]
fn thousands_of_records_make_a_handful_of_sentences() {
    let mut workspace = Workspace::default();
    for number in 0..3_000 {
        let rag = [None, Some(Rag::Red), Some(Rag::Amber), Some(Rag::Green)][number % 4];
        workspace.insert(service(&format!("s{number}"), &format!("Service {number}"), rag).into());
        workspace.insert(Risk { owner: None, ..risk(number, (4, 4)) }.into());
        let due = Some(day(2010, 1, 1));
        workspace.insert(Milestone { due, ..Milestone::new(MilestoneId::new(&format!("m{number}")).unwrap()) }.into());
        workspace.insert(Issue { due, ..Issue::new(IssueId::new(&format!("i{number}")).unwrap()) }.into());
    }
    let sentences = overview(&workspace, &Ledger::of(&workspace), reading(), None);
    assert!(sentences.len() < 25, "{}", sentences.len());
    let longest = sentences.iter().map(|sentence| sentence.text().len()).max().unwrap();
    assert!(longest < 260, "{longest}");
    let all = sentences.iter().map(Sentence::text).collect::<Vec<_>>().join("\n");
    for says in [
        "747 more services are red: ",
        "750 of the 3,000 services have not reported a status: ",
        "5,997 more things are overdue.",
    ] {
        assert!(all.contains(says), "{says}\n{all}");
    }
    assert!(all.contains("3,000 risks are high, and have no owner: 0, 1, 2, 3, 4, 5, 6, 7 and 2,992 more."));
}

#[test]
fn what_was_withdrawn_or_edited_in_any_way_has_changed() {
    let mut then = Workspace::default();
    let programme = Programme { name: Some("WETT".into()), ..Programme::new(ProgrammeId::new("wett").unwrap()) };
    then.insert(programme.into());
    for name in ["payroll", "ict"] {
        then.insert(Service { name: Some(name.into()), ..Service::new(ServiceId::new(name).unwrap()) }.into());
    }
    then.insert(risk(2, (2, 3)).into());
    let told = |now: &Workspace| changed(now, &Since { day: day(2010, 12, 9), earlier: &then }).text();
    let mut now = then.clone();
    now.programmes = Default::default();
    assert_eq!(told(&now), "Changed after 9 December 2010: 1 programme withdrawn.");
    now.services = Default::default();
    now.insert(Risk { mitigation: Some("Meet weekly".into()), ..risk(2, (2, 3)) }.into());
    assert_eq!(told(&now), "Changed after 9 December 2010: 1 risk edited, 1 programme withdrawn and 2 services withdrawn.");
    assert_eq!(told(&then), "Nothing has changed since 9 December 2010.");
    let mut now = then.clone();
    let lead = Service { lead: Some("Head of ICT".into()), ..then.services.values().next().unwrap().clone() };
    now.insert(lead.into());
    assert_eq!(told(&now), "Changed after 9 December 2010: 1 service edited.");
}
