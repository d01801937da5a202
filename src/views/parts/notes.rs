//! Notes on anything: for everybody in the shared log, for oneself in the drawer on this device.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::note::{Note, NoteId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::log::RecordId;
use crate::session::{Open, Shelf, use_session};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    text: String,
    by: String,
    shelf: Shelf,
}

/// The notes on a record, and a form for another one.
#[component]
pub fn Notes(
    /// What they are about.
    about: Subject,
) -> impl IntoView {
    let session = use_session();
    let head = format!("notes-{}", about.as_str().replace('/', "-"));
    let subject = StoredValue::new(about);
    let lines =
        session.select_open(&[Kind::Note], move |open| open.map(|open| lines(open, &subject.get_value())).unwrap_or_default());
    let form = Form::new(format!("note/{}", subject.get_value()));
    let text = form.field("text", "");
    let shelf = form.field("for", "all");
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(id) = NoteId::new(&session.new_id()) else { return };
        let note = Note { about: Some(subject.get_value()), text: form.text("text"), ..Note::new(id) };
        let to = if shelf.get_untracked() == "me" { Shelf::Drawer } else { Shelf::Shared };
        form.save_to(to, Vec::new(), Command::Put { before: None, after: note.into() }, move || {
            text.set(String::new());
            session.say("The note is saved.");
        });
    };
    let choice = move |value: &'static str, label: &'static str, hint: &'static str| {
        view! {
            <label class="choice">
                <input class="choice__input" type="radio" name=form.element("for") value=value prop:checked=move || shelf.get() == value on:change=move |_| shelf.set(value.to_owned()) />
                <span class="choice__label">{label}</span>
                <span class="choice__hint">{hint}</span>
            </label>
        }
    };
    let heading = head.clone();
    view! {
        <section aria-labelledby=heading>
            <h2 id=head>"Notes"</h2>
            {move || lines.get().into_iter().map(|line| view! {
                <div class="note" data-for=if line.shelf == Shelf::Shared { "all" } else { "me" }>
                    <p class="note__text">{line.text}</p>
                    <p class="note__by">{line.by}</p>
                </div>
            }).collect_view()}
            <form class="form" on:submit=save>
                <ErrorSummary form=form />
                <TextField form=form name="text" label="Add a note" value=text typed=Typed::Text />
                <fieldset class="choices">
                    <legend class="choices__legend">"Who it is for"</legend>
                    <div class="choices__list choices__list--row">
                        {choice("all", "For all", "It travels with the work.")}
                        {choice("me", "For me", "It stays on this device.")}
                    </div>
                </fieldset>
                <div class="form__actions"><button class="button button--quiet" type="submit">"Save the note"</button></div>
            </form>
        </section>
    }
}

fn lines(open: &Open, subject: &Subject) -> Vec<Line> {
    let both = [(Shelf::Shared, &open.workspace), (Shelf::Drawer, &open.own)];
    let notes = both.into_iter().flat_map(|(shelf, whole)| whole.notes.values().map(move |note| (shelf, note)));
    notes.filter(|(_, note)| note.about.as_ref() == Some(subject)).filter_map(|(shelf, note)| line(open, shelf, note)).collect()
}

fn line(open: &Open, shelf: Shelf, note: &Note) -> Option<Line> {
    let record: RecordId = note.id.as_str().parse().ok()?;
    let said = open.log(shelf).record(&record)?.reading("text")?.in_force()?.change;
    let when = words::date::moment(said.at.seconds());
    let by = match shelf {
        Shelf::Shared => format!("For all. {}, {}, {when}", said.by.name, said.by.council),
        Shelf::Drawer => format!("For me, on this device alone. {when}"),
    };
    Some(Line { text: note.text.clone().unwrap_or_default(), by, shelf })
}
