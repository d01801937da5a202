//! Reasons for which a figure moved between two bases.

use crate::domain::check::Refusals;
use crate::domain::money::MoneyKind;
use crate::domain::pence::Pence;
use crate::domain::shift::Shift;

/// Files hold whole numbers up to this one exactly.
const MOST: i64 = (1 << 53) - 1;

pub(super) fn shift(shift: &Shift, refusals: &mut Refusals) {
    refusals.when(shift.service.is_none(), "service", "Say of which service this is.");
    match &shift.moved {
        None => refusals.add("moved", "Say which figure moved, from which basis to which, and by how much."),
        Some(moved) => {
            let backwards = moved.from >= moved.to;
            refusals.when(backwards, "moved", "A figure moves to a firmer basis: choose a later one to move to.");
            refusals.when(moved.kind == MoneyKind::Target, "moved", "A target has no basis, so that it moves between none.");
            refusals.when(moved.pence == Pence::ZERO, "moved", "A movement of nothing explains nothing. Write the amount.");
            let large = moved.pence.0.unsigned_abs() > MOST.unsigned_abs();
            refusals.when(large, "moved", "This is more than can be kept exactly. Check the noughts.");
        }
    }
    refusals.text("why", shift.why.as_ref(), "Say why in a few words: the Board will ask.");
    let nobody = shift.said_by.as_ref().is_none_or(|said| said.who.trim().is_empty());
    refusals.when(nobody, "said_by", "Say who gives this reason, by office.");
    refusals.source(shift.source.as_ref());
}
