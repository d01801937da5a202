//! The records behind a measure's figures: what people differ on among them, where they are stated, and their histories.

use leptos::prelude::*;

use crate::analysis::measures::partners;
use crate::domain::measure::MeasureId;
use crate::domain::reading::{BaselineId, ReadingsId, TargetsId};
use crate::domain::source::Source;
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::route::{HistoryState, Route};
use crate::session::use_session;
use crate::views::pages::measures::KINDS;
use crate::views::parts::conflicts::Conflicts;
use crate::words;

/// A record of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Held {
    subject: Subject,
    name: String,
    source: Option<String>,
    is_disputed: bool,
}

/// The records of a year, each with its source and the way to its history; disputes stand above them to be settled.
#[component]
pub fn FigureRecords(
    /// Of which measure.
    id: MeasureId,
    /// In which year.
    year: Memo<Option<FinancialYear>>,
) -> impl IntoView {
    let held =
        use_session().select(KINDS, move |workspace, _| year.get().map(|year| held(workspace, &id, year)).unwrap_or_default());
    let disputed = Memo::new(move |_| {
        held.with(|held| held.iter().filter(|one| one.is_disputed).map(|one| one.subject.clone()).collect::<Vec<_>>())
    });
    let item = |one: &Held| {
        let to = Route::History(HistoryState { of: Some(one.subject.clone()), ..HistoryState::default() }).to_string();
        let source = one.source.clone().map(|source| format!(" ({source})"));
        view! { <li class="results__item"><a class="results__link" href=to>"History of "{one.name.clone()}</a>{source}</li> }
    };
    view! {
        <For each=move || disputed.get() key=Clone::clone let:subject><Conflicts subject=subject /></For>
        <Show when=move || held.with(|held| !held.is_empty())>
            <section aria-labelledby="records-head">
                <h2 id="records-head">"Where the figures come from"</h2>
                <ul class="results">{move || held.with(|held| held.iter().map(item).collect_view())}</ul>
            </section>
        </Show>
    }
}

fn held(workspace: &Workspace, id: &MeasureId, year: FinancialYear) -> Vec<Held> {
    let Some(measure) = workspace.measures.get(id) else { return Vec::new() };
    let of_partner = |partner| {
        [
            BaselineId::of(id, &partner).as_ref().map(Subject::from),
            TargetsId::of(id, year, &partner).as_ref().map(Subject::from),
            ReadingsId::of(id, year, &partner).as_ref().map(Subject::from),
        ]
    };
    let records = partners(workspace, measure, year).into_iter().flat_map(of_partner).flatten();
    let one = |subject: Subject| {
        let thing = workspace.thing(&subject)?;
        Some(Held {
            name: words::name(workspace, &subject),
            source: source(&thing).map(words::source::source),
            is_disputed: !workspace.marks(subject.as_str()).is_empty(),
            subject,
        })
    };
    records.filter_map(one).collect()
}

fn source(thing: &Thing) -> Option<&Source> {
    match thing {
        Thing::Baseline(baseline) => baseline.source.as_ref(),
        Thing::Targets(targets) => targets.source.as_ref(),
        Thing::Readings(readings) => readings.source.as_ref(),
        _ => None,
    }
}
