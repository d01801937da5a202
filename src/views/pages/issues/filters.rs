//! Choices of which issues are shown: all of them stand in the address.

use leptos::prelude::*;

use crate::analysis::issues::{Chosen, owners};
use crate::analysis::risks::Shown as Wanted;
use crate::domain::programme::ProgrammeId;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::route::{IssuesState, Route, Shown};
use crate::session::{Request, use_session};
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::record_choice::{and_chosen, programmes, services};
use crate::words;

/// The choices, and what they leave in.
#[component]
pub fn Filters(
    /// What the address chooses.
    state: Memo<IssuesState>,
    /// How many issues it leaves in.
    shown: Memo<usize>,
) -> impl IntoView {
    let session = use_session();
    let of = session.select(&[Kind::Programme], move |workspace, _| {
        let chosen = state.with(|state| state.programme.clone().map(String::from).unwrap_or_default());
        any("All programmes", and_chosen(workspace, programmes(workspace), &chosen))
    });
    let within = session.select(&[Kind::Service], move |workspace, _| {
        let chosen = state.with(|state| state.service.clone().map(String::from).unwrap_or_default());
        any("All services", and_chosen(workspace, services(workspace), &chosen))
    });
    let by = session
        .select(&[Kind::Issue], |workspace, _| any("Anyone", owners(workspace).into_iter().map(|owner| (owner.clone(), owner))));
    let states: Vec<_> =
        [Shown::All, Shown::Open, Shown::Closed].map(|shown| (shown.key().to_owned(), shown.label().to_owned())).into();
    let value = move |pick: fn(&IssuesState) -> Option<String>| Signal::derive(move || state.with(pick).unwrap_or_default());
    let pick = move |set: fn(&mut IssuesState, String)| {
        Callback::new(move |key: String| {
            let mut state = state.get_untracked();
            set(&mut state, key);
            session.request(Request::Swap(Route::Issues(state)));
        })
    };
    let says = session.select(&[Kind::Issue, Kind::Programme, Kind::Service], move |workspace, _| {
        let filters = state.with(|state| filters(workspace, state));
        words::count::shown(shown.get(), workspace.issues.len(), "issue", "issues", &filters)
    });
    let is_filtered = move || state.with(|state| *state != IssuesState::default());
    view! {
        <form class="filters" aria-label="Show" on:submit=|event| event.prevent_default()>
            <FilterField id="issues-programme" label="Programme" options=of
                value=value(|state| state.programme.clone().map(String::from)) on_pick=pick(|state, key| state.programme = ProgrammeId::try_from(key).ok()) />
            <FilterField id="issues-service" label="Service" options=within
                value=value(|state| state.service.clone().map(String::from)) on_pick=pick(|state, key| state.service = ServiceId::try_from(key).ok()) />
            <FilterField id="issues-owner" label="Owner" options=by
                value=value(|state| state.owner.clone()) on_pick=pick(|state, key| state.owner = Some(key).filter(|key| !key.is_empty())) />
            <FilterField id="issues-state" label="State" options=states
                value=value(|state| Some(state.shown().key().to_owned())) on_pick=pick(|state, key| state.state = Shown::from_key(&key).filter(|shown| *shown != Shown::All)) />
            <Show when=is_filtered>
                <div class="filters__actions"><a class="button button--plain" href=Route::Issues(IssuesState::default()).to_string()>"Show everything"</a></div>
            </Show>
            <p class="filters__says" role="status">{says}</p>
        </form>
    }
}

/// What an address chooses, as issues are asked for it.
pub fn chosen(state: &IssuesState) -> Chosen {
    Chosen {
        programme: state.programme.clone(),
        service: state.service.clone(),
        owner: state.owner.clone(),
        shown: match state.shown() {
            Shown::Open => Wanted::Open,
            Shown::Closed => Wanted::Closed,
            Shown::All => Wanted::All,
        },
    }
}

fn filters(workspace: &Workspace, state: &IssuesState) -> Vec<String> {
    let named = |subject: Option<Subject>| subject.map(|subject| words::name(workspace, &subject));
    let of = named(state.programme.as_ref().map(Subject::from));
    let within = named(state.service.as_ref().map(Subject::from));
    let by = state.owner.as_ref().map(|owner| format!("owner {owner}"));
    let is = state.state.map(|shown| shown.label().to_lowercase());
    of.into_iter().chain(within).chain(by).chain(is).collect()
}
