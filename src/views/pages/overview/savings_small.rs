//! Savings in small, on the way to their page.

use leptos::prelude::*;

use crate::analysis::savings::SavingsQuestion;
use crate::analysis::telling::{self, Picture};
use crate::domain::money::Basis;
use crate::domain::year::FinancialYear;
use crate::route::{Route, SavingsState};
use crate::session::use_session;
use crate::views::charts::savings_chart::SavingsChart;
use crate::views::pages::savings::looking::{KINDS, ask};
use crate::views::pages::savings::years_table::YearsTable;

/// The chart by partner with its sentence.
#[component]
pub fn SavingsSmall() -> impl IntoView {
    let session = use_session();
    let question = session.select_open(KINDS, |open| {
        SavingsQuestion::savings(open.map_or(Basis::Forecast, |open| telling::usual_basis(open.ledger())))
    });
    let answer = session.select_open(KINDS, move |open| question.with(|question| ask(open, question)));
    let picture = session.select(KINDS, move |workspace, _| {
        answer.with(|answer| question.with(|question| Picture::of(workspace, question, answer)))
    });
    let says = session.select(KINDS, move |workspace, today| {
        answer.with(|answer| {
            let year = telling::focus(answer, None, workspace.current_year(today));
            picture.with(|picture| telling::sentence(workspace, picture, answer, year, None))
        })
    });
    let caption = Memo::new(move |_| {
        let basis = question.with(|question| question.basis.map(Basis::label)).unwrap_or_default();
        format!("Savings by year and partner, {}", basis.to_lowercase())
    });
    let to = Callback::new(|(year, mark): (FinancialYear, Option<String>)| {
        Route::Savings(SavingsState { year: Some(year), mark, ..SavingsState::default() }).to_string()
    });
    let is_empty = Memo::new(move |_| picture.with(|picture| picture.columns.is_empty()));
    view! {
        <figure class="figure">
            <figcaption class="figure__caption" id="savings-small">{caption}</figcaption>
            <p class="figure__says">{says}</p>
            <Show when=move || !is_empty.get()>
                <SavingsChart picture=picture labelled_by="savings-small" to=to chosen=Signal::derive(|| None) />
                <YearsTable picture=picture caption=caption />
            </Show>
            <p><a class="link--alone" href=Route::Savings(SavingsState::default()).to_string()>"Open savings"</a></p>
        </figure>
    }
}
