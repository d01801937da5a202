//! Whether a measure got better: improved, the same or worse, by which way is better. An arrow that only says "up" misleads.

use std::cmp::Ordering;

use crate::domain::choice::choices;
use crate::domain::measure::Polarity;
use crate::domain::performance::light::outside;
use crate::domain::quantity::Quantity;
use crate::domain::reading::Aim;

choices! {
    /// Which way a measure has gone.
    pub enum Trend {
        /// It is better than it was.
        Improved "improved" "Improved",
        /// It is as it was.
        Same "same" "Same",
        /// It is worse than it was.
        Worse "worse" "Worse",
    }
}

impl Trend {
    /// The letter that stands for it in a table.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Improved => "I",
            Self::Same => "S",
            Self::Worse => "W",
        }
    }
}

/// Which way a figure went. Of a range it is told by the distance from it, so that it needs the range; what is for
/// information only gets neither better nor worse.
pub fn trend(better: Polarity, was: Quantity, is: Quantity, aim: Option<&Aim>) -> Option<Trend> {
    let order = match better {
        Polarity::Higher => is.cmp(&was),
        Polarity::Lower => was.cmp(&is),
        Polarity::Within => outside(was, aim?)?.cmp(&outside(is, aim?)?),
        Polarity::Information => return None,
    };
    Some(match order {
        Ordering::Greater => Trend::Improved,
        Ordering::Equal => Trend::Same,
        Ordering::Less => Trend::Worse,
    })
}
