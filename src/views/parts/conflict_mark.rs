//! A mark beside a record in a list on which people differ.

use leptos::prelude::*;

use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Mark;
use crate::session::use_session;

/// Shown only where a field of the record has two values; its form is where they are settled.
#[component]
pub fn ConflictMark(
    /// The record.
    record: Subject,
) -> impl IntoView {
    let differs = use_session().select(Kind::ALL, move |workspace, _| {
        workspace.marks(record.as_str()).iter().any(|mark| matches!(mark, Mark::Conflict { .. }))
    });
    view! { <Show when=move || differs.get()>" "<span class="flag">"Two values: edit to settle"</span></Show> }
}
