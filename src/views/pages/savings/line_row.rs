//! One row of a table of lines.

use leptos::prelude::*;

use crate::analysis::savings::{Counts, Row};
use crate::analysis::telling::{self, Stands, Told};
use crate::domain::money::MoneyId;
use crate::session::use_session;
use crate::views::pages::savings::desk::{Desk, edit_button};
use crate::views::pages::savings::edit_row::EditRow;
use crate::views::pages::savings::go_by::GoBy;
use crate::views::pages::savings::looking::{KINDS, Looking};
use crate::words::money::Unit;
use crate::words::{self, NOT_STATED};

/// A line in words, or in editing.
#[component]
pub fn LineRow(
    /// What is looked at.
    looking: Looking,
    /// What is being worked on.
    desk: Desk,
    /// The row.
    row: Row,
    /// The unit of the column.
    unit: Memo<Unit>,
) -> impl IntoView {
    let line = row.line.clone();
    let editing = {
        let line = line.clone();
        Memo::new(move |_| line.is_some() && desk.editing.with(|editing| *editing == line))
    };
    let row = StoredValue::new(row);
    let told = use_session().select(KINDS, move |workspace, _| row.with_value(|row| telling::told(workspace, row, unit.get())));
    move || match line.clone().filter(|_| editing.get()) {
        Some(line) => view! { <EditRow desk=desk looking=looking line=line /> }.into_any(),
        None => row.with_value(|row| shown(row, told, looking, desk)).into_any(),
    }
}

fn shown(row: &Row, told: Memo<Told>, looking: Looking, desk: Desk) -> impl IntoView + use<> {
    let stands = row.stands();
    let line = row.line.clone();
    let is_chosen = {
        let line = line.clone();
        move || line.is_some() && looking.state.with(|state| state.line == line)
    };
    let name = match line.clone() {
        Some(line) => name(line, told, looking).into_any(),
        None => view! { {move || told.with(|told| format!("{} {}", told.relation, told.title))} }.into_any(),
    };
    let cell = move |of: fn(&Told) -> &str| {
        move || {
            told.with(|told| match of(told) {
                "" => view! { <span class="not-stated">{NOT_STATED}</span> }.into_any(),
                stated => stated.to_owned().into_any(),
            })
        }
    };
    let is_line = line.is_some();
    let stated = move |of: fn(&Told) -> &str| is_line.then(|| cell(of));
    let how = move || {
        told.with(|told| {
            let stated = [told.recurrence.to_lowercase(), told.cash.to_lowercase()];
            words::sentence(&stated.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "))
        })
    };
    let may_settle = matches!(row.counts, Counts::Yes | Counts::PartOf(_) | Counts::RivalOf(_) | Counts::NotInUse);
    view! {
        <tr role="row" class:table__part=stands == Stands::Part class:table__rival=stands == Stands::Beside class:table__row--chosen=is_chosen>
            <th scope="row" role="rowheader">{name}{notes(told)}</th>
            <td role="cell" data-label="Who">{stated(|told| &told.who)}</td>
            <td role="cell" data-label="Year">{cell(|told| &told.year)}</td>
            <td role="cell" class="number" data-label="Amount">
                <span class="savings__amount">{move || told.with(|told| told.amount.clone())}</span>
                <span class="table__note">{how}</span>
            </td>
            <td role="cell" data-label="Source">{stated(|told| &told.source)}</td>
            <td role="cell">{line.map(|line| actions(line, told, may_settle, desk))}</td>
        </tr>
    }
}

fn name(line: MoneyId, told: Memo<Told>, looking: Looking) -> impl IntoView {
    let to = move || looking.with_line(Some(line.clone())).to_string();
    view! {
        {move || told.with(|told| (!told.relation.is_empty()).then(|| format!("{} ", told.relation)))}
        <a class="link--alone" href=to>{move || told.with(|told| told.title.clone())}</a>
    }
}

fn notes(told: Memo<Told>) -> impl IntoView {
    let flags = move || {
        told.with(|told| told.flags.iter().map(|flag| view! { " " <span class="flag" data-tone=(!flag.to_lowercase().contains("not reconciled")).then_some("calm")>{*flag}</span> }).collect_view())
    };
    let commentary = move || {
        told.with(|told| {
            told.commentary.iter().map(|text| view! { <span class="table__note">{text.clone()}</span> }).collect_view()
        })
    };
    let covers = move || {
        let says =
            told.with(|told| (!told.covers.is_empty() && told.covers != told.title).then(|| format!("Covers {}.", told.covers)));
        says.map(|says| view! { <span class="table__note">{says}</span> })
    };
    view! { {flags} {covers} {commentary} }
}

fn actions(line: MoneyId, told: Memo<Told>, may_settle: bool, desk: Desk) -> impl IntoView {
    let title = Memo::new(move |_| told.with(|told| format!("{}, {}", told.title, told.year)));
    let may_be_gone_by = Memo::new(move |_| may_settle && told.with(|told| told.may_be_gone_by));
    let (id, edited, settled) = (edit_button(&line), line.clone(), line);
    view! {
        <div class="buttons"><button class="button button--quiet button--small" type="button" id=id on:click=move |_| desk.edit(&edited)>
            "Edit"<span class="visually-hidden">{move || format!(" {}", title.get())}</span>
        </button>
        <Show when=move || may_be_gone_by.get()>
            <GoBy line=settled.clone() called=Signal::derive(move || told.with(|told| format!("{}, {}, {}", told.amount, told.title, told.source))) />
        </Show></div>
    }
}
