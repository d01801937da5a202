//! A spreadsheet on its way in: chosen, read, shown, then brought in or not.

use std::sync::Arc;

use leptos::prelude::*;

use crate::session::{Request, Spreadsheet, SpreadsheetHere, use_session};
use crate::sheets::Preview;
use crate::views::pages::files::spreadsheet_columns::Columns;
use crate::views::pages::files::spreadsheet_rows::Rows;
use crate::words;

const FIELD: &str = "sheet-file";

/// The file field with what came of it.
#[component]
pub fn ImportSpreadsheet() -> impl IntoView {
    let session = use_session();
    // The columns are drawn once for each file, so that a choice among them keeps the focus.
    let file = Memo::new(move |_| {
        session.spreadsheet.with(|spreadsheet| match spreadsheet {
            Spreadsheet::Here(here) => Some(Same(Arc::clone(here))),
            _ => None,
        })
    });
    view! {
        <section aria-labelledby="sheet-in-head">
            <h2 id="sheet-in-head">"Import a spreadsheet"</h2>
            <p>"Rows become records of the work that is open: money lines, risks, services, partners and issues. A spreadsheet saved from here finds its own rows again."</p>
            <div class="drop">
                <label class="drop__label" for=FIELD>"Spreadsheet file"</label>
                <p class="drop__hint" id="sheet-hint">"A workbook (.xlsx) or CSV. Nothing changes until you say so."</p>
                <input class="drop__input" id=FIELD type="file" aria-describedby="sheet-hint" on:change=move |_| session.request(Request::ReadSpreadsheet(FIELD.to_owned())) />
            </div>
            {move || session.spreadsheet.with(|spreadsheet| match spreadsheet {
                Spreadsheet::Reading(says) => Some(view! { <p role="status">{says.clone()}"…"</p> }.into_any()),
                Spreadsheet::Failed { head, says } => Some(view! {
                    <div class="banner" role="alert" data-tone="bad">
                        <div class="banner__words"><p class="banner__head">{head.clone()}</p><p class="banner__says">{says.clone()}" Nothing has changed."</p></div>
                        <div class="banner__actions"><button class="button button--plain button--small" type="button" on:click=move |_| session.cancel_spreadsheet()>"Close"</button></div>
                    </div>
                }.into_any()),
                Spreadsheet::None | Spreadsheet::Here(_) => None,
            })}
            {move || file.get().map(|Same(here)| view! { <Shown here=here /> })}
        </section>
    }
}

/// Two states of one file are the same to whoever draws its columns.
#[derive(Clone)]
struct Same(Arc<SpreadsheetHere>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0.book, &other.0.book)
    }
}

#[component]
fn Shown(here: Arc<SpreadsheetHere>) -> impl IntoView {
    let session = use_session();
    let SpreadsheetHere { file, book, mapping, .. } = (*here).clone();
    let planned = Memo::new(move |_| {
        session.spreadsheet.with(|spreadsheet| match spreadsheet {
            Spreadsheet::Here(here) => here.planned.clone(),
            _ => None,
        })
    });
    let brings = Memo::new(move |_| planned.get().map_or(0, |planned| planned.preview.brings()));
    let bring_in = move |_| session.once_introduced(move || session.request(Request::BringInSpreadsheet));
    let cancel = move |_| {
        session.cancel_spreadsheet();
        session.say("Cancelled. Nothing has changed.");
    };
    view! {
        <section class="preview" aria-labelledby="sheet-head">
            <h3 class="preview__head" id="sheet-head" tabindex="-1">{format!("What {file} would do")}</h3>
            <Columns book=book mapping=mapping />
            {move || match planned.get() {
                None => view! { <p role="status">"Looking at the rows…"</p> }.into_any(),
                Some(planned) => {
                    let says = says(&planned.preview);
                    view! {
                        <p role="status">{says}</p>
                        <Notes preview=planned.preview.clone() />
                        <Rows preview=planned.preview.clone() />
                    }.into_any()
                }
            }}
            <div class="preview__actions">
                <Show when=move || { brings.get() > 0 }>
                    <button class="button" type="button" on:click=bring_in>{move || format!("Bring in {}", words::count(brings.get(), "row", "rows"))}</button>
                </Show>
                <button class="button button--quiet" type="button" on:click=cancel>"Cancel"</button>
            </div>
        </section>
    }
}

/// `12 rows: 2 are added, 1 is changed, 8 say what stands here already, 1 is not understood and left out.`
fn says(preview: &Preview) -> String {
    use crate::sheets::Fate;
    if preview.rows.is_empty() {
        return "No row of this file is read yet. Say above what each sheet holds and which column is which.".to_owned();
    }
    let parts = [
        (Fate::Added, "is added", "are added"),
        (Fate::Changed, "changes what stands here", "change what stands here"),
        (Fate::Same, "says what stands here already", "say what stands here already"),
        (Fate::Refused, "is not understood and stays out", "are not understood and stay out"),
    ];
    let parts = parts.into_iter().map(|(fate, one, several)| (preview.count(fate), one, several)).filter(|(many, ..)| *many > 0);
    let parts = parts.map(|(many, one, several)| words::count(many, one, several));
    format!("{}: {}.", words::sentence(&words::count(preview.rows.len(), "row", "rows")), words::list(parts.collect::<Vec<_>>()))
}

/// What should be known of how it was read.
#[component]
fn Notes(preview: Preview) -> impl IntoView {
    let left_out: Vec<String> = preview.tables.iter().flat_map(|table| table.left_out.iter().cloned()).collect();
    let left_out =
        (!left_out.is_empty()).then(|| format!("Columns that are not read: {}.", words::count::list_some(left_out, 12)));
    let notes: Vec<String> = preview.notes.into_iter().chain(left_out).collect();
    let lines = notes.into_iter().map(|says| view! { <li>{says}</li> }).collect_view();
    view! { <ul class="files__held">{lines}</ul> }
}
