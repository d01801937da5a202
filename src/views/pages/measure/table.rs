//! The figures of a measure's year: periods down the side, councils across, what the year comes to below.

use leptos::prelude::*;

use crate::analysis::measures::{PeriodCell, PeriodRow, Periods, by_period};
use crate::domain::measure::MeasureId;
use crate::domain::year::FinancialYear;
use crate::session::use_session;
use crate::views::pages::measures::KINDS;
use crate::views::parts::rag::RagMark;
use crate::words;

/// As many councils as are drawn above.
#[component]
pub fn PeriodsTable(
    /// Which.
    id: MeasureId,
    /// In which year.
    year: Memo<Option<FinancialYear>>,
    /// What is drawn.
    #[prop(into)]
    caption: Signal<String>,
    /// How many councils are shown.
    limit: RwSignal<usize>,
) -> impl IntoView {
    let periods = use_session().select(KINDS, move |workspace, _| {
        let measure = workspace.measures.get(&id)?;
        Some(by_period(workspace, measure, year.get()?))
    });
    move || periods.with(|periods| periods.as_ref().map(|periods| table(periods, caption, limit.get())))
}

fn table(periods: &Periods, caption: Signal<String>, limit: usize) -> impl IntoView + use<> {
    let names: Vec<String> = periods.heads.iter().take(limit).map(|(_, name)| name.clone()).collect();
    let heads = names.iter().map(|name| view! { <th scope="col" role="columnheader">{name.clone()}</th> }).collect_view();
    let row = |row: &PeriodRow| {
        let cells =
            names.iter().zip(&row.cells).map(|(name, cell)| view! { <td role="cell" data-label=name.clone()>{shown(cell)}</td> });
        view! { <tr role="row"><th scope="row" role="rowheader">{row.name.clone()}</th>{cells.collect_view()}</tr> }
    };
    let total = |(what, of): &(&'static str, Vec<Option<String>>)| {
        let cells = names
            .iter()
            .zip(of)
            .map(|(name, text)| view! { <td role="cell" data-label=name.clone()>{stated(text.clone())}</td> });
        view! { <tr role="row"><th scope="row" role="rowheader">{*what}</th>{cells.collect_view()}</tr> }
    };
    view! {
        <div class="table-box table-box--scroll" role="region" aria-label="The same figures as a table" tabindex="0">
            <table class="table table--stack" role="table">
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr role="row"><th scope="col" role="columnheader">"Period"</th>{heads}</tr></thead>
                <tbody>{periods.rows.iter().map(row).collect_view()}</tbody>
                <tfoot>{periods.totals.iter().map(total).collect_view()}</tfoot>
            </table>
        </div>
    }
}

fn shown(cell: &PeriodCell) -> impl IntoView + use<> {
    let reading = match cell.reading.clone() {
        Some(reading) => reading.into_any(),
        None => view! { <span class="not-stated">{words::NO_READING}</span> }.into_any(),
    };
    let light = cell.judgement.ok().map(|judged| view! { " " <RagMark rag=Some(judged.light) /> });
    let target = cell.target.clone().map(|target| view! { <span class="table__note">{format!("target {target}")}</span> });
    let note = cell.note.clone().map(|note| view! { <span class="table__note">{note}</span> });
    view! { {reading}{light}{target}{note} }
}

fn stated(text: Option<String>) -> AnyView {
    match text {
        Some(text) => text.into_any(),
        None => view! { <span class="not-stated">{words::NOT_STATED}</span> }.into_any(),
    }
}
