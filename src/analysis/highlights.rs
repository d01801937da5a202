//! Highlight reports as people look at them: which there are, what one says, and what became of everything that was promised.

mod report;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::analysis::paper::Table;
use crate::domain::highlight::{Became, Highlight, HighlightId, in_force, published};
use crate::domain::rag::Rag;
use crate::domain::service::{Percent, ServiceId, Stage};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::words::{self, highlights};

pub use report::pieces;

/// A service with its latest report.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Which.
    pub service: ServiceId,
    /// What it is called.
    pub name: String,
    /// The latest report, where there is one, and its period.
    pub latest: Option<(HighlightId, String)>,
    /// What it reports.
    pub rag: Option<Rag>,
    /// How much it says is done.
    pub complete: Option<u8>,
    /// How many promises are open, and how many of those were carried over already.
    pub open: (usize, usize),
}

/// Every service on which reports are due, because it is under way, or that has one.
pub fn lines(workspace: &Workspace) -> Vec<Line> {
    let is_under_way = |stage: Option<Stage>| matches!(stage, Some(Stage::Approved | Stage::Implementing));
    let mut all: Vec<Line> = Vec::new();
    for service in workspace.services.values() {
        let reports = in_force(workspace, &service.id);
        let latest = reports.last();
        if latest.is_none() && !is_under_way(service.stage.as_ref().map(|stage| stage.stage)) {
            continue;
        }
        let content = latest.and_then(|latest| latest.content.as_ref());
        let next = content.map(|content| content.next.as_slice()).unwrap_or_default();
        all.push(Line {
            service: service.id.clone(),
            name: words::name(workspace, &Subject::from(&service.id)),
            latest: latest.map(|latest| (latest.id.clone(), highlights::period(latest.ending, latest.version))),
            rag: content.and_then(|content| content.status.as_ref()).map(|status| status.rag),
            complete: content.and_then(|content| content.complete).map(Percent::number),
            open: (next.len(), next.iter().filter(|planned| planned.carries > 0).count()),
        });
    }
    all.order_by(|one, other| {
        one.name.to_lowercase().cmp(&other.name.to_lowercase()).then_with(|| one.service.cmp(&other.service))
    });
    all
}

/// A published report in the list of a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Which.
    pub id: HighlightId,
    /// Its period and version.
    pub period: String,
    /// When it was published.
    pub on: String,
    /// What it reports.
    pub rag: Option<Rag>,
    /// What it corrects, where it does.
    pub correction: Option<String>,
    /// Whether a later version counts.
    pub is_replaced: bool,
}

/// The published reports of a service, the latest first.
pub fn listed(workspace: &Workspace, service: &ServiceId) -> Vec<Listed> {
    let counts = in_force(workspace, service);
    let one = |report: &Highlight| Listed {
        id: report.id.clone(),
        period: highlights::period(report.ending, report.version),
        on: report.issued.as_ref().map(|issued| words::date::long(issued.on)).unwrap_or_default(),
        rag: report.content.as_ref().and_then(|content| content.status.as_ref()).map(|status| status.rag),
        correction: report.content.as_ref().and_then(|content| content.correction.clone()),
        is_replaced: counts.iter().all(|counts| counts.id != report.id),
    };
    published(workspace, service).into_iter().rev().map(one).collect()
}

/// Something that was promised, and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Promised {
    /// Of which service.
    pub service: ServiceId,
    /// What was promised.
    pub what: String,
    /// In the report for which period it was promised first.
    pub first: NaiveDate,
    /// What each later report said of it: the period, what became of it, and the line of progress.
    pub steps: Vec<(NaiveDate, Option<Became>, Option<String>)>,
    /// By when it is to be done now, where that is stated.
    pub due: Option<NaiveDate>,
    /// How many times it was carried over.
    pub carries: u16,
    /// How it stands.
    pub end: End,
}

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It is planned for the next period.
    Open,
    /// A report said that it is done.
    Done,
    /// A report said that it is dropped.
    Dropped,
    /// It was not done, and not carried on.
    LetGo,
    /// The report after it said nothing of it.
    Lost,
}

impl End {
    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Done => "Done",
            Self::Dropped => "Dropped",
            Self::LetGo => "Not done, not carried on",
            Self::Lost => "Not in the next report",
        }
    }
}

/// Everything that was promised in a service's reports, the first promised first.
pub fn promises(workspace: &Workspace, service: &ServiceId) -> Vec<Promised> {
    let reports = in_force(workspace, service);
    let mut order: Vec<String> = Vec::new();
    let mut known: BTreeMap<String, Promised> = BTreeMap::new();
    for (place, report) in reports.iter().enumerate() {
        let (Some(content), Some(ending)) = (&report.content, report.ending) else { continue };
        for activity in &content.planned {
            if let Some(promised) = known.get_mut(&activity.planned.key) {
                promised.steps.push((ending, activity.became, activity.progress.clone()));
                promised.end = match activity.became {
                    Some(Became::Done) => End::Done,
                    Some(Became::Dropped) => End::Dropped,
                    Some(Became::NotDone | Became::Part) | None => End::LetGo,
                };
            }
        }
        let is_last = place + 1 == reports.len();
        for planned in &content.next {
            let promised = known.entry(planned.key.clone()).or_insert_with(|| {
                order.push(planned.key.clone());
                Promised {
                    service: service.clone(),
                    what: planned.what.clone(),
                    first: ending,
                    steps: Vec::new(),
                    due: None,
                    carries: 0,
                    end: End::Lost,
                }
            });
            promised.due = planned.due;
            promised.carries = planned.carries;
            promised.end = if is_last { End::Open } else { End::Lost };
        }
    }
    order.into_iter().filter_map(|key| known.remove(&key)).collect()
}

/// What was promised, as a table.
pub fn promises_table(promises: &[Promised]) -> Table {
    let row = |one: &Promised| {
        let steps = one.steps.iter().map(|(ending, became, progress)| {
            let became = became.map_or("Nothing said", Became::label);
            let progress = progress.as_ref().map(|progress| format!(": {progress}")).unwrap_or_default();
            format!("{}: {became}{progress}", words::date::long(*ending))
        });
        let due = one.due.filter(|_| one.end == End::Open).map(|due| format!(", due {}", words::date::long(due)));
        let carried = highlights::carried(one.carries).map(|carried| format!(", {carried}"));
        vec![
            one.what.clone(),
            words::date::long(one.first),
            steps.collect::<Vec<_>>().join("\n"),
            format!("{}{}{}", one.end.label(), due.unwrap_or_default(), carried.unwrap_or_default()),
        ]
    };
    let columns =
        [("What was promised", 32), ("First in the report to", 15), ("What reports said of it", 33), ("How it stands", 20)];
    Table::new("What was promised, and what came of it", &columns, promises.iter().map(row).collect())
}
