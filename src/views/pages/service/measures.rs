//! How the measures of a service stand, and what is missing of them.

use leptos::prelude::*;

use crate::analysis::measures::{Chosen, Row, register, tally, without_baseline};
use crate::domain::service::ServiceId;
use crate::route::{EnterState, MeasuresState, Route};
use crate::session::use_session;
use crate::views::pages::measures::KINDS;
use crate::views::parts::rag::RagMark;
use crate::words;

/// A line for each measure with its worst light, and the councils of which no baseline can be relied on.
#[component]
pub fn ServiceMeasures(
    /// Of which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let of = id.clone();
    let rows = session.select(KINDS, move |workspace, today| {
        let Some(year) = workspace.current_year(today) else { return Vec::new() };
        let chosen = Chosen { service: Some(of.clone()), partner: None, year };
        register(workspace, &chosen).into_iter().flat_map(|group| group.rows).collect::<Vec<Row>>()
    });
    let of = id.clone();
    let lacking = session.select(KINDS, move |workspace, _| {
        let lacking = without_baseline(workspace, &of);
        let names: Vec<String> = lacking.iter().map(|partner| words::partner::short(workspace, partner)).collect();
        (!names.is_empty()).then(|| format!("No measure has a baseline with its day and its source for {}.", words::list(names)))
    });
    let says = move || rows.with(|rows| tally(rows).short());
    let all = Route::Measures(MeasuresState { service: Some(id.clone()), ..MeasuresState::default() }).to_string();
    let enter = Route::Enter(EnterState { service: Some(id), ..EnterState::default() }).to_string();
    let item = |row: &Row| {
        let worst = row.lines.iter().filter_map(|line| line.judgement.ok()).map(|judged| judged.light).max();
        let mark = worst.map(|light| view! { " " <RagMark rag=Some(light) /> });
        view! { <li class="results__item"><a class="results__link" href=Route::Measure(row.id.clone(), None).to_string()>{row.name.clone()}</a>{mark}</li> }
    };
    view! {
        <section aria-labelledby="measures-head">
            <h2 id="measures-head">"Measures"</h2>
            <p>{says}"."</p>
            <ul class="results">{move || rows.with(|rows| rows.iter().map(item).collect_view())}</ul>
            {move || lacking.get().filter(|_| rows.with(|rows| !rows.is_empty())).map(|says| view! { <p class="figure__says">{says}</p> })}
            <div class="buttons">
                <a class="button button--quiet button--small" href=all>"Measures of this service"</a>
                <Show when=move || rows.with(|rows| !rows.is_empty())><a class="button button--quiet button--small" href=enter.clone()>"Enter figures"</a></Show>
            </div>
        </section>
    }
}
