//! Costs, income, outside funding and targets: each kind and basis in a table of its own, never added to another.

use leptos::prelude::*;

use crate::analysis::savings::{SavingsAnswer, SavingsQuestion, View};
use crate::domain::money::{Basis, MoneyKind};
use crate::session::use_session;
use crate::views::pages::savings::desk::Desk;
use crate::views::pages::savings::lines::{Lines, Total};
use crate::views::pages::savings::looking::{KINDS, Looking, ask};

/// A table for every other kind, and for savings that state no basis.
#[component]
pub fn OtherKinds(
    /// What is looked at.
    looking: Looking,
    /// What is being worked on.
    desk: Desk,
) -> impl IntoView {
    let there = use_session().select_open(KINDS, |open| {
        let all = open.map(|open| open.ledger().choices()).unwrap_or_default();
        all.into_iter().filter(|(kind, basis)| *kind != MoneyKind::Saving || basis.is_none()).collect::<Vec<_>>()
    });
    view! {
        <For each=move || there.get() key=Clone::clone let:of>
            <OneKind looking=looking desk=desk kind=of.0 basis=of.1 />
        </For>
    }
}

#[component]
fn OneKind(looking: Looking, desk: Desk, kind: MoneyKind, basis: Option<Basis>) -> impl IntoView {
    // Nothing else that the address chooses is asked of these.
    let programme = Memo::new(move |_| looking.state.with(|state| state.programme.clone()));
    let answer = use_session().select_open(KINDS, move |open| {
        let question = SavingsQuestion { kind, basis, programme: programme.get(), ..SavingsQuestion::savings(Basis::Forecast) };
        ask(open, &question)
    });
    let rows = Memo::new(move |_| answer.with(|answer| answer.rows.clone()));
    let totals = Memo::new(move |_| answer.with(|answer| totals(answer, View::Yearly)));
    let head = heading(kind, basis);
    let caption = format!("{head}: every line");
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <h2>{head.clone()}</h2>
            <Lines looking=looking desk=desk kind=kind basis=basis caption=caption.clone() rows=rows totals=totals />
        </Show>
    }
}

/// The sum of every year, and of what states none. Years are added up only where that was asked for.
pub fn totals(answer: &SavingsAnswer, view: View) -> Vec<Total> {
    let mut years = answer.bars.iter().filter_map(|bar| Some((bar.year?, bar.total?)));
    let of_years: Vec<Total> = match view {
        View::Cumulative => years.next_back().map(|(year, total)| (format!("Up to {year}"), Some(total))).into_iter().collect(),
        View::Yearly | View::New => years.map(|(year, total)| (format!("Total {year}"), Some(total))).collect(),
    };
    let undated = answer.undated.iter().filter_map(|bar| bar.total).map(|total| ("Year not stated".to_owned(), Some(total)));
    of_years.into_iter().chain(undated).collect()
}

fn heading(kind: MoneyKind, basis: Option<Basis>) -> String {
    let kind_words = match kind {
        MoneyKind::Saving => "Savings",
        MoneyKind::Cost => "Costs",
        MoneyKind::Income => "Income",
        MoneyKind::Funding => "Outside funding",
        MoneyKind::Target => "Targets",
    };
    match (basis, kind) {
        (Some(basis), _) => format!("{kind_words}, {}", basis.label().to_lowercase()),
        (None, MoneyKind::Target) => kind_words.to_owned(),
        (None, _) => format!("{kind_words}, basis not stated"),
    }
}
