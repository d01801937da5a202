//! Where the programme stands, in sentences. Each is true of an empty workspace too, and of one with thousands of records:
//! the first few are named and the others are counted.

mod changed;
mod due;
mod open_questions;
mod risks;
mod savings;
mod sentence;
mod status;

use chrono::NaiveDate;

use crate::analysis::risks::{LookUp, earlier_in};
use crate::analysis::savings::Ledger;
use crate::domain::workspace::Workspace;

pub use changed::{Since, changed};
pub use due::due;
pub use open_questions::open_questions;
pub use risks::risks;
pub use savings::savings;
pub use sentence::{Leads, Mark, Piece, Sentence};
pub use status::status;

/// How many of a kind are named one by one.
const NAMED: usize = 3;

/// Every sentence, in the order in which a member reads them: what has changed, what is red or amber, money, what does
/// not agree, risks, what is due.
pub fn overview(workspace: &Workspace, ledger: &Ledger, reading: NaiveDate, since: Option<&Since<'_>>) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    sentences.extend(since.map(|since| changed(workspace, since)));
    sentences.extend(status(workspace, reading));
    sentences.extend(savings(workspace, ledger, reading));
    sentences.extend(open_questions(workspace, ledger));
    let earlier = since.map(|since| (since.day, earlier_in(since.earlier)));
    sentences.extend(risks(workspace, reading, earlier.as_ref().map(|(day, look_up)| (*day, look_up as LookUp<'_>))));
    sentences.extend(due(workspace, reading));
    sentences
}

#[cfg(test)]
mod tests;
