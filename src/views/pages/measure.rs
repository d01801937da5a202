//! One measure: its chart and figures for each council, the rule by which it is judged, and all that happened to it.

pub mod edit;
mod facts;
mod fields;
mod figure;
mod records;
mod table;

use leptos::prelude::*;

use crate::analysis::measures::years;
use crate::domain::measure::{Measure, MeasureId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::route::{EnterState, MeasuresState, Route};
use crate::session::{Request, use_session};
use crate::views::here::use_route;
use crate::views::pages::measure::edit::EditMeasure;
use crate::views::pages::measure::facts::MeasureFacts;
use crate::views::pages::measure::figure::MeasureFigure;
use crate::views::pages::measure::records::FigureRecords;
use crate::views::parts::conflict_mark::FactsOf;
use crate::views::parts::conflicts::Conflicts;
use crate::views::parts::exempt::{ExemptButton, ExemptMark};
use crate::views::parts::gone::Gone;
use crate::views::parts::notes::Notes;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PapersAround;
use crate::views::parts::segments::Segments;
use crate::views::parts::trail::Trail;
use crate::views::parts::withdraw::Withdraw;
use crate::words;

/// The page of a measure; of one that is out of use, what became of it.
#[component]
pub fn MeasurePage(
    /// Which.
    id: MeasureId,
) -> impl IntoView {
    let session = use_session();
    let id = StoredValue::new(id);
    let measure = session.select(&[Kind::Measure], move |workspace, _| id.with_value(|id| workspace.measures.get(id).cloned()));
    let is_here = Memo::new(move |_| measure.with(Option::is_some));
    move || {
        if is_here.get() {
            view! { <Whole id=id.get_value() measure=measure /> }.into_any()
        } else {
            view! { <Gone subject=Subject::from(&id.get_value()) up=(all_measures(), "All measures") /> }.into_any()
        }
    }
}

#[component]
fn Whole(id: MeasureId, measure: Memo<Option<Measure>>) -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let subject = StoredValue::new(Subject::from(&id));
    provide_context(FactsOf(subject.get_value()));
    let editing = RwSignal::new(false);
    let called =
        session.select(&[Kind::Measure], move |workspace, _| subject.with_value(|subject| words::name(workspace, subject)));
    let chosen = move || route.with(|route| if let Route::Measure(_, year) = route { *year } else { None });
    let current = session.select(&[Kind::About], Workspace::current_year);
    let year = Memo::new(move |_| chosen().or(current.get()));
    let edited = Callback::new(move |()| {
        editing.set(false);
        session.request(Request::Focus("page-title".to_owned()));
    });
    let withdrawn = Callback::new(move |()| {
        session.say("The measure is withdrawn.");
        session.request(Request::Focus("page-title".to_owned()));
    });
    let enter = move || {
        let service = measure.with(|measure| measure.as_ref().and_then(|measure| measure.service.clone()));
        Route::Enter(EnterState { service, year: chosen(), ..EnterState::default() }).to_string()
    };
    let ways = session.select(&[Kind::Readings, Kind::Targets, Kind::About], move |workspace, _| {
        let years = years(workspace, year.get().into_iter().chain(current.get()));
        years.into_iter().map(|year| (year.to_string(), year.to_string())).collect::<Vec<_>>()
    });
    let to = {
        let id = id.clone();
        Callback::new(move |key: String| Route::Measure(id.clone(), FinancialYear::parse(&key).ok()))
    };
    let shown = move || year.get().map(|year| year.to_string()).unwrap_or_default();
    let form = {
        let id = id.clone();
        move || view! { <EditMeasure id=id.clone() on_close=edited /> }
    };
    let facts = {
        let id = id.clone();
        move || view! { <MeasureFacts id=id.clone() measure=measure /> }
    };
    view! {
        <PageHead title=called up=(all_measures(), "All measures")>
            <a class="button" href=enter>"Enter figures"</a>
            <button class="button button--quiet" type="button" aria-expanded=move || editing.get().to_string() on:click=move |_| editing.update(|editing| *editing = !*editing)>"Edit"</button>
            <ExemptButton record=subject.get_value() called=called />
            <Withdraw record=subject.get_value() called=called.get_untracked() on_done=withdrawn />
        </PageHead>
        <ExemptMark record=subject.get_value() />
        <Conflicts subject=subject.get_value() />
        <Show when=move || editing.get() fallback=facts>{form.clone()}</Show>
        <section aria-labelledby="figures-head">
            <h2 id="figures-head">"Figures"</h2>
            <Segments label="Year" ways=ways chosen=Signal::derive(shown) to=to />
            <MeasureFigure id=id.clone() year=year />
        </section>
        <FigureRecords id=id year=year />
        <PapersAround record=subject.get_value() />
        <Trail subject=subject.get_value() />
        <Notes about=subject.get_value() />
    }
}

fn all_measures() -> Route {
    Route::Measures(MeasuresState::default())
}
