//! One programme: aims, phases, milestones, funding, notes and history.

use leptos::prelude::*;

use crate::analysis::programmes::phases_of;
use crate::domain::programme::ProgrammeId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{Route, ServicesState};
use crate::session::{Request, use_session};
use crate::views::pages::programme::edit::EditProgramme;
use crate::views::pages::programme::funding::Funding;
use crate::views::pages::programme::phases::Phases;
use crate::views::parts::conflict_mark::FactsOf;
use crate::views::parts::conflicts::Conflicts;
use crate::views::parts::edit_button::EditButton;
use crate::views::parts::fact::Fact;
use crate::views::parts::milestones::Milestones;
use crate::views::parts::notes::Notes;
use crate::views::parts::paper_key::PapersAround;
use crate::views::parts::trail::Trail;
use crate::views::parts::withdraw::Withdraw;
use crate::words;

/// A programme under its own heading.
#[component]
pub fn OneProgramme(
    /// Which.
    id: ProgrammeId,
) -> impl IntoView {
    let session = use_session();
    let subject = StoredValue::new(Subject::from(&id));
    let head = format!("programme-{}", id.rest().replace('/', "-"));
    provide_context(FactsOf(subject.get_value()));
    let editing = RwSignal::new(false);
    let programme = {
        let id = id.clone();
        session.select(&[Kind::Programme], move |workspace, _| workspace.programmes.get(&id).cloned())
    };
    let called =
        session.select(&[Kind::Programme], move |workspace, _| subject.with_value(|subject| words::name(workspace, subject)));
    let aims = Memo::new(move |_| {
        programme.with(|programme| programme.as_ref().and_then(|programme| programme.aims.clone()).unwrap_or_default())
    });
    let lead = Signal::derive(move || programme.with(|programme| programme.as_ref()?.lead.clone()));
    let source =
        Signal::derive(move || programme.with(|programme| programme.as_ref()?.source.as_ref().map(words::source::source)));
    let services = {
        let id = id.clone();
        session.select(&[Kind::Service], move |workspace, _| {
            workspace.services.values().filter(|service| service.programme.as_ref() == Some(&id)).count()
        })
    };
    let to_services = Route::Services(ServicesState { programme: Some(id.clone()), stage: None });
    let has = Signal::derive(move || Some(words::count(services.get(), "service", "services")));
    let withdrawn = Callback::new(move |()| {
        session.say("The programme is withdrawn.");
        session.request(Request::Focus("page-title".to_owned()));
    });
    let milestones_of = {
        let id = id.clone();
        let phases = session.select(&[Kind::Phase], move |workspace, _| phases_of(workspace, &id));
        Signal::derive(move || {
            std::iter::once(subject.get_value()).chain(phases.get().iter().map(Subject::from)).collect::<Vec<_>>()
        })
    };
    let form = {
        let id = id.clone();
        move || view! { <EditProgramme id=id.clone() open=editing /> }
    };
    let heading = head.clone();
    view! {
        <section aria-labelledby=heading>
            <div class="head">
                <div class="head__words"><h2 id=head>{called}</h2></div>
                <div class="head__actions">
                    <EditButton record=subject.get_value() called=called open=editing />
                    <Withdraw record=subject.get_value() called=called.get_untracked() on_done=withdrawn class="button button--danger-quiet button--small" />
                </div>
            </div>
            <Show when=move || !editing.get() fallback=form>
                <Conflicts subject=subject.get_value() />
                <h3>"Aims"</h3>
                <Show when=move || aims.with(|aims| !aims.is_empty()) fallback=|| view! { <p class="not-stated">{words::NOT_STATED}</p> }>
                    <div class="prose"><ul>{move || aims.get().into_iter().map(|aim| view! { <li>{aim}</li> }).collect_view()}</ul></div>
                </Show>
                <dl class="facts">
                    <Fact term="Led by" value=lead />
                    <Fact term="Services" value=has to=Signal::stored(Some(to_services.clone())) />
                    <Fact term="Source" value=source />
                </dl>
            </Show>
            <div class="pair">
                <div><h3>"Phases"</h3><Phases of=id.clone() /></div>
                <div><h3>"Milestones"</h3><Milestones of=milestones_of empty="No milestone is stated." /></div>
            </div>
            <h3>"Outside funding"</h3>
            <Funding of=id />
            <PapersAround record=subject.get_value() />
            <details class="fold">
                <summary class="fold__head">"History and notes of "{called}</summary>
                <Notes about=subject.get_value() /><Trail subject=subject.get_value() />
            </details>
        </section>
    }
}
