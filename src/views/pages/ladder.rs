//! Figures on every basis: all services side by side, and one service's ladder with what moved it.

mod all;
mod course;
mod one;
mod shifts;

use leptos::prelude::*;

use crate::analysis::depth::{kinds, services, years};
use crate::domain::money::MoneyKind;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::year::FinancialYear;
use crate::route::{LadderState, Route, SavingsState};
use crate::session::{Request, use_session};
use crate::views::here::use_route;
use crate::views::pages::ladder::all::AllServices;
use crate::views::pages::ladder::one::OneLadder;
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::gone::Gone;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::record_choice::and_chosen;
use crate::views::parts::segments::choices;
use crate::words;

const KINDS: &[Kind] = &[Kind::Money, Kind::Shift, Kind::Service, Kind::Programme, Kind::Partner];

/// The page; of a service that is out of use, what became of it.
#[component]
pub fn LadderPage() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let gone = session.select(&[Kind::Service], move |workspace, _| {
        let asked = route.with(|route| match route {
            Route::Ladder(state) => state.service.as_ref().map(Subject::from),
            _ => None,
        });
        asked.filter(|service| !workspace.holds(service))
    });
    move || match gone.get() {
        Some(subject) => {
            view! { <Gone subject=subject up=(Route::Ladder(LadderState::default()), "Figures on every basis") /> }.into_any()
        }
        None => view! { <Whole /> }.into_any(),
    }
}

#[component]
fn Whole() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let state = Memo::new(move |before: Option<&LadderState>| {
        route.with(|route| match route {
            Route::Ladder(state) => state.clone(),
            // The page is being left, and need not be drawn once more.
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let when = session.select(&[Kind::Money], move |workspace, _| years(workspace, state.with(LadderState::kind)));
    // The current year where it has figures, else the latest that has.
    let year = session.select(&[Kind::Money, Kind::About], move |workspace, today| {
        let current = workspace.current_year(today);
        let chosen = state.with(|state| state.year);
        when.with(|when| chosen.or_else(|| current.filter(|current| when.contains(current))).or_else(|| when.last().copied()))
    });
    let reading = session.reading();
    let lede = move || {
        Some(format!(
            "As at {}. From the first guess to the books: each figure beside the others, and what moved it. Never added.",
            words::date::long(reading.get())
        ))
    };
    let service = Memo::new(move |_| state.with(|state| state.service.clone()));
    let title = session.select(&[Kind::Service], move |workspace, _| {
        let name = service.with(|service| service.as_ref().map(|id| words::name(workspace, &Subject::from(id))));
        name.map_or_else(|| "Figures on every basis".to_owned(), |name| format!("Every basis: {name}"))
    });
    view! {
        <PageHead title=title lede=Signal::derive(lede) up=(Route::Savings(SavingsState::default()), "Savings") />
        <Filters state=state year=year when=when />
        {move || match service.get() {
            Some(id) => view! { <OneLadder id=id state=state year=year /> }.into_any(),
            None => view! { <AllServices state=state year=year /> }.into_any(),
        }}
    }
}

#[component]
fn Filters(state: Memo<LadderState>, year: Memo<Option<FinancialYear>>, when: Memo<Vec<FinancialYear>>) -> impl IntoView {
    let session = use_session();
    let change = move |change: &dyn Fn(&mut LadderState)| {
        let mut state = state.get_untracked();
        state.bar = None;
        change(&mut state);
        session.request(Request::Swap(Route::Ladder(state)));
    };
    let service = move || state.with(|state| state.service.clone().map(String::from).unwrap_or_default());
    let of = session.select(KINDS, move |workspace, _| {
        let (kind, chosen) = (state.with(LadderState::kind), service());
        let known = year.get().map(|year| services(workspace, kind, year)).unwrap_or_default();
        let known = known.into_iter().map(|id| (id.to_string(), words::name(workspace, &Subject::from(&id)))).collect();
        any("All services", and_chosen(workspace, known, &chosen))
    });
    let chosen_year = move || year.get().map(|year| year.to_string()).unwrap_or_default();
    let offered = move || {
        let mut years = when.get();
        years.extend(year.get().filter(|year| !years.contains(year)));
        years.into_iter().map(|year| (year.to_string(), year.to_string())).collect::<Vec<_>>()
    };
    let pick_service = Callback::new(move |key: String| change(&|state| state.service = ServiceId::try_from(key.clone()).ok()));
    let pick_kind = Callback::new(move |key: String| change(&|state| state.kind = MoneyKind::from_key(&key)));
    let pick_year = Callback::new(move |key: String| change(&|state| state.year = FinancialYear::parse(&key).ok()));
    let kind = move || state.with(LadderState::kind).key().to_owned();
    view! {
        <form class="filters" aria-label="Show" on:submit=|event| event.prevent_default()>
            <FilterField id="ladder-service" label="Service" options=of value=Signal::derive(service) on_pick=pick_service />
            <FilterField id="ladder-kind" label="Kind" options=choices(&kinds(), MoneyKind::key, MoneyKind::label) value=Signal::derive(kind) on_pick=pick_kind />
            <FilterField id="ladder-year" label="Year" options=Signal::derive(offered) value=Signal::derive(chosen_year) on_pick=pick_year />
        </form>
    }
}
