//! One line of what is known of a thing: its term and its value, or that nothing is stated.

use leptos::prelude::*;

use crate::route::Route;
use crate::views::parts::conflict_mark::{ConflictMark, FactsOf};
use crate::words;

/// A term and its value inside `dl.facts`. Only the value follows the record.
#[component]
pub fn Fact(
    /// What it is.
    #[prop(into)]
    term: String,
    /// What is stated.
    #[prop(into)]
    value: Signal<Option<String>>,
    /// Where more is to be seen of it.
    #[prop(optional, into)]
    to: Option<Signal<Option<Route>>>,
    /// What else there is to say about it.
    #[prop(optional, into)]
    note: MaybeProp<String>,
) -> impl IntoView {
    let mark = use_context::<FactsOf>().map(|FactsOf(record)| view! { <ConflictMark record=record field=term.clone() /> });
    let route = move || to.and_then(|to| to.get());
    let shown = move || match (value.get(), route()) {
        (Some(value), Some(route)) => view! { <a class="link--alone" href=route.to_string()>{value}</a> }.into_any(),
        (Some(value), None) => value.into_any(),
        (None, _) => view! { <span class="not-stated">{words::NOT_STATED}</span> }.into_any(),
    };
    view! {
        <div class="facts__pair">
            <dt class="facts__term">{term}</dt>
            <dd class="facts__value">{shown}{mark}{move || note.get().map(|note| view! { <span class="facts__note">{note}</span> })}</dd>
        </div>
    }
}
