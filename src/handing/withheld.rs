//! Something that is left out of a file, and why.

use serde_json::Value;

use crate::log::RecordId;

/// Why something is left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A person marked it as exempt.
    Exempt,
    /// It is about something that is exempt.
    AboutExempt(RecordId),
    /// Its kind or field is named as one that is not for the public, for this reason.
    NotForThePublic(&'static str),
    /// Nobody has said that its kind or field is for the public.
    NotListed,
    /// It is out of use.
    Withdrawn,
    /// People differ on it, and nobody has settled it.
    Disputed,
    /// It names something that is left out.
    Names(RecordId),
    /// It is a total over exactly one part that is left out: whoever knows the others would know that one.
    Total(RecordId),
    /// Together with what else is published it would give a figure away that is left out.
    GivesAway(RecordId),
    /// It is another statement of something that is left out, and says the same amount.
    SaysTheSame(RecordId),
    /// It divides a figure between partners of whom one's own figure is left out, or that is left out itself.
    Divides,
}

/// A record, or a field of one, that is left out of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Withheld {
    /// The record.
    pub record: RecordId,
    /// The field; nothing where the whole record is left out.
    pub field: Option<String>,
    /// Why.
    pub why: Why,
    /// What is left out: fields and their values, with every value where people differ.
    pub values: Vec<(String, Value)>,
}
