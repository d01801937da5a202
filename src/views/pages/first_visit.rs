//! What a person sees who has nothing here yet: what this is, and three ways to begin.

use leptos::prelude::*;

use crate::session::{Keeping, Request, Sample, use_session};
use crate::views::parts::new_workspace::NewWorkspace;

/// The first visit. Nothing is shown that nobody asked for.
#[component]
pub fn FirstVisitPage() -> impl IntoView {
    let session = use_session();
    // Where storage cannot be read, nobody knows what it holds.
    let is_empty = move || !matches!(session.keeping.get(), Keeping::Failing(_)) && session.alarm.with(String::is_empty);
    view! {
        <section class="first" aria-labelledby="page-title">
            <h1 tabindex="-1" id="page-title">"Concordat"</h1>
            <p class="first__lede">"Concordat keeps what councils that share services save, risk and decide together. It works in this browser, with or without a network, and nothing leaves it until you hand a file on."</p>
            <Show when=is_empty><p class="first__kept"><strong>"Nothing is kept in this browser yet. "</strong>"If you have worked here before, it was cleared, or it is in another browser or on the home screen, which keep their own: import the last file that you saved or were sent."</p></Show>
            <div class="first__ways">
                <div class="first__way">
                    <button class="button" type="button" on:click=move |_| session.request(Request::OpenSample(Sample::Worcestershire))>"Open the sample"</button>
                    <p class="first__says">"A real programme of seven councils, from their public papers, to look at and try."</p>
                </div>
                <div class="first__way">
                    <NewWorkspace class="button button--quiet" place="first" open=session.starting />
                    <p class="first__says">"Empty, and yours."</p>
                </div>
                <div class="first__way">
                    <button class="button button--quiet" type="button" on:click=move |_| session.request(Request::PickBundle)>"Import a bundle"</button>
                    <p class="first__says">"A file that someone handed on to you. On an iPad, put Concordat on the home screen first: work kept in a Safari tab goes after seven days without a visit."</p>
                </div>
            </div>
        </section>
    }
}
