//! How money, dates, counts, levels, refusals and any field's value read in British English, and how people type them.

pub mod approval;
pub mod benefits;
pub mod cases;
pub mod commitments;
pub mod count;
pub mod csv;
pub mod date;
pub mod depth;
pub mod exempt;
pub mod files;
pub mod handed;
pub mod highlights;
pub mod level;
pub mod measures;
pub mod money;
pub mod movement;
pub mod partner;
pub mod quantity;
pub mod risks;
pub mod services;
pub mod settling;
pub mod source;
pub mod thinking;
pub mod typed;

mod name;
mod value;

pub use count::{count, list, number, sentence};
pub use name::{NOT_HERE, kind_with_article, name, short_name};
pub use value::{split, value};

/// What stands where nothing is stated. It is never nought.
pub const NOT_STATED: &str = "not stated";

/// What stands where a figure or a status has not come in yet. It is never nought and never green.
pub const NOT_REPORTED: &str = "not reported";

/// What stands where a period has no reading. It is never nought.
pub const NO_READING: &str = "no reading";
