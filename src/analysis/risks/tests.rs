//! The fourteen risks of S3c Appendix A, and what is asked of them.

use chrono::NaiveDate;

use super::*;
use crate::domain::level::{Level, Step};
use crate::domain::matrix::Band;
use crate::domain::programme::ProgrammeId;
use crate::domain::risk::{Direction, Openness, Risk, RiskId, State, StatedMovement, Tier};
use crate::domain::service::{Service, ServiceId};
use crate::domain::source::Source;
use crate::domain::workspace::Workspace;

const LEVELS: [(u8, u8); 14] =
    [(3, 2), (2, 4), (1, 3), (2, 2), (2, 3), (2, 4), (2, 3), (3, 3), (3, 2), (3, 3), (2, 2), (2, 3), (2, 2), (1, 4)];

fn id(reference: usize) -> RiskId {
    RiskId::new(&format!("r{reference:02}")).unwrap()
}

fn reading() -> NaiveDate {
    NaiveDate::from_ymd_opt(2011, 1, 17).unwrap()
}

fn fourteen() -> Workspace {
    let mut workspace = Workspace::default();
    for (reference, (l, i)) in (1..).zip(LEVELS) {
        let mut risk = Risk::new(id(reference));
        risk.reference = Some(reference.to_string());
        risk.title = Some(format!("Risk number {reference}"));
        risk.level = Level::new(l, i);
        workspace.insert(risk.into());
    }
    workspace
}

fn edit(workspace: &mut Workspace, reference: usize, change: impl Fn(&mut Risk)) {
    change(workspace.risks.get_mut(&id(reference)).unwrap());
}

fn all(workspace: &Workspace, chosen: &Chosen, sorted: Sorted, reading: NaiveDate) -> Vec<RegisterRow> {
    register(workspace, chosen, sorted, reading, None, usize::MAX).rows
}

fn references(rows: &[RegisterRow]) -> String {
    rows.iter().map(|row| row.mention.label.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_cells_hold_what_the_paper_holds() {
    let map = heatmap(&fourteen(), &Chosen::default());
    let at = |l, i| map.references(Level::new(l, i).unwrap()).join(" ");
    assert_eq!([at(3, 2), at(2, 4), at(1, 3), at(2, 2)], ["1 9", "2 6", "3", "4 11 13"]);
    assert_eq!([at(2, 3), at(3, 3), at(1, 4), at(4, 4)], ["5 7 12", "8 10", "14", ""]);
    assert_eq!(map.bands, Bands { high: 2, medium: 11, low: 1 });
    assert_eq!(map.total(), 14);
    let sum: usize = Step::ALL
        .iter()
        .flat_map(|l| Step::ALL.map(|i| Level { l: *l, i }))
        .map(|level| map.count(level) * usize::from(level.score()))
        .sum();
    assert_eq!(sum, 83);
    assert_eq!(map.highest().unwrap(), (9, 2, vec!["8", "10"]));
}

#[test]
fn a_risk_without_a_level_is_listed_apart() {
    let mut workspace = fourteen();
    edit(&mut workspace, 10, |risk| risk.level = None);
    let map = heatmap(&workspace, &Chosen::default());
    assert_eq!(map.not_scored.named.iter().map(|mention| mention.label.as_str()).collect::<Vec<_>>(), ["10"]);
    assert_eq!((map.total(), map.bands.high), (14, 1));
    let rows = all(&workspace, &Chosen::default(), Sorted::Score, reading());
    assert_eq!(rows.last().unwrap().mention.label, "10");
    assert_eq!(rows.last().unwrap().band, None);
}

#[test]
fn closed_risks_are_out_of_the_heatmap_unless_asked_for() {
    let mut workspace = fourteen();
    edit(&mut workspace, 8, |risk| risk.state = Some(State { is: Openness::Closed, why: None }));
    let total = |shown| heatmap(&workspace, &Chosen { shown, ..Chosen::default() }).total();
    assert_eq!([total(Shown::Open), total(Shown::Closed), total(Shown::All)], [13, 1, 14]);
}

#[test]
fn score_then_impact_then_reference() {
    let workspace = fourteen();
    let sorted = |by| references(&all(&workspace, &Chosen::default(), by, reading()));
    assert_eq!(sorted(Sorted::Score), "8 10 2 6 5 7 12 1 9 14 4 11 13 3");
    assert_eq!(sorted(Sorted::Reference), "1 2 3 4 5 6 7 8 9 10 11 12 13 14");
    assert_eq!(sorted(Sorted::Owner), sorted(Sorted::Score));
}

#[test]
fn sorting_by_owner_title_and_review_leaves_blanks_last() {
    let mut workspace = fourteen();
    let day = |day| NaiveDate::from_ymd_opt(2011, 1, day);
    edit(&mut workspace, 3, |risk| (risk.owner, risk.review) = (Some("Treasurer".into()), day(20)));
    edit(&mut workspace, 4, |risk| (risk.owner, risk.review) = (Some("auditor".into()), day(2)));
    let rows = |by| all(&workspace, &Chosen::default(), by, reading());
    assert!(references(&rows(Sorted::Owner)).starts_with("4 3 8 10"));
    assert!(references(&rows(Sorted::Review)).starts_with("4 3 8 10"));
    assert!(references(&rows(Sorted::Title)).starts_with("1 10 11"));
    let overdue: Vec<_> = rows(Sorted::Review).into_iter().filter(|row| row.review_is_overdue).collect();
    assert_eq!(references(&overdue), "4");
    assert_eq!(owners(&workspace), ["Treasurer", "auditor"]);
}

#[test]
fn risks_are_chosen_by_programme_service_owner_tier_and_band() {
    let mut workspace = fourteen();
    let (programme, depot, refuse) =
        (ProgrammeId::new("wett").unwrap(), ServiceId::new("depot").unwrap(), ServiceId::new("refuse").unwrap());
    workspace.insert(Service { programme: Some(programme.clone()), ..Service::new(depot.clone()) }.into());
    workspace.insert(
        Service { programme: Some(programme.clone()), parent: Some(depot.clone()), ..Service::new(refuse.clone()) }.into(),
    );
    edit(&mut workspace, 1, |risk| risk.programme = Some(programme.clone()));
    edit(&mut workspace, 2, |risk| risk.service = Some(refuse.clone()));
    edit(&mut workspace, 2, |risk| risk.tier = Some(Tier::Service));
    edit(&mut workspace, 3, |risk| risk.owner = Some("Treasurer".into()));
    let chosen = |chosen: Chosen| references(&all(&workspace, &chosen, Sorted::Reference, reading()));
    let none = Chosen::default;
    assert_eq!(chosen(Chosen { programme: Some(programme.clone()), ..none() }), "1 2");
    assert_eq!(chosen(Chosen { service: Some(depot), ..none() }), "2");
    assert_eq!(chosen(Chosen { owner: Some("Treasurer".into()), ..none() }), "3");
    assert_eq!(chosen(Chosen { tier: Some(Tier::Service), ..none() }), "2");
    assert_eq!(chosen(Chosen { band: Some(Band::High), ..none() }), "8 10");
    assert_eq!(chosen(Chosen { tier: Some(Tier::Service), band: Some(Band::High), ..none() }), "");
}

#[test]
fn a_circle_of_services_is_walked_once() {
    let mut workspace = fourteen();
    let (one, other) = (ServiceId::new("one").unwrap(), ServiceId::new("other").unwrap());
    workspace.insert(Service { parent: Some(other.clone()), ..Service::new(one.clone()) }.into());
    workspace.insert(Service { parent: Some(one.clone()), ..Service::new(other) }.into());
    edit(&mut workspace, 1, |risk| risk.service = Some(one.clone()));
    let elsewhere = Chosen { service: ServiceId::new("elsewhere"), ..Chosen::default() };
    assert_eq!(heatmap(&workspace, &elsewhere).total(), 0);
}

#[test]
fn movement_compares_two_scores() {
    let before = fourteen();
    let mut now = fourteen();
    edit(&mut now, 1, |risk| risk.level = Level::new(3, 3));
    edit(&mut now, 2, |risk| risk.level = Level::new(1, 4));
    edit(&mut now, 3, |risk| risk.level = Level::new(3, 1));
    edit(&mut now, 4, |risk| risk.state = Some(State { is: Openness::Closed, why: None }));
    edit(&mut now, 6, |risk| risk.level = None);
    now.insert(Risk { level: Level::new(1, 1), ..Risk::new(id(15)) }.into());
    let look_up = earlier_in(&before);
    let moved = |reference: usize| {
        let found = movement(now.risks.get(&id(reference)).unwrap(), Some(&look_up));
        (found.direction(), if let Movement::Moved { earlier, .. } = found { earlier.map(Level::score) } else { None })
    };
    assert_eq!(moved(1), (Some(Direction::Increased), Some(6)));
    assert_eq!(moved(2), (Some(Direction::Reduced), Some(8)));
    assert_eq!(moved(3), (Some(Direction::Same), Some(3)));
    assert_eq!(moved(4), (Some(Direction::Closed), Some(4)));
    assert_eq!(moved(5), (Some(Direction::Same), Some(6)));
    assert_eq!(moved(6), (None, None));
    assert_eq!(moved(15), (Some(Direction::New), None));
    assert_eq!(movement(now.risks.get(&id(1)).unwrap(), None), Movement::NotKnown);
}

#[test]
fn a_stated_movement_stands_until_there_are_two_scores() {
    let before = fourteen();
    let mut now = fourteen();
    let source = Source { paper: "S3c".into(), paragraph: Some("Appendix A".into()), dated: None };
    let stated = StatedMovement { direction: Direction::Increased, source };
    edit(&mut now, 10, |risk| risk.movement = Some(stated.clone()));
    let nothing = |_: &RiskId| None;
    let of = |now: &Workspace, earlier: Option<LookUp<'_>>| movement(now.risks.get(&id(10)).unwrap(), earlier);
    assert_eq!(of(&now, None), Movement::Stated(stated.clone()));
    assert_eq!(of(&now, Some(&nothing)), Movement::Stated(stated.clone()));
    assert_eq!(of(&now, Some(&earlier_in(&before))), Movement::Stated(stated.clone()));
    edit(&mut now, 10, |risk| risk.level = Level::new(2, 3));
    let computed = Movement::Moved { direction: Direction::Reduced, earlier: Level::new(3, 3) };
    assert_eq!(of(&now, Some(&earlier_in(&before))), computed);
}

#[test]
fn cells_count_what_has_moved_in_them() {
    let before = fourteen();
    let mut now = fourteen();
    edit(&mut now, 1, |risk| risk.level = Level::new(3, 3));
    edit(&mut now, 2, |risk| risk.level = Level::new(1, 4));
    let look_up = earlier_in(&before);
    let cells = register(&now, &Chosen::default(), Sorted::Score, reading(), Some(&look_up), 0).moved;
    let at = |l, i| cells.get(&Level::new(l, i).unwrap()).copied();
    assert_eq!((cells.len(), at(3, 3), at(1, 4)), (2, Some(Moved { up: 1, down: 0 }), Some(Moved { up: 0, down: 1 })));
}

#[test]
fn what_is_shown_of_many_is_the_beginning_of_all() {
    let mut workspace = Workspace::default();
    for number in 0..400_usize {
        let mut risk = Risk::new(RiskId::new(&format!("r{number}")).unwrap());
        // Neither in the order of ids nor each only once.
        risk.reference = (number % 7 > 0).then(|| format!("R{}", number * 83 % 190));
        risk.title = Some(format!("Risk number {}", number * 31 % 400));
        risk.owner = (number % 5 > 0).then(|| format!("Office {}", number % 11));
        let step = |of: usize| u8::try_from(number % of + 1).unwrap();
        risk.level = Level::new(step(3), step(2)).filter(|_| number % 6 > 0);
        risk.state = (number % 17 == 0).then_some(State { is: Openness::Closed, why: None });
        workspace.insert(risk.into());
    }
    let before = fourteen();
    let look_up = earlier_in(&before);
    for sorted in [Sorted::Score, Sorted::Reference, Sorted::Title, Sorted::Owner, Sorted::Movement, Sorted::Review] {
        let first = |most| register(&workspace, &Chosen::default(), sorted, reading(), Some(&look_up), most);
        let whole = first(usize::MAX);
        assert!(
            whole.rows.iter().all(|row| row.movement == movement(workspace.risks.get(&row.mention.id).unwrap(), Some(&look_up)))
        );
        for most in [0, 1, 100, whole.rows.len()] {
            let part = first(most);
            assert_eq!(part.rows, whole.rows[..most]);
            assert_eq!((part.total, &part.moved), (whole.rows.len(), &whole.moved));
        }
    }
    let map = heatmap(&workspace, &Chosen::default());
    for (level, held) in &map.cells {
        let rows = all(&workspace, &Chosen { at: Some(*level), ..Chosen::default() }, Sorted::Reference, reading());
        assert_eq!((held.count, held.named.len()), (rows.len(), rows.len().min(NAMED)));
        assert!(held.named.iter().zip(&rows).all(|(mention, row)| *mention == row.mention));
    }
    assert_eq!(map.cells.values().map(|held| held.count).sum::<usize>() + map.not_scored.count, map.total());
}

#[test]
fn a_spreadsheet_gets_every_row_and_no_made_up_nought() {
    let mut workspace = fourteen();
    edit(&mut workspace, 3, |risk| (risk.level, risk.owner) = (None, Some("Treasurer".into())));
    let lines = table(&workspace, &all(&workspace, &Chosen::default(), Sorted::Score, reading()));
    assert_eq!(lines.len(), 15);
    assert!(lines.iter().all(|line| line.len() == lines[0].len()));
    let of = |line: &[String]| [0, 5, 6, 7, 8, 11].map(|place| line[place].clone());
    assert_eq!(of(&lines[0]), ["Reference", "Likelihood", "Impact", "Score", "Band", "Owner"]);
    assert_eq!(of(&lines[1]), ["8", "Significant", "Major", "9", "High", ""]);
    assert_eq!(of(&lines[14]), ["3", "", "", "", "", "Treasurer"]);
}

#[test]
fn an_empty_workspace_has_an_empty_heatmap() {
    let workspace = Workspace::default();
    assert_eq!(heatmap(&workspace, &Chosen::default()), Heatmap::default());
    assert_eq!(heatmap(&workspace, &Chosen::default()).highest(), None);
    assert!(all(&workspace, &Chosen::default(), Sorted::Score, reading()).is_empty());
    assert!(owners(&workspace).is_empty());
}
