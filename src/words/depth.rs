//! How movements between bases read.

use crate::domain::shift::{ShiftReason, Shifted};
use crate::words::money;

/// `Timing or part of a year: −£50,000, saving for 2010/11, budget to forecast`.
pub fn moved(moved: &Shifted) -> String {
    format!(
        "{}: {}, {} for {}, {} to {}",
        moved.reason.label(),
        money::change(moved.pence, money::exact),
        moved.kind.label().to_lowercase(),
        moved.year,
        moved.from.label().to_lowercase(),
        moved.to.label().to_lowercase()
    )
}

/// What a reason is called in a sentence: `scope`, `a partner who left`.
pub fn reason(reason: ShiftReason) -> &'static str {
    match reason {
        ShiftReason::Scope => "scope",
        ShiftReason::Timing => "timing or part of a year",
        ShiftReason::Cost => "cost",
        ShiftReason::PartnerLeft => "a partner who left",
        ShiftReason::Other => "something else",
    }
}
