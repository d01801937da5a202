//! How many risks of each cell have gone up or down.

use std::collections::BTreeMap;

use crate::analysis::risks::register::RegisterRow;
use crate::domain::level::Level;
use crate::domain::risk::Direction;

/// How many have gone which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moved {
    /// Up, which is worse.
    pub up: usize,
    /// Down.
    pub down: usize,
}

/// Movement by cell, as the register has it; cells in which nothing moved are left out.
pub fn moved(rows: &[RegisterRow]) -> BTreeMap<Level, Moved> {
    let mut cells: BTreeMap<Level, Moved> = BTreeMap::new();
    for row in rows {
        let (Some(level), Some(direction)) = (row.level, row.movement.direction()) else { continue };
        match direction {
            Direction::Increased => cells.entry(level).or_default().up += 1,
            Direction::Reduced => cells.entry(level).or_default().down += 1,
            Direction::Same | Direction::New | Direction::Closed => {}
        }
    }
    cells
}
