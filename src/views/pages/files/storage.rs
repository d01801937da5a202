//! How much room the work takes, and whether the browser has promised to keep it.

use leptos::prelude::*;

use crate::route::Route;
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
    let is_installed = move || session.storage.with(|facts| facts.as_ref().is_some_and(|facts| facts.is_installed));
    let twice = move || match session.storage.with(|facts| facts.as_ref().map(|facts| facts.has_second_copy)) {
        Some(true) => {
            "Yes. Should the browser lose one copy, the other takes its place and the page says so. Both go when you remove the workspace here, or clear this site's data."
        }
        Some(false) => {
            "No. This browser has no room for a second copy, or does not let one be kept. Save the work to a file whenever you have worked on it."
        }
        None => "…",
    };
    let says = move || match (promised(), is_installed()) {
        (Some(true), _) => {
            "Yes. This browser keeps the work until you delete it, or clear this site's data in its settings. A lost or broken device takes it along all the same: hand it on, or save it to a file."
        }
        (Some(false), true) => {
            "No. From the home screen the work is not cleared after a time without a visit, but the device may still clear it when it runs short of room. Save it to a file whenever you have worked on it."
        }
        (Some(false), false) => {
            "No. In a tab like this one the browser may clear the work by itself: Safari does so after seven days without a visit, others when the device runs short of room. Save it to a file, put Concordat on the home screen, and import the file there: a tab and the home screen keep their work apart."
        }
        (None, _) => "This browser does not say. Save the work to a file whenever you have worked on it.",
    };
    view! {
        <section aria-labelledby="storage-head">
            <h2 id="storage-head">"Storage"</h2>
            <dl class="facts">
                <div class="facts__pair"><dt class="facts__term">"Room used, the page's own files included"</dt><dd class="facts__value">{used}</dd></div>
                <div class="facts__pair"><dt class="facts__term">"Kept twice"</dt><dd class="facts__value">{twice}</dd></div>
                <div class="facts__pair"><dt class="facts__term">"Promised to be kept"</dt><dd class="facts__value">{says}</dd></div>
            </dl>
            <Show when=move || promised() == Some(false) && !is_installed()>
                <p><a class="link--alone" href=Route::About.to_string()>"How to put it on the home screen"</a></p>
            </Show>
            <Show when=move || promised() == Some(false)>
                <button class="button button--quiet" type="button" on:click=move |_| session.request(Request::AskToPersist)>"Ask the browser to keep it"</button>
            </Show>
        </section>
    }
}
