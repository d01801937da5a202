//! Starting a workspace of one's own.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::session::{Request, use_session};
use crate::views::parts::dialog::Dialog;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::TextField;

/// A button that asks for a title, and then starts an empty workspace.
#[component]
pub fn NewWorkspace(
    /// The button's class.
    class: &'static str,
    /// What the button says.
    #[prop(default = "Start a new workspace")]
    says: &'static str,
    /// The name of this place, since several such buttons may stand on one page.
    place: &'static str,
    /// Whether the question is shown, where something else than the button may ask for it.
    #[prop(optional)]
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <button class=class type="button" on:click=move |_| open.set(true)>{says}</button>
        <Dialog open=open head="Start a new workspace" id=format!("new-workspace-{place}")>
            <TitleForm open=open />
        </Dialog>
    }
}

#[component]
fn TitleForm(open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let form = Form::new("workspace/new");
    let title = form.field("title", "");
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match form.text("title") {
            // Its title is its first change: whoever would rather not say who they are comes back to the form.
            Some(title) => session.once_introduced(move || {
                form.forget();
                open.set(false);
                session.request(Request::NewWorkspace(title));
            }),
            None => form.refuse(vec![Refusal::of("title", "Give the workspace a title, such as the names of its councils.")]),
        }
    };
    view! {
        <form class="form" on:submit=start>
            <ErrorSummary form=form />
            <TextField form=form name="title" label="Title" hint="The councils or the programme, as it will stand on every page." value=title width=40 />
            <div class="dialog__actions">
                <button class="button" type="submit">"Start"</button>
                <button class="button button--plain" type="button" on:click=move |_| open.set(false)>"Cancel"</button>
            </div>
        </form>
    }
}
