//! The workspaces in this browser.

use leptos::prelude::*;

use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::{Request, Sample, Shelved, use_session};
use crate::views::pages::files::restart::RestartSample;
use crate::views::parts::dialog::{Danger, Dialog};
use crate::views::parts::empty::Empty;
use crate::words;
use crate::words::files::InFiles;

/// The list of workspaces, with what can be done with each.
#[component]
pub fn Workspaces() -> impl IntoView {
    let session = use_session();
    let open = session.select_open(&[Kind::About], |open| open.map(|open| open.name.clone()));
    view! {
        <section aria-labelledby="shelf-head">
            <h2 id="shelf-head">"Workspaces in this browser"</h2>
            <Show when=move || session.shelved.with(Vec::is_empty)>
                <Empty says="There are none yet." why="A workspace holds one programme. Start one, open the sample, or import a bundle.">
                    <button class="button button--quiet" type="button" on:click=move |_| session.request(Request::OpenSample(Sample::Worcestershire))>"Open the sample"</button>
                </Empty>
            </Show>
            <ul class="files__list">
                <For each=move || session.shelved.get() key=|one| (one.name.clone(), one.title.clone(), one.changes) let:one>
                    <Row is_open=Signal::derive({ let name = one.name.clone(); move || open.with(|open| open.as_ref() == Some(&name)) }) workspace=one />
                </For>
            </ul>
            <RestartSample />
            <Show when=move || !session.shelved.with(Vec::is_empty)>
                <p><button class="button button--quiet button--small" type="button" on:click=move |_| session.request(Request::OpenSample(Sample::Worcestershire))>"Open the sample"</button></p>
            </Show>
            <p class="files__says">"A second sample holds the joint proposals of Warwickshire's thirteen partners, January 2007."</p>
            <p><button class="button button--quiet button--small" type="button" on:click=move |_| session.request(Request::OpenSample(Sample::Warwickshire))>"Open Warwickshire's proposals"</button></p>
        </section>
    }
}

#[component]
fn Row(workspace: Shelved, is_open: Signal<bool>) -> impl IntoView {
    let session = use_session();
    let asking = RwSignal::new(false);
    let Shelved { name, title, changes, bytes } = workspace;
    let (is_sample, which) = (name.starts_with("sample"), Sample::held_in(&name));
    // The bundle of the open one leaves out what stays on this device, so that the two are counted apart.
    let live = session.select_open(Kind::ALL, |open| open.map(|open| (open.shared.changes().len(), open.drawer.changes().len())));
    let says = move || {
        let open = if is_open.get() { "Open now. " } else { "" };
        let sample = if is_sample { "The sample, " } else { "" };
        let (shared, own) = live.get().filter(|_| is_open.get()).unwrap_or((changes, 0));
        format!("{open}{sample}{}, {}.", words::files::held(shared, own), words::count::bytes(bytes as u64))
    };
    let hidden = format!(" {title}");
    let (renamed, exported, removed) = (format!(" {title}, in its settings"), hidden.clone(), hidden.clone());
    let head = format!("Remove \"{title}\" from this browser?");
    let since = session.changes_since_handed();
    let removal = move || {
        let (shared, own) = live.get().filter(|_| is_open.get()).unwrap_or((changes, 0));
        let in_files = match (is_open.get(), session.handed.with(Option::is_some)) {
            (false, _) => InFiles::NotKnown,
            (true, false) => InFiles::Never,
            (true, true) => InFiles::AllBut(since.get()),
        };
        words::files::removal(shared, own, in_files).into_iter().map(|says| view! { <p>{says}</p> }).collect_view()
    };
    let (to_open, to_export, to_remove) = (name.clone(), name.clone(), name.clone());
    let dialog_id = format!("remove-{name}");
    let export =
        Callback::new(move |()| session.request(Request::ExportBundle((!is_open.get_untracked()).then(|| to_export.clone()))));
    view! {
        <li class="files__workspace" aria-current=move || is_open.get().then_some("true")>
            <div><h3 class="files__title">{title}</h3><p class="files__says">{says}</p></div>
            <div class="buttons">
                <Show when=move || !is_open.get()>
                    <button class="button button--small" type="button" on:click={ let name = to_open.clone(); move |_| { session.request(Request::OpenWorkspace(name.clone())); session.request(Request::Go(Route::Overview)); } }>"Open"<span class="visually-hidden">{hidden.clone()}</span></button>
                </Show>
                <Show when=move || is_open.get() && !is_sample>
                    <a class="button button--quiet button--small" href=Route::Settings.to_string()>"Rename"<span class="visually-hidden">{renamed.clone()}</span></a>
                </Show>
                <Show when=move || is_sample>
                    <button class="button button--quiet button--small" type="button" on:click=move |_| session.request(Request::RestartSample(which))>"Start the sample again"</button>
                </Show>
                <button class="button button--quiet button--small" type="button" on:click=move |_| export.run(())>"Export"<span class="visually-hidden">{exported}</span></button>
                <button class="button button--danger-quiet button--small" type="button" on:click=move |_| asking.set(true)>"Remove"<span class="visually-hidden">{removed}</span></button>
            </div>
            <Dialog open=asking head=head id=dialog_id danger=Danger::Loss>
                <div class="dialog__body"><div>{removal}</div></div>
                <div class="dialog__actions">
                    <button class="button button--quiet" type="button" on:click=move |_| asking.set(false)>"Keep it"</button>
                    <button class="button button--quiet" type="button" on:click=move |_| export.run(())>"Export a bundle first"</button>
                    <button class="button button--danger" type="button" on:click={ let name = to_remove.clone(); move |_| { asking.set(false); session.request(Request::RemoveWorkspace(name.clone())); } }>"Remove it"</button>
                </div>
            </Dialog>
        </li>
    }
}
