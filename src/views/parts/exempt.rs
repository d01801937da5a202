//! Marking something as not for publication, and the mark wherever it is shown in full.

use leptos::prelude::*;

use crate::domain::command::{Command, Refusal};
use crate::domain::exempt::{Exempt, Paragraph};
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::session::use_session;
use crate::views::parts::choice_field::ChoiceField;
use crate::views::parts::dialog::Dialog;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

/// `EXEMPT` in words, with the paragraph, the reason and the review date; nothing where it is not exempt.
#[component]
pub fn ExemptMark(
    /// The record.
    record: Subject,
) -> impl IntoView {
    let says = use_session().select(kind_of(&record), move |workspace, _| {
        let exempt = workspace.thing(&record)?.exempt().cloned()?;
        Some(words::exempt::exempt(&exempt))
    });
    move || says.get().map(|says| view! { <p class="exempt"><strong class="exempt__word">"EXEMPT,"</strong>" "{says}"."</p> })
}

/// A button that marks a record as exempt, or changes and takes away its mark.
#[component]
pub fn ExemptButton(
    /// The record.
    record: Subject,
    /// What people call it.
    #[prop(into)]
    called: Signal<String>,
    /// The class of its button, smaller inside lists.
    #[prop(default = "button button--quiet")]
    class: &'static str,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let id = format!("exempt-{}", record.as_str().replace('/', "-"));
    let subject = record.clone();
    let is_exempt = use_session()
        .select(kind_of(&record), move |workspace, _| workspace.thing(&subject).is_some_and(|thing| thing.exempt().is_some()));
    let says = move || if is_exempt.get() { "Exemption" } else { "Mark as exempt" };
    let head = Signal::derive(move || format!("Is {} exempt?", called.get()));
    let record = StoredValue::new(record);
    view! {
        <button class=class type="button" on:click=move |_| open.set(true)>{says}<span class="visually-hidden">" "{called}</span></button>
        <Dialog open=open head=head id=id>
            <ExemptForm record=record.get_value() open=open />
        </Dialog>
    }
}

#[component]
fn ExemptForm(record: Subject, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let before = session.peek(|whole| whole?.workspace.thing(&record))?;
    let form = Form::new(format!("exempt/{record}"));
    let starts = before.exempt().cloned();
    let paragraph = form.field("exempt", starts.as_ref().map(|exempt| exempt.paragraph.key()).unwrap_or_default());
    let reason = form.field("exempt-reason", starts.as_ref().map(|exempt| exempt.reason.clone()).unwrap_or_default());
    let review = form.field("exempt-review", starts.as_ref().map(|exempt| exempt.review.to_string()).unwrap_or_default());
    let put = move |before: &Thing, exempt: Option<Exempt>, wrong: Vec<Refusal>| {
        let says = if exempt.is_some() { "It is marked as exempt." } else { "It is no longer exempt." };
        let after = before.clone().marked(exempt);
        form.save(wrong, Command::Put { before: Some(before.clone()), after }, move || {
            open.set(false);
            session.say(says);
        });
    };
    let was_exempt = starts.is_some();
    let shown = before.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let exempt = read(&form, &mut wrong);
        put(&before, exempt, wrong);
    };
    let options: Vec<(String, String)> = std::iter::once((String::new(), "Choose a paragraph".to_owned()))
        .chain(Paragraph::ALL.iter().map(|paragraph| (paragraph.key().to_owned(), paragraph.label().to_owned())))
        .collect();
    Some(view! {
        <form class="form" on:submit=save>
            <ErrorSummary form=form />
            <div class="dialog__body"><p>"It stays here for members. A file without exempt items holds what you say below in its place; a public file holds nothing of it."</p></div>
            <ChoiceField form=form name="exempt" label="Paragraph of Schedule 12A" value=paragraph options=Signal::stored(options) />
            <TextField form=form name="exempt-reason" label="Reason" value=reason typed=Typed::Text hint="It stands where the item is left out, so it must give nothing away. Offices, not names." />
            <TextField form=form name="exempt-review" label="To be reviewed by" value=review typed=Typed::Date width=12 />
            <div class="dialog__actions">
                <button class="button" type="submit">"Save the exemption"</button>
                {was_exempt.then(|| view! { <button class="button button--danger-quiet" type="button" on:click=move |_| put(&shown, None, Vec::new())>"No longer exempt"</button> })}
                <button class="button button--plain" type="button" on:click=move |_| { form.forget(); open.set(false); }>"Cancel"</button>
            </div>
        </form>
    })
}

/// The one kind that a record is of, to be followed.
fn kind_of(record: &Subject) -> &'static [Kind] {
    let place = Kind::ALL.iter().position(|kind| kind.key() == record.kind());
    place.and_then(|place| Kind::ALL.get(place..=place)).unwrap_or_default()
}

/// The exemption that was typed; all three belong to it.
fn read(form: &Form, wrong: &mut Vec<Refusal>) -> Option<Exempt> {
    let paragraph = form.text("exempt").and_then(|key| Paragraph::from_key(&key));
    let reason = form.text("exempt-reason");
    let review = form.date("exempt-review", wrong);
    let missing = [
        (paragraph.is_none(), "exempt", "Choose the paragraph under which it is exempt."),
        (reason.is_none(), "exempt-reason", "Say why it is exempt, in words that give nothing away."),
        (review.is_none(), "exempt-review", "Say when it is to be looked at again."),
    ];
    for (is_missing, field, says) in missing {
        if is_missing && wrong.iter().all(|refusal| refusal.field != field) {
            wrong.push(Refusal::of(field, says));
        }
    }
    Some(Exempt { paragraph: paragraph?, reason: reason?, review: review? })
}
