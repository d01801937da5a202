//! What each council pays and gets, worked out by hand and held against the page's figures to the penny.

use concordat::analysis::depth::{Account, Asked, Column, Statement, account_says, line_told, statement, statement_table, whose};
use concordat::analysis::savings::{Group, GroupKey, Ledger, SavingsQuestion, Whose};
use concordat::domain::money::{Basis, Cash, Money, MoneyKind, Split, SplitPart, SplitRule};
use concordat::domain::pence::{self, Pence};
use concordat::domain::workspace::Workspace;
use proptest::prelude::*;

use crate::by_hand::{Saying, councils, partner, saving, with, year};

fn amount(name: &str, pence: i64) -> Money {
    let mut line = saving(name, "2010/11", 0).on(Some(Basis::Budget));
    line.sum.as_mut().unwrap().pence = Pence(pence);
    line
}

fn split(mut line: Money, rule: SplitRule, weights: &[(&str, u64)], agreed: bool) -> Money {
    let parts = weights.iter().map(|(name, weight)| SplitPart { partner: partner(name), weight: *weight }).collect();
    let agreed_by = agreed.then(|| "The treasurers".to_owned());
    line.split = Some(Split { rule, parts, agreed_by, agreed_on: "2010-11-30".parse().ok().filter(|_| agreed) });
    line
}

/// Each line with what a treasurer wrote beside it.
fn by_hand_case() -> Workspace {
    let three = [("bdc", 0), ("rbc", 0), ("wfdc", 0)];
    let cost = |line: Money| line.kind(MoneyKind::Cost);
    let lines = [
        // £100,000.01 between three: 33,333.34, 33,333.34 and 33,333.33.
        split(
            amount("systems", 10_000_001).covering(&["service/regulatory"]).of(&["bdc", "rbc", "wfdc"]),
            SplitRule::Equal,
            &three,
            true,
        ),
        // £964,000 for two together, of which 450,000 and 500,000 are said to be theirs: 14,000 is nobody's yet.
        amount("whole", 96_400_000).covering(&["programme/br"]).of(&["bdc", "rbc"]),
        amount("part-b", 45_000_000).covering(&["programme/br"]).of(&["bdc"]).part_of("whole"),
        amount("part-r", 50_000_000).covering(&["programme/br"]).of(&["rbc"]).part_of("whole"),
        // £5,000 of Redditch's that no budget gets smaller by.
        Money { cash: Some(Cash::NonCashable), ..amount("time", 500_000).covering(&["programme/wett"]).of(&["rbc"]) },
        amount("sold", 4_600_000).kind(MoneyKind::Income).covering(&["service/payroll"]).of(&["rbc"]),
        // £30,000 at 12.5 % and 87.5 %: 3,750 and 26,250.
        split(
            amount("grant", 3_000_000).kind(MoneyKind::Funding).covering(&["service/regulatory"]).of(&["bdc", "wfdc"]),
            SplitRule::Percent,
            &[("bdc", 1_250), ("wfdc", 8_750)],
            true,
        ),
        // £10,000 once between three: 3,333.34, 3,333.33 and 3,333.33.
        split(
            cost(amount("study", 1_000_000)).covering(&["service/regulatory"]).of(&["bdc", "rbc", "wfdc"]),
            SplitRule::Equal,
            &three,
            true,
        ),
        // £42,600 a year by staff time, 12 to 8: 25,560 and 17,040.
        split(
            cost(amount("post", 4_260_000)).recurring().covering(&["service/ict"]).of(&["bdc", "rbc"]),
            SplitRule::StaffTime,
            &[("bdc", 12), ("rbc", 8)],
            true,
        ),
        // £1,234.56 between two who have not agreed.
        split(
            cost(amount("open", 123_456)).covering(&["service/cctv"]).of(&["bdc", "wfdc"]),
            SplitRule::Equal,
            &[("bdc", 0), ("wfdc", 0)],
            false,
        ),
        // £99.99 of nobody knows whom.
        cost(amount("whose", 9_999)).covering(&["service/payroll"]),
        // On another basis: in no sum here.
        amount("guess", 77_700_000).on(Some(Basis::Indicative)).covering(&["service/ict"]).of(&["bdc"]),
    ];
    with(councils(), lines)
}

fn asked() -> Asked {
    Asked { basis: Basis::Budget, year: Some(year("2010/11")), partner: None }
}

fn made(workspace: &Workspace) -> Statement {
    statement(workspace, &Ledger::of(workspace), &asked()).unwrap()
}

fn account(statement: &Statement, of: Whose) -> &Account {
    statement.accounts.iter().find(|account| account.whose == Some(of.clone())).unwrap()
}

fn in_pence(account: &Account) -> (Vec<(Column, i64)>, Option<i64>) {
    (account.amounts.iter().map(|(column, amount)| (*column, amount.0)).collect(), account.net.map(|net| net.0))
}

#[test]
fn the_statement_comes_out_to_the_penny_against_the_treasurers_own_sum() {
    use Column::{Funding, Income, NotCash, Once, Savings, Yearly};
    let workspace = by_hand_case();
    let statement = made(&workspace);
    let of = |name: &str| in_pence(account(&statement, Whose::Partner(partner(name))));
    assert_eq!(
        of("bdc"),
        (vec![(Savings, 48_333_334), (Funding, 375_000), (Once, 333_334), (Yearly, 2_556_000)], Some(45_819_000))
    );
    assert_eq!(
        of("rbc"),
        (
            vec![(Savings, 53_333_334), (Income, 4_600_000), (Once, 333_333), (Yearly, 1_704_000), (NotCash, 500_000)],
            Some(55_896_001)
        )
    );
    assert_eq!(of("wfdc"), (vec![(Savings, 3_333_333), (Funding, 2_625_000), (Once, 333_333)], Some(5_625_000)));
    assert_eq!(in_pence(account(&statement, Whose::NotDivided)), (vec![(Savings, 1_400_000), (Once, 123_456)], Some(1_276_544)));
    assert_eq!(in_pence(account(&statement, Whose::NotStated)), (vec![(Once, 9_999)], Some(-9_999)));
    assert_eq!(
        in_pence(&statement.total),
        (
            vec![
                (Savings, 106_400_001),
                (Income, 4_600_000),
                (Funding, 3_000_000),
                (Once, 1_133_455),
                (Yearly, 4_260_000),
                (NotCash, 500_000)
            ],
            Some(108_606_546)
        )
    );
    assert!(statement.adds_up);
    let names: Vec<String> = statement.accounts.iter().map(|account| whose(&workspace, account.whose.as_ref())).collect();
    assert_eq!(names, ["Bromsgrove", "Redditch", "Wyre Forest", "For several together, not divided", "Council not stated"]);
    assert_eq!(
        account_says(&workspace, account(&statement, Whose::Partner(partner("bdc"))), &asked()),
        "Bromsgrove gets £487,083.34 and pays £28,893.34: £458,190 in all, on the basis \"budget\" for 2010/11."
    );
    // What is not stated is no £0.
    assert_eq!(
        account_says(&workspace, account(&statement, Whose::NotStated), &asked()),
        "Council not stated pays £99.99, and nothing that comes in is stated, on the basis \"budget\" for 2010/11."
    );
}

#[test]
fn every_line_says_how_it_is_divided_who_agreed_and_where_it_is_stated() {
    let mut workspace = by_hand_case();
    workspace.insert(amount("grant-2", 100).kind(MoneyKind::Funding).of(&["bdc"]).from("S0", "2009-09-02").into());
    let statement = made(&workspace);
    let told = |name: &str| {
        let line = statement.lines.iter().find(|line| line.of.line.rest() == name).unwrap();
        line_told(&workspace, line)
    };
    assert_eq!(
        told("study").rule,
        "Equal shares: Bromsgrove, Redditch and Wyre Forest; agreed by The treasurers on 30 November 2010"
    );
    assert_eq!(told("study").shares[0], ("Bromsgrove".to_owned(), "£3,333.34".to_owned()));
    assert_eq!(told("open").rule, "Equal shares: Bromsgrove and Wyre Forest; not agreed yet");
    assert_eq!(told("whole").rule, "No split is stated");
    assert_eq!(told("part-b").rule, "Part of whole: it moves the amount, and adds nothing");
    assert_eq!(told("whose").rule, "The paper does not say whose it is");
    assert_eq!(told("grant-2").source, "S0, 2 September 2009");
    let table = statement_table(&workspace, &statement);
    assert!(table.iter().any(|row| row[3] == "Wyre Forest" && row[4] == "26250.00" && row[7] == "money/grant"));
}

#[test]
fn one_councils_lines_are_those_with_a_share_of_its_own_and_the_sums_stay_those_of_all() {
    let workspace = by_hand_case();
    let one = Asked { partner: Some(partner("wfdc")), ..asked() };
    let one = statement(&workspace, &Ledger::of(&workspace), &one).unwrap();
    let names: Vec<&str> = one.lines.iter().map(|line| line.of.line.rest()).collect();
    assert_eq!(names, ["systems", "grant", "study"]);
    assert_eq!(one.total, made(&workspace).total);
}

fn any_line() -> impl Strategy<Value = (i64, usize, u8, Vec<u64>, bool)> {
    (0_i64..1_000_000_000, 0_usize..4, 0_u8..8, proptest::collection::vec(0_u64..1_000, 3), any::<bool>())
}

proptest! {
    #[test]
    fn shares_of_any_lines_come_to_the_whole_and_to_every_other_sum(lines in proptest::collection::vec(any_line(), 0..24)) {
        let kinds = [MoneyKind::Saving, MoneyKind::Income, MoneyKind::Funding, MoneyKind::Cost];
        let codes = ["bdc", "rbc", "wfdc"];
        let built = lines.iter().enumerate().map(|(place, (pence, kind, whose, weights, agreed))| {
            let of: Vec<&str> = codes.iter().enumerate().filter(|(bit, _)| whose >> bit & 1 == 1).map(|(_, code)| *code).collect();
            let covers = ["programme/br", "service/payroll", "service/ict", "programme/wett"][place % 4];
            let line = amount(&place.to_string(), *pence).kind(kinds[*kind]).covering(&[covers]).of(&of);
            let parts: Vec<(&str, u64)> = of.iter().copied().zip(weights.iter().copied()).collect();
            if of.len() > 1 { split(line, SplitRule::Population, &parts, *agreed) } else { line }
        });
        let workspace = with(councils(), built);
        let ledger = Ledger::of(&workspace);
        let statement = statement(&workspace, &ledger, &asked()).unwrap();
        prop_assert!(statement.adds_up);
        for line in &statement.lines {
            let shares = pence::total(line.of.shares.iter().map(|(_, share)| *share));
            prop_assert_eq!(shares, Some(line.of.whole));
        }
        let nets = statement.accounts.iter().filter_map(|account| account.net);
        prop_assert_eq!(pence::total(nets), Some(statement.total.net.unwrap_or_default()));
        for kind in kinds {
            let question = SavingsQuestion { group: Group::Partner, ..SavingsQuestion::savings(Basis::Budget).about(kind) };
            let bar = ledger.year(&workspace, &question, year("2010/11"));
            for group in &bar.groups {
                let GroupKey::Partner(id) = &group.key else { continue };
                let own = Whose::Partner(id.clone());
                let apportioned = ledger.apportioned(kind, Basis::Budget, Some(year("2010/11")));
                let shares = apportioned.iter().flat_map(|line| &line.shares).filter(|(whose, _)| *whose == own);
                prop_assert_eq!(pence::total(shares.map(|(_, share)| *share)), Some(group.amount));
            }
        }
    }
}
