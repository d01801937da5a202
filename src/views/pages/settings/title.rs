//! What the workspace is called.

use leptos::prelude::*;

use crate::domain::about::About;
use crate::domain::command::{Command, Refusal};
use crate::domain::thing::Kind;
use crate::session::{Request, use_session};
use crate::views::pages::settings::now;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::TextField;

/// The title, as it stands on every page and on paper.
#[component]
pub fn Title() -> impl IntoView {
    let stated = use_session().select(&[Kind::About], |workspace, _| workspace.settings().and_then(|about| about.title.clone()));
    view! {
        <section aria-labelledby="title-head">
            <h2 id="title-head">"Title"</h2>
            // What an undo or another tab changes stands in the field at once; what was being typed stays as a draft.
            {move || view! { <TitleForm starts=stated.get().unwrap_or_default() /> }}
        </section>
    }
}

#[component]
fn TitleForm(starts: String) -> impl IntoView {
    let session = use_session();
    let form = Form::new("settings/title");
    let button = form.element("save");
    let title = form.field("title", starts);
    let saved = button.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(before) = now(session) else { return };
        let typed = form.text("title");
        let wrong =
            typed.is_none().then(|| Refusal::of("title", "Give the workspace a title, such as the names of its councils."));
        let after = About { title: typed, ..before.clone() };
        let saved = saved.clone();
        form.save(wrong.into_iter().collect(), Command::Put { before: Some(before.into()), after: after.into() }, move || {
            session.say("The title is saved.");
            session.request(Request::Focus(saved));
        });
    };
    view! {
        <form class="form" aria-label="Title" on:submit=save>
            <ErrorSummary form=form />
            <TextField form=form name="title" label="Title of the workspace" value=title width=40 hint="It stands at the top of every page and in the name of every bundle. Renaming is a change like any other: it travels with the work. Files already handed on keep the name that they have." />
            <div class="form__actions"><button class="button" type="submit" id=button>"Save the title"</button></div>
        </form>
    }
}
