//! Decisions to take: every council's answer that is still open, over all services.

use leptos::prelude::*;

use crate::analysis::life::{ToTake, to_take, to_take_says, to_take_table};
use crate::analysis::papers;
use crate::route::{Route, ServicesState};
use crate::session::{Request, use_session};
use crate::views::pages::service::approvals::KINDS;
use crate::views::parts::more::More;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PaperKey;
use crate::words;

const AT_FIRST: usize = 100;

/// A row for each council and recommendation.
#[component]
pub fn DecisionsPage() -> impl IntoView {
    let session = use_session();
    let reading = session.reading();
    let all = session.select(KINDS, |workspace, _| to_take(workspace));
    let named = session.select(KINDS, |workspace, _| papers::of_decisions(workspace));
    let limit = RwSignal::new(AT_FIRST);
    let more = move || all.with(Vec::len).saturating_sub(limit.get());
    let lede = move || Some(format!("As at {}. {}", words::date::long(reading.get()), all.with(|all| to_take_says(all))));
    let save = move |_| {
        let text = words::csv::csv(all.with_untracked(|all| to_take_table(all)));
        let name = format!("decisions-to-take-{}.csv", reading.get_untracked());
        session.request(Request::SaveText { name, kind: "text/csv", text });
    };
    let rows = move || all.with(|all| all.iter().take(limit.get()).cloned().map(row).collect_view());
    let services = Route::Services(ServicesState::default());
    view! {
        <PageHead title="Decisions to take" lede=Signal::derive(lede) up=(services, "All services") />
        <Show when=move || !all.with(Vec::is_empty) fallback=|| view! { <p>"Recommendations are added on the page of their service. One is in force once every council that has to has agreed the same text."</p> }>
            <div class="table-box">
                <table class="table table--stack" role="table">
                    <caption class="table__caption">"Decisions to take, the oldest recommendation first"</caption>
                    <thead>
                        <tr role="row">
                            <th scope="col" role="columnheader">"Council"</th>
                            <th scope="col" role="columnheader">"Service"</th>
                            <th scope="col" role="columnheader" class="table__wide">"Text"</th>
                            <th scope="col" role="columnheader">"Recommended by"</th>
                            <th scope="col" role="columnheader">"How it stands"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("decision", "decisions") />
            </div>
            <p><button class="button button--quiet button--small" data-reads="" type="button" on:click=save>"Table as CSV"</button></p>
            <PaperKey papers=named />
        </Show>
    }
}

fn row(one: ToTake) -> impl IntoView {
    let service = one.service.map(Route::Service).unwrap_or_default();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a class="link--alone" href=Route::Partner(one.partner).to_string()>{one.council}</a></th>
            <td role="cell" data-label="Service"><a class="link--alone" href=service.to_string()>{one.service_name}</a></td>
            <td role="cell" data-label="Text">{one.text}</td>
            <td role="cell" data-label="Recommended by">{one.made}</td>
            <td role="cell" data-label="How it stands">{one.why}</td>
        </tr>
    }
}
