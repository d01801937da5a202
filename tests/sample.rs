//! The sample: what the papers say, no more, and the same bytes every time.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that dies there has found something")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use concordat::analysis::commitments::{bodies, in_order, standings, started_says};
use concordat::analysis::savings::{Bar, Counts, Flag, Group, Ledger, SavingsAnswer, SavingsQuestion, Yardstick};
use concordat::bundle::{self, decode};
use concordat::domain::commitment::{CommitmentKind, Progress};
use concordat::domain::integrity;
use concordat::domain::level::Level;
use concordat::domain::money::{Basis, InUse, MoneyKind, Use};
use concordat::domain::partner::Vote;
use concordat::domain::pence::{Pence, total};
use concordat::domain::risk::Direction;
use concordat::domain::service::{ParticipationId, Role, ServiceId, Stage};
use concordat::domain::subject::Subject;
use concordat::domain::workspace::Workspace;
use concordat::domain::year::FinancialYear;
use concordat::log::{Log, Moment};
use serde_json::Value;

#[path = "../examples/sample/story/mod.rs"]
mod story;

/// The ids of the changes of the first release, in their order. A later release only appends.
const FIRST_RELEASE: &str = include_str!("bundles/sample-1.ids");

/// The bundle that people open.
const FILE: &str = include_str!("../samples/worcestershire.concordat.json");

fn sample() -> (Log, Workspace) {
    let log = story::log();
    let workspace = decode::workspace(&log);
    (log, workspace)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn pounds(workspace: &Workspace, line: &str) -> i64 {
    let (_, money) = workspace.money.iter().find(|(id, _)| id.rest() == line).unwrap();
    money.sum.as_ref().unwrap().pence.0 / 100
}

fn stage(workspace: &Workspace, service: &str) -> Stage {
    workspace.services.get(&ServiceId::new(service).unwrap()).unwrap().stage.as_ref().unwrap().stage
}

fn role(workspace: &Workspace, service: &str, partner: &str) -> Role {
    let service = ServiceId::new(service).unwrap();
    let (_, found) = workspace.parts_in(&service).find(|(id, _)| id.rest() == partner).unwrap();
    found.part.as_ref().unwrap().role
}

/// Every text in the sample, with where it stands.
fn texts(log: &Log) -> Vec<(String, String)> {
    fn collect(place: &str, value: &Value, found: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) => found.push((place.to_owned(), text.clone())),
            Value::Array(items) => items.iter().for_each(|item| collect(place, item, found)),
            Value::Object(fields) => fields.iter().for_each(|(field, value)| collect(&format!("{place}.{field}"), value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for change in log.changes() {
        found.push(("by.name".to_owned(), change.by.name.clone()));
        found.push(("by.council".to_owned(), change.by.council.clone()));
        found.push(("why".to_owned(), change.why.clone().unwrap()));
        for edit in &change.edits {
            for (field, value) in &edit.set {
                collect(&format!("{}.{field}", edit.record.as_str()), value, &mut found);
            }
        }
    }
    found
}

#[test]
fn it_is_marked_as_a_sample_read_at_the_last_paper() {
    let (_, workspace) = sample();
    assert_eq!(workspace.title(), "Bromsgrove, Redditch and Worcestershire");
    assert!(workspace.is_sample());
    assert_eq!(workspace.reading(day(2030, 1, 1)), day(2011, 1, 17));
    assert_eq!(workspace.current_year(day(2030, 1, 1)).unwrap().to_string(), "2010/11");
    assert!(workspace.marks.is_empty(), "{:?}", workspace.marks);
}

#[test]
fn seven_councils_stand_in_order_and_the_seventh_says_that_no_paper_names_it() {
    let (_, workspace) = sample();
    let codes: Vec<_> = workspace.partners_in_order().iter().map(|partner| partner.code.as_deref().unwrap()).collect();
    assert_eq!(codes, ["BDC", "RBC", "WCC", "WFDC", "City", "WDC", "MHDC"]);
    let series: BTreeSet<_> = workspace.partners.values().map(|partner| partner.series.unwrap()).collect();
    assert_eq!(series.len(), 7);
    assert_eq!(workspace.partners.values().filter(|partner| partner.vote == Some(Vote::Votes)).count(), 2);
    let note = workspace.notes.values().find(|note| note.about == Subject::parse("partner/malvern-hills")).unwrap();
    assert!(note.text.as_ref().unwrap().contains("no paper here says so"));
}

#[test]
fn services_have_come_as_far_as_the_papers_say() {
    let (_, workspace) = sample();
    let mut stages: BTreeMap<Stage, usize> = BTreeMap::new();
    for service in workspace.services.values() {
        *stages.entry(service.stage.as_ref().unwrap().stage).or_default() += 1;
        assert!(service.source.is_some() && service.theme.is_some() && service.description.is_some(), "{}", service.id);
        assert!(service.status.is_none() && service.expected.is_none() && service.complete.is_none(), "{}", service.id);
    }
    let expected = [
        (Stage::Opportunity, 6),
        (Stage::Shortlisted, 9),
        (Stage::HighLevelCase, 2),
        (Stage::DetailedCase, 2),
        (Stage::Implementing, 5),
        (Stage::Live, 11),
        (Stage::Refused, 1),
    ];
    assert_eq!(stages, BTreeMap::from(expected));
    let parts: Vec<_> =
        workspace.services.values().filter(|one| one.parent == ServiceId::new("depot")).map(|one| one.id.rest()).collect();
    assert_eq!(parts, ["grounds", "recycling", "refuse", "street-cleansing"]);
}

#[test]
fn both_statements_about_the_host_of_regulatory_services_are_kept() {
    let (_, workspace) = sample();
    let hosts = |service: &str| {
        let service = ServiceId::new(service).unwrap();
        let hosts = workspace.parts_in(&service).filter(|(_, one)| one.part.as_ref().unwrap().role == Role::Host);
        hosts.map(|(id, one)| (id.rest().to_owned(), one.source.clone().unwrap().paper)).collect::<Vec<_>>()
    };
    let pair = |partner: &str, paper: &str| (partner.to_owned(), paper.to_owned());
    assert_eq!(hosts("regulatory-services"), [pair("bromsgrove", "S3c"), pair("redditch", "S3b")]);
    assert_eq!(hosts("internal-audit"), [pair("worcester", "S3c")]);
    assert_eq!(hosts("property"), [pair("worcestershire", "S3c")]);
    assert_eq!(hosts("payroll"), [pair("redditch", "S4d")]);
    assert_eq!(role(&workspace, "wett-planning", "wychavon"), Role::Declined);
    assert_eq!(role(&workspace, "wett-housing-strategy", "wychavon"), Role::Considering);
    assert_eq!(role(&workspace, "wett-housing-strategy", "worcester"), Role::Declined);
    assert_eq!(role(&workspace, "benefits-services-manager", "redditch"), Role::Declined);
}

#[test]
fn the_board_moves_two_dates_by_a_month_and_the_first_ones_stay() {
    let (_, workspace) = sample();
    let phase = |id: &str| workspace.phases.values().find(|phase| phase.id.rest() == id).unwrap();
    let dates = |id: &str| (phase(id).term.unwrap().to.unwrap(), phase(id).amended.clone().unwrap().date);
    assert_eq!(dates("alliance-1"), (day(2008, 12, 31), day(2009, 1, 31)));
    assert_eq!(dates("alliance-3"), (day(2009, 6, 30), day(2009, 7, 31)));
    let named = workspace.milestones.values().find(|one| one.id.rest() == "name-medium-term").unwrap();
    assert_eq!((named.due, named.date()), (Some(day(2008, 12, 31)), Some(day(2009, 1, 31))));
    assert!(named.amended.as_ref().unwrap().authority.contains("S4m"));
}

#[test]
fn the_fourteen_risks_have_the_levels_and_movements_of_the_register() {
    let (log, workspace) = sample();
    let levels: BTreeMap<u8, (u8, u8)> = workspace
        .risks
        .values()
        .map(|risk| {
            let level = risk.level.unwrap();
            (risk.reference.as_ref().unwrap().parse().unwrap(), (level.l.number(), level.i.number()))
        })
        .collect();
    let register =
        [(3, 2), (2, 4), (1, 3), (2, 2), (2, 3), (2, 4), (2, 3), (3, 3), (3, 2), (3, 3), (2, 2), (2, 3), (2, 2), (1, 4)];
    assert_eq!(levels, (1..).zip(register).collect());
    let scores: Vec<_> = workspace.risks.values().map(|risk| risk.level.unwrap().score()).collect();
    assert_eq!((scores.len(), scores.iter().sum::<u8>(), scores.iter().max()), (14, 83, Some(&9)));

    let mut cells: BTreeMap<Level, usize> = BTreeMap::new();
    workspace.risks.values().for_each(|risk| *cells.entry(risk.level.unwrap()).or_default() += 1);
    let expected = [((3, 2), 2), ((2, 4), 2), ((1, 3), 1), ((2, 2), 3), ((2, 3), 3), ((3, 3), 2), ((1, 4), 1)];
    assert_eq!(cells, expected.map(|((l, i), count)| (Level::new(l, i).unwrap(), count)).into());

    let moved = |direction: Direction| -> BTreeSet<u8> {
        let moved = workspace.risks.values().filter(|risk| risk.movement.as_ref().is_some_and(|one| one.direction == direction));
        moved.map(|risk| risk.reference.as_ref().unwrap().parse().unwrap()).collect()
    };
    assert_eq!(moved(Direction::Increased), [10].into());
    assert_eq!(moved(Direction::Reduced), [3, 11, 13, 14].into());
    assert_eq!(workspace.risks.values().filter(|risk| risk.movement.is_some()).count(), 5);

    for risk in workspace.risks.values() {
        assert!(risk.source.as_ref().unwrap().paragraph.is_some() && risk.mitigation.is_some() && risk.is_open(), "{}", risk.id);
        let record = log.record(&risk.id.as_str().parse().unwrap()).unwrap();
        assert_eq!(record.reading("level").unwrap().heads.len(), 1, "no paper gives an earlier score");
    }
}

#[test]
fn every_figure_has_its_paper_and_paragraph_and_none_is_a_target_or_an_actual() {
    let (_, workspace) = sample();
    for line in workspace.money.values() {
        let source = line.source.as_ref().unwrap();
        assert!(source.paragraph.is_some() && source.dated.is_some(), "{}", line.id);
        let sum = line.sum.as_ref().unwrap();
        assert!(sum.kind != MoneyKind::Target, "{}", line.id);
        assert!(!matches!(sum.basis, None | Some(Basis::Actual)), "{}", line.id);
        assert!(line.covers.as_ref().is_some_and(|covers| !covers.is_empty()), "{}", line.id);
        assert_eq!(line.fund.is_some(), sum.kind == MoneyKind::Funding, "{}", line.id);
        assert_eq!(line.in_use, None, "no paper says which of two figures to go by");
    }
}

#[test]
fn the_papers_sums_come_out() {
    let (_, workspace) = sample();
    let of = |line: &str| pounds(&workspace, line);
    assert_eq!(of("together-2010-bromsgrove") + of("together-2010-redditch"), 964_000);
    assert_eq!(of("emergency-post-bromsgrove") + of("emergency-post-redditch"), 8_520);
    assert_eq!(of("payroll-wyre-forest") - of("payroll-wyre-forest-net"), 22_000);
    assert_eq!(of("management-2011") - of("management-2010"), 120_000);
    let rival = workspace.money.values().find(|line| line.id.rest() == "management-2010-s3b").unwrap();
    assert_eq!(rival.rival_of.as_ref().unwrap().rest(), "management-2010");
    assert!(rival.partners.is_none() && rival.commentary.as_ref().unwrap().contains("May be a share"));
    let funding = workspace.money.values().filter_map(|line| line.sum.as_ref()).filter(|sum| sum.kind == MoneyKind::Funding);
    assert_eq!(total(funding.map(|sum| sum.pence)), Some(Pence::pounds(30_000 + 40_000 + 40_000 + 15_000 + 240_000 + 200_000)));
    assert_eq!(workspace.money.len(), 18);
}

/// The sum of the lines that count, on one basis.
fn counted(workspace: &Workspace, kind: MoneyKind, basis: Basis, group: Group) -> SavingsAnswer {
    let question = SavingsQuestion { group, ..SavingsQuestion::savings(basis).about(kind) };
    Ledger::of(workspace).answer(workspace, &question)
}

fn forecast(workspace: &Workspace, group: Group, start: i32) -> Bar {
    let answer = counted(workspace, MoneyKind::Saving, Basis::Forecast, group);
    answer.bar(FinancialYear::starting(start).unwrap()).cloned().unwrap()
}

#[test]
fn the_forecast_for_2010_11_is_964_thousand_pounds_at_every_grouping() {
    let (_, mut workspace) = sample();
    for group in Group::ALL {
        let bar = forecast(&workspace, *group, 2010);
        assert_eq!(bar.total, Some(Pence(96_400_000)), "{group:?}");
        assert_eq!(total(bar.groups.iter().map(|one| one.amount)), bar.total, "{group:?}");
        assert!(bar.flags.contains(&Flag::NotReconciled), "{group:?}");
        assert_eq!(bar.against, Yardstick::NotSet);
    }
    let by_partner = forecast(&workspace, Group::Partner, 2010);
    let shares: Vec<_> = by_partner.groups.iter().map(|one| (one.label.as_str(), one.amount)).collect();
    let expected = [("Bromsgrove", 450_000), ("Redditch", 514_000)];
    assert_eq!(shares, expected.map(|(label, pounds)| (label, Pence::pounds(pounds))));

    let earlier = workspace.money.values_mut().find(|line| line.id.rest() == "management-2010").unwrap();
    earlier.in_use = Some(Use { in_use: InUse::Yes, why: None });
    for group in Group::ALL {
        assert_eq!(forecast(&workspace, *group, 2010).total, Some(Pence(96_400_000)), "{group:?}, by the Board's figure");
    }
}

#[test]
fn of_the_two_figures_for_the_management_team_the_latest_papers_stands_and_both_are_flagged() {
    let (_, workspace) = sample();
    let answer = counted(&workspace, MoneyKind::Saving, Basis::Forecast, Group::All);
    let row = |line: &str| answer.rows.iter().find(|row| row.line.as_ref().is_some_and(|id| id.rest() == line)).unwrap();
    assert!(matches!(&row("management-2010").counts, Counts::RivalOf(other) if other.rest() == "management-2010-s3b"));
    assert!(matches!(&row("management-2010-s3b").counts, Counts::PartOf(wholes) if wholes.len() == 2));
    assert!(matches!(&row("cctv-lifeline-ict-2010").counts, Counts::PartOf(wholes) if wholes.len() == 2));
    for line in ["management-2010", "management-2010-s3b"] {
        assert!(row(line).flags.contains(&Flag::NotReconciled) && row(line).flags.contains(&Flag::MayBeShare), "{line}");
    }
}

#[test]
fn the_other_figures_add_up_by_themselves() {
    let (_, workspace) = sample();
    let undated = |kind, basis| counted(&workspace, kind, basis, Group::All).undated.and_then(|bar| bar.total);
    assert_eq!(undated(MoneyKind::Cost, Basis::Indicative), Some(Pence::pounds(8_520)));
    assert_eq!(undated(MoneyKind::Saving, Basis::Forecast), Some(Pence::pounds(40_000)));
    assert_eq!(undated(MoneyKind::Funding, Basis::Budget), Some(Pence::pounds(240_000 + 200_000 + 40_000)));
    assert_eq!(undated(MoneyKind::Funding, Basis::Indicative), Some(Pence::pounds(30_000 + 40_000 + 15_000)));
    let next = FinancialYear::starting(2011).unwrap();
    let income = counted(&workspace, MoneyKind::Income, Basis::Forecast, Group::All);
    assert_eq!(income.bar(next).unwrap().total, Some(Pence::pounds(46_000)), "the net is never added to the gross");
    assert_eq!(forecast(&workspace, Group::Programme, 2011).total, Some(Pence::pounds(450_000 + 150_000)));
}

#[test]
fn everything_that_is_named_is_there() {
    let (_, workspace) = sample();
    let mut named: BTreeSet<Subject> = BTreeSet::new();
    named.extend(workspace.phases.values().filter_map(|one| one.programme.as_ref()).map(Subject::from));
    named.extend(workspace.services.values().filter_map(|one| one.programme.as_ref()).map(Subject::from));
    named.extend(workspace.services.values().filter_map(|one| one.parent.as_ref()).map(Subject::from));
    named.extend(workspace.participations.keys().filter_map(ParticipationId::service).map(|id| Subject::from(&id)));
    named.extend(workspace.participations.keys().filter_map(ParticipationId::partner).map(|id| Subject::from(&id)));
    named.extend(workspace.milestones.values().filter_map(|one| one.about.clone()));
    named.extend(workspace.notes.values().filter_map(|one| one.about.clone()));
    for line in workspace.money.values() {
        named.extend(line.covers.iter().flatten().cloned());
        named.extend(line.partners.iter().flatten().map(Subject::from));
        named.extend([&line.part_of, &line.net_of, &line.rival_of].into_iter().flatten().map(Subject::from));
    }
    for risk in workspace.risks.values() {
        named.extend(risk.programme.as_ref().map(Subject::from));
    }
    for issue in workspace.issues.values() {
        assert!(issue.programme.is_some() != issue.service.is_some() && issue.source.is_some(), "{}", issue.id);
        named.extend(issue.programme.as_ref().map(Subject::from));
        named.extend(issue.service.as_ref().map(Subject::from));
        named.extend(issue.risk.as_ref().map(Subject::from));
    }
    let missing: Vec<_> = named.into_iter().filter(|subject| workspace.thing(subject).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let alone: Vec<_> = workspace.services.keys().filter(|service| workspace.parts_in(service).next().is_none()).collect();
    assert!(alone.is_empty(), "nobody takes part in {alone:?}");
}

#[test]
fn the_log_is_written_as_the_papers_came() {
    let (log, _) = sample();
    let mut times: Vec<_> = log.changes().iter().map(|change| change.at.to_string()).collect();
    times.dedup();
    let days = ["2008-09-01", "2009-09-02", "2010-06-24", "2010-12-09", "2011-01-17"];
    assert_eq!(times, days.map(|day| format!("{day}T18:00:00Z")));
    assert!(log.changes().windows(2).all(|pair| pair[1].after == [pair[0].id]), "each change follows the one before");
    for change in log.changes() {
        assert!(change.edits.len() <= 200 && change.line().len() <= 64 * 1024 && change.why.is_some());
    }
    assert!(log.conflicts().is_empty() && log.missing().is_empty());
}

#[test]
fn no_change_says_again_what_was_said_before() {
    let (log, _) = sample();
    let mut sofar = Log::default();
    for change in log.changes() {
        for edit in &change.edits {
            assert!(!edit.set.is_empty(), "{} is empty", edit.record.as_str());
            for (field, value) in &edit.set {
                let before = sofar.record(&edit.record).and_then(|record| record.value(field));
                assert_ne!(before, Some(value), "{}.{field} at {}", edit.record.as_str(), change.at);
            }
        }
        sofar.add(change.clone());
    }
}

#[test]
fn an_earlier_day_shows_what_was_known_then() {
    let (log, _) = sample();
    let at = |year, month, day| {
        let arrived_late = Moment::parse("2030-01-01T00:00:00Z").unwrap();
        let shown = log.as_at(Moment::end_of_uk_day(year, month, day), |_| arrived_late);
        assert!(shown.misfits.is_empty());
        assert_eq!(log.clock_misfits(arrived_late), []);
        decode::workspace(&shown.log)
    };
    let autumn_2008 = at(2008, 9, 1);
    assert_eq!(stage(&autumn_2008, "elections"), Stage::Shortlisted);
    assert_eq!(autumn_2008.reading(day(2030, 1, 1)), day(2008, 9, 1));
    assert_eq!((autumn_2008.partners.len(), autumn_2008.risks.len()), (4, 0));
    assert_eq!(stage(&autumn_2008, "internal-audit"), Stage::Opportunity);
    assert_eq!(stage(&at(2009, 9, 2), "internal-audit"), Stage::HighLevelCase);
    assert_eq!(stage(&at(2010, 6, 24), "single-management-team"), Stage::Implementing);
    assert_eq!(stage(&at(2010, 12, 9), "internal-audit"), Stage::Live);
}

#[test]
fn the_file_in_the_repository_is_what_the_papers_come_to() {
    let (log, workspace) = sample();
    assert!(story::bundle(&log) == FILE, "run `cargo run --no-default-features --example sample`");
    let incoming = bundle::read(FILE).unwrap();
    assert!(incoming.aside.is_empty() && incoming.notes.is_empty(), "{:?} {:?}", incoming.aside, incoming.notes);
    assert_eq!(incoming.workspace.id, "workspace/sample-worcestershire");
    assert_eq!(incoming.log.code(), log.code());
    assert_eq!(decode::workspace(&incoming.log), workspace);
}

#[test]
fn the_first_release_is_a_prefix() {
    let (log, _) = sample();
    let first: Vec<_> = FIRST_RELEASE.lines().map(str::to_owned).collect();
    let ids: Vec<_> = log.changes().iter().take(first.len()).map(|change| change.id.to_string()).collect();
    assert!(!first.is_empty());
    assert_eq!(ids, first);
}

#[test]
fn property_is_live_and_its_agreement_is_not_signed() {
    let (_, workspace) = sample();
    let flagged: Vec<_> = workspace
        .services
        .keys()
        .filter_map(|id| concordat::words::services::unsigned(&workspace, id).map(|says| (id.rest(), says)))
        .collect();
    let says = "The service is live, and the agreement of Bromsgrove and Redditch is not signed.";
    assert_eq!(flagged, [("property", says.to_owned())], "S3c 6.3c; of the others no paper says that they are not signed");
    let decided: Vec<_> = workspace.openings.values().map(|one| one.decision.as_ref().unwrap().taken.label()).collect();
    assert_eq!(decided, ["Declined", "Taken"], "S4m: one vacancy is let go, one taken up");
}

/// Everybody who is named as an author, a lead, an owner or a giver: offices and bodies, never a person.
const OFFICES: [&str; 31] = [
    "Acting Joint Chief Executive",
    "Bromsgrove Cabinet, 2 September 2009 (S0)",
    "Bromsgrove District Council",
    "Bromsgrove District Council, from balances",
    "Bromsgrove and Redditch",
    "Chief Executive",
    "Chief Executive and single management team",
    "Climate Change Manager",
    "Corporate Management Team",
    "Department for Communities and Local Government, by way of the West Midlands Improvement and Efficiency Partnership",
    "Director of Policy, Performance and Partnerships",
    "Elections Manager",
    "Head of Regulatory Services",
    "Joint Committee",
    "Lead officer for each council",
    "Partnerships and Projects Manager, Bromsgrove",
    "Performance Management Board, 17 January 2011 (S3b)",
    "Programme Manager",
    "Redditch Borough Council, from revenue balances",
    "Shared Chief Executive",
    "Shared Service Internal Audit Manager",
    "Shared Services Board, 1 September 2008 (S4)",
    "Shared Services Board, 1 September 2008 (S4m, targets and objectives)",
    "Shared Services Board, 24 June 2010 (S1)",
    "Shared Services Board, 9 December 2010 (S3c)",
    "Transformation Team",
    "West Midlands Improvement and Efficiency Partnership",
    "West Midlands Regional Improvement and Efficiency Partnership, by way of the region's local government association",
    "Worcestershire County Council",
    "Worcestershire Leaders Board",
    "Put off until January 2011 (S3c 3.2.3b); the first date and who decided are not stated",
];

#[test]
fn people_stand_in_it_by_office() {
    let (log, _) = sample();
    for (place, text) in texts(&log) {
        let field = place.rsplit('.').next().unwrap();
        if ["name", "council"].contains(&field) && place.starts_with("by.")
            || ["lead", "owner", "who", "giver", "authority"].contains(&field)
        {
            assert!(OFFICES.contains(&text.as_str()), "{place}: is \"{text}\" an office?");
        }
        assert!(!text.contains('@'), "{place}: {text}");
        let digits = text.split(|c: char| !c.is_ascii_digit() && c != ' ').map(|run| run.replace(' ', "").len()).max();
        assert!(digits.unwrap_or(0) < 9, "{place}: a telephone number in \"{text}\"?");
        for title in ["Cllr", "Councillor ", "Mr ", "Mr.", "Mrs", "Ms ", "Miss "] {
            assert!(!text.contains(title), "{place}: {text}");
        }
        let words: Vec<_> = text.split_whitespace().collect();
        let initial = |word: &str| word.len() == 2 && word.ends_with('.') && word.starts_with(|c: char| c.is_ascii_uppercase());
        assert!(!words.iter().any(|word| initial(word)), "{place}: initials in \"{text}\"?");
    }
}

#[test]
fn the_second_sample_tells_a_member_which_proposals_have_started() {
    let file = include_str!("../samples/warwickshire.concordat.json");
    assert_eq!(story::bundle(&story::warwickshire::log()), file, "run: cargo run --no-default-features --example sample");
    let workspace = decode::workspace(&bundle::read(file).unwrap().log);
    assert!(workspace.is_sample());
    let votes = |vote: Vote| workspace.partners.values().filter(|partner| partner.vote == Some(vote)).count();
    assert_eq!((votes(Vote::Votes), votes(Vote::None)), (6, 7), "thirteen bodies make the proposal (S2 1.1)");
    assert_eq!(workspace.programmes.values().next().unwrap().aims.as_ref().unwrap().len(), 4, "S2 4.1");
    assert_eq!(
        started_says(&workspace).unwrap(),
        "2 of 21 proposals have started; 5 committed to and 4 being explored; of 10 nothing is stated."
    );
    let stands = standings(&workspace);
    let under_way = stands.iter().find(|one| one.progress == Some(Progress::UnderWay)).unwrap();
    let letters: Vec<_> = under_way.of.iter().map(|(_, name)| name.split(')').next().unwrap()).collect();
    assert_eq!(letters, ["i", "o"], "S2 5.1 i and o");
    let of = |sort: CommitmentKind| in_order(&workspace, &[sort]).len();
    assert_eq!((of(CommitmentKind::Pilot), of(CommitmentKind::Statement)), (9, 1));
    let links: usize = bodies(&workspace).iter().map(|body| body.under.len()).sum();
    assert_eq!((of(CommitmentKind::Body), links), (11, 6), "those links alone that 5.1(c) states");
    let sourced = workspace.commitments.values().filter(|one| one.source.as_ref().is_some_and(|source| source.paper == "S2"));
    assert_eq!(sourced.count(), workspace.commitments.len());
    let faults: Vec<_> = integrity::faults(&workspace);
    assert!(faults.is_empty(), "{faults:?}");
}
