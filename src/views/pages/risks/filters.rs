//! Choices of which risks are shown: all of them stand in the address.

use leptos::prelude::*;

use crate::analysis::risks::owners;
use crate::domain::matrix::Band;
use crate::domain::programme::ProgrammeId;
use crate::domain::risk::Tier;
use crate::domain::service::ServiceId;
use crate::domain::thing::Kind;
use crate::route::{RisksState, Route, Shown};
use crate::session::use_session;
use crate::views::pages::risks::looking::Looking;
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::record_choice::{and_chosen, programmes, services};
use crate::words;

/// The choices, and what they come to.
#[component]
pub fn Filters(
    /// What is looked at.
    looking: Looking,
) -> impl IntoView {
    let session = use_session();
    let all_programmes = session.select(&[Kind::Programme], move |workspace, _| {
        let chosen = looking.state.with(|state| state.programme.clone().map(String::from).unwrap_or_default());
        and_chosen(workspace, programmes(workspace), &chosen)
    });
    let all_services = session.select(&[Kind::Service], move |workspace, _| {
        let chosen = looking.state.with(|state| state.service.clone().map(String::from).unwrap_or_default());
        and_chosen(workspace, services(workspace), &chosen)
    });
    let all_owners = session.select(&[Kind::Risk], |workspace, _| {
        owners(workspace).into_iter().map(|owner| (owner.clone(), owner)).collect::<Vec<_>>()
    });
    let value =
        move |pick: fn(&RisksState) -> Option<String>| Signal::derive(move || looking.state.with(pick).unwrap_or_default());
    let pick = move |set: fn(&mut RisksState, String)| Callback::new(move |key: String| looking.change(|state| set(state, key)));
    let bands = any("Any band", Band::ALL.iter().rev().map(|band| (band.key().to_owned(), band.label().to_owned())));
    let tiers = any("Any", Tier::ALL.iter().map(|tier| (tier.key().to_owned(), tier.label().to_owned())));
    let states: Vec<_> = Shown::ALL.iter().map(|shown| (shown.key().to_owned(), shown.label().to_owned())).collect();
    let since = move || looking.since.get().map(|day| day.to_string()).unwrap_or_default();
    let says = looking.says();
    let is_filtered = move || looking.state.with(|state| *state != unfiltered(state));
    view! {
        <form class="filters" aria-label="Show" on:submit=|event| event.prevent_default()>
            <FilterField id="risks-programme" label="Programme" options=Signal::derive(move || any("All programmes", all_programmes.get()))
                value=value(|state| state.programme.clone().map(String::from)) on_pick=pick(|state, key| state.programme = ProgrammeId::try_from(key).ok()) />
            <FilterField id="risks-service" label="Service" options=Signal::derive(move || any("All services", all_services.get()))
                value=value(|state| state.service.clone().map(String::from)) on_pick=pick(|state, key| state.service = ServiceId::try_from(key).ok()) />
            <FilterField id="risks-owner" label="Owner" options=Signal::derive(move || any("Anyone", all_owners.get()))
                value=value(|state| state.owner.clone()) on_pick=pick(|state, key| state.owner = Some(key).filter(|key| !key.is_empty())) />
            <FilterField id="risks-band" label="Band" options=bands
                value=value(|state| state.band.map(|band| band.key().to_owned())) on_pick=pick(|state, key| state.band = Band::from_key(&key)) />
            <FilterField id="risks-tier" label="Level in the programme" options=tiers
                value=value(|state| state.tier.map(|tier| tier.key().to_owned())) on_pick=pick(|state, key| state.tier = Tier::from_key(&key)) />
            <FilterField id="risks-state" label="State" options=states
                value=value(|state| Some(state.shown().key().to_owned())) on_pick=pick(|state, key| state.state = Shown::from_key(&key).filter(|shown| *shown != Shown::Open)) />
            <div class="field">
                <label class="field__label" for="risks-since">"Movement since"</label>
                <input class="field__input" id="risks-since" type="date" prop:value=since on:change=move |event| {
                    let day = words::typed::date(&event_target_value(&event)).ok();
                    looking.change(|state| state.since = day);
                } />
            </div>
            <div class="filters__actions">
                <Show when=is_filtered>
                    <a class="button button--plain" href=move || everything(looking).to_string()>"Show everything"</a>
                </Show>
            </div>
            <p class="filters__says" role="status">{move || is_filtered().then(|| says.get())}</p>
        </form>
    }
}

/// Every open risk.
fn everything(looking: Looking) -> Route {
    Route::Risks(looking.state.with(unfiltered))
}

/// The order is not a choice of what is shown.
fn unfiltered(state: &RisksState) -> RisksState {
    RisksState { sort: state.sort, ..RisksState::default() }
}
