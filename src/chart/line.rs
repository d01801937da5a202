//! A line over periods, with what it is held against. Where a period has no value the line breaks and a gap is marked.

use crate::chart::label::{Anchor, Label, Placed, Role, width};
use crate::chart::place::{Area, Px};
use crate::chart::scale::Scale;
use crate::chart::{Room, Tick, Words};

/// Room between the plot and text beside it.
const GAP: f64 = 8.0;

/// What is to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Points {
    /// Short names of the periods.
    pub columns: Vec<String>,
    /// The value of each; none where there is none, which is not nought.
    pub values: Vec<Option<i64>>,
    /// The periods that should have a value and have none.
    pub gaps: Vec<bool>,
    /// What each is held against: the lower and the upper end, which are the same where it is one value.
    pub targets: Vec<Option<(i64, i64)>>,
    /// What it was before.
    pub baseline: Option<i64>,
    /// Where it is expected to end.
    pub forecast: Option<i64>,
}

/// A line, laid out. One unit is one CSS pixel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineChart {
    /// As wide as it was asked to be.
    pub width: Px,
    /// As high as suits the width.
    pub height: Px,
    /// Where the values are.
    pub plot: Area,
    /// The lines across.
    pub ticks: Vec<Tick>,
    /// The line, broken where there is no value.
    pub line: String,
    /// Its values.
    pub dots: Vec<Dot>,
    /// The periods without a value that should have one.
    pub gaps: Vec<Area>,
    /// What it is held against, a step for each period; of a range both ends.
    pub targets: String,
    /// What it was before, all the way across.
    pub baseline: Option<String>,
    /// From the last value to where it is expected to end, and that end.
    pub forecast: Option<(String, Dot)>,
    /// All text. No two overlap.
    pub labels: Vec<Label>,
}

/// One value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    /// Of which column.
    pub column: usize,
    /// How much it stands for.
    pub value: i64,
    /// Where it is.
    pub x: Px,
    /// How high.
    pub y: Px,
}

struct Sheet<'a> {
    points: &'a Points,
    words: &'a Words<'a>,
    text: f64,
    width: f64,
    height: f64,
    left: f64,
    right: f64,
    scale: Scale,
}

/// Lays out a line.
pub fn draw_line(points: &Points, room: Room, words: &Words<'_>) -> LineChart {
    let sheet = Sheet::new(points, room, words);
    let dots = sheet.dots();
    let forecast = sheet.forecast(&dots);
    let mut chart = LineChart {
        width: Px::new(sheet.width),
        height: Px::new(sheet.height),
        plot: sheet.plot(),
        ticks: sheet.ticks(),
        line: line(&dots),
        gaps: sheet.gaps(),
        targets: sheet.targets(),
        baseline: points.baseline.map(|value| sheet.across(value)),
        forecast,
        dots,
        labels: Vec::new(),
    };
    chart.labels = sheet.labels(&chart);
    chart
}

/// Neighbours are joined; a column without a value breaks the line.
fn line(dots: &[Dot]) -> String {
    let mut path = String::new();
    let mut before: Option<usize> = None;
    for dot in dots {
        let goes_on = before.is_some_and(|column| column + 1 == dot.column);
        path.push_str(&format!("{}{} {}", if goes_on { 'L' } else { 'M' }, dot.x, dot.y));
        before = Some(dot.column);
    }
    path
}

impl<'a> Sheet<'a> {
    fn new(points: &'a Points, room: Room, words: &'a Words<'a>) -> Self {
        let text = room.text.clamp(8.0, 40.0);
        let width_at_hand = room.width.clamp(160.0, 4_000.0);
        let height = (width_at_hand * 0.45).clamp(text * 13.0, text * 19.0);
        let line = text * 1.5;
        let ends = points.targets.iter().flatten().flat_map(|(low, high)| [*low, *high]);
        let all = points.values.iter().flatten().copied().chain(ends).chain(points.baseline).chain(points.forecast);
        let (least, most) = all
            .fold(None, |ends: Option<(i64, i64)>, value| {
                Some(ends.map_or((value, value), |(least, most)| (least.min(value), most.max(value))))
            })
            .unwrap_or((0, 0));
        let scale = Scale::close(least, most, line, height - GAP - line, text * 3.0);
        let tick_width = (words.axis)(&scale.ticks).iter().map(|tick| width(tick, text)).fold(0.0, f64::max);
        let left = (tick_width + GAP).min(width_at_hand * 0.4);
        Self { points, words, text, width: width_at_hand, height, left, right: width_at_hand - 2.0, scale }
    }

    fn plot(&self) -> Area {
        let (top, bottom) = (self.text * 1.5, self.height - GAP - self.text * 1.5);
        Area::between(self.left, top, self.right, bottom)
    }

    fn share(&self) -> f64 {
        (self.right - self.left) / self.points.columns.len().max(1) as f64
    }

    fn middle(&self, column: usize) -> f64 {
        self.left + self.share() * (column as f64 + 0.5)
    }

    fn ticks(&self) -> Vec<Tick> {
        let (left, right) = (Px::new(self.left), Px::new(self.right));
        let tick = |value: i64| {
            let y = Px::new(self.scale.y(value));
            Tick { value, y, path: format!("M{left} {y}H{right}") }
        };
        self.scale.ticks.iter().copied().map(tick).collect()
    }

    fn dot(&self, column: usize, value: i64) -> Dot {
        Dot { column, value, x: Px::new(self.middle(column)), y: Px::new(self.scale.y(value)) }
    }

    fn dots(&self) -> Vec<Dot> {
        let values = self.points.values.iter().enumerate();
        values.filter_map(|(column, value)| Some(self.dot(column, (*value)?))).collect()
    }

    fn gaps(&self) -> Vec<Area> {
        let plot = self.plot();
        let gaps = self.points.gaps.iter().enumerate().filter(|(_, is_gap)| **is_gap);
        let area = |(column, _): (usize, &bool)| {
            let left = self.left + self.share() * column as f64;
            Area::between(left + 1.0, plot.y.get(), left + self.share() - 1.0, plot.bottom().get())
        };
        gaps.map(area).collect()
    }

    /// A level stroke for each period. Strokes of neighbours meet where they are at one height.
    fn targets(&self) -> String {
        let mut path = String::new();
        for (column, (low, high)) in
            self.points.targets.iter().enumerate().filter_map(|(column, target)| Some((column, (*target)?)))
        {
            let (left, right) =
                (Px::new(self.left + self.share() * column as f64), Px::new(self.left + self.share() * (column as f64 + 1.0)));
            let ends = if low == high { vec![low] } else { vec![low, high] };
            for end in ends {
                path.push_str(&format!("M{left} {}H{right}", Px::new(self.scale.y(end))));
            }
        }
        path
    }

    fn across(&self, value: i64) -> String {
        format!("M{} {}H{}", Px::new(self.left), Px::new(self.scale.y(value)), Px::new(self.right))
    }

    fn forecast(&self, dots: &[Dot]) -> Option<(String, Dot)> {
        let end = self.dot(self.points.columns.len().checked_sub(1)?, self.points.forecast?);
        let from = dots.last().filter(|last| last.column < end.column);
        Some((from.map(|from| format!("M{} {}L{} {}", from.x, from.y, end.x, end.y)).unwrap_or_default(), end))
    }

    fn labels(&self, chart: &LineChart) -> Vec<Label> {
        let mut placed = Placed::within(Area::between(0.0, 0.0, self.width, self.height));
        let words = (self.words.axis)(&self.scale.ticks);
        for (tick, word) in chart.ticks.iter().zip(&words) {
            let label = Label::new(word, Role::Tick, self.left - GAP, tick.y.get(), Anchor::End, self.text);
            placed.put([label]);
        }
        let foot = self.height - self.text * 0.7;
        for (column, name) in self.points.columns.iter().enumerate() {
            placed.put([Label::new(name, Role::Column(column), self.middle(column), foot, Anchor::Middle, self.text)]);
        }
        for dot in chart.dots.iter().chain(chart.forecast.iter().map(|(_, end)| end)) {
            let (x, y) = (dot.x.get(), dot.y.get());
            placed.keep_clear(Area::between(x - 6.0, y - 6.0, x + 6.0, y + 6.0));
        }
        if let Some(last) = chart.dots.last() {
            self.name(&mut placed, last.value, Role::Value(last.column), last.x.get(), last.y.get(), "");
        }
        let mut target = self.points.targets.iter().enumerate().filter_map(|(column, target)| Some((column, (*target)?.0)));
        if let Some((column, value)) = target.next_back() {
            self.name(&mut placed, value, Role::Target(0), self.middle(column), self.scale.y(value), "Target ");
        }
        if let Some((_, end)) = &chart.forecast {
            self.name(&mut placed, end.value, Role::Series(0), end.x.get(), end.y.get(), "Forecast ");
        }
        if let Some(value) = self.points.baseline {
            self.name(&mut placed, value, Role::Series(1), self.left + GAP, self.scale.y(value), "Before ");
        }
        placed.labels
    }

    /// Names a value above or below its place, wherever there is room; what finds none stands in the table.
    fn name(&self, placed: &mut Placed, value: i64, role: Role, x: f64, y: f64, what: &str) {
        let text = format!("{what}{}", (self.words.value)(value));
        let tries = [-1.0, 1.0, -2.2, 2.2].into_iter().flat_map(|steps| {
            let middle = y + steps * self.text;
            [Anchor::Middle, Anchor::End, Anchor::Start].map(|anchor| Label::new(&text, role, x, middle, anchor, self.text))
        });
        placed.put(tries.collect::<Vec<_>>());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawn(points: &Points, width: f64) -> LineChart {
        let value = |value: i64| value.to_string();
        let axis = |values: &[i64]| values.iter().map(i64::to_string).collect();
        draw_line(points, Room { width, text: 13.0 }, &Words { value: &value, axis: &axis })
    }

    fn points(values: &[Option<i64>]) -> Points {
        let columns = (1..=values.len()).map(|number| format!("P{number}")).collect();
        Points { columns, values: values.to_vec(), gaps: values.iter().map(Option::is_none).collect(), ..Points::default() }
    }

    #[test]
    fn the_line_breaks_where_there_is_no_value_and_nought_is_one() {
        let chart = drawn(&points(&[Some(4), Some(0), None, Some(5), Some(6)]), 600.0);
        assert_eq!(chart.line.matches('M').count(), 2);
        assert_eq!(chart.line.matches('L').count(), 2);
        assert_eq!((chart.dots.len(), chart.gaps.len()), (4, 1));
        assert!(drawn(&points(&[None, None]), 600.0).line.is_empty());
    }

    #[test]
    fn the_forecast_ends_in_the_last_period_and_a_range_has_two_lines() {
        let mut line = points(&[Some(4), Some(5), None, None]);
        line.forecast = Some(8);
        line.targets = vec![Some((4, 4)), Some((3, 6)), None, None];
        let chart = drawn(&line, 600.0);
        let (path, end) = chart.forecast.unwrap();
        assert_eq!((end.column, end.value), (3, 8));
        assert!(path.starts_with('M') && path.contains('L'));
        assert_eq!(chart.targets.matches('M').count(), 3);
    }

    fn any_points() -> impl Strategy<Value = Points> {
        let value = proptest::option::of(-1_000_000_i64..1_000_000_000);
        (proptest::collection::vec((value.clone(), value.clone(), any::<bool>()), 0..13), value.clone(), value).prop_map(
            |(columns, baseline, forecast)| Points {
                columns: (1..=columns.len()).map(|number| format!("P{number}")).collect(),
                values: columns.iter().map(|(value, _, _)| *value).collect(),
                gaps: columns.iter().map(|(value, _, is_over)| value.is_none() && *is_over).collect(),
                targets: columns.iter().map(|(_, target, _)| target.map(|target| (target, target))).collect(),
                baseline,
                forecast,
            },
        )
    }

    proptest! {
        #[test]
        fn everything_is_inside_and_no_two_texts_meet(points in any_points(), width in 160.0..1200.0_f64) {
            let chart = drawn(&points, width);
            let all = Area { x: Px::default(), y: Px::default(), w: chart.width, h: chart.height };
            for dot in &chart.dots {
                prop_assert!(dot.x >= chart.plot.x && dot.x <= chart.plot.right());
                prop_assert!(dot.y >= chart.plot.y && dot.y <= chart.plot.bottom());
            }
            for (place, label) in chart.labels.iter().enumerate() {
                prop_assert!(all.holds(label.area), "{label:?}");
                for other in chart.labels.iter().skip(place + 1) {
                    prop_assert!(!label.area.meets(other.area), "{label:?} {other:?}");
                }
            }
        }

        #[test]
        fn more_is_higher(values in proptest::collection::vec(-1000_i64..1000, 2..12)) {
            let chart = drawn(&points(&values.iter().copied().map(Some).collect::<Vec<_>>()), 640.0);
            for (one, other) in chart.dots.iter().zip(chart.dots.iter().skip(1)) {
                prop_assert_eq!(one.value > other.value, one.y < other.y && one.value != other.value, "{:?} {:?}", one, other);
            }
        }
    }
}
