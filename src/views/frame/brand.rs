//! The band at the top: the product, the workspace, and whether the work is kept and handed on.

use leptos::prelude::*;

use crate::route::Route;
use crate::session::{Keeping, Request, use_session};
use crate::words;

/// The brand band.
#[component]
pub fn Brand() -> impl IntoView {
    let session = use_session();
    let open = Memo::new(move |_| session.is_open());
    let title = session.title();
    let state = move || match session.keeping.get() {
        Keeping::Nothing | Keeping::Saved(_) => "saved",
        Keeping::Saving => "saving",
        Keeping::Failing(_) => "lost",
    };
    let says = move || match session.keeping.get() {
        Keeping::Nothing => "Nothing to save".to_owned(),
        Keeping::Saving => "Saving…".to_owned(),
        Keeping::Saved(at) => format!("Saved {at}"),
        Keeping::Failing(_) => "This browser is not keeping changes".to_owned(),
    };
    let failing = move || matches!(session.keeping.get(), Keeping::Failing(_));
    let since = session.changes_since_handed();
    let handed = move || {
        let last = session.handed.with(|handed| handed.as_ref().map(|handed| handed.at.seconds()));
        words::handed::state(since.get(), last, (session.device().now)().seconds())
    };
    let sample = session.is_sample();
    view! {
        <header class="brand">
            <a class="brand__name" href=Route::Overview.to_string()>"Concordat"</a>
            <Show when=move || open.get()>
                <span class="brand__workspace">{title}</span>
                <div class="brand__status">
                    <span class="status" role="status" data-state=state>{says}</span>
                    <Show when=failing>
                        <button class="brand__link" type="button" on:click=move |_| session.request(Request::ExportBundle(None))>"Download a copy"</button>
                    </Show>
                    <Show when=move || !sample.get() && !failing() && session.beside.with(Option::is_none)>
                        <a class="brand__link" href=Route::Files.to_string()>{handed}</a>
                    </Show>
                </div>
            </Show>
        </header>
    }
}
