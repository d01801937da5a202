//! Changing a note where it stands.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::note::{Note, NoteId};
use crate::domain::subject::Subject;
use crate::session::{Request, Shelf, use_session};
use crate::views::parts::edit_button::edit_button_id;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};

/// The form, in place of the note's text.
#[component]
pub fn EditNote(
    /// Which.
    id: NoteId,
    /// In which log.
    shelf: Shelf,
    /// Whether it is edited.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let before = session.peek(|whole| {
        let whole = whole?;
        let notes = if shelf == Shelf::Shared { &whole.workspace.notes } else { &whole.own.notes };
        notes.get(&id).cloned()
    })?;
    let form = Form::new(id.to_string());
    let text = form.field("text", before.text.clone().unwrap_or_default());
    let back = edit_button_id(&Subject::from(&id));
    let close = move || {
        session.request(Request::Focus(back.clone()));
        open.set(false);
    };
    let cancel = {
        let close = close.clone();
        move |_| {
            form.forget();
            close();
        }
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let after = Note { text: form.text("text"), ..before.clone() };
        let close = close.clone();
        form.save_to(shelf, Vec::new(), Command::Put { before: Some(before.clone().into()), after: after.into() }, move || {
            session.say("The note is saved.");
            close();
        });
    };
    session.request(Request::Focus(form.element("text")));
    Some(view! {
        <form class="form" aria-label="Edit the note" on:submit=save>
            <ErrorSummary form=form />
            <TextField form=form name="text" label="Note" value=text typed=Typed::Text />
            <div class="form__actions">
                <button class="button" type="submit">"Save"</button>
                <button class="button button--plain" type="button" on:click=cancel>"Cancel"</button>
            </div>
        </form>
    })
}
