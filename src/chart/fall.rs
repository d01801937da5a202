//! A waterfall: figures that begin at nought, and between them movements that begin where the one before ended.
//!
//! Each has a row of its own, so that names stand in full beside or above their bars on the narrowest screen too.

use crate::chart::label::{Anchor, Label, Placed, Role, width};
use crate::chart::place::{Area, Px};
use crate::chart::{Room, Words};

/// Room between a bar and text beside it.
const GAP: f64 = 8.0;
/// Rows are high enough to be pressed with a finger.
const LEAST_ROW: f64 = 44.0;
/// A bar of a small amount can still be seen.
const LEAST_BAR: f64 = 2.0;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FallStep {
    /// Its name.
    pub name: String,
    /// Where its bar begins.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// What is written at the bar.
    pub amount: i64,
    /// Whether it moves something, so that its sign is written where it is more, too.
    pub is_signed: bool,
}

/// A waterfall, laid out. One unit is one CSS pixel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FallChart {
    /// As wide as it was asked to be.
    pub width: Px,
    /// As high as its rows.
    pub height: Px,
    /// A line down where nought is.
    pub nought: String,
    /// The bars, one a row.
    pub bars: Vec<FallBar>,
    /// All text. No two overlap.
    pub labels: Vec<Label>,
}

/// A row's bar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FallBar {
    /// The bar.
    pub area: Area,
    /// The row, which can be pressed.
    pub hit: Area,
    /// From where this bar ends to the next row; nothing in the last.
    pub joins: String,
}

/// Lays out a waterfall.
pub fn draw_fall(steps: &[FallStep], room: Room, words: &Words<'_>) -> FallChart {
    let text = room.text.clamp(8.0, 40.0);
    let whole = room.width.clamp(160.0, 4_000.0);
    let names = steps.iter().map(|step| width(&step.name, text)).fold(0.0, f64::max);
    let said = |step: &FallStep| {
        let plus = if step.is_signed && step.amount > 0 { "+" } else { "" };
        format!("{plus}{}", (words.value)(step.amount))
    };
    let values = steps.iter().map(|step| width(&said(step), text)).fold(0.0, f64::max);
    let is_beside = names <= whole * 0.35;
    let row = if is_beside { LEAST_ROW.max(text * 2.5) } else { LEAST_ROW.max(text * 4.0) };
    let left = if is_beside { names + GAP } else { 2.0 };
    let right = (whole - values - GAP * 1.5).max(left + 20.0).min(whole);
    let (least, most) = steps
        .iter()
        .flat_map(|step| [step.from, step.to])
        .fold((0, 0), |(least, most): (i64, i64), value| (least.min(value), most.max(value)));
    let span = (most as f64 - least as f64).max(1.0);
    let x = |value: i64| left + (value as f64 - least as f64) / span * (right - left);
    let height = row * steps.len() as f64;
    let mut chart = FallChart {
        width: Px::new(whole),
        height: Px::new(height),
        nought: format!("M{} 0V{}", Px::new(x(0)), Px::new(height)),
        ..FallChart::default()
    };
    let mut placed = Placed::within(Area::between(0.0, 0.0, whole, height));
    for (place, step) in steps.iter().enumerate() {
        let top = row * place as f64;
        let (bar_top, bar_bottom) =
            if is_beside { (top + row * 0.22, top + row * 0.78) } else { (top + row * 0.48, top + row * 0.92) };
        let (one, other) = (x(step.from).min(x(step.to)), x(step.from).max(x(step.to)));
        let end = if step.from == step.to { other } else { other.max(one + LEAST_BAR) };
        let middle = (bar_top + bar_bottom) / 2.0;
        let next = if is_beside { row * 0.22 } else { row * 0.48 };
        let joins = if place + 1 < steps.len() {
            format!("M{} {}V{}", Px::new(x(step.to)), Px::new(bar_bottom), Px::new(top + row + next))
        } else {
            String::new()
        };
        chart.bars.push(FallBar {
            area: Area::between(one, bar_top, end, bar_bottom),
            hit: Area::between(0.0, top, whole, top + row),
            joins,
        });
        let name_at = if is_beside { middle } else { top + row * 0.24 };
        placed.put([Label::new(&step.name, Role::Column(place), 0.0, name_at, Anchor::Start, text)]);
        let amount = said(step);
        placed.put([Label::new(&amount, Role::Value(place), end + GAP, middle, Anchor::Start, text)]);
    }
    chart.labels = placed.labels;
    chart
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn step(name: &str, from: i64, to: i64) -> FallStep {
        FallStep { name: name.to_owned(), from, to, amount: to - from, is_signed: from != 0 }
    }

    fn drawn(steps: &[FallStep], width: f64) -> FallChart {
        let value = |value: i64| value.to_string();
        let axis = |values: &[i64]| values.iter().map(i64::to_string).collect();
        draw_fall(steps, Room { width, text: 13.0 }, &Words { value: &value, axis: &axis })
    }

    #[test]
    fn each_movement_begins_where_the_one_before_ended() {
        let chart = drawn(&[step("Budget", 0, 100), step("Scope", 100, 60), step("Cost", 60, 75), step("Actual", 0, 75)], 640.0);
        let [budget, scope, cost, actual] = chart.bars.as_slice() else { panic!("four bars") };
        assert_eq!(budget.area.right(), scope.area.right());
        assert_eq!(scope.area.x, cost.area.x);
        assert_eq!(cost.area.right(), actual.area.right());
        assert_eq!(budget.area.x, actual.area.x);
        assert!(scope.area.w > cost.area.w);
        assert_eq!(chart.labels.len(), 8, "{:?}", chart.labels);
        assert!(actual.joins.is_empty() && !cost.joins.is_empty());
    }

    #[test]
    fn what_falls_below_nought_stands_left_of_it() {
        let chart = drawn(&[step("Budget", 0, 40), step("Cost", 40, -20), step("Actual", 0, -20)], 640.0);
        assert_eq!(chart.bars[2].area.right(), chart.bars[0].area.x);
    }

    #[test]
    fn on_a_narrow_screen_names_stand_above_their_bars() {
        let chart = drawn(&[step("High-level business case", 0, 40), step("Budget", 0, 30)], 300.0);
        let name = chart.labels.iter().find(|label| label.role == Role::Column(0)).unwrap();
        assert!(name.area.bottom() <= chart.bars[0].area.y);
    }

    proptest! {
        #[test]
        fn everything_is_inside_and_no_two_texts_meet(
            ends in proptest::collection::vec((-1_000_000_i64..1_000_000_000, -1_000_000_i64..1_000_000_000), 0..14),
            width in 280.0..1200.0_f64,
        ) {
            let steps: Vec<FallStep> = ends.iter().map(|(from, to)| step("Timing or part of a year", *from, *to)).collect();
            let chart = drawn(&steps, width);
            let all = Area { x: Px::default(), y: Px::default(), w: chart.width, h: chart.height };
            prop_assert_eq!(chart.labels.len(), steps.len() * 2);
            for bar in &chart.bars {
                prop_assert!(all.holds(bar.area) && all.holds(bar.hit), "{:?}", bar);
                prop_assert!(bar.hit.h >= Px::new(44.0));
            }
            for (place, label) in chart.labels.iter().enumerate() {
                prop_assert!(all.holds(label.area), "{label:?}");
                for other in chart.labels.iter().skip(place + 1) {
                    prop_assert!(!label.area.meets(other.area), "{label:?} {other:?}");
                }
                prop_assert!(chart.bars.iter().all(|bar| !label.area.meets(bar.area)), "{label:?}");
            }
        }
    }
}
