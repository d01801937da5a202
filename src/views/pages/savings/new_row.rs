//! One row to type a new line into.

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;

use crate::domain::money::{Basis, Recurrence};
use crate::views::pages::savings::line_fields::PARTNER_NAMES;
use crate::views::pages::savings::typed_row::Row;
use crate::views::parts::choice_field::or_not_stated;
use crate::views::parts::segments::choices;
use crate::words::typed::{Sheet, paste};

/// What a person does in a row that reaches beyond it.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Saves all rows.
    Save,
    /// Clears all rows.
    GiveUp,
    /// Goes to the row above, in the same column.
    Up(&'static str),
    /// Goes to the row below, in the same column; from the last row to a new one.
    Down(&'static str),
    /// Pastes rows, from this one on.
    Pasted(Vec<Sheet>),
    /// Opens the full form with what is typed here.
    More,
}

/// The fields of a row, each named by its column and the row's number.
#[component]
pub fn NewRow(
    /// The row.
    row: Row,
    /// Whether it is a target's: it has no basis, and somebody set it.
    is_target: Signal<bool>,
    /// What is done beyond it.
    acts: Callback<(usize, Act)>,
) -> impl IntoView {
    let line = move |field: &'static str, label: &'static str| view! { <LineCell row=row is_target=is_target acts=acts field=field label=label /> };
    let bases = or_not_stated(choices(Basis::ALL, Basis::key, Basis::label));
    let basis_or_who = move || {
        if is_target.get() {
            line("set_by", "Set by").into_any()
        } else {
            view! { <ChoiceCell row=row acts=acts field="basis" label="Basis" options=bases.clone() /> }.into_any()
        }
    };
    let recurrences = or_not_stated(choices(Recurrence::ALL, Recurrence::key, Recurrence::label));
    view! {
        <tr class="entry__new" role="row">
            {line("title", "Line")}
            {line("covers", "Covers")}
            {line("partners", "Who")}
            {line("year", "Year")}
            {line("amount", "Amount")}
            {basis_or_who}
            <ChoiceCell row=row acts=acts field="recurrence" label="Recurring" options=recurrences />
            {line("place", "Source")}
            <td role="cell">
                <button class="button button--plain button--small" type="button" on:click=move |_| acts.run((row.number, Act::More))>
                    "More"<span class="visually-hidden">{format!(", row {}", row.number)}</span>
                </button>
            </td>
        </tr>
    }
}

#[component]
fn LineCell(
    row: Row,
    is_target: Signal<bool>,
    acts: Callback<(usize, Act)>,
    field: &'static str,
    label: &'static str,
) -> impl IntoView {
    let Some(value) = row.typed.with_value(|typed| typed.get(field).copied()) else { return ().into_any() };
    let (id, error_id) = (row.form.element(field), format!("{}-error", row.form.element(field)));
    let refusal = Memo::new(move |_| row.form.refusal(field));
    let described = {
        let error_id = error_id.clone();
        move || refusal.with(Option::is_some).then(|| error_id.clone())
    };
    let keys = move |event: KeyboardEvent| keys(&event, row, acts, field);
    let pasted = move |event: ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        if let Some(sheets) = paste(&text, field, is_target.get_untracked()) {
            event.prevent_default();
            acts.run((row.number, Act::Pasted(sheets)));
        }
    };
    let is_amount = field == "amount";
    view! {
        <td role="cell" data-label=label class:number=is_amount class:table__across=field == "title">
            <input class="entry__input" class:entry__input--number=is_amount id=id type="text" autocomplete="off" list=(field == "partners").then_some(PARTNER_NAMES) aria-label=format!("{label}, row {}", row.number) aria-invalid=move || refusal.with(Option::is_some).then_some("true") aria-describedby=described prop:value=value on:input=move |event| value.set(event_target_value(&event)) on:keydown=keys on:paste=pasted />
            {move || refusal.get().map(|says| view! { <span class="entry__error" id=error_id.clone()>{says}</span> })}
        </td>
    }
    .into_any()
}

#[component]
fn ChoiceCell(
    row: Row,
    acts: Callback<(usize, Act)>,
    field: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
) -> impl IntoView {
    let Some(value) = row.typed.with_value(|typed| typed.get(field).copied()) else { return ().into_any() };
    let options = options.into_iter().map(|(key, words)| {
        let chosen = {
            let key = key.clone();
            move || value.with(|value| *value == key)
        };
        view! { <option value=key selected=chosen>{words}</option> }
    });
    let keys = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | "Escape") {
            keys(&event, row, acts, field);
        }
    };
    view! {
        <td role="cell" data-label=label>
            <select class="entry__input entry__input--choice" id=row.form.element(field) aria-label=format!("{label}, row {}", row.number) prop:value=value on:change=move |event| value.set(event_target_value(&event)) on:keydown=keys>
                {options.collect_view()}
            </select>
        </td>
    }
    .into_any()
}

fn keys(event: &KeyboardEvent, row: Row, acts: Callback<(usize, Act)>, field: &'static str) {
    let act = match event.key().as_str() {
        "Enter" => Act::Save,
        "Escape" => Act::GiveUp,
        "ArrowUp" => Act::Up(field),
        "ArrowDown" if field != "partners" => Act::Down(field),
        _ => return,
    };
    event.prevent_default();
    acts.run((row.number, act));
}
