//! Budget and outturn by council, over or under; what is spent once and when it is back; what selling a service brings.

use concordat::analysis::depth::{Outturn, outturn, over_says, paybacks, sold, sold_says};
use concordat::analysis::life::payback_says;
use concordat::analysis::savings::Ledger;
use concordat::domain::money::{Basis, Money, MoneyKind, Split, SplitPart, SplitRule};
use concordat::domain::pence::{self, Pence};
use concordat::domain::workspace::Workspace;
use proptest::prelude::*;

use crate::by_hand::{Saying, councils, partner, saving, service, with, year};

fn cost(name: &str, basis: Basis, pounds: i64, of: &[&str]) -> Money {
    saving(name, "2010/11", pounds).on(Some(basis)).kind(MoneyKind::Cost).covering(&["service/payroll"]).of(of)
}

fn outturns(workspace: &Workspace) -> Vec<Outturn> {
    outturn(workspace, &Ledger::of(workspace), &service("payroll"), MoneyKind::Cost, year("2010/11"))
}

#[test]
fn each_council_is_over_or_under_its_budget_and_what_is_not_booked_is_only_expected() {
    let mut shared = cost("shared", Basis::Actual, 9_000, &["bdc", "rbc"]);
    let parts = ["bdc", "rbc"].map(|name| SplitPart { partner: partner(name), weight: 0 }).to_vec();
    shared.split = Some(Split { rule: SplitRule::Equal, parts, agreed_by: Some("The Board".into()), agreed_on: None });
    let workspace = with(
        councils(),
        [
            cost("b", Basis::Budget, 4_000, &["bdc"]),
            cost("r", Basis::Budget, 5_000, &["rbc"]),
            cost("w", Basis::Budget, 2_000, &["wfdc"]),
            shared,
            cost("wf", Basis::Forecast, 2_000, &["wfdc"]),
        ],
    );
    let rows = outturns(&workspace);
    let told: Vec<(&str, String)> = rows.iter().map(|row| (row.whose.as_str(), over_says(row))).collect();
    assert_eq!(
        told,
        [
            ("Bromsgrove", "£500 over".to_owned()),
            ("Redditch", "£500 under".to_owned()),
            ("Wyre Forest", "On budget, expected".to_owned()),
            ("All together", "£2,000 under".to_owned()),
        ]
    );
    assert_eq!(rows[2].actual, None, "not booked is not nought");
    assert!(outturns(&councils()).is_empty());
}

#[test]
fn without_a_budget_nothing_is_over_or_under() {
    let rows = outturns(&with(councils(), [cost("b", Basis::Actual, 4_000, &["bdc"])]));
    assert_eq!(rows.iter().map(over_says).collect::<Vec<_>>(), ["n/a", "n/a"]);
}

#[test]
fn what_is_spent_once_comes_back_on_its_own_basis() {
    let saved = saving("saved", "2010/11", 4_000).on(Some(Basis::Budget)).covering(&["service/payroll"]).recurring();
    let workspace =
        with(councils(), [cost("once", Basis::Budget, 10_000, &["bdc"]), saved, cost("booked", Basis::Actual, 9_000, &["bdc"])]);
    let told: Vec<(Basis, String)> = paybacks(&workspace, &Ledger::of(&workspace), &service("payroll"))
        .iter()
        .map(|(basis, figures)| (*basis, payback_says(figures)))
        .collect();
    assert_eq!(
        told,
        [
            (Basis::Budget, "It pays back in 2.5 years: £10,000 once ÷ £4,000 net a year, as stated for 2010/11.".to_owned()),
            (Basis::Actual, "When it pays back cannot be said: no saving is stated for a year.".to_owned()),
        ]
    );
}

#[test]
fn what_wyre_forest_pays_for_payroll_stands_with_its_net_and_what_lies_between() {
    // S3c 3.2.4: £46k comes in, £24k is net; what lies between is derived, not printed.
    let income = |name: &str, pounds| {
        saving(name, "2011/12", pounds).kind(MoneyKind::Income).covering(&["service/payroll"]).of(&["rbc"]).recurring()
    };
    let workspace = with(councils(), [income("gross", 46_000), income("net", 24_000).net_of("gross")]);
    let sold = sold(&workspace, &service("payroll"));
    let amounts: Vec<_> = sold.iter().map(|one| (one.gross, one.net, one.between)).collect();
    assert_eq!(amounts, [(Pence::pounds(46_000), Some(Pence::pounds(24_000)), Some(Pence::pounds(22_000)))]);
    assert_eq!(sold_says(&sold), "£46,000 comes in from selling it (2011/12, forecast).");
    assert_eq!(sold_says(&[]), "No income from selling this service is stated.");
}

proptest! {
    #[test]
    fn what_councils_are_over_comes_to_what_all_are_over(amounts in proptest::collection::vec((0_i64..1_000_000, 0_i64..1_000_000), 3)) {
        let lines = ["bdc", "rbc", "wfdc"].iter().zip(&amounts).flat_map(|(of, (budget, actual))| {
            [cost(&format!("b-{of}"), Basis::Budget, *budget, &[of]), cost(&format!("a-{of}"), Basis::Actual, *actual, &[of])]
        });
        let rows = outturns(&with(councils(), lines));
        let (whole, councils) = rows.split_last().unwrap();
        prop_assert_eq!(pence::total(councils.iter().filter_map(|row| row.over)), whole.over);
    }
}
