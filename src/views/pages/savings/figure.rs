//! The chart with its caption, its sentence, its table and the ways to take it along.

use leptos::prelude::*;

use crate::analysis::telling;
use crate::domain::year::FinancialYear;
use crate::route::By;
use crate::session::{Picture, Request, use_session};
use crate::views::charts::savings_chart::SavingsChart;
use crate::views::pages::savings::looking::{KINDS, Looking};
use crate::views::pages::savings::years_table::YearsTable;

/// Savings by year.
#[component]
pub fn SavingsFigure(
    /// What is looked at.
    looking: Looking,
) -> impl IntoView {
    let session = use_session();
    let caption = Memo::new(move |_| {
        let by = looking.state.with(|state| match state.by() {
            By::Partner => "partner",
            By::Service => "service",
            By::Programme => "programme",
        });
        let view = looking.state.with(|state| state.view().label().to_lowercase());
        format!("Savings by year and {by}, {view}, {}", looking.basis.get().label().to_lowercase())
    });
    let says = session.select(KINDS, move |workspace, _| {
        let mark = looking.state.with(|state| state.year.and(state.mark.clone()));
        looking.picture.with(|picture| {
            looking.answer.with(|answer| telling::sentence(workspace, picture, answer, looking.year.get(), mark.as_deref()))
        })
    });
    let chosen = looking.mark();
    let to = Callback::new(move |(year, mark): (FinancialYear, Option<String>)| {
        let is_same = chosen.with(|chosen| chosen.as_ref() == Some(&(year, mark.clone())));
        looking
            .with(|state| {
                // Choosing what is chosen lets go of it.
                state.year = Some(year).filter(|_| !is_same);
                state.mark = mark.filter(|_| !is_same);
                state.line = None;
            })
            .to_string()
    });
    let save = move |form: Picture| {
        let name =
            looking.year.get_untracked().map(|year| format!("-{}", year.to_string().replace('/', "-"))).unwrap_or_default();
        let name = format!("savings-{}{name}", looking.basis.get_untracked().key());
        session.request(Request::SavePicture { element: "savings-chart".to_owned(), name, form });
    };
    let is_empty = Memo::new(move |_| looking.picture.with(|picture| picture.columns.is_empty()));
    view! {
        <figure class="figure">
            <figcaption class="figure__caption" id="savings-caption">{caption}</figcaption>
            <p class="figure__says" role="status">{says}</p>
            <Show when=move || !is_empty.get()>
                <div id="savings-chart"><SavingsChart picture=looking.picture labelled_by="savings-caption" to=to chosen=chosen /></div>
                <YearsTable picture=looking.picture caption=caption />
                <div class="figure__actions">
                    <button class="button button--plain button--small" type="button" on:click=move |_| save(Picture::Svg)>"Save as SVG"</button>
                    <button class="button button--plain button--small" type="button" on:click=move |_| save(Picture::Png)>"Save as PNG"</button>
                </div>
            </Show>
        </figure>
    }
}
