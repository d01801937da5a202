//! The reports on one service: drafts, what was published, and what came of everything that was promised.

use leptos::prelude::*;

use crate::analysis::highlights::{Listed, listed, promises, promises_table};
use crate::analysis::paper::Piece;
use crate::domain::highlight::HighlightId;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::pages::highlights::begin::Begin;
use crate::views::parts::gone::Gone;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::pieces::pieces;
use crate::views::parts::rag::RagMark;
use crate::words;

/// The page; of a service that is out of use, what became of it.
#[component]
pub fn HighlightsOfPage(
    /// Of which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let subject = StoredValue::new(Subject::from(&id));
    let is_here = session.select(&[Kind::Service], move |workspace, _| subject.with_value(|subject| workspace.holds(subject)));
    let id = StoredValue::new(id);
    move || {
        let up = (Route::Highlights, "All highlight reports");
        if is_here.get() {
            view! { <Whole id=id.get_value() /> }.into_any()
        } else {
            view! { <Gone subject=subject.get_value() up=up /> }.into_any()
        }
    }
}

#[component]
fn Whole(id: ServiceId) -> impl IntoView {
    let session = use_session();
    let subject = Subject::from(&id);
    let called =
        session.select(&[Kind::Service], move |workspace, _| format!("Highlight reports: {}", words::name(workspace, &subject)));
    let of = StoredValue::new(id.clone());
    let reports = session.select(&[Kind::Highlight], move |workspace, _| of.with_value(|of| listed(workspace, of)));
    let promised = session.select(&[Kind::Highlight], move |workspace, _| of.with_value(|of| promises(workspace, of)));
    let drafts = session.select_open(&[Kind::Highlight], move |open| {
        let Some(open) = open else { return Vec::new() };
        let mine = open.own.highlights.values().filter(|draft| of.with_value(|of| draft.service.as_ref() == Some(of)));
        let unpublished = mine.filter(|draft| !open.workspace.highlights.contains_key(&draft.id));
        unpublished.map(|draft| (draft.id.clone(), words::highlights::period(draft.ending, draft.version))).collect::<Vec<_>>()
    });
    let service = Route::Service(id.clone()).to_string();
    let draft = move |(draft, period): (HighlightId, String)| {
        let to = Route::Highlight(of.get_value(), draft).to_string();
        view! { <li class="results__item"><a class="results__link" href=to>{format!("Draft: {period}")}</a></li> }
    };
    view! {
        <PageHead title=called up=(Route::Highlights, "All highlight reports")>
            <a class="button button--quiet button--small" href=service>"The service"</a>
        </PageHead>
        <section aria-labelledby="drafts-head" class="screen-only">
            <h2 id="drafts-head">"Drafts"</h2>
            <Show when=move || drafts.with(|drafts| !drafts.is_empty()) fallback=|| view! { <p>"No draft is on this device."</p> }>
                <ul class="results">{move || drafts.get().into_iter().map(draft).collect_view()}</ul>
            </Show>
            <Begin id=id />
        </section>
        <section aria-labelledby="published-head">
            <h2 id="published-head">"Published"</h2>
            <Show when=move || reports.with(|reports| !reports.is_empty()) fallback=|| view! { <p>"No report is published."</p> }>
                <ul class="results">{move || reports.get().into_iter().map(|one| item(of.get_value(), one)).collect_view()}</ul>
            </Show>
        </section>
        <section aria-labelledby="promised-head">
            <h2 id="promised-head">"Promised, and what came of it"</h2>
            <Show when=move || promised.with(|promised| !promised.is_empty()) fallback=|| view! { <p>"No report has planned anything yet."</p> }>
                <div class="table-box">{move || promised.with(|promised| pieces(&[Piece::Table(promises_table(promised))]))}</div>
            </Show>
        </section>
    }
}

fn item(service: ServiceId, one: Listed) -> impl IntoView {
    let to = Route::Highlight(service, one.id).to_string();
    let replaced = one.is_replaced.then(|| view! { " " <span class="flag">"A later version counts"</span> });
    let why = one.correction.map(|why| view! { <p class="results__says">{format!("Correction: {why}")}</p> });
    view! {
        <li class="results__item">
            <a class="results__link" href=to>{one.period}</a>" "<RagMark rag=one.rag />{replaced}
            <p class="results__says">{format!("Published on {}", one.on)}</p>
            {why}
        </li>
    }
}
