//! The figures of the papers, added up as they may be and in no other way.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

#[allow(dead_code, reason = "each suite takes what it needs")]
#[path = "support/build.rs"]
mod build;
#[allow(dead_code, reason = "only its log is wanted here")]
#[path = "../examples/sample/story/mod.rs"]
mod story;

use concordat::analysis::savings::{
    Bar, Counts, Delivered, Flag, Group, GroupKey, Ledger, Payback, Row, SavingsAnswer, SavingsQuestion, View, Yardstick,
};
use concordat::domain::money::{Basis, InUse, MoneyKind, SetBy, Split, SplitPart, SplitRule, Use};
use concordat::domain::pence::Pence;
use concordat::domain::thing::Thing;
use concordat::domain::workspace::Workspace;

use build::{Saying, councils, line, partner, programme, saving, service, with, year};

/// S3b 4.1, 4.2; S3c 3.2.4, 7.1, 7.2.
fn papers() -> Workspace {
    let br = ["programme/br"];
    with(
        councils(),
        [
            saving("whole-b", "2010/11", 450_000).covering(&br).of(&["bdc"]).from("S3c", "2010-12-09"),
            saving("whole-r", "2010/11", 514_000).covering(&br).of(&["rbc"]).from("S3c", "2010-12-09"),
            saving("smt-10", "2010/11", 330_000)
                .titled("Single management team")
                .covering(&["service/smt"])
                .recurring()
                .from("S3c", "2010-12-09"),
            saving("smt-11", "2011/12", 450_000)
                .titled("Single management team")
                .covering(&["service/smt"])
                .recurring()
                .from("S3c", "2010-12-09"),
            saving("smt-b", "2010/11", 246_000).covering(&["service/smt"]).rival_of("smt-10").from("S3b", "2011-01-17"),
            saving("cctv", "2010/11", 120_000).covering(&["service/cctv", "service/ict"]).from("S3b", "2011-01-17"),
            saving("wett", "2011/12", 150_000).covering(&["programme/wett"]).from("S3b", "2011-01-17"),
            saving("payroll", "2011/12", 46_000).kind(MoneyKind::Income).covering(&["service/payroll"]).of(&["rbc"]).recurring(),
            saving("payroll-net", "2011/12", 24_000)
                .kind(MoneyKind::Income)
                .covering(&["service/payroll"])
                .of(&["rbc"])
                .recurring()
                .net_of("payroll"),
        ],
    )
}

fn pounds(pounds: i64) -> Option<Pence> {
    Some(Pence::pounds(pounds))
}

fn forecast() -> SavingsQuestion {
    SavingsQuestion::savings(Basis::Forecast)
}

fn ask(workspace: &Workspace, question: &SavingsQuestion) -> SavingsAnswer {
    Ledger::of(workspace).answer(workspace, question)
}

fn bar(workspace: &Workspace, question: &SavingsQuestion, of: &str) -> Bar {
    ask(workspace, question).bar(year(of)).cloned().unwrap()
}

fn total(workspace: &Workspace, question: &SavingsQuestion, of: &str) -> Option<Pence> {
    ask(workspace, question).bar(year(of)).and_then(|bar| bar.total)
}

fn groups(bar: &Bar) -> Vec<(String, i64)> {
    bar.groups.iter().map(|group| (group.label.clone(), group.amount.0 / 100)).collect()
}

fn row<'a>(answer: &'a SavingsAnswer, name: &str) -> &'a Row {
    answer.rows.iter().find(|row| row.line == Some(line(name))).unwrap_or_else(|| panic!("no row for {name}"))
}

fn named(list: &[(&str, i64)]) -> Vec<(String, i64)> {
    list.iter().map(|(label, pounds)| ((*label).to_owned(), *pounds)).collect()
}

#[test]
fn the_forecast_is_964_thousand_at_every_grouping() {
    for workspace in [papers(), swapped(papers())] {
        for group in Group::ALL {
            let bar = bar(&workspace, &SavingsQuestion { group: *group, ..forecast() }, "2010/11");
            assert_eq!(bar.total, Some(Pence(96_400_000)), "{group:?}");
            assert_eq!(bar.groups.iter().map(|group| group.amount.0).sum::<i64>(), 96_400_000, "{group:?}");
            assert!(bar.flags.contains(&Flag::NotReconciled));
        }
    }
}

/// The same workspace with the earlier paper's figure marked as the one to go by.
fn swapped(mut workspace: Workspace) -> Workspace {
    for (name, in_use) in [("smt-10", InUse::Yes), ("smt-b", InUse::No)] {
        let mut money = workspace.money.get(&line(name)).unwrap().clone();
        money.in_use = Some(Use { in_use, why: None });
        workspace.insert(Thing::from(money));
    }
    workspace
}

#[test]
fn each_grouping_says_as_much_as_the_papers_do() {
    let workspace = swapped(papers());
    let by = |group| groups(&bar(&workspace, &SavingsQuestion { group, ..forecast() }, "2010/11"));
    assert_eq!(by(Group::Partner), named(&[("Bromsgrove", 450_000), ("Redditch", 514_000)]));
    assert_eq!(
        by(Group::Service),
        named(&[
            ("Bromsgrove–Redditch, not itemised", 514_000),
            ("Single management team", 330_000),
            ("CCTV and Lifeline and ICT", 120_000),
        ])
    );
    assert_eq!(by(Group::Programme), named(&[("Bromsgrove–Redditch", 964_000)]));
    assert_eq!(by(Group::All), named(&[("All", 964_000)]));
}

#[test]
fn the_table_shows_parts_under_their_wholes_and_rivals_beside() {
    let answer = ask(&papers(), &SavingsQuestion { year: Some(year("2010/11")), ..forecast() });
    let wholes = vec![line("whole-b"), line("whole-r")];
    assert_eq!(row(&answer, "whole-b").counts, Counts::Yes);
    assert_eq!(row(&answer, "whole-b").depth, 0);
    // S3b is the later paper, so that its figure is gone by until a person says otherwise.
    assert_eq!(row(&answer, "smt-b").counts, Counts::PartOf(wholes.clone()));
    assert_eq!(row(&answer, "smt-10").counts, Counts::RivalOf(line("smt-b")));
    for name in ["smt-b", "smt-10"] {
        assert!(row(&answer, name).flags.is_superset(&[Flag::NotReconciled, Flag::MayBeShare].into()), "{name}");
    }
    assert_eq!(row(&answer, "cctv").counts, Counts::PartOf(wholes.clone()));
    assert_eq!((row(&answer, "cctv").depth, row(&answer, "smt-10").depth), (1, 2));
    let rest = answer.rows.last().unwrap();
    assert_eq!(
        (rest.line.clone(), rest.amount, rest.counts.clone()),
        (None, Pence::pounds(598_000), Counts::NotItemised(wholes))
    );
    assert_eq!((answer.total, answer.not_itemised), (pounds(964_000), pounds(598_000)));
    assert_eq!(answer.rows.len(), 6);
}

#[test]
fn a_recurring_figure_has_three_views() {
    let workspace = swapped(papers());
    let views = |view| {
        let question = SavingsQuestion { view, service: Some(service("smt")), ..forecast() };
        let bars = ask(&workspace, &question).bars;
        bars.iter().map(|bar| bar.total.unwrap().0 / 100_000).collect::<Vec<_>>()
    };
    assert_eq!(views(View::Yearly), [330, 450]);
    assert_eq!(views(View::New), [330, 120]);
    assert_eq!(views(View::Cumulative), [330, 780]);
}

#[test]
fn whichever_rival_counts_continues_the_series() {
    // Until a person chooses, S3b's later £246k stands for the £330k that grows to £450k.
    let question = SavingsQuestion { view: View::New, service: Some(service("smt")), ..forecast() };
    let new: Vec<_> = ask(&papers(), &question).bars.iter().map(|bar| bar.total.unwrap().0 / 100_000).collect();
    assert_eq!(new, [246, 204]);
}

#[test]
fn nothing_is_carried_into_years_that_no_paper_states() {
    let workspace = with(
        councils(),
        [
            saving("a", "2009/10", 100).covering(&["service/ict"]).recurring(),
            saving("b", "2011/12", 70).covering(&["service/cctv"]),
        ],
    );
    let answer = ask(&workspace, &forecast());
    assert_eq!(
        answer.bars.iter().map(|bar| (bar.year.unwrap().to_string(), bar.total)).collect::<Vec<_>>(),
        [("2009/10".to_owned(), pounds(100)), ("2011/12".to_owned(), pounds(70)),]
    );
}

#[test]
fn the_next_year_holds_what_its_papers_state() {
    let workspace = papers();
    let bar = bar(&workspace, &SavingsQuestion { group: Group::Programme, ..forecast() }, "2011/12");
    assert_eq!(groups(&bar), named(&[("Bromsgrove–Redditch", 450_000), ("WETT", 150_000)]));
    let wett = SavingsQuestion { programme: Some(programme("wett")), ..forecast() };
    let answer = ask(&workspace, &wett);
    assert_eq!(answer.bars.len(), 1);
    assert_eq!(answer.groups[0].key, GroupKey::PartnerNotStated);
    assert!(answer.flags.contains(&Flag::PartnerNotStated));
}

#[test]
fn income_is_apart_and_its_net_is_never_added() {
    let workspace = papers();
    let income = forecast().about(MoneyKind::Income);
    assert_eq!(total(&workspace, &income, "2011/12"), pounds(46_000));
    let answer = ask(&workspace, &income);
    assert_eq!(row(&answer, "payroll-net").counts, Counts::NetOf(line("payroll")));
    assert_eq!(row(&answer, "payroll-net").depth, 1);
    // The £22k between gross and net is derived.
    let between = row(&answer, "payroll").amount.minus(row(&answer, "payroll-net").amount);
    assert_eq!(between, pounds(22_000));
}

#[test]
fn bases_are_never_added() {
    let covers = ["service/ict"];
    let lines = Basis::ALL
        .iter()
        .zip(1..)
        .map(|(basis, k)| saving(basis.key(), "2010/11", k * 1_000).covering(&covers).of(&["bdc"]).on(Some(*basis)));
    let workspace = with(councils(), lines);
    for (basis, k) in Basis::ALL.iter().zip(1..) {
        assert_eq!(total(&workspace, &SavingsQuestion::savings(*basis), "2010/11"), pounds(k * 1_000), "{basis:?}");
    }
}

#[test]
fn one_partner_has_its_own_figures_only() {
    let workspace = swapped(papers());
    let of = |name: &str| SavingsQuestion { partner: Some(partner(name)), group: Group::Service, ..forecast() };
    assert_eq!(total(&workspace, &of("bdc"), "2010/11"), pounds(450_000));
    assert_eq!(total(&workspace, &of("rbc"), "2010/11"), pounds(514_000));
    assert_eq!(ask(&workspace, &of("wfdc")).bars, []);
    assert_eq!(ask(&workspace, &of("nobody")).bars, []);
    // What is stated for both together is no part of either's own that could be told.
    assert_eq!(groups(&bar(&workspace, &of("bdc"), "2010/11")), named(&[("Bromsgrove–Redditch, not itemised", 450_000)]));
}

#[test]
fn a_joint_figure_is_not_divided_until_its_split_is_agreed() {
    let mut joint = saving("joint", "2010/11", 42_600).covering(&["service/ict"]).of(&["bdc", "rbc"]);
    let part = |name, weight| SplitPart { partner: partner(name), weight };
    let mut split =
        Split { rule: SplitRule::Percent, parts: vec![part("bdc", 6_000), part("rbc", 4_000)], agreed_by: None, agreed_on: None };
    joint.split = Some(split.clone());
    let undecided = with(councils(), [joint.clone()]);
    let one = SavingsQuestion { partner: Some(partner("bdc")), ..forecast() };
    assert_eq!(groups(&bar(&undecided, &forecast(), "2010/11")), named(&[("Bromsgrove and Redditch together", 42_600)]));
    assert_eq!(total(&undecided, &one, "2010/11"), None);
    assert_eq!(row(&ask(&undecided, &one), "joint").counts, Counts::NotDivided);

    split.agreed_by = Some("Shared Services Board".to_owned());
    joint.split = Some(split);
    let agreed = with(councils(), [joint]);
    assert_eq!(groups(&bar(&agreed, &forecast(), "2010/11")), named(&[("Bromsgrove", 25_560), ("Redditch", 17_040)]));
    assert_eq!(total(&agreed, &one, "2010/11"), pounds(25_560));
    assert_eq!(row(&ask(&agreed, &one), "joint").amount, Pence::pounds(25_560));
}

#[test]
fn papers_that_differ_about_one_service_are_rivals_but_lines_of_one_paper_are_not() {
    let ict = |name: &str, pounds, paper: &str, dated: &str| {
        saving(name, "2010/11", pounds).covering(&["service/ict"]).of(&["bdc"]).from(paper, dated)
    };
    let workspace = with(
        councils(),
        [ict("posts", 20, "S1", "2010-06-24"), ict("licences", 15, "S1", "2010-06-24"), ict("whole", 40, "S3c", "2010-12-09")],
    );
    assert_eq!(total(&workspace, &forecast(), "2010/11"), pounds(40));
    let answer = ask(&workspace, &forecast());
    assert_eq!(row(&answer, "posts").counts, Counts::RivalOf(line("whole")));
    assert!(answer.bars[0].flags.contains(&Flag::NotReconciled));
    let earlier = with(councils(), workspace.money.values().filter(|money| money.id != line("whole")).cloned());
    assert_eq!(total(&earlier, &forecast(), "2010/11"), pounds(35));
}

#[test]
fn either_the_figure_that_says_whose_it_is_counts_or_the_one_that_does_not() {
    let ict = |name: &str, pounds, paper: &str, dated: &str| {
        saving(name, "2010/11", pounds).covering(&["service/ict"]).from(paper, dated)
    };
    let lines = |dated: &str| {
        [
            ict("b", 100, "S1", "2010-06-24").of(&["bdc"]),
            ict("r", 120, "S1", "2010-06-24").of(&["rbc"]),
            ict("both", 250, "S3c", dated),
        ]
    };
    assert_eq!(total(&with(councils(), lines("2010-12-09")), &forecast(), "2010/11"), pounds(250));
    assert_eq!(total(&with(councils(), lines("2009-12-09")), &forecast(), "2010/11"), pounds(220));
}

#[test]
fn one_figure_for_a_whole_programme_counts() {
    let wett = |name: &str, pounds, dated: &str| saving(name, "2011/12", pounds).covering(&["programme/wett"]).from(name, dated);
    let workspace = with(councils(), [wett("old", 140, "2009-09-02"), wett("new", 150, "2011-01-17")]);
    assert_eq!(total(&workspace, &forecast(), "2011/12"), pounds(150));
}

#[test]
fn what_a_person_marked_as_not_in_use_counts_nowhere() {
    let mut money = saving("a", "2010/11", 5).covering(&["service/ict"]);
    money.in_use = Some(Use { in_use: InUse::No, why: Some("withdrawn by the treasurer".to_owned()) });
    let workspace = with(councils(), [money, saving("b", "2010/11", 7).covering(&["service/cctv"])]);
    assert_eq!(total(&workspace, &forecast(), "2010/11"), pounds(7));
    assert_eq!(row(&ask(&workspace, &forecast()), "a").counts, Counts::NotInUse);
}

#[test]
fn a_named_part_counts_where_its_whole_is_not_in_the_sum() {
    let whole = saving("whole", "2010/11", 100).covering(&["service/ict"]).on(Some(Basis::Budget));
    let part = saving("part", "2010/11", 30).covering(&["service/ict"]).part_of("whole");
    let workspace = with(councils(), [whole.clone(), part.clone()]);
    assert_eq!(total(&workspace, &forecast(), "2010/11"), pounds(30));
    let workspace = with(councils(), [whole.on(Some(Basis::Forecast)), part]);
    assert_eq!(total(&workspace, &forecast(), "2010/11"), pounds(100));
    assert_eq!(ask(&workspace, &forecast()).not_itemised, pounds(70));
}

#[test]
fn a_circle_of_parts_counts_once() {
    let ring = |name: &str, of: &str| saving(name, "2010/11", 10).part_of(of);
    let workspace = with(councils(), [ring("a", "b"), ring("b", "c"), ring("c", "a"), ring("self", "self")]);
    assert_eq!(total(&workspace, &forecast(), "2010/11"), pounds(20));
}

#[test]
fn parts_that_come_to_more_than_their_whole_do_not_change_it() {
    let workspace = with(
        councils(),
        [
            saving("whole", "2010/11", 100).covering(&["programme/br"]).of(&["bdc"]),
            saving("ict", "2010/11", 80).covering(&["service/ict"]).of(&["bdc"]),
            saving("smt", "2010/11", 50).covering(&["service/smt"]).of(&["bdc"]),
        ],
    );
    let bar = bar(&workspace, &SavingsQuestion { group: Group::Service, ..forecast() }, "2010/11");
    assert_eq!(groups(&bar), named(&[("Bromsgrove–Redditch, not itemised", 100)]));
    assert!(bar.flags.contains(&Flag::PartsExceedWhole));
}

#[test]
fn partners_parts_of_a_joint_figure_are_not_added_to_it() {
    let ict = |name: &str, pounds, of: &[&str]| saving(name, "2010/11", pounds).covering(&["programme/br"]).of(of);
    let workspace = with(councils(), [ict("joint", 964, &["rbc", "bdc"]), ict("b", 450, &["bdc"]), ict("r", 500, &["rbc"])]);
    assert_eq!(
        groups(&bar(&workspace, &forecast(), "2010/11")),
        named(&[("Bromsgrove", 450), ("Redditch", 500), ("Bromsgrove and Redditch together", 14)])
    );
    let one = SavingsQuestion { partner: Some(partner("rbc")), ..forecast() };
    assert_eq!(total(&workspace, &one, "2010/11"), pounds(500));
}

#[test]
fn nought_is_not_a_blank() {
    let workspace = with(councils(), [saving("none", "2010/11", 0).covering(&["service/ict"]).of(&["bdc"])]);
    assert_eq!(total(&workspace, &forecast(), "2010/11"), Some(Pence::ZERO));
    assert_eq!(total(&workspace, &SavingsQuestion::savings(Basis::Actual), "2010/11"), None);
    let ledger = Ledger::of(&workspace);
    assert_eq!(ledger.year(&workspace, &forecast(), year("2011/12")).total, None);
}

#[test]
fn the_sample_has_no_target_and_says_so() {
    for bar in ask(&papers(), &forecast()).bars {
        assert_eq!((bar.against, bar.variance, bar.delivered), (Yardstick::NotSet, None, Delivered::NotApplicable));
    }
}

fn target(name: &str, pounds: i64) -> concordat::domain::money::Money {
    let mut money = saving(name, "2010/11", pounds).kind(MoneyKind::Target).on(None);
    money.set_by = Some(SetBy { who: "Shared Services Board".to_owned(), on: None });
    money
}

#[test]
fn a_target_is_held_against_what_it_is_for() {
    let workspace = with(papers(), [target("whole", 1_000_000)]);
    let bar = bar(&workspace, &forecast(), "2010/11");
    assert_eq!(bar.against, Yardstick::Target { amount: Pence::pounds(1_000_000), lines: vec![line("whole")] });
    assert_eq!((bar.variance, bar.delivered), (pounds(-36_000), Delivered::Tenths(964)));
    assert_eq!(bar.groups[0].against, Yardstick::NotSet);
}

#[test]
fn targets_of_each_partner_serve_for_the_whole_only_together() {
    let both = with(papers(), [target("b", 400_000).of(&["bdc"]), target("r", 600_000).of(&["rbc"])]);
    let whole = bar(&both, &forecast(), "2010/11");
    assert_eq!(whole.against.amount(), pounds(1_000_000));
    assert_eq!(whole.groups.iter().map(|group| group.variance).collect::<Vec<_>>(), [pounds(50_000), pounds(-86_000)]);
    assert_eq!(whole.groups[0].delivered, Delivered::Tenths(1_125));

    let one = with(papers(), [target("b", 400_000).of(&["bdc"])]);
    let whole = bar(&one, &forecast(), "2010/11");
    assert_eq!(whole.against, Yardstick::Partly { lines: vec![line("b")] });
    assert_eq!(whole.variance, None);
    let own = SavingsQuestion { partner: Some(partner("bdc")), ..forecast() };
    assert_eq!(bar(&one, &own, "2010/11").variance, pounds(50_000));
}

#[test]
fn a_partners_target_is_a_part_of_the_whole_one() {
    let workspace = with(
        papers(),
        [target("whole", 1_000_000), target("b", 400_000).of(&["bdc"]), target("ict", 1).covering(&["service/ict"])],
    );
    assert_eq!(bar(&workspace, &forecast(), "2010/11").against.amount(), pounds(1_000_000));
}

#[test]
fn the_approved_budget_serves_where_no_target_is_set() {
    let budget = saving("budget", "2010/11", 900_000).covering(&["programme/br"]).on(Some(Basis::Budget));
    let workspace = with(papers(), [budget]);
    let bar = bar(&workspace, &forecast(), "2010/11");
    assert_eq!(bar.against, Yardstick::ApprovedBudget { amount: Pence::pounds(900_000), lines: vec![line("budget")] });
    assert_eq!(bar.variance, pounds(64_000));
    let itself = SavingsQuestion::savings(Basis::Budget);
    assert_eq!(self::bar(&workspace, &itself, "2010/11").against, Yardstick::NotSet);
}

#[test]
fn a_target_of_nought_has_no_share_delivered() {
    let workspace = with(papers(), [target("whole", 0)]);
    let bar = bar(&workspace, &forecast(), "2010/11");
    assert_eq!((bar.variance, bar.delivered), (pounds(964_000), Delivered::NotApplicable));
}

#[test]
fn a_year_that_has_only_a_target_is_not_yet_reported() {
    let workspace = with(papers(), [target("whole", 1_000_000)]);
    let answer = ask(&workspace, &SavingsQuestion::savings(Basis::Actual));
    assert_eq!(answer.bars.len(), 1);
    assert_eq!((answer.bars[0].total, answer.bars[0].against.amount()), (None, pounds(1_000_000)));
    assert_eq!((answer.bars[0].variance, answer.bars[0].delivered), (None, Delivered::NotApplicable));
}

#[test]
fn costs_come_back_or_do_not() {
    let cost =
        |name: &str, pounds| saving(name, "2011/12", pounds).kind(MoneyKind::Cost).covering(&["service/payroll"]).of(&["rbc"]);
    let workspace = with(papers(), [cost("post", 22_000).recurring(), cost("move", 60_000)]);
    let question = SavingsQuestion { service: Some(service("payroll")), ..forecast() };
    let balance = Ledger::of(&workspace).balance(&question, year("2011/12"));
    assert_eq!((balance.savings, balance.income), (None, pounds(46_000)));
    assert_eq!((balance.running_costs, balance.one_off_costs), (pounds(22_000), pounds(60_000)));
    assert_eq!((balance.net, balance.payback), (pounds(24_000), Payback::TenthsOfYears(25)));
    assert_eq!(Payback::of(pounds(1), pounds(0)), Payback::DoesNotPayBack);
    assert_eq!(Payback::of(None, pounds(1)), Payback::NotStated);
}

#[test]
fn a_ledger_kept_up_to_date_is_the_one_read_anew() {
    let mut workspace = papers();
    let mut ledger = Ledger::of(&workspace);
    let steps = [
        saving("smt-10", "2010/11", 300_000).covering(&["service/smt"]).rival_of("cctv"),
        saving("cctv", "2011/12", 1).covering(&["service/ict"]),
        saving("new", "2012/13", 5).covering(&["service/new"]).of(&["new"]).rival_of("smt-b"),
    ];
    for money in steps {
        let thing = Thing::from(money);
        let subject = thing.subject();
        workspace.insert(thing);
        ledger.refresh(&workspace, [&subject]);
        for basis in Basis::ALL {
            let question = SavingsQuestion::savings(*basis);
            assert_eq!(ledger.answer(&workspace, &question), Ledger::of(&workspace).answer(&workspace, &question));
        }
    }
}

#[test]
fn the_real_programme_is_forecast_at_964_thousand_at_every_grouping() {
    let workspace = concordat::bundle::decode::workspace(&story::log());
    for group in Group::ALL {
        let bar = bar(&workspace, &SavingsQuestion { group: *group, ..forecast() }, "2010/11");
        assert_eq!(bar.total, pounds(964_000), "{group:?}");
        assert_eq!(bar.groups.iter().map(|group| group.amount.0).sum::<i64>(), 96_400_000, "{group:?}");
        assert_eq!((bar.against, bar.variance), (Yardstick::NotSet, None));
    }
    let answer = ask(&workspace, &SavingsQuestion { year: Some(year("2010/11")), ..forecast() });
    for name in ["management-2010", "management-2010-s3b"] {
        assert!(row(&answer, name).flags.contains(&Flag::NotReconciled), "{name}");
        assert_ne!(row(&answer, name).counts, Counts::Yes, "{name}");
    }
}

#[test]
fn moving_a_service_to_another_programme_moves_its_figures() {
    let mut workspace = papers();
    let mut ledger = Ledger::of(&workspace);
    let mut smt = workspace.services.get(&service("smt")).unwrap().clone();
    smt.programme = Some(programme("wett"));
    let thing = Thing::from(smt);
    let subject = thing.subject();
    workspace.insert(thing);
    ledger.refresh(&workspace, [&subject]);
    // It is no longer a part of what is stated for Bromsgrove–Redditch.
    let bar = ledger.year(&workspace, &forecast(), year("2010/11"));
    assert_eq!(bar.total, pounds(964_000 + 246_000));
}
