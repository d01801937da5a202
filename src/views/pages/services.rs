//! Services: what they come to in a sentence, then a table by programme and stage.

pub mod fields;

mod add;
mod filters;
mod row;
mod table;

use leptos::prelude::*;

use crate::analysis::services::{Chosen, groups, tally};
use crate::domain::thing::Kind;
use crate::route::{Route, ServicesState};
use crate::session::{Request, use_session};
use crate::views::here::use_route;
use crate::views::pages::openings::reminder;
use crate::views::pages::services::add::AddService;
use crate::views::pages::services::filters::Filters;
use crate::views::pages::services::table::ServicesTable;
use crate::views::parts::empty::Empty;
use crate::views::parts::page_head::PageHead;
use crate::words;

/// Every service, or those that the address chooses.
#[component]
pub fn ServicesPage() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let state = Memo::new(move |before: Option<&ServicesState>| {
        route.with(|route| match route {
            Route::Services(state) => state.clone(),
            // The page is being left, and need not be drawn once more.
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let chosen = Memo::new(move |_| state.with(|state| Chosen { programme: state.programme.clone(), stage: state.stage }));
    let listed =
        session.select(&[Kind::Service, Kind::Programme], move |workspace, _| chosen.with(|chosen| groups(workspace, chosen)));
    let reading = session.reading();
    let says = session.select(&[Kind::Service], move |workspace, _| {
        let tally = chosen.with(|chosen| tally(workspace, chosen));
        words::services::summary(tally.total, &tally.stages, &tally.reported, tally.not_reported)
    });
    let lede = move || Some(format!("As at {}. {}", words::date::long(reading.get()), says.get()));
    let is_empty = session.select(&[Kind::Service], |workspace, _| workspace.services.is_empty());
    let open = reminder(session);
    let adding = RwSignal::new(false);
    let close = Callback::new(move |()| {
        adding.set(false);
        session.request(Request::Focus("add-service".to_owned()));
    });
    view! {
        <PageHead title="Services" lede=Signal::derive(lede)>
            <a class="button button--quiet" href=Route::Openings(None).to_string()>"Opportunities"</a>
            <a class="button button--quiet" href=Route::Decisions.to_string()>"Decisions to take"</a>
            <button class="button" type="button" id="add-service" aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add a service"</button>
        </PageHead>
        {move || open.get().map(|says| view! { <p><span class="flag">"Open"</span>" "<a class="link--alone" href=Route::Openings(None).to_string()>{says}</a></p> })}
        <Show when=move || adding.get()><AddService on_close=close /></Show>
        <Show when=move || !is_empty.get() fallback=|| view! { <Empty says="No services have been recorded." why="A service is something that councils share, or think of sharing. Add the first one above." /> }>
            <Filters state=state chosen=chosen />
            <ServicesTable listed=listed />
        </Show>
    }
}
