//! The papers that the sample is made of, by the codes that stand beside every figure.

use concordat::domain::source::{self, Source};

use super::write::day;

/// A paper with numbered paragraphs of its own, and its date. S3 prints 17 January 2010 in places; the year was 2011.
pub struct Paper {
    code: &'static str,
    dated: (i32, u32, u32),
    name: &'static str,
}

/// Every paper.
pub const ALL: [Paper; 9] = [S0, S1, S3B, S3C, S3M, S4B, S4C, S4D, S4M];

/// Bromsgrove's Cabinet: the Worcestershire Enhanced Two Tier programme.
pub const S0: Paper = Paper {
    code: "S0",
    dated: (2009, 9, 2),
    name: "Report to Bromsgrove's Cabinet on the Worcestershire Enhanced Two Tier programme, 2 September 2009",
};
/// The Shared Services Board: the programme of sharing and transformation. Its appendices are not at hand.
pub const S1: Paper = Paper {
    code: "S1",
    dated: (2010, 6, 24),
    name: "Report to the Shared Services Board on the programme of sharing and transformation, 24 June 2010",
};
/// Minutes of Bromsgrove's Performance Management Board, printed in the pack of 17 January 2011.
pub const S3M: Paper =
    Paper { code: "S3m", dated: (2010, 11, 15), name: "Minutes of Bromsgrove's Performance Management Board, 15 November 2010" };
/// Bromsgrove's cover report on shared services. Its timeline and financial statement are not at hand.
pub const S3B: Paper = Paper {
    code: "S3b",
    dated: (2011, 1, 17),
    name: "Cover report on shared services to Bromsgrove's Performance Management Board, 17 January 2011",
};
/// The Shared Services Board's progress report.
pub const S3C: Paper =
    Paper { code: "S3c", dated: (2010, 12, 9), name: "Progress report to the Shared Services Board, 9 December 2010" };
/// The Concordat, in draft before the Shared Services Board.
pub const S4B: Paper = Paper {
    code: "S4b",
    dated: (2008, 9, 1),
    name: "The Concordat in draft, before the Shared Services Board of 1 September 2008",
};
/// Targets and objectives, with the specification for outside support.
pub const S4C: Paper = Paper {
    code: "S4c",
    dated: (2008, 9, 1),
    name: "Targets and objectives, before the Shared Services Board of 1 September 2008",
};
/// Quick wins.
pub const S4D: Paper =
    Paper { code: "S4d", dated: (2008, 9, 1), name: "Quick wins, before the Shared Services Board of 1 September 2008" };
/// Minutes of the Shared Services Board.
pub const S4M: Paper =
    Paper { code: "S4m", dated: (2008, 9, 1), name: "Minutes of the Shared Services Board of 1 September 2008" };

impl Paper {
    /// Its code and what it is called, as the workspace lists it.
    pub fn explained(&self) -> source::Paper {
        source::Paper { code: self.code.to_owned(), name: self.name.to_owned() }
    }

    /// A paragraph of it.
    pub fn at(&self, paragraph: &str) -> Option<Source> {
        let (year, month, date) = self.dated;
        Some(Source { paper: self.code.to_owned(), paragraph: Some(paragraph.to_owned()), dated: day(year, month, date) })
    }
}
