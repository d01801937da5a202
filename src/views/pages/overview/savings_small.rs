//! Savings in small, on the way to their page.

use leptos::prelude::*;

use crate::analysis::savings::SavingsQuestion;
use crate::analysis::telling;
use crate::domain::money::Basis;
use crate::route::{Route, SavingsState};
use crate::session::use_session;
use crate::views::charts::savings_chart::{Mark, SavingsChart};
use crate::views::pages::savings::looking::{KINDS, ask, drawn};
use crate::views::pages::savings::years_table::YearsTable;

/// The chart by partner with its sentence.
#[component]
pub fn SavingsSmall() -> impl IntoView {
    let session = use_session();
    let question = session.select_open(KINDS, |open| {
        SavingsQuestion::savings(open.map_or(Basis::Forecast, |open| telling::usual_basis(open.ledger())))
    });
    let answer = session.select_open(KINDS, move |open| question.with(|question| ask(open, question)));
    let beside = session.select_open(KINDS, move |open| telling::usual_beside(open?.ledger(), question.get().basis?));
    let picture = drawn(session, question, answer, beside);
    let says = session.select(KINDS, move |workspace, today| {
        answer.with(|answer| {
            let year = telling::focus(answer, None, workspace.current_year(today));
            picture.with(|picture| {
                let sum = telling::sentence(workspace, picture, answer, year, None);
                std::iter::once(sum).chain(telling::beside(picture, year, None)).collect::<Vec<_>>().join(" ")
            })
        })
    });
    let caption = Memo::new(move |_| {
        let basis = question.with(|question| question.basis.map(Basis::label)).unwrap_or_default();
        let beside = beside.get().map(|basis| format!(" with {} beside it", basis.label().to_lowercase()));
        format!("Savings by year and partner, {}{}", basis.to_lowercase(), beside.unwrap_or_default())
    });
    let to = Callback::new(move |mark: Mark| {
        let basis = mark.basis.filter(|basis| beside.get() == Some(*basis));
        Route::Savings(SavingsState { basis, year: Some(mark.year), mark: mark.group, ..SavingsState::default() }).to_string()
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
            <p class="figure__actions"><a class="link--alone" href=Route::Savings(SavingsState::default()).to_string()>"Open savings"</a></p>
        </figure>
    }
}
