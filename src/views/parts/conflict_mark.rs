//! A mark beside what is in force and not agreed, with the way to where it is settled.

use leptos::prelude::*;

use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Mark;
use crate::route::{ConflictsState, Route};
use crate::session::use_session;

/// Shown only where people wrote different values: of the record, or of one field of it.
#[component]
pub fn ConflictMark(
    /// The record.
    record: Subject,
    /// The field, in the words of the screen; any field where unstated.
    #[prop(optional, into)]
    field: Option<String>,
) -> impl IntoView {
    let to = Route::Conflicts(ConflictsState { of: Some(record.clone()) });
    let kind = Kind::from_key(record.kind());
    let called = field.clone();
    let is_meant =
        move |known: &str| field.as_deref().is_none_or(|field| kind.is_some_and(|kind| kind.field_label(known) == field));
    let differs = use_session().select(Kind::ALL, move |workspace, _| {
        workspace.marks(record.as_str()).iter().any(|mark| matches!(mark, Mark::Conflict { field } if is_meant(field)))
    });
    let hidden = called.map_or_else(|| " about this".to_owned(), |field| format!(" for {field}"));
    view! {
        <Show when=move || differs.get()>
            " "<a class="conflict-mark" href=to.to_string()>"In conflict"<span class="visually-hidden">{hidden.clone()}</span></a>
        </Show>
    }
}

/// Whose facts the ones below are, so that each can be marked.
#[derive(Clone)]
pub struct FactsOf(pub Subject);
