//! A service's money as a treasurer follows it: budget and outturn by council, what is spent once, what selling it brings.

use leptos::prelude::*;

use crate::analysis::depth::{Outturn, Sold, outturn, over_says, paybacks, sold, sold_says};
use crate::analysis::life::payback_says;
use crate::domain::pence::Pence;
use crate::domain::service::ServiceId;
use crate::domain::year::FinancialYear;
use crate::route::{LadderState, Route};
use crate::session::use_session;
use crate::views::pages::ladder::KINDS;
use crate::words;

/// Each council's budget, forecast and outturn of the chosen kind and year, over or under.
#[component]
pub fn Outturns(
    /// Of which service.
    id: ServiceId,
    /// What the address chooses.
    state: Memo<LadderState>,
    /// The year that is looked at.
    year: Memo<Option<FinancialYear>>,
) -> impl IntoView {
    let rows = use_session().select_open(KINDS, move |open| {
        let (Some(open), Some(year), kind) = (open, year.get(), state.with(LadderState::kind)) else { return Vec::new() };
        outturn(&open.workspace, open.ledger(), &id, kind, year)
    });
    let head = move || {
        let (kind, year) = (state.with(LadderState::kind).label().to_lowercase(), year.get());
        format!("Budget and outturn by council: {kind}{}", year.map(|year| format!(", {year}")).unwrap_or_default())
    };
    let row = |row: Outturn| {
        let says = over_says(&row);
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{row.whose}</th>
                {cell("Budget", row.budget)}
                {cell("Forecast", row.forecast)}
                {cell("Actual", row.actual)}
                <td role="cell" class="number" data-label="Over or under budget">{says}</td>
            </tr>
        }
    };
    view! {
        <section aria-labelledby="outturn-head">
            <h2 id="outturn-head">{head}</h2>
            <Show when=move || !rows.with(Vec::is_empty) fallback=|| view! { <p class="not-stated">"Neither a budget nor a forecast nor an outturn is stated for this year."</p> }>
                <div class="table-box">
                    <table class="table table--stack" role="table">
                        <caption class="table__caption">"Each basis for itself; over or under is the outturn less the budget"</caption>
                        <thead>
                            <tr role="row">
                                <th scope="col" role="columnheader">"Whose"</th>
                                <th scope="col" role="columnheader" class="number">"Budget"</th>
                                <th scope="col" role="columnheader" class="number">"Forecast"</th>
                                <th scope="col" role="columnheader" class="number">"Actual"</th>
                                <th scope="col" role="columnheader" class="number">"Over or under budget"</th>
                            </tr>
                        </thead>
                        <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </Show>
        </section>
    }
}

fn cell(head: &'static str, amount: Option<Pence>) -> impl IntoView {
    let says = amount.map_or_else(|| words::NOT_STATED.to_owned(), words::money::exact);
    view! { <td role="cell" class="number" data-label=head><span class:not-stated=amount.is_none()>{says}</span></td> }
}

/// What is spent once on each basis, and when it is back.
#[component]
pub fn Paybacks(
    /// Of which service.
    id: ServiceId,
) -> impl IntoView {
    let items = use_session().select_open(KINDS, move |open| {
        let all = open.map(|open| paybacks(&open.workspace, open.ledger(), &id)).unwrap_or_default();
        all.iter().map(|(basis, figures)| format!("{}: {}", basis.label(), payback_says(figures))).collect::<Vec<_>>()
    });
    view! {
        <section aria-labelledby="payback-head">
            <h2 id="payback-head">"Costs once, and when they are back"</h2>
            <Show when=move || !items.with(Vec::is_empty) fallback=|| view! { <p class="not-stated">"Neither a cost nor a saving is stated for a year."</p> }>
                <ul class="results">{move || items.get().into_iter().map(|says| view! { <li class="results__item">{says}</li> }).collect_view()}</ul>
            </Show>
        </section>
    }
}

/// What selling the service brings, with the net that a paper states and what lies between.
#[component]
pub fn SoldToOthers(
    /// Which service.
    id: ServiceId,
) -> impl IntoView {
    let all = use_session().select(KINDS, move |workspace, _| sold(workspace, &id));
    let row = |one: Sold| {
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <a class="link--alone" href=Route::money(one.line).to_string()>{one.title}</a>
                    <span class="table__note">{one.when}</span>
                </th>
                {cell("Comes in", Some(one.gross))}
                {cell("Costs between, worked out", one.between)}
                {cell("Net, as stated", one.net)}
                <td role="cell" data-label="Source">{one.source.unwrap_or_else(|| words::NOT_STATED.to_owned())}</td>
            </tr>
        }
    };
    view! {
        <section aria-labelledby="sold-head">
            <h2 id="sold-head">"Sold to others"</h2>
            <p>{move || all.with(|all| sold_says(all))}</p>
            <Show when=move || !all.with(Vec::is_empty)>
                <div class="table-box">
                    <table class="table table--stack" role="table">
                        <caption class="table__caption">"Income from selling this service"</caption>
                        <thead>
                            <tr role="row">
                                <th scope="col" role="columnheader" class="table__main">"What it is for"</th>
                                <th scope="col" role="columnheader" class="number">"Comes in"</th>
                                <th scope="col" role="columnheader" class="number">"Costs between, worked out"</th>
                                <th scope="col" role="columnheader" class="number">"Net, as stated"</th>
                                <th scope="col" role="columnheader">"Source"</th>
                            </tr>
                        </thead>
                        <tbody>{move || all.get().into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </Show>
        </section>
    }
}
