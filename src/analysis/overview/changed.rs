//! What has changed since an earlier state of the workspace.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::analysis::overview::sentence::{Mark, Sentence};
use crate::domain::rag::Rag;
use crate::domain::risk::{Direction, Risk};
use crate::domain::service::{Service, Stage};
use crate::domain::thing::{Kind, Thing};
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
    let mut deeds: BTreeMap<Deed, usize> = BTreeMap::new();
    for deed in workspace.things().flat_map(|now| deeds_on(&now, since.earlier.thing(&now.subject()).as_ref())) {
        *deeds.entry(deed).or_default() += 1;
    }
    for then in since.earlier.things().filter(|then| !workspace.holds(&then.subject())) {
        *deeds.entry(Deed::Withdrawn(then.kind())).or_default() += 1;
    }
    let sentence = Sentence::new(Mark::Plain);
    if deeds.is_empty() {
        return sentence.say(format!("Nothing has changed since {day}."));
    }
    let told: Vec<String> = deeds.into_iter().map(|(deed, number)| deed.told(number)).collect();
    sentence.say(format!("Changed after {day}: {}.", list(told)))
}

/// What was done to a record, in the order in which a reader wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Deed {
    Moved(Direction),
    OpenedAgain,
    NewRisk,
    EnteredClosed,
    Reported(Reverse<Rag>),
    WentLive,
    AtAnotherStage,
    New(Kind),
    Done,
    Figure,
    Measured,
    Edited(Kind),
    Withdrawn(Kind),
}

/// What was done to a record that is in use: what says most, or else that it was edited.
fn deeds_on(now: &Thing, then: Option<&Thing>) -> Vec<Deed> {
    if then == Some(now) {
        return Vec::new();
    }
    let kind = now.kind();
    let mut deeds = match (now, then) {
        (Thing::Risk(now), Some(Thing::Risk(then))) => risk(now, then).into_iter().collect(),
        (Thing::Risk(now), None) => vec![if now.is_open() { Deed::NewRisk } else { Deed::EnteredClosed }],
        (Thing::Service(now), then) => service(now, then),
        (Thing::Milestone(now), then) => {
            let was_done = matches!(then, Some(Thing::Milestone(then)) if then.done.is_some());
            if now.done.is_some() && !was_done { vec![Deed::Done] } else { Vec::new() }
        }
        (Thing::Money(_), _) => vec![Deed::Figure],
        (Thing::Baseline(_) | Thing::Targets(_) | Thing::Readings(_), _) => vec![Deed::Measured],
        _ => Vec::new(),
    };
    match then {
        None if !matches!(kind, Kind::Money | Kind::About | Kind::Risk | Kind::Baseline | Kind::Targets | Kind::Readings) => {
            deeds.push(Deed::New(kind));
        }
        Some(_) if deeds.is_empty() => deeds.push(Deed::Edited(kind)),
        _ => {}
    }
    deeds
}

fn risk(now: &Risk, then: &Risk) -> Option<Deed> {
    match (then.is_open(), now.is_open()) {
        (true, false) => return Some(Deed::Moved(Direction::Closed)),
        (false, true) => return Some(Deed::OpenedAgain),
        _ => {}
    }
    // What a paper states is about its own time, not about the time since.
    let (was, is) = (then.level?, now.level?);
    (was != is).then(|| Deed::Moved(Direction::between(was, is)))
}

fn service(now: &Service, then: Option<&Thing>) -> Vec<Deed> {
    let then = then.and_then(|then| if let Thing::Service(then) = then { Some(then.as_ref()) } else { None });
    let rag = |service: &Service| service.status.as_ref().map(|status| status.rag);
    let stage = |service: &Service| service.stage.as_ref().map(|reached| reached.stage);
    let reported = rag(now).filter(|is| then.and_then(rag) != Some(*is)).map(|is| Deed::Reported(Reverse(is)));
    let has_moved = then.is_some_and(|then| stage(then) != stage(now));
    let moved = has_moved.then(|| if stage(now) == Some(Stage::Live) { Deed::WentLive } else { Deed::AtAnotherStage });
    reported.into_iter().chain(moved).collect()
}

impl Deed {
    fn told(self, number: usize) -> String {
        let of = |kind: Kind| -> (String, String) {
            match kind {
                Kind::Participation => ("part in a service".to_owned(), "parts in services".to_owned()),
                Kind::Money => ("figure".to_owned(), "figures".to_owned()),
                kind => (kind.label().to_lowercase(), kind.plural().to_lowercase()),
            }
        };
        let done = |kind: Kind, what: &str| {
            let (one, several) = of(kind);
            count(number, &format!("{one} {what}"), &format!("{several} {what}"))
        };
        let say = |one: &str, several: &str| count(number, one, several);
        match self {
            Self::Moved(Direction::Increased) => say("risk increased", "risks increased"),
            Self::Moved(Direction::Reduced) => say("risk reduced", "risks reduced"),
            Self::Moved(Direction::Closed) => say("risk closed", "risks closed"),
            Self::Moved(_) => say("risk scored again", "risks scored again"),
            Self::OpenedAgain => say("risk opened again", "risks opened again"),
            Self::Reported(Reverse(Rag::Red)) => say("service reported red", "services reported red"),
            Self::Reported(Reverse(Rag::Amber)) => say("service reported amber", "services reported amber"),
            Self::Reported(Reverse(Rag::Green)) => say("service reported green", "services reported green"),
            Self::WentLive => say("service gone live", "services gone live"),
            Self::AtAnotherStage => say("service at another stage", "services at another stage"),
            Self::Done => say("milestone reported as done", "milestones reported as done"),
            Self::Figure => say("figure entered or changed", "figures entered or changed"),
            Self::Measured => {
                say("set of a measure's figures entered or changed", "sets of measures' figures entered or changed")
            }
            Self::New(kind) => {
                let (one, several) = of(kind);
                count(number, &format!("new {one}"), &format!("new {several}"))
            }
            Self::NewRisk => say("new risk", "new risks"),
            Self::EnteredClosed => say("closed risk entered", "closed risks entered"),
            Self::Edited(Kind::About) => say("change of the settings", "changes of the settings"),
            Self::Edited(kind) => done(kind, "edited"),
            Self::Withdrawn(kind) => done(kind, "withdrawn"),
        }
    }
}
