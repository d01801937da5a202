//! Programmes: what they are for, their phases and milestones, and who gives money towards them.

mod edit;
mod fields;
mod funding;
mod one;
mod phase;
mod phase_form;
mod phases;
mod withdrawn;

use leptos::prelude::*;

use crate::analysis::programmes::overdue;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::pages::programme::edit::AddProgramme;
use crate::views::pages::programme::one::OneProgramme;
use crate::views::pages::programme::withdrawn::WithdrawnProgrammes;
use crate::views::parts::empty::Empty;
use crate::views::parts::more::More;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::record_choice::programmes;
use crate::words;

const AT_FIRST: usize = 10;

/// Every programme, one under the other.
#[component]
pub fn ProgrammePage() -> impl IntoView {
    let session = use_session();
    let reading = session.reading();
    let limit = RwSignal::new(AT_FIRST);
    let all = session.select(&[Kind::Programme], |workspace, _| {
        let named = programmes(workspace).into_iter();
        named.filter_map(|(id, _)| crate::domain::programme::ProgrammeId::try_from(id).ok()).collect::<Vec<_>>()
    });
    let shown = Memo::new(move |_| all.with(|all| all.iter().take(limit.get()).cloned().collect::<Vec<_>>()));
    let more = move || all.with(Vec::len).saturating_sub(limit.get());
    let overdue = session.select(&[Kind::Milestone, Kind::Phase, Kind::Programme, Kind::About], |workspace, today| {
        overdue(workspace, workspace.reading(today))
    });
    let lede = move || {
        let (many, late) = (all.with(Vec::len), overdue.get());
        let programmes = words::sentence(&words::count(many, "programme", "programmes"));
        let late = match late {
            _ if many == 0 => return Some(format!("As at {}. {programmes}.", words::date::long(reading.get()))),
            0 => "No milestone of theirs is overdue.".to_owned(),
            1 => "1 milestone of theirs is overdue.".to_owned(),
            late => format!("{} milestones of theirs are overdue.", words::number(late as u64)),
        };
        Some(format!("As at {}. {programmes}. {late}", words::date::long(reading.get())))
    };
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let adding = RwSignal::new(false);
    view! {
        <PageHead title="Programme" lede=Signal::derive(lede)>
            <button class="button" type="button" id="add-programme" aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add a programme"</button>
            <a class="button button--quiet" href=Route::Commitments(None).to_string()>"Commitments"</a>
        </PageHead>
        <Show when=move || adding.get()><AddProgramme adding=adding /></Show>
        <Show when=move || !is_empty.get() fallback=|| view! { <Empty says="No programmes have been recorded." why="A programme is what several councils have set out to do together. Add the first one above." /> }>
            <For each=move || shown.get() key=Clone::clone let:id><OneProgramme id=id /></For>
            <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("programme", "programmes") />
        </Show>
        <WithdrawnProgrammes />
    }
}
