//! What each sheet of a file holds and which of its columns is which: as guessed, to be put right.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::thing::Kind;
use crate::session::{Request, use_session};
use crate::sheets::{Book, HEAD_ROWS, KINDS, Mapping, SHARE, TableMapping, columns, letters};
use crate::words;

/// How many cells of a column are shown, so that a person knows it again.
const EXAMPLES: usize = 3;

/// A block for each sheet; each choice has the rows looked at again.
#[component]
pub fn Columns(book: Arc<Book>, mapping: Mapping) -> impl IntoView {
    let mapping = RwSignal::new(mapping);
    let sheets = 0..book.tables.len();
    let many = book.tables.len();
    let blocks =
        sheets.map(|number| view! { <Sheet book=Arc::clone(&book) number=number mapping=mapping is_alone={many == 1} /> });
    view! { <div class="mapping">{blocks.collect_view()}</div> }
}

#[component]
fn Sheet(book: Arc<Book>, number: usize, mapping: RwSignal<Mapping>, is_alone: bool) -> impl IntoView {
    let session = use_session();
    let name = book.tables.get(number).map(|table| table.name.clone()).unwrap_or_default();
    let own = Memo::new(move |_| mapping.with(|mapping| mapping.tables.get(number).cloned().unwrap_or_default()));
    let kind = Memo::new(move |_| own.with(|own| own.kind));
    let set = move |to: TableMapping| {
        mapping.update(|mapping| {
            if let Some(table) = mapping.tables.get_mut(number) {
                *table = to;
            }
        });
        session.request(Request::PlanSpreadsheet(mapping.get_untracked()));
    };
    let (tables, rows_of) = (Arc::clone(&book), Arc::clone(&book));
    let pick_kind = move |key: String| {
        let Some(table) = tables.tables.get(number) else { return };
        let left_out = || TableMapping { columns: vec![None; table.width()], ..TableMapping::default() };
        set(Kind::from_key(&key).map_or_else(left_out, |kind| TableMapping::of(table, kind)));
    };
    let pick_heads = move |row: String| {
        let (Some(table), Ok(row), Some(kind)) = (rows_of.tables.get(number), row.parse::<usize>(), kind.get_untracked()) else {
            return;
        };
        set(TableMapping::with_heads(table, kind, row));
    };
    let kinds = std::iter::once((String::new(), "Leave it out".to_owned()))
        .chain(KINDS.map(|kind| (kind.key().to_owned(), kind.plural().to_owned())))
        .collect::<Vec<_>>();
    let rows = book.tables.get(number).map_or(0, |table| table.rows.len().min(HEAD_ROWS));
    let heads: Vec<_> = (0..rows).map(|row| (row.to_string(), format!("Row {}", row + 1))).collect();
    let head_chosen = Signal::derive(move || own.with(|own| own.heads.to_string()));
    let kind_chosen = Signal::derive(move || kind.get().map(|kind| kind.key().to_owned()).unwrap_or_default());
    let summary = {
        let name = name.clone();
        move || {
            let read = own.with(|own| own.columns.iter().flatten().count());
            match kind.get() {
                None => format!("Sheet \"{name}\": left out"),
                Some(kind) => format!(
                    "Sheet \"{name}\": {}, {}",
                    kind.plural().to_lowercase(),
                    words::count(read, "column read", "columns read")
                ),
            }
        }
    };
    let pickers = Arc::clone(&book);
    view! {
        <details class="fold" open=is_alone>
            <summary class="fold__head">{summary}</summary>
            <div class="filters">
                <Pick id=format!("sheet-{number}-kind") label=format!("What sheet \"{name}\" holds") options=kinds value=kind_chosen on_pick=Callback::new(pick_kind) />
                <Show when=move || kind.get().is_some()>
                    <Pick id=format!("sheet-{number}-heads") label="Heads stand in".to_owned() options=heads.clone() value=head_chosen on_pick=Callback::new(pick_heads.clone()) />
                </Show>
            </div>
            {move || kind.get().map(|kind| view! { <Pickers book=Arc::clone(&pickers) number=number kind=kind own=own set=Callback::new(set) /> })}
        </details>
    }
}

/// A choice for each column in which anything stands.
#[component]
fn Pickers(book: Arc<Book>, number: usize, kind: Kind, own: Memo<TableMapping>, set: Callback<TableMapping>) -> impl IntoView {
    let heads = Memo::new(move |_| own.with(|own| own.heads));
    let read = columns(kind).iter().filter(|column| column.is_read);
    let options: Vec<_> = std::iter::once((String::new(), "Leave it out".to_owned()))
        .chain(read.map(|column| (column.key.to_owned(), column.head.to_owned())))
        .collect();
    let pick = move |place: usize, key: &str| {
        let key = columns(kind).iter().find(|column| column.key == key).map(|column| column.key);
        let mut to = own.get_untracked();
        // Two columns cannot both be one: the earlier choice gives way. Each partner's share has a column of its own.
        to.columns
            .iter_mut()
            .filter(|column| key.is_some_and(|key| key != SHARE) && **column == key)
            .for_each(|column| *column = None);
        if let Some(column) = to.columns.get_mut(place) {
            *column = key;
        }
        set.run(to);
    };
    move || {
        let heads = heads.get();
        let Some(table) = book.tables.get(number) else { return ().into_any() };
        let pickers = (0..table.width()).filter_map(|place| {
            let below: Vec<String> =
                (heads + 1..table.rows.len()).map(|row| table.cell(row, place).typed()).filter(|text| !text.is_empty()).take(EXAMPLES).collect();
            let head = table.cell(heads, place).typed();
            if below.is_empty() && head.is_empty() {
                return None;
            }
            let label = if head.is_empty() { format!("Column {}", letters(place)) } else { format!("Column {}: {head}", letters(place)) };
            let examples = below.iter().map(|text| words::count::shortened(text, 24)).collect::<Vec<_>>().join(" · ");
            let value = Signal::derive(move || own.with(|own| own.columns.get(place).copied().flatten().unwrap_or_default().to_owned()));
            let id = format!("sheet-{number}-column-{place}");
            Some(view! {
                <li>
                    <Pick id=id label=label options=options.clone() value=value on_pick=Callback::new(move |key: String| pick(place, &key)) />
                    <p class="mapping__examples">{examples}</p>
                </li>
            })
        });
        view! { <ul class="mapping__columns">{pickers.collect_view()}</ul> }.into_any()
    }
}

#[component]
fn Pick(
    id: String,
    label: String,
    options: Vec<(String, String)>,
    #[prop(into)] value: Signal<String>,
    on_pick: Callback<String>,
) -> impl IntoView {
    let option = |(key, words): (String, String)| {
        let own = key.clone();
        view! { <option value=key selected=move || value.with(|value| *value == own)>{words}</option> }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <select class="field__input" id=id prop:value=value on:change=move |event| on_pick.run(event_target_value(&event))>{options.into_iter().map(option).collect_view()}</select>
        </div>
    }
}
