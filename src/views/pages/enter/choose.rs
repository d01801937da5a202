//! Which grid is open: of which service, what is entered, of which year and period.

use leptos::prelude::*;

use crate::analysis::measures::{Place, measured, periods, years};
use crate::domain::period::Period;
use crate::domain::reading::Filling;
use crate::domain::service::ServiceId;
use crate::domain::thing::Kind;
use crate::domain::year::FinancialYear;
use crate::route::{EnterState, Route};
use crate::session::{Request, use_session};
use crate::views::parts::filter_field::FilterField;
use crate::views::parts::record_choice::services;
use crate::views::parts::segments::choices;

/// The choices above the grid. Each opens another one; what is typed in this one is kept until it is saved.
#[component]
pub fn Choose(
    /// What the address chooses.
    state: Memo<EnterState>,
    /// What is open.
    place: Memo<Option<Place>>,
) -> impl IntoView {
    let session = use_session();
    let of = session.select(&[Kind::Service, Kind::Measure], |workspace, _| {
        let measured = measured(workspace);
        let is_measured = |key: &String| ServiceId::try_from(key.clone()).is_ok_and(|id| measured.contains(&id));
        services(workspace).into_iter().filter(|(key, _)| is_measured(key)).collect::<Vec<_>>()
    });
    let when = session.select(&[Kind::Readings, Kind::Targets, Kind::About], move |workspace, today| {
        let chosen = place.with(|place| place.as_ref().map(|place| place.year));
        let years = years(workspace, chosen.into_iter().chain(workspace.current_year(today)));
        years.into_iter().map(|year| (year.to_string(), year.to_string())).collect::<Vec<_>>()
    });
    let offered = session.select(&[Kind::Measure], move |workspace, _| {
        let offered = place.with(|place| place.as_ref().map(|place| periods(workspace, &place.service, place.filling)));
        offered
            .unwrap_or_default()
            .into_iter()
            .map(|period| (period.key().to_owned(), period.label().to_owned()))
            .collect::<Vec<_>>()
    });
    let change = move |change: &dyn Fn(&mut EnterState)| {
        let mut state = state.get_untracked();
        // Everything that the page chose by itself is chosen from then on, so that one choice does not move another.
        if let Some(place) = place.get_untracked() {
            state.service = Some(place.service);
            state.year = Some(place.year);
            state.period = Some(place.period);
        }
        change(&mut state);
        session.request(Request::Swap(Route::Enter(state)));
    };
    let pick_service = Callback::new(move |key: String| {
        change(&|state| {
            state.service = ServiceId::try_from(key.clone()).ok();
            (state.period, state.page) = (None, None);
        });
    });
    let pick_what = Callback::new(move |key: String| {
        change(&|state| {
            state.what = Filling::from_key(&key).filter(|what| *what != Filling::Readings);
            // The page chooses the period: one that is of use for what is entered.
            (state.year, state.period) = (state.year.filter(|_| state.what() != Filling::Readings), None);
        });
    });
    let pick_year = Callback::new(move |key: String| change(&|state| state.year = FinancialYear::parse(&key).ok()));
    let pick_period = Callback::new(move |key: String| change(&|state| state.period = Period::from_key(&key)));
    let chosen = move |pick: fn(&Place) -> String| {
        Signal::derive(move || place.with(|place| place.as_ref().map(pick)).unwrap_or_default())
    };
    let has_year = move || place.with(|place| place.as_ref().is_some_and(|place| place.filling != Filling::Baselines));
    view! {
        <form class="filters" aria-label="What is entered" on:submit=|event| event.prevent_default()>
            <FilterField id="enter-service" label="Service" options=of value=chosen(|place| place.service.to_string()) on_pick=pick_service />
            <FilterField id="enter-what" label="What" options=choices(Filling::ALL, Filling::key, Filling::label) value=chosen(|place| place.filling.key().to_owned()) on_pick=pick_what />
            <Show when=has_year><FilterField id="enter-year" label="Year" options=when value=chosen(|place| place.year.to_string()) on_pick=pick_year /></Show>
            <Show when=move || offered.with(|offered| offered.len() > 1)><FilterField id="enter-period" label="Period" options=offered value=chosen(|place| place.period.key().to_owned()) on_pick=pick_period /></Show>
        </form>
    }
}
