//! Joint proposals: which have started, what each sort needs, and the bodies with those links alone that are stated.

use concordat::analysis::commitments::{Body, bodies, called, in_order, signed_up, standings, started_says};
use concordat::domain::command::Command;
use concordat::domain::commitment::{Commitment, CommitmentId, CommitmentKind, Progress, Stands};
use concordat::domain::partner::{Partner, Vote};
use concordat::domain::references::{Referring, referring_to};
use concordat::domain::subject::Subject;
use concordat::domain::workspace::Workspace;

use crate::build::*;
use crate::by_hand::partner;

fn id(rest: &str) -> CommitmentId {
    CommitmentId::new(rest).unwrap()
}

fn made(rest: &str, sort: CommitmentKind) -> Commitment {
    Commitment { sort: Some(sort), title: Some(format!("The {rest}")), ..Commitment::new(id(rest)) }
}

fn proposal(letter: &str, progress: Option<Progress>) -> Commitment {
    let stands = progress.map(|progress| Stands { progress, since: None, note: None });
    Commitment { letter: Some(letter.into()), stands, ..made(letter, CommitmentKind::Proposal) }
}

fn of(all: impl IntoIterator<Item = Commitment>) -> Workspace {
    let mut workspace = Workspace::default();
    all.into_iter().for_each(|one| workspace.insert(one.into()));
    workspace
}

fn says(workspace: &Workspace, one: &Commitment) -> Vec<(&'static str, String)> {
    refused(workspace, Command::Put { before: None, after: one.clone().into() })
}

#[test]
fn only_what_is_under_way_or_done_has_started() {
    let workspace = of([
        proposal("a", Some(Progress::UnderWay)),
        proposal("b", Some(Progress::Committed)),
        proposal("c", Some(Progress::Exploring)),
        proposal("d", None),
        proposal("e", Some(Progress::Done)),
        Commitment { part_of: Some(id("a")), ..made("pilot", CommitmentKind::Pilot) },
    ]);
    assert_eq!(
        started_says(&workspace).unwrap(),
        "2 of 5 proposals have started; 1 committed to and 1 being explored; of 1 nothing is stated."
    );
    let told: Vec<_> = standings(&workspace)
        .into_iter()
        .map(|one| (one.progress, one.of.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(", ")))
        .collect();
    assert_eq!(
        told,
        [
            (Some(Progress::Done), "e) The e".to_owned()),
            (Some(Progress::UnderWay), "a) The a".to_owned()),
            (Some(Progress::Committed), "b) The b".to_owned()),
            (Some(Progress::Exploring), "c) The c".to_owned()),
            (None, "d) The d".to_owned()),
        ]
    );
    assert_eq!(started_says(&Workspace::default()), None);
}

#[test]
fn proposals_stand_by_letter_and_parts_with_theirs() {
    let workspace = of([
        proposal("aa", None),
        proposal("z", None),
        proposal("b", None),
        Commitment { part_of: Some(id("z")), ..made("pilot", CommitmentKind::Pilot) },
    ]);
    let all = in_order(&workspace, &[CommitmentKind::Proposal, CommitmentKind::Pilot]);
    assert_eq!(all.into_iter().map(called).collect::<Vec<_>>(), ["b) The b", "z) The z", "The pilot", "aa) The aa"]);
}

#[test]
fn who_signed_up_is_told_by_vote() {
    let mut one = proposal("a", None);
    let mut workspace = of([one.clone()]);
    assert_eq!(signed_up(&workspace, &one), None);
    for (name, vote) in [("Rugby Borough Council", Vote::Votes), ("NHS", Vote::None)] {
        let rest = name.split(' ').next().unwrap().to_lowercase();
        let known = Partner { name: Some(name.into()), vote: Some(vote), ..Partner::new(partner(&rest)) };
        workspace.insert(known.into());
    }
    one.partners = Some(vec![partner("nhs"), partner("rugby")]);
    assert_eq!(signed_up(&workspace, &one).unwrap(), "2 partners: 1 with a vote (Rugby) and 1 without (NHS)");
    workspace.insert(one.clone().into());
    assert_eq!(referring_to(&workspace, &Subject::from(&partner("nhs"))), [(Referring::Commitment, 1)]);
}

#[test]
fn bodies_stand_under_the_one_to_which_they_are_tied_and_a_circle_ends() {
    let body = |rest: &str, of: &str| Commitment { part_of: Some(id(of)), ..made(rest, CommitmentKind::Body) };
    let forum = Commitment { link: Some("supported by".into()), ..body("forum", "board") };
    let workspace = of([proposal("c", None), body("board", "c"), forum, body("alone", "c")]);
    let told = |all: &[Body]| {
        let one = |body: &Body| (body.name.clone(), body.under.iter().map(|under| under.link.clone()).collect::<Vec<_>>());
        all.iter().map(one).collect::<Vec<_>>()
    };
    let expected = [("The alone".to_owned(), vec![]), ("The board".to_owned(), vec![Some("supported by".to_owned())])];
    assert_eq!(told(&bodies(&workspace)), expected);
    let circle = Commitment { part_of: Some(id("forum")), ..made("board", CommitmentKind::Body) };
    assert_eq!(says(&workspace, &circle).last().unwrap().1, "It would belong to itself. Choose another one.");
}

#[test]
fn each_sort_says_what_it_needs_and_a_letter_stands_for_one() {
    let workspace = of([proposal("a", None)]);
    let plain = proposal("b", None);
    assert_eq!(says(&workspace, &plain), []);
    let field = |one: Commitment| says(&workspace, &one).into_iter().map(|(field, _)| field).collect::<Vec<_>>();
    assert_eq!(field(Commitment { letter: None, ..plain.clone() }), ["letter"]);
    assert_eq!(field(Commitment { letter: Some("B!".into()), ..plain.clone() }), ["letter"]);
    assert_eq!(field(Commitment { title: None, ..plain.clone() }), ["title"]);
    assert_eq!(field(Commitment { part_of: Some(id("a")), ..plain.clone() }), ["part_of"]);
    assert_eq!(field(Commitment { link: Some("supports".into()), ..plain.clone() }), ["link"]);
    assert_eq!(field(made("pilot", CommitmentKind::Pilot)), ["part_of"]);
    let twice = Commitment { letter: Some("a".into()), ..plain };
    assert_eq!(
        says(&workspace, &twice),
        [("letter", "This letter stands for \"The a\" already. Give this one another.".to_owned())]
    );
}
