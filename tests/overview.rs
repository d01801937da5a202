//! What the overview says of the real programme at its reading date, and what a search of it finds.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that dies there has found something")]

use chrono::NaiveDate;
use concordat::analysis::overview::{Mark, Sentence, Since, changed, overview};
use concordat::analysis::savings::{Ledger, SavingsQuestion, View};
use concordat::analysis::search::search;
use concordat::analysis::telling::{self, Picture};
use concordat::bundle::{self, decode};
use concordat::domain::money::Basis;
use concordat::domain::workspace::Workspace;
use concordat::domain::year::FinancialYear;
use concordat::log::{Log, Moment};

const FILE: &str = include_str!("../samples/worcestershire.concordat.json");

fn log() -> Log {
    bundle::read(FILE).unwrap().log
}

fn sentences(workspace: &Workspace, since: Option<&Since<'_>>) -> Vec<Sentence> {
    overview(workspace, &Ledger::of(workspace), workspace.reading(NaiveDate::default()), since)
}

fn find<'s>(sentences: &'s [Sentence], words: &str) -> &'s Sentence {
    let all = || sentences.iter().map(Sentence::text).collect::<Vec<_>>().join("\n");
    sentences.iter().find(|sentence| sentence.text().contains(words)).unwrap_or_else(|| panic!("\"{words}\" in\n{}", all()))
}

#[test]
fn the_overview_says_what_the_papers_state_and_what_they_do_not() {
    let workspace = decode::workspace(&log());
    let sentences = sentences(&workspace, None);
    let forecast = find(&sentences, "Savings of £964k are forecast for 2010/11");
    assert!(forecast.text().contains("in Bromsgrove–Redditch shared services: "), "{}", forecast.text());
    assert!(forecast.text().contains("£450k Bromsgrove") && forecast.text().contains("£514k Redditch"), "{}", forecast.text());
    assert_eq!(forecast.source.as_deref(), Some("S3c 7.2, 9 December 2010"));
    assert_eq!(find(&sentences, "has reported a status").mark, Mark::NotReported);
    assert!(find(&sentences, "has reported a status").text().starts_with("None of the "));
    assert_eq!(find(&sentences, "No savings target has been set.").mark, Mark::Attention);
    let team = find(&sentences, "do not agree").text();
    assert!(team.contains("£246k (S3b 4.1)") && team.contains("£330k (S3c 7.1)") && team.contains("2010/11"), "{team}");
    let hosts = find(&sentences, "more than one host").text();
    assert!(hosts.starts_with("Regulatory Services") && hosts.contains("S3c 14.3") && hosts.contains("S3b 3.4"), "{hosts}");
    let high = find(&sentences, "14 open risks: 2 high, 11 medium and 1 low.").text();
    assert!(high.contains("at score 9") && high.contains("Risk 8:") && high.contains("Risk 10:"), "{high}");
    assert!(find(&sentences, "has gone up").text().starts_with("Risk 10:"));
    assert!(find(&sentences, "have been reduced").text().ends_with("3, 11, 13 and 14."));
    assert!(sentences.iter().all(|sentence| !matches!(sentence.mark, Mark::Reported(_))));
}

#[test]
fn a_comparison_with_an_earlier_day_counts_what_came_since() {
    let log = log();
    let workspace = decode::workspace(&log);
    let day = NaiveDate::from_ymd_opt(2010, 6, 24).unwrap();
    let arrived = Moment::parse("2011-01-17T12:00:00Z").unwrap();
    let earlier = decode::workspace(&log.as_at(Moment::end_of_uk_day(2010, 6, 24), |_| arrived).log);
    let since = sentences(&workspace, Some(&Since { day, earlier: &earlier })).remove(0).text();
    assert!(since.starts_with("Changed after 24 June 2010: 14 new risks, "), "{since}");
    // What has not been touched since says nothing.
    let touched = log.touched_since(Moment::end_of_uk_day(2010, 6, 24), |_| arrived);
    let then = log.as_at_of(Moment::end_of_uk_day(2010, 6, 24), |_| arrived, |record| touched.contains(record)).log;
    let (mut before, mut now) = (Workspace::default(), Workspace::default());
    for record in &touched {
        decode::refresh(&mut before, &then, record);
        decode::refresh(&mut now, &log, record);
    }
    assert!(touched.len() < log.records().count());
    assert_eq!(changed(&now, &Since { day, earlier: &before }).text(), since);
    let same = sentences(&workspace, Some(&Since { day, earlier: &workspace })).remove(0).text();
    assert_eq!(same, "Nothing has changed since 24 June 2010.");
}

#[test]
fn the_papers_new_savings_say_that_the_figure_before_is_not_reconciled() {
    let workspace = decode::workspace(&log());
    let question = SavingsQuestion { view: View::New, ..SavingsQuestion::savings(Basis::Forecast) };
    let answer = Ledger::of(&workspace).answer(&workspace, &question);
    let picture = Picture::of(&workspace, &question, &answer);
    let says = telling::sentence(&workspace, &picture, &answer, FinancialYear::starting(2011), None);
    assert!(says.starts_with("£354k forecast for 2011/12"), "{says}");
    assert!(says.contains("counts from £246k (S3b 4.1); from £330k (S3c 7.1) the sum would be £270k."), "{says}");
}

#[test]
fn a_search_finds_a_risk_by_its_reference_and_a_figure_by_its_paragraph() {
    let workspace = decode::workspace(&log());
    let first = |query: &str| search(&workspace, &Workspace::default(), query, 5).best.into_iter().next().unwrap().name;
    assert!(first("risk 10").starts_with("Risk 10:"));
    assert_eq!(first("S3b 4.2"), "WETT");
    assert_eq!(first("payroll"), "Payroll");
    assert_eq!(search(&workspace, &Workspace::default(), "zeppelin", 5).total, 0);
}
