//! Which way a risk has gone: a mark and its word, never one without the other.

use leptos::prelude::*;

use crate::domain::risk::Direction;

/// A movement. What it says begins with its mark, as `words::movement` writes it; who states it stands in brackets. Each
/// part of it follows what it says alone, so that a score that changes writes only the words that do.
#[component]
pub fn Movement(
    /// Which way.
    #[prop(into)]
    direction: Signal<Direction>,
    /// The mark and what it means.
    #[prop(into)]
    says: Signal<String>,
) -> impl IntoView {
    let mark = Memo::new(move |_| direction.get().mark());
    let words = Memo::new(move |_| says.with(|says| parts(says, mark.get()).0.to_owned()));
    let source = Memo::new(move |_| says.with(|says| parts(says, mark.get()).1.map(|source| format!("({source}"))));
    let is_stated = Memo::new(move |_| source.with(Option::is_some));
    view! {
        <span class="movement" class:movement--stated=is_stated data-movement=move || key(direction.get())>
            <span aria-hidden="true">{mark}</span> " " {words}
            {move || source.get().map(|source| view! { " " <small class="movement__source">{source}</small> })}
        </span>
    }
}

/// What it says without its mark, and what stands in brackets behind it.
fn parts<'says>(says: &'says str, mark: &str) -> (&'says str, Option<&'says str>) {
    let words = says.strip_prefix(mark).map_or(says, str::trim_start);
    words.split_once(" (").map_or((words, None), |(words, source)| (words, Some(source)))
}

/// How stylesheets name a direction.
fn key(direction: Direction) -> &'static str {
    match direction {
        Direction::Increased => "up",
        Direction::Reduced => "down",
        Direction::Same => "same",
        Direction::New => "new",
        Direction::Closed => "closed",
    }
}
