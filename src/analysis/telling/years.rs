//! The figures of a chart as a table: one row a year, one unit for all.

use crate::analysis::telling::picture::Picture;
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

/// The same figures as in the picture.
pub fn years(picture: &Picture) -> Years {
    let has_targets = picture.columns.iter().any(|column| column.against.amount().is_some());
    let amounts = |column: &crate::analysis::telling::Column| -> Vec<Option<Pence>> {
        let parts = if picture.groups.len() > 1 { column.parts.clone() } else { Vec::new() };
        let target = has_targets.then(|| column.against.amount());
        parts.into_iter().chain([column.total]).chain(target).collect()
    };
    let unit = Unit::rounded(picture.columns.iter().flat_map(amounts).flatten());
    let groups = picture.groups.iter().filter(|_| picture.groups.len() > 1).map(|group| group.label.clone());
    let target = has_targets.then(|| "Target".to_owned());
    let adds_up = picture
        .columns
        .iter()
        .all(|column| column.total.is_none_or(|total| unit.adds_up(column.parts.iter().copied().flatten(), total)));
    Years {
        heads: groups.chain(["Total".to_owned()]).chain(target).collect(),
        rows: picture
            .columns
            .iter()
            .map(|column| {
                let cells = amounts(column).into_iter().map(|amount| amount.map(|amount| unit.show(amount)));
                (column.year.to_string(), cells.collect())
            })
            .collect(),
        note: (!adds_up).then_some("Totals are worked out before rounding, so that rounded parts may not add up to them."),
    }
}

impl Years {
    /// A cell as it reads where nothing is stated.
    pub fn shown(cell: Option<&String>) -> &str {
        cell.map_or(NOT_STATED, String::as_str)
    }
}
