//! One issue: what is known of it, what is done about it, and everything that happened to it.

pub mod edit;
mod facts;
mod fields;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::risk::{Issue, IssueId, Openness, State};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{IssuesState, Route};
use crate::session::{Request, use_session};
use crate::views::pages::issue::edit::EditIssue;
use crate::views::pages::issue::facts::IssueFacts;
use crate::views::parts::conflict_mark::FactsOf;
use crate::views::parts::conflicts::Conflicts;
use crate::views::parts::exempt::{ExemptButton, ExemptMark};
use crate::views::parts::gone::Gone;
use crate::views::parts::notes::Notes;
use crate::views::parts::openness::OpenOrClose;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PapersAround;
use crate::views::parts::trail::Trail;
use crate::views::parts::withdraw::Withdraw;
use crate::words;

/// The page of an issue; of one that is out of use, what became of it.
#[component]
pub fn IssuePage(
    /// Which.
    id: IssueId,
) -> impl IntoView {
    let session = use_session();
    let id = StoredValue::new(id);
    let issue = session.select(&[Kind::Issue], move |workspace, _| id.with_value(|id| workspace.issues.get(id).cloned()));
    let is_here = Memo::new(move |_| issue.with(Option::is_some));
    move || {
        if is_here.get() {
            view! { <Whole id=id.get_value() issue=issue /> }.into_any()
        } else {
            view! { <Gone subject=Subject::from(&id.get_value()) up=(Route::Issues(IssuesState::default()), "All issues") /> }
                .into_any()
        }
    }
}

#[component]
fn Whole(id: IssueId, issue: Memo<Option<Issue>>) -> impl IntoView {
    let session = use_session();
    let subject = StoredValue::new(Subject::from(&id));
    provide_context(FactsOf(subject.get_value()));
    let editing = RwSignal::new(false);
    let called =
        session.select(&[Kind::Issue], move |workspace, _| subject.with_value(|subject| words::name(workspace, subject)));
    let openness = Memo::new(move |_| issue.with(|issue| state(issue.as_ref())));
    let turn = Callback::new(move |reason: String| {
        let before = issue.get_untracked()?;
        let is = if before.is_open() { Openness::Closed } else { Openness::Open };
        let state = State { is, why: Some(reason).filter(|reason| !reason.is_empty()) };
        let after = Issue { state: Some(state), ..before.clone() };
        Some(Command::Put { before: Some(before.into()), after: after.into() })
    });
    let edited = Callback::new(move |()| {
        editing.set(false);
        session.request(Request::Focus("page-title".to_owned()));
    });
    let withdrawn = Callback::new(move |()| {
        session.say("The issue is withdrawn.");
        session.request(Request::Focus("page-title".to_owned()));
    });
    let form = {
        let id = id.clone();
        move || view! { <EditIssue id=id.clone() on_close=edited /> }
    };
    let facts = move || view! { <IssueFacts id=id.clone() issue=issue /> };
    view! {
        <PageHead title=called up=(Route::Issues(IssuesState::default()), "All issues")>
            <button class="button button--quiet" type="button" aria-expanded=move || editing.get().to_string() on:click=move |_| editing.update(|editing| *editing = !*editing)>"Edit"</button>
            <OpenOrClose record=subject.get_value() what="issue" now=openness command=turn />
            <ExemptButton record=subject.get_value() called=called />
            <Withdraw record=subject.get_value() called=called.get_untracked() on_done=withdrawn />
        </PageHead>
        <ExemptMark record=subject.get_value() />
        <Conflicts subject=subject.get_value() />
        <Show when=move || editing.get() fallback=facts>{form.clone()}</Show>
        <PapersAround record=subject.get_value() />
        <Trail subject=subject.get_value() />
        <Notes about=subject.get_value() />
    }
}

fn state(issue: Option<&Issue>) -> Openness {
    if issue.is_none_or(Issue::is_open) { Openness::Open } else { Openness::Closed }
}
