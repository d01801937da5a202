//! Issues.

use crate::domain::called::Called;
use crate::domain::command::Refusal;
use crate::domain::risk::Issue;
use crate::domain::workspace::Workspace;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Given, Reading};
use crate::sheets::kinds::{self, ID, exempt, id, names, register, source};
use crate::sheets::table::Cell;

pub(super) const COLUMNS: [Column; 19] = [
    ID,
    register::REFERENCE,
    Column::new("title", "title", "Title", Holds::Line, "What has happened."),
    Column::new("description", "description", "Description", Holds::Text, "More about it."),
    register::PROGRAMME,
    register::SERVICE,
    Column::new("risk", "risk", "Was risk", Holds::Names, "The risk that came true, by its reference or its title."),
    Column::new("happened", "happened", "Happened", Holds::Day, "When it happened."),
    Column::new("action", "action", "Action", Holds::Text, "What is done about it."),
    register::OWNER,
    Column::new("due", "due", "Due", Holds::Day, "By when."),
    register::STATE,
    register::STATE_WHY,
    source::PAPER,
    source::PARAGRAPH,
    source::DATED,
    exempt::PARAGRAPH,
    exempt::REASON,
    exempt::REVIEW,
];

pub(super) fn cells(workspace: &Workspace, issue: &Issue) -> Vec<Cell> {
    let [state, state_why] = register::state_cells(issue.state.as_ref());
    let [paper, paragraph, dated] = source::cells(issue.source.as_ref());
    let [exempt, exempt_reason, exempt_review] = exempt::cells(issue.exempt.as_ref());
    vec![
        id(&issue.id),
        Cell::text(issue.reference.as_deref()),
        Cell::text(issue.title.as_deref()),
        Cell::text(issue.description.as_deref()),
        kinds::named(workspace, issue.programme.as_ref()),
        kinds::named(workspace, issue.service.as_ref()),
        kinds::named(workspace, issue.risk.as_ref()),
        Cell::day(issue.happened),
        Cell::text(issue.action.as_deref()),
        Cell::text(issue.owner.as_deref()),
        Cell::day(issue.due),
        state,
        state_why,
        paper,
        paragraph,
        dated,
        exempt,
        exempt_reason,
        exempt_review,
    ]
}

pub(super) fn read(workspace: &Workspace, called: &Called, before: &Issue, given: &Given) -> Result<Issue, Vec<Refusal>> {
    let mut reading = Reading::of(workspace, called, given);
    let after = Issue {
        reference: reading.text("reference", before.reference.clone()),
        title: reading.text("title", before.title.clone()),
        description: reading.text("description", before.description.clone()),
        programme: reading.one("programme", before.programme.clone(), names::programme),
        service: reading.one("service", before.service.clone(), names::service),
        risk: reading.one("risk", before.risk.clone(), names::risk),
        happened: reading.day("happened", before.happened),
        action: reading.text("action", before.action.clone()),
        owner: reading.text("owner", before.owner.clone()),
        due: reading.day("due", before.due),
        state: register::state(&mut reading, before.state.as_ref(), "issue"),
        source: reading.source(source::KEYS, before.source.clone()),
        exempt: exempt::read(&mut reading, before.exempt.as_ref()),
        ..before.clone()
    };
    reading.finish()?;
    Ok(after)
}
