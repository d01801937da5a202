//! The table of cells to type into.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::analysis::measures::{Grid, GridRow};
use crate::views::pages::enter::cell::{Act, GridCell, TypedCell};

/// Measures down the side, councils across.
pub fn table(grid: &Grid, typed: &BTreeMap<String, TypedCell>, acts: Callback<(TypedCell, Act)>) -> impl IntoView + use<> {
    let heads =
        grid.heads.iter().map(|(_, name)| view! { <th scope="col" role="columnheader">{name.clone()}</th> }).collect_view();
    let row = |row: &GridRow| {
        let cells = grid.heads.iter().zip(&row.cells).filter_map(|((_, head), cell)| {
            let held = *typed.get(&cell.key)?;
            let label = format!("{}, {head}", row.name);
            Some(view! { <GridCell cell=held label=label head=head.clone() acts=acts /> })
        });
        let hint = (!row.hint.is_empty()).then(|| view! { <span class="table__note">{row.hint.clone()}</span> });
        view! { <tr role="row"><th scope="row" role="rowheader">{row.name.clone()}{hint}</th>{cells.collect_view()}</tr> }
    };
    let rows = grid.rows.iter().map(row).collect_view();
    if grid.rows.is_empty() || grid.heads.is_empty() {
        return view! { <p>"There is nothing to enter here: no measure of this service is read in this period, or no council takes part in the service."</p> }.into_any();
    }
    view! {
        <div class="table-box">
            <table class="table table--stack entry" role="table" aria-label="Figures to enter">
                <thead><tr role="row"><th scope="col" role="columnheader">"Measure"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
