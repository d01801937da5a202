//! The readings of a year as one figure, by the rule of the measure.

use crate::domain::measure::{Measure, YearToDate};
use crate::domain::quantity::Quantity;
use crate::domain::reading::Reading;

/// What the readings so far come to, in the order of their periods. Blanks are left out: they are not nought.
pub fn to_date(measure: &Measure, readings: &[&Reading]) -> Option<Quantity> {
    let figures: Vec<Quantity> = readings.iter().filter_map(|reading| measure.figure(reading)).collect();
    match measure.rule() {
        YearToDate::Sum => Quantity::sum(&figures),
        YearToDate::Mean => Quantity::mean(&figures),
        YearToDate::Latest => figures.last().copied(),
        YearToDate::Ratio => {
            let pairs: Vec<_> = readings.iter().filter_map(|reading| Some((reading.value, reading.of?))).collect();
            let (parts, wholes): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
            measure.ratio(Quantity::sum(&parts)?, Quantity::sum(&wholes)?)
        }
    }
}
