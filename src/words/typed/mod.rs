//! What people type, read generously where it can mean one thing only and refused with a suggestion where it cannot.

mod amount;
mod answers;
mod day;
mod line;
mod names;
mod papers;
mod paste;
mod quantity;
mod reading;
mod split;

pub use amount::{NotAnAmount, amount, range};
pub use answers::paper_and_paragraph;
pub use day::{NotADate, date};
pub use line::{Sheet, in_full, line, sheet};
pub use names::{Named, names, partners, subjects};
pub use papers::{papers, papers_typed};
pub use paste::{PASTED, cells, paste};
pub use quantity::{aim, aim_typed, noted, outlook, quantity, reading, reading_typed};
pub use split::{hundredths, weight};
