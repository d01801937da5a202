//! What is said of the papers' figures: sentences, names of marks, rows, and the table as a file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

#[path = "support/build.rs"]
#[allow(dead_code, reason = "each suite uses what it needs of this")]
mod build;

use concordat::analysis::savings::{Group, Ledger, SavingsAnswer, SavingsQuestion, View};
use concordat::analysis::telling::{self, On, Picture, Stands, Told};
use concordat::domain::money::{Basis, InUse, Money, MoneyKind, SetBy, Use};
use concordat::domain::partner::{PartnerId, Series};
use concordat::domain::programme::ProgrammeId;
use concordat::domain::workspace::Workspace;
use concordat::domain::year::FinancialYear;

use build::{Saying, councils, line, saving, with, year};

fn papers() -> Workspace {
    let sourced = |line: Money, paragraph: &str| {
        let mut line = line.from("S3c", "2010-12-09");
        line.source.as_mut().unwrap().paragraph = Some(paragraph.to_owned());
        line
    };
    let br = ["programme/br"];
    with(
        councils(),
        [
            sourced(saving("whole-b", "2010/11", 450_000).covering(&br).of(&["bdc"]), "7.2"),
            sourced(saving("whole-r", "2010/11", 514_000).covering(&br).of(&["rbc"]), "7.2"),
            sourced(saving("smt-10", "2010/11", 330_000).titled("Single management team").covering(&["service/smt"]), "7.1"),
            sourced(saving("smt-11", "2011/12", 450_000).titled("Single management team").covering(&["service/smt"]), "7.1"),
            saving("smt-b", "2010/11", 246_000)
                .titled("Management")
                .covering(&["service/smt"])
                .rival_of("smt-10")
                .from("S3b", "2011-01-17"),
            saving("old", "2008/09", 0).covering(&["service/payroll"]).of(&["bdc"]),
        ],
    )
}

fn target(workspace: Workspace, of: &str, pounds: i64) -> Workspace {
    let mut line = saving("target", of, pounds).on(None).kind(MoneyKind::Target).covering(&["programme/br"]);
    line.set_by = Some(SetBy { who: "The Board".to_owned(), on: None });
    with(workspace, [line])
}

fn forecast() -> SavingsQuestion {
    SavingsQuestion::savings(Basis::Forecast)
}

fn asked(workspace: &Workspace, question: &SavingsQuestion) -> (Picture, SavingsAnswer) {
    let answer = Ledger::of(workspace).answer(workspace, question);
    (Picture::of(workspace, question, &answer), answer)
}

fn said(workspace: &Workspace, question: &SavingsQuestion, of: &str, mark: Option<&str>) -> String {
    let (picture, answer) = asked(workspace, question);
    telling::sentence(workspace, &picture, &answer, Some(year(of)), mark)
}

fn rows(workspace: &Workspace, question: &SavingsQuestion, mark: Option<&str>) -> Vec<Told> {
    let (picture, answer) = asked(workspace, question);
    let rows = mark.map_or_else(|| answer.rows.clone(), |mark| picture.rows_of(&answer.rows, mark));
    let unit = telling::told_unit(&rows);
    rows.iter().map(|row| telling::told(workspace, row, unit)).collect()
}

#[test]
fn the_sentence_says_how_much_when_where_from_and_against_what() {
    let papers = papers();
    assert_eq!(said(&papers, &forecast(), "2010/11", None), "£964k forecast for 2010/11, S3c 7.2; no target has been set.");
    assert_eq!(said(&papers, &forecast(), "2010/11", Some("bdc")), "Bromsgrove: £450k forecast for 2010/11, S3c 7.2.");
    assert_eq!(said(&papers, &forecast(), "2009/10", None), "No savings are forecast for 2009/10 yet.");
    let actual = SavingsQuestion { basis: Some(Basis::Actual), ..forecast() };
    assert_eq!(said(&papers, &actual, "2010/11", None), "No savings are reported for 2010/11 yet.");
    let cumulative = SavingsQuestion { view: View::Cumulative, ..forecast() };
    assert_eq!(
        said(&papers, &cumulative, "2011/12", None),
        "£1.41m forecast up to 2011/12, S3c 7.2 and S3c 7.1; no target has been set."
    );
}

/// What a second programme saves, which states no council.
fn beside_wett() -> Workspace {
    let of_wett = saving("w", "2010/11", 80_000).covering(&["programme/wett"]).from("S4", "2010-12-09");
    let mut workspace = with(papers(), [of_wett]);
    for (id, colour) in [("bdc", Series::One), ("rbc", Series::Two)] {
        workspace.partners.get_mut(&PartnerId::new(id).unwrap()).unwrap().series = Some(colour);
    }
    workspace
}

#[test]
fn figures_of_one_programme_say_so_wherever_they_go() {
    let workspace = beside_wett();
    let question = SavingsQuestion { programme: ProgrammeId::new("wett"), ..forecast() };
    let (picture, _) = asked(&workspace, &question);
    assert_eq!(telling::caption(&picture), "Savings of WETT by year and partner, yearly, forecast");
    assert_eq!(said(&workspace, &question, "2010/11", None), "WETT: £80k forecast for 2010/11, S4; no target has been set.");
    assert_eq!(said(&workspace, &question, "2009/10", None), "WETT: no savings are forecast for 2009/10 yet.");
    assert_eq!(
        said(&workspace, &question, "2010/11", Some("not-stated")),
        "WETT, Partner not stated: £80k forecast for 2010/11, S4."
    );
    let of = Some(year("2010/11"));
    assert_eq!(telling::lines_caption(&picture, of, None), "Lines of WETT in 2010/11, forecast");
    assert_eq!(telling::file_name(&picture, of), "savings-forecast-WETT-2010-11");
    let (everything, _) = asked(&workspace, &forecast());
    assert_eq!(telling::caption(&everything), "Savings by year and partner, yearly, forecast");
    assert_eq!(telling::file_name(&everything, None), "savings-forecast");
    let by_programme = SavingsQuestion { group: Group::Programme, ..question };
    assert_eq!(said(&workspace, &by_programme, "2010/11", Some("wett")), "WETT: £80k forecast for 2010/11, S4.");
}

#[test]
fn what_states_no_partner_looks_like_none_of_them_even_where_they_are_not_shown() {
    let question = SavingsQuestion { programme: ProgrammeId::new("wett"), ..forecast() };
    let (picture, _) = asked(&beside_wett(), &question);
    assert_eq!(
        picture.groups.iter().map(|group| (group.label.as_str(), group.colour)).collect::<Vec<_>>(),
        [("Partner not stated", 3)]
    );
}

#[test]
fn the_key_has_what_is_drawn_and_nothing_else() {
    let (picture, _) = asked(&papers(), &SavingsQuestion { view: View::Yearly, ..forecast() });
    let drawn = |on| picture.drawn(on).map(|group| group.mark.as_str()).collect::<Vec<_>>();
    assert_eq!(drawn(On::Shown), ["bdc", "rbc", "not-stated"]);
    assert_eq!(drawn(On::Beside), [""; 0]);
    let nought = with(councils(), [saving("n", "2010/11", 0).of(&["bdc"])]);
    assert_eq!(asked(&nought, &forecast()).0.drawn(On::Shown).count(), 0);
}

#[test]
fn what_is_new_says_which_of_two_earlier_figures_it_counts_from() {
    let mut workspace = papers();
    for name in ["smt-10", "smt-11"] {
        let line = workspace.money.get(&line(name)).cloned().unwrap();
        workspace.money.remove(&line.id);
        workspace.insert(line.recurring().into());
    }
    let new = SavingsQuestion { view: View::New, ..forecast() };
    assert_eq!(
        said(&workspace, &new, "2011/12", None),
        "£204k forecast for 2011/12, counting only what is new, S3c 7.1; no target has been set. Not reconciled: \
         \"Single management team\" counts from £246k (S3b); from £330k (S3c 7.1) the sum would be £120k."
    );
    assert!(said(&workspace, &new, "2011/12", Some("not-stated")).contains("the sum would be £120k."));
    assert!(!said(&workspace, &new, "2010/11", None).contains("Not reconciled"));
    assert!(!said(&workspace, &forecast(), "2011/12", None).contains("Not reconciled"));
    for (name, in_use) in [("smt-10", InUse::Yes), ("smt-b", InUse::No)] {
        workspace.money.get_mut(&line(name)).unwrap().in_use = Some(Use { in_use, why: None });
    }
    assert_eq!(
        said(&workspace, &new, "2011/12", None),
        "£120k forecast for 2011/12, counting only what is new, S3c 7.1; no target has been set."
    );
}

#[test]
fn the_sentence_holds_the_sum_against_its_target() {
    let held = |pounds| said(&target(papers(), "2010/11", pounds), &forecast(), "2010/11", None);
    assert_eq!(held(1_000_000), "£964k forecast for 2010/11, S3c 7.2; £36k short of the target of £1m.");
    assert_eq!(held(944_000), "£964k forecast for 2010/11, S3c 7.2; £20k over the target of £944k.");
    assert_eq!(held(964_000), "£964k forecast for 2010/11, S3c 7.2; exactly the target of £964k.");
}

#[test]
fn a_picture_has_every_year_between_and_tells_nought_from_nothing() {
    let (picture, _) = asked(&papers(), &forecast());
    let told: Vec<_> =
        picture.columns.iter().map(|column| telling::mark_name(&picture, column.year, None, column.total)).collect();
    assert_eq!(told, ["2008/09: £0 forecast", "2009/10: not reported", "2010/11: £964k forecast", "2011/12: £450k forecast"]);
    let marks: Vec<_> = picture.groups.iter().map(|group| (group.mark.as_str(), group.short.as_str())).collect();
    assert_eq!(marks, [("bdc", "BDC"), ("rbc", "RBC"), ("not-stated", "")]);
    let of = |mark: &str| {
        let group = picture.group(mark).unwrap();
        telling::mark_name(&picture, year("2010/11"), Some(&group.label), picture.amount(year("2010/11"), Some(mark)))
    };
    assert_eq!(of("bdc"), "2010/11, Bromsgrove: £450k forecast");
    let held = target(papers(), "2010/11", 1_000_000);
    let (picture, answer) = asked(&held, &forecast());
    let bar = answer.bar(year("2010/11")).unwrap();
    assert_eq!(telling::year_name(&picture, year("2010/11"), bar.total, &bar.against), "2010/11: £964k forecast, target £1m");
}

#[test]
fn what_has_come_about_stands_beside_what_was_expected_and_is_never_added_to_it() {
    let reported = [
        saving("real-b", "2010/11", 430_000).on(Some(Basis::Actual)).of(&["bdc"]),
        saving("real-w", "2011/12", 20_000).on(Some(Basis::Actual)).of(&["wfdc"]),
    ];
    let workspace = with(target(papers(), "2010/11", 1_000_000), reported);
    let ledger = Ledger::of(&workspace);
    assert_eq!(telling::bases_beside(&ledger, Basis::Forecast), [Basis::Actual]);
    assert_eq!(telling::bases_beside(&ledger, Basis::Actual), [Basis::Forecast]);
    assert_eq!(telling::usual_beside(&ledger, Basis::Forecast), Some(Basis::Actual));
    assert_eq!(telling::usual_beside(&Ledger::of(&papers()), Basis::Forecast), None);
    let answer = |basis| ledger.answer(&workspace, &SavingsQuestion::savings(basis));
    let (expected, real) = (answer(Basis::Forecast), answer(Basis::Actual));
    let picture = Picture::with_beside(&workspace, &forecast(), &expected, Some((Basis::Actual, &real)));
    let marks: Vec<_> = picture.groups.iter().map(|group| group.mark.as_str()).collect();
    assert_eq!(marks, ["bdc", "rbc", "not-stated", "wfdc"]);
    let of = |year: &str, mark| (picture.amount(build::year(year), mark), picture.amount_beside(build::year(year), mark));
    let pounds = |pounds: i64| Some(concordat::domain::pence::Pence(pounds * 100));
    assert_eq!(of("2010/11", None), (pounds(964_000), pounds(430_000)));
    assert_eq!(of("2010/11", Some("bdc")), (pounds(450_000), pounds(430_000)));
    assert_eq!(of("2011/12", Some("wfdc")), (None, pounds(20_000)));
    assert_eq!(of("2008/09", None), (pounds(0), None));
    assert_eq!(telling::beside(&picture, Some(year("2010/11")), None).as_deref(), Some("Beside it: £430k saved in 2010/11."));
    assert_eq!(
        telling::beside(&picture, Some(year("2010/11")), Some("rbc")).as_deref(),
        Some("Beside it, no savings are reported in 2010/11 yet.")
    );
    assert_eq!(telling::beside(&Picture::of(&workspace, &forecast(), &expected), Some(year("2010/11")), None), None);
    assert_eq!(
        telling::beside_name(&picture, year("2010/11"), Some("Bromsgrove"), pounds(430_000)),
        "2010/11, Bromsgrove: £430k saved"
    );
    let table = telling::years(&picture);
    let of_year: Vec<_> = table.rows.iter().filter(|(name, _)| name.starts_with("2010/11")).collect();
    assert_eq!(of_year.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["2010/11, forecast", "2010/11, actual"]);
    let totals: Vec<_> = of_year.iter().map(|(_, cells)| cells[4].as_deref()).collect();
    assert_eq!(totals, [Some("£964k"), Some("£430k")]);
    assert!(of_year.iter().all(|(_, cells)| cells[5].as_deref() == Some("£1,000k")));
}

#[test]
fn a_shortfall_is_not_rounded_away() {
    let lines =
        [saving("x", "2010/11", 12_000).of(&["bdc"]), saving("y", "2010/11", 11_500).on(Some(Basis::Actual)).of(&["bdc"])];
    let workspace = with(councils(), lines);
    let ledger = Ledger::of(&workspace);
    let answer = |basis| ledger.answer(&workspace, &SavingsQuestion::savings(basis));
    let (expected, real) = (answer(Basis::Forecast), answer(Basis::Actual));
    let picture = Picture::with_beside(&workspace, &forecast(), &expected, Some((Basis::Actual, &real)));
    let of = year("2010/11");
    assert_eq!(telling::mark_name(&picture, of, None, picture.amount(of, None)), "2010/11: £12,000 forecast");
    assert_eq!(telling::beside_name(&picture, of, None, picture.amount_beside(of, None)), "2010/11: £11,500 saved");
    assert_eq!(telling::beside(&picture, Some(of), None).as_deref(), Some("Beside it: £11,500 saved in 2010/11."));
    let cells: Vec<_> = telling::years(&picture).rows.into_iter().flat_map(|(_, cells)| cells).collect();
    assert_eq!(cells, [Some("£12,000".to_owned()), Some("£11,500".to_owned())]);
}

#[test]
fn a_part_that_states_no_council_stands_under_none() {
    let question = SavingsQuestion { year: Some(year("2010/11")), ..forecast() };
    let told = |mark: &str| rows(&papers(), &question, Some(mark)).into_iter().map(|row| row.amount).collect::<Vec<_>>();
    assert_eq!(told("bdc"), ["£450,000"]);
    assert_eq!(told("rbc"), ["£514,000"]);
    let all = rows(&papers(), &question, None);
    let rest = all.iter().find(|row| row.title.starts_with("not itemised")).unwrap();
    assert_eq!((rest.relation, rest.who.as_str()), ("of the whole:", ""));
}

#[test]
fn more_groups_than_patterns_are_told_as_others_and_nothing_is_lost() {
    let many = (1..=20).map(|count| {
        let subject = format!("service/s{count:02}");
        saving(&format!("line-{count:02}"), "2010/11", count * 1_000).covering(&[&subject]).of(&["bdc"])
    });
    let workspace = with(councils(), many);
    let question = SavingsQuestion { group: Group::Service, ..forecast() };
    let (picture, answer) = asked(&workspace, &question);
    assert_eq!(picture.groups.len(), 8);
    let column = picture.columns.first().unwrap();
    assert_eq!(column.parts.iter().flatten().map(|part| part.0).sum::<i64>(), column.total.unwrap().0);
    assert_eq!(picture.group("others").map(|group| group.label.as_str()), Some("13 others"));
    assert_eq!(picture.rows_of(&answer.rows, "others").len(), 13);
    let mut colours: Vec<_> = picture.groups.iter().map(|group| group.colour).collect();
    colours.sort_unstable();
    assert_eq!(colours, [1, 2, 3, 4, 5, 6, 7, 8]);
}

#[test]
fn rows_say_what_counts_what_is_a_part_and_what_is_not_reconciled() {
    let told = rows(&papers(), &SavingsQuestion { year: Some(year("2010/11")), ..forecast() }, None);
    let find = |relation: &str| told.iter().find(|row| row.relation == relation).unwrap();
    assert_eq!(find("").amount, "£450,000");
    let part = told.iter().find(|row| row.relation == "of the whole:" && row.title == "Management").unwrap();
    assert_eq!((part.amount.as_str(), part.who.as_str()), ("£246,000", ""));
    assert!(part.may_be_gone_by && part.flags.contains(&"Not reconciled"));
    assert_eq!(find("also stated").amount, "£330,000");
    assert!(told.iter().any(|row| row.title.starts_with("not itemised (2 figures)")));
}

#[test]
fn once_somebody_has_said_which_figure_to_go_by_it_is_no_longer_open() {
    let settled = |mut workspace: Workspace| {
        for (name, in_use) in [("smt-10", InUse::Yes), ("smt-b", InUse::No)] {
            workspace.money.get_mut(&line(name)).unwrap().in_use = Some(Use { in_use, why: Some("The Treasurers".to_owned()) });
        }
        workspace
    };
    let workspace = settled(papers());
    let told = rows(&workspace, &SavingsQuestion { year: Some(year("2010/11")), ..forecast() }, None);
    let of = |amount: &str| told.iter().find(|row| row.amount == amount).unwrap();
    assert!(of("£330,000").flags.contains(&"In use") && !of("£330,000").may_be_gone_by);
    assert!(of("£246,000").flags.contains(&"Not in use") && !of("£246,000").flags.contains(&"Not reconciled"));
    assert!(of("£330,000").commentary.contains(&"In use: The Treasurers".to_owned()));
    let (picture, answer) = asked(&workspace, &forecast());
    let figures = telling::headline(&workspace, &picture, &answer, FinancialYear::starting(2010), &[]);
    assert_eq!(figures[2].value, "0");
}

#[test]
fn a_mark_keeps_its_own_rows_with_what_stands_under_them() {
    let question = SavingsQuestion { group: Group::Service, year: Some(year("2010/11")), ..forecast() };
    let (picture, answer) = asked(&papers(), &question);
    let own = picture.rows_of(&answer.rows, "smt");
    let stands: Vec<_> = own.iter().map(concordat::analysis::savings::Row::stands).collect();
    assert_eq!(stands, [Stands::Part, Stands::Beside]);
    let rest: Vec<_> = picture.rows_of(&answer.rows, "not-itemised.br").iter().map(|row| row.depth).collect();
    assert_eq!(rest.iter().filter(|depth| **depth == 0).count(), 2);
}

#[test]
fn the_headline_names_sum_target_and_what_is_not_reconciled() {
    let workspace = papers();
    let (picture, answer) = asked(&workspace, &forecast());
    let year = year("2010/11");
    let programmes = Ledger::of(&workspace).programmes(&workspace, &forecast(), year);
    let figures = telling::headline(&workspace, &picture, &answer, Some(year), &programmes);
    let told: Vec<_> = figures.iter().map(|figure| (figure.name.as_str(), figure.value.as_str(), figure.says.as_str())).collect();
    assert_eq!(
        told,
        [
            ("Forecast, 2010/11", "£964k", "Bromsgrove–Redditch: £450k Bromsgrove and £514k Redditch"),
            ("Target, 2010/11", "–", "No target has been set"),
            ("Not reconciled", "2 figures", "£330k Single management team and £246k Management"),
        ]
    );
    let held = target(papers(), "2010/11", 1_000_000);
    let (picture, answer) = asked(&held, &forecast());
    let figures = telling::headline(&held, &picture, &answer, Some(year), &programmes);
    assert_eq!(figures[1].says, "£36k short of the target of £1m; 96.4 % of it");
    let by_programme = SavingsQuestion { group: Group::Programme, ..forecast() };
    let (picture, answer) = asked(&workspace, &by_programme);
    let figures = telling::headline(&workspace, &picture, &answer, Some(year), &programmes);
    assert!(!figures[0].says.contains(':'), "A programme is named twice: {}", figures[0].says);
}

#[test]
fn a_sum_names_every_programme_that_it_is_of_in_each_view() {
    let workspace = with(papers(), [saving("audit", "2009/10", 7_000).covering(&["programme/wett"])]);
    let ledger = Ledger::of(&workspace);
    let named = |view, of| ledger.programmes(&workspace, &SavingsQuestion { view, ..forecast() }, year(of));
    assert_eq!(named(View::Yearly, "2010/11").len(), 1);
    assert_eq!(named(View::Yearly, "2009/10").len(), 1);
    assert_eq!(named(View::Cumulative, "2010/11").len(), 2);
    assert!(named(View::Yearly, "2008/09").is_empty(), "A sum of £0 is of nothing.");
}

#[test]
fn the_same_figures_as_a_table_are_in_one_unit() {
    let (picture, _) = asked(&papers(), &forecast());
    let table = telling::years(&picture);
    assert_eq!(table.heads, ["Bromsgrove", "Redditch", "Partner not stated", "Total"]);
    let (of, cells) = &table.rows[2];
    assert_eq!(of, "2010/11");
    assert_eq!(
        cells.iter().map(|cell| telling::Years::shown(cell.as_ref())).collect::<Vec<_>>(),
        ["£450k", "£514k", "not stated", "£964k"]
    );
    assert_eq!(table.note, None);
    let odd = with(councils(), [saving("a", "2010/11", 100_400).of(&["bdc"]), saving("b", "2010/11", 100_400).of(&["rbc"])]);
    assert!(telling::years(&asked(&odd, &forecast()).0).note.is_some());
    let last = |workspace: &Workspace| telling::years(&asked(workspace, &forecast()).0).heads.pop();
    let budget = saving("budget", "2011/12", 400_000).on(Some(Basis::Budget));
    assert_eq!(last(&target(papers(), "2010/11", 1_000_000)).as_deref(), Some("Target"));
    assert_eq!(last(&with(papers(), [budget.clone()])).as_deref(), Some("Approved budget"));
    assert_eq!(last(&target(with(papers(), [budget]), "2010/11", 1_000_000)).as_deref(), Some("Target or approved budget"));
}

#[test]
fn the_file_has_plain_numbers_and_runs_nothing() {
    let mut nasty = saving("n", "2010/11", 5_112).titled("=HYPERLINK(\"x\"), \"y\"").of(&["bdc"]);
    nasty.commentary = Some("two\nlines".to_owned());
    let workspace = with(councils(), [nasty]);
    let (_, answer) = asked(&workspace, &forecast());
    let text = telling::csv(&workspace, &[(MoneyKind::Saving, answer.rows)]);
    let lines: Vec<_> = text.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}Kind,Basis,Line,"));
    assert_eq!(
        lines[1],
        "Saving,Forecast,\"'=HYPERLINK(\"\"x\"\"), \"\"y\"\"\",yes,,Bromsgrove,2010/11,5112.00,,,,,,,,\"two\nlines\""
    );
}

#[test]
fn the_usual_basis_and_year_are_what_there_are_figures_for() {
    let ledger = Ledger::of(&papers());
    assert_eq!(telling::usual_basis(&ledger), Basis::Forecast);
    let budget = with(councils(), [saving("b", "2010/11", 1).on(Some(Basis::Budget))]);
    assert_eq!(telling::usual_basis(&Ledger::of(&budget)), Basis::Budget);
    let (_, answer) = asked(&papers(), &forecast());
    let focus = |current: &str| telling::focus(&answer, None, Some(year(current))).unwrap().to_string();
    assert_eq!(focus("2010/11"), "2010/11");
    assert_eq!(focus("2009/10"), "2010/11");
    assert_eq!(focus("2015/16"), "2011/12");
}

#[test]
fn both_figures_of_one_thing_are_flagged_wherever_they_are_named() {
    let workspace = papers();
    let ledger = Ledger::of(&workspace);
    let beside = |name: &str| telling::beside_a_line(&workspace, &ledger, workspace.money.get(&line(name)).unwrap());
    assert_eq!(beside("smt-10"), ["Not reconciled"]);
    assert_eq!(beside("smt-b"), ["Not reconciled"]);
    assert_eq!(beside("smt-11"), [""; 0]);
}

#[test]
fn a_net_figure_and_one_without_a_year_say_so() {
    let mut net = saving("net", "2010/11", 24_000).covering(&["service/payroll"]);
    net.net_of = Some(line("gross"));
    let mut undated = saving("undated", "2010/11", 40_000).covering(&["service/payroll"]);
    undated.sum.as_mut().unwrap().year = None;
    let workspace = with(councils(), [saving("gross", "2010/11", 46_000).covering(&["service/payroll"]), net, undated]);
    let said = |name: &str| telling::gain(&workspace, workspace.money.get(&line(name)).unwrap()).unwrap();
    assert_eq!(said("net"), "£24k saving net of £46k in 2010/11, forecast");
    assert_eq!(said("undated"), "£40k saving, year not stated, forecast");
    let ledger = Ledger::of(&workspace);
    assert_eq!(telling::beside_a_line(&workspace, &ledger, workspace.money.get(&line("net")).unwrap()), ["Net of £46k"]);
}

#[test]
fn what_counts_from_an_open_figure_says_so_before_a_year_is_chosen() {
    let mut workspace = papers();
    for name in ["smt-10", "smt-11"] {
        let line = workspace.money.get(&line(name)).cloned().unwrap();
        workspace.money.remove(&line.id);
        workspace.insert(line.recurring().into());
    }
    let new = SavingsQuestion { view: View::New, ..forecast() };
    let (picture, answer) = asked(&workspace, &new);
    assert_eq!(
        telling::not_reconciled_elsewhere(&workspace, &picture, &answer, Some(year("2010/11"))).as_deref(),
        Some(
            "Not reconciled in 2011/12: \"Single management team\" counts from £246k (S3b); from £330k (S3c 7.1) the sum would be £120k."
        )
    );
    assert_eq!(telling::not_reconciled_elsewhere(&workspace, &picture, &answer, Some(year("2011/12"))), None);
    let flagged: Vec<_> = rows(&workspace, &new, None)
        .into_iter()
        .filter(|row| row.flags.contains(&"Counts from a figure that is not reconciled"))
        .map(|row| row.year)
        .collect();
    assert_eq!(flagged, ["2011/12"]);
    assert!(rows(&workspace, &forecast(), None).iter().all(|row| row.flags.iter().all(|flag| !flag.starts_with("Counts"))));
}
