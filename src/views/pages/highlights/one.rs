//! One report: what was published, or the draft of it on this device.

use leptos::prelude::*;

use crate::analysis::highlights::pieces as said;
use crate::domain::command::Command;
use crate::domain::highlight::{HighlightId, correction, in_force};
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::{Request, Shelf, use_session};
use crate::views::pages::highlights::draft::Draft;
use crate::views::parts::exempt::{ExemptButton, ExemptMark};
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PapersAround;
use crate::views::parts::pieces::pieces;
use crate::words;

#[derive(Clone, Copy, PartialEq)]
enum Is {
    Published,
    Draft,
    Nowhere,
}

/// The page. A published report stands above a draft of the same name.
#[component]
pub fn HighlightPage(
    /// On which service.
    service: ServiceId,
    /// Which.
    id: HighlightId,
) -> impl IntoView {
    let session = use_session();
    let id = StoredValue::new(id);
    let service = StoredValue::new(service);
    let is = session.select_open(&[Kind::Highlight], move |open| match open {
        Some(open) if id.with_value(|id| open.workspace.highlights.contains_key(id)) => Is::Published,
        Some(open) if id.with_value(|id| open.own.highlights.contains_key(id)) => Is::Draft,
        _ => Is::Nowhere,
    });
    move || {
        match is.get() {
        Is::Published => view! { <Published service=service.get_value() id=id.get_value() /> }.into_any(),
        Is::Draft => view! { <Draft service=service.get_value() id=id.get_value() /> }.into_any(),
        Is::Nowhere => view! {
            <PageHead title="Not on this device" lede="This report was withdrawn, or it is a draft on the device of whoever writes it." up=(Route::HighlightsOf(service.get_value()), "Reports on the service") />
        }
        .into_any(),
    }
    }
}

#[component]
fn Published(service: ServiceId, id: HighlightId) -> impl IntoView {
    let session = use_session();
    let subject = Subject::from(&id);
    let (named, marked, papers) = (subject.clone(), subject.clone(), subject.clone());
    let called = session.select(&[Kind::Highlight, Kind::Service], move |workspace, _| words::name(workspace, &named));
    let id = StoredValue::new(id);
    let body = session.select(&[Kind::Highlight, Kind::About], move |workspace, _| {
        let report = id.with_value(|id| workspace.highlights.get(id).cloned());
        report.map(|report| said(workspace, &report)).unwrap_or_default()
    });
    let of = service.clone();
    let counts = session.select(&[Kind::Highlight], move |workspace, _| {
        in_force(workspace, &of).iter().any(|counts| id.with_value(|id| counts.id == *id))
    });
    let to = StoredValue::new(service.clone());
    let correct = move |_| {
        let Some(name) = HighlightId::new(&session.new_id()) else { return };
        let made = session.peek(|open| id.with_value(|id| Some(correction(open?.workspace.highlights.get(id)?, name.clone()))));
        let Some(draft) = made else { return };
        let to = Route::Highlight(to.get_value(), name);
        let put = Command::Put { before: None, after: draft.into() };
        let then = move || {
            session.say("A new version is begun as a draft. The one before it stays as it is.");
            session.request(Request::Go(to));
        };
        if let Err(refusals) = session.dispatch_to(Shelf::Drawer, put, then) {
            refusals.into_iter().for_each(|refusal| session.raise(refusal.says));
        }
    };
    let lede = move || (!counts.get()).then(|| "A later version of this report counts.".to_owned());
    view! {
        <PageHead title=called lede=Signal::derive(lede) up=(Route::HighlightsOf(service), "Reports on the service")>
            <Show when=move || counts.get()><button class="button button--quiet button--small" type="button" on:click=correct>"Correct this report"</button></Show>
            <button class="button button--quiet button--small" data-reads="" type="button" on:click=move |_| session.request(Request::Print)>"Print the report"</button>
            <ExemptButton record=marked called=called class="button button--quiet button--small" />
        </PageHead>
        <ExemptMark record=subject />
        <article class="paper" aria-labelledby="page-title">{move || body.with(|body| pieces(body))}</article>
        <PapersAround record=papers />
    }
}
