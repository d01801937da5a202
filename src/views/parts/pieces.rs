//! A paper's pieces as they stand on a page: headings, paragraphs, facts and tables.

use leptos::prelude::*;

use crate::analysis::paper::{Piece, Table};

/// Pieces below the heading of a page, in order.
pub fn pieces(all: &[Piece]) -> impl IntoView + use<> {
    all.iter().map(piece).collect_view()
}

fn piece(piece: &Piece) -> AnyView {
    match piece {
        Piece::Under(text) => view! { <h2 class="paper__under">{text.clone()}</h2> }.into_any(),
        Piece::Text(text) => view! { <p class="paper__text">{text.clone()}</p> }.into_any(),
        Piece::Facts(facts) => {
            let fact = |(name, says): &(String, String)| {
                view! { <div class="paper__fact"><dt>{name.clone()}</dt><dd>{says.clone()}</dd></div> }
            };
            view! { <dl class="paper__facts">{facts.iter().map(fact).collect_view()}</dl> }.into_any()
        }
        Piece::Table(table) => table_view(table).into_any(),
    }
}

fn table_view(table: &Table) -> impl IntoView + use<> {
    let column = |(head, share): &(String, usize)| {
        view! { <th scope="col" role="columnheader" style:width=format!("{share}%")>{head.clone()}</th> }
    };
    let heads: Vec<String> = table.columns.iter().map(|(head, _)| head.clone()).collect();
    let row = |row: &Vec<String>| {
        let cells = row.iter().zip(&heads).enumerate().map(|(place, (cell, head))| {
            if place == 0 {
                view! { <th scope="row" role="rowheader">{cell.clone()}</th> }.into_any()
            } else {
                view! { <td role="cell" data-label=head.clone()>{cell.clone()}</td> }.into_any()
            }
        });
        view! { <tr role="row">{cells.collect_view()}</tr> }
    };
    view! {
        <table class="paper__table table--stack" role="table">
            <caption class="paper__caption">{table.caption.clone()}</caption>
            <thead><tr role="row">{table.columns.iter().map(column).collect_view()}</tr></thead>
            <tbody>{table.rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
}
