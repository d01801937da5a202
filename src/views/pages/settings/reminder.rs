//! When this device asks that work be handed on: a preference, which does not travel.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::handing::Reminder;
use crate::session::{Request, use_session};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};

/// After how many days, or after how many changes.
#[component]
pub fn ReminderSettings() -> impl IntoView {
    let session = use_session();
    let form = Form::new("settings/reminder");
    let starts = session.reminder.get_untracked();
    let days = form.field("days", starts.days.to_string());
    let changes = form.field("changes", starts.changes.to_string());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let days = number(&form, "days", &mut wrong);
        let changes = number(&form, "changes", &mut wrong);
        let (Some(days), Some(changes)) = (days, changes) else { return form.refuse(wrong) };
        form.refusals.set(Vec::new());
        form.forget();
        session.reminder.set(Reminder { days, changes });
        session.request(Request::RememberReminder);
        session.say("The reminder is saved on this device.");
    };
    view! {
        <section aria-labelledby="reminder-head">
            <h2 id="reminder-head">"Reminder to hand on"</h2>
            <p>"This device asks more loudly once either is reached. It is a setting of this device and does not travel."</p>
            <form class="form" aria-label="Reminder to hand on" on:submit=save>
                <ErrorSummary form=form />
                <div class="form__row">
                    <TextField form=form name="days" label="Days" value=days typed=Typed::Number width=4 />
                    <TextField form=form name="changes" label="Changes" value=changes typed=Typed::Number width=4 />
                </div>
                <div class="form__actions"><button class="button" type="submit">"Save the reminder"</button></div>
            </form>
        </section>
    }
}

fn number(form: &Form, name: &'static str, wrong: &mut Vec<Refusal>) -> Option<u16> {
    let typed = form.text(name).and_then(|typed| typed.parse().ok()).filter(|number| *number > 0);
    if typed.is_none() {
        wrong.push(Refusal::of(name, format!("Give a whole number of {name}, 1 or more.")));
    }
    typed
}
