//! Whose changes, on what, and when: all of it in the address.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{HistoryState, Route};
use crate::session::{Request, use_session};
use crate::trail;
use crate::views::parts::filter_field::{FilterField, any};
use crate::words;

/// The filters above the list.
#[component]
pub fn Filters(
    /// What the address says.
    state: Memo<HistoryState>,
) -> impl IntoView {
    let session = use_session();
    let go = move |change: &dyn Fn(&mut HistoryState)| {
        let mut next = state.get_untracked();
        change(&mut next);
        session.request(Request::Swap(Route::History(next)));
    };
    let some = |key: String| Some(key).filter(|key| !key.is_empty());
    let people = session.select_open(Kind::ALL, |open| open.map(|open| trail::authors(&open.shared)).unwrap_or_default());
    let people = Signal::derive(move || any("Everybody", people.get().into_iter().map(|name| (name.clone(), name))));
    let kinds = any("Everything", Kind::ALL.iter().map(|kind| (kind.key().to_owned(), kind.plural().to_owned())));
    let of = session.select_open(Kind::ALL, move |open| {
        let of = state.with(|state| state.of.clone())?;
        Some(open.map(|open| words::name(&open.workspace, &of)).unwrap_or_default())
    });
    let day = move |id: &'static str,
                    label: &'static str,
                    read: fn(&HistoryState) -> Option<NaiveDate>,
                    write: fn(&mut HistoryState, Option<NaiveDate>)| {
        let value = move || state.with(read).map(|day| day.to_string()).unwrap_or_default();
        view! {
            <div class="field">
                <label class="field__label" for=id>{label}</label>
                <input class="field__input" id=id type="date" prop:value=value on:change=move |event| go(&|next| write(next, event_target_value(&event).parse().ok())) />
            </div>
        }
    };
    view! {
        <form class="filters" aria-label="Show" on:submit=|event| event.prevent_default()>
            <FilterField id="history-by" label="By" options=people value=Signal::derive(move || state.with(|state| state.by.clone().unwrap_or_default())) on_pick=Callback::new(move |key: String| go(&|next| next.by = some(key.clone()))) />
            <FilterField id="history-kind" label="On" options=kinds value=Signal::derive(move || state.with(|state| state.kind.map(|kind| kind.key().to_owned()).unwrap_or_default())) on_pick=Callback::new(move |key: String| go(&|next| next.kind = Kind::from_key(&key))) />
            {day("history-from", "From", |state| state.from, |state, day| state.from = day)}
            {day("history-to", "Until", |state| state.to, |state, day| state.to = day)}
        </form>
        {move || of.get().zip(state.with(|state| state.of.clone())).map(|(name, of): (String, Subject)| view! {
            <p>"Changes to "<a href=Route::of(&of).to_string()>{name}</a>" alone. "<a href=move || Route::History(HistoryState { of: None, ..state.get() }).to_string()>"Changes to everything"</a></p>
        })}
    }
}
