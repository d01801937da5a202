//! The register: a row for every chosen risk.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::analysis::risks::chosen::Chosen;
use crate::analysis::risks::heatmap::Mention;
use crate::analysis::risks::moved::Moved;
use crate::analysis::risks::movement::{LookUp, Movement, direction, movement};
use crate::analysis::risks::reference::by_reference;
use crate::domain::level::{Level, Step};
use crate::domain::matrix::{Band, Matrix};
use crate::domain::programme::ProgrammeId;
use crate::domain::risk::{Direction, Risk};
use crate::domain::service::ServiceId;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;

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

/// The first rows, and what is known of all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    /// As many rows as were asked for, in order.
    pub rows: Vec<RegisterRow>,
    /// How many risks are chosen.
    pub total: usize,
    /// Movement by cell, of all that are chosen; cells in which nothing moved are left out.
    pub moved: BTreeMap<Level, Moved>,
}

/// The first of the chosen risks in order, at most so many. `earlier` is the state against which movement is worked out,
/// where one was chosen. Thousands of risks are looked through with every edit, but only what is shown is made a row.
pub fn register(
    workspace: &Workspace,
    chosen: &Chosen,
    sorted: Sorted,
    reading: NaiveDate,
    earlier: Option<LookUp<'_>>,
    most: usize,
) -> Register {
    let matrix = workspace.matrix();
    let mut moved: BTreeMap<Level, Moved> = BTreeMap::new();
    let mut keys: Vec<Key<'_>> = Vec::new();
    for risk in workspace.risks.values().filter(|risk| chosen.holds(workspace, &matrix, risk)) {
        let direction = direction(risk, earlier);
        if let (Some(level), Some(Direction::Increased | Direction::Reduced)) = (risk.level, direction) {
            moved.entry(level).or_default().count(direction);
        }
        keys.push(Key::of(risk, direction, sorted));
    }
    let total = keys.len();
    if most < total {
        // Those that are not shown need no order among themselves.
        keys.select_nth_unstable(most);
        keys.truncate(most);
    }
    keys.order_by(Ord::cmp);
    let rows = keys.into_iter().map(|key| row(key.risk, &matrix, reading, earlier)).collect();
    Register { rows, total, moved }
}

fn row(risk: &Risk, matrix: &Matrix, reading: NaiveDate, earlier: Option<LookUp<'_>>) -> RegisterRow {
    RegisterRow {
        mention: Mention::of(risk),
        title: risk.title.clone().unwrap_or_default(),
        level: risk.level,
        band: risk.level.map(|level| matrix.band(level)),
        movement: movement(risk, earlier),
        programme: risk.programme.clone(),
        service: risk.service.clone(),
        owner: risk.owner.clone().filter(|owner| !owner.is_empty()),
        review: risk.review,
        review_is_overdue: risk.is_open() && risk.review.is_some_and(|day| day < reading),
        is_open: risk.is_open(),
    }
}

/// What a row is sorted by: what was asked for, then score, impact and reference.
struct Key<'w> {
    first: First,
    /// Those not scored last.
    height: Reverse<Option<(u8, Step)>>,
    risk: &'w Risk,
}

impl Ord for Key<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let first = self.first.cmp(&other.first).then_with(|| self.height.cmp(&other.height));
        first.then_with(|| by_reference(self.risk, other.risk))
    }
}

impl PartialOrd for Key<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Key<'_> {}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum First {
    Nothing,
    Text(bool, String),
    Rank(u8),
    Day(bool, Option<NaiveDate>),
}

impl<'w> Key<'w> {
    fn of(risk: &'w Risk, direction: Option<Direction>, sorted: Sorted) -> Self {
        let first = match sorted {
            Sorted::Score | Sorted::Reference => First::Nothing,
            Sorted::Title => folded(risk.title.as_ref()),
            Sorted::Owner => folded(risk.owner.as_ref()),
            Sorted::Movement => First::Rank(rank(direction)),
            Sorted::Review => First::Day(risk.review.is_none(), risk.review),
        };
        let by_height = sorted != Sorted::Reference;
        let height = risk.level.filter(|_| by_height).map(|level| (level.score(), level.i));
        Self { first, height: Reverse(height), risk }
    }
}

/// Blanks last.
fn folded(text: Option<&String>) -> First {
    let text = text.map(|text| text.to_lowercase()).unwrap_or_default();
    First::Text(text.is_empty(), text)
}

fn rank(direction: Option<Direction>) -> u8 {
    match direction {
        Some(Direction::Increased) => 0,
        Some(Direction::New) => 1,
        Some(Direction::Reduced) => 2,
        Some(Direction::Same) => 3,
        Some(Direction::Closed) => 4,
        None => 5,
    }
}
