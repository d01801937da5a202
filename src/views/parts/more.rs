//! What follows a list of which not everything is shown.

use leptos::prelude::*;

use crate::words;

/// A button for the next of them, and how many are shown of how many; nothing where all are.
#[component]
pub fn More(
    /// How many are not shown yet.
    #[prop(into)]
    left: Signal<usize>,
    /// How many are shown at most.
    limit: RwSignal<usize>,
    /// How many come with one tap.
    step: usize,
    /// One of them and several, in words.
    of: (&'static str, &'static str),
) -> impl IntoView {
    let says = move || {
        let (shown, (one, several)) = (limit.get(), of);
        format!("{} of {}", words::number(shown as u64), words::count(shown + left.get(), one, several))
    };
    view! {
        <Show when=move || { left.get() > 0 }>
            <div class="more">
                <button class="button button--quiet" data-reads="" type="button" on:click=move |_| limit.update(|limit| *limit += step)>{move || format!("Show {} more", words::number(left.get().min(step) as u64))}</button>
                <span class="more__says" role="status">{says}</span>
            </div>
        </Show>
    }
}
