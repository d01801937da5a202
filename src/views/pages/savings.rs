//! Savings: how much, when, whose, on which basis, against what, and who said so.

mod desk;
mod edit_row;
mod figure;
pub mod full_form;
mod go_by;
mod headline;
mod line_fields;
mod line_row;
mod line_shown;
mod lines;
pub mod looking;
mod new_lines;
mod new_row;
mod other_kinds;
mod typed_row;
mod ways;
pub mod years_table;

use leptos::prelude::*;

use crate::analysis::savings::{SavingsQuestion, View};
use crate::analysis::telling;
use crate::domain::money::{Basis, Money, MoneyId, MoneyKind};
use crate::domain::thing::Kind;
use crate::route::{LadderState, Route, StatementState};
use crate::session::{Request, Session, use_session};
use crate::views::pages::savings::desk::{Adding, Desk};
use crate::views::pages::savings::figure::SavingsFigure;
use crate::views::pages::savings::full_form::FullForm;
use crate::views::pages::savings::headline::Headline;
use crate::views::pages::savings::line_fields::PartnerNames;
use crate::views::pages::savings::line_shown::LineShown;
use crate::views::pages::savings::lines::{Lines, Total};
use crate::views::pages::savings::looking::{Looking, ask};
use crate::views::pages::savings::new_lines::NewLines;
use crate::views::pages::savings::other_kinds::{OtherKinds, totals};
use crate::views::pages::savings::typed_row::form_in_full;
use crate::views::pages::savings::ways::Ways;
use crate::views::parts::empty::Empty;
use crate::views::parts::page_head::PageHead;
use crate::words;

/// Every figure about money.
#[component]
pub fn SavingsPage() -> impl IntoView {
    let session = use_session();
    let looking = Looking::new(session);
    let desk = Desk::new();
    let reading = session.reading();
    let lede = move || {
        format!(
            "As at {}. Each figure with its basis and its paper; figures on different bases are never added.",
            words::date::long(reading.get())
        )
    };
    let is_empty = session.select(&[Kind::Money], |workspace, _| workspace.money.is_empty());
    let line = Memo::new(move |_| looking.state.with(|state| state.line.clone()));
    let close = Callback::new(move |()| {
        desk.adding.set(None);
        session.request(Request::Focus("page-title".to_owned()));
    });
    let new_form = move || {
        let Adding { row, starts, saved } = desk.adding.get()?;
        let id = MoneyId::new(&session.new_id())?;
        Some(view! {
            <section class="screen-only" aria-labelledby="add-line-head">
                <h2 id="add-line-head">"Add a line"</h2>
                <FullForm key=form_in_full(row) before=Money::new(id) is_new=true starts=starts on_saved=Callback::new(move |()| saved.run(row)) on_close=close />
            </section>
        })
    };
    let add = move |_| session.request(Request::Focus("money-new-1-title".to_owned()));
    view! {
        <PageHead title="Savings" lede=Signal::derive(lede)>
            <a class="button button--quiet" href=Route::Ladder(LadderState::default()).to_string()>"On every basis"</a>
            <a class="button button--quiet" href=Route::Statement(StatementState::default()).to_string()>"Who pays and gets what"</a>
            <button class="button" type="button" on:click=add>"Add a line"</button>
            <button class="button button--quiet" data-reads="" type="button" on:click=move |_| save_table(session, looking)>"Table as CSV"</button>
        </PageHead>
        {new_form}
        <Show when=move || !is_empty.get() fallback=|| view! { <Empty says="No figures have been recorded." why="A figure says how much, for which year, on which basis, and which paper says so. Type the first one below, or paste rows from a spreadsheet." /> }>
            <Headline looking=looking />
            <Ways looking=looking />
            <SavingsFigure looking=looking />
        </Show>
        {move || line.get().map(|line| view! { <LineShown looking=looking desk=desk line=line /> })}
        <Show when=move || !is_empty.get()><SavingsLines looking=looking desk=desk /></Show>
        <PartnerNames />
        <NewLines looking=looking desk=desk />
        <OtherKinds looking=looking desk=desk />
    }
}

#[component]
fn SavingsLines(looking: Looking, desk: Desk) -> impl IntoView {
    let caption = Memo::new(move |_| {
        let (year, mark) = looking.state.with(|state| (state.year, state.mark.clone()));
        looking.picture.with(|picture| telling::lines_caption(picture, year, mark.as_deref()))
    });
    let sums = Memo::new(move |_| sums(looking));
    let is_filtered = Memo::new(move |_| looking.state.with(|state| state.year.is_some()));
    let all = move || {
        looking.with(|state| {
            state.year = None;
            state.mark = None;
        })
    };
    let basis = Signal::derive(move || Some(looking.basis.get()));
    let nothing = Memo::new(move |_| looking.rows.with(Vec::is_empty));
    view! {
        <h2 id="lines-head">{caption}</h2>
        <p class="filters__says" role="status">
            {move || looking.rows.with(|rows| words::sentence(&words::count(rows.len(), "row", "rows")))} ". "
            <Show when=move || is_filtered.get()><a href=move || all().to_string()>"Show every year"</a></Show>
        </p>
        <Show when=move || !nothing.get() fallback=|| view! { <p>"No line is stated here on this basis."</p> }>
            <Lines looking=looking desk=desk kind=MoneyKind::Saving basis=basis caption=caption rows=looking.rows totals=sums />
        </Show>
    }
}

/// What the rows that are shown come to.
fn sums(looking: Looking) -> Vec<Total> {
    looking.state.with(|state| {
        looking.picture.with(|picture| match state.year {
            Some(year) => {
                let amount = picture.amount(year, state.mark.as_deref());
                let up_to = if picture.view == View::Cumulative { "Up to" } else { "Total" };
                vec![(format!("{up_to} {year}"), amount)]
            }
            None => looking.answer.with(|answer| totals(answer, picture.view)),
        })
    })
}

/// The rows that are shown, then every other kind.
fn save_table(session: Session, looking: Looking) {
    let text = session.look(|open| {
        let held = open?;
        let others = held.ledger().choices().into_iter().filter(|(kind, basis)| *kind != MoneyKind::Saving || basis.is_none());
        let programme = looking.state.with_untracked(|state| state.programme.clone());
        let asked = |(kind, basis): (MoneyKind, Option<Basis>)| {
            let question =
                SavingsQuestion { kind, basis, programme: programme.clone(), ..SavingsQuestion::savings(Basis::Forecast) };
            (kind, ask(open, &question).rows)
        };
        let sections: Vec<_> =
            std::iter::once((MoneyKind::Saving, looking.rows.get_untracked())).chain(others.map(asked)).collect();
        Some(telling::csv(&held.workspace, &sections))
    });
    if let Some(text) = text {
        let year = looking.state.with_untracked(|state| state.year);
        let name = looking.picture.with_untracked(|picture| telling::file_name(picture, year));
        session.request(Request::SaveText { name: format!("{name}.csv"), kind: "text/csv", text });
    }
}

/// The page with nothing chosen.
pub fn all_savings() -> Route {
    Route::Savings(crate::route::SavingsState::default())
}
