//! Who takes part in what: services down the side, partners along the top.

use leptos::prelude::*;

use crate::analysis::services::{Chosen, first, groups};
use crate::domain::partner::PartnerId;
use crate::domain::programme::ProgrammeId;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::route::{PartnersState, Route};
use crate::session::{Request, use_session};
use crate::views::here::use_route;
use crate::views::pages::partners::grid_row::GridRow;
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::more::More;
use crate::views::parts::record_choice::{and_chosen, programmes};
use crate::words;

/// As many columns as can be read side by side.
const COLUMNS: usize = 7;
const ROWS: usize = 50;

/// The grid, of one programme or all, a page of partners and fifty services at a time.
#[component]
pub fn Grid() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let state = Memo::new(move |before: Option<&PartnersState>| {
        route.with(|route| match route {
            Route::Partners(state) => state.clone(),
            // The page is being left, and need not be drawn once more.
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let programme = Memo::new(move |_| state.with(|state| state.programme.clone().map(String::from)).unwrap_or_default());
    let limit = RwSignal::new(ROWS);
    let partners = session.select(&[Kind::Partner, Kind::About], |workspace, _| {
        workspace.partners_in_order().into_iter().map(|partner| partner.id.clone()).collect::<Vec<_>>()
    });
    // An address may name a page that there is no more.
    let last = move || partners.with(Vec::len).saturating_sub(1) / COLUMNS;
    let page = Memo::new(move |_| state.with(|state| state.page.map_or(0, |page| usize::from(page) - 1)).min(last()));
    let columns = Memo::new(move |_| {
        partners.with(|partners| partners.iter().skip(page.get() * COLUMNS).take(COLUMNS).cloned().collect::<Vec<_>>())
    });
    let listed = session.select(&[Kind::Service, Kind::Programme], move |workspace, _| {
        groups(workspace, &Chosen { programme: state.with(|state| state.programme.clone()), stage: None })
    });
    let total = Memo::new(move |_| listed.with(|groups| groups.iter().map(|group| group.services.len()).sum::<usize>()));
    let shown = Memo::new(move |_| {
        let groups = listed.with(|groups| first(groups, limit.get()));
        groups.into_iter().flat_map(|group| group.services).collect::<Vec<_>>()
    });
    let more = move || total.get().saturating_sub(limit.get());
    let of = session.select(&[Kind::Programme], move |workspace, _| {
        any("All programmes", programme.with(|chosen| and_chosen(workspace, programmes(workspace), chosen)))
    });
    let pages = session.select(&[Kind::Partner, Kind::About], pages_of);
    let change = move |change: &dyn Fn(&mut PartnersState)| {
        let mut state = state.get_untracked();
        change(&mut state);
        session.request(Request::Swap(Route::Partners(state)));
    };
    let pick_programme = Callback::new(move |key: String| {
        limit.set(ROWS);
        change(&|state| state.programme = ProgrammeId::try_from(key.clone()).ok());
    });
    let is_not_the_first = |page: &u16| *page > 1;
    let pick_page = Callback::new(move |key: String| change(&|state| state.page = key.parse().ok().filter(is_not_the_first)));
    let heads = move || columns.get().into_iter().map(|partner| view! { <PartnerHead partner=partner /> }).collect_view();
    view! {
        <section>
            <h2 id="grid-head">"Who takes part in what"</h2>
            <form class="filters" aria-label="Show" on:submit=|event| event.prevent_default()>
                <FilterField id="grid-programme" label="Programme" options=of value=programme on_pick=pick_programme />
                <Show when=move || pages.with(|pages| pages.len() > 1)>
                    <FilterField id="grid-partners" label="Partners" options=pages value=Signal::derive(move || (page.get() + 1).to_string()) on_pick=pick_page />
                </Show>
                <p class="filters__says" role="status">{move || format!("{} and {}.", words::sentence(&words::count(total.get(), "service", "services")), words::count(partners.with(Vec::len), "partner", "partners"))}</p>
            </form>
            <Show when=move || { total.get() > 0 } fallback=|| view! { <p>"No services are recorded here."</p> }>
                <div class="table-box table-box--scroll" role="region" aria-labelledby="grid-head" tabindex="0">
                    <table class="table table--stack participation" role="table">
                        <caption class="table__caption">"Host, in, considering, declined or left"</caption>
                        <thead><tr role="row"><th scope="col" role="columnheader">"Service"</th>{heads}</tr></thead>
                        <tbody>
                            <For each=move || shown.get() key=|listed| (listed.id.clone(), listed.depth) let:listed><GridRow listed=listed columns=columns /></For>
                        </tbody>
                    </table>
                    <More left=Signal::derive(more) limit=limit step=ROWS of=("service", "services") />
                </div>
            </Show>
        </section>
    }
}

#[component]
fn PartnerHead(partner: PartnerId) -> impl IntoView {
    let names = use_session().select(&[Kind::Partner], move |workspace, _| {
        (words::partner::code(workspace, &partner), words::partner::short(workspace, &partner))
    });
    let code = move || names.with(|(code, _)| code.clone());
    let name = move || names.with(|(_, name)| name.clone());
    view! { <th scope="col" role="columnheader"><abbr title=name>{code}</abbr></th> }
}

/// Each page of partners by its first and last: `Bromsgrove to Malvern Hills`.
fn pages_of(workspace: &Workspace, _: chrono::NaiveDate) -> Vec<(String, String)> {
    let partners = workspace.partners_in_order();
    let name = |partner: Option<&&crate::domain::partner::Partner>| {
        partner.map(|partner| words::partner::short(workspace, &partner.id)).unwrap_or_default()
    };
    let page = |(number, page): (usize, &[&crate::domain::partner::Partner])| {
        let (first, last) = (name(page.first()), name(page.last()));
        ((number + 1).to_string(), if page.len() > 1 { format!("{first} to {last}") } else { first })
    };
    partners.chunks(COLUMNS).enumerate().map(page).collect()
}
