//! What is saved, on which basis, by whom: which lines count in a sum, which do not, and why.
//!
//! Sums are never taken across bases. A figure for the whole counts and its parts stand under it; of rival figures one
//! counts and the others stand beside it; net lines are never added. Whatever the grouping, the total is the same.

mod answer;
mod answering;
mod directory;
mod entry;
mod group;
mod ledger;
mod parts;
mod payback;
mod question;
mod rivals;
mod rows;
mod series;
mod slice;
mod statement;
mod sums;
mod tally;
mod yardstick;

pub use answer::{Bar, Counts, Delivered, Flag, GroupAmount, GroupHead, OpenIncrease, Row, SavingsAnswer, Yardstick};
pub use group::GroupKey;
pub use ledger::Ledger;
pub use payback::{Balance, Payback};
pub use question::{Group, SavingsQuestion, View};
pub use statement::{Apportioned, Whose};
