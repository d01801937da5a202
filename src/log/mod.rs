//! How the workspace came to be: immutable changes, merged by union and folded into records.
//!
//! Knows records as named JSON fields and nothing of what they mean; knows neither the browser nor the clock.

mod canonical;
mod change;
mod clocks;
mod code;
mod earlier;
mod fold;
mod history;
mod id;
mod merge;
mod moment;
mod taking_back;
mod undo;

pub use canonical::{Strict, canonical, canonical_end, write_canonical};
pub use change::{Author, Change, Draft, Edit, LineError, Over, SCHEMA, Sealed, Set};
pub use clocks::{ClockMisfit, WhyNotThen};
pub use code::Code;
pub use earlier::{AsAt, Earlier};
pub use fold::{Head, Reading, Record, Standing, WITHDRAWN};
pub use history::{Step, parents_first};
pub use id::{ChangeId, MalformedName, RecordId, is_name};
pub use merge::{Added, Log};
pub use moment::Moment;
pub use taking_back::first_built_on;
pub use undo::{CannotUndo, Reversal};
