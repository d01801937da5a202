//! How many risks of a cell have gone up or down.

use crate::domain::risk::Direction;

/// How many have gone which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moved {
    /// Up, which is worse.
    pub up: usize,
    /// Down.
    pub down: usize,
}

impl Moved {
    pub(super) fn count(&mut self, direction: Option<Direction>) {
        match direction {
            Some(Direction::Increased) => self.up += 1,
            Some(Direction::Reduced) => self.down += 1,
            Some(Direction::Same | Direction::New | Direction::Closed) | None => {}
        }
    }
}
