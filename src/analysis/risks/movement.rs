//! Which way a risk has gone since an earlier state of the workspace.

use crate::domain::level::Level;
use crate::domain::matrix::Matrix;
use crate::domain::risk::{Direction, Risk, RiskId, StatedMovement};
use crate::domain::workspace::Workspace;
use crate::words;

/// What a risk was at an earlier time at which it was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earlier {
    /// Its likelihood and impact then, where it was scored.
    pub level: Option<Level>,
    /// Whether it was open then.
    pub was_open: bool,
}

/// Looks a risk up in an earlier state of the workspace.
pub type LookUp<'a> = &'a dyn Fn(&RiskId) -> Option<Earlier>;

/// What is known of a risk's movement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Movement {
    /// There are no two scores to compare, and no paper states one.
    #[default]
    NotKnown,
    /// Worked out from two states of the workspace.
    Moved {
        /// Which way.
        direction: Direction,
        /// Its level then, where it had one.
        earlier: Option<Level>,
    },
    /// A paper states it without an earlier score.
    Stated(StatedMovement),
}

impl Movement {
    /// Which way, where that is known.
    pub fn direction(&self) -> Option<Direction> {
        match self {
            Self::NotKnown => None,
            Self::Moved { direction, .. } => Some(*direction),
            Self::Stated(stated) => Some(stated.direction),
        }
    }

    /// The movement in words, with its mark: `▲ increased from 6`; nothing where none is known.
    pub fn said(&self, matrix: &Matrix, now: Option<Level>) -> Option<String> {
        match self {
            Self::NotKnown => None,
            Self::Moved { direction, earlier } => Some(words::movement::movement(matrix, *direction, *earlier, now)),
            Self::Stated(stated) => Some(words::movement::stated(stated)),
        }
    }
}

/// The risks as an earlier workspace had them, as [`movement`] looks them up.
pub fn earlier_in(workspace: &Workspace) -> impl Fn(&RiskId) -> Option<Earlier> + '_ {
    |id| workspace.risks.get(id).map(|risk| Earlier { level: risk.level, was_open: risk.is_open() })
}

/// Which way a risk has gone, as [`movement`] has it, without what a paper says of it.
pub(super) fn direction(risk: &Risk, earlier: Option<LookUp<'_>>) -> Option<Direction> {
    let stated = || risk.movement.as_ref().map(|stated| stated.direction);
    let Some(look_up) = earlier else { return stated() };
    let Some(then) = look_up(&risk.id) else {
        return stated().or_else(|| risk.is_open().then_some(Direction::New));
    };
    if then.was_open && !risk.is_open() {
        return Some(Direction::Closed);
    }
    match (then.level, risk.level) {
        (Some(was), Some(is)) if was == is => stated().or(Some(Direction::Same)),
        (Some(was), Some(is)) => Some(Direction::between(was, is)),
        _ => stated(),
    }
}

/// A risk's movement since the time at which `earlier` knew it. Two different scores say more than a paper that states
/// a movement without them; a paper says more than that the risk was entered here later, or that its one score stands.
pub fn movement(risk: &Risk, earlier: Option<LookUp<'_>>) -> Movement {
    let stated = || risk.movement.clone().map(Movement::Stated);
    let Some(look_up) = earlier else { return stated().unwrap_or_default() };
    let Some(then) = look_up(&risk.id) else {
        let new = Movement::Moved { direction: Direction::New, earlier: None };
        return if risk.is_open() { stated().unwrap_or(new) } else { stated().unwrap_or_default() };
    };
    if then.was_open && !risk.is_open() {
        return Movement::Moved { direction: Direction::Closed, earlier: then.level };
    }
    match (then.level, risk.level) {
        (Some(was), Some(is)) if was == is => {
            stated().unwrap_or(Movement::Moved { direction: Direction::Same, earlier: Some(was) })
        }
        (Some(was), Some(is)) => Movement::Moved { direction: Direction::between(was, is), earlier: Some(was) },
        _ => stated().unwrap_or_default(),
    }
}
