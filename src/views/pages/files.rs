//! In and out: the workspaces of this browser, bundles, storage, and who makes changes here.

mod afresh;
mod arriving;
mod brought;
mod by_hand;
mod cascade;
mod differences;
mod hand_on;
mod holding;
mod import;
mod locking;
mod restart;
mod shelf;
mod spreadsheet_columns;
mod spreadsheet_in;
mod spreadsheet_out;
mod spreadsheet_rows;
mod storage;

use leptos::prelude::*;

use crate::session::{Request, use_session};
use crate::views::frame::introduce::WhoIAm;
use crate::views::parts::new_workspace::NewWorkspace;
use crate::views::parts::page_head::PageHead;
use afresh::{RemoveLeftBehind, StartAfresh};
use brought::BroughtIn;
use cascade::Cascade;
use hand_on::HandOnWork;
use import::ImportBundle;
use shelf::Workspaces;
use spreadsheet_in::ImportSpreadsheet;
use spreadsheet_out::SaveSpreadsheet;
use storage::Storage;

/// The page of files.
#[component]
pub fn FilesPage() -> impl IntoView {
    let session = use_session();
    let open = Memo::new(move |_| session.is_open());
    // What is only open to be read is somebody else's selection: there is nothing of it to hand on.
    let is_work = Memo::new(move |_| session.is_open() && session.beside.with(Option::is_none));
    session.request(Request::LookAtStorage);
    view! {
        <PageHead title="Files" lede="Work lives in this browser. A bundle is a file that takes it to somebody else, or keeps a copy safe.">
            <NewWorkspace class="button button--quiet" place="files" />
        </PageHead>
        <Show when=move || is_work.get()><HandOnWork /><Cascade /></Show>
        <ImportBundle />
        <Show when=move || open.get()><BroughtIn /></Show>
        <Show when=move || is_work.get()><SaveSpreadsheet /><ImportSpreadsheet /></Show>
        <Workspaces />
        <Show when=move || is_work.get()><StartAfresh /></Show>
        <RemoveLeftBehind />
        <section aria-labelledby="who-head">
            <h2 id="who-head">"Who I am"</h2>
            <p>"Sealed into each change you make. Nobody checks it."</p>
            <WhoIAm id="who-i-am" on_done=|()| () />
        </section>
        <Storage />
    }
}
