//! Savings in depth: what a service's figure was on each basis and what moved it; what each council pays and gets; budget and outturn.

mod course;
mod ladder;
mod ladder_told;
mod statement;
mod statement_told;

pub use course::{Outturn, Sold, outturn, over_says, paybacks, sold, sold_says};
pub use ladder::{Ladder, Rung, Step, kinds, ladder, years};
pub use ladder_told::{Fall, LadderRow, MOST_SERVICES, falls, row, says, services};
pub use statement::{Account, Asked, Column, Statement, StatementLine, statement};
pub use statement_told::{LineTold, account_says, line_told, statement_says, statement_table, whose};
