//! Programmes that were taken out of use: their services and figures name them still, and lead here.

use leptos::prelude::*;

use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::session::{Open, use_session};
use crate::views::parts::gone::{Known, known, put_back};

/// Each with who withdrew it and why, and the way back.
#[component]
pub fn WithdrawnProgrammes() -> impl IntoView {
    let session = use_session();
    let all = session.select_open(&[Kind::Programme], |open| open.map(withdrawn).unwrap_or_default());
    let one = move |(subject, Known { called, says, why }): (Subject, Known)| {
        let hidden = format!(" {called}");
        view! {
            <div class="empty">
                <h3>{called}</h3>
                <p class="empty__says">{says}</p>
                {why.map(|why| view! { <p class="empty__why">{why}</p> })}
                <div class="empty__actions">
                    <button class="button" type="button" on:click=move |_| put_back(session, subject.clone())>"Put it back"<span class="visually-hidden">{hidden}</span></button>
                </div>
            </div>
        }
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <section aria-labelledby="withdrawn-head">
                <h2 id="withdrawn-head">"Withdrawn"</h2>
                {move || all.get().into_iter().map(one).collect_view()}
            </section>
        </Show>
    }
}

fn withdrawn(open: &Open) -> Vec<(Subject, Known)> {
    let programmes = open.workspace.withdrawn.keys().filter(|subject| subject.kind() == Kind::Programme.key());
    programmes.filter_map(|subject| Some((subject.clone(), known(open, subject)?))).collect()
}
