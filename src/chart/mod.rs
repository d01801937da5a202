//! The geometry of bar charts and of lines over periods: numbers and a measured width in, coordinates out. Knows nothing of what the numbers are.
//!
//! Text is never scaled: a chart is laid out anew for the width at hand, and what does not fit is left to the table
//! of the same figures that stands with every chart.

mod fall;
mod label;
mod layout;
mod line;
mod pattern;
mod place;
mod scale;
mod stated;

pub use fall::{FallBar, FallChart, FallStep, draw_fall};
pub use label::{Anchor, Label, Role};
pub use layout::draw;
pub use line::{Dot, LineChart, Points, draw_line};
pub use pattern::{Fill, Pattern, patterns};
pub use place::{Area, Px};

/// What is to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Along the axis, such as years.
    pub columns: Vec<Column>,
    /// What each column is divided into.
    pub series: Vec<Series>,
    /// Side by side or one on the other.
    pub arrangement: Arrangement,
    /// Lines that the bars are held against.
    pub targets: Vec<Target>,
}

/// One column or group of columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// A shorter name, for narrow charts.
    pub short: String,
    /// One value a series; none where nothing is stated, which is not nought.
    pub values: Vec<Option<i64>>,
    /// Another value a series, for a second stack beside the first that is never added to it; empty where there is none.
    pub beside: Vec<Option<i64>>,
}

/// One of the parts of each column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// A shorter name, to stand under a bar.
    pub short: String,
}

/// How the series of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Arrangement {
    /// Side by side.
    #[default]
    Grouped,
    /// One on the other; what is below nought hangs below it.
    Stacked,
}

/// A line that a column, or one series of it, is held against.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Target {
    /// Which column.
    pub column: usize,
    /// Which series; the whole column where none.
    pub series: Option<usize>,
    /// How much.
    pub value: i64,
    /// What stands beside it, where there is room.
    pub label: String,
}

/// The room that there is, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// As measured.
    pub width: f64,
    /// The size of text.
    pub text: f64,
}

/// How numbers read.
pub struct Words<'a> {
    /// One value.
    pub value: &'a dyn Fn(i64) -> String,
    /// The values of an axis, all in one unit.
    pub axis: &'a dyn Fn(&[i64]) -> Vec<String>,
}

/// A chart, laid out. One unit is one CSS pixel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chart {
    /// As wide as it was asked to be.
    pub width: Px,
    /// As high as suits the width.
    pub height: Px,
    /// Where the bars are.
    pub plot: Area,
    /// Where nought is.
    pub baseline: Px,
    /// The lines across.
    pub ticks: Vec<Tick>,
    /// The areas of the columns, side by side, for choosing one.
    pub columns: Vec<Area>,
    /// The bars: nought has one without height, what is not stated has none.
    pub bars: Vec<Bar>,
    /// The targets.
    pub targets: Vec<TargetMark>,
    /// All text. No two overlap.
    pub labels: Vec<Label>,
    /// Whether the series could not be named at their marks, so that a key is needed.
    pub needs_key: bool,
}

/// One line across the plot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// At which value.
    pub value: i64,
    /// How high.
    pub y: Px,
    /// The line, as path data.
    pub path: String,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Of which column.
    pub column: usize,
    /// Of which series.
    pub series: usize,
    /// Whether it is in the second stack of its column.
    pub is_beside: bool,
    /// How much it stands for.
    pub value: i64,
    /// What is painted.
    pub area: Area,
    /// What can be pressed: the height of the plot for bars side by side, the bar itself in a stack.
    pub hit: Area,
}

/// One target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetMark {
    /// Of which column.
    pub column: usize,
    /// Of which series, where it is one's own.
    pub series: Option<usize>,
    /// How much it stands for.
    pub value: i64,
    /// The line, as path data.
    pub path: String,
    /// Where it is.
    pub area: Area,
}

#[cfg(test)]
mod tests;
