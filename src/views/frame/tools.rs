//! Undo, redo and search.

use leptos::prelude::*;

use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::{Request, use_session};

/// The tools above every page.
#[component]
pub fn Tools() -> impl IntoView {
    let session = use_session();
    let undo = session.select_open(&[Kind::About], |open| open.and_then(|open| open.undo.last().map(|done| done.label.clone())));
    let redo = session.select_open(&[Kind::About], |open| open.and_then(|open| open.redo.last().map(|done| done.label.clone())));
    let words = |verb: &'static str, label: Memo<Option<String>>| move || label.get().map_or_else(|| verb.to_owned(), |label| format!("{verb}: {label}"));
    let query = RwSignal::new(String::new());
    let search = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        session.request(Request::Go(Route::search(query.get_untracked().trim())));
    };
    view! {
        <div class="tools">
            <div class="tools__undo">
                <button class="tools__button" type="button" disabled=move || undo.with(Option::is_none) on:click=move |_| session.undo()>{words("Undo", undo)}</button>
                <button class="tools__button" type="button" disabled=move || redo.with(Option::is_none) on:click=move |_| session.redo()>{words("Redo", redo)}</button>
            </div>
            <form class="search" role="search" on:submit=search>
                <label class="visually-hidden" for="search">"Search this workspace"</label>
                <input class="search__input" id="search" type="search" autocomplete="off" placeholder="Search this workspace" prop:value=query on:input=move |event| query.set(event_target_value(&event)) />
                <button class="search__button" type="submit">"Search"</button>
            </form>
        </div>
    }
}
