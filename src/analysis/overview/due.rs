//! What should have been done by the reading date, and what is due soon.

use chrono::{Days, NaiveDate};

use crate::analysis::commitments::started_says;
use crate::analysis::overview::NAMED;
use crate::analysis::overview::sentence::{Leads, Mark, Sentence};
use crate::analysis::programmes::is_waited_for;
use crate::domain::milestone::Milestone;
use crate::domain::opening::Opening;
use crate::domain::service::{Service, Stage};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::words::{self, count, date};

/// How far ahead is soon.
const SOON: Days = Days::new(60);

/// Something with a day.
struct Due {
    day: NaiveDate,
    subject: Subject,
    /// What stands before its name, such as "The next stage of".
    before: &'static str,
    reason: Option<String>,
}

/// Sentences about milestones, stages of services, issues and opportunities: overdue ones, oldest first, then those due soon.
pub fn due(workspace: &Workspace, reading: NaiveDate) -> Vec<Sentence> {
    let mut all: Vec<Due> = milestones(workspace, reading).chain(stages(workspace)).chain(issues(workspace)).collect();
    all.order_by(|one, other| one.day.cmp(&other.day).then_with(|| one.subject.cmp(&other.subject)));
    let (overdue, ahead): (Vec<Due>, Vec<Due>) = all.into_iter().partition(|due| due.day < reading);
    let end = reading.checked_add_days(SOON).unwrap_or(NaiveDate::MAX);
    let soon: Vec<Due> = ahead.into_iter().filter(|due| due.day <= end).collect();
    let mut sentences: Vec<Sentence> = overdue.iter().take(NAMED).map(|due| passed(workspace, due)).collect();
    sentences.extend(more(&overdue, "more thing is overdue", "more things are overdue", Mark::Attention));
    sentences.extend(soon.iter().take(NAMED).map(|due| coming(workspace, due, reading)));
    sentences.extend(more(&soon, "more thing is due within 60 days", "more things are due within 60 days", Mark::Plain));
    sentences.extend(open_issues(workspace));
    sentences.extend(open_openings(workspace, reading));
    sentences.extend(started_proposals(workspace));
    sentences
}

/// How many of the joint proposals have started, with the way to them.
fn started_proposals(workspace: &Workspace) -> Option<Sentence> {
    Some(Sentence::new(Mark::Plain).link(started_says(workspace)?, Leads::Commitments))
}

/// Vacant posts and events on which somebody has to decide, with the way to the most urgent.
fn open_openings(workspace: &Workspace, reading: NaiveDate) -> Option<Sentence> {
    let open: Vec<&Opening> = workspace.openings.values().filter(|opening| opening.is_open()).collect();
    let first = open.iter().min_by_key(|opening| (opening.decide_by.is_none(), opening.decide_by, &opening.id))?;
    let mark = if first.is_overdue(reading) { Mark::Attention } else { Mark::Plain };
    let says = words::thinking::open(&open, reading)?;
    Some(Sentence::new(mark).link(says, Leads::To(Subject::from(&first.id))))
}

fn milestones(workspace: &Workspace, reading: NaiveDate) -> impl Iterator<Item = Due> + '_ {
    let open = workspace.milestones.values().filter(move |milestone| milestone.done.is_none_or(|done| done > reading));
    open.filter(|milestone| is_waited_for(workspace, milestone)).filter_map(|milestone| {
        let subject = Subject::from(&milestone.id);
        Some(Due { day: milestone.date()?, subject, before: "", reason: moved_and_owned(milestone) })
    })
}

fn moved_and_owned(milestone: &Milestone) -> Option<String> {
    let moved = milestone.amended.as_ref().map(|amended| {
        let authority = amended.authority.trim_end_matches('.');
        match (milestone.due, authority) {
            (Some(due), "") => format!("First due {}.", date::long(due)),
            (Some(due), authority) => format!("First due {}; moved: {authority}.", date::long(due)),
            (None, "") => String::new(),
            (None, authority) => format!("{authority}."),
        }
    });
    let owner = milestone.owner.as_ref().filter(|owner| !owner.is_empty()).map(|owner| format!("{owner} sees to it."));
    let parts: Vec<String> = moved.into_iter().filter(|moved| !moved.is_empty()).chain(owner).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn stages(workspace: &Workspace) -> impl Iterator<Item = Due> + '_ {
    let next = |service: &Service| {
        let reached = service.stage.as_ref().filter(|reached| !matches!(reached.stage, Stage::Left | Stage::Refused))?;
        Some((reached.next_due?, reached.stage))
    };
    workspace.services.values().filter_map(move |service| {
        let (day, stage) = next(service)?;
        let reason = format!("Stage now: {}.", stage.label().to_lowercase());
        Some(Due { day, subject: Subject::from(&service.id), before: "The next stage of ", reason: Some(reason) })
    })
}

fn issues(workspace: &Workspace) -> impl Iterator<Item = Due> + '_ {
    workspace.issues.values().filter(|issue| issue.is_open()).filter_map(|issue| {
        let owner = issue.owner.as_ref().filter(|owner| !owner.is_empty()).map(|owner| format!("{owner} sees to it."));
        Some(Due { day: issue.due?, subject: Subject::from(&issue.id), before: "", reason: owner })
    })
}

fn passed(workspace: &Workspace, due: &Due) -> Sentence {
    let day = date::long(due.day);
    let says = match due.subject.kind() {
        "issue" => format!(" was to be settled by {day} and is still open."),
        _ => format!(" was due on {day} and is not reported as done."),
    };
    Sentence::new(Mark::Attention).say_if(due.before).name(workspace, &due.subject).say(says).because(due.reason.clone())
}

fn coming(workspace: &Workspace, due: &Due, reading: NaiveDate) -> Sentence {
    let (day, far) = (date::long(due.day), date::distance(due.day, reading));
    let says = match due.subject.kind() {
        "issue" => format!(" is to be settled by {day}, {far}."),
        _ => format!(" is due on {day}, {far}."),
    };
    Sentence::new(Mark::Plain).say_if(due.before).name(workspace, &due.subject).say(says).because(due.reason.clone())
}

fn more(due: &[Due], one: &str, several: &str, mark: Mark) -> Option<Sentence> {
    let more = due.len().checked_sub(NAMED).filter(|more| *more > 0)?;
    Some(Sentence::new(mark).link(count(more, one, several), Leads::Programme).say("."))
}

fn open_issues(workspace: &Workspace) -> Option<Sentence> {
    let mut open: Vec<_> = workspace.issues.values().filter(|issue| issue.is_open()).collect();
    // The latest to happen first.
    open.order_by(|one, other| other.happened.cmp(&one.happened).then_with(|| one.id.cmp(&other.id)));
    let named = open.iter().map(|issue| {
        let subject = Subject::from(&issue.id);
        (words::name(workspace, &subject), subject)
    });
    let says = words::sentence(&count(open.len(), "issue is", "issues are"));
    (!open.is_empty()).then(|| {
        let sentence = Sentence::new(Mark::Plain).link(says, Leads::Issues).say(" open: ");
        sentence.names(named, open.len(), Leads::Issues).say(".")
    })
}
