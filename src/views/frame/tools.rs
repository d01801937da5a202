//! Undo, redo and search.

use leptos::prelude::*;

use crate::route::Route;
use crate::session::{Request, use_session};
use crate::views::here::use_route;

/// The tools above every page.
#[component]
pub fn Tools() -> impl IntoView {
    let session = use_session();
    let next = session.next_acts();
    let words = |verb: &str, label: Option<String>| label.map_or_else(|| verb.to_owned(), |label| format!("{verb}: {label}"));
    let (undo, redo) = (move || next.with(|next| next.0.clone()), move || next.with(|next| next.1.clone()));
    // A button that has nothing left to do lets go of the focus: its neighbour has just got something.
    let stay = move |here: bool, there: bool, neighbour: &str| {
        if !here {
            session.request(Request::Focus(if there { neighbour } else { "page-title" }.to_owned()));
        }
    };
    let undone = move |_| {
        session.ask_to_undo();
        stay(undo().is_some(), redo().is_some(), "redo");
    };
    let redone = move |_| {
        session.ask_to_redo();
        stay(redo().is_some(), undo().is_some(), "undo");
    };
    let query = RwSignal::new(String::new());
    let route = use_route();
    // The field says what the page shows, and lets go of it with the page.
    Effect::new(move |was_searching: Option<bool>| {
        let wanted = route.with(|route| if let Route::Search(wanted) = route { Some(wanted.clone()) } else { None });
        let is_searching = wanted.is_some();
        if is_searching || was_searching == Some(true) {
            query.set(wanted.unwrap_or_default());
        }
        is_searching
    });
    let search = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        session.request(Request::Go(Route::Search(query.get_untracked().trim().to_owned())));
    };
    view! {
        <div class="tools">
            <div class="tools__undo">
                <button class="tools__button" type="button" id="undo" disabled=move || undo().is_none() title=undo on:click=undone><span class="tools__words">{move || words("Undo", undo())}</span></button>
                <button class="tools__button" type="button" id="redo" disabled=move || redo().is_none() title=redo on:click=redone><span class="tools__words">{move || words("Redo", redo())}</span></button>
            </div>
            <form class="search" role="search" on:submit=search>
                <label class="visually-hidden" for="search">"Search this workspace"</label>
                <input class="search__input" id="search" type="search" autocomplete="off" placeholder="Search this workspace" prop:value=query on:input=move |event| query.set(event_target_value(&event)) />
                <button class="search__button" type="submit">"Search"</button>
            </form>
        </div>
    }
}
