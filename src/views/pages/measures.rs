//! Measures: how live services stand, and every measure of every service for each council.

mod filters;
mod live;
mod table;

use leptos::prelude::*;

use crate::analysis::measures::{Chosen, register, tally};
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::route::{EnterState, MeasuresState, Route, ServicesState};
use crate::session::{Request, use_session};
use crate::views::here::use_route;
use crate::views::pages::measure::edit::AddMeasure;
use crate::views::pages::measures::filters::Filters;
use crate::views::pages::measures::live::LiveServices;
use crate::views::pages::measures::table::MeasuresTable;
use crate::views::parts::empty::Empty;
use crate::views::parts::page_head::PageHead;
use crate::words;

/// What figures of measures are worked out from.
pub const KINDS: &[Kind] = &[
    Kind::Measure,
    Kind::Readings,
    Kind::Targets,
    Kind::Baseline,
    Kind::Participation,
    Kind::Partner,
    Kind::Service,
    Kind::Programme,
    Kind::About,
];

/// Live services first, then the register.
#[component]
pub fn MeasuresPage() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let state = Memo::new(move |before: Option<&MeasuresState>| {
        route.with(|route| match route {
            Route::Measures(state) => state.clone(),
            // The page is being left, and need not be drawn once more.
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let current = session.select(&[Kind::About], Workspace::current_year);
    let year = Memo::new(move |_| state.with(|state| state.year).or(current.get()));
    let groups = session.select(KINDS, move |workspace, _| {
        year.get().map(|year| register(workspace, &state.with(|state| chosen(state, year)))).unwrap_or_default()
    });
    let reading = session.reading();
    let is_empty = session.select(&[Kind::Measure], |workspace, _| workspace.measures.is_empty());
    let lede = move || {
        if is_empty.get() {
            return format!("As at {}. No measure has been added yet.", words::date::long(reading.get()));
        }
        let headline = year.get().map(|year| groups.with(|groups| tally(groups.iter().flat_map(|group| &group.rows)).says(year)));
        format!("As at {}. {}", words::date::long(reading.get()), headline.unwrap_or_default())
    };
    let adding = RwSignal::new(false);
    let close = Callback::new(move |()| {
        adding.set(false);
        session.request(Request::Focus("add-measure".to_owned()));
    });
    let no_service = session.select(&[Kind::Service], |workspace, _| workspace.services.is_empty());
    let why = "A measure is what is counted of a service to see how well it does, such as days to answer a query. Add the first one; then enter its baseline, its targets and its readings.";
    let first = move || {
        if no_service.get() {
            let services = Route::Services(ServicesState::default()).to_string();
            view! { <a class="button button--quiet" href=services>"Add a service first"</a> }.into_any()
        } else {
            view! { <button class="button button--quiet" type="button" on:click=move |_| adding.set(true)>"Add the first measure"</button> }.into_any()
        }
    };
    let enter = move || Route::Enter(EnterState { service: state.with(|state| state.service.clone()), ..EnterState::default() });
    view! {
        <PageHead title="Measures" lede=Signal::derive(lede)>
            <button class="button" type="button" id="add-measure" aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add a measure"</button>
            <Show when=move || !is_empty.get()><a class="button button--quiet" href=move || enter().to_string()>"Enter figures"</a></Show>
        </PageHead>
        <Show when=move || adding.get()><AddMeasure service=state.with_untracked(|state| state.service.clone()) on_close=close /></Show>
        <Show when=move || { is_empty.get() && !adding.get() }>
            <Empty says="No measures have been recorded." why=why>{first}</Empty>
        </Show>
        <LiveServices year=year />
        <Show when=move || !is_empty.get()>
            <section aria-labelledby="measures-head">
                <h2 id="measures-head">"Every measure"</h2>
                <Filters state=state year=year />
                <MeasuresTable groups=groups year=year />
            </section>
        </Show>
    }
}

fn chosen(state: &MeasuresState, year: FinancialYear) -> Chosen {
    Chosen { service: state.service.clone(), partner: state.partner.clone(), year }
}
