//! Where bars, lines and labels go.

use crate::chart::label::{Anchor, Label, Placed, Role, width};
use crate::chart::place::{Area, Px};
use crate::chart::scale::Scale;
use crate::chart::stated::{extent, stacks, values};
use crate::chart::{Arrangement, Bar, Chart, Column, Figures, Room, Target, TargetMark, Tick, Words};
use crate::order::InOrder;

/// The widest that a single bar grows.
const WIDEST_BAR: f64 = 72.0;
/// How far a target's line stands out on each side of what it belongs to.
const TARGET_OVERHANG: f64 = 5.0;
/// How close an amount comes to the side of a bar that it does not stand for.
const BESIDE_A_BAR: f64 = 3.0;
/// Room between the plot and text beside it.
const GAP: f64 = 8.0;

/// Where the series are named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    AtTheMarks,
    InAKey,
}

/// The measures that every step below goes by.
struct Sheet<'a> {
    figures: &'a Figures,
    words: &'a Words<'a>,
    text: f64,
    width: f64,
    height: f64,
    left: f64,
    right: f64,
    scale: Scale,
}

/// Lays out a chart.
pub fn draw(figures: &Figures, room: Room, words: &Words<'_>) -> Chart {
    let (sheet, names) = match Sheet::new(figures, room, words, Naming::AtTheMarks) {
        named if figures.series.len() < 2 => (named, Some(Vec::new())),
        // Two stacks have their parts at two heights: names beside one of them would seem to be for it alone.
        _ if figures.has_beside() => (Sheet::new(figures, room, words, Naming::InAKey), None),
        named => match named.series_names() {
            Some(names) => (named, Some(names)),
            None => (Sheet::new(figures, room, words, Naming::InAKey), None),
        },
    };
    let mut chart = Chart {
        width: Px::new(sheet.width),
        height: Px::new(sheet.height),
        plot: sheet.plot(),
        baseline: Px::new(sheet.scale.y(0)),
        ticks: sheet.ticks(),
        columns: (0..figures.columns.len()).map(|column| sheet.column(column)).collect(),
        bars: sheet.bars(),
        targets: figures.targets.iter().filter_map(|target| sheet.target(target)).collect(),
        needs_key: names.is_none() && !figures.columns.is_empty(),
        ..Chart::default()
    };
    let mut placed = Placed::within(Area::between(0.0, 0.0, sheet.width, sheet.height));
    sheet.put_ticks(&mut placed);
    sheet.put_columns(&mut placed);
    placed.labels.extend(names.into_iter().flatten());
    for area in chart.bars.iter().map(|bar| bar.area) {
        let (left, right) = (area.x.get() - BESIDE_A_BAR, area.right().get() + BESIDE_A_BAR);
        placed.keep_clear(Area::between(left, area.y.get(), right, area.bottom().get()));
    }
    for target in &chart.targets {
        placed.keep_clear(target.area);
    }
    sheet.put_values(&chart.bars, &mut placed);
    sheet.put_targets(&chart.targets, &mut placed);
    chart.labels = placed.labels;
    chart
}

impl<'a> Sheet<'a> {
    fn new(figures: &'a Figures, room: Room, words: &'a Words<'a>, naming: Naming) -> Self {
        let text = room.text.clamp(8.0, 40.0);
        let width_at_hand = room.width.clamp(160.0, 4_000.0);
        let height = (width_at_hand * 0.5).clamp(text * 16.0, text * 26.0);
        let (least, most) = extent(figures);
        let line = text * 1.5;
        let named = naming == Naming::AtTheMarks && figures.series.len() > 1;
        let under_bars = if named && figures.arrangement == Arrangement::Grouped { line } else { 0.0 };
        let below = GAP + line + under_bars + if least < 0 { line } else { 0.0 };
        let scale = Scale::new(least, most, line + GAP / 2.0, height - below, text * 3.4);
        let tick_width = (words.axis)(&scale.ticks).iter().map(|tick| width(tick, text)).fold(0.0, f64::max);
        let left = (tick_width + GAP).min(width_at_hand * 0.4);
        let mut sheet = Self { figures, words, text, width: width_at_hand, height, left, right: width_at_hand - 2.0, scale };
        let names = figures.series.iter().map(|series| width(&series.name, text)).fold(0.0, f64::max);
        if named && figures.arrangement == Arrangement::Stacked && names <= width_at_hand * 0.3 {
            sheet.right = width_at_hand - names - GAP * 1.5;
        }
        sheet
    }

    fn plot(&self) -> Area {
        let ends = (self.scale.ticks.first().copied().unwrap_or(0), self.scale.ticks.last().copied().unwrap_or(0));
        let top = if ends.0 == ends.1 { self.text * 1.5 } else { self.scale.y(ends.1) };
        Area::between(self.left, top, self.right, self.scale.y(ends.0))
    }

    fn ticks(&self) -> Vec<Tick> {
        let (left, right) = (Px::new(self.left), Px::new(self.right));
        let tick = |value: i64| {
            let y = Px::new(self.scale.y(value));
            Tick { value, y, path: format!("M{left} {y}H{right}") }
        };
        self.scale.ticks.iter().copied().map(tick).collect()
    }

    /// The left edge and width of a column's share of the plot.
    fn share(&self, column: usize) -> (f64, f64) {
        let share = (self.right - self.left) / self.figures.columns.len().max(1) as f64;
        (self.left + share * column as f64, share)
    }

    fn column(&self, column: usize) -> Area {
        let ((left, share), plot) = (self.share(column), self.plot());
        Area::between(left, plot.y.get(), left + share, plot.bottom().get())
    }

    /// The left edge and width of what a series has of its column.
    fn slot(&self, column: usize, series: usize) -> (f64, f64) {
        let (left, share) = self.share(column);
        let abreast = match self.figures.arrangement {
            Arrangement::Grouped => self.figures.series.len().max(1),
            Arrangement::Stacked if self.figures.has_beside() => 2,
            Arrangement::Stacked => 1,
        };
        let slot = (share * 0.8 / abreast as f64).min(WIDEST_BAR * 1.1);
        let first = left + (share - slot * abreast as f64) / 2.0;
        (first + slot * series.min(abreast - 1) as f64, slot)
    }

    fn bars(&self) -> Vec<Bar> {
        let stacks = |(column, stated): (usize, &'a Column)| {
            [false, true].into_iter().flat_map(move |is_beside| self.stack(column, stated, is_beside))
        };
        self.figures.columns.iter().enumerate().flat_map(stacks).collect()
    }

    /// The bars of a column's first stack or of the one beside it.
    fn stack(&self, column: usize, stated: &Column, is_beside: bool) -> Vec<Bar> {
        let mut bars = Vec::new();
        let (mut above, mut below) = (0_i64, 0_i64);
        for (series, value) in values(self.figures, stated, is_beside) {
            let (left, slot) = match self.figures.arrangement {
                Arrangement::Grouped => self.slot(column, series),
                Arrangement::Stacked => self.slot(column, usize::from(is_beside)),
            };
            let from = match self.figures.arrangement {
                Arrangement::Grouped => &mut 0,
                Arrangement::Stacked if value < 0 => &mut below,
                Arrangement::Stacked => &mut above,
            };
            let to = from.saturating_add(value);
            let (one, other) = (self.scale.y(*from), self.scale.y(to));
            *from = to;
            let area = Area::between(left + slot * 0.06, one.min(other), left + slot * 0.94, one.max(other));
            let hit = match self.figures.arrangement {
                Arrangement::Grouped => {
                    let plot = self.plot();
                    Area::between(left, plot.y.get(), left + slot, plot.bottom().get())
                }
                Arrangement::Stacked => area,
            };
            bars.push(Bar { column, series, is_beside, value, area, hit });
        }
        bars
    }

    fn target(&self, target: &Target) -> Option<TargetMark> {
        self.figures.columns.get(target.column)?;
        let (first, last) = match target.series {
            Some(series) => (series, series),
            // From the first slot to the last that there is.
            None => (0, usize::MAX),
        };
        let (left, _) = self.slot(target.column, first);
        let (last_left, slot) = self.slot(target.column, last);
        let overhang = if target.series.is_some() { 0.0 } else { TARGET_OVERHANG };
        let (left, right) = ((left - overhang).max(self.left), (last_left + slot + overhang).min(self.right));
        let y = self.scale.y(target.value);
        let area = Area::between(left, (y - 1.5).max(0.0), right, y + 1.5);
        let path = format!("M{} {}H{}", area.x, Px::new(y), area.right());
        Some(TargetMark { column: target.column, series: target.series, value: target.value, path, area })
    }

    fn put_ticks(&self, placed: &mut Placed) {
        for (value, text) in self.scale.ticks.iter().zip((self.words.axis)(&self.scale.ticks)) {
            let x = self.left - GAP * 0.75;
            placed.put([Label::new(&text, Role::Tick, x, self.scale.y(*value), Anchor::End, self.text)]);
        }
    }

    /// Column names in full, else short, else every second, third, … of the short ones.
    fn put_columns(&self, placed: &mut Placed) {
        let middle = self.height - self.text * 0.75;
        let label = |column: usize, text: &str| {
            let (left, share) = self.share(column);
            let half = width(text, self.text) / 2.0;
            let x = (left + share / 2.0).clamp(half, (self.width - half).max(half));
            Label::new(text, Role::Column(column), x, middle, Anchor::Middle, self.text)
        };
        let fits = |labels: &[Label]| {
            labels.windows(2).all(|pair| matches!(pair, [one, other] if one.area.right().get() + GAP / 2.0 <= other.area.x.get()))
        };
        let columns = &self.figures.columns;
        let full: Vec<Label> = columns.iter().enumerate().map(|(place, column)| label(place, &column.name)).collect();
        let mut labels = if fits(&full) {
            full
        } else {
            columns.iter().enumerate().map(|(place, column)| label(place, &column.short)).collect()
        };
        let mut every = 1;
        while !fits(&labels) && every <= columns.len() {
            every += 1;
            labels = columns.iter().enumerate().step_by(every).map(|(place, column)| label(place, &column.short)).collect();
        }
        for label in labels {
            placed.put([label]);
        }
    }

    /// The names of the series at their marks, where each finds room.
    fn series_names(&self) -> Option<Vec<Label>> {
        let names = match self.figures.arrangement {
            Arrangement::Grouped => self.under_bars()?,
            Arrangement::Stacked => self.beside_stack()?,
        };
        let mut placed = Placed::within(Area::between(0.0, 0.0, self.width, self.height));
        let all_fit = names.iter().all(|name| placed.put([name.clone()]));
        all_fit.then_some(names)
    }

    /// To the right of the last column, each at its part, moved apart where the parts are thin.
    fn beside_stack(&self) -> Option<Vec<Label>> {
        let last = self.figures.columns.len().checked_sub(1)?;
        let bars = self.bars();
        let mut at: Vec<(usize, f64)> = bars
            .iter()
            .filter(|bar| bar.column == last)
            .map(|bar| (bar.series, (bar.area.y.get() + bar.area.bottom().get()) / 2.0))
            .collect();
        if at.len() < self.figures.series.len() {
            return None;
        }
        at.order_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)));
        let line = self.text * 1.25;
        let lowest = self.plot().bottom().get();
        for place in 1..at.len() {
            let above = at.get(place - 1)?.1;
            let own = &mut at.get_mut(place)?.1;
            *own = own.max(above + line);
        }
        let mut floor = lowest;
        for (_, middle) in at.iter_mut().rev() {
            *middle = middle.min(floor);
            floor = *middle - line;
        }
        let x = self.right + GAP;
        let label = |(series, middle): (usize, f64)| {
            let name = &self.figures.series.get(series)?.name;
            Some(Label::new(name, Role::Series(series), x, middle, Anchor::Start, self.text))
        };
        at.into_iter().map(label).collect()
    }

    /// Under each bar, where every name fits its bar in every column.
    fn under_bars(&self) -> Option<Vec<Label>> {
        let fits = |name: &str| width(name, self.text) <= self.slot(0, 0).1;
        let named = |short: bool| self.figures.series.iter().map(move |series| if short { &series.short } else { &series.name });
        let short = !named(false).all(|name| fits(name));
        if short && !named(true).all(|name| fits(name) && !name.is_empty()) {
            return None;
        }
        let middle = self.height - self.text * 2.25;
        let label = |column: usize, series: usize, name: &str| {
            let (left, slot) = self.slot(column, series);
            Label::new(name, Role::Series(series), left + slot / 2.0, middle, Anchor::Middle, self.text)
        };
        let of_column = |column| named(short).enumerate().map(move |(series, name)| label(column, series, name));
        Some((0..self.figures.columns.len()).flat_map(of_column).collect())
    }

    /// Amounts at the bars' ends, the largest first; what finds no room is left to the table.
    fn put_values(&self, bars: &[Bar], placed: &mut Placed) {
        let mut ends = match self.figures.arrangement {
            Arrangement::Grouped => {
                bars.iter().enumerate().map(|(place, bar)| (Role::Value(place), bar.value, bar.area)).collect::<Vec<_>>()
            }
            Arrangement::Stacked => stacks(bars),
        };
        ends.order_by_key(|(role, value, _)| (std::cmp::Reverse(value.unsigned_abs()), *role));
        for (role, value, area) in ends {
            let x = (area.x.get() + area.right().get()) / 2.0;
            let text = (self.words.value)(value);
            let below = value < 0;
            // The second and third try stand clear of a target's line.
            let tries = [0.0, self.text * 0.6, self.text * 1.2].map(|more| {
                let away = self.text * 0.85 + more;
                let middle = if below { area.bottom().get() + away } else { area.y.get() - away };
                Label::new(&text, role, x, middle, Anchor::Middle, self.text)
            });
            placed.put(tries);
        }
    }

    fn put_targets(&self, marks: &[TargetMark], placed: &mut Placed) {
        let labels: Vec<&Target> =
            self.figures.targets.iter().filter(|target| target.column < self.figures.columns.len()).collect();
        for (place, (mark, target)) in marks.iter().zip(labels).enumerate() {
            let (left, right) = (mark.area.x.get(), mark.area.right().get());
            let (centre, y) = ((left + right) / 2.0, (mark.area.y.get() + mark.area.bottom().get()) / 2.0);
            let away = self.text * 0.9;
            let tries = [(centre, y - away), (centre, y + away), (right - width(&target.label, self.text) / 2.0, y - away)];
            placed.put(
                tries.map(|(x, middle)| Label::new(&target.label, Role::Target(place), x, middle, Anchor::Middle, self.text)),
            );
        }
    }
}
