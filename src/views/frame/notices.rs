//! What has to be said before anything else: that this is a sample, that work is not being kept, that a new version waits.

use leptos::prelude::*;

use crate::route::Route;
use crate::session::{Keeping, Offline, Request, use_session};
use crate::views::parts::new_workspace::NewWorkspace;
use crate::words;

/// The ribbon and the banners under the brand band.
#[component]
pub fn Notices() -> impl IntoView {
    let session = use_session();
    let sample = session.is_sample();
    let exempt = session.exempt_held();
    let (due, since, put_off) = (session.is_hand_on_due(), session.changes_since_handed(), RwSignal::new(false));
    let reminder = move || {
        let last = session.handed.with(|handed| handed.as_ref().map(|handed| handed.at.seconds()));
        words::handed::reminder(since.get(), last, (session.device().now)().seconds())
    };
    let later = RwSignal::new(false);
    let failing = move || match session.keeping.get() {
        Keeping::Failing(why) => Some(why),
        _ => None,
    };
    let new_version = move || session.offline.get() == Offline::NewVersion && !later.get();
    view! {
        <div class="frame__notices">
            <Show when=move || sample.get()>
                <section class="ribbon" aria-label="Sample">
                    <p class="ribbon__says">"This is the sample, made from public papers. Nothing here is yours."</p>
                    <div class="ribbon__actions">
                        <NewWorkspace class="ribbon__action" says="Start your own" place="ribbon" />
                        <a class="ribbon__action" href=Route::Files.to_string()>"Import a bundle"</a>
                    </div>
                </section>
            </Show>
            <Show when=move || { exempt.get() > 0 }>
                <section class="banner banner--frame" data-tone="wary" aria-label="Exempt">
                    <div class="banner__words"><p class="banner__says"><strong>"EXEMPT. "</strong>{move || words::exempt::held(exempt.get())}</p></div>
                </section>
            </Show>
            {move || session.beside.get().map(|file| view! {
                <section class="ribbon" aria-label="Open to be read">
                    <p class="ribbon__says">{format!("{file} is open to be read. It is a selection, and nothing here can be changed.")}</p>
                    <div class="ribbon__actions">
                        <button class="ribbon__action" type="button" on:click=move |_| session.request(Request::CloseBeside)>"Close it"</button>
                    </div>
                </section>
            })}
            <Show when=move || due.get() && !put_off.get()>
                <section class="banner banner--frame" data-tone="wary" aria-label="Hand this work on">
                    <div class="banner__words">
                        <p class="banner__head">"Hand this work on, or save it to a file."</p>
                        <p class="banner__says">{reminder}</p>
                    </div>
                    <div class="banner__actions">
                        <a class="button button--small" href=Route::Files.to_string()>"Hand it on"</a>
                        <button class="button button--plain button--small" type="button" on:click=move |_| put_off.set(true)>"Later"</button>
                    </div>
                </section>
            </Show>
            {move || failing().map(|why| view! {
                <div class="banner banner--frame" role="alert" data-tone="bad">
                    <div class="banner__words">
                        <p class="banner__head">"This browser is not keeping changes."</p>
                        <p class="banner__says">{why}" What you see stays until this page is closed."</p>
                    </div>
                    <div class="banner__actions">
                        <button class="button button--small" type="button" on:click=move |_| session.request(Request::ExportBundle(None))>"Download a copy"</button>
                        <button class="button button--quiet button--small" type="button" on:click=move |_| session.request(Request::TryKeepingAgain)>"Try again"</button>
                    </div>
                </div>
            })}
            <div role="alert">
                {move || Some(session.alarm.get()).filter(|says| !says.is_empty()).map(|says| view! {
                    <div class="banner banner--frame" data-tone="bad">
                        <div class="banner__words"><p class="banner__says">{says}</p></div>
                        <div class="banner__actions"><button class="button button--plain button--small" type="button" on:click=move |_| session.alarm.set(String::new())>"Close"<span class="visually-hidden">" this message"</span></button></div>
                    </div>
                })}
            </div>
            <Show when=new_version>
                <div class="banner banner--frame" role="status">
                    <div class="banner__words">
                        <p class="banner__head">"A new version is ready."</p>
                        <p class="banner__says">"Your work stays as it is. The page opens again with the new version."</p>
                    </div>
                    <div class="banner__actions">
                        <button class="button button--small" type="button" on:click=move |_| session.request(Request::NewVersion)>"Use the new version"</button>
                        <button class="button button--plain button--small" type="button" on:click=move |_| later.set(true)>"Later"</button>
                    </div>
                </div>
            </Show>
        </div>
    }
}
