//! Green, amber or red by rule: how far a figure falls short of its target, and how much of that is tolerated.

use crate::domain::measure::{Polarity, Tolerance};
use crate::domain::quantity::Quantity;
use crate::domain::rag::Rag;
use crate::domain::reading::Aim;

/// How a figure stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// Green where it does not fall short, amber where that is tolerated, else red.
    pub light: Rag,
    /// How far it falls short, in the measure's unit; less than nought where it is better than its target.
    pub short: Quantity,
    /// The same in per cent of the target, or of the width of the range; none where that is nought.
    pub percent: Option<Quantity>,
}

/// Holds a figure against its target. What is for information only is not judged.
pub fn judge(better: Polarity, tolerance: Tolerance, figure: Quantity, aim: &Aim) -> Option<Judged> {
    let (short, against) = match better {
        Polarity::Higher => (aim.value.minus(figure)?, aim.value),
        Polarity::Lower => (figure.minus(aim.value)?, aim.value),
        Polarity::Within => (outside(figure, aim)?, aim.up_to.unwrap_or(aim.value).minus(aim.value)?),
        Polarity::Information => return None,
    };
    let is_tolerated = if against == Quantity::ZERO {
        tolerance.units.is_some_and(|units| short <= units)
    } else {
        // short ÷ |against| × 100 ≤ per cent, without a quotient that would have to be rounded.
        short.millionths() * 100_000_000 <= tolerance.percent.millionths() * against.millionths().abs()
    };
    let light = match (short <= Quantity::ZERO, is_tolerated) {
        (true, _) => Rag::Green,
        (false, true) => Rag::Amber,
        (false, false) => Rag::Red,
    };
    let width = Quantity::of_millionths(against.millionths().abs())?;
    Some(Judged { light, short, percent: short.times_over(100, width) })
}

/// How far a figure is outside a range; nought within it. Without an upper end the range is that one figure.
pub(super) fn outside(figure: Quantity, aim: &Aim) -> Option<Quantity> {
    let top = aim.up_to.unwrap_or(aim.value);
    if figure < aim.value {
        aim.value.minus(figure)
    } else if figure > top {
        figure.minus(top)
    } else {
        Some(Quantity::ZERO)
    }
}
