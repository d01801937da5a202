//! Which benefits are shown: of a council, of a kind, or those that should be there and are not.

use leptos::prelude::*;

use crate::domain::benefit::BenefitKind;
use crate::domain::partner::PartnerId;
use crate::domain::thing::Kind;
use crate::route::{BenefitsState, Route};
use crate::session::{Request, use_session};
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::record_choice::{and_chosen, partners};
use crate::views::parts::segments::choices;

/// The three choices.
#[component]
pub fn Filters(
    /// What the address chooses.
    state: Memo<BenefitsState>,
) -> impl IntoView {
    let session = use_session();
    let partner = move || state.with(|state| state.partner.clone().map(String::from).unwrap_or_default());
    let sort = move || state.with(|state| state.sort.map(BenefitKind::key).unwrap_or_default().to_owned());
    let only = move || state.with(|state| if state.overdue { "overdue" } else { "" }.to_owned());
    let whose = session.select(&[Kind::Partner], move |workspace, _| {
        any("All councils", and_chosen(workspace, partners(workspace), &partner()))
    });
    let sorts = Signal::derive(|| any("All kinds", choices(BenefitKind::ALL, BenefitKind::key, BenefitKind::label)));
    let which = Signal::derive(|| any("Due or not", [("overdue".to_owned(), "Overdue only".to_owned())]));
    let change = move |change: &dyn Fn(&mut BenefitsState)| {
        let mut state = state.get_untracked();
        change(&mut state);
        session.request(Request::Swap(Route::Benefits(state)));
    };
    let pick_partner = Callback::new(move |key: String| change(&|state| state.partner = PartnerId::try_from(key.clone()).ok()));
    let pick_sort = Callback::new(move |key: String| change(&|state| state.sort = BenefitKind::from_key(&key)));
    let pick_only = Callback::new(move |key: String| change(&|state| state.overdue = key == "overdue"));
    view! {
        <form class="filters" aria-label="Show" on:submit=|event| event.prevent_default()>
            <FilterField id="benefits-partner" label="Received by" options=whose value=Signal::derive(partner) on_pick=pick_partner />
            <FilterField id="benefits-kind" label="Kind" options=sorts value=Signal::derive(sort) on_pick=pick_sort />
            <FilterField id="benefits-only" label="Due" options=which value=Signal::derive(only) on_pick=pick_only />
            <Show when=move || state.with(|state| *state != BenefitsState::default())>
                <div class="filters__actions"><a class="button button--plain" href=Route::Benefits(BenefitsState::default()).to_string()>"Show everything"</a></div>
            </Show>
        </form>
    }
}
