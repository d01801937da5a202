//! The register: a row for every risk that is shown, sorted by its headings.

use leptos::prelude::*;

use crate::analysis::papers;
use crate::analysis::risks::{Register as Rows, table};
use crate::domain::matrix::Matrix;
use crate::domain::thing::Kind;
use crate::route::{RiskOrder, RisksState};
use crate::session::{Request, use_session};
use crate::views::pages::risks::looking::Looking;
use crate::views::pages::risks::register_row::Row;
use crate::views::parts::more::More;
use crate::views::parts::paper_key::PaperKey;
use crate::words;

/// How many rows are shown until more are asked for.
pub const AT_FIRST: usize = 50;

/// The table, fifty rows at a time.
#[component]
pub fn Register(
    /// What is looked at.
    looking: Looking,
    /// The first rows, in order.
    list: Memo<Rows>,
    /// How many rows are shown.
    limit: RwSignal<usize>,
    /// The words and bands of the workspace.
    matrix: Memo<Matrix>,
) -> impl IntoView {
    let session = use_session();
    let shown = Memo::new(move |_| list.with(|list| list.rows.clone()));
    let ids = Memo::new(move |_| shown.with(|rows| rows.iter().map(|row| row.mention.id.clone()).collect::<Vec<_>>()));
    let total = Memo::new(move |_| list.with(|list| list.total));
    let more = move || total.get().saturating_sub(limit.get());
    let named = session.select(&[Kind::Risk, Kind::About], move |workspace, _| ids.with(|ids| papers::of_risks(workspace, ids)));
    let caption =
        move || format!("{}, {}", words::count(total.get(), "risk", "risks"), order(looking.state.with(RisksState::order)));
    let save = move |_| {
        let text = session.look(|open| {
            let workspace = &open?.workspace;
            Some((words::csv::csv(table(workspace, &looking.whole_register(workspace))), workspace.reading(session.today())))
        });
        if let Some((text, day)) = text {
            session.request(Request::SaveText { name: format!("risk-register-{day}.csv"), kind: "text/csv", text });
        }
    };
    let head = move |by: RiskOrder, label: &'static str| view! { <SortHead looking=looking by=by label=label /> };
    view! {
        <h2>"Register"</h2>
        <div class="table-box">
            <table class="table table--stack-early table--dense" role="table">
                <caption class="table__caption table__caption--quiet"><span class="visually-hidden">"Register: "</span>{caption}</caption>
                <thead>
                    <tr role="row">
                        {head(RiskOrder::Reference, "Ref")}
                        {head(RiskOrder::Title, "Risk")}
                        {head(RiskOrder::Score, "Score")}
                        {head(RiskOrder::Movement, "Movement")}
                        {head(RiskOrder::Owner, "Owner")}
                        {head(RiskOrder::Review, "Review")}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || ids.get() key=Clone::clone let:id>
                        <Row id=id shown=shown matrix=matrix />
                    </For>
                </tbody>
            </table>
            <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("risk", "risks") />
        </div>
        <PaperKey papers=named />
        <p><button class="button button--quiet button--small" data-reads="" type="button" on:click=save>"Register as CSV"</button></p>
    }
}

#[component]
fn SortHead(looking: Looking, by: RiskOrder, label: &'static str) -> impl IntoView {
    let sorted = move || match looking.state.with(RisksState::order) {
        order if order != by => "none",
        RiskOrder::Score => "descending",
        _ => "ascending",
    };
    let sort = move |_| looking.change(|state| state.sort = Some(by).filter(|by| *by != RiskOrder::Score));
    view! {
        <th scope="col" role="columnheader" class:table__main=by == RiskOrder::Title aria-sort=sorted>
            <button class="sort" type="button" on:click=sort>{label}</button>
        </th>
    }
}

/// How the rows are sorted, for the caption.
fn order(order: RiskOrder) -> &'static str {
    match order {
        RiskOrder::Score => "highest score first",
        RiskOrder::Reference => "by reference",
        RiskOrder::Title => "by title",
        RiskOrder::Owner => "by owner",
        RiskOrder::Movement => "increased first",
        RiskOrder::Review => "next review first",
    }
}
