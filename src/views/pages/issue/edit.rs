//! Forms for an issue: adding one, and changing what is stated of it.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::risk::{Issue, IssueId};
use crate::route::Route;
use crate::session::{Request, use_session};
use crate::views::pages::issue::fields::{IssueFields, read_issue};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;

/// The form for everything but the state.
#[component]
pub fn EditIssue(
    /// Which.
    id: IssueId,
    /// What happens once it is saved or left alone.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let before = session.peek(|open| open?.workspace.issues.get(&id).cloned()).unwrap_or_else(|| Issue::new(id.clone()));
    let form = Form::new(id.to_string());
    let fields = before.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let after = read_issue(&form, &before, &mut wrong);
        form.save(wrong, Command::Put { before: Some(before.clone().into()), after: after.into() }, move || {
            session.say("The issue is saved.");
            on_close.run(());
        });
    };
    let cancel = move |_| {
        form.forget();
        on_close.run(());
    };
    session.request(Request::Focus(form.element("reference")));
    view! {
        <form class="form" on:submit=save aria-labelledby="edit-head">
            <h2 id="edit-head">"Edit the issue"</h2>
            <ErrorSummary form=form />
            <IssueFields form=form issue=fields />
            <div class="form__actions">
                <button class="button" type="submit">"Save"</button>
                <button class="button button--plain" type="button" on:click=cancel>"Cancel"</button>
            </div>
        </form>
    }
}

/// The form for a new issue.
#[component]
pub fn AddIssue(
    /// What happens once it is saved or left alone.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let form = Form::new("issue/new");
    let Some(id) = IssueId::new(&session.new_id()) else { return ().into_any() };
    let blank = Issue::new(id);
    let fields = blank.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let after = read_issue(&form, &blank, &mut wrong);
        let page = Route::Issue(after.id.clone());
        form.save(wrong, Command::Put { before: None, after: after.into() }, move || {
            session.say("The issue is added.");
            on_close.run(());
            session.request(Request::Go(page));
        });
    };
    let cancel = move |_| {
        form.forget();
        on_close.run(());
    };
    session.request(Request::Focus(form.element("reference")));
    view! {
        <section aria-labelledby="add-issue-head">
            <h2 id="add-issue-head">"Add an issue"</h2>
            <form class="form" on:submit=save>
                <ErrorSummary form=form />
                <IssueFields form=form issue=fields />
                <div class="form__actions">
                    <button class="button" type="submit">"Save the issue"</button>
                    <button class="button button--plain" type="button" on:click=cancel>"Cancel"</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}
