//! In and out: the workspaces of this browser, bundles, storage, and who makes changes here.

mod import;
mod restart;
mod shelf;
mod storage;

use leptos::prelude::*;

use crate::session::{Request, use_session};
use crate::views::frame::introduce::WhoIAm;
use crate::views::parts::new_workspace::NewWorkspace;
use crate::views::parts::page_head::PageHead;
use crate::words;
use import::ImportBundle;
use shelf::Workspaces;
use storage::Storage;

/// The page of files.
#[component]
pub fn FilesPage() -> impl IntoView {
    let session = use_session();
    let open = Memo::new(move |_| session.is_open());
    session.request(Request::LookAtStorage);
    view! {
        <PageHead title="Files" lede="Work lives in this browser. A bundle is a file that takes it to somebody else, or keeps a copy safe.">
            <NewWorkspace class="button button--quiet" place="files" />
        </PageHead>
        <Show when=move || open.get()><Export /></Show>
        <ImportBundle />
        <Workspaces />
        <section aria-labelledby="who-head">
            <h2 id="who-head">"Who I am"</h2>
            <p>"Sealed into each change you make. Nobody checks it."</p>
            <WhoIAm id="who-i-am" on_done=|()| () />
        </section>
        <Storage />
    }
}

#[component]
fn Export() -> impl IntoView {
    let session = use_session();
    let title = session.title();
    let code = move || session.code.get().unwrap_or_else(|| "…".to_owned());
    let since = session.changes_since_handed();
    let last = move || match session.handed.get() {
        None => "This work has never been handed on or saved to a file.".to_owned(),
        Some(handed) => format!(
            "Last handed on {}, code {}; {} since.",
            words::date::moment(handed.at.seconds()),
            handed.code,
            words::count(since.get(), "change", "changes")
        ),
    };
    let holds = session.select_open(crate::domain::thing::Kind::ALL, |open| {
        let Some(open) = open else { return String::new() };
        let whole = &open.workspace;
        format!(
            "{}: {}, {}, {} and {}. Notes for yourself stay on this device.",
            words::count(open.shared.changes().len(), "change", "changes"),
            words::count(whole.services.len(), "service", "services"),
            words::count(whole.money.len(), "money line", "money lines"),
            words::count(whole.risks.len(), "risk", "risks"),
            words::count(whole.partners.len(), "partner", "partners"),
        )
    });
    view! {
        <section aria-labelledby="export-head">
            <h2 id="export-head">"Hand this work on"</h2>
            <p>{move || format!("\"{}\", code {}. The bundle holds ", title.get(), code())}{holds}</p>
            <p>{last}</p>
            <div class="buttons">
                <button class="button" type="button" on:click=move |_| session.request(Request::ExportBundle(None))>"Export a bundle"</button>
                <button class="button button--quiet" type="button" on:click=move |_| session.request(Request::ShareBundle)>"Share"</button>
            </div>
        </section>
    }
}
