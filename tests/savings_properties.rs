//! What holds of every sum, whatever the lines: on made-up programmes and on lines thrown together at random.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "the generator's numbers are small")]

#[allow(dead_code, reason = "each suite takes what it needs")]
#[path = "support/build.rs"]
mod build;
#[path = "support/generate/mod.rs"]
mod generate;

use std::collections::BTreeSet;

use concordat::analysis::savings::{Counts, Group, Ledger, SavingsAnswer, SavingsQuestion, View};
use concordat::bundle::decode;
use concordat::domain::check::check;
use concordat::domain::money::{Basis, InUse, Money, MoneyId, MoneyKind, Split, SplitPart, SplitRule, Use};
use concordat::domain::partner::PartnerId;
use concordat::domain::pence::{Pence, total};
use concordat::domain::source::Source;
use concordat::domain::subject::Subject;
use concordat::domain::thing::Thing;
use concordat::domain::workspace::Workspace;
use proptest::prelude::*;

use build::{councils, line, partner, saving, with};

const PARTNERS: [&str; 3] = ["bdc", "rbc", "wfdc"];
const AREAS: [&str; 6] = ["programme/br", "programme/wett", "service/smt", "service/ict", "service/cctv", "service/regulatory"];
const PAPERS: [(&str, &str); 3] = [("S1", "2010-06-24"), ("S3b", "2011-01-17"), ("S3c", "2010-12-09")];

/// Lines with every kind of link, circles among them.
fn lines() -> impl Strategy<Value = Vec<Money>> {
    let link = || proptest::option::weighted(0.15, 0_usize..12);
    let one = (
        (0_i64..1_000, 0_usize..2, any::<bool>()),
        proptest::sample::subsequence(AREAS.to_vec(), 0..=2),
        proptest::sample::subsequence(PARTNERS.to_vec(), 0..=2),
        proptest::option::of(0_usize..3),
        (link(), link(), proptest::option::weighted(0.05, 0_usize..12)),
        proptest::option::weighted(0.15, any::<bool>()),
        proptest::option::weighted(0.3, proptest::collection::vec(0_u64..5, 2)),
        0_usize..3,
    );
    proptest::collection::vec(one, 0..12).prop_map(|all| {
        all.into_iter()
            .enumerate()
            .map(|(number, ((pence, year, recurring), covers, partners, paper, (part, rival, net), mark, split, title))| {
                let mut money = saving(&format!("l{number}"), ["2010/11", "2011/12"][year], 0);
                let sum = money.sum.as_mut().unwrap();
                sum.pence = Pence(pence);
                sum.recurrence = recurring.then_some(concordat::domain::money::Recurrence::Recurring);
                money.title = Some(["", "Posts", "Licences"][title].to_owned());
                money.covers = Some(covers.into_iter().map(|name| Subject::parse(name).unwrap()).collect());
                money.partners = Some(partners.iter().map(|name| partner(name)).collect());
                money.source = paper.map(|paper| Source {
                    paper: PAPERS[paper].0.to_owned(),
                    paragraph: None,
                    dated: PAPERS[paper].1.parse().ok(),
                });
                let other = |number: Option<usize>| number.map(|number| line(&format!("l{number}")));
                (money.part_of, money.rival_of, money.net_of) = (other(part), other(rival), other(net));
                money.in_use = mark.map(|yes| Use { in_use: if yes { InUse::Yes } else { InUse::No }, why: None });
                money.split = split.filter(|_| partners.len() == 2).map(|weights| Split {
                    rule: SplitRule::Population,
                    parts: partners
                        .iter()
                        .zip(weights)
                        .map(|(name, weight)| SplitPart { partner: partner(name), weight })
                        .collect(),
                    agreed_by: Some("Board".to_owned()),
                    agreed_on: None,
                });
                money
            })
            .collect()
    })
}

fn answers(workspace: &Workspace) -> impl Iterator<Item = (SavingsQuestion, SavingsAnswer)> {
    let ledger = Ledger::of(workspace);
    let mut partners: Vec<Option<PartnerId>> = vec![None];
    partners.extend(workspace.partners.keys().take(3).cloned().map(Some));
    let mut areas = vec![(None, None)];
    areas.extend(workspace.programmes.keys().take(2).cloned().map(|programme| (Some(programme), None)));
    areas.extend(workspace.services.keys().take(3).cloned().map(|service| (None, Some(service))));
    let mut all = Vec::new();
    for (kind, basis) in ledger.choices() {
        for partner in &partners {
            for (programme, service) in &areas {
                for view in View::ALL {
                    for group in Group::ALL {
                        let question = SavingsQuestion {
                            kind,
                            basis,
                            view: *view,
                            group: *group,
                            year: None,
                            partner: partner.clone(),
                            service: service.clone(),
                            programme: programme.clone(),
                        };
                        let answer = ledger.answer(workspace, &question);
                        all.push((question, answer));
                    }
                }
            }
        }
    }
    all.into_iter()
}

/// What holds of one answer whatever was asked.
fn holds(question: &SavingsQuestion, answer: &SavingsAnswer) {
    for bar in answer.bars.iter().chain(&answer.undated) {
        let sum = total(bar.groups.iter().map(|group| group.amount)).unwrap();
        assert_eq!(sum, bar.total.unwrap_or_default(), "{question:?} {:?}", bar.year);
        assert_eq!(bar.total.is_none(), bar.groups.is_empty(), "{question:?}");
        let keys: BTreeSet<_> = bar.groups.iter().map(|group| &group.key).collect();
        assert_eq!(keys.len(), bar.groups.len(), "each group once");
        assert!(answer.groups.iter().filter(|head| keys.contains(&head.key)).count() == keys.len());
        if question.view == View::Yearly {
            assert!(bar.groups.iter().all(|group| group.amount >= Pence::ZERO), "{question:?} {bar:?}");
        }
        if question.view != View::Cumulative {
            let counted: Vec<_> = answer.rows.iter().filter(|row| row.year == bar.year && row.counts == Counts::Yes).collect();
            assert_eq!(total(counted.iter().map(|row| row.amount)).unwrap(), bar.total.unwrap_or_default(), "{question:?}");
        }
    }
    let listed: Vec<&MoneyId> = answer.rows.iter().filter_map(|row| row.line.as_ref()).collect();
    assert_eq!(listed.iter().collect::<BTreeSet<_>>().len(), listed.len(), "no line stands twice in the table");
}

/// Which lines count together: none is a named part, net or rival of another, and none lies within another.
fn never_twice(workspace: &Workspace, answer: &SavingsAnswer) {
    for year in answer.bars.iter().map(|bar| bar.year) {
        let counted: Vec<&Money> = answer
            .rows
            .iter()
            .filter(|row| row.year == year && row.counts == Counts::Yes)
            .map(|row| workspace.money.get(row.line.as_ref().unwrap()).unwrap())
            .collect();
        for one in &counted {
            assert!(one.net_of.is_none() && one.in_use.as_ref().is_none_or(|mark| mark.in_use == InUse::Yes));
            for other in counted.iter().filter(|other| other.id != one.id) {
                assert_ne!(one.rival_of.as_ref(), Some(&other.id), "two rivals count");
                // In a circle one of the named parts has to stand for the rest, so that only straight links are held.
                assert!(one.part_of.as_ref() != Some(&other.id), "a part is added to its whole");
                assert!(!lies_within(workspace, one, other), "{:?} lies within {:?}", one.id, other.id);
            }
        }
    }
}

/// Worked out the slow way: all that one covers lies in a programme that the other covers, and its partners are the other's.
fn lies_within(workspace: &Workspace, part: &Money, whole: &Money) -> bool {
    if part.part_of.is_some() || whole.part_of.is_some() {
        return false;
    }
    let covers = |money: &Money| money.covers.clone().unwrap_or_default();
    let programme = |subject: &Subject| {
        let service = workspace.services.get(&subject.typed()?)?;
        service.programme.as_ref().map(Subject::from)
    };
    let (parts, wholes) = (covers(part), covers(whole));
    let inside = !parts.is_empty() && parts.iter().all(|subject| programme(subject).is_some_and(|above| wholes.contains(&above)));
    let (partners, others) = (part.partners.clone().unwrap_or_default(), whole.partners.clone().unwrap_or_default());
    inside && (partners.is_empty() || (partners.len() == 1 && others.contains(&partners[0])))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_grouping_changes_a_sum(lines in lines()) {
        let workspace = with(councils(), lines);
        let all: Vec<_> = answers(&workspace).collect();
        for (question, answer) in &all {
            holds(question, answer);
        }
        for same in all.chunks(Group::ALL.len()) {
            let totals = |answer: &SavingsAnswer| answer.bars.iter().map(|bar| (bar.year, bar.total)).collect::<Vec<_>>();
            prop_assert!(same.iter().all(|(_, answer)| totals(answer) == totals(&same[0].1) && answer.total == same[0].1.total));
        }
    }

    #[test]
    fn no_line_counts_twice_and_no_part_is_added_to_its_whole(lines in lines()) {
        let workspace = with(councils(), lines);
        never_twice(&workspace, &Ledger::of(&workspace).answer(&workspace, &SavingsQuestion::savings(Basis::Forecast)));
    }

    #[test]
    fn every_line_of_a_year_is_in_its_table(lines in lines()) {
        let workspace = with(councils(), lines);
        let answer = Ledger::of(&workspace).answer(&workspace, &SavingsQuestion::savings(Basis::Forecast));
        let listed: BTreeSet<_> = answer.rows.iter().filter_map(|row| row.line.clone()).collect();
        prop_assert_eq!(listed, workspace.money.keys().cloned().collect());
    }

    #[test]
    fn an_earlier_rival_changes_nothing_and_a_later_one_only_takes_a_place(lines in lines(), which in 0_usize..12, pence in 0_i64..1_000) {
        let workspace = with(councils(), lines);
        let Some(of) = workspace.money.values().nth(which).cloned() else { return Ok(()) };
        let sum = |workspace: &Workspace| {
            let answer = Ledger::of(workspace).answer(workspace, &SavingsQuestion::savings(Basis::Forecast));
            answer.bar(of.sum.as_ref().unwrap().year.unwrap()).and_then(|bar| bar.total).unwrap_or_default()
        };
        let mut rival = Money { id: line("rival"), rival_of: Some(of.id.clone()), in_use: None, net_of: None, ..of.clone() };
        rival.sum.as_mut().unwrap().pence = Pence(pence);
        rival.source = Some(Source { paper: "Early".to_owned(), paragraph: None, dated: "1999-01-01".parse().ok() });
        // Where the line itself does not count, its rival may take its place; that is not adding to it.
        let counts = of.net_of.is_none() && of.in_use.as_ref().is_none_or(|mark| mark.in_use == InUse::Yes);
        let dated = of.source.is_some();
        let early = with(workspace.clone(), [rival.clone()]);
        if counts && dated {
            prop_assert_eq!(sum(&early), sum(&workspace));
        }
        rival.source = Some(Source { paper: "Late".to_owned(), paragraph: None, dated: "2030-01-01".parse().ok() });
        let late = with(workspace.clone(), [rival]);
        let answer = Ledger::of(&late).answer(&late, &SavingsQuestion::savings(Basis::Forecast));
        let both = [of.id.clone(), line("rival")];
        let counted = answer.rows.iter().filter(|row| row.counts == Counts::Yes && row.line.as_ref().is_some_and(|id| both.contains(id)));
        prop_assert!(counted.count() <= 1);
    }

    #[test]
    fn cumulative_is_the_sum_of_yearly(lines in lines()) {
        let workspace = with(councils(), lines);
        let ledger = Ledger::of(&workspace);
        let yearly = ledger.answer(&workspace, &SavingsQuestion::savings(Basis::Forecast));
        let cumulative = SavingsQuestion { view: View::Cumulative, ..SavingsQuestion::savings(Basis::Forecast) };
        prop_assert_eq!(ledger.answer(&workspace, &cumulative).total, yearly.total);
    }

    #[test]
    fn a_ledger_kept_up_to_date_is_the_one_read_anew(before in lines(), after in lines(), gone in 0_usize..12) {
        let mut workspace = with(councils(), before);
        let mut ledger = Ledger::of(&workspace);
        for money in after {
            let subject = Subject::from(&money.id);
            workspace.insert(Thing::from(money));
            ledger.refresh(&workspace, [&subject]);
        }
        let gone = line(&format!("l{gone}"));
        workspace.money.remove(&gone);
        ledger.refresh(&workspace, [&Subject::from(&gone)]);
        let anew = Ledger::of(&workspace);
        for group in Group::ALL {
            let question = SavingsQuestion { group: *group, ..SavingsQuestion::savings(Basis::Forecast) };
            prop_assert_eq!(ledger.answer(&workspace, &question), anew.answer(&workspace, &question));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn made_up_programmes_add_up(seed in any::<u64>()) {
        let workspace = generate::workspace(seed, generate::SMALL);
        for (question, answer) in answers(&workspace) {
            holds(&question, &answer);
        }
        for basis in Basis::ALL {
            let ledger = Ledger::of(&workspace);
            never_twice(&workspace, &ledger.answer(&workspace, &SavingsQuestion::savings(*basis)));
        }
    }
}

#[test]
fn the_generator_gives_the_same_from_the_same_seed() {
    let (one, two, other) =
        (generate::log(7, generate::SMALL), generate::log(7, generate::SMALL), generate::log(8, generate::SMALL));
    assert_eq!(one.code(), two.code());
    assert_ne!(one.code(), other.code());
    assert_eq!(one.changes().len(), generate::SMALL.changes);
}

#[test]
fn what_is_generated_says_what_it_must_and_has_everything_to_try() {
    let workspace = generate::workspace(1, generate::SAMPLE_TIMES_TEN);
    for thing in workspace.things() {
        assert_eq!(check(&workspace, &thing), [], "{:?}", thing.subject());
    }
    assert_eq!(workspace.services.len(), generate::SAMPLE_TIMES_TEN.services);
    assert_eq!(workspace.money.len(), generate::SAMPLE_TIMES_TEN.money);
    let has = |test: &dyn Fn(&Money) -> bool| workspace.money.values().any(test);
    assert!(
        has(&|money| money.rival_of.is_some()) && has(&|money| money.part_of.is_some()) && has(&|money| money.net_of.is_some())
    );
    assert!(has(&|money| money.split.is_some()) && has(&|money| money.partners.is_none()));
    for kind in MoneyKind::ALL {
        assert!(has(&|money| money.sum.as_ref().unwrap().kind == *kind), "{kind:?}");
    }
    let answer = Ledger::of(&workspace).answer(&workspace, &SavingsQuestion::savings(Basis::Actual));
    assert!(
        answer
            .bars
            .iter()
            .any(|bar| bar.groups.iter().any(|group| group.variance.is_some_and(|variance| variance < Pence::ZERO)))
    );
}

#[test]
fn a_generated_log_holds_conflicts_and_as_many_records() {
    let log = generate::log(3, generate::SMALL);
    let workspace = decode::workspace(&log);
    assert_eq!(workspace.money.len(), generate::SMALL.money);
    assert_eq!(workspace.risks.len(), generate::SMALL.risks);
    let log = generate::log(3, generate::SAMPLE_TIMES_TEN);
    assert_eq!(log.changes().len(), generate::SAMPLE_TIMES_TEN.changes);
    assert!(!log.conflicts().is_empty());
}

/// `cargo test --release --no-default-features --test savings_properties -- --ignored --nocapture`
#[test]
#[ignore = "prints how long sums take at national size"]
#[allow(clippy::disallowed_methods, reason = "a clock is what times things")]
fn a_nation_adds_up_quickly() {
    let workspace = generate::workspace(1, generate::NATIONAL);
    let timed = |what: &str, work: &mut dyn FnMut()| {
        let start = std::time::Instant::now();
        work();
        let taken = start.elapsed();
        println!("{what}: {taken:?}");
        taken
    };
    let mut ledger = Ledger::default();
    timed("reading every line", &mut || ledger = Ledger::of(&workspace));
    for group in Group::ALL {
        for view in View::ALL {
            let question = SavingsQuestion { group: *group, view: *view, ..SavingsQuestion::savings(Basis::Forecast) };
            timed(&format!("all years, {} {}", view.key(), group.key()), &mut || drop(ledger.answer(&workspace, &question)));
        }
    }
    let year = concordat::domain::year::FinancialYear::starting(2010).unwrap();
    let question = SavingsQuestion { year: Some(year), ..SavingsQuestion::savings(Basis::Forecast) };
    timed("all years, rows of one", &mut || drop(ledger.answer(&workspace, &question)));
    timed("one year's bar", &mut || drop(ledger.year(&workspace, &question, year)));
    let id = workspace.money.keys().next().map(Subject::from).unwrap();
    let refreshed = timed("one line changed", &mut || ledger.refresh(&workspace, [&id]));
    assert!(refreshed.as_millis() < 1_000, "a change of one line must not read all of them");
}
