//! Which way a risk has gone: a mark and its word, never one without the other.

use leptos::prelude::*;

use crate::domain::risk::Direction;

/// A movement. What it says begins with its mark, as `words::movement` writes it.
#[component]
pub fn Movement(
    /// Which way.
    direction: Direction,
    /// The mark and what it means.
    #[prop(into)]
    says: String,
) -> impl IntoView {
    let words = says.strip_prefix(direction.mark()).map_or(says.as_str(), str::trim_start).to_owned();
    let is_long = words.contains('(');
    view! {
        <span class="movement" class:movement--stated=is_long data-movement=key(direction)>
            <span aria-hidden="true">{direction.mark()}</span> " " {words}
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
