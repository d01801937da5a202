//! A table of lines of one kind on one basis: what counts, its parts, what stands beside it, and the totals.

use leptos::prelude::*;

use crate::analysis::papers;
use crate::analysis::savings::Row;
use crate::analysis::telling::told_unit;
use crate::domain::money::{Basis, MoneyKind};
use crate::domain::pence::Pence;
use crate::session::use_session;
use crate::views::pages::savings::desk::Desk;
use crate::views::pages::savings::line_row::LineRow;
use crate::views::pages::savings::looking::{KINDS, Looking};
use crate::views::parts::more::More;
use crate::views::parts::paper_key::PaperKey;
use crate::words;

/// At national size there are tens of thousands.
const AT_FIRST: usize = 50;
/// Of costs, income, funding and targets, which stand in one table after the other.
const AT_FIRST_OF_OTHERS: usize = 25;

/// How many columns there are.
pub const COLUMNS: &str = "6";

/// A total and what it is of.
pub type Total = (String, Option<Pence>);

/// The table, fifty rows at a time, under a heading that says the same as its caption.
#[component]
pub fn Lines(
    /// What is looked at.
    looking: Looking,
    /// What is being worked on.
    desk: Desk,
    /// Of which kind.
    kind: MoneyKind,
    /// On which basis.
    #[prop(into)]
    basis: Signal<Option<Basis>>,
    /// What it is called.
    #[prop(into)]
    caption: Signal<String>,
    /// Every row.
    rows: Memo<Vec<Row>>,
    /// What the rows come to, by year.
    totals: Memo<Vec<Total>>,
) -> impl IntoView {
    let at_once = if kind == MoneyKind::Saving { AT_FIRST } else { AT_FIRST_OF_OTHERS };
    let limit = RwSignal::new(at_once);
    let shown = Memo::new(move |_| rows.with(|rows| rows.iter().take(limit.get()).cloned().collect::<Vec<_>>()));
    let unit = Memo::new(move |_| rows.with(|rows| told_unit(rows)));
    let all = Memo::new(move |_| rows.with(Vec::len));
    let more = move || all.get().saturating_sub(limit.get());
    let named = use_session().select(KINDS, move |workspace, _| {
        shown.with(|shown| papers::of_lines(workspace, shown.iter().filter_map(|row| row.line.as_ref())))
    });
    let amount_head =
        move || if basis.get().is_some() || kind == MoneyKind::Target { "Amount" } else { "Amount, basis not stated" };
    let total = move |(of, amount): Total| {
        let amount = move || amount.map_or_else(|| words::NOT_REPORTED.to_owned(), |amount| unit.get().show(amount));
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{of}</th>
                <td></td>
                <td></td>
                <td class="number" role="cell" data-label="Total">{amount}</td>
                <td></td>
                <td></td>
            </tr>
        }
    };
    view! {
        <div class="table-box">
            <table class="table table--stack-early savings__lines" role="table">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr role="row">
                        <th scope="col" role="columnheader" class="savings__name">"Line"</th>
                        <th scope="col" role="columnheader">"Who"</th>
                        <th scope="col" role="columnheader">"Year"</th>
                        <th scope="col" role="columnheader" class="number">{amount_head}</th>
                        <th scope="col" role="columnheader">"Source"</th>
                        <th scope="col" role="columnheader"><span class="visually-hidden">"What you can do"</span></th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || shown.get() key=key let:row>
                        <LineRow looking=looking desk=desk row=row unit=unit />
                    </For>
                </tbody>
                <tfoot>{move || totals.get().into_iter().map(total).collect_view()}</tfoot>
            </table>
            <More left=Signal::derive(more) limit=limit step=at_once of=("row", "rows") />
        </div>
        <PaperKey papers=named />
    }
}

/// A row with everything that it shows of the sum that it is in: an edit draws only the rows again in which that changed.
fn key(row: &Row) -> String {
    format!("{:?}", (&row.line, row.year, row.depth, row.amount, row.up_to, &row.counts, &row.flags))
}
