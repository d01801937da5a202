//! One service's ladder: the waterfall with its sentence and its table, and the lines behind a chosen figure.

use leptos::prelude::*;

use crate::analysis::depth::{Fall, falls, ladder, says};
use crate::domain::money::Basis;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::year::FinancialYear;
use crate::route::{LadderState, Route};
use crate::session::use_session;
use crate::views::charts::fall_chart::FallChart;
use crate::views::pages::ladder::KINDS;
use crate::views::pages::ladder::course::{Outturns, Paybacks, SoldToOthers};
use crate::views::pages::ladder::shifts::Shifts;
use crate::views::parts::money_table::{MoneyTable, lines_where};
use crate::views::parts::paper_key::PapersAround;
use crate::words;

/// The ladder of a service.
#[component]
pub fn OneLadder(
    /// Which service.
    id: ServiceId,
    /// What the address chooses.
    state: Memo<LadderState>,
    /// The year that is looked at.
    year: Memo<Option<FinancialYear>>,
) -> impl IntoView {
    let session = use_session();
    let of = id.clone();
    let told = session.select_open(KINDS, move |open| {
        let (open, year, kind) = (open?, year.get()?, state.with(LadderState::kind));
        let ladder = ladder(&open.workspace, open.ledger(), &of, kind, year);
        let text = says(&open.workspace, &ladder, kind, year);
        Some((falls(&open.workspace, &ladder), text, ladder.unplaced))
    });
    let bars = Memo::new(move |_| told.with(|told| told.as_ref().map(|(falls, _, _)| falls.clone())).unwrap_or_default());
    let text = move || told.with(|told| told.as_ref().map(|(_, text, _)| text.clone()));
    let unplaced = Memo::new(move |_| told.with(|told| told.as_ref().map(|(_, _, rest)| rest.clone())).unwrap_or_default());
    let caption = {
        let subject = Subject::from(&id);
        session.select(KINDS, move |workspace, _| {
            let (kind, year) = (state.with(LadderState::kind).label().to_lowercase(), year.get());
            let year = year.map(|year| format!(", {year}")).unwrap_or_default();
            format!("{}: {kind} on every basis{year}", words::name(workspace, &subject))
        })
    };
    let chosen = Signal::derive(move || state.with(|state| state.bar));
    let to = Callback::new(move |bar: u8| {
        // Choosing what is chosen lets go of it.
        let bar = Some(bar).filter(|bar| chosen.get() != Some(*bar));
        Route::Ladder(LadderState { bar, ..state.get() }).to_string()
    });
    let basis = Memo::new(move |_| {
        let place = usize::from(chosen.get()?).checked_sub(1)?;
        bars.with(|bars| bars.get(place)?.basis)
    });
    let (lines_of, treasury, papers_of) = (id.clone(), id.clone(), Subject::from(&id));
    view! {
        <figure class="figure">
            <figcaption class="figure__caption" id="ladder-caption">{caption}</figcaption>
            <p class="figure__says" role="status">{text}</p>
            <Show when=move || !bars.with(Vec::is_empty)>
                <FallChart falls=bars labelled_by="ladder-caption" to=to chosen=chosen />
                <FallTable bars=bars chosen=chosen to=to />
            </Show>
        </figure>
        {move || basis.get().map(|basis| view! { <Lines id=lines_of.clone() basis=basis state=state year=year /> })}
        <Shifts id=id unplaced=unplaced />
        <Outturns id=treasury.clone() state=state year=year />
        <Paybacks id=treasury.clone() />
        <SoldToOthers id=treasury />
        <PapersAround record=papers_of />
    }
}

/// The same figures as a table, with why and who.
#[component]
fn FallTable(bars: Memo<Vec<Fall>>, chosen: Signal<Option<u8>>, to: Callback<u8, String>) -> impl IntoView {
    let row = move |(place, fall): (usize, Fall)| {
        let number = u8::try_from(place + 1).unwrap_or(u8::MAX);
        let is_chosen = move || (chosen.get() == Some(number)).then_some("true");
        let notes = fall.notes.into_iter().map(|note| view! { <span class="table__note">{note}</span> }).collect_view();
        view! {
            <tr role="row" aria-current=is_chosen>
                <th scope="row" role="rowheader">
                    {if fall.basis.is_some() { view! { <a class="link--alone" href=move || to.run(number)>{fall.name}</a> }.into_any() } else { fall.name.into_any() }}
                </th>
                <td role="cell" class="number" data-label="Amount">{fall.amount}</td>
                <td role="cell" class="number" data-label="Comes to">{words::money::exact(fall.to)}</td>
                <td role="cell" data-label="Why, and who says so">{notes}</td>
            </tr>
        }
    };
    view! {
        <div class="table-box">
            <table class="table table--stack" role="table">
                <caption class="table__caption">"The same figures as a table"</caption>
                <thead>
                    <tr role="row">
                        <th scope="col" role="columnheader">"Figure or reason"</th>
                        <th scope="col" role="columnheader" class="number">"Amount"</th>
                        <th scope="col" role="columnheader" class="number">"Comes to"</th>
                        <th scope="col" role="columnheader">"Why, and who says so"</th>
                    </tr>
                </thead>
                <tbody>{move || bars.get().into_iter().enumerate().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// The lines that a figure is made of, each with the way to its source.
#[component]
fn Lines(id: ServiceId, basis: Basis, state: Memo<LadderState>, year: Memo<Option<FinancialYear>>) -> impl IntoView {
    let subject = Subject::from(&id);
    let lines = use_session().select_open(KINDS, move |open| {
        let (kind, year) = (state.with(LadderState::kind), year.get());
        let fits = |line: &crate::domain::money::Money| {
            let sum = line.sum.as_ref().is_some_and(|sum| sum.kind == kind && sum.year == year && sum.basis == Some(basis));
            sum && line.covers.iter().flatten().any(|covered| *covered == subject)
        };
        open.map(|open| lines_where(open, fits)).unwrap_or_default()
    });
    view! {
        <section aria-labelledby="rung-head">
            <h2 id="rung-head">{format!("Lines behind the figure: {}", basis.label().to_lowercase())}</h2>
            <MoneyTable lines=lines caption="Lines that cover this service on this basis" empty="The lines behind this figure cover services that belong to this one." />
        </section>
    }
}
