//! One phase: its dates, the first ones where they were moved, and its objective.

use leptos::prelude::*;

use crate::domain::programme::{Phase, PhaseId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::pages::programme::phase_form::EditPhase;
use crate::views::parts::conflict_mark::ConflictMark;
use crate::views::parts::edit_button::EditButton;
use crate::views::parts::notes::NotesFold;
use crate::words;

/// A line of the list, with its form in place while it is edited.
#[component]
pub fn PhaseItem(
    /// Which.
    id: PhaseId,
) -> impl IntoView {
    let session = use_session();
    let subject = Subject::from(&id);
    let open = RwSignal::new(false);
    let phase = {
        let id = id.clone();
        session.select(&[Kind::Phase], move |workspace, _| workspace.phases.get(&id).cloned())
    };
    let called = {
        let subject = subject.clone();
        session.select(&[Kind::Phase], move |workspace, _| words::name(workspace, &subject))
    };
    let text = move |pick: fn(&Phase) -> Option<String>| move || phase.with(|phase| pick(phase.as_ref()?));
    let is_moved = move || phase.with(|phase| phase.as_ref().is_some_and(|phase| phase.amended.is_some()));
    let first = text(|phase| phase.term.as_ref().map(|term| words::sentence(&words::date::term(term))));
    let now = text(|phase| phase.amended.as_ref().map(|amended| format!("by {}", words::date::long(amended.date))));
    let from = text(|phase| phase.term.as_ref()?.from.map(|from| format!("From {} to ", words::date::long(from))));
    let until = text(|phase| phase.term.as_ref()?.to.map(words::date::long));
    let amended = text(|phase| phase.amended.as_ref().map(|amended| words::date::long(amended.date)));
    // Only the end is ever moved, so only the end is crossed out.
    let dates = move || match (first(), now()) {
        (Some(_), Some(_)) => {
            let until = until()
                .map(|until| view! { <span class="steps__was"><span class="visually-hidden">"first "</span>{until}</span> " " });
            match from() {
                Some(from) => view! { {from} {until} {amended()} }.into_any(),
                None => view! { "By " {until} {amended()} }.into_any(),
            }
        }
        (Some(first), None) => first.into_any(),
        (None, Some(now)) => words::sentence(&now).into_any(),
        (None, None) => "No date stated".into_any(),
    };
    let authority = text(|phase| phase.amended.as_ref().map(|amended| format!("Amended: {}", amended.authority)));
    let notes = [text(|phase| phase.objective.clone()), text(|phase| phase.source.as_ref().map(words::source::source))];
    let form = move || view! { <EditPhase id=id.clone() open=open /> };
    view! {
        <li class="steps__item">
            <span class="steps__when">{dates}</span>
            <br />
            <b>{called}</b><ConflictMark record=subject.clone() />
            {notes.map(|note| move || note().map(|note| view! { <span class="steps__note">{note}</span> })).collect_view()}
            <Show when=is_moved><span class="steps__note">{authority}</span></Show>
            <div class="buttons"><EditButton record=subject.clone() called=called open=open /></div>
            <NotesFold about=subject.clone() called=called />
            <Show when=move || open.get()>{form.clone()}</Show>
        </li>
    }
}
