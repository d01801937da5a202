//! How many benefits of each kind each council receives, and how many of them are there.

use leptos::prelude::*;

use crate::analysis::benefits::{PartnerRow, by_partner};
use crate::domain::benefit::BenefitKind;
use crate::route::{BenefitsState, Route};
use crate::session::use_session;
use crate::views::pages::benefits::KINDS;

/// A row for each council, a column for each kind: every kind on equal footing.
#[component]
pub fn ByPartner() -> impl IntoView {
    let session = use_session();
    let rows = session.select(KINDS, |workspace, today| by_partner(workspace, workspace.reading(today)));
    let heads = BenefitKind::ALL.iter().map(|sort| view! { <th scope="col" role="columnheader">{sort.label()}</th> });
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <section aria-labelledby="by-partner-head">
                <h2 id="by-partner-head">"By council and kind"</h2>
                <p class="figure__says">"A benefit for several councils counts for each of them."</p>
                <div class="table-box">
                    <table class="table table--stack" role="table" aria-labelledby="by-partner-head">
                        <thead><tr role="row"><th scope="col" role="columnheader">"Received by"</th>{heads.clone().collect_view()}</tr></thead>
                        <tbody>{move || rows.with(|rows| rows.iter().map(row).collect_view())}</tbody>
                    </table>
                </div>
            </section>
        </Show>
    }
}

fn row(row: &PartnerRow) -> impl IntoView + use<> {
    let cell = |(sort, (all, reached)): (&BenefitKind, &(usize, usize))| {
        let says = if *all == 0 { "none".to_owned() } else { format!("{all}, {reached} reached") };
        view! { <td role="cell" data-label=sort.label() class:not-stated=*all == 0>{says}</td> }
    };
    let cells = BenefitKind::ALL.iter().zip(&row.cells).map(cell).collect_view();
    let name = match row.partner.clone() {
        Some(partner) => {
            let to = Route::Benefits(BenefitsState { partner: Some(partner), ..BenefitsState::default() }).to_string();
            view! { <a class="link--alone" href=to>{row.name.clone()}</a> }.into_any()
        }
        None => row.name.clone().into_any(),
    };
    view! { <tr role="row"><th scope="row" role="rowheader">{name}</th>{cells}</tr> }
}
