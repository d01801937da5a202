//! Each council's cost and performance before sharing, side by side.

use leptos::prelude::*;

use crate::analysis::life::{Compared, comparison};
use crate::domain::reading::Filling;
use crate::domain::service::ServiceId;
use crate::route::{EnterState, Route};
use crate::session::use_session;
use crate::views::pages::measures::KINDS;

/// A row for each measure, a column for each council.
#[component]
pub fn Before(
    /// Of which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let of = id.clone();
    let all = session.select(KINDS, move |workspace, _| comparison(workspace, &of));
    let enter = EnterState { service: Some(id), what: Some(Filling::Baselines), ..EnterState::default() };
    let is_empty = move || all.with(|all| all.rows.is_empty());
    let table = move || {
        all.with(|all| {
            let heads = all
                .councils
                .iter()
                .map(|council| view! { <th scope="col" role="columnheader">{council.clone()}</th> })
                .collect_view();
            let rows = all.rows.iter().map(|row| compared(row, &all.councils)).collect_view();
            view! {
                <div class="table-box">
                    <table class="table table--stack" role="table">
                        <caption class="table__caption">"Cost and performance of each council before sharing"</caption>
                        <thead><tr role="row"><th scope="col" role="columnheader">"Measure"</th>{heads}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
        })
    };
    view! {
        <section aria-labelledby="before-head">
            <h2 id="before-head">"Before sharing"</h2>
            <Show when=move || !is_empty() fallback=|| view! { <p>"No measure of this service is known. A cost is a measure too: give it a unit such as £ a year, and enter what each council spent as its baseline."</p> }>
                {table}
            </Show>
            <p><a class="button button--quiet button--small" href=Route::Enter(enter).to_string()>"Enter baselines"</a></p>
        </section>
    }
}

fn compared(row: &Compared, councils: &[String]) -> impl IntoView + use<> {
    let cells = councils.iter().zip(&row.cells).map(|(council, cell)| {
        let shown = match cell {
            None => view! { <span class="not-stated">"no baseline"</span> }.into_any(),
            Some(before) => {
                let best = before.is_best.then(|| view! { " " <span class="flag" data-tone="calm">"Best"</span> });
                let loose = (!before.is_whole).then(|| view! { " " <span class="flag">"No day or source"</span> });
                view! { {before.says.clone()}{best}{loose} }.into_any()
            }
        };
        view! { <td role="cell" data-label=council.clone()>{shown}</td> }
    });
    view! { <tr role="row"><th scope="row" role="rowheader">{row.measure.clone()}<span class="table__note">{row.better}</span></th>{cells.collect_view()}</tr> }
}
