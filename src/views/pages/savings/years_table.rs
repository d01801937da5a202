//! The figures of the chart as a table, one tap away.

use leptos::prelude::*;

use crate::analysis::telling::{self, Picture, Years};
use crate::views::parts::once_painted::OncePainted;

/// Years down the side, groups and the total across, all in one unit.
#[component]
pub fn YearsTable(
    /// What is drawn.
    picture: Memo<Picture>,
    /// What it is about.
    #[prop(into)]
    caption: Signal<String>,
) -> impl IntoView {
    let years = Memo::new(move |_| picture.with(telling::years));
    view! {
        <details class="fold fold--figures">
            <summary class="fold__head">"The same figures as a table"</summary>
            // Folded away at first.
            <OncePainted>{move || years.with(|years| table(years, caption))}</OncePainted>
        </details>
    }
}

fn table(years: &Years, caption: Signal<String>) -> impl IntoView + use<> {
    let heads = years.heads.iter().map(|head| view! { <th scope="col" class="number" role="columnheader">{head.clone()}</th> });
    let row = |(year, cells): &(String, Vec<Option<String>>)| {
        let cells = years.heads.iter().zip(cells).map(|(head, cell)| {
            view! {
                <td class="number" role="cell" data-label=head.clone()>
                    <span class:not-stated=cell.is_none()>{Years::shown(cell.as_ref()).to_owned()}</span>
                </td>
            }
        });
        view! { <tr role="row"><th scope="row" role="rowheader">{year.clone()}</th>{cells.collect_view()}</tr> }
    };
    view! {
        <div class="table-box">
            <table class="table table--stack" role="table">
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr role="row"><th scope="col" role="columnheader">"Year"</th>{heads.collect_view()}</tr></thead>
                <tbody>{years.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        {years.note.map(|note| view! { <p class="figure__says">{note}</p> })}
    }
}
