//! Reporting how a service stands. Amber and red ask what the issue is, who puts it right, and by when.

use leptos::prelude::*;

use crate::domain::command::{Command, Refusal};
use crate::domain::rag::{Rag, Status};
use crate::domain::service::{Percent, ServiceId};
use crate::session::{Request, use_session};
use crate::views::pages::service::status::BUTTON;
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::rag::RagMark;
use crate::views::parts::text_field::{TextField, Typed};

/// The form. It starts as what was reported last.
#[component]
pub fn Report(
    /// Which service.
    id: ServiceId,
    /// Whether the form is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let before = session.look(|whole| whole?.workspace.services.get(&id).cloned())?;
    let form = Form::new(format!("status/{id}"));
    let was = before.status.as_ref();
    let rag = form.field("status", was.map(|status| status.rag.key()).unwrap_or_default());
    let why = form.field("why", was.and_then(|status| status.why.clone()).unwrap_or_default());
    let who = form.field("who", was.and_then(|status| status.who.clone()).unwrap_or_default());
    let by = form.field("by", was.and_then(|status| status.by).map(|by| by.to_string()).unwrap_or_default());
    let expected = form.field("expected", before.expected.map(Rag::key).unwrap_or_default());
    let complete = form.field("complete", before.complete.map(|percent| percent.number().to_string()).unwrap_or_default());
    let rags = or_not_stated(Rag::ALL.iter().map(|rag| (rag.key().to_owned(), rag.label().to_owned())));
    let asks = Memo::new(move |_| rag.with(|rag| matches!(Rag::from_key(rag), Some(Rag::Amber | Rag::Red))));
    let is_reported = Memo::new(move |_| rag.with(|rag| !rag.is_empty()));
    let close = move || {
        open.set(false);
        session.request(Request::Focus(BUTTON.to_owned()));
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let status = status(&form, &mut wrong);
        let complete = form.read("complete", &mut wrong, percent);
        let expected = form.text("expected").and_then(|key| Rag::from_key(&key));
        let command = Command::ReportStatus { service: id.clone(), status, expected, complete };
        form.save(wrong, command, move || {
            session.say("The status is reported.");
            close();
        });
    };
    let cancel = move |_| {
        form.forget();
        close();
    };
    session.request(Request::Focus(form.element("status")));
    let choice = move |choice: Option<Rag>| {
        let key = choice.map(Rag::key).unwrap_or_default();
        let element = (key.is_empty()).then(|| form.element("status"));
        view! {
            <label class="choice">
                <input class="choice__input" type="radio" id=element name=form.element("status") value=key prop:checked=move || rag.with(|rag| rag == key) on:change=move |_| rag.set(key.to_owned()) />
                <span class="choice__label"><RagMark rag=choice /></span>
                {choice.map(|rag| view! { <span class="choice__hint">{rag.meaning()}</span> })}
            </label>
        }
    };
    let choices = std::iter::once(None).chain(Rag::ALL.iter().copied().map(Some)).map(choice).collect_view();
    Some(view! {
        <form class="form" aria-label="Report the status" on:submit=save>
            <ErrorSummary form=form />
            <fieldset class="choices"><legend class="choices__legend">"Status now"</legend><div class="choices__list">{choices}</div></fieldset>
            <Show when=move || is_reported.get()>
                <TextField form=form name="why" label="What is behind it" value=why typed=Typed::Text />
            </Show>
            <Show when=move || asks.get()>
                <div class="form__row">
                    <TextField form=form name="who" label="Who puts it right" value=who width=20 hint="The office, not the name, where you can." />
                    <TextField form=form name="by" label="By when" value=by typed=Typed::Date width=12 />
                </div>
            </Show>
            <div class="form__row">
                <ChoiceField form=form name="expected" label="Expected at year end" value=expected options=rags />
                <TextField form=form name="complete" label="% complete" value=complete typed=Typed::Number width=4 />
            </div>
            <div class="form__actions">
                <button class="button" type="submit">"Save the report"</button>
                <button class="button button--plain" type="button" on:click=cancel>"Cancel"</button>
            </div>
        </form>
    })
}

/// The status that was chosen. Who and by when belong to amber and red alone.
fn status(form: &Form, wrong: &mut Vec<Refusal>) -> Option<Status> {
    let rag = form.text("status").and_then(|key| Rag::from_key(&key))?;
    let why = form.text("why");
    Some(match rag {
        Rag::Green => Status { rag, why, who: None, by: None },
        Rag::Amber | Rag::Red => Status { rag, why, who: form.text("who"), by: form.date("by", wrong) },
    })
}

fn percent(typed: &str) -> Result<Percent, String> {
    let number = typed.trim_end_matches('%').trim();
    number
        .parse()
        .ok()
        .and_then(Percent::new)
        .ok_or_else(|| format!("\"{typed}\" is not a share. Write a whole number from 0 to 100."))
}
