//! The table of live services: status, what it means, what is behind it (S3c 15.2.1).

use leptos::prelude::*;

use crate::analysis::measures::{LiveGroup, LiveRow, live, live_table};
use crate::domain::rag::Rag;
use crate::domain::service::Stage;
use crate::domain::year::FinancialYear;
use crate::route::{MeasuresState, Route, ServicesState};
use crate::session::{Request, use_session};
use crate::views::pages::measures::KINDS;
use crate::views::parts::more::More;
use crate::views::parts::rag::RagMark;
use crate::words;

const AT_FIRST: usize = 50;

/// Every live service, programme by programme.
#[component]
pub fn LiveServices(
    /// In which year their measures are looked at.
    year: Memo<Option<FinancialYear>>,
) -> impl IntoView {
    let session = use_session();
    let groups = session.select(KINDS, move |workspace, _| year.get().map(|year| live(workspace, year)).unwrap_or_default());
    let total = Memo::new(move |_| groups.with(|groups| groups.iter().map(|group| group.rows.len()).sum::<usize>()));
    let limit = RwSignal::new(AT_FIRST);
    let more = move || total.get().saturating_sub(limit.get());
    let says = move || {
        groups.with(|groups| {
            let all = || groups.iter().flat_map(|group| &group.rows);
            let of = |rag: Rag| all().filter(|row| row.rag == Some(rag)).count();
            let told = [Rag::Red, Rag::Amber, Rag::Green].map(|rag| (of(rag), rag.label().to_lowercase()));
            let silent = all().filter(|row| row.rag.is_none()).count();
            let parts = told.into_iter().chain([(silent, words::NOT_REPORTED.to_owned())]);
            let parts = parts.filter(|(many, _)| *many > 0).map(|(many, word)| format!("{} {word}", words::number(many as u64)));
            format!("{}: {}.", words::sentence(&words::count(total.get(), "live service", "live services")), words::list(parts))
        })
    };
    let save = move |_| {
        let text = words::csv::csv(groups.with_untracked(|groups| live_table(groups)));
        let name = format!("live-services-{}.csv", session.reading().get_untracked());
        session.request(Request::SaveText { name, kind: "text/csv", text });
    };
    let body = move || {
        let mut left = limit.get();
        groups.with(|groups| {
            groups
                .iter()
                .map(|group| {
                    let shown = left.min(group.rows.len());
                    left -= shown;
                    of_programme(group, shown)
                })
                .collect_view()
        })
    };
    let services = Route::Services(ServicesState { stage: Some(Stage::Implementing), ..ServicesState::default() }).to_string();
    view! {
        <section aria-labelledby="live-head">
            <h2 id="live-head">"Live services"</h2>
            <Show when=move || { total.get() > 0 } fallback=move || view! { <p>"No service is live. A service that is put in place goes live on its own page: "<a href=services.clone()>"services that are being put in place"</a>"."</p> }>
                <p class="figure__says">{says}</p>
                <div class="table-box">
                    <table class="table table--stack" role="table" aria-labelledby="live-head">
                        <thead>
                            <tr role="row">
                                <th scope="col" role="columnheader" class="table__wide">"Service"</th>
                                <th scope="col" role="columnheader">"Status"</th>
                                <th scope="col" role="columnheader">"Year end"</th>
                                <th scope="col" role="columnheader" class="table__main">"Commentary"</th>
                                <th scope="col" role="columnheader">"Measures"</th>
                            </tr>
                        </thead>
                        {body}
                    </table>
                    <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("live service", "live services") />
                </div>
                <p><button class="button button--quiet button--small" data-reads="" type="button" on:click=save>"Live services as CSV"</button></p>
            </Show>
        </section>
    }
}

fn of_programme(group: &LiveGroup, shown: usize) -> Option<impl IntoView + use<>> {
    let rows = group.rows.iter().take(shown).map(row).collect_view();
    (shown > 0).then(|| {
        view! {
            <tbody>
                <tr role="row" class="table__group"><th scope="rowgroup" role="rowheader" colspan="5">{group.programme.clone()}</th></tr>
                {rows}
            </tbody>
        }
    })
}

fn row(row: &LiveRow) -> impl IntoView + use<> {
    let to = Route::Service(row.id.clone()).to_string();
    let measures = Route::Measures(MeasuresState { service: Some(row.id.clone()), ..MeasuresState::default() }).to_string();
    let commentary = match row.commentary.clone() {
        Some(says) => says.into_any(),
        None => view! { <span class="not-stated">{words::NOT_STATED}</span> }.into_any(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a class="link--alone" href=to>{row.name.clone()}</a></th>
            <td role="cell" data-label="Status"><RagMark rag=row.rag /><span class="table__note">{row.meaning}</span></td>
            <td role="cell" data-label="Year end"><RagMark rag=row.expected /></td>
            <td role="cell" data-label="Commentary">{commentary}</td>
            <td role="cell" data-label="Measures"><a class="link--alone" href=measures>{row.measures.clone()}<span class="visually-hidden">{format!(", {}", row.name)}</span></a></td>
        </tr>
    }
}
