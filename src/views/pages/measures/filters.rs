//! Which measures are shown: of a service, of a council, in a year.

use leptos::prelude::*;

use crate::analysis::measures::{measured, years};
use crate::domain::partner::PartnerId;
use crate::domain::service::ServiceId;
use crate::domain::thing::Kind;
use crate::domain::year::FinancialYear;
use crate::route::{MeasuresState, Route};
use crate::session::{Request, use_session};
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::record_choice::{and_chosen, partners, services};

/// The three choices.
#[component]
pub fn Filters(
    /// What the address chooses.
    state: Memo<MeasuresState>,
    /// The year that is looked at.
    year: Memo<Option<FinancialYear>>,
) -> impl IntoView {
    let session = use_session();
    let service = move || state.with(|state| state.service.clone().map(String::from).unwrap_or_default());
    let partner = move || state.with(|state| state.partner.clone().map(String::from).unwrap_or_default());
    let of = session.select(&[Kind::Service, Kind::Measure], move |workspace, _| {
        let measured = measured(workspace);
        let is_measured = |key: &String| ServiceId::try_from(key.clone()).is_ok_and(|id| measured.contains(&id));
        let options = services(workspace).into_iter().filter(|(key, _)| is_measured(key)).collect();
        any("All services", and_chosen(workspace, options, &service()))
    });
    let whose = session.select(&[Kind::Partner], move |workspace, _| {
        any("All councils", and_chosen(workspace, partners(workspace), &partner()))
    });
    let when = session.select(&[Kind::Readings, Kind::Targets, Kind::About], move |workspace, today| {
        let years = years(workspace, year.get().into_iter().chain(workspace.current_year(today)));
        years.into_iter().map(|year| (year.to_string(), year.to_string())).collect::<Vec<_>>()
    });
    let change = move |change: &dyn Fn(&mut MeasuresState)| {
        let mut state = state.get_untracked();
        change(&mut state);
        session.request(Request::Swap(Route::Measures(state)));
    };
    let pick_service = Callback::new(move |key: String| change(&|state| state.service = ServiceId::try_from(key.clone()).ok()));
    let pick_partner = Callback::new(move |key: String| change(&|state| state.partner = PartnerId::try_from(key.clone()).ok()));
    let pick_year = Callback::new(move |key: String| change(&|state| state.year = FinancialYear::parse(&key).ok()));
    let chosen_year = move || year.get().map(|year| year.to_string()).unwrap_or_default();
    view! {
        <form class="filters" aria-label="Show" on:submit=|event| event.prevent_default()>
            <FilterField id="measures-service" label="Service" options=of value=Signal::derive(service) on_pick=pick_service />
            <FilterField id="measures-partner" label="Council" options=whose value=Signal::derive(partner) on_pick=pick_partner />
            <FilterField id="measures-year" label="Year" options=when value=Signal::derive(chosen_year) on_pick=pick_year />
            <Show when=move || state.with(|state| *state != MeasuresState::default())>
                <div class="filters__actions"><a class="button button--plain" href=Route::Measures(MeasuresState::default()).to_string()>"Show everything"</a></div>
            </Show>
        </form>
    }
}
