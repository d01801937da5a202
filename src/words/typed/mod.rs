//! What people type, read generously where it can mean one thing only and refused with a suggestion where it cannot.

mod amount;
mod day;

pub use amount::{NotAnAmount, amount, range};
pub use day::{NotADate, date};
