//! The phases of a programme, along time.

use leptos::prelude::*;

use crate::analysis::programmes::phases_of;
use crate::domain::programme::ProgrammeId;
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::pages::programme::phase::PhaseItem;
use crate::views::pages::programme::phase_form::AddPhase;

/// A line for each phase, with ways to add and change them.
#[component]
pub fn Phases(
    /// Of which programme.
    of: ProgrammeId,
) -> impl IntoView {
    let session = use_session();
    let adding = RwSignal::new(false);
    let button = format!("add-phase-{}", of.rest().replace('/', "-"));
    let all = {
        let of = of.clone();
        session.select(&[Kind::Phase], move |workspace, _| phases_of(workspace, &of))
    };
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let form = {
        let button = button.clone();
        move || view! { <AddPhase of=of.clone() back=button.clone() adding=adding /> }
    };
    view! {
        <Show when=move || is_empty.get()><p class="not-stated">"No phase is stated."</p></Show>
        <ol class="steps"><For each=move || all.get() key=Clone::clone let:id><PhaseItem id=id /></For></ol>
        <div class="buttons">
            <button class="button button--quiet button--small" type="button" id=button aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add a phase"</button>
        </div>
        <Show when=move || adding.get()>{form.clone()}</Show>
    }
}
