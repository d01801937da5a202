//! What happened, as plain values in words: the steps of a history, what a change did, and what people differ on.
//!
//! Knows the log and what it adds up to; knows neither the page nor the browser.

mod clocks;
mod conflicts;
mod describe;
mod steps;
mod undo;
mod whole;

pub use clocks::{Misfit, misfit};
pub use conflicts::{Choice, Disagreement, Statement, disagreements, disagreements_on};
pub use describe::{Told, describe, field_label, place};
pub use steps::{TrailField, TrailStep, step_of, steps};
pub use undo::{NotUndone, reversal, why_not};
pub use whole::{Asked, Entry, Touched, authors, changes, entry};
