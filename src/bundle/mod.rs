//! The JSON that travels: how a log is written to a file, and how any text is read.
//!
//! Knows neither files nor storage: text comes in, text goes out.

pub mod decode;
pub mod migrate;

mod aside;
mod beside;
mod by_hand;
mod envelope;
mod finding;
mod gathering;
mod kind;
mod name;
mod now;
mod preview;
mod profile;
mod read;
mod relation;
mod scan;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod standing;
mod survey;
mod telling;
mod write;

pub use by_hand::{HandEdit, HandTold, Stated, seal, told};
pub use envelope::{Check, FORMAT, Made, Person, VERSION, Whose};
pub use finding::{Finding, Problem, Unreadable};
pub use gathering::{Gathering, Row};
pub use name::{file_name, file_name_for};
pub use preview::{Counted, Difference, NotUnderstood, Preview, Sort};
pub use profile::Profile;
pub use read::{Incoming, Progress, Reader, read};
pub use relation::{Relation, title};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub use standing::{Records, write_standing};
pub use survey::{Grounds, Survey, Surveyed, new_in};
pub use telling::{Said, Told, ToldField, by};
pub use write::{everything, people, whose, write};
