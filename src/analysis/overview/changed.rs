//! What has changed since an earlier state of the workspace.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::analysis::overview::sentence::{Mark, Sentence};
use crate::analysis::risks::{Movement, earlier_in, movement};
use crate::domain::rag::Rag;
use crate::domain::risk::{Direction, Risk};
use crate::domain::service::{Service, Stage};
use crate::domain::workspace::Workspace;
use crate::words::{count, date, list};

/// An earlier state of the same workspace.
#[derive(Debug, Clone, Copy)]
pub struct Since<'w> {
    /// At the end of which day.
    pub day: NaiveDate,
    /// As it stood. What has not been touched since may be left out here and there alike.
    pub earlier: &'w Workspace,
}

/// One sentence that counts what has changed. It says "after": a programme is often read as at a day, and changed later.
pub fn changed(workspace: &Workspace, since: &Since<'_>) -> Sentence {
    let day = date::long(since.day);
    let parts: Vec<String> =
        [risks(workspace, since.earlier), services(workspace, since.earlier), others(workspace, since.earlier)].concat();
    let sentence = Sentence::new(Mark::Plain);
    if parts.is_empty() {
        return sentence.say(format!("Nothing has changed since {day}."));
    }
    sentence.say(format!("Changed after {day}: {}.", list(parts)))
}

fn risks(workspace: &Workspace, earlier: &Workspace) -> Vec<String> {
    let look_up = earlier_in(earlier);
    let mut moved: BTreeMap<Direction, usize> = BTreeMap::new();
    for risk in workspace.risks.values() {
        // What a paper states is about its own time, not about the time since.
        let bare = Risk { movement: None, level: risk.level, state: risk.state.clone(), ..Risk::new(risk.id.clone()) };
        if let Movement::Moved { direction, .. } = movement(&bare, Some(&look_up)) {
            *moved.entry(direction).or_default() += 1;
        }
    }
    let said = [
        (Direction::Increased, "risk increased", "risks increased"),
        (Direction::Reduced, "risk reduced", "risks reduced"),
        (Direction::New, "new risk", "new risks"),
        (Direction::Closed, "risk closed", "risks closed"),
    ];
    said.into_iter().filter_map(|(direction, one, several)| some(moved.get(&direction).copied(), one, several)).collect()
}

fn services(workspace: &Workspace, earlier: &Workspace) -> Vec<String> {
    let both = || workspace.services.values().map(|service| (service, earlier.services.get(&service.id)));
    let rag = |service: &Service| service.status.as_ref().map(|status| status.rag);
    let stage = |service: &Service| service.stage.as_ref().map(|reached| reached.stage);
    let reported =
        |wanted: Rag| both().filter(|(now, then)| rag(now) == Some(wanted) && then.and_then(rag) != Some(wanted)).count();
    let moves = || both().filter(|(now, then)| then.is_some_and(|then| stage(then) != stage(now)));
    let went_live = moves().filter(|(now, _)| stage(now) == Some(Stage::Live));
    let moved = moves().filter(|(now, _)| stage(now) != Some(Stage::Live));
    let new = both().filter(|(_, then)| then.is_none());
    [
        (reported(Rag::Red), "service reported red", "services reported red"),
        (reported(Rag::Amber), "service reported amber", "services reported amber"),
        (reported(Rag::Green), "service reported green", "services reported green"),
        (went_live.count(), "service gone live", "services gone live"),
        (moved.count(), "service at another stage", "services at another stage"),
        (new.count(), "new service", "new services"),
    ]
    .into_iter()
    .filter_map(|(number, one, several)| some(Some(number), one, several))
    .collect()
}

fn others(workspace: &Workspace, earlier: &Workspace) -> Vec<String> {
    let milestones = workspace.milestones.values().filter(|milestone| {
        milestone.done.is_some() && earlier.milestones.get(&milestone.id).is_none_or(|then| then.done.is_none())
    });
    let figures = workspace.money.values().filter(|line| earlier.money.get(&line.id).is_none_or(|then| then.sum != line.sum));
    let issues = workspace.issues.values().filter(|issue| !earlier.issues.contains_key(&issue.id));
    [
        (milestones.count(), "milestone reported as done", "milestones reported as done"),
        (figures.count(), "figure entered or changed", "figures entered or changed"),
        (issues.count(), "new issue", "new issues"),
    ]
    .into_iter()
    .filter_map(|(number, one, several)| some(Some(number), one, several))
    .collect()
}

fn some(number: Option<usize>, one: &str, several: &str) -> Option<String> {
    number.filter(|number| *number > 0).map(|number| count(number, one, several))
}
