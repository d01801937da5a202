//! What is stated: the values of a stack, its total, and how far all of them reach.

use crate::chart::label::Role;
use crate::chart::place::Area;
use crate::chart::{Arrangement, Bar, Column, Figures};

impl Figures {
    /// Whether any column has a second stack.
    pub(super) fn has_beside(&self) -> bool {
        self.arrangement == Arrangement::Stacked && self.columns.iter().any(|column| !column.beside.is_empty())
    }
}

/// What is stated for a column, or for the stack beside its own.
pub(super) fn values<'a>(figures: &'a Figures, column: &'a Column, is_beside: bool) -> impl Iterator<Item = (usize, i64)> + 'a {
    let all = match (is_beside, figures.arrangement) {
        (false, _) => column.values.as_slice(),
        (true, Arrangement::Stacked) => column.beside.as_slice(),
        (true, Arrangement::Grouped) => &[],
    };
    let stated = all.iter().take(figures.series.len()).enumerate();
    stated.filter_map(|(series, value)| Some((series, (*value)?)))
}

/// The lowest and the highest point of any bar or target.
pub(super) fn extent(figures: &Figures) -> (i64, i64) {
    let of_stack =
        |(column, is_beside): (&Column, bool)| {
            let stated = values(figures, column, is_beside).map(|(_, value)| value);
            match figures.arrangement {
                Arrangement::Grouped => stated.fold((0, 0), |(low, high): (i64, i64), value| (low.min(value), high.max(value))),
                Arrangement::Stacked => stated.fold((0, 0), |(low, high): (i64, i64), value| {
                    if value < 0 { (low.saturating_add(value), high) } else { (low, high.saturating_add(value)) }
                }),
            }
        };
    let targets =
        figures.targets.iter().filter(|target| target.column < figures.columns.len()).map(|target| (target.value, target.value));
    let stacks = figures.columns.iter().flat_map(|column| [(column, false), (column, true)]);
    let ends = stacks.map(of_stack).chain(targets);
    ends.fold((0, 0), |(low, high), (one, other)| (low.min(one), high.max(other)))
}

/// Each stack's total as one end: of what stands above nought, or below it where nothing does.
pub(super) fn stacks(bars: &[Bar]) -> Vec<(Role, i64, Area)> {
    let mut stacks: Vec<(Role, i64, Area)> = Vec::new();
    for bar in bars {
        let role = if bar.is_beside { Role::Beside(bar.column) } else { Role::Value(bar.column) };
        match stacks.last_mut().filter(|(of, _, _)| *of == role) {
            Some((_, total, area)) => {
                *total = total.saturating_add(bar.value);
                let (top, bottom) = (area.y.min(bar.area.y), area.bottom().max(bar.area.bottom()));
                *area = Area { y: top, h: bottom.minus(top), ..*area };
            }
            None => stacks.push((role, bar.value, bar.area)),
        }
    }
    stacks
}
