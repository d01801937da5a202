//! What is refused, and the words in which it is; what is only reported as a fault.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

#[allow(dead_code, reason = "each suite takes what it needs")]
#[path = "support/build.rs"]
mod build;

#[allow(dead_code, reason = "only its log is wanted here")]
#[path = "../examples/sample/story/mod.rs"]
mod story;

use chrono::NaiveDate;
use concordat::bundle::decode;
use concordat::domain::about::{About, WorkspaceId};
use concordat::domain::check::check;
use concordat::domain::command::{Command, apply};
use concordat::domain::integrity::faults;
use concordat::domain::matrix::Matrix;
use concordat::domain::money::{InUse, Money, MoneyKind, SetBy, Split, SplitPart, SplitRule, Use};
use concordat::domain::note::{Note, NoteId};
use concordat::domain::partner::Partner;
use concordat::domain::pence::Pence;
use concordat::domain::programme::{Phase, PhaseId, Programme};
use concordat::domain::rag::{Rag, Status};
use concordat::domain::risk::{Risk, RiskId};
use concordat::domain::service::{Part, Participation, ParticipationId, Role, Service};
use concordat::domain::source::{Amended, Paper, Source, Term};
use concordat::domain::thing::Thing;
use concordat::domain::workspace::Workspace;

use build::{Saying, councils, line, partner, programme, saving, service, with};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The refusals of a record, as `field: sentence`.
fn refused(workspace: &Workspace, thing: impl Into<Thing>) -> Vec<String> {
    let thing = thing.into();
    let found: Vec<_> =
        check(workspace, &thing).into_iter().map(|refusal| format!("{}: {}", refusal.field, refusal.says)).collect();
    let command = Command::Put { before: None, after: thing };
    assert_eq!(
        apply(workspace, command, day("2011-01-17")).is_err(),
        !found.is_empty(),
        "a command is refused for the same reasons"
    );
    found
}

fn stands(thing: impl Into<Thing>) {
    assert_eq!(refused(&councils(), thing), Vec::<String>::new());
}

fn named(name: &str) -> Option<String> {
    Some(name.to_owned())
}

#[test]
fn every_kind_says_what_it_is() {
    let empty = Workspace::default();
    let blank = |name: &str| named(name);
    assert_eq!(refused(&empty, About::new(WorkspaceId::new("w").unwrap())), ["title: Give the workspace a title."]);
    assert_eq!(refused(&empty, Partner { name: blank("  "), ..Partner::new(partner("a")) }), ["name: Give the partner's name."]);
    assert_eq!(refused(&empty, Programme::new(programme("a"))), ["name: Give the programme's name."]);
    assert_eq!(refused(&empty, Service::new(service("a"))), ["name: Give the service's name."]);
    assert_eq!(
        refused(&empty, Phase::new(PhaseId::new("a").unwrap())),
        ["programme: Say of which programme this is a phase.", "name: Give the phase's name."]
    );
    assert_eq!(
        refused(&empty, Note::new(NoteId::new("a").unwrap())),
        ["about: Say what the note is about.", "text: Write the note."]
    );
    assert_eq!(
        refused(&empty, Money::new(line("a"))),
        ["title: Say in a few words what the money is for.", "sum: Say what kind of figure it is and how much."]
    );
    assert_eq!(refused(&empty, Risk::new(RiskId::new("a").unwrap())), ["title: Say what may happen."]);
}

#[test]
fn codes_and_references_stand_for_one_thing() {
    let twin = Partner { name: named("Bournemouth"), code: named(" bdc "), ..Partner::new(partner("bournemouth")) };
    assert_eq!(refused(&councils(), twin), ["code: Bromsgrove has this short code already. Choose another one."]);
    let long = Partner { name: named("A"), code: named("ABCDEFGHI"), ..Partner::new(partner("a")) };
    assert_eq!(
        refused(&councils(), long),
        ["code: Make the short code 8 letters or fewer, so that it fits into narrow columns."]
    );

    let risk = |id: &str, reference: &str, of: &str| Risk {
        title: named("Staff leave"),
        reference: named(reference),
        programme: Some(programme(of)),
        ..Risk::new(RiskId::new(id).unwrap())
    };
    let mut workspace = councils();
    workspace.insert(risk("one", "10", "br").into());
    assert_eq!(
        refused(&workspace, risk("two", "10 ", "br")),
        ["reference: Another risk of this programme has the reference \"10\". Choose one that is free."]
    );
    assert_eq!(refused(&workspace, risk("two", "10", "wett")), Vec::<String>::new());
    // The register of a service is that of its programme.
    let of_service = Risk { programme: None, service: Some(service("ict")), ..risk("two", "10", "br") };
    assert_eq!(refused(&workspace, of_service).len(), 1);
    assert_eq!(check(&workspace, &risk("one", "10", "br").into()), [], "its own reference is not another's");
}

#[test]
fn a_matrix_is_sound() {
    let about = |matrix| About { title: named("Ours"), matrix: Some(matrix), ..About::new(WorkspaceId::new("w").unwrap()) };
    stands(about(Matrix::high_from_twelve()));
    let says = ["matrix: Give every step a word, and let medium begin at 2 or more and high above it, at 16 at most."];
    assert_eq!(refused(&councils(), about(Matrix { medium_from: 9, ..Matrix::default() })), says);
    let mut wordless = Matrix::default();
    wordless.impact[2] = " ".to_owned();
    assert_eq!(refused(&councils(), about(wordless)), says);
}

#[test]
fn terms_and_dates_are_the_right_way_round() {
    let phase = |from: &str, to: &str| Phase {
        programme: Some(programme("br")),
        name: named("Phase 1"),
        term: Some(Term { from: Some(day(from)), to: Some(day(to)) }),
        ..Phase::new(PhaseId::new("a").unwrap())
    };
    stands(phase("2009-04-01", "2009-04-01"));
    assert_eq!(
        refused(&councils(), phase("2010-04-01", "2009-03-31")),
        ["term: It would end on 31 March 2009, before it begins on 1 April 2010. Put the earlier date first."]
    );
    let moved = Phase {
        amended: Some(Amended { date: day("2011-01-31"), authority: String::new() }),
        ..phase("2010-04-01", "2010-12-31")
    };
    assert_eq!(refused(&councils(), moved), ["amended: Say who moved the date, and where that is recorded."]);
}

#[test]
fn a_status_says_what_stands_behind_it() {
    let service = |status| Service { name: named("ICT"), status: Some(status), ..Service::new(service("x")) };
    let bare = |rag| Status { rag, why: None, who: None, by: None };
    stands(service(bare(Rag::Green)));
    for rag in [Rag::Amber, Rag::Red] {
        assert_eq!(
            refused(&councils(), service(bare(rag))),
            [
                "status: Say what the issue is.",
                "status: Say who puts it right, by office.",
                "status: Say by when it is put right."
            ]
        );
        stands(service(Status { rag, why: named("Late"), who: named("Head of ICT"), by: Some(day("2011-03-31")) }));
    }
}

#[test]
fn nothing_is_part_of_itself() {
    let mut workspace = councils();
    let child = |id: &str, parent: &str| Service { name: named(id), parent: Some(service(parent)), ..Service::new(service(id)) };
    workspace.insert(child("refuse", "depot").into());
    assert_eq!(
        refused(&workspace, child("depot", "refuse")),
        ["parent: refuse is part of this service already. Choose another one, or none."]
    );
    assert_eq!(
        refused(&workspace, child("depot", "depot")),
        ["parent: A service cannot be part of itself. Choose another one, or none."]
    );

    let lines = [
        saving("b", "2010/11", 1).part_of("a").net_of("a").rival_of("a"),
        saving("c", "2010/11", 1).part_of("b").net_of("b").rival_of("b"),
    ];
    let workspace = with(councils(), lines);
    assert_eq!(
        refused(&workspace, saving("a", "2010/11", 1).part_of("c").net_of("c").rival_of("c")),
        [
            "part_of: That figure is part of this one already. Choose another one, or none.",
            "net_of: That figure is the net of this one already. Choose the gross figure, or none.",
            "rival_of: That figure is named as another statement of this one already; once is enough. Leave this empty.",
        ]
    );
    assert_eq!(refused(&workspace, saving("a", "2010/11", 1).part_of("a").net_of("a").rival_of("a")).len(), 3);
}

#[test]
fn amounts_are_positive_and_ranges_upright() {
    assert_eq!(
        refused(&councils(), saving("a", "2010/11", -5)),
        ["sum: A saving is written as a positive amount. If it costs money, choose the kind Cost."]
    );
    assert_eq!(
        refused(&councils(), saving("a", "2010/11", -5).kind(MoneyKind::Cost)),
        ["sum: Write the amount without a minus: the kind (cost) says which way it goes."]
    );
    let range = |up_to| {
        let mut money = saving("a", "2010/11", 30_000);
        money.sum.as_mut().unwrap().up_to = Some(Pence::pounds(up_to));
        money
    };
    stands(range(40_000));
    for up_to in [30_000, 20_000] {
        assert_eq!(
            refused(&councils(), range(up_to)),
            [
                "sum: The upper end of the range is not above the lower. Put the smaller amount first, or leave the upper end empty."
            ]
        );
    }
    stands(saving("nought", "2010/11", 0));
    assert_eq!(
        refused(&councils(), saving("a", "2010/11", 90_071_992_547_410)),
        ["sum: This is more than can be kept exactly. Check the noughts."]
    );
}

#[test]
fn a_target_is_set_by_somebody_for_a_year_and_has_no_basis() {
    let mut target = saving("a", "2010/11", 5).kind(MoneyKind::Target);
    target.sum.as_mut().unwrap().year = None;
    assert_eq!(
        refused(&councils(), target.clone()),
        [
            "sum: A target has no basis. Leave the basis empty, or choose another kind.",
            "sum: Say for which year the target is set.",
            "set_by: Say who set the target.",
        ]
    );
    let mut target = saving("a", "2010/11", 5).kind(MoneyKind::Target).on(None);
    target.set_by = Some(SetBy { who: "Cabinet".to_owned(), on: None });
    stands(target);
}

#[test]
fn splits_come_to_the_whole() {
    let split = |rule, parts: &[(&str, u64)]| {
        let mut money = saving("a", "2010/11", 42_600).of(&["bdc", "rbc"]);
        let parts = parts.iter().map(|(name, weight)| SplitPart { partner: partner(name), weight: *weight }).collect();
        money.split = Some(Split { rule, parts, agreed_by: None, agreed_on: None });
        money
    };
    stands(split(SplitRule::Percent, &[("bdc", 6_000), ("rbc", 4_000)]));
    stands(split(SplitRule::Fixed, &[("bdc", 2_000_000), ("rbc", 2_260_000)]));
    stands(split(SplitRule::Equal, &[("bdc", 0), ("rbc", 0)]));
    let refused = |rule, parts: &[(&str, u64)]| refused(&councils(), split(rule, parts));
    assert_eq!(
        refused(SplitRule::Percent, &[("bdc", 6_000), ("rbc", 3_950)]),
        ["split: The percentages come to 99.5 %, not to 100 %. Put them right."]
    );
    assert_eq!(
        refused(SplitRule::Fixed, &[("bdc", 2_000_000), ("rbc", 2_260_005)]),
        ["split: The parts come to £42,600.05, but the amount is £42,600. Make them the same."]
    );
    assert_eq!(
        refused(SplitRule::Population, &[("bdc", 0), ("rbc", 0)]),
        ["split: Give at least one partner a share above nought."]
    );
    assert_eq!(refused(SplitRule::Equal, &[]), ["split: Say between which partners the amount is divided."]);
    assert_eq!(
        refused(SplitRule::Equal, &[("bdc", 0), ("bdc", 0)]),
        ["split: A partner is named twice in the split. Give each one part."]
    );
    assert_eq!(
        refused(SplitRule::Equal, &[("bdc", 0), ("wfdc", 0)]),
        ["split: The split names a partner whose figure this is not. Name it among the partners first."]
    );
}

#[test]
fn lists_name_each_thing_once_and_sources_name_their_paper() {
    let money =
        saving("a", "2010/11", 5).covering(&["service/ict", "service/ict", "risk/x"]).of(&["bdc", "bdc"]).from(" ", "2010-12-09");
    assert_eq!(
        refused(&councils(), money),
        [
            "covers: A figure covers programmes, phases or services. Choose among these.",
            "covers: The same thing is covered twice. Name each once.",
            "partners: A partner is named twice. Name each once.",
            "source: Say which paper states this, or leave the whole source empty.",
        ]
    );
}

#[test]
fn the_sample_says_what_it_must() {
    let workspace = decode::workspace(&story::log());
    for thing in workspace.things() {
        assert_eq!(check(&workspace, &thing), [], "{:?}", thing.subject());
    }
    // S3c 14.3 names Bromsgrove as host authority, S3b 3.4 both councils: both are kept.
    assert_eq!(
        found(&workspace),
        [
            "service/regulatory-services : \"Regulatory Services\" has two hosts at the same time, \"Bromsgrove District Council\" and \"Redditch Borough Council\". Say which one hosts it, or from when to when."
        ]
    );
}

fn part(of: &str, who: &str, role: Role, term: Option<Term>) -> Thing {
    let id = ParticipationId::of(&service(of), &partner(who)).unwrap();
    Participation { part: Some(Part { role, note: None }), term, ..Participation::new(id) }.into()
}

fn found(workspace: &Workspace) -> Vec<String> {
    faults(workspace).into_iter().map(|fault| format!("{} {}: {}", fault.subject, fault.field, fault.says)).collect()
}

#[test]
fn a_saving_for_a_partner_that_does_not_take_part_is_reported_and_kept() {
    let money = || saving("a", "2010/11", 5).covering(&["service/ict"]).of(&["bdc"]);
    stands(money());
    assert_eq!(found(&with(councils(), [money()])), Vec::<String>::new(), "nobody's part is entered yet");
    let mut workspace = with(councils(), [money()]);
    workspace.insert(part("ict", "rbc", Role::Host, None));
    workspace.insert(part("ict", "bdc", Role::Considering, None));
    assert_eq!(
        found(&workspace),
        [
            "money/a partners: \"a\" is a saving for \"Bromsgrove\", which does not take part in \"ICT\" in 2010/11. Put right whose saving it is, or the partner's part."
        ]
    );
    let until = |to: &str| Some(Term { from: None, to: Some(day(to)) });
    workspace.insert(part("ict", "bdc", Role::Left, until("2010-04-01")));
    assert_eq!(found(&workspace), Vec::<String>::new());
    workspace.insert(part("ict", "bdc", Role::Left, until("2010-03-31")));
    assert_eq!(found(&workspace).len(), 1);
}

#[test]
fn two_hosts_at_one_time_are_a_fault() {
    let mut workspace = councils();
    let term = |from: Option<&str>, to: Option<&str>| Some(Term { from: from.map(day), to: to.map(day) });
    workspace.insert(part("ict", "bdc", Role::Host, term(None, Some("2010-03-31"))));
    workspace.insert(part("ict", "rbc", Role::Host, term(Some("2010-04-01"), None)));
    assert_eq!(found(&workspace), Vec::<String>::new());
    workspace.insert(part("ict", "rbc", Role::Host, None));
    assert_eq!(
        found(&workspace),
        [
            "service/ict : \"ICT\" has two hosts at the same time, \"Bromsgrove\" and \"Redditch\". Say which one hosts it, or from when to when."
        ]
    );
}

#[test]
fn what_is_not_there_is_missed() {
    let workspace = with(councils(), [saving("a", "2010/11", 5).covering(&["service/gone"]).of(&["gone"]).rival_of("gone")]);
    assert_eq!(
        found(&workspace),
        [
            "money/a covers: \"a\" names a service that is not in the workspace, or was withdrawn. Choose another one.",
            "money/a partners: \"a\" names a partner that is not in the workspace, or was withdrawn. Choose another one.",
            "money/a rival_of: \"a\" names a money that is not in the workspace, or was withdrawn. Choose another one.",
        ]
    );
}

#[test]
fn what_two_people_did_rightly_apart_can_be_wrong_together() {
    let mut workspace = councils();
    for id in ["one", "two"] {
        workspace.insert(Thing::from(Partner { name: named(id), code: named("X"), ..Partner::new(partner(id)) }));
        let risk = Risk { title: named(id), reference: named("7"), ..Risk::new(RiskId::new(id).unwrap()) };
        workspace.insert(risk.into());
    }
    let chosen = |name: &str| {
        let mut money = saving(name, "2010/11", 5);
        money.in_use = Some(Use { in_use: InUse::Yes, why: None });
        money
    };
    let lines = [
        chosen("first"),
        chosen("second").rival_of("first"),
        saving("ring-a", "2010/11", 5).part_of("ring-b"),
        saving("ring-b", "2010/11", 5).part_of("ring-a"),
        saving("part", "2011/12", 5).part_of("first"),
        saving("net", "2010/11", 50).net_of("second"),
    ];
    assert_eq!(
        found(&with(workspace, lines)),
        [
            "money/first in_use: \"first\" and \"second\" are rival figures, and each is marked as the one to go by. Choose one of them.",
            "money/net net_of: \"net\" is named as the net of \"second\", but is more than it. Look at both amounts.",
            "money/part part_of: \"part\" is named as part of \"first\", which is a figure of another kind, basis or year. Each counts in its own sum.",
            "money/ring-a part_of: \"ring-a\" is part of itself by way of other figures; the first of them counts. Choose another one for it, or none.",
            "money/ring-b part_of: \"ring-b\" is part of itself by way of other figures; the first of them counts. Choose another one for it, or none.",
            "partner/two code: \"one\" and \"two\" have the short code in common. Give one of them another.",
            "risk/two reference: \"one\" and \"two\" have the reference in common. Give one of them another.",
        ]
    );
}

#[test]
fn what_came_in_past_the_forms_is_reported_too() {
    assert_eq!(
        found(&with(councils(), [saving("a", "2010/11", -5)])),
        ["money/a sum: \"a\": A saving is written as a positive amount. If it costs money, choose the kind Cost."]
    );
}

#[test]
fn the_figure_to_go_by_is_one() {
    let ict = |name: &str, paper: &str| saving(name, "2010/11", 5).covering(&["service/ict"]).from(paper, "2010-12-09");
    let mut workspace = with(
        councils(),
        [
            ict("a", "S1"),
            ict("b", "S2"),
            saving("c", "2010/11", 1).rival_of("a"),
            saving("d", "2010/11", 2).rival_of("c"),
            ict("e", "S1"),
        ],
    );
    let mut choose = |name: &str| {
        let command = Command::UseFigure { line: line(name), reason: "The treasurer says so".to_owned() };
        let outcome = apply(&workspace, command, day("2011-01-17")).unwrap();
        let touched: Vec<String> = outcome.edits.iter().map(|edit| edit.record.rest().to_owned()).collect();
        for name in &touched {
            let mut money = workspace.money.get(&line(name)).unwrap().clone();
            let in_use = if *name == touched[0] { InUse::Yes } else { InUse::No };
            money.in_use = Some(Use { in_use, why: None });
            workspace.insert(money.into());
        }
        touched
    };
    assert_eq!(choose("d"), ["d", "a", "c"], "named rivals, however many steps apart");
    assert_eq!(choose("b"), ["b"]);
    assert_eq!(choose("e"), ["e", "b"], "of those that only look alike, the one chosen before");
}

#[test]
fn a_source_may_be_a_paper_alone() {
    let mut money = saving("a", "2010/11", 5);
    money.source = Some(Source { paper: "S3c".to_owned(), paragraph: None, dated: None });
    stands(money);
}

#[test]
fn a_form_that_is_saved_as_it_was_opened_is_no_mistake() {
    let workspace = councils();
    let payroll = workspace.services.get(&service("payroll")).unwrap().clone();
    let put = Command::Put { before: Some(payroll.clone().into()), after: payroll.into() };
    let refusals = apply(&workspace, put, day("2011-01-17")).unwrap_err();
    assert!(refusals.iter().all(concordat::domain::command::Refusal::is_unchanged), "{refusals:?}");
    let withdraw =
        Command::Withdraw { record: concordat::domain::subject::Subject::parse("service/payroll").unwrap(), why: String::new() };
    assert!(!apply(&workspace, withdraw, day("2011-01-17")).unwrap_err()[0].is_unchanged());
}

#[test]
fn each_code_of_a_paper_stands_for_one_paper_with_a_name() {
    let listed = |papers: &[(&str, &str)]| About {
        title: named("Trial"),
        papers: Some(papers.iter().map(|(code, name)| Paper { code: (*code).to_owned(), name: (*name).to_owned() }).collect()),
        ..About::new(WorkspaceId::new("trial").unwrap())
    };
    stands(listed(&[("S1", "The Board"), ("S3c", "Progress report")]));
    let twice = refused(&councils(), listed(&[("S1", "The Board"), ("S1", "The Cabinet")]));
    assert_eq!(twice, ["papers: \"S1\" stands for two papers. Give each code one line."]);
    for wrong in [("S1", " "), ("", "The Board")] {
        let refused = refused(&councils(), listed(&[wrong]));
        assert_eq!(refused, ["papers: Give each paper its code and its full name, or leave its line out."]);
    }
}
