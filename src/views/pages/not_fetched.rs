//! A page whose part of the program could not be fetched.

use leptos::prelude::*;

use super::chunks::{Chunk, use_chunks};

/// Says so, and offers to try again. The work is not in danger: it is in the browser, not in the program.
#[component]
pub fn NotFetched(
    /// What is missing.
    chunk: Chunk,
) -> impl IntoView {
    let chunks = use_chunks();
    view! {
        <section class="empty" aria-labelledby="page-title">
            <h1 tabindex="-1" id="page-title">"This page could not be fetched"</h1>
            <p>"Part of Concordat is not in this browser yet, and could not be had from the network. Your work is safe. Join a network and try again; if that does not help, load the page again."</p>
            <button class="button" data-reads="" type="button" on:click=move |_| chunks.try_again(chunk)>"Try again"</button>
        </section>
    }
}
