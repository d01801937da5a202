//! Two texts side by side in one: what is gone, what is new, word by word.

use leptos::prelude::*;

use crate::analysis::wording::{Piece, compared};

/// Texts shorter than this are read at a glance.
const LONG: usize = 50;

/// A text as it differs from another one; short ones, and those that have little in common, as they are.
#[component]
pub fn Wording(
    /// The other one.
    from: Option<String>,
    /// The text.
    text: String,
) -> impl IntoView {
    let from = from.filter(|from| from.chars().count() >= LONG && text.chars().count() >= LONG && *from != text);
    let Some(from) = from else { return view! { <span class="wording">{text}</span> }.into_any() };
    let piece = |piece: Piece| match piece {
        Piece::Same(text) => text.into_any(),
        Piece::Gone(text) => {
            view! { <del class="wording__gone"><span class="visually-hidden">" removed: "</span>{text}</del> }.into_any()
        }
        Piece::New(text) => {
            view! { <ins class="wording__new"><span class="visually-hidden">" added: "</span>{text}</ins> }.into_any()
        }
    };
    view! { <span class="wording">{compared(&from, &text).into_iter().map(piece).collect_view()}</span> }.into_any()
}
