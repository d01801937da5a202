//! The figures of a chart as a table: one row a year, one unit for all.

use crate::analysis::savings::Yardstick;
use crate::analysis::telling::picture::{Column, Picture};
use crate::domain::pence::Pence;
use crate::words::NOT_STATED;
use crate::words::money::Unit;

/// A table of words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Years {
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// A year and its amounts; nothing where none is stated.
    pub rows: Vec<(String, Vec<Option<String>>)>,
    /// That figures are rounded, where the rounded ones do not add up.
    pub note: Option<&'static str>,
}

/// The same figures as in the picture: a row a year, and one more for the basis that stands beside.
pub fn years(picture: &Picture) -> Years {
    let has_targets = picture.columns.iter().any(|column| column.against.amount().is_some());
    let amounts = |(column, is_beside): (&Column, bool)| -> Vec<Option<Pence>> {
        let (total, parts) = if is_beside { (column.beside.total, &column.beside.parts) } else { (column.total, &column.parts) };
        let parts = if picture.groups.len() > 1 { parts.clone() } else { Vec::new() };
        let target = has_targets.then(|| column.against.amount());
        parts.into_iter().chain([total]).chain(target).collect()
    };
    let lines = || {
        let beside = |column| picture.beside.map(|_| (column, true));
        picture.columns.iter().flat_map(move |column| std::iter::once((column, false)).chain(beside(column)))
    };
    let all = || lines().flat_map(amounts).flatten();
    let rounded = Unit::rounded(all());
    let reads_alike = picture.columns.iter().any(|column| rounded.reads_alike(column.amounts()));
    let unit = if reads_alike { Unit::exact(all()) } else { rounded };
    let groups = picture.groups.iter().filter(|_| picture.groups.len() > 1).map(|group| group.label.clone());
    let target = has_targets.then(|| held_against(picture).to_owned());
    let adds_up = |total: Option<Pence>, parts: &[Option<Pence>]| {
        total.is_none_or(|total| unit.adds_up(parts.iter().copied().flatten(), total))
    };
    let all_add_up = picture
        .columns
        .iter()
        .all(|column| adds_up(column.total, &column.parts) && adds_up(column.beside.total, &column.beside.parts));
    let name = |(column, is_beside): (&Column, bool)| {
        let basis = if is_beside { picture.beside } else { picture.basis };
        match (picture.beside, basis) {
            (Some(_), Some(basis)) => format!("{}, {}", column.year, basis.label().to_lowercase()),
            _ => column.year.to_string(),
        }
    };
    Years {
        heads: groups.chain(["Total".to_owned()]).chain(target).collect(),
        rows: lines()
            .map(|line| {
                let cells = amounts(line).into_iter().map(|amount| amount.map(|amount| unit.show(amount)));
                (name(line), cells.collect())
            })
            .collect(),
        note: (!all_add_up).then_some("Totals are worked out before rounding, so that rounded parts may not add up to them."),
    }
}

/// What the sums are held against, by its name: an approved budget serves where no target is set.
fn held_against(picture: &Picture) -> &'static str {
    let has = |wanted: fn(&Yardstick) -> bool| picture.columns.iter().any(|column| wanted(&column.against));
    let targets = has(|held| matches!(held, Yardstick::Target { .. }));
    match (targets, has(|held| matches!(held, Yardstick::ApprovedBudget { .. }))) {
        (true, true) => "Target or approved budget",
        (false, true) => "Approved budget",
        _ => "Target",
    }
}

impl Years {
    /// A cell as it reads where nothing is stated.
    pub fn shown(cell: Option<&String>) -> &str {
        cell.map_or(NOT_STATED, String::as_str)
    }
}
