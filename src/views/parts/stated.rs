//! A value, or that none is stated: a blank could be either.

use leptos::prelude::*;

use crate::words;

/// The value in words, or "not stated".
#[component]
pub fn Stated(
    /// What is stated, if anything.
    #[prop(into)]
    value: Signal<Option<String>>,
) -> impl IntoView {
    move || match value.get().filter(|value| !value.trim().is_empty()) {
        Some(value) => value.into_any(),
        None => view! { <span class="not-stated">{words::NOT_STATED}</span> }.into_any(),
    }
}
