//! Risks by likelihood and impact: a real table, likelihood up the side, impact along the bottom, each cell a link.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::analysis::risks::{Heatmap, Moved};
use crate::domain::level::{Level, Step};
use crate::domain::matrix::Matrix;
use crate::route::Route;
use crate::words;

/// What one cell shows. An edit rebuilds only the cells in which this differs.
#[derive(Debug, Clone, PartialEq)]
struct Cell {
    name: String,
    band: &'static str,
    count: usize,
    references: String,
    moved: Moved,
    to: Route,
    is_chosen: bool,
}

/// The heatmap. A cell that holds risks leads to them; an empty one is a tint.
#[component]
pub fn HeatmapTable(
    /// The risks by cell.
    heatmap: Memo<Heatmap>,
    /// The words and bands of the workspace.
    matrix: Memo<Matrix>,
    /// How many of each cell have gone up or down.
    #[prop(optional, into)]
    moved: Signal<BTreeMap<Level, Moved>>,
    /// Where a cell leads.
    to: Callback<Level, Route>,
    /// The cell that is open.
    #[prop(optional, into)]
    chosen: Signal<Option<Level>>,
    /// The element that names the table.
    #[prop(into)]
    labelled_by: String,
) -> impl IntoView {
    let cell = move |at: Level| {
        let cell = Memo::new(move |_| {
            heatmap.with(|heatmap| {
                matrix.with(|matrix| {
                    let (count, references) = (heatmap.count(at), heatmap.references(at));
                    let moved = moved.with(|moved| moved.get(&at).copied().unwrap_or_default());
                    Cell {
                        name: words::level::cell(matrix, at, count, &references) + &words::risks::moved(moved.up, moved.down),
                        band: matrix.band(at).key(),
                        count,
                        references: words::level::references(count, &references),
                        moved,
                        to: to.run(at),
                        is_chosen: chosen.get() == Some(at),
                    }
                })
            })
        });
        let is_held = Memo::new(move |_| cell.with(|cell| cell.count > 0));
        view! { <td>{move || if is_held.get() { held(at, cell).into_any() } else { empty(at, cell).into_any() }}</td> }
    };
    let row = move |likelihood: Step| {
        let axis = (likelihood.number() == 4).then(|| view! { <span class="heatmap__axis">"Likelihood"</span> " " });
        let cells = Step::ALL.map(|impact| cell(Level { l: likelihood, i: impact }));
        view! { <tr><th class="heatmap__level" scope="row">{axis}{move || matrix.with(|matrix| matrix.likelihood(likelihood).to_owned())}</th>{cells.collect_view()}</tr> }
    };
    let impacts = Step::ALL.map(|impact| {
        view! { <th class="heatmap__impact" scope="col">{move || matrix.with(|matrix| matrix.impact(impact).to_owned())}</th> }
    });
    view! {
        <div class="heatmap-box">
            <table class="heatmap" aria-labelledby=labelled_by>
                <tbody>{Step::ALL.into_iter().rev().map(row).collect_view()}</tbody>
                <tfoot><tr><td class="heatmap__level">"Impact"</td>{impacts.collect_view()}</tr></tfoot>
            </table>
        </div>
    }
}

fn held(at: Level, cell: Memo<Cell>) -> impl IntoView {
    view! {
        <a class="heatmap__cell heatmap__cell--held" data-band=move || cell.with(|cell| cell.band) href=move || cell.with(|cell| cell.to.to_string()) aria-current=move || cell.with(|cell| cell.is_chosen.then_some("true"))>
            <span class="visually-hidden">{move || cell.with(|cell| cell.name.clone())}</span>
            <span aria-hidden="true" class="heatmap__movement">{move || cell.with(|cell| marks(cell.moved))}</span>
            <span aria-hidden="true" class="heatmap__score">{at.score()}</span>
            <span aria-hidden="true" class="heatmap__count">{move || cell.with(|cell| cell.count)}</span>
            <span aria-hidden="true" class="heatmap__refs">{move || cell.with(|cell| cell.references.clone())}</span>
        </a>
    }
}

fn empty(at: Level, cell: Memo<Cell>) -> impl IntoView {
    view! {
        <div class="heatmap__cell" data-band=move || cell.with(|cell| cell.band) aria-current=move || cell.with(|cell| cell.is_chosen.then_some("true"))>
            <span class="visually-hidden">{move || cell.with(|cell| cell.name.clone())}</span>
            <span aria-hidden="true" class="heatmap__score">{at.score()}</span>
        </div>
    }
}

/// `▲1 ▼2`.
fn marks(moved: Moved) -> String {
    let parts = [("▲", moved.up), ("▼", moved.down)];
    let parts: Vec<_> =
        parts.into_iter().filter(|(_, number)| *number > 0).map(|(mark, number)| format!("{mark}{number}")).collect();
    parts.join(" ")
}
