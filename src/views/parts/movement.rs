//! Which way a risk has gone: a mark and its word, never one without the other.

use leptos::prelude::*;

use crate::domain::risk::Direction;

/// A movement. What it says begins with its mark, as `words::movement` writes it; who states it stands in brackets.
#[component]
pub fn Movement(
    /// Which way.
    direction: Direction,
    /// The mark and what it means.
    #[prop(into)]
    says: String,
) -> impl IntoView {
    let words = says.strip_prefix(direction.mark()).map_or(says.as_str(), str::trim_start);
    let (words, source) = match words.split_once(" (") {
        Some((words, source)) => (words.to_owned(), Some(format!("({source}"))),
        None => (words.to_owned(), None),
    };
    let is_stated = source.is_some();
    view! {
        <span class="movement" class:movement--stated=is_stated data-movement=key(direction)>
            <span aria-hidden="true">{direction.mark()}</span> " " {words}
            {source.map(|source| view! { " " <small class="movement__source">{source}</small> })}
        </span>
    }
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
