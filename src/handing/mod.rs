//! What is handed on to whom: what a file for each reader holds, what is left out of it and why, and whether anything of
//! that can still be found in it.
//!
//! A log goes in; a file's text and what is to be said of it come out. Knows neither files nor storage.

pub mod afresh;
pub mod allowed;
pub mod says;
pub mod withheld;

mod cut;
mod figures;
mod file;
mod holds;
mod leaves;
mod numbers;
mod reminder;
mod search;
mod solve;
mod totals;

pub use cut::{Cut, cut, exempt};
pub use file::{Made, NotMade, make};
pub use holds::{Holds, holds};
pub use reminder::Reminder;
pub use search::Found;
pub use withheld::{Why, Withheld};
