//! Money lines as a plain table: what, who, how much, how firm, who says so. Nothing is added up.

use leptos::prelude::*;

use crate::analysis::savings::Ledger;
use crate::analysis::telling;
use crate::domain::money::{Money, MoneyId};
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;
use crate::route::Route;
use crate::session::Open;
use crate::views::parts::more::More;
use crate::words;

const AT_FIRST: usize = 50;

/// A line as the table shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct MoneyLine {
    id: MoneyId,
    title: String,
    kind: String,
    amount: String,
    year: String,
    basis: String,
    who: String,
    source: String,
    flags: Vec<String>,
}

/// The lines for which something holds, latest year first.
pub fn lines_where(open: &Open, holds: impl Fn(&Money) -> bool) -> Vec<MoneyLine> {
    let workspace = &open.workspace;
    let mut lines: Vec<_> = workspace.money.values().filter(|line| holds(line)).collect();
    lines.order_by_key(|line| {
        let year = line.sum.as_ref().and_then(|sum| sum.year).map(FinancialYear::start);
        (std::cmp::Reverse(year), line.title.clone(), line.id.clone())
    });
    lines.into_iter().map(|line| shown(workspace, open.ledger(), line)).collect()
}

/// The table with what to say where there is nothing in it.
#[component]
pub fn MoneyTable(
    /// The lines in order.
    lines: Memo<Vec<MoneyLine>>,
    /// What they are.
    caption: &'static str,
    /// What there is to say where there are none.
    empty: &'static str,
) -> impl IntoView {
    let limit = RwSignal::new(AT_FIRST);
    let shown = Memo::new(move |_| lines.with(|lines| lines.iter().take(limit.get()).cloned().collect::<Vec<_>>()));
    let total = Memo::new(move |_| lines.with(Vec::len));
    let more = move || total.get().saturating_sub(limit.get());
    let row = |line: MoneyLine| {
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <a class="link--alone" href=Route::money(line.id).to_string()>{line.title}</a>
                    {line.flags.into_iter().map(flag).collect_view()}
                </th>
                <td role="cell" data-label="Kind">{line.kind}</td>
                <td role="cell" class="number" data-label="Amount">{line.amount}</td>
                <td role="cell" data-label="Year">{line.year}</td>
                <td role="cell" data-label="Basis">{line.basis}</td>
                <td role="cell" data-label="Whose">{line.who}</td>
                <td role="cell" data-label="Source">{line.source}</td>
            </tr>
        }
    };
    view! {
        <Show when=move || { total.get() > 0 } fallback=move || view! { <p>{empty}</p> }>
            <div class="table-box">
                <table class="table table--stack-early table--dense" role="table">
                    <caption class="table__caption">{caption}</caption>
                    <thead>
                        <tr role="row">
                            <th scope="col" role="columnheader" class="table__main">"What it is for"</th>
                            <th scope="col" role="columnheader">"Kind"</th>
                            <th scope="col" role="columnheader" class="number">"Amount"</th>
                            <th scope="col" role="columnheader">"Year"</th>
                            <th scope="col" role="columnheader">"Basis"</th>
                            <th scope="col" role="columnheader">"Whose"</th>
                            <th scope="col" role="columnheader">"Source"</th>
                        </tr>
                    </thead>
                    <tbody>{move || shown.get().into_iter().map(row).collect_view()}</tbody>
                </table>
                <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("money line", "money lines") />
            </div>
        </Show>
    }
}

/// What must be seen beside a line.
pub fn flag(says: String) -> impl IntoView {
    let tone = (says != "Not reconciled").then_some("calm");
    view! { " " <span class="flag" data-tone=tone>{says}</span> }
}

fn shown(workspace: &Workspace, ledger: &Ledger, line: &Money) -> MoneyLine {
    let sum = line.sum.as_ref();
    let unstated = || words::NOT_STATED.to_owned();
    let who: Vec<_> = line.partners.iter().flatten().map(|partner| words::partner::short(workspace, partner)).collect();
    MoneyLine {
        id: line.id.clone(),
        title: line.title.clone().unwrap_or_else(|| "A line without a name".to_owned()),
        kind: sum.map_or_else(unstated, |sum| sum.kind.label().to_owned()),
        amount: sum.map_or_else(unstated, |sum| words::money::exact_range(sum.pence, sum.up_to)),
        year: sum.and_then(|sum| sum.year).map_or_else(unstated, |year| year.to_string()),
        basis: sum.and_then(|sum| sum.basis).map_or_else(unstated, |basis| basis.label().to_owned()),
        who: if who.is_empty() { unstated() } else { words::list(who) },
        source: line.source.as_ref().map_or_else(unstated, words::source::source),
        flags: telling::beside_a_line(workspace, ledger, line),
    }
}
