//! The register: a row for every chosen risk.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::analysis::risks::chosen::Chosen;
use crate::analysis::risks::heatmap::Mention;
use crate::analysis::risks::movement::{LookUp, Movement, movement};
use crate::analysis::risks::reference::{Place, place};
use crate::domain::level::{Level, Step};
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
    let mut risks: Vec<(Key<'_>, &Risk, Movement)> = chosen
        .map(|risk| {
            let movement = movement(risk, earlier);
            (Key::of(risk, &movement, sorted), risk, movement)
        })
        .collect();
    risks.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    risks
        .into_iter()
        .map(|(_, risk, movement)| RegisterRow {
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

/// What a row is sorted by, worked out once for each: what was asked for, then score, impact and reference.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'w> {
    first: First,
    /// Those not scored last.
    height: Reverse<Option<(u8, Step)>>,
    place: Place<'w>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum First {
    Nothing,
    Text(bool, String),
    Rank(u8),
    Day(bool, Option<NaiveDate>),
}

impl<'w> Key<'w> {
    fn of(risk: &'w Risk, movement: &Movement, sorted: Sorted) -> Self {
        let first = match sorted {
            Sorted::Score | Sorted::Reference => First::Nothing,
            Sorted::Title => folded(risk.title.as_ref()),
            Sorted::Owner => folded(risk.owner.as_ref()),
            Sorted::Movement => First::Rank(rank(movement)),
            Sorted::Review => First::Day(risk.review.is_none(), risk.review),
        };
        let by_height = sorted != Sorted::Reference;
        let height = risk.level.filter(|_| by_height).map(|level| (level.score(), level.i));
        Self { first, height: Reverse(height), place: place(risk) }
    }
}

/// Blanks last.
fn folded(text: Option<&String>) -> First {
    let text = text.map(|text| text.to_lowercase()).unwrap_or_default();
    First::Text(text.is_empty(), text)
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
