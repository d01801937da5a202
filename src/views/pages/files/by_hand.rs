//! Edits that somebody made in the file by hand: each with both values, to be ticked, none ticked at first.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::bundle::HandTold;
use crate::views::parts::more::More;
use crate::words;

/// The list of them; nothing where there are none.
#[component]
pub fn ByHand(
    /// The edits, in words.
    edits: Vec<HandTold>,
    /// The places of those that are ticked.
    ticked: RwSignal<BTreeSet<usize>>,
) -> impl IntoView {
    const STEP: usize = 20;
    if edits.is_empty() {
        return ().into_any();
    }
    let limit = RwSignal::new(STEP);
    let many = edits.len();
    let all = move |_| ticked.set((0..many).collect());
    let none = move |_| ticked.set(BTreeSet::new());
    let says = move || format!("{} of {} ticked", ticked.with(BTreeSet::len), words::count(many, "edit", "edits"));
    let edits = StoredValue::new(edits);
    let shown = move || {
        edits.with_value(|edits| {
            edits.iter().enumerate().take(limit.get()).map(|(place, edit)| item(place, edit.clone(), ticked)).collect_view()
        })
    };
    view! {
        <fieldset class="choices">
            <legend class="choices__legend">"Edits made in the file by hand"</legend>
            <p>"Tick those that should come in. They come in under your name, as written apart from what is here."</p>
            <div class="buttons">
                <button class="button button--quiet button--small" type="button" on:click=all>"Tick all"</button>
                <button class="button button--quiet button--small" type="button" on:click=none>"Tick none"</button>
                <span role="status">{says}</span>
            </div>
            <div class="choices__list">{shown}</div>
            <More left=Signal::derive(move || many.saturating_sub(limit.get())) limit=limit step=STEP of=("edit", "edits") />
        </fieldset>
    }
    .into_any()
}

fn item(place: usize, edit: HandTold, ticked: RwSignal<BTreeSet<usize>>) -> impl IntoView {
    let is_ticked = move || ticked.with(|ticked| ticked.contains(&place));
    let turn = move |_| {
        ticked.update(|ticked| {
            if !ticked.remove(&place) {
                ticked.insert(place);
            }
        });
    };
    view! {
        <label class="choice">
            <input class="choice__input" type="checkbox" prop:checked=is_ticked on:change=turn />
            <span>
                <span class="history__field">{edit.name}", "{edit.label}</span> " "
                <del class="history__was"><span class="visually-hidden">"was "</span>{edit.was}</del>
                <span aria-hidden="true">" → "</span>
                <ins class="history__is"><span class="visually-hidden">"is "</span>{edit.is}</ins>
            </span>
        </label>
    }
}
