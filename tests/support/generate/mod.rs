//! Programmes that nobody runs, of any size, the same from the same seed: for tests, benchmarks and trying things out.
//!
//! Unlike the sample they have targets, actuals, statuses, rivals, splits and a history, so that variance and lights can
//! be held to something. All names are made up.
#![allow(dead_code, reason = "each suite takes what it needs")]

mod chance;
mod history;
mod lines;
mod names;
mod records;

use concordat::domain::thing::Thing;
use concordat::domain::workspace::Workspace;
use concordat::log::Log;

use chance::Chance;

/// How much of everything.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Councils and other bodies.
    pub partners: usize,
    /// Programmes.
    pub programmes: usize,
    /// Services.
    pub services: usize,
    /// Risks.
    pub risks: usize,
    /// Money lines.
    pub money: usize,
    /// Financial years with figures, the last of which is the current one.
    pub years: u8,
    /// Changes in the log.
    pub changes: usize,
}

/// A handful of everything, for random tests.
pub const SMALL: Size = Size { partners: 4, programmes: 2, services: 7, risks: 12, money: 70, years: 3, changes: 160 };

/// Ten times the sample.
pub const SAMPLE_TIMES_TEN: Size =
    Size { partners: 70, programmes: 20, services: 300, risks: 140, money: 200, years: 4, changes: 450 };

/// Every council of a country.
pub const NATIONAL: Size =
    Size { partners: 340, programmes: 60, services: 1_000, risks: 5_000, money: 50_000, years: 10, changes: 100_000 };

/// Every record as it was first entered.
pub fn things(seed: u64, size: Size) -> Vec<Thing> {
    let mut chance = Chance::new(seed);
    let mut house = records::House::new(&mut chance, size);
    let mut things = house.things(&mut chance);
    things.extend(lines::money(&mut chance, &house, size));
    things.extend(house.risks(&mut chance));
    things
}

/// The workspace that those records make.
pub fn workspace(seed: u64, size: Size) -> Workspace {
    let mut workspace = Workspace::default();
    things(seed, size).into_iter().for_each(|thing| workspace.insert(thing));
    workspace
}

/// A log in which those records were entered and then worked on, by several people, now and then at the same time.
pub fn log(seed: u64, size: Size) -> Log {
    history::log(things(seed, size), seed, size)
}

/// The same log, and two that went on from it by so many changes each without hearing of each other.
pub fn apart(seed: u64, size: Size, each: usize) -> (Log, [Log; 2]) {
    history::apart(things(seed, size), seed, size, each)
}
