//! What stands round every page: the brand band with the state of the work, ways to every page, undo, search.

mod brand;
mod foot;
pub mod introduce;
mod nav;
mod notices;
mod past;
mod tools;

use leptos::prelude::*;

use crate::session::{Request, use_session};
use crate::views::here::use_route;
use crate::views::pages::{self, Page};
use crate::views::parts::once_painted::OncePainted;
use brand::Brand;
use foot::Foot;
use introduce::Introduce;
use nav::Nav;
use notices::Notices;
use past::PastMark;
use tools::Tools;

/// The frame with the page in it. On a first visit there is no workspace, and only what needs none is shown.
#[component]
pub fn Frame() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let open = Memo::new(move |_| session.is_open());
    let skip = move |_| session.request(Request::Focus("page-title".to_owned()));
    let facts = {
        let (reading, sample, exempt) = (session.reading(), session.is_sample(), session.exempt_held());
        move || {
            let sample = if sample.get() { " · sample" } else { "" };
            let exempt = if exempt.get() > 0 { "EXEMPT · " } else { "" };
            format!("{exempt}As at {} · code {}{sample}", crate::words::date::long(reading.get()), session.shown_code())
        }
    };
    let title = session.title();
    let shown = session.select(pages::NAMED, move |workspace, _| route.with(|route| pages::called(workspace, route)));
    // Every link is made anew with the state that it leads to.
    let whole = Memo::new(move |_| session.past.get().map(|past| past.at.key()));
    let past = move || whole.with(Option::is_some).to_string();
    view! {
        <div class="frame" data-past=past data-open=move || open.get().to_string()>
            <button class="skip" type="button" on:click=skip>"Skip to the page"</button>
            {move || { whole.track(); view! { <Brand /> } }}
            <Notices />
            <Show when=move || open.get()>
                <div class="print-head" aria-hidden="true">
                    <div class="print-head__line">
                        <span class="print-head__title">{title}</span>
                        <span class="print-head__page">{shown}</span>
                        <span class="print-head__facts">{facts}</span>
                    </div>
                </div>
            </Show>
            <Show when=move || open.get()>{move || { whole.track(); view! { <Nav /> } }}</Show>
            <div class="frame__body">
                <Show when=move || open.get()><Tools /></Show>
                <main class="frame__main" id="main">{move || { whole.track(); view! { <PastMark /><Page /> } }}</main>
            </div>
            <OncePainted><Foot /><Introduce /></OncePainted>
            <p class="visually-hidden" role="status">{move || session.said.get()}</p>
        </div>
    }
}
