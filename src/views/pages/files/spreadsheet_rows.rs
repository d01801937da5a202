//! A spreadsheet row by row: what each would add or change, from what to what, and why a row stays out.

use leptos::prelude::*;

use crate::sheets::{Fate, FieldTold, Preview, Row};
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::more::More;
use crate::words;

const STEP: usize = 20;

/// The rows with a filter; those that say nothing new only where they are asked for.
#[component]
pub fn Rows(preview: Preview) -> impl IntoView {
    if preview.rows.is_empty() {
        return ().into_any();
    }
    let fates: Vec<_> = Fate::ALL.into_iter().filter(|fate| preview.count(*fate) > 0).collect();
    let options = any("All but the same", fates.iter().map(|fate| (fate.label().to_owned(), fate.label().to_owned())));
    let fate = RwSignal::new(String::new());
    let limit = RwSignal::new(STEP);
    let rows = StoredValue::new(preview.rows);
    let chosen = Memo::new(move |_| {
        let wanted = fate.get();
        let fits = |row: &Row| if wanted.is_empty() { row.fate != Fate::Same } else { row.fate.label() == wanted };
        // What a person has to look at stands first.
        let of_fate = |rows: &[Row], fate: Fate| -> Vec<usize> {
            let all = rows.iter().enumerate().filter(|(_, row)| row.fate == fate && fits(row));
            all.map(|(place, _)| place).collect()
        };
        rows.with_value(|rows| Fate::ALL.into_iter().flat_map(|fate| of_fate(rows, fate)).collect::<Vec<_>>())
    });
    let shown = move || {
        let places = chosen.with(|chosen| chosen.iter().take(limit.get()).copied().collect::<Vec<_>>());
        rows.with_value(|rows| places.into_iter().filter_map(|place| rows.get(place)).cloned().map(row).collect_view())
    };
    let pick = Callback::new(move |key: String| {
        limit.set(STEP);
        fate.set(key);
    });
    let left = Signal::derive(move || chosen.with(Vec::len).saturating_sub(limit.get()));
    let says = move || words::sentence(&words::count(chosen.with(Vec::len), "row", "rows"));
    view! {
        <h4 id="sheet-rows-head">"Row by row"</h4>
        <form class="filters" aria-label="Show of the rows" on:submit=|event| event.prevent_default()>
            <FilterField id="sheet-fate" label="What becomes of them" options=options value=fate on_pick=pick />
            <p class="filters__says" role="status">{says}</p>
        </form>
        <ul class="difference__list" aria-labelledby="sheet-rows-head">{shown}</ul>
        <More left=left limit=limit step=STEP of=("row", "rows") />
    }
    .into_any()
}

fn row(row: Row) -> impl IntoView {
    let Row { place, name, kind, fate, fields, reasons } = row;
    let reasons = reasons.into_iter().map(|says| view! { <li>{says}</li> }).collect_view();
    view! {
        <li class="difference">
            <p class="difference__head"><span class="difference__name">{name}</span>" "<span class="tag">{kind.label()}</span>" "<span class="tag">{fate.label()}</span>" "<span class="history__by">{place}</span></p>
            <ul class="difference__fields">{reasons}{fields.into_iter().map(field).collect_view()}</ul>
        </li>
    }
}

fn field(field: FieldTold) -> impl IntoView {
    view! {
        <li>
            <span class="history__field">{field.label}": "</span>
            {field.was.map(|was| view! { <del class="history__was"><span class="visually-hidden">"was "</span>{was}</del><span aria-hidden="true">" → "</span> })}
            <ins class="history__is"><span class="visually-hidden">"is "</span>{field.is}</ins>
        </li>
    }
}
