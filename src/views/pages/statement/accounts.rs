//! What each council pays and gets: a row for each, one for what is nobody's own, and the total.

use leptos::prelude::*;

use crate::analysis::depth::{Account, Asked, Column, Statement, account_says, whose};
use crate::analysis::savings::Whose;
use crate::route::Route;
use crate::session::use_session;
use crate::views::pages::statement::KINDS;
use crate::words;

/// The sums.
#[component]
pub fn Accounts(
    /// The statement.
    made: Memo<Option<Statement>>,
    /// Which it is.
    asked: Memo<Asked>,
) -> impl IntoView {
    let session = use_session();
    let columns = Memo::new(move |_| {
        let stated =
            |column: &&Column| made.with(|made| made.as_ref().is_some_and(|made| made.total.amounts.contains_key(column)));
        Column::ALL.iter().filter(stated).copied().collect::<Vec<_>>()
    });
    let rows = session.select(KINDS, move |workspace, _| {
        made.with(|made| {
            let accounts = made.iter().flat_map(|made| made.accounts.iter().chain([&made.total]));
            accounts.map(|account| (account.clone(), whose(workspace, account.whose.as_ref()))).collect::<Vec<_>>()
        })
    });
    let says = session.select(KINDS, move |workspace, _| {
        made.with(|made| {
            let made = made.as_ref()?;
            let own = asked.with(|asked| asked.partner.clone());
            let account =
                own.and_then(|id| made.accounts.iter().find(|account| account.whose == Some(Whose::Partner(id.clone()))));
            asked.with(|asked| Some(account_says(workspace, account.unwrap_or(&made.total), asked)))
        })
    });
    let row = move |(account, name): (Account, String)| {
        let cell = |column: Column| {
            let amount = account.amounts.get(&column).copied();
            let says = amount.map_or_else(|| words::NOT_STATED.to_owned(), words::money::exact);
            view! { <td role="cell" class="number" data-label=column.label()><span class:not-stated=amount.is_none()>{says}</span></td> }
        };
        let net = account.net.map_or_else(|| words::NOT_STATED.to_owned(), words::money::exact);
        let head = match account.whose {
            Some(Whose::Partner(id)) => {
                view! { <a class="link--alone" href=Route::Partner(id).to_string()>{name}</a> }.into_any()
            }
            Some(_) => name.into_any(),
            None => view! { <strong>{name}</strong> }.into_any(),
        };
        let cells = columns.get().into_iter().map(cell).collect_view();
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{head}</th>
                {cells}
                <td role="cell" class="number" data-label="Gets minus pays"><strong>{net}</strong></td>
            </tr>
        }
    };
    let heads = move || {
        columns
            .get()
            .into_iter()
            .map(|column| view! { <th scope="col" role="columnheader" class="number">{column.label()}</th> })
            .collect_view()
    };
    view! {
        <p role="status"><strong>{says}</strong></p>
        <div class="table-box">
            <table class="table table--stack-early" role="table">
                <caption class="table__caption">"What each council pays and gets"</caption>
                <thead>
                    <tr role="row">
                        <th scope="col" role="columnheader">"Whose"</th>
                        {heads}
                        <th scope="col" role="columnheader" class="number">"Gets minus pays"</th>
                    </tr>
                </thead>
                <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        <p class="figure__says">"Gets: savings, income and outside funding. Pays: costs. What is not cash stands beside and is in no sum of money."</p>
    }
}
