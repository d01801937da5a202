//! Issues.

use crate::domain::command::Refusal;
use crate::domain::risk::Issue;
use crate::domain::workspace::Workspace;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Given, Reading};
use crate::sheets::kinds::risk::state;
use crate::sheets::kinds::{self, EXEMPT, ID, exempt, id, label, names, source};
use crate::sheets::table::Cell;

pub(super) const COLUMNS: [Column; 17] = [
    ID,
    Column::new("reference", "reference", "Reference", Holds::Line, "Its number or short name in its programme."),
    Column::new("title", "title", "Title", Holds::Line, "What has happened."),
    Column::new("description", "description", "Description", Holds::Text, "More about it."),
    Column::new("programme", "programme", "Programme", Holds::Names, "Of which programme."),
    Column::new("service", "service", "Service", Holds::Names, "Of which service."),
    Column::new("risk", "risk", "Was risk", Holds::Names, "The risk that came true, by its reference or its title."),
    Column::new("happened", "happened", "Happened", Holds::Day, "When it happened."),
    Column::new("action", "action", "Action", Holds::Text, "What is done about it."),
    Column::new("owner", "owner", "Owner", Holds::Line, "Who looks after it, by office."),
    Column::new("due", "due", "Due", Holds::Day, "By when."),
    Column::new("state", "state", "State", Holds::Choice, "Open or Closed. Open where nothing is said."),
    Column::new(
        "state-why",
        "state",
        "Why closed or opened",
        Holds::Text,
        "The reason. An issue is not closed or opened again without one.",
    ),
    source::PAPER,
    source::PARAGRAPH,
    source::DATED,
    EXEMPT,
];

pub(super) fn cells(workspace: &Workspace, issue: &Issue) -> Vec<Cell> {
    let [paper, paragraph, dated] = source::cells(issue.source.as_ref());
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
        label(issue.state.as_ref().map(|state| state.is.label())),
        Cell::text(issue.state.as_ref().and_then(|state| state.why.as_deref())),
        paper,
        paragraph,
        dated,
        exempt(issue.exempt.as_ref()),
    ]
}

pub(super) fn read(workspace: &Workspace, before: &Issue, given: &Given) -> Result<Issue, Vec<Refusal>> {
    let mut reading = Reading::of(workspace, given);
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
        state: state(&mut reading, before.state.as_ref(), "issue"),
        source: reading.source(before.source.clone()),
        ..before.clone()
    };
    reading.finish()?;
    Ok(after)
}
