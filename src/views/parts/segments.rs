//! A few ways to see the same thing, each a link, because the choice is in the address.

use leptos::prelude::*;

use crate::route::Route;

/// A named row of links of which one is chosen.
#[component]
pub fn Segments(
    /// What is chosen by them.
    label: &'static str,
    /// Keys and words to choose from.
    #[prop(into)]
    ways: Signal<Vec<(String, String)>>,
    /// The key of what is chosen.
    #[prop(into)]
    chosen: Signal<String>,
    /// Where a choice leads.
    to: Callback<String, Route>,
) -> impl IntoView {
    let way = move |(key, words): (String, String)| {
        let (of, mine) = (key.clone(), key);
        let current = move || chosen.with(|chosen| (*chosen == mine).then_some("true"));
        view! { <li><a class="segments__link" href=move || to.run(of.clone()).to_string() aria-current=current>{words}</a></li> }
    };
    view! {
        <nav class="segments" aria-label=label>
            <span class="segments__label">{label}</span>
            <ul class="segments__list"><For each=move || ways.get() key=|way| way.0.clone() children=way /></ul>
        </nav>
    }
}

/// A closed list as keys and words.
pub fn choices<T: Copy>(all: &[T], key: fn(T) -> &'static str, label: fn(T) -> &'static str) -> Vec<(String, String)> {
    all.iter().map(|one| (key(*one).to_owned(), label(*one).to_owned())).collect()
}
