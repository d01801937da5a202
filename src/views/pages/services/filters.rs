//! Which services are shown: of a programme, at a stage.

use leptos::prelude::*;

use crate::analysis::services::{Chosen, tally};
use crate::domain::programme::ProgrammeId;
use crate::domain::service::Stage;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{Route, ServicesState};
use crate::session::{Request, use_session};
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::record_choice::{and_chosen, programmes};
use crate::words;

/// The two choices, and what they leave in.
#[component]
pub fn Filters(
    /// What the address chooses.
    state: Memo<ServicesState>,
    /// The same, as services are asked for it.
    chosen: Memo<Chosen>,
) -> impl IntoView {
    let session = use_session();
    let programme = move || state.with(|state| state.programme.clone().map(String::from).unwrap_or_default());
    let of = session.select(&[Kind::Programme], move |workspace, _| {
        any("All programmes", and_chosen(workspace, programmes(workspace), &programme()))
    });
    let at = any("All stages", Stage::ALL.iter().map(|stage| (stage.key().to_owned(), stage.label().to_owned())));
    let change = move |change: &dyn Fn(&mut ServicesState)| {
        let mut state = state.get_untracked();
        change(&mut state);
        session.request(Request::Swap(Route::Services(state)));
    };
    let pick_programme =
        Callback::new(move |key: String| change(&|state| state.programme = ProgrammeId::try_from(key.clone()).ok()));
    let pick_stage = Callback::new(move |key: String| change(&|state| state.stage = Stage::from_key(&key)));
    let stage = move || state.with(|state| state.stage.map(Stage::key).unwrap_or_default().to_owned());
    let says = session.select(&[Kind::Service, Kind::Programme], move |workspace, _| {
        let count = |chosen: &Chosen| tally(workspace, chosen).total;
        let filters: Vec<_> = chosen.with(|chosen| {
            let programme = chosen.programme.as_ref().map(|id| words::name(workspace, &Subject::from(id)));
            let stage = chosen.stage.map(|stage| Stage::label(stage).to_lowercase());
            programme.into_iter().chain(stage).collect()
        });
        words::services::shown(chosen.with(count), workspace.services.len(), &filters)
    });
    let is_chosen = move || state.with(|state| *state != ServicesState::default());
    let clear = move |_| change(&|state| *state = ServicesState::default());
    view! {
        <form class="filters" aria-label="Show" on:submit=|event| event.prevent_default()>
            <FilterField id="services-programme" label="Programme" options=of value=Signal::derive(programme) on_pick=pick_programme />
            <FilterField id="services-stage" label="Stage" options=at value=Signal::derive(stage) on_pick=pick_stage />
            <Show when=is_chosen>
                <div class="filters__actions"><button class="button button--plain" data-reads="" type="button" on:click=clear>"Show everything"</button></div>
            </Show>
            <p class="filters__says" role="status">{says}</p>
        </form>
    }
}
