//! The register as a table of texts, for a spreadsheet.

use crate::analysis::risks::register::RegisterRow;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::words;

/// A line of headings and a line for every row. What is not stated stays empty, so that no sum counts it.
pub fn table(workspace: &Workspace, rows: &[RegisterRow]) -> Vec<Vec<String>> {
    let headings = [
        "Reference",
        "Title",
        "Description",
        "Programme",
        "Service",
        "Likelihood",
        "Impact",
        "Score",
        "Band",
        "Movement",
        "Mitigation",
        "Owner",
        "Review date",
        "State",
        "Source",
    ];
    std::iter::once(headings.map(str::to_owned).to_vec()).chain(rows.iter().map(|row| line(workspace, row))).collect()
}

fn line(workspace: &Workspace, row: &RegisterRow) -> Vec<String> {
    let matrix = workspace.matrix();
    let risk = workspace.risks.get(&row.mention.id);
    let text = |pick: fn(&crate::domain::risk::Risk) -> Option<String>| risk.and_then(pick).unwrap_or_default();
    let name = |subject: Option<Subject>| subject.map(|subject| words::name(workspace, &subject)).unwrap_or_default();
    vec![
        text(|risk| risk.reference.clone()),
        row.title.clone(),
        text(|risk| risk.description.clone()),
        name(row.programme.as_ref().map(Subject::from)),
        name(row.service.as_ref().map(Subject::from)),
        row.level.map(|level| matrix.likelihood(level.l).to_owned()).unwrap_or_default(),
        row.level.map(|level| matrix.impact(level.i).to_owned()).unwrap_or_default(),
        row.level.map(|level| level.score().to_string()).unwrap_or_default(),
        row.band.map(|band| band.label().to_owned()).unwrap_or_default(),
        row.movement.said(&matrix, row.level).unwrap_or_default(),
        text(|risk| risk.mitigation.clone()),
        row.owner.clone().unwrap_or_default(),
        row.review.map(|day| day.to_string()).unwrap_or_default(),
        if row.is_open { "Open" } else { "Closed" }.to_owned(),
        text(|risk| risk.source.as_ref().map(words::source::source)),
    ]
}
