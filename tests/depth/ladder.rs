//! The ladder: bases stand side by side, and what nobody explained is shown, whichever way it goes.

use concordat::analysis::depth::{falls, ladder, says, services};
use concordat::analysis::savings::Ledger;
use concordat::domain::command::{Command, apply};
use concordat::domain::money::{Basis, MoneyKind, SetBy};
use concordat::domain::pence::{self, Pence};
use concordat::domain::shift::{Shift, ShiftId, ShiftReason, Shifted};
use concordat::domain::workspace::Workspace;
use proptest::prelude::*;

use crate::by_hand::{Saying, councils, saving, service, with, year};

fn shift(name: &str, from: Basis, to: Basis, reason: ShiftReason, pounds: i64) -> Shift {
    Shift {
        service: Some(service("payroll")),
        moved: Some(Shifted { kind: MoneyKind::Saving, year: year("2010/11"), from, to, reason, pence: Pence::pounds(pounds) }),
        why: Some("As the treasurers said".into()),
        said_by: Some(SetBy { who: "Head of Finance".into(), on: None }),
        ..Shift::new(ShiftId::new(name).unwrap())
    }
}

fn on(basis: Basis, pounds: i64) -> concordat::domain::money::Money {
    saving(basis.key(), "2010/11", pounds).on(Some(basis)).covering(&["service/payroll"])
}

/// £100,000 at first, £80,000 in the detailed case, £60,000 in the budget, £63,000 in the end.
fn told() -> Workspace {
    let lines =
        [on(Basis::Indicative, 100_000), on(Basis::DetailedCase, 80_000), on(Basis::Budget, 60_000), on(Basis::Actual, 63_000)];
    let mut workspace = with(councils(), lines);
    for shift in [
        shift("scope", Basis::Indicative, Basis::HighLevelCase, ShiftReason::Scope, -15_000),
        shift("left", Basis::HighLevelCase, Basis::DetailedCase, ShiftReason::PartnerLeft, -5_000),
        shift("timing", Basis::DetailedCase, Basis::Budget, ShiftReason::Timing, -30_000),
        shift("odd", Basis::Indicative, Basis::Budget, ShiftReason::Other, 1_000),
    ] {
        workspace.insert(shift.into());
    }
    workspace
}

#[test]
fn reasons_lie_between_their_bases_and_the_rest_is_not_explained() {
    let workspace = told();
    let ladder = ladder(&workspace, &Ledger::of(&workspace), &service("payroll"), MoneyKind::Saving, year("2010/11"));
    let bases: Vec<Basis> = ladder.rungs.iter().map(|rung| rung.basis).collect();
    assert_eq!(bases, [Basis::Indicative, Basis::DetailedCase, Basis::Budget, Basis::Actual]);
    let steps: Vec<(i64, usize, i64)> =
        ladder.steps.iter().map(|step| (step.change.0 / 100, step.reasons.len(), step.unexplained.0 / 100)).collect();
    // Both reasons by way of the high-level case, of which no figure is stated, lie within the first step.
    assert_eq!(steps, [(-20_000, 2, 0), (-20_000, 1, 10_000), (3_000, 0, 3_000)]);
    // One from the first guess to the budget lies in no single step, and moves nothing that is shown.
    assert_eq!(ladder.unplaced, [ShiftId::new("odd").unwrap()]);
    let text = says(&workspace, &ladder, MoneyKind::Saving, year("2010/11"));
    assert_eq!(
        text,
        "The actual of £63,000 for 2010/11 is £37,000 less than the indicative of £100,000. What moved it most is timing or part \
         of a year: −£30,000. Not explained: +£10,000 from detailed business case to budget and +£3,000 from budget to actual."
    );
}

#[test]
fn every_bar_begins_where_the_one_before_ended_and_figures_begin_at_nought() {
    let workspace = told();
    let ladder = ladder(&workspace, &Ledger::of(&workspace), &service("payroll"), MoneyKind::Saving, year("2010/11"));
    let bars = falls(&workspace, &ladder);
    let names: Vec<&str> = bars.iter().map(|bar| bar.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Indicative",
            "Scope",
            "A partner left",
            "Detailed business case",
            "Timing or part of a year",
            "Not explained",
            "Budget",
            "Not explained",
            "Actual"
        ]
    );
    for pair in bars.windows(2) {
        if pair[1].basis.is_some() {
            assert_eq!((pair[1].from, pair[0].to), (Pence::ZERO, pair[1].to));
        } else {
            assert_eq!(pair[1].from, pair[0].to);
        }
    }
    assert_eq!(bars[1].notes, ["As the treasurers said", "Head of Finance"]);
}

#[test]
fn what_is_not_stated_is_no_rung_and_a_nought_is_one() {
    let workspace = with(councils(), [on(Basis::Budget, 10_000), on(Basis::Actual, 0)]);
    let ladder = ladder(&workspace, &Ledger::of(&workspace), &service("payroll"), MoneyKind::Saving, year("2010/11"));
    let amounts: Vec<(Basis, i64)> = ladder.rungs.iter().map(|rung| (rung.basis, rung.amount.0)).collect();
    assert_eq!(amounts, [(Basis::Budget, 1_000_000), (Basis::Actual, 0)]);
    assert_eq!(services(&workspace, MoneyKind::Saving, year("2010/11")), [service("payroll")]);
    assert!(services(&workspace, MoneyKind::Cost, year("2010/11")).is_empty());
}

fn refused(shift: Shift) -> Vec<String> {
    let workspace = councils();
    let put = Command::Put { before: None, after: shift.into() };
    let refusals = apply(&workspace, put, "2011-01-17".parse().unwrap()).err().unwrap_or_default();
    refusals.into_iter().map(|refusal| refusal.says).collect()
}

#[test]
fn a_reason_says_from_where_to_where_how_much_why_and_who() {
    let good = || shift("one", Basis::Budget, Basis::Forecast, ShiftReason::Cost, -500);
    assert!(refused(good()).is_empty());
    let back = shift("one", Basis::Forecast, Basis::Budget, ShiftReason::Cost, -500);
    assert_eq!(refused(back), ["A figure moves to a firmer basis: choose a later one to move to."]);
    let nothing = shift("one", Basis::Budget, Basis::Forecast, ShiftReason::Cost, 0);
    assert_eq!(refused(nothing), ["A movement of nothing explains nothing. Write the amount."]);
    assert_eq!(refused(Shift { why: None, ..good() }), ["Say why in a few words: the Board will ask."]);
    assert_eq!(refused(Shift { said_by: None, ..good() }), ["Say who gives this reason, by office."]);
    assert_eq!(refused(Shift { service: None, ..good() }), ["Say of which service this is."]);
}

proptest! {
    #[test]
    fn reasons_and_what_is_not_explained_come_to_the_whole_movement(
        figures in proptest::collection::vec(proptest::option::of(-0_i64..5_000_000), 6),
        moves in proptest::collection::vec((0_usize..5, 1_usize..6, -900_000_i64..900_000), 0..12),
    ) {
        let lines = Basis::ALL.iter().zip(&figures).filter_map(|(basis, pounds)| Some(on(*basis, (*pounds)?)));
        let mut workspace = with(councils(), lines);
        for (place, (from, to, pounds)) in moves.iter().enumerate() {
            if from < to {
                workspace.insert(shift(&place.to_string(), Basis::ALL[*from], Basis::ALL[*to], ShiftReason::Scope, *pounds).into());
            }
        }
        let ladder = ladder(&workspace, &Ledger::of(&workspace), &service("payroll"), MoneyKind::Saving, year("2010/11"));
        let stated = figures.iter().flatten().count();
        prop_assert_eq!(ladder.rungs.len(), stated);
        prop_assert_eq!(ladder.steps.len(), stated.saturating_sub(1));
        let placed: usize = ladder.steps.iter().map(|step| step.reasons.len()).sum();
        prop_assert_eq!(placed + ladder.unplaced.len(), workspace.shifts.len());
        for step in &ladder.steps {
            let reasons = step.reasons.iter().map(|id| workspace.shifts.get(id).unwrap().moved.as_ref().unwrap().pence);
            prop_assert_eq!(pence::total(reasons.chain([step.unexplained])), Some(step.change));
        }
    }
}
