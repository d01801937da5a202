//! Forms for an issue: adding one, and changing what is stated of it.

use leptos::prelude::*;

use crate::domain::risk::{Issue, IssueId};
use crate::session::use_session;
use crate::views::pages::issue::fields::{IssueFields, read_issue};
use crate::views::parts::form::Form;
use crate::views::parts::headed_form::{HeadedForm, to_its_page};

/// The form for everything but the state.
#[component]
pub fn EditIssue(
    /// Which.
    id: IssueId,
    /// What happens once it is saved or left alone.
    on_close: Callback<()>,
) -> impl IntoView {
    let issue = use_session().look(|open| open?.workspace.issues.get(&id).cloned()).unwrap_or_else(|| Issue::new(id.clone()));
    let form = Form::new(id.to_string());
    let (before, fields) = (issue.clone(), issue.clone());
    let close = Callback::new(move |_| on_close.run(()));
    view! {
        <HeadedForm form=form head="Edit the issue" button="Save" before=Some(before.into()) read=move |wrong| read_issue(&form, &issue, wrong).into() says="The issue is saved." first="reference" on_close=close>
            <IssueFields form=form issue=fields />
        </HeadedForm>
    }
}

/// The form for a new issue.
#[component]
pub fn AddIssue(
    /// What happens once it is saved or left alone.
    on_close: Callback<()>,
) -> impl IntoView {
    let form = Form::new("issue/new");
    let blank = Issue::new(IssueId::new(&use_session().new_id())?);
    let fields = blank.clone();
    Some(view! {
        <HeadedForm form=form head="Add an issue" button="Save the issue" before=None read=move |wrong| read_issue(&form, &blank, wrong).into() says="The issue is added." first="reference" on_close=to_its_page(on_close)>
            <IssueFields form=form issue=fields />
        </HeadedForm>
    })
}
