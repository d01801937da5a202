//! What is typed into a grid: the cells of a page of councils, what of them is kept until it is saved, and what is pasted.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::analysis::measures::{Cell, Grid, GridRow, Place};
use crate::order::OneByOne;
use crate::session::Session;
use crate::views::pages::enter::cell::TypedCell;

/// As many columns as can be typed into side by side.
const COLUMNS: usize = 8;

/// The name under which what is typed is kept.
pub fn key(place: &Place) -> String {
    format!("measures/{}/{}/{}/{}", place.service.rest(), place.filling.key(), place.year.start(), place.period.key())
}

/// Each page of councils by its first and last; one where there are none.
pub fn pages(grid: &Grid) -> Vec<(String, String)> {
    let name = |(number, heads): (usize, &[(_, String)])| {
        let ends = (heads.first(), heads.last());
        let (first, last) = (
            ends.0.map(|(_, name)| name.as_str()).unwrap_or_default(),
            ends.1.map(|(_, name)| name.as_str()).unwrap_or_default(),
        );
        ((number + 1).to_string(), if heads.len() > 1 { format!("{first} to {last}") } else { first.to_owned() })
    };
    grid.heads.chunks(COLUMNS).enumerate().map(name).collect()
}

pub fn on_page(whole: Grid, page: usize) -> Grid {
    fn part<T>(all: Vec<T>, page: usize) -> Vec<T> {
        all.into_iter().skip(page * COLUMNS).take(COLUMNS).collect()
    }
    let rows = whole.rows.into_iter().map(|row| GridRow { cells: part(row.cells, page), ..row }).collect();
    Grid { heads: part(whole.heads, page), rows }
}

pub fn typed_cells(session: Session, form: &str, grid: &Grid) -> BTreeMap<String, TypedCell> {
    let all = grid
        .rows
        .iter()
        .enumerate()
        .flat_map(|(row, of)| of.cells.iter().enumerate().map(move |(column, cell)| (row, column, cell)));
    let cell = |(row, column, cell): (usize, usize, &Cell)| {
        let text = session.draft(form, &cell.key).unwrap_or_else(|| cell.shown.clone());
        (cell.key.clone(), TypedCell { row, column, typed: RwSignal::new(text), wrong: RwSignal::new(None) })
    };
    all.map(cell).one_by_one()
}

pub fn remember(session: Session, form: &str, grid: &Grid, cell: &TypedCell) {
    if let Some(known) = grid.rows.get(cell.row).and_then(|row| row.cells.get(cell.column)) {
        let text = cell.typed.get_untracked();
        session.remember_draft(form, &known.key, (text.trim() != known.shown).then_some(text));
    }
}

/// What stood in the cell before anything was typed.
pub fn put_back(grid: &Grid, cell: &TypedCell) {
    if let Some(known) = grid.rows.get(cell.row).and_then(|row| row.cells.get(cell.column)) {
        cell.typed.set(known.shown.clone());
        cell.wrong.set(None);
    }
}

/// Fills the table from a cell on; answers with the cells that were filled, and how many found no place.
pub fn paste(typed: &BTreeMap<String, TypedCell>, from: &TypedCell, rows: &[Vec<String>]) -> (Vec<TypedCell>, usize) {
    let mut filled = Vec::new();
    let mut left_over = 0;
    for (down, row) in rows.iter().enumerate() {
        for (across, text) in row.iter().enumerate() {
            let place = (from.row + down, from.column + across);
            match typed.values().find(|cell| (cell.row, cell.column) == place) {
                Some(cell) => {
                    cell.typed.set(text.clone());
                    cell.wrong.set(None);
                    filled.push(*cell);
                }
                None => left_over += usize::from(!text.is_empty()),
            }
        }
    }
    (filled, left_over)
}
