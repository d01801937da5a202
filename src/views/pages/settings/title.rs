//! What the workspace is called.

use leptos::prelude::*;

use crate::domain::about::About;
use crate::domain::command::{Command, Refusal};
use crate::session::use_session;
use crate::views::pages::settings::now;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::TextField;

/// The title, as it stands on every page and on paper.
#[component]
pub fn Title() -> impl IntoView {
    let session = use_session();
    let form = Form::new("settings/title");
    let title = form.field("title", now(session).and_then(|about| about.title).unwrap_or_default());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(before) = now(session) else { return };
        let typed = form.text("title");
        let wrong =
            typed.is_none().then(|| Refusal::of("title", "Give the workspace a title, such as the names of its councils."));
        let after = About { title: typed, ..before.clone() };
        form.save(wrong.into_iter().collect(), Command::Put { before: Some(before.into()), after: after.into() }, move || {
            session.say("The title is saved.");
        });
    };
    view! {
        <section aria-labelledby="title-head">
            <h2 id="title-head">"Title"</h2>
            <form class="form" aria-label="Title" on:submit=save>
                <ErrorSummary form=form />
                <TextField form=form name="title" label="Title of the workspace" value=title width=40 hint="It stands at the top of every page and in the name of every bundle." />
                <div class="form__actions"><button class="button" type="submit">"Save the title"</button></div>
            </form>
        </section>
    }
}
