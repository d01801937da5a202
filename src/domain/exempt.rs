//! What is not for publication, and why: the paragraphs of Schedule 12A to the Local Government Act 1972.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;

choices! {
    /// A paragraph of Part 1 of Schedule 12A, with what it is about in our own words.
    pub enum Paragraph {
        /// Somebody is spoken of.
        One "1" "1: about an individual",
        /// Somebody could be recognised.
        Two "2" "2: likely to show who an individual is",
        /// Money or business that is somebody's own affair.
        Three "3" "3: financial or business affairs of a person or body, the council included",
        /// Talks with staff and unions.
        Four "4" "4: consultations or negotiations on labour relations",
        /// Advice of lawyers.
        Five "5" "5: legally privileged",
        /// What would show the council's hand.
        Six "6" "6: a notice, order or direction that the council means to give",
        /// Crime.
        Seven "7" "7: prevention, investigation or prosecution of crime",
    }
}

/// That a record is exempt, decided in one act. The record says nothing of it where it is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exempt {
    /// Under which paragraph.
    pub paragraph: Paragraph,
    /// Why that paragraph applies, in words that give nothing away: they stand where the record is left out.
    pub reason: String,
    /// When it is looked at again.
    pub review: NaiveDate,
}
