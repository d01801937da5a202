//! Benefits: what was expected is fixed, achievement by formula, and differences that nobody explains.

use concordat::analysis::benefits::{Chosen, by_partner, groups, tally};
use concordat::domain::benefit::{Actual, Benefit, BenefitId, BenefitKind, Foreseen, NoAchievement, Promise, Reach, achievement};
use concordat::domain::command::Command;
use concordat::domain::quantity::Quantity;
use concordat::domain::workspace::Workspace;
use proptest::prelude::*;

use crate::build::{day, done, idea, payroll, refused, today};
use crate::by_hand::partner;

fn q(text: &str) -> Option<Quantity> {
    Some(Quantity::parse(text).unwrap())
}

fn promised(foreseen: Foreseen, baseline: Option<Quantity>, target: Option<Quantity>) -> Promise {
    Promise { foreseen, result: None, baseline, target, unit: Some("days".into()) }
}

fn benefit(name: &str, foreseen: Foreseen) -> Benefit {
    Benefit {
        what: Some(format!("Benefit {name}")),
        service: Some(payroll()),
        sort: Some(BenefitKind::Resilience),
        promise: Some(promised(foreseen, q("10"), q("4"))),
        due: Some(day("2010-12-31")),
        partners: Some(vec![partner("rbc")]),
        ..Benefit::new(BenefitId::new(name).unwrap())
    }
}

fn put(workspace: &Workspace, after: Benefit) -> Command {
    let before = workspace.benefits.get(&after.id).cloned().map(Into::into);
    Command::Put { before, after: after.into() }
}

#[test]
fn achievement_is_what_was_gained_of_what_was_to_be_gained() {
    let of = |baseline, target, value: Option<Quantity>| achievement(&promised(Foreseen::InCase, baseline, target), value);
    assert_eq!(of(q("10"), q("4"), q("7")), Ok(q("50").unwrap()));
    assert_eq!(of(q("10"), q("4"), q("12")), Ok(q("-33.333333").unwrap()));
    assert_eq!(of(q("0"), q("40"), q("46")), Ok(q("115").unwrap()));
    assert_eq!(of(q("0"), q("40"), q("0")), Ok(Quantity::ZERO));
    assert_eq!(of(q("4"), q("4"), q("4")), Err(NoAchievement::NothingToGain));
    assert_eq!(of(q("4"), q("5"), None), Err(NoAchievement::NotReported));
    assert_eq!(of(None, q("5"), q("5")), Err(NoAchievement::NoBaseline));
    assert_eq!(of(q("4"), None, q("5")), Err(NoAchievement::NoTarget));
}

proptest! {
    #[test]
    fn at_the_baseline_nothing_is_achieved_and_at_the_target_all_of_it(from in -1_000_000i64..1_000_000, to in -1_000_000i64..1_000_000) {
        prop_assume!(from != to);
        let (from, to) = (Quantity::whole(from), Quantity::whole(to));
        let promise = promised(Foreseen::InCase, from, to);
        prop_assert_eq!(achievement(&promise, from), Ok(Quantity::ZERO));
        prop_assert_eq!(achievement(&promise, to), Ok(Quantity::whole(100).unwrap()));
    }
}

#[test]
fn what_the_case_promised_stays_and_what_came_beside_it_may_be_put_right() {
    let workspace = idea();
    let known = done(workspace.clone(), put(&workspace, benefit("a", Foreseen::InCase)));
    let moved = Benefit { promise: Some(promised(Foreseen::InCase, q("10"), q("8"))), ..benefit("a", Foreseen::InCase) };
    let refusals = refused(&known, put(&known, moved));
    assert_eq!(refusals.len(), 1);
    assert!(refusals[0].0 == "promise" && refusals[0].1.contains("fixed by the business case"), "{refusals:?}");
    let renamed = Benefit { what: Some("Sickness covered".into()), ..benefit("a", Foreseen::InCase) };
    assert_eq!(done(known.clone(), put(&known, renamed)).benefits.len(), 1);
    let other = done(workspace.clone(), put(&workspace, benefit("b", Foreseen::Unplanned)));
    let mended = Benefit { promise: Some(promised(Foreseen::Unplanned, q("10"), q("8"))), ..benefit("b", Foreseen::Unplanned) };
    assert_eq!(refused(&other, put(&other, mended)), []);
}

#[test]
fn a_difference_asks_for_its_commentary() {
    let workspace = idea();
    let came = |value, reach| Some(Actual { value, reach, ..Actual::default() });
    let with = |actual, commentary: Option<&str>| Benefit {
        actual,
        commentary: commentary.map(str::to_owned),
        ..benefit("a", Foreseen::InCase)
    };
    let asked = |one: Benefit| refused(&workspace, put(&workspace, one)).into_iter().map(|(field, _)| field).collect::<Vec<_>>();
    assert_eq!(asked(with(came(q("7"), None), None)), ["commentary"]);
    assert_eq!(asked(with(came(q("3"), None), Some(" "))), ["commentary"]);
    assert_eq!(asked(with(came(None, Some(Reach::Missed)), None)), ["commentary"]);
    assert!(asked(with(came(q("7"), None), Some("Two staff are still to move."))).is_empty());
    assert!(asked(with(came(q("4"), Some(Reach::Reached)), None)).is_empty());
    let pounds = Benefit { sort: Some(BenefitKind::Cashable), ..benefit("a", Foreseen::InCase) };
    assert_eq!(asked(pounds), ["promise"]);
}

#[test]
fn benefits_are_counted_by_council_and_kind_and_late_ones_stand_out() {
    let mut workspace = idea();
    let reached = Benefit {
        actual: Some(Actual { value: q("4"), ..Actual::default() }),
        partners: Some(vec![partner("rbc"), partner("bdc")]),
        ..benefit("a", Foreseen::InCase)
    };
    let late = benefit("b", Foreseen::InCase);
    let nobodys = Benefit { partners: None, due: None, sort: Some(BenefitKind::Quality), ..benefit("c", Foreseen::Unplanned) };
    for one in [reached, late, nobodys] {
        workspace.insert(one.into());
    }
    let reading = today();
    let counted = tally(&workspace, &Chosen::default(), reading);
    assert_eq!((counted.all, counted.reached, counted.overdue, counted.silent, counted.unplanned), (3, 1, 1, 2, 1));
    assert_eq!(counted.says(), "3 benefits: 1 reached, 1 overdue, 2 not yet reported and 1 not foreseen by the case.");
    let late_only = groups(&workspace, &Chosen { overdue: true, ..Chosen::default() }, reading);
    assert_eq!(late_only.iter().flat_map(|group| &group.rows).map(|row| row.what.as_str()).collect::<Vec<_>>(), ["Benefit b"]);
    let rows: Vec<_> = by_partner(&workspace, reading).into_iter().map(|row| (row.partner, row.cells)).collect();
    assert!(rows.contains(&(Some(partner("rbc")), vec![(0, 0), (0, 0), (0, 0), (2, 1)])), "{rows:?}");
    assert!(rows.contains(&(Some(partner("bdc")), vec![(0, 0), (0, 0), (0, 0), (1, 1)])), "{rows:?}");
    assert!(rows.contains(&(None, vec![(0, 0), (0, 0), (1, 0), (0, 0)])), "{rows:?}");
}
