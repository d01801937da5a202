//! Notes on anything: for everybody in the shared log, for oneself in the drawer on this device.

mod edit;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::note::{Note, NoteId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::log::Moment;
use crate::session::{Act, Authorship, Open, Request, Shelf, use_session};
use crate::views::parts::edit_button::EditButton;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::exempt::{ExemptButton, ExemptMark};
use crate::views::parts::form::Form;
use crate::views::parts::notes::edit::EditNote;
use crate::views::parts::text_field::{TextField, Typed};
use crate::views::parts::when::when;
use crate::views::parts::withdraw::Withdraw;
use crate::words;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Line {
    id: NoteId,
    text: String,
    by: String,
    shelf: Shelf,
}

/// How much of a note stands on its buttons for those who hear the page.
const NAME_LENGTH: usize = 40;

/// The notes on a record, and a form for another one.
#[component]
pub fn Notes(
    /// What they are about.
    about: Subject,
    /// What people call that, where several such lists may stand on one page.
    #[prop(optional)]
    called: Option<Signal<String>>,
) -> impl IntoView {
    let session = use_session();
    let head = format!("notes-{}", about.as_str().replace('/', "-"));
    let subject = StoredValue::new(about);
    let lines = session.select_open(&[Kind::Note], move |open| {
        open.map(|open| lines(open, &subject.get_value(), (session.device().now)())).unwrap_or_default()
    });
    let form = Form::new(format!("note/{}", subject.get_value()));
    let (text, shelf) = (form.field("text", ""), form.field("for", "all"));
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
    let (heading, id) = (head.clone(), head.clone());
    view! {
        <section aria-labelledby=heading>
            <h2 id=id tabindex="-1">"Notes"{called.map(|called| view! { <span class="visually-hidden">" on "{called}</span> })}</h2>
            <For each=move || lines.get() key=Clone::clone let:line><NoteShown line=line heading=head.clone() /></For>
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

/// A note, with its form in place while it is edited.
#[component]
fn NoteShown(line: Line, heading: String) -> impl IntoView {
    let session = use_session();
    let subject = Subject::from(&line.id);
    let open = RwSignal::new(false);
    let called = format!("the note \"{}\"", words::count::shortened(&line.text, NAME_LENGTH));
    let withdrawn = Callback::new(move |()| {
        session.say("The note is withdrawn.");
        session.request(Request::Focus(heading.clone()));
    });
    let (shelf, id) = (line.shelf, line.id.clone());
    let form = move || view! { <EditNote id=id.clone() shelf=shelf open=open /> };
    let stated = Signal::stored(called.clone());
    view! {
        <div class="note" data-for=if shelf == Shelf::Shared { "all" } else { "me" }>
            <Show when=move || open.get() fallback={ let text = line.text.clone(); move || view! { <p class="note__text">{text.clone()}</p> } }>{form.clone()}</Show>
            {(shelf == Shelf::Shared).then(|| view! { <ExemptMark record=subject.clone() /> })}
            <p class="note__by">{line.by}</p>
            <div class="buttons">
                <EditButton record=subject.clone() called=stated open=open />
                {(shelf == Shelf::Shared).then(|| view! { <ExemptButton record=subject.clone() called=stated class="button button--quiet button--small" /> })}
                <Withdraw record=subject called=called on_done=withdrawn shelf=shelf class="button button--danger-quiet button--small" />
            </div>
        </div>
    }
}

/// How many notes there are on a record, and the notes themselves on demand: for what stands in a list.
#[component]
pub fn NotesFold(
    /// What they are about.
    about: Subject,
    /// What people call it.
    #[prop(into)]
    called: Signal<String>,
) -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    let subject = StoredValue::new(about);
    let now = (session.device().now)();
    let many = session.select_open(&[Kind::Note], move |open| {
        open.map_or(0, |open| subject.with_value(|subject| lines(open, subject, now).len()))
    });
    let head = move || match many.get() {
        0 => "Add a note".to_owned(),
        many => format!("Notes ({many})"),
    };
    view! {
        <details class="fold fold--quiet" class:screen-only=move || many.get() == 0>
            <summary class="fold__head" on:click=move |_| open.set(true)>{head}<span class="visually-hidden">" on "{called}</span></summary>
            <Show when=move || open.get()><Notes about=subject.get_value() called=called /></Show>
        </details>
    }
}

fn lines(open: &Open, subject: &Subject, now: Moment) -> Vec<Line> {
    let both = [(Shelf::Shared, &open.workspace), (Shelf::Drawer, &open.own)];
    let notes = both.into_iter().flat_map(|(shelf, whole)| whole.notes.values().map(move |note| (shelf, note)));
    notes
        .filter(|(_, note)| note.about.as_ref() == Some(subject))
        .filter_map(|(shelf, note)| line(open, shelf, note, now))
        .collect()
}

fn line(open: &Open, shelf: Shelf, note: &Note, now: Moment) -> Option<Line> {
    let Authorship { first, changed } = open.authorship(shelf, &note.id.as_str().parse().ok()?, "text")?;
    let who = |act: &Act| match shelf {
        Shelf::Shared => format!("{}, {}, {}", act.by.name, act.by.council, when(act.at, now)),
        Shelf::Drawer => when(act.at, now),
    };
    let whose = if shelf == Shelf::Shared { "For all." } else { "For me, on this device alone." };
    let changed = changed.map(|act| format!(". Changed: {}", who(&act))).unwrap_or_default();
    let by = format!("{whose} {}{changed}", who(&first));
    Some(Line { id: note.id.clone(), text: note.text.clone().unwrap_or_default(), by, shelf })
}
