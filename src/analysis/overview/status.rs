//! What services report: what is red or amber and why, and what nobody has reported.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::analysis::overview::NAMED;
use crate::analysis::overview::sentence::{Leads, Mark, Sentence};
use crate::domain::rag::{Rag, Status};
use crate::domain::service::{Service, Stage};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::words::{self, count, date};

/// Sentences about the status of services. Those that were left or refused are not asked for one.
pub fn status(workspace: &Workspace, reading: NaiveDate) -> Vec<Sentence> {
    let asked: Vec<&Service> = workspace.services.values().filter(|service| is_asked(service)).collect();
    let mut sentences = Vec::new();
    sentences.extend(reported(workspace, &asked, Rag::Red, reading));
    sentences.extend(reported(workspace, &asked, Rag::Amber, reading));
    sentences.extend(expected_red(workspace, &asked));
    sentences.extend(green(&asked));
    sentences.extend(not_reported(workspace, &asked));
    sentences.extend(progress(workspace));
    sentences
}

fn is_asked(service: &Service) -> bool {
    !service.stage.as_ref().is_some_and(|reached| matches!(reached.stage, Stage::Left | Stage::Refused))
}

fn has(service: &Service, rag: Rag) -> bool {
    service.status.as_ref().is_some_and(|status| status.rag == rag)
}

fn named(workspace: &Workspace, service: &Service) -> (String, Subject) {
    let subject = Subject::from(&service.id);
    (words::name(workspace, &subject), subject)
}

fn reported(workspace: &Workspace, asked: &[&Service], rag: Rag, reading: NaiveDate) -> Vec<Sentence> {
    let mut services: Vec<(&Service, &Status)> = asked
        .iter()
        .filter(|service| has(service, rag))
        .filter_map(|service| Some((*service, service.status.as_ref()?)))
        .collect();
    // What is to be put right first comes first; what has no date comes before all.
    services.order_by_key(|(service, status)| (status.by, service.name.clone()));
    let colour = rag.label().to_lowercase();
    let all = services.len();
    let mut sentences: Vec<Sentence> = services
        .iter()
        .take(NAMED)
        .map(|(service, status)| {
            let says = match status.why.as_deref().filter(|why| !why.trim().is_empty()) {
                Some(why) => format!(" is {colour}: {}", ended(why)),
                None => format!(" is {colour}. No reason is given."),
            };
            let sentence = Sentence::new(Mark::Reported(rag)).name(workspace, &Subject::from(&service.id)).say(says);
            sentence.because(who_and_when(status, reading))
        })
        .collect();
    if all > NAMED {
        let more = count(all - NAMED, "more service is", "more services are");
        let others = services.iter().skip(NAMED).map(|(service, _)| named(workspace, service));
        let sentence = Sentence::new(Mark::Reported(rag)).link(more, Leads::Services).say(format!(" {colour}: "));
        sentences.push(sentence.names(others, all - NAMED, Leads::Services).say("."));
    }
    sentences
}

fn who_and_when(status: &Status, reading: NaiveDate) -> Option<String> {
    let who = status.who.as_deref().filter(|who| !who.is_empty());
    let by = status.by.map(|by| {
        let passed = if by < reading { ", which has passed" } else { "" };
        format!("by {}{passed}", date::long(by))
    });
    match (who, by) {
        (Some(who), Some(by)) => Some(format!("{who} to put it right {by}.")),
        (Some(who), None) => Some(format!("{who} to put it right; by when is not stated.")),
        (None, Some(by)) => Some(format!("To be put right {by}; by whom is not stated.")),
        (None, None) => None,
    }
}

fn expected_red(workspace: &Workspace, asked: &[&Service]) -> Option<Sentence> {
    let services: Vec<&&Service> =
        asked.iter().filter(|service| service.expected == Some(Rag::Red) && !has(service, Rag::Red)).collect();
    let (first, all) = (services.iter().map(|service| named(workspace, service)), services.len());
    let verb = if all == 1 { " is" } else { " are" };
    (all > 0).then(|| {
        Sentence::new(Mark::Attention).names(first, all, Leads::Services).say(format!("{verb} expected to be red at year end."))
    })
}

fn green(asked: &[&Service]) -> Option<Sentence> {
    let green = asked.iter().filter(|service| has(service, Rag::Green)).count();
    let says = match (green, asked.len()) {
        (0, _) => return None,
        (1, 1) => "The one service is".to_owned(),
        (green, all) if green == all => format!("All {} services are", words::number(all as u64)),
        _ => count(green, "service is", "services are"),
    };
    Some(Sentence::new(Mark::Reported(Rag::Green)).link(says, Leads::Services).say(" green."))
}

fn not_reported(workspace: &Workspace, asked: &[&Service]) -> Option<Sentence> {
    let silent: Vec<&&Service> = asked.iter().filter(|service| service.status.is_none()).collect();
    let sentence = Sentence::new(Mark::NotReported);
    let first = || silent.iter().map(|service| named(workspace, service));
    match (silent.len(), asked.len()) {
        (0, _) => None,
        (1, _) => Some(sentence.names(first(), 1, Leads::Services).say(" has not reported a status.")),
        (none, all) if none == all => {
            let (go_on, ended) = no_longer_asked(workspace);
            let sentence = sentence.say("None of the ").link(format!("{} services", words::number(all as u64)), Leads::Services);
            Some(sentence.say(format!("{go_on} has reported a status{ended}.")))
        }
        (none, all) => {
            let of = format!("{} of the {} services", words::number(none as u64), words::number(all as u64));
            let (go_on, ended) = no_longer_asked(workspace);
            let sentence = sentence.link(of, Leads::Services).say(format!("{go_on} have not reported a status: "));
            Some(sentence.names(first(), none, Leads::Services).say(format!("{ended}.")))
        }
    }
}

/// Why fewer services are asked for a status than there are: ` that go on` and `; 1 was refused`. Nothing where all are.
fn no_longer_asked(workspace: &Workspace) -> (&'static str, String) {
    let at = |stage: Stage, word: &str| {
        let many =
            workspace.services.values().filter(|service| service.stage.as_ref().is_some_and(|at| at.stage == stage)).count();
        let verb = if many == 1 { "was" } else { "were" };
        (many > 0).then(|| format!("{} {verb} {word}", words::number(many as u64)))
    };
    let ended: Vec<String> = [at(Stage::Refused, "refused"), at(Stage::Left, "left")].into_iter().flatten().collect();
    if ended.is_empty() { ("", String::new()) } else { (" that go on", format!("; {}", words::list(ended))) }
}

fn progress(workspace: &Workspace) -> Option<Sentence> {
    let mut stages: BTreeMap<Stage, usize> = BTreeMap::new();
    for reached in workspace.services.values().filter_map(|service| service.stage.as_ref()) {
        *stages.entry(reached.stage).or_default() += 1;
    }
    let live = stages.remove(&Stage::Live).unwrap_or_default();
    if stages.is_empty() && live == 0 {
        return None;
    }
    let others = stages.iter().rev().map(|(stage, number)| format!("{}: {}", stage.label(), words::number(*number as u64)));
    let all = words::number(workspace.services.len() as u64);
    let says = match (workspace.services.len(), live) {
        (1, 0) => "The one service is not live yet".to_owned(),
        (1, _) => "The one service is live".to_owned(),
        (_, 0) => format!("None of {all} services is live yet"),
        (_, 1) => format!("1 of {all} services is live"),
        (_, live) => format!("{} of {all} services are live", words::number(live as u64)),
    };
    let reason = others.collect::<Vec<_>>().join("; ");
    let reason = if reason.is_empty() { reason } else { format!("{reason}.") };
    Some(Sentence::new(Mark::Plain).link(says, Leads::Services).say(".").because(reason))
}

/// With a full stop, where it has no end of its own.
fn ended(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}
