//! The register: a row for every chosen risk.

use std::cmp::{Ordering, Reverse};

use chrono::NaiveDate;

use crate::analysis::risks::chosen::Chosen;
use crate::analysis::risks::heatmap::Mention;
use crate::analysis::risks::movement::{LookUp, Movement, movement};
use crate::analysis::risks::reference::by_reference;
use crate::domain::level::Level;
use crate::domain::matrix::Band;
use crate::domain::programme::ProgrammeId;
use crate::domain::risk::{Direction, Risk};
use crate::domain::service::ServiceId;
use crate::domain::workspace::Workspace;

/// How the register is sorted. Whatever comes first, score, impact and reference decide between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sorted {
    /// Highest score first.
    #[default]
    Score,
    /// By reference alone, 2 before 10.
    Reference,
    /// By title.
    Title,
    /// By who looks after it, nobody last.
    Owner,
    /// Increased, new, reduced, same, closed, not known.
    Movement,
    /// The next to be looked at first, those without a date last.
    Review,
}

/// A row of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    /// Which risk, and how it is mentioned.
    pub mention: Mention,
    /// What may happen.
    pub title: String,
    /// Likelihood and impact, where it is scored.
    pub level: Option<Level>,
    /// The band of its score.
    pub band: Option<Band>,
    /// Which way it has gone.
    pub movement: Movement,
    /// Of which programme.
    pub programme: Option<ProgrammeId>,
    /// Of which service.
    pub service: Option<ServiceId>,
    /// Who looks after it, by office.
    pub owner: Option<String>,
    /// When it is looked at next.
    pub review: Option<NaiveDate>,
    /// Whether that day has passed at the reading date.
    pub review_is_overdue: bool,
    /// Whether it is being looked after.
    pub is_open: bool,
}

/// The chosen risks in order. `earlier` is the state against which movement is worked out, where one was chosen.
pub fn register(
    workspace: &Workspace,
    chosen: &Chosen,
    sorted: Sorted,
    reading: NaiveDate,
    earlier: Option<LookUp<'_>>,
) -> Vec<RegisterRow> {
    let matrix = workspace.matrix();
    let chosen = workspace.risks.values().filter(|risk| chosen.holds(workspace, &matrix, risk));
    let mut risks: Vec<(&Risk, Movement)> = chosen.map(|risk| (risk, movement(risk, earlier))).collect();
    risks.sort_by(|(one, one_moved), (other, other_moved)| {
        let first = match sorted {
            Sorted::Score => Ordering::Equal,
            Sorted::Reference => by_reference(one, other),
            Sorted::Title => folded(one.title.as_ref()).cmp(&folded(other.title.as_ref())),
            Sorted::Owner => folded(one.owner.as_ref()).cmp(&folded(other.owner.as_ref())),
            Sorted::Movement => rank(one_moved).cmp(&rank(other_moved)),
            Sorted::Review => (one.review.is_none(), one.review).cmp(&(other.review.is_none(), other.review)),
        };
        first.then_with(|| by_score(one, other))
    });
    risks
        .into_iter()
        .map(|(risk, movement)| RegisterRow {
            mention: Mention::of(risk),
            title: risk.title.clone().unwrap_or_default(),
            level: risk.level,
            band: risk.level.map(|level| matrix.band(level)),
            movement,
            programme: risk.programme.clone(),
            service: risk.service.clone(),
            owner: risk.owner.clone().filter(|owner| !owner.is_empty()),
            review: risk.review,
            review_is_overdue: risk.is_open() && risk.review.is_some_and(|day| day < reading),
            is_open: risk.is_open(),
        })
        .collect()
}

/// Score, then impact, then reference; those not scored last.
pub(super) fn by_score(one: &Risk, other: &Risk) -> Ordering {
    let height = |risk: &Risk| Reverse(risk.level.map(|level| (level.score(), level.i)));
    height(one).cmp(&height(other)).then_with(|| by_reference(one, other))
}

fn folded(text: Option<&String>) -> (bool, String) {
    let text = text.map(|text| text.to_lowercase()).unwrap_or_default();
    (text.is_empty(), text)
}

fn rank(movement: &Movement) -> u8 {
    match movement.direction() {
        Some(Direction::Increased) => 0,
        Some(Direction::New) => 1,
        Some(Direction::Reduced) => 2,
        Some(Direction::Same) => 3,
        Some(Direction::Closed) => 4,
        None => 5,
    }
}
