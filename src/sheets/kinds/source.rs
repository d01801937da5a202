//! The three columns of a source, which every kind but partners has.

use crate::domain::source::Source;
use crate::sheets::column::{Column, Holds};
use crate::sheets::table::Cell;

pub(super) const PAPER: Column =
    Column::new("source", "source", "Source", Holds::Line, "The paper in which it is stated, by its name or its code.");
pub(super) const PARAGRAPH: Column =
    Column::new("source-paragraph", "source", "Source paragraph", Holds::Line, "The paragraph of that paper.");
pub(super) const DATED: Column =
    Column::new("source-dated", "source", "Source dated", Holds::Day, "The date that stands on the paper.");

/// The keys of the three.
pub(super) const KEYS: [&str; 3] = [PAPER.key, PARAGRAPH.key, DATED.key];

/// Paper, paragraph, date.
pub(super) fn cells(source: Option<&Source>) -> [Cell; 3] {
    [
        Cell::text(source.map(|source| source.paper.as_str())),
        Cell::text(source.and_then(|source| source.paragraph.as_deref())),
        Cell::day(source.and_then(|source| source.dated)),
    ]
}
