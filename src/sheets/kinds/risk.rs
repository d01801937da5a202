//! Risks.

use crate::domain::command::Refusal;
use crate::domain::level::Level;
use crate::domain::risk::{Openness, Risk, State, Tier};
use crate::domain::workspace::Workspace;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Given, Reading, named};
use crate::sheets::kinds::{self, EXEMPT, ID, exempt, id, label, names, source, step};
use crate::sheets::table::Cell;
use crate::words;

pub(super) const COLUMNS: [Column; 21] = [
    ID,
    Column::new("reference", "reference", "Reference", Holds::Line, "Its number or short name in the register of its programme."),
    Column::new("title", "title", "Title", Holds::Line, "What may happen."),
    Column::new("description", "description", "Description", Holds::Text, "More about it: causes and effects."),
    Column::new("programme", "programme", "Programme", Holds::Names, "Of which programme."),
    Column::new("service", "service", "Service", Holds::Names, "Of which service."),
    Column::new("tier", "tier", "Level in the programme", Holds::Choice, "Programme or Service."),
    Column::new(
        "likelihood",
        "level",
        "Likelihood",
        Holds::Whole,
        "1 to 4; the words of the workspace's matrix are understood too. Stated with the impact.",
    ),
    Column::new("impact", "level", "Impact", Holds::Whole, "1 to 4, as the likelihood."),
    Column::new("score", "level", "Score", Holds::Whole, "Likelihood times impact. Worked out; not read back.").shown_only(),
    Column::new("movement", "movement", "Stated movement", Holds::Text, "A movement that a paper states. Not read back.")
        .shown_only(),
    Column::new("mitigation", "mitigation", "Mitigation", Holds::Text, "What is done about it, and by whom."),
    Column::new("owner", "owner", "Owner", Holds::Line, "Who looks after it, by office."),
    Column::new("review", "review", "Review date", Holds::Day, "When it is looked at next."),
    Column::new("state", "state", "State", Holds::Choice, "Open or Closed. Open where nothing is said."),
    Column::new(
        "state-why",
        "state",
        "Why closed or opened",
        Holds::Text,
        "The reason. A risk is not closed or opened again without one.",
    ),
    Column::new(
        "corporate",
        "corporate",
        "In a council's own register",
        Holds::Line,
        "Whether a council holds it in its corporate register too.",
    ),
    source::PAPER,
    source::PARAGRAPH,
    source::DATED,
    EXEMPT,
];

pub(super) fn cells(workspace: &Workspace, risk: &Risk) -> Vec<Cell> {
    let step = |step: fn(Level) -> u8| risk.level.map_or(Cell::Blank, |level| Cell::Whole(i64::from(step(level))));
    let movement = risk.movement.as_ref().map(words::movement::stated);
    let [paper, paragraph, dated] = source::cells(risk.source.as_ref());
    vec![
        id(&risk.id),
        Cell::text(risk.reference.as_deref()),
        Cell::text(risk.title.as_deref()),
        Cell::text(risk.description.as_deref()),
        kinds::named(workspace, risk.programme.as_ref()),
        kinds::named(workspace, risk.service.as_ref()),
        label(risk.tier.map(Tier::label)),
        step(|level| level.l.number()),
        step(|level| level.i.number()),
        step(Level::score),
        Cell::text(movement.as_deref()),
        Cell::text(risk.mitigation.as_deref()),
        Cell::text(risk.owner.as_deref()),
        Cell::day(risk.review),
        label(risk.state.as_ref().map(|state| state.is.label())),
        Cell::text(risk.state.as_ref().and_then(|state| state.why.as_deref())),
        Cell::text(risk.corporate.as_deref()),
        paper,
        paragraph,
        dated,
        exempt(risk.exempt.as_ref()),
    ]
}

pub(super) fn read(workspace: &Workspace, before: &Risk, given: &Given) -> Result<Risk, Vec<Refusal>> {
    let mut reading = Reading::of(workspace, given);
    let level = level(&mut reading, before);
    // Two scores in the history say more than a movement that a paper states.
    let movement = before.movement.clone().filter(|_| level == before.level || before.level.is_none());
    let after = Risk {
        reference: reading.text("reference", before.reference.clone()),
        title: reading.text("title", before.title.clone()),
        description: reading.text("description", before.description.clone()),
        programme: reading.one("programme", before.programme.clone(), names::programme),
        service: reading.one("service", before.service.clone(), names::service),
        tier: reading.choice("tier", before.tier, Tier::ALL, named!(Tier)),
        level,
        movement,
        mitigation: reading.text("mitigation", before.mitigation.clone()),
        owner: reading.text("owner", before.owner.clone()),
        review: reading.day("review", before.review),
        state: state(&mut reading, before.state.as_ref(), "risk"),
        corporate: reading.text("corporate", before.corporate.clone()),
        source: reading.source(before.source.clone()),
        ..before.clone()
    };
    if after.level != before.level && !after.is_open() && !before.is_open() {
        reading.refuse("likelihood", "This risk is closed. Open it again before you score it.");
    }
    reading.finish()?;
    Ok(after)
}

fn level(reading: &mut Reading<'_>, before: &Risk) -> Option<Level> {
    let matrix = reading.workspace.matrix();
    let l = reading.read("likelihood", before.level.map(|level| level.l), |typed| step(typed, &matrix.likelihood));
    let i = reading.read("impact", before.level.map(|level| level.i), |typed| step(typed, &matrix.impact));
    match (l, i) {
        (Some(l), Some(i)) => Some(Level { l, i }),
        (Some(_), None) if reading.states(&["likelihood", "impact"]) => {
            reading.refuse("impact", "The likelihood is stated without an impact. State both, or neither.");
            None
        }
        (None, Some(_)) if reading.states(&["likelihood", "impact"]) => {
            reading.refuse("likelihood", "The impact is stated without a likelihood. State both, or neither.");
            None
        }
        _ => None,
    }
}

/// Whether it is open, of a risk or an issue: a turn asks for its reason.
pub(super) fn state(reading: &mut Reading<'_>, before: Option<&State>, what: &str) -> Option<State> {
    if !reading.states(&["state", "state-why"]) {
        return before.cloned();
    }
    let was = before.map_or(Openness::Open, |state| state.is);
    let is = reading.choice("state", Some(was), Openness::ALL, named!(Openness));
    let is_turned = is.is_some_and(|is| is != was);
    let why = reading.text("state-why", before.and_then(|state| state.why.clone()).filter(|_| !is_turned));
    if is_turned && why.is_none() {
        let turned = if is == Some(Openness::Closed) { "closed" } else { "opened again" };
        reading.refuse("state-why", format!("Say why the {what} is {turned}."));
    }
    is.map(|is| State { is, why })
}
