//! From values to heights, with lines at round numbers.

/// A linear scale between two round numbers around all values and nought.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// Where lines are drawn, from the lowest.
    pub(super) ticks: Vec<i64>,
    top: f64,
    bottom: f64,
    per_unit: f64,
    lowest: f64,
}

impl Scale {
    /// A scale for values from `least` to `most`, drawn from `top` to `bottom`, with about a line for every `apart` pixels.
    pub(super) fn new(least: i64, most: i64, top: f64, bottom: f64, apart: f64) -> Self {
        let ticks = round_ticks(least.min(0), most.max(0), lines((bottom - top) / apart));
        Self::of(ticks, top, bottom)
    }

    /// A scale for values that lie far from nought and close together: nought is left out, so that they can be told apart.
    /// Where they do not, it is one of [`Scale::new`].
    pub(super) fn close(least: i64, most: i64, top: f64, bottom: f64, apart: f64) -> Self {
        let (low, high) = (i128::from(least), i128::from(most));
        let is_far = high > low && ((low > 0 && high - low < low) || (high < 0 && high - low < -high));
        if !is_far {
            return Self::new(least, most, top, bottom, apart);
        }
        let ticks = round_ticks(least, most, lines((bottom - top) / apart));
        Self::of(ticks, top, bottom)
    }

    fn of(ticks: Vec<i64>, top: f64, bottom: f64) -> Self {
        let ends = (ticks.first().copied().unwrap_or(0), ticks.last().copied().unwrap_or(0));
        let span = ends.1 as f64 - ends.0 as f64;
        let per_unit = if span > 0.0 { (bottom - top) / span } else { 0.0 };
        Self { ticks, top, bottom, per_unit, lowest: ends.0 as f64 }
    }

    /// How high a value is drawn.
    pub(super) fn y(&self, value: i64) -> f64 {
        (self.bottom - (value as f64 - self.lowest) * self.per_unit).clamp(self.top, self.bottom)
    }
}

/// Between two and six steps.
fn lines(fit: f64) -> i128 {
    [6, 5, 4, 3].into_iter().find(|count| f64::from(*count) <= fit).map_or(2, i128::from)
}

fn round_ticks(least: i64, most: i64, lines: i128) -> Vec<i64> {
    let (least, most) = (i128::from(least), i128::from(most));
    let step = round_step(((most - least + lines - 1) / lines).max(1));
    let (first, last) = (least.div_euclid(step), -(-most).div_euclid(step));
    (first..=last).map(|place| i64::try_from(place * step).unwrap_or(if place < 0 { i64::MIN } else { i64::MAX })).collect()
}

/// The next of 1, 2, 2.5 and 5 times a power of ten.
fn round_step(at_least: i128) -> i128 {
    let mut power = 1;
    while power * 10 <= at_least {
        power *= 10;
    }
    let quarter = (power % 2 == 0).then_some(power * 5 / 2);
    [Some(power), Some(power * 2), quarter, Some(power * 5)]
        .into_iter()
        .flatten()
        .find(|step| *step >= at_least)
        .unwrap_or(power * 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_at_round_numbers() {
        let ticks = |least, most| Scale::new(least, most, 0.0, 240.0, 48.0).ticks;
        assert_eq!(ticks(0, 964), [0, 200, 400, 600, 800, 1_000]);
        assert_eq!(ticks(0, 1_150), [0, 250, 500, 750, 1_000, 1_250]);
        assert_eq!(ticks(-120, 300), [-200, -100, 0, 100, 200, 300]);
        assert_eq!(ticks(5, 3), [0, 1, 2, 3]);
        assert_eq!(ticks(0, 0), [0]);
        assert_eq!(ticks(i64::MIN, i64::MAX).first(), Some(&i64::MIN));
    }

    #[test]
    fn values_far_from_nought_are_told_apart() {
        let close = |least, most| Scale::close(least, most, 0.0, 240.0, 48.0);
        assert_eq!(close(820, 864).ticks, [820, 830, 840, 850, 860, 870]);
        assert_eq!(close(-30, -28).ticks.first(), Some(&-30));
        assert_eq!(close(10, 90).ticks.first(), Some(&0), "where they lie far apart, nought is there");
        assert_eq!(close(85, 85).ticks.first(), Some(&0), "nor is there anything to tell apart in one value");
    }

    #[test]
    fn heights_are_proportional_from_nought() {
        let scale = Scale::new(0, 1_000, 10.0, 210.0, 48.0);
        assert_eq!([0, 250, 1_000].map(|value| scale.y(value).to_string()), ["210", "160", "10"]);
        assert!((Scale::new(0, 0, 10.0, 210.0, 48.0).y(0) - 210.0).abs() < f64::EPSILON);
    }
}
