//! Starting afresh, for what must not be kept for ever: which texts are left out, who decided, and the old one removed.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::thing::Kind;
use crate::handing::afresh::{Text, texts_with};
use crate::handing::says;
use crate::session::{Request, use_session};
use crate::views::parts::dialog::{Danger, Dialog};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::TextField;
use crate::words;

/// How many texts are shown to be ticked: with more, other words find them better.
const MOST: usize = 100;
/// How much of a text is shown.
const LONGEST: usize = 160;

/// What it does, behind one line until somebody wants it.
#[component]
pub fn StartAfresh() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <section aria-labelledby="afresh-head">
            <h2 id="afresh-head">"Start afresh"</h2>
            <p>"A history keeps what was written for good, and so does every file of it. Where something must not be kept, such as a person's illness in a commentary, start a new workspace from what stands now, without it."</p>
            <p><button class="button button--quiet" type="button" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>"Start afresh…"</button></p>
            <Show when=move || open.get()><AfreshForm /></Show>
        </section>
    }
}

#[component]
fn AfreshForm() -> impl IntoView {
    let session = use_session();
    let form = Form::new("afresh");
    // Not kept as a draft: what is looked for is what must not be kept.
    let words = RwSignal::new(String::new());
    let decided = form.field("decided", "");
    let chosen = RwSignal::new(BTreeSet::<Text>::new());
    let found = session.select_open(Kind::ALL, move |open| {
        let wanted = words.get();
        let long_enough = wanted.trim().chars().count() >= 3;
        let texts = open.filter(|_| long_enough).map(|open| {
            let called = |text: Text| (says::called(&open.workspace, &text.record), text);
            texts_with(&open.shared, &wanted).into_iter().map(called).take(MOST).collect::<Vec<_>>()
        });
        texts.unwrap_or_default()
    });
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(decided) = form.text("decided") else {
            return form.refuse(vec![Refusal::of("decided", "Say who decided this and when, by office or body.")]);
        };
        form.refusals.set(Vec::new());
        let left_out: Vec<Text> = chosen.get_untracked().into_iter().collect();
        session.once_introduced(move || {
            form.forget();
            session.request(Request::StartAfresh { left_out, decided });
        });
    };
    let line = move |(called, text): (String, Text)| {
        let (is_out, turned) = (text.clone(), text.clone());
        let label = format!("{}: {}", words::sentence(&called), words::count::shortened(&text.says, LONGEST));
        let turn = move |_| {
            chosen.update(|chosen| {
                if !chosen.remove(&turned) {
                    chosen.insert(turned.clone());
                }
            });
        };
        view! {
            <label class="choice">
                <input class="choice__input" type="checkbox" prop:checked=move || chosen.with(|chosen| chosen.contains(&is_out)) on:change=turn />
                <span class="choice__label">{label}</span>
            </label>
        }
    };
    let many = move || chosen.with(BTreeSet::len);
    view! {
        <form class="form" aria-label="Start afresh" on:submit=start>
            <ErrorSummary form=form />
            <TextField form=form name="words" label="Find texts that hold" value=words width=40 hint="Three letters or more. Tick each text that is to be left out." />
            <fieldset class="choices">
                <legend class="choices__legend">{move || words::sentence(&format!("{} to be left out", words::count(many(), "text", "texts")))}</legend>
                <div class="choices__list"><For each=move || found.get() key=|(_, text)| text.clone() children=line /></div>
            </fieldset>
            <TextField form=form name="decided" label="Who decided it" value=decided width=40 hint="The office or body, and the day. It stands in the new history with the code of the old one." />
            <p>"The old workspace is saved as a file for the archive, whole. The new one holds no history, and files of the old one cannot be brought into it. You are asked about removing the old one."</p>
            <div class="form__actions"><button class="button button--danger" type="submit">"Save the old one and start afresh"</button></div>
        </form>
    }
}

/// Asks about the old workspace once the new one is open.
#[component]
pub fn RemoveLeftBehind() -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(session.left_behind.with(Option::is_some)));
    let close = move || session.left_behind.set(None);
    let remove = move |_| {
        if let Some(old) = session.left_behind.get_untracked() {
            session.request(Request::RemoveWorkspace(old));
        }
        close();
    };
    view! {
        <Dialog open=open head="Remove the old workspace?" id="left-behind" danger=Danger::Loss on_close=move |()| close()>
            <div class="dialog__body"><p>"The new workspace is open. Look first whether the file of the old one has been saved. Removing takes the old one out of this browser for good, with its history and its notes for yourself; those are in the new one too."</p></div>
            <div class="dialog__actions">
                <button class="button button--quiet" type="button" on:click=move |_| close()>"Keep it"</button>
                <button class="button button--danger" type="button" on:click=remove>"Remove the old one"</button>
            </div>
        </Dialog>
    }
}
