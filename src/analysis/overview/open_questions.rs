//! What does not agree and waits for somebody to settle it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::overview::NAMED;
use crate::analysis::overview::sentence::{Leads, Mark, Sentence};
use crate::analysis::savings::Ledger;
use crate::domain::money::{Money, MoneyId};
use crate::domain::service::{Participation, Role, ServiceId};
use crate::domain::subject::Subject;
use crate::domain::workspace::{self, Workspace};
use crate::order::{InOrder, OneByOne};
use crate::words::{self, count, list, money, source};

/// Sentences about figures, hosts and fields on which papers or people differ.
pub fn open_questions(workspace: &Workspace, ledger: &Ledger) -> Vec<Sentence> {
    let mut sentences = figures(workspace, ledger);
    sentences.extend(hosts(workspace));
    sentences.extend(fields(workspace));
    sentences
}

fn figures(workspace: &Workspace, ledger: &Ledger) -> Vec<Sentence> {
    let lines = |ids: Vec<MoneyId>| ids.iter().filter_map(|id| workspace.money.get(id)).collect::<Vec<&Money>>();
    let mut disputes: Vec<Vec<&Money>> = ledger.disputes().into_iter().map(lines).filter(|lines| lines.len() > 1).collect();
    disputes.order_by_key(|lines| Reverse(apart(lines)));
    let mut sentences: Vec<Sentence> = disputes.iter().take(NAMED).filter_map(|lines| figure(lines)).collect();
    if disputes.len() > NAMED {
        let more = count(disputes.len() - NAMED, "more figure is", "more figures are");
        sentences.push(Sentence::new(Mark::Attention).link(more, Leads::Savings).say(" not reconciled."));
    }
    sentences
}

fn figure(lines: &[&Money]) -> Option<Sentence> {
    let first = lines.first()?;
    let sum = first.sum.as_ref()?;
    let several = match lines.len() {
        2 => "Two".to_owned(),
        3 => "Three".to_owned(),
        more => words::number(more as u64),
    };
    let year = sum.year.map(|year| format!(" in {year}")).unwrap_or_default();
    let each = lines.iter().filter_map(|line| {
        let amount = money::short_range(line.sum.as_ref()?.pence, line.sum.as_ref()?.up_to);
        Some(line.source.as_ref().map_or_else(|| amount.clone(), |from| format!("{amount} ({})", source::place(from))))
    });
    let title = first.title.clone().filter(|title| !title.is_empty()).unwrap_or_else(|| "the same thing".to_owned());
    let kept = if lines.len() == 2 { "Both are kept" } else { "All are kept" };
    let reason = format!("{kept}, not reconciled. Until somebody says which one to go by, {} counts.", money::short(sum.pence));
    Some(
        Sentence::new(Mark::Attention)
            .say(format!("{several} figures for "))
            .link(title, Leads::To(Subject::from(&first.id)))
            .say(format!("{year} do not agree: {}.", list(each)))
            .because(reason),
    )
}

/// How far the highest is from the lowest.
fn apart(lines: &[&Money]) -> u64 {
    let amounts = || lines.iter().filter_map(|line| line.sum.as_ref()).map(|sum| sum.pence.0);
    amounts().max().unwrap_or(0).abs_diff(amounts().min().unwrap_or(0))
}

fn hosts(workspace: &Workspace) -> Vec<Sentence> {
    let mut by_service: BTreeMap<ServiceId, Vec<&Participation>> = BTreeMap::new();
    for part in workspace.participations.values() {
        if part.part.as_ref().is_some_and(|part| part.role == Role::Host)
            && let Some(service) = part.id.service()
        {
            by_service.entry(service).or_default().push(part);
        }
    }
    let several: Vec<(ServiceId, Vec<&Participation>)> = by_service.into_iter().filter(|(_, hosts)| meet(hosts)).collect();
    let mut sentences: Vec<Sentence> =
        several.iter().take(NAMED).map(|(service, hosts)| stated_hosts(workspace, service, hosts)).collect();
    if several.len() > NAMED {
        let more = count(several.len() - NAMED, "more service has", "more services have");
        sentences.push(Sentence::new(Mark::Attention).link(more, Leads::Services).say(" more than one host stated."));
    }
    sentences
}

/// Whether two of them host at the same time. One after the other is a change of host, and no contradiction.
fn meet(hosts: &[&Participation]) -> bool {
    let term = |part: &Participation| part.term.unwrap_or_default();
    let overlap = |one: &Participation, other: &Participation| {
        let (one, other) = (term(one), term(other));
        let before = |end: Option<chrono::NaiveDate>, start: Option<chrono::NaiveDate>| matches!((end, start), (Some(end), Some(start)) if end < start);
        !before(one.to, other.from) && !before(other.to, one.from)
    };
    hosts.iter().enumerate().any(|(place, one)| hosts.iter().skip(place + 1).any(|other| overlap(one, other)))
}

fn stated_hosts(workspace: &Workspace, service: &ServiceId, hosts: &[&Participation]) -> Sentence {
    let each = hosts.iter().filter_map(|part| {
        let name = words::name(workspace, &Subject::from(&part.id.partner()?));
        Some(part.source.as_ref().map_or_else(|| name.clone(), |from| format!("{name} ({})", source::place(from))))
    });
    Sentence::new(Mark::Attention)
        .name(workspace, &Subject::from(service))
        .say(format!(" has more than one host stated: {}.", list(each)))
        .because("All are kept, not reconciled.".to_owned())
}

/// Fields that people set apart, and what this version does not understand.
fn fields(workspace: &Workspace) -> Vec<Sentence> {
    let marked = |is: fn(&workspace::Mark) -> bool| -> BTreeSet<Subject> {
        let names = workspace.marks.iter().filter(|(_, marks)| marks.iter().any(is)).map(|(name, _)| name);
        names.filter_map(|name| Subject::parse(name)).one_by_one()
    };
    let tell = |records: BTreeSet<Subject>, one: &str, several: &str| {
        let all = records.len();
        let first = records.first()?;
        let sentence = Sentence::new(Mark::Attention).name(workspace, first);
        Some(match all {
            1 => sentence.say(format!(" {one}")),
            _ => sentence.say(format!(" and {} {several}", count(all - 1, "other record", "other records"))),
        })
    };
    let conflicts = marked(|mark| matches!(mark, workspace::Mark::Conflict { .. }));
    let unread = marked(|mark| matches!(mark, workspace::Mark::Unread { .. }));
    [
        tell(
            conflicts,
            "was set to different values by people apart from each other, and nobody has settled which one counts.",
            "were set to different values by people apart from each other, and nobody has settled which ones count.",
        ),
        tell(
            unread,
            "holds something that this version of the page does not understand. It is kept as it is.",
            "hold something that this version of the page does not understand. It is kept as it is.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
