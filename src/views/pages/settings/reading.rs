//! The day at which the workspace is read.

use leptos::prelude::*;

use crate::domain::about::About;
use crate::domain::command::Command;
use crate::session::use_session;
use crate::views::pages::settings::now;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

/// The reading date. Cleared, it is today.
#[component]
pub fn ReadingDate() -> impl IntoView {
    let session = use_session();
    let form = Form::new("settings/reading");
    let reading =
        form.field("reading", now(session).and_then(|about| about.reading).map(|date| date.to_string()).unwrap_or_default());
    let at = session.reading();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(before) = now(session) else { return };
        let mut wrong = Vec::new();
        let after = About { reading: form.date("reading", &mut wrong), ..before.clone() };
        let said = after.reading;
        form.save(wrong, Command::Put { before: Some(before.into()), after: after.into() }, move || {
            session.say(match said {
                Some(date) => format!("Read as at {}.", words::date::long(date)),
                None => "Read as at today from now on.".to_owned(),
            });
        });
    };
    view! {
        <section aria-labelledby="reading-head">
            <h2 id="reading-head">"Reading date"</h2>
            <form class="form" aria-label="Reading date" on:submit=save>
                <p>{move || format!("Due, overdue and the current year are worked out as at {}.", words::date::long(at.get()))}</p>
                <ErrorSummary form=form />
                <TextField form=form name="reading" label="Reading date" value=reading typed=Typed::Date width=12 hint="Clear it to read the work as at today." />
                <div class="form__actions">
                    <button class="button" type="submit">"Save the reading date"</button>
                    <button class="button button--plain" type="button" on:click=move |_| reading.set(String::new())>"Clear the date"</button>
                </div>
            </form>
        </section>
    }
}
