//! The grid itself. What is typed is kept on this device until it is saved; what cannot be read stays in its cell.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::analysis::measures::{Grid, Place, Typed, Wrong, read};
use crate::domain::command::{Command, Entered};
use crate::domain::reading::Filling;
use crate::order::OneByOne;
use crate::route::{EnterState, Route};
use crate::session::{Request, Session, use_session};
use crate::views::pages::enter::cell::{Act, TypedCell, element};
use crate::views::pages::enter::table::table;
use crate::views::pages::enter::typed::{key, on_page, pages, paste, put_back, remember, typed_cells};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::filter_field::FilterField;
use crate::views::parts::form::Form;
use crate::views::parts::source_fields::{SOURCE, SourceFields, read_source};
use crate::views::parts::text_field::{TextField, Typed as TypedAs};
use crate::words;

/// The button that saves, which has the focus again once the table shows what was saved.
const SAVE: &str = "save-figures";

/// The grid of a place, a page of councils at a time.
#[component]
pub fn Sheet(
    /// What is entered, and of when.
    place: Place,
    /// The figures as they stand, of every council.
    whole: Grid,
    /// The page of councils, from nought.
    page: usize,
    /// What the address chooses.
    state: Memo<EnterState>,
) -> impl IntoView {
    let session = use_session();
    let pages = pages(&whole);
    let page = page.min(pages.len().saturating_sub(1));
    let shown = on_page(whole, page);
    let key = key(&place);
    let form = Form::new(format!("{key}/stated"));
    let on = form.field("on", String::new());
    let typed = StoredValue::new(typed_cells(session, &key, &shown));
    let is_baseline = place.filling == Filling::Baselines;
    let place = StoredValue::new(place);
    let shown = StoredValue::new(shown);
    let key = StoredValue::new(key);
    let problems =
        Memo::new(move |_| typed.with_value(|typed| typed.values().filter(|cell| cell.wrong.with(Option::is_some)).count()));
    // Everything that is typed, read; or what cannot be.
    let look = move |all: Typed| -> Option<Result<Vec<Entered>, Vec<Wrong>>> {
        session.look(|open| {
            let workspace = &open?.workspace;
            Some(shown.with_value(|shown| place.with_value(|place| read(workspace, place, shown, &all))))
        })
    };
    let cells =
        move || typed.with_value(|typed| typed.iter().map(|(key, cell)| (key.clone(), cell.typed.get_untracked())).collect());
    let save = move || {
        let mut wrong = Vec::new();
        let source = read_source(&form, SOURCE, &mut wrong);
        let on = if is_baseline { form.date("on", &mut wrong) } else { None };
        if !wrong.is_empty() {
            return form.refuse(wrong);
        }
        form.refusals.set(Vec::new());
        match look(Typed { cells: cells(), on, source }) {
            Some(Ok(entered)) => enter(session, form, entered, &key.get_value()),
            Some(Err(unreadable)) => {
                let unreadable: BTreeMap<String, String> = unreadable.into_iter().one_by_one();
                typed.with_value(|typed| typed.iter().for_each(|(key, cell)| cell.wrong.set(unreadable.get(key).cloned())));
                let wrong = typed.with_value(|typed| {
                    let wrong = typed.values().filter(|cell| cell.wrong.with_untracked(Option::is_some));
                    wrong.map(|cell| (cell.row, cell.column)).min()
                });
                if let Some((row, column)) = wrong {
                    session.request(Request::Focus(element(row, column)));
                }
            }
            None => {}
        }
    };
    let acts = Callback::new(move |(cell, act): (TypedCell, Act)| match act {
        Act::Save => save(),
        Act::PutBack => shown.with_value(|shown| {
            put_back(shown, &cell);
            remember(session, &key.get_value(), shown, &cell);
        }),
        Act::Typed => remember(session, &key.get_value(), &shown.get_value(), &cell),
        Act::Go(down, across) => go(session, typed, &cell, down, across),
        Act::Pasted(rows) => {
            let (filled, left_over) = typed.with_value(|typed| paste(typed, &cell, &rows));
            for filled in &filled {
                remember(session, &key.get_value(), &shown.get_value(), filled);
            }
            // What is not understood stays in its cell, with its sentence.
            let on = is_baseline.then(|| form.date("on", &mut Vec::new())).flatten();
            if let Some(Err(unreadable)) = look(Typed { cells: cells(), on, source: None }) {
                typed.with_value(|typed| {
                    for (key, says) in unreadable {
                        if let Some(cell) = typed.get(&key).filter(|cell| filled.contains(cell)) {
                            cell.wrong.set(Some(says));
                        }
                    }
                });
            }
            let over = match left_over {
                0 => String::new(),
                1 => " 1 cell did not fit into this table and was left out.".to_owned(),
                many => format!(" {} did not fit into this table and were left out.", words::count(many, "cell", "cells")),
            };
            session.say(format!(
                "{} filled in. Nothing is saved yet.{over}",
                words::sentence(&words::count(filled.len(), "cell", "cells"))
            ));
        }
    });
    let give_up = move |_| {
        shown.with_value(|shown| {
            typed.with_value(|typed| typed.values().for_each(|cell| put_back(shown, cell)));
        });
        session.forget_draft(&key.get_value());
        form.forget();
    };
    let turn = Callback::new(move |chosen: String| {
        let mut state = state.get_untracked();
        state.page = chosen.parse().ok().filter(|page: &u16| *page > 1);
        session.request(Request::Swap(Route::Enter(state)));
    });
    let (table, has_pages, page_key) =
        (table(&shown.get_value(), &typed.get_value(), acts), pages.len() > 1, (page + 1).to_string());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save();
    };
    view! {
        <form aria-label="Figures" on:submit=submit>
            <ErrorSummary form=form />
            {has_pages.then(|| view! { <div class="filters"><FilterField id="enter-page" label="Councils" options=pages value=page_key on_pick=turn /></div> })}
            <p class="savings__help">"Enter or the arrows go down and up, Tab goes across, Ctrl and Enter save, Escape puts back what stood in a cell. Cells copied from a spreadsheet fill the table from the cell that you paste into. A note goes behind a semicolon: 12.5; system down in May."</p>
            {table}
            {is_baseline.then(|| view! { <TextField form=form name="on" label="At which day these were so" value=on typed=TypedAs::Date width=12 hint="It is kept with every baseline that you change here." /> })}
            <details class="fold">
                <summary class="fold__head">"Where these are stated"</summary>
                <SourceFields form=form names=SOURCE starts=None />
            </details>
            <Show when=move || { problems.get() > 0 }>
                <p class="entry__error" role="alert">{move || format!("{} cannot be read. Put it right or empty it; nothing is saved yet.", words::sentence(&words::count(problems.get(), "cell", "cells")))}</p>
            </Show>
            <div class="form__actions">
                <button class="button" type="submit" id=SAVE>"Save the figures"</button>
                <button class="button button--plain" type="button" on:click=give_up>"Put back what stood here"</button>
            </div>
        </form>
    }
}

/// To a neighbour, as far as there is one.
fn go(session: Session, typed: StoredValue<BTreeMap<String, TypedCell>>, cell: &TypedCell, down: isize, across: isize) {
    let to = cell.row.checked_add_signed(down).zip(cell.column.checked_add_signed(across));
    let is_there = |(row, column): &(usize, usize)| {
        typed.with_value(|typed| typed.values().any(|cell| (cell.row, cell.column) == (*row, *column)))
    };
    if let Some((row, column)) = to.filter(is_there) {
        session.request(Request::FocusAtOnce(element(row, column)));
    }
}

/// Everything that is new, as one act. What was taken out of use is put back by it.
fn enter(session: Session, form: Form, entered: Vec<Entered>, key: &str) {
    let count = entered.len();
    let again = |one: Entered| Entered { withdrawn: session.look(|open| open?.out_of_use(&one.after.subject())), ..one };
    let command = Command::EnterFigures(entered.into_iter().map(again).collect());
    let key = key.to_owned();
    form.save(Vec::new(), command, move || {
        session.forget_draft(&key);
        if count > 0 {
            session.say(format!("{} saved.", words::sentence(&words::count(count, "figure", "figures"))));
            session.request(Request::Focus(SAVE.to_owned()));
        }
    });
}
