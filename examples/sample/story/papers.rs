//! The papers that the sample is made of, by the codes that stand beside every figure.

use concordat::domain::source::Source;

use super::write::day;

/// A paper with numbered paragraphs of its own, and its date. S3 prints 17 January 2010 in places; the year was 2011.
pub struct Paper {
    code: &'static str,
    dated: (i32, u32, u32),
}

/// Bromsgrove's Cabinet: the Worcestershire Enhanced Two Tier programme.
pub const S0: Paper = Paper { code: "S0", dated: (2009, 9, 2) };
/// The Shared Services Board: the programme of sharing and transformation. Its appendices are not at hand.
pub const S1: Paper = Paper { code: "S1", dated: (2010, 6, 24) };
/// Minutes of Bromsgrove's Performance Management Board, printed in the pack of 17 January 2011.
pub const S3M: Paper = Paper { code: "S3m", dated: (2010, 11, 15) };
/// Bromsgrove's cover report on shared services. Its timeline and financial statement are not at hand.
pub const S3B: Paper = Paper { code: "S3b", dated: (2011, 1, 17) };
/// The Shared Services Board's progress report.
pub const S3C: Paper = Paper { code: "S3c", dated: (2010, 12, 9) };
/// The Concordat, in draft before the Shared Services Board.
pub const S4B: Paper = Paper { code: "S4b", dated: (2008, 9, 1) };
/// Targets and objectives, with the specification for outside support.
pub const S4C: Paper = Paper { code: "S4c", dated: (2008, 9, 1) };
/// Quick wins.
pub const S4D: Paper = Paper { code: "S4d", dated: (2008, 9, 1) };
/// Minutes of the Shared Services Board.
pub const S4M: Paper = Paper { code: "S4m", dated: (2008, 9, 1) };

impl Paper {
    /// A paragraph of it.
    pub fn at(&self, paragraph: &str) -> Option<Source> {
        let (year, month, date) = self.dated;
        Some(Source { paper: self.code.to_owned(), paragraph: Some(paragraph.to_owned()), dated: day(year, month, date) })
    }
}
