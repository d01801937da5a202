//! A small table of amounts: names down the side, years or councils across.

use leptos::prelude::*;

use crate::words;

/// What it shows: over the columns, and a name with a cell for each; nothing is "not stated".
pub type Cells = (Vec<String>, Vec<(String, Vec<Option<String>>)>);

/// The table; nothing where there is no row.
#[component]
pub fn FiguresTable(
    /// What is shown.
    #[prop(into)]
    cells: Signal<Cells>,
    /// What it is about.
    caption: &'static str,
    /// Over the first column.
    first: &'static str,
) -> impl IntoView {
    let table = move || {
        let (heads, rows) = cells.get();
        let over = heads
            .iter()
            .map(|head| view! { <th scope="col" class="number" role="columnheader">{head.clone()}</th> })
            .collect_view();
        let row = |(name, cells): (String, Vec<Option<String>>)| {
            let cell = |(head, cell): (&String, Option<String>)| {
                let shown = cell.clone().unwrap_or_else(|| words::NOT_STATED.to_owned());
                view! { <td class="number" role="cell" data-label=head.clone()><span class:not-stated=cell.is_none()>{shown}</span></td> }
            };
            let cells = heads.iter().zip(cells).map(cell).collect_view();
            view! { <tr role="row"><th scope="row" role="rowheader">{name}</th>{cells}</tr> }
        };
        let rows = rows.into_iter().map(row).collect_view();
        view! {
            <div class="table-box">
                <table class="table table--stack" role="table">
                    <caption class="table__caption">{caption}</caption>
                    <thead><tr role="row"><th scope="col" role="columnheader">{first}</th>{over}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    };
    view! { <Show when=move || cells.with(|(_, rows)| !rows.is_empty())>{table}</Show> }
}
