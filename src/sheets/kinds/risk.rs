//! Risks.

use crate::domain::called::Called;
use crate::domain::command::Refusal;
use crate::domain::level::Level;
use crate::domain::risk::{Direction, Risk, StatedMovement, Tier};
use crate::domain::workspace::Workspace;
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Given, Reading, named};
use crate::sheets::kinds::{self, ID, exempt, id, label, names, register, source, step};
use crate::sheets::table::Cell;

pub(super) const COLUMNS: [Column; 26] = [
    ID,
    register::REFERENCE,
    Column::new("title", "title", "Title", Holds::Line, "What may happen."),
    Column::new("description", "description", "Description", Holds::Text, "More about it: causes and effects."),
    register::PROGRAMME,
    register::SERVICE,
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
    Column::new(
        "movement",
        "movement",
        "Stated movement",
        Holds::Choice,
        "A movement that a paper states without the earlier score: Increased, Reduced, Same, New or Closed. Stated with its paper.",
    ),
    Column::new("movement-paper", "movement", "Movement: source", Holds::Line, "The paper that states the movement."),
    Column::new("movement-paragraph", "movement", "Movement: paragraph", Holds::Line, "The paragraph of that paper."),
    Column::new("movement-dated", "movement", "Movement: dated", Holds::Day, "The date that stands on that paper."),
    Column::new("mitigation", "mitigation", "Mitigation", Holds::Text, "What is done about it, and by whom."),
    register::OWNER,
    Column::new("review", "review", "Review date", Holds::Day, "When it is looked at next."),
    register::STATE,
    register::STATE_WHY,
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
    exempt::PARAGRAPH,
    exempt::REASON,
    exempt::REVIEW,
];

pub(super) fn cells(workspace: &Workspace, risk: &Risk) -> Vec<Cell> {
    let step = |step: fn(Level) -> u8| risk.level.map_or(Cell::Blank, |level| Cell::Whole(i64::from(step(level))));
    let movement = risk.movement.as_ref();
    let [movement_paper, movement_paragraph, movement_dated] = source::cells(movement.map(|movement| &movement.source));
    let [state, state_why] = register::state_cells(risk.state.as_ref());
    let [exempt, exempt_reason, exempt_review] = exempt::cells(risk.exempt.as_ref());
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
        label(movement.map(|movement| movement.direction.label())),
        movement_paper,
        movement_paragraph,
        movement_dated,
        Cell::text(risk.mitigation.as_deref()),
        Cell::text(risk.owner.as_deref()),
        Cell::day(risk.review),
        state,
        state_why,
        Cell::text(risk.corporate.as_deref()),
        paper,
        paragraph,
        dated,
        exempt,
        exempt_reason,
        exempt_review,
    ]
}

pub(super) fn read(workspace: &Workspace, called: &Called, before: &Risk, given: &Given) -> Result<Risk, Vec<Refusal>> {
    let mut reading = Reading::of(workspace, called, given);
    let level = level(&mut reading, before);
    // Two scores in the history say more than a movement that a paper states.
    let kept = before.movement.as_ref().filter(|_| level == before.level || before.level.is_none());
    let movement = movement(&mut reading, before.movement.as_ref(), kept);
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
        state: register::state(&mut reading, before.state.as_ref(), "risk"),
        corporate: reading.text("corporate", before.corporate.clone()),
        source: reading.source(source::KEYS, before.source.clone()),
        exempt: exempt::read(&mut reading, before.exempt.as_ref()),
        ..before.clone()
    };
    if after.level != before.level && !after.is_open() && !before.is_open() {
        reading.refuse("likelihood", "This risk is closed. Open it again before you score it.");
    }
    reading.finish()?;
    Ok(after)
}

/// The movement that a row states; what was stated before is kept where the row says nothing of it.
fn movement(reading: &mut Reading<'_>, before: Option<&StatedMovement>, kept: Option<&StatedMovement>) -> Option<StatedMovement> {
    const PLACE: [&str; 3] = ["movement-paper", "movement-paragraph", "movement-dated"];
    if !reading.states(&["movement"]) && !reading.states(&PLACE) {
        return kept.cloned();
    }
    if reading.clears("movement") {
        return None;
    }
    let direction = reading.choice("movement", before.map(|movement| movement.direction), Direction::ALL, named!(Direction));
    let source = reading.source(PLACE, before.map(|movement| movement.source.clone()));
    match (direction, source) {
        (Some(direction), Some(source)) => Some(StatedMovement { direction, source }),
        (Some(_), None) => {
            reading.refuse("movement-paper", "Name the paper that states this movement.");
            None
        }
        (None, Some(_)) => {
            reading.refuse("movement", "Say which way the paper says that it moved, or clear the paper.");
            None
        }
        (None, None) => None,
    }
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
