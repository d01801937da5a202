//! The table of live services: how each stands, what that means, and what is behind it (S3c 15.2.1).

use std::collections::BTreeMap;

use crate::analysis::measures::{Chosen, Tally, register, tally};
use crate::analysis::services::{self, groups};
use crate::domain::rag::{Rag, Status};
use crate::domain::service::{Service, ServiceId, Stage};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::OneByOne;
use crate::words;

/// The live services of a programme.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveGroup {
    /// What it is called.
    pub programme: String,
    /// Its live services.
    pub rows: Vec<LiveRow>,
}

/// A live service.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveRow {
    /// Which.
    pub id: ServiceId,
    /// What it is called.
    pub name: String,
    /// What was reported; none was where there is nothing, and that is never green.
    pub rag: Option<Rag>,
    /// What that means.
    pub meaning: &'static str,
    /// As expected at year end.
    pub expected: Option<Rag>,
    /// What is behind it.
    pub commentary: Option<String>,
    /// How its measures stand.
    pub measures: String,
}

/// Every live service, programme by programme.
pub fn live(workspace: &Workspace, year: FinancialYear) -> Vec<LiveGroup> {
    let chosen = services::Chosen { programme: None, stage: Some(Stage::Live) };
    let measured = register(workspace, &Chosen { service: None, partner: None, year });
    let tallies: BTreeMap<Option<ServiceId>, Tally> =
        measured.into_iter().map(|group| (group.service, tally(&group.rows))).one_by_one();
    let tally_of = |service: &ServiceId| tallies.get(&Some(service.clone())).copied().unwrap_or_default();
    let of_group = |group: services::Group| LiveGroup {
        programme: group
            .programme
            .map_or_else(|| "Of no programme".to_owned(), |programme| words::name(workspace, &Subject::from(&programme))),
        rows: group
            .services
            .iter()
            .filter_map(|listed| workspace.services.get(&listed.id))
            .map(|service| row(workspace, service, tally_of(&service.id)))
            .collect(),
    };
    groups(workspace, &chosen).into_iter().map(of_group).collect()
}

fn row(workspace: &Workspace, service: &Service, measures: Tally) -> LiveRow {
    let rag = service.status.as_ref().map(|status| status.rag);
    LiveRow {
        id: service.id.clone(),
        name: words::name(workspace, &Subject::from(&service.id)),
        rag,
        meaning: rag.map_or("Nobody has reported how it stands", Rag::meaning),
        expected: service.expected,
        commentary: service.status.as_ref().and_then(commentary),
        measures: measures.short(),
    }
}

/// What is behind a status, who puts it right and by when.
fn commentary(status: &Status) -> Option<String> {
    let why = status.why.as_deref().map(str::trim).filter(|why| !why.is_empty())?;
    let end = if why.ends_with(['.', '!', '?']) { "" } else { "." };
    let who = status.who.as_deref().filter(|who| !who.trim().is_empty());
    let by = status.by.map(words::date::long);
    Some(match (who, by) {
        (Some(who), Some(by)) => format!("{why}{end} {who}, by {by}."),
        (Some(who), None) => format!("{why}{end} {who}."),
        (None, Some(by)) => format!("{why}{end} By {by}."),
        (None, None) => format!("{why}{end}"),
    })
}

/// A line of headings and a line for every live service.
pub fn live_table(groups: &[LiveGroup]) -> Vec<Vec<String>> {
    let headings = ["Programme", "Service", "Status", "What it means", "Expected at year end", "Commentary", "Measures"];
    let line = |group: &LiveGroup, row: &LiveRow| {
        let word = |rag: Option<Rag>| rag.map_or("Not reported", Rag::label).to_owned();
        vec![
            group.programme.clone(),
            row.name.clone(),
            word(row.rag),
            row.meaning.to_owned(),
            word(row.expected),
            row.commentary.clone().unwrap_or_default(),
            row.measures.clone(),
        ]
    };
    let lines = groups.iter().flat_map(|group| group.rows.iter().map(move |row| line(group, row)));
    std::iter::once(headings.map(str::to_owned).to_vec()).chain(lines).collect()
}
