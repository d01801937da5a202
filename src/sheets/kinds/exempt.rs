//! The three columns of an exemption, which every kind has.

use crate::domain::exempt::{Exempt, Paragraph};
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Reading, named};
use crate::sheets::table::Cell;

pub(super) const PARAGRAPH: Column = Column::new(
    "exempt",
    "exempt",
    "Exempt: paragraph",
    Holds::Choice,
    "Where it is not for publication: the paragraph of Schedule 12A, by its number, 1 to 7, or its words. \"not stated\" where it is exempt no longer.",
);
pub(super) const REASON: Column = Column::new(
    "exempt-reason",
    "exempt",
    "Exempt: reason",
    Holds::Text,
    "Why, in words that give nothing away: they stand where the item is left out. Stated with the paragraph and the day.",
);
pub(super) const REVIEW: Column =
    Column::new("exempt-review", "exempt", "Exempt: review by", Holds::Day, "By when it is looked at again.");

/// Paragraph, reason, day.
pub(super) fn cells(exempt: Option<&Exempt>) -> [Cell; 3] {
    [
        Cell::text(exempt.map(|exempt| exempt.paragraph.label())),
        Cell::text(exempt.map(|exempt| exempt.reason.as_str())),
        Cell::day(exempt.map(|exempt| exempt.review)),
    ]
}

/// The exemption that a row states; all three belong to it, and who clears the paragraph clears it.
pub(super) fn read(reading: &mut Reading<'_>, before: Option<&Exempt>) -> Option<Exempt> {
    if !reading.states(&["exempt", "exempt-reason", "exempt-review"]) {
        return before.cloned();
    }
    if reading.clears("exempt") {
        return None;
    }
    let paragraph = reading.choice("exempt", before.map(|exempt| exempt.paragraph), Paragraph::ALL, named!(Paragraph));
    let reason = reading.text("exempt-reason", before.map(|exempt| exempt.reason.clone()));
    let review = reading.day("exempt-review", before.map(|exempt| exempt.review));
    let missing = [
        (paragraph.is_none(), "exempt", "Say under which paragraph it is exempt, 1 to 7, or clear its reason and day."),
        (reason.is_none(), "exempt-reason", "Say why it is exempt, in words that give nothing away."),
        (review.is_none(), "exempt-review", "Say by when it is to be looked at again."),
    ];
    for (is_missing, key, says) in missing {
        if is_missing {
            reading.refuse(key, says);
        }
    }
    Some(Exempt { paragraph: paragraph?, reason: reason?, review: review? })
}
