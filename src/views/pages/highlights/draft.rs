//! A report as it is written: what is typed stays on this device with every letter, the kept draft in the drawer, until it is
//! published.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::highlight::{Highlight, HighlightId, with_plan_of_now};
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::route::Route;
use crate::session::{Request, Shelf, use_session};
use crate::views::pages::highlights::draft_fields::DraftFields;
use crate::views::pages::highlights::draft_read::read;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::page_head::PageHead;
use crate::words;

const KEEP: &str = "keep-the-draft";

/// The form. It begins anew when the draft was kept, or when the report before was corrected meanwhile.
#[component]
pub fn Draft(
    /// On which service.
    service: ServiceId,
    /// Which.
    id: HighlightId,
) -> impl IntoView {
    let session = use_session();
    let id = StoredValue::new(id);
    let draft = session.select_open(&[Kind::Highlight, Kind::Service], move |open| {
        let open = open?;
        let draft = id.with_value(|id| open.own.highlights.get(id))?;
        Some(with_plan_of_now(&open.workspace, draft))
    });
    let named = Subject::from(&service);
    let called = session.select(&[Kind::Service], move |workspace, _| words::name(workspace, &named));
    let title = move || {
        let period = draft.with(|draft| draft.as_ref().map(|draft| words::highlights::period(draft.ending, draft.version)));
        format!("{}: {}", called.get(), period.unwrap_or_default())
    };
    let up = (Route::HighlightsOf(service.clone()), "Reports on the service");
    let back = Route::HighlightsOf(service);
    let discard = move |_| {
        let record = id.with_value(|id| Subject::from(id));
        let withdraw = Command::Withdraw { record, why: "The draft was discarded".to_owned() };
        let to = back.clone();
        let then = move || {
            session.forget_draft(id.get_value().as_str());
            session.say("The draft is discarded.");
            session.request(Request::Go(to));
        };
        if let Err(refusals) = session.dispatch_to(Shelf::Drawer, withdraw, then) {
            refusals.into_iter().for_each(|refusal| session.raise(refusal.says));
        }
    };
    view! {
        <PageHead title=Signal::derive(title) lede="A draft: it stands on this device alone until you publish it." up=up>
            <button class="button button--danger-quiet button--small" type="button" on:click=discard>"Discard the draft"</button>
        </PageHead>
        {move || draft.get().map(|draft| view! { <DraftForm draft=draft /> })}
    }
}

#[component]
fn DraftForm(draft: Highlight) -> impl IntoView {
    let session = use_session();
    let form = Form::new(draft.id.to_string());
    let start = StoredValue::new(draft.clone());
    let keep = move |_| {
        let mut wrong = Vec::new();
        let after = start.with_value(|start| read(&form, start, &mut wrong));
        let before = session.peek(|open| open?.own.highlights.get(&after.id).cloned()).map(Thing::from);
        form.save_to(Shelf::Drawer, wrong, Command::Put { before, after: after.into() }, move || {
            session.say("The draft is kept on this device.");
            session.request(Request::Focus(KEEP.to_owned()));
        });
    };
    let publish = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let after = start.with_value(|start| read(&form, start, &mut wrong));
        form.save(wrong, Command::Publish(Box::new(after)), move || {
            session.say("The report is published. It never changes; a correction makes a new version.");
            session.request(Request::Focus("page-title".to_owned()));
        });
    };
    view! {
        <form class="form" aria-label="Highlight report" on:submit=publish>
            <ErrorSummary form=form />
            <DraftFields form=form draft=draft />
            <div class="form__actions">
                <button class="button" type="submit">"Publish the report"</button>
                <button class="button button--quiet" type="button" id=KEEP on:click=keep>"Keep the draft"</button>
            </div>
            <p class="field__hint">"What you type stays on this device with every letter. A kept draft also goes into a file for your other device."</p>
        </form>
    }
}
