//! A service's life as people look at it: what it went past, who has to agree, what a case comes to.

mod approvals;
mod case;
mod comparison;
mod options;
mod passed;

pub use approvals::{AnswerRow, Recommended, ToTake, decided, recommended, to_take, to_take_says, to_take_table, word};
pub use case::{Amounts, CaseFigures, SignOffRow, called, cases, figures, payback_says, signed_now, signoffs, stated_now};
pub use comparison::{Before, Compared, Comparison, comparison};
pub use options::{HEADS, OptionRow, option_rows, options, preferred_says};
pub use passed::{Passed, passed};
