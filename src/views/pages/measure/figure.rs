//! A measure's year: a line for each council with its sentence, then the same figures as a table.

use leptos::prelude::*;

use crate::analysis::measures::{Panel, picture};
use crate::domain::measure::MeasureId;
use crate::domain::partner::PartnerId;
use crate::domain::year::FinancialYear;
use crate::session::use_session;
use crate::views::charts::measure_chart::{MeasureChart, MeasureKey};
use crate::views::pages::measure::table::PeriodsTable;
use crate::views::pages::measures::KINDS;
use crate::views::parts::more::More;

/// As many lines as are drawn at first.
const AT_FIRST: usize = 8;

/// The chart and its table.
#[component]
pub fn MeasureFigure(
    /// Which.
    id: MeasureId,
    /// In which year.
    year: Memo<Option<FinancialYear>>,
) -> impl IntoView {
    let session = use_session();
    let of = id.clone();
    let drawn =
        session.select(KINDS, move |workspace, today| Some(picture(workspace, workspace.measures.get(&of)?, year.get()?, today)));
    let caption = Memo::new(move |_| drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.caption.clone())).unwrap_or_default());
    let is_running = Memo::new(move |_| drawn.with(|drawn| drawn.as_ref().is_some_and(|drawn| drawn.is_running)));
    let limit = RwSignal::new(AT_FIRST);
    let total = Memo::new(move |_| drawn.with(|drawn| drawn.as_ref().map_or(0, |drawn| drawn.panels.len())));
    let more = move || total.get().saturating_sub(limit.get());
    let shown = Memo::new(move |_| {
        let whose = |panel: &Panel| panel.partner.clone();
        drawn.with(|drawn| drawn.iter().flat_map(|drawn| drawn.panels.iter().take(limit.get()).map(whose)).collect::<Vec<_>>())
    });
    let panel = move |partner: PartnerId| {
        let panel = Memo::new(move |_| {
            drawn.with(|drawn| {
                drawn.as_ref().and_then(|drawn| drawn.panels.iter().find(|panel| panel.partner == partner).cloned())
            })
        });
        view! { <OnePanel panel=panel /> }
    };
    view! {
        <Show when=move || { total.get() > 0 } fallback=|| view! { <p>"No council takes part in this service yet, so that nobody has figures. Say on the service's page who takes part."</p> }>
            <figure class="figure">
                <figcaption class="figure__caption">{caption}</figcaption>
                <Show when=move || is_running.get()><p class="figure__says">"Readings are added up as the year goes on; where one is missing the line breaks and the total goes on from the next."</p></Show>
                <MeasureKey />
                <div class="panels">
                    <For each=move || shown.get() key=Clone::clone children=panel />
                </div>
                <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("council", "councils") />
            </figure>
            <PeriodsTable id=id.clone() year=year caption=caption limit=limit />
        </Show>
    }
}

#[component]
fn OnePanel(panel: Memo<Option<Panel>>) -> impl IntoView {
    let called = move || panel.with(|panel| panel.as_ref().map(|panel| panel.called.clone()));
    let says = move || panel.with(|panel| panel.as_ref().map(|panel| panel.says.clone()));
    view! {
        <section class="panels__one">
            <h3>{called}</h3>
            <p class="figure__says">{says}</p>
            <MeasureChart panel=panel />
        </section>
    }
}
