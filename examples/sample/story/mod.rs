//! The sample's story: what each paper said, in the order in which the papers came.

mod behind;
pub mod councils;
mod issues;
mod milestones;
mod money;
mod papers;
mod parts;
mod programmes;
mod risks;
mod services;
mod settings;
pub mod warwickshire;
mod write;

use concordat::bundle::{Made, decode, write as bundle_of};
use concordat::domain::thing::Thing;
use concordat::log::{Author, Draft, Log, Moment, RecordId, Set};
use serde_json::Value;

use services::{together, wett};

/// What one paper said: who, when, and one change a subject, each with its reason.
pub struct Told {
    name: &'static str,
    council: &'static str,
    at: &'static str,
    changes: Vec<(&'static str, Vec<Thing>)>,
}

/// Every paper, the earliest first.
pub fn papers() -> Vec<Told> {
    vec![board_2008(), cabinet_2009(), board_june_2010(), board_december_2010(), scrutiny_2011()]
}

/// The log that the papers come to: the same bytes every time.
pub fn log() -> Log {
    log_of(&papers())
}

fn log_of(papers: &[Told]) -> Log {
    let mut log = Log::default();
    for paper in papers {
        for (why, things) in &paper.changes {
            let change = log.seal(draft(&log, paper, why, things));
            log.add(change);
        }
    }
    log
}

/// The log as a file. It says that it was made when the last paper was, so that it never differs from the one before.
pub fn bundle(log: &Log) -> String {
    let Some(last) = log.changes().last() else { unreachable!("there are papers") };
    let by = Author { name: "The sample, from its papers".to_owned(), council: String::new() };
    bundle_of(log, &decode::workspace(log), &Made::new(last.at, by, "Concordat"))
}

fn draft(log: &Log, paper: &Told, why: &str, things: &[Thing]) -> Draft {
    let Some(at) = Moment::parse(paper.at) else { unreachable!("the time of a paper is written as the log writes it") };
    Draft {
        at,
        by: Author { name: paper.name.to_owned(), council: paper.council.to_owned() },
        why: Some(why.to_owned()),
        batch: None,
        edits: things.iter().map(|thing| edit(log, thing)).collect(),
    }
}

/// What a paper says of a thing that no paper before it said.
fn edit(log: &Log, thing: &Thing) -> (RecordId, Set) {
    let Ok(record) = thing.subject().as_str().parse::<RecordId>() else { unreachable!("every thing has a record's name") };
    let known = log.record(&record);
    let is_news = |field: &str, value: &Value| known.and_then(|known| known.value(field)) != Some(value);
    let set = thing.encode().into_iter().filter(|(field, value)| is_news(field, value)).collect();
    (record, set)
}

fn board_2008() -> Told {
    Told {
        name: "Shared Services Board, 1 September 2008 (S4)",
        council: "Bromsgrove and Redditch",
        at: "2008-09-01T18:00:00Z",
        changes: vec![
            ("How this sample is read; no paper sets it", settings::in_2008()),
            ("The councils that the papers name (S4b 1.1, S4d 3.2)", councils::in_2008()),
            ("The alliance, its aims and phases (S4b 1.3, 4.3; S4c 2.1, 4.1, 4.2; dates moved in S4m)", programmes::in_2008()),
            ("Quick wins, other ideas and vacancies (S4d 3.2, 5.1, 6.1; S4m)", together::in_2008()),
            ("One audit team for the county is looked at (S4d 3.2)", wett::in_2008()),
            ("Who is thinking of what (S4d 3.2, 5.1, 6.1; S4m)", parts::in_2008()),
            ("Dates on the way (S4c 2.1, 4.1; moved in S4m)", milestones::in_2008()),
            ("Money asked for, given and saved (S4c 4.3, 4.4; S4d 3.2, 4.2; S4m)", money::in_2008()),
        ],
    }
}

fn cabinet_2009() -> Told {
    Told {
        name: "Bromsgrove Cabinet, 2 September 2009 (S0)",
        council: "Bromsgrove District Council",
        at: "2009-09-02T18:00:00Z",
        changes: vec![
            ("The seven councils (S0 3.3); the seventh is public knowledge, named in no paper", councils::in_2009()),
            ("All seven in order; read at the paper's date", settings::in_2009()),
            ("WETT, its aims and phases (S0 1.2, 3, 4.4, 5, 7.1, 8)", programmes::in_2009()),
            ("Five services come out of the workshops, others are left over (S0 3.5, 4.2, 4.4, 5.1, 6)", wett::in_2009()),
            ("Officers of all seven councils are in the teams (S0 3.6, 6.3)", parts::in_2009()),
            ("Money from outside (S0 10.1–10.3)", money::in_2009()),
        ],
    }
}

fn board_june_2010() -> Told {
    Told {
        name: "Shared Services Board, 24 June 2010 (S1)",
        council: "Bromsgrove and Redditch",
        at: "2010-06-24T18:00:00Z",
        changes: vec![
            ("Read at the paper's date", settings::in_june_2010()),
            ("A programme of three years (S1 3.1, 3.6, 3.9, 5.1, 12.1)", programmes::in_june_2010()),
            (
                "What is to be transformed before it is shared, and the single management team (S1 3.1, 3.6, 3.7)",
                together::in_june_2010(),
            ),
            ("Regulatory Services are to be transformed in Year 1 (S1 3.6)", wett::in_june_2010()),
            ("Both councils in each (S1 3.1, 3.6)", parts::in_june_2010()),
            ("The day of the shared Chief Executive (S1 3.1)", milestones::in_june_2010()),
        ],
    }
}

fn board_december_2010() -> Told {
    Told {
        name: "Shared Services Board, 9 December 2010 (S3c)",
        council: "Bromsgrove and Redditch",
        at: "2010-12-09T18:00:00Z",
        changes: vec![
            ("Read at the paper's date", settings::in_december_2010()),
            ("Three years agreed; what comes next in WETT (S3c 4.1, 4.4, 6.4, 10.2)", programmes::in_december_2010()),
            ("Services that run and services under way (S3c 3.2, 4.4, 5, 7, 15.2.1)", together::in_december_2010()),
            (
                "WETT: three services run by one council for others, four that may come next, and museums (S3c 6)",
                wett::in_december_2010(),
            ),
            (
                "Hosts, members, and councils that want some services and not others (S3c 3.2, 4.4, 5, 6, 14.3)",
                parts::in_december_2010(),
            ),
            ("Done, due and put off (S3c 3.2, 5, 6, 7, 14.4)", milestones::in_december_2010()),
            ("Savings forecast, income and costs (S3c 3.2.4, 5.2.3, 7.1, 7.2)", money::in_december_2010()),
            (
                "The risk register, its own movements included; earlier scores are not given (S3c Appendix A)",
                risks::in_december_2010(),
            ),
            ("What has gone wrong and is being put right (S3c 3.2.2c, 4.2, 6.1a, 6.3)", issues::in_december_2010()),
        ],
    }
}

fn scrutiny_2011() -> Told {
    Told {
        name: "Performance Management Board, 17 January 2011 (S3b)",
        council: "Bromsgrove District Council",
        at: "2011-01-17T18:00:00Z",
        changes: vec![
            ("Read at the paper's date, with a key to the papers", settings::in_2011()),
            ("The single management team is appointed (S3b 3.3)", together::in_2011()),
            ("Regulatory Services, live since 1 June 2010 (S3b 3.4; S3m 40/10)", wett::in_2011()),
            ("Hosts of Regulatory Services: both statements are kept (S3b 3.4, S3c 14.3)", parts::in_2011()),
            ("The day on which Regulatory Services went live (S3b 3.4)", milestones::in_2011()),
            ("Bromsgrove's own figures, not reconciled with the Board's (S3b 4.1, 4.2)", money::in_2011()),
            ("The main risks in Bromsgrove's words to its members (S3b 8.1)", risks::in_2011()),
            ("From the minutes of 15 November 2010 in the same pack (S3m 40/10, 42/10)", issues::in_2011()),
            ("What each code of a paper stands for, in full", settings::key_to_papers()),
            ("Agreements behind the parts, as the Board's report had them (S3c 6.2c, 6.3c)", behind::agreements()),
            ("Two vacancies of 2008, one taken up and one declined (S4d 6.1; S4m)", behind::openings()),
        ],
    }
}
