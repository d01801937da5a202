//! The day at which the workspace is read.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::about::About;
use crate::domain::command::Command;
use crate::domain::thing::Kind;
use crate::session::{Request, use_session};
use crate::views::pages::settings::now;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

/// The reading date. Cleared, it is today.
#[component]
pub fn ReadingDate() -> impl IntoView {
    let stated = use_session().select(&[Kind::About], |workspace, _| workspace.settings().and_then(|about| about.reading));
    view! {
        <section aria-labelledby="reading-head">
            <h2 id="reading-head">"Reading date"</h2>
            {move || view! { <ReadingForm starts=stated.get() /> }}
        </section>
    }
}

#[component]
fn ReadingForm(starts: Option<NaiveDate>) -> impl IntoView {
    let session = use_session();
    let form = Form::new("settings/reading");
    let button = form.element("save");
    let reading = form.field("reading", starts.map(|date| date.to_string()).unwrap_or_default());
    let at = session.reading();
    let back = button.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(before) = now(session) else { return };
        let mut wrong = Vec::new();
        let after = About { reading: form.date("reading", &mut wrong), ..before.clone() };
        let (said, back) = (after.reading, back.clone());
        form.save(wrong, Command::Put { before: Some(before.into()), after: after.into() }, move || {
            session.say(match said {
                Some(date) => format!("Read as at {}.", words::date::long(date)),
                None => "Read as at today from now on.".to_owned(),
            });
            session.request(Request::Focus(back));
        });
    };
    view! {
        <form class="form" aria-label="Reading date" on:submit=save>
            <p>{move || format!("Due, overdue and the current year are worked out as at {}.", words::date::long(at.get()))}</p>
            <ErrorSummary form=form />
            <TextField form=form name="reading" label="Reading date" value=reading typed=Typed::Date width=12 hint="Clear it to read the work as at today." />
            <div class="form__actions">
                <button class="button" type="submit" id=button>"Save the reading date"</button>
                <button class="button button--plain" type="button" on:click=move |_| reading.set(String::new())>"Clear the date"</button>
            </div>
        </form>
    }
}
