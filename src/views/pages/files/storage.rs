//! How much room the work takes, and whether the browser has promised to keep it.

use leptos::prelude::*;

use crate::session::{Request, use_session};
use crate::words;

/// The facts about storage, with a way to ask for a promise.
#[component]
pub fn Storage() -> impl IntoView {
    let session = use_session();
    let used = move || match session.storage.get() {
        Some(facts) => match (facts.used, facts.quota) {
            (Some(used), Some(quota)) => {
                format!("{} of {} that this browser allows", words::count::bytes(used), words::count::bytes(quota))
            }
            (Some(used), None) => words::count::bytes(used),
            (None, _) => "this browser does not say".to_owned(),
        },
        None => "…".to_owned(),
    };
    let promised = move || session.storage.get().and_then(|facts| facts.promised);
    let says = move || match promised() {
        Some(true) => "Yes. This browser has promised to keep the work until you delete it.",
        Some(false) => {
            "No. This browser may clear the work, for example after a time without a visit. Export bundles, and put Concordat on the home screen."
        }
        None => "This browser does not say. Export bundles to be safe.",
    };
    view! {
        <section aria-labelledby="storage-head">
            <h2 id="storage-head">"Storage"</h2>
            <dl class="facts">
                <div class="facts__pair"><dt class="facts__term">"Room used, the page's own files included"</dt><dd class="facts__value">{used}</dd></div>
                <div class="facts__pair"><dt class="facts__term">"Promised to be kept"</dt><dd class="facts__value">{says}</dd></div>
            </dl>
            <Show when=move || promised() == Some(false)>
                <button class="button button--quiet" type="button" on:click=move |_| session.request(Request::AskToPersist)>"Ask the browser to keep it"</button>
            </Show>
        </section>
    }
}
