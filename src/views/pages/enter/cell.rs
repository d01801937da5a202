//! One cell of the grid: what is typed into it, what cannot be read of it, and the keys that lead beyond it.

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;

use crate::words::typed::cells;

/// A cell while it is typed into.
#[derive(Clone, Copy, PartialEq)]
pub struct TypedCell {
    /// Its row.
    pub row: usize,
    /// Its column on this page.
    pub column: usize,
    /// What stands in it.
    pub typed: RwSignal<String>,
    /// Why it cannot be read.
    pub wrong: RwSignal<Option<String>>,
}

/// What a person does in a cell that reaches beyond it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Saves everything.
    Save,
    /// So many rows down and columns across.
    Go(isize, isize),
    /// Rows of cells from a spreadsheet, from this one on.
    Pasted(Vec<Vec<String>>),
    /// What stood in it is put back.
    PutBack,
    /// Something was typed: it is kept until it is saved.
    Typed,
}

/// The name of a cell's element.
pub fn element(row: usize, column: usize) -> String {
    format!("figure-{row}-{column}")
}

/// The field of a cell.
#[component]
pub fn GridCell(
    /// The cell.
    cell: TypedCell,
    /// What it is about: the measure and the council.
    label: String,
    /// Under which head it stands.
    head: String,
    /// What is done beyond it.
    acts: Callback<(TypedCell, Act)>,
) -> impl IntoView {
    let TypedCell { row, column, typed, wrong } = cell;
    let id = element(row, column);
    let error_id = format!("{id}-error");
    let described = {
        let error_id = error_id.clone();
        move || wrong.with(Option::is_some).then(|| error_id.clone())
    };
    let keys = move |event: KeyboardEvent| {
        let act = match (event.key().as_str(), event.ctrl_key() || event.meta_key()) {
            ("Enter", true) => Act::Save,
            ("Enter", false) => Act::Go(if event.shift_key() { -1 } else { 1 }, 0),
            ("ArrowUp", _) => Act::Go(-1, 0),
            ("ArrowDown", _) => Act::Go(1, 0),
            ("Escape", _) => Act::PutBack,
            _ => return,
        };
        event.prevent_default();
        acts.run((cell, act));
    };
    let pasted = move |event: ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        let rows = cells(text.trim_end_matches(['\n', '\r']));
        if rows.iter().map(Vec::len).sum::<usize>() > 1 {
            event.prevent_default();
            acts.run((cell, Act::Pasted(rows)));
        }
    };
    let input = move |event| {
        typed.set(event_target_value(&event));
        acts.run((cell, Act::Typed));
    };
    view! {
        <td role="cell" data-label=head>
            <input class="entry__input" id=id type="text" inputmode="text" autocomplete="off" aria-label=label aria-invalid=move || wrong.with(Option::is_some).then_some("true") aria-describedby=described prop:value=typed on:input=input on:keydown=keys on:paste=pasted />
            {move || wrong.get().map(|says| view! { <span class="entry__error" id=error_id.clone()>{says}</span> })}
        </td>
    }
}
