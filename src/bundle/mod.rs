//! The JSON that travels: how a log is written to a file, and how any text is read.
//!
//! Knows neither files nor storage: text comes in, text goes out.

pub mod decode;
pub mod migrate;

mod aside;
mod envelope;
mod finding;
mod kind;
mod name;
mod now;
mod preview;
mod profile;
mod read;
mod rehearsal;
mod scan;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod standing;
mod write;

pub use envelope::{Check, FORMAT, Made, Person, VERSION, Whose};
pub use finding::{Finding, Problem, Unreadable};
pub use name::{file_name, file_name_for};
pub use preview::{Counted, NotUnderstood, Preview, Relation};
pub use profile::Profile;
pub use read::{Incoming, Progress, Reader, read};
pub use rehearsal::rehearse;
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub use standing::{Records, write_standing};
pub use write::{everything, people, whose, write};
