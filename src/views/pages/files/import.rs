//! Bundles on their way in: chosen or dropped, read with progress, shown, then brought in or not.

use leptos::prelude::*;

use crate::session::{Import, Request, use_session};
use crate::views::pages::files::arriving::Shown;
use crate::views::parts::unlock::Unlock;

const FIELD: &str = "bundle-file";

/// The file field with what came of it.
#[component]
pub fn ImportBundle() -> impl IntoView {
    let session = use_session();
    let over = RwSignal::new(false);
    view! {
        <section aria-labelledby="import-head">
            <h2 id="import-head">"Import a bundle"</h2>
            <div
                class="drop"
                data-over=move || over.get().to_string()
                on:dragover=move |_| over.set(true)
                on:dragleave=move |_| over.set(false)
                on:drop=move |_| over.set(false)
            >
                <label class="drop__label" for=FIELD>"Bundle file"</label>
                <p class="drop__hint" id="bundle-hint">"Choose a file, or up to twenty, or drop them here. Nothing changes until you say so."</p>
                <input class="drop__input" id=FIELD type="file" multiple=true aria-describedby="bundle-hint" on:change=move |_| session.request(Request::ReadChosen(FIELD.to_owned())) />
            </div>
            <details class="fold">
                <summary class="fold__head">"On an iPad"</summary>
                <ol class="files__steps">
                    <li>"Save the file that you were sent to the "<strong>"Files"</strong>" app."</li>
                    <li>"Open this page, from the home screen if Concordat is there."</li>
                    <li>"Under "<strong>"Import a bundle"</strong>", tap the bundle file field and choose it."</li>
                </ol>
            </details>
            <Unlock />
            {move || match session.import.get() {
                Import::None => ().into_any(),
                Import::Reading { says, done, of } => view! { <Reading says=says done=done of=of /> }.into_any(),
                Import::BringingIn { says, done } => view! {
                    <div class="progress">
                        <label class="progress__label" for="bringing-in">{says}</label>
                        <progress class="progress__bar" id="bringing-in" max="100" value=done.to_string()>{format!("{done} of 100")}</progress>
                        <p class="progress__says" role="status">{format!("{done} % brought in")}</p>
                    </div>
                }.into_any(),
                Import::Failed { head, says } => view! {
                    <div class="banner" role="alert" data-tone="bad">
                        <div class="banner__words"><p class="banner__head">{head}</p><p class="banner__says">{says}" Nothing has changed."</p></div>
                        <div class="banner__actions"><button class="button button--plain button--small" type="button" on:click=move |_| session.cancel_import()>"Close"</button></div>
                    </div>
                }.into_any(),
                Import::Ready(arriving) => view! { <Shown arriving=arriving /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Reading(says: String, done: usize, of: usize) -> impl IntoView {
    let session = use_session();
    let percent = done.saturating_mul(100) / of.max(1);
    view! {
        <div class="progress">
            <label class="progress__label" for="reading">{says}</label>
            <progress class="progress__bar" id="reading" max="100" value=percent.to_string()>{format!("{percent} of 100")}</progress>
            <p class="progress__says" role="status">{format!("{percent} % read and checked")}</p>
            <button class="button button--quiet progress__stop" type="button" on:click=move |_| session.request(Request::StopReading)>"Stop"</button>
        </div>
    }
}
