//! A list of records of one kind, each with its form in place, and a way to add one.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;
use crate::session::use_session;
use crate::views::here::{is_looked_for, place_of, use_route};
use crate::views::parts::asked_fields::{Ask, AskedFields};
use crate::views::parts::conflict_mark::ConflictMark;
use crate::views::parts::edit_button::{EditButton, edit_button_id};
use crate::views::parts::exempt::{ExemptButton, ExemptMark};
use crate::views::parts::form::Form;
use crate::views::parts::more::More;
use crate::views::parts::record_form::RecordForm;
use crate::views::parts::source_fields::{SOURCE, SourceFields};

const AT_FIRST: usize = 50;

/// A record as it stands in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Which.
    pub subject: Subject,
    /// What it is called there.
    pub head: String,
    /// A word that stands out: whether it is calm, and the word.
    pub mark: Option<(bool, String)>,
    /// What else there is to say, a line each.
    pub notes: Vec<String>,
}

/// How records of a kind are asked for and called.
#[derive(Clone, Copy)]
pub struct Keeping {
    /// One of them, such as "the consultation".
    pub what: &'static str,
    /// What adds one, such as "Add a consultation"; empty where a record is there for each by itself.
    pub add: &'static str,
    /// What changes one.
    pub edit: &'static str,
    /// What is said once one is saved.
    pub saved: &'static str,
    /// What is asked, with what stands there; where it is stated is asked after it.
    pub asks: fn(&Workspace, &Thing) -> Vec<Ask>,
    /// The record that the answers come to; what cannot be read goes to the list.
    pub read: fn(&Form, &Workspace, &Thing, &mut Vec<Refusal>) -> Thing,
}

/// The list. A record that is not there yet is written by its own form.
#[component]
pub fn KeptList(
    /// What stands in it.
    items: Memo<Vec<Kept>>,
    /// How they are asked for.
    keeping: Keeping,
    /// What there is to say where there are none.
    empty: &'static str,
    /// The name of the button that adds one.
    #[prop(into)]
    button: String,
    /// A new one, of which only what it belongs to is stated.
    #[prop(optional_no_strip)]
    blank: Option<Callback<(), Option<Thing>>>,
) -> impl IntoView {
    let adding = RwSignal::new(false);
    let looked_for = use_route().with_untracked(|route| route.shown().cloned());
    let place = items.with_untracked(|items| items.iter().position(|kept| Some(&kept.subject) == looked_for.as_ref()));
    let limit = RwSignal::new(place.map_or(AT_FIRST, |place| AT_FIRST.max(place + 1)));
    let shown = Memo::new(move |_| {
        items.with(|items| items.iter().take(limit.get()).map(|kept| kept.subject.clone()).collect::<Vec<_>>())
    });
    let more = move || items.with(Vec::len).saturating_sub(limit.get());
    let add = blank.map(|blank| {
        let id = button.clone();
        let form = move || {
            let blank = blank.run(());
            blank.map(|blank| view! { <KeptForm before=None thing=blank keeping=keeping back=button.clone() open=adding /> })
        };
        view! {
            <div class="buttons">
                <button class="button button--quiet button--small" type="button" id=id aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>{keeping.add}</button>
            </div>
            <Show when=move || adding.get()>{form.clone()}</Show>
        }
    });
    view! {
        <Show when=move || items.with(Vec::is_empty)><p class="not-stated">{empty}</p></Show>
        <ul class="results">
            <For each=move || shown.get() key=Clone::clone let:subject><KeptItem subject=subject items=items keeping=keeping /></For>
        </ul>
        <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("line", "lines") />
        {add}
    }
}

#[component]
fn KeptItem(subject: Subject, items: Memo<Vec<Kept>>, keeping: Keeping) -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    let own = subject.clone();
    let kept = Memo::new(move |_| items.with(|items| items.iter().find(|kept| kept.subject == own).cloned()));
    let head = Signal::derive(move || kept.with(|kept| kept.as_ref().map(|kept| kept.head.clone())).unwrap_or_default());
    let mark = move || {
        let (calm, word) = kept.with(|kept| kept.as_ref()?.mark.clone())?;
        Some(view! { " " <span class="flag" data-tone=calm.then_some("calm")>{word}</span> })
    };
    let notes = move || kept.with(|kept| kept.as_ref().map(|kept| kept.notes.clone())).unwrap_or_default();
    let note = |note: String| view! { <p class="results__says">{note}</p> };
    let record = subject.clone();
    let form = move || {
        let before = session.look(|open| open?.workspace.thing(&record));
        let blank = || Thing::decode(record.as_str(), &|_| None).map(|(thing, _)| thing);
        let thing = before.clone().or_else(blank);
        let back = edit_button_id(&record);
        thing.map(|thing| view! { <KeptForm before=before thing=thing keeping=keeping back=back open=open /> })
    };
    let is_there = {
        let record = subject.clone();
        move || items.with(|_| session.look(|open| open.is_some_and(|open| open.workspace.holds(&record))))
    };
    let marked = subject.clone();
    let (place, looked_for) = (place_of(&subject), is_looked_for(subject.clone()));
    view! {
        <li class="results__item" id=place data-shown=looked_for>
            <strong>{head}</strong>{mark}<ConflictMark record=subject.clone() />
            {move || notes().into_iter().map(note).collect_view()}
            <ExemptMark record=subject.clone() />
            <div class="buttons">
                <EditButton record=subject called=head open=open />
                <Show when=is_there><ExemptButton record=marked.clone() called=head class="button button--quiet button--small" /></Show>
            </div>
            <Show when=move || open.get()>{form.clone()}</Show>
        </li>
    }
}

/// The form of one.
#[component]
pub fn KeptForm(
    /// What it says; nothing where it is not there yet.
    before: Option<Thing>,
    /// The same, or a new one of which only what it belongs to is stated.
    thing: Thing,
    /// How it is asked for.
    keeping: Keeping,
    /// The element that takes the focus afterwards.
    back: String,
    /// Whether the form is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let is_new = before.is_none();
    let key = if is_new && !keeping.add.is_empty() { format!("{}/new", thing.kind().key()) } else { thing.subject().to_string() };
    let form = Form::new(key);
    let asks = session.look(|open| open.map(|open| (keeping.asks)(&open.workspace, &thing)).unwrap_or_default());
    let first = asks.first().map_or("", |ask| ask.name);
    let source = thing.encode().remove("source").and_then(|source| serde_json::from_value(source).ok());
    let read = move |wrong: &mut Vec<Refusal>| session.look(|open| Some((keeping.read)(&form, &open?.workspace, &thing, wrong)));
    let withdraw = (!is_new).then(|| (keeping.what, "page-title".to_owned()));
    view! {
        <RecordForm
            form=form
            label=if is_new && !keeping.add.is_empty() { keeping.add } else { keeping.edit }
            before=before
            read=read
            says=keeping.saved
            first=first
            back=back
            withdraw=withdraw
            on_close=Callback::new(move |_| open.set(false))
        >
            <AskedFields form=form asks=asks />
            <SourceFields form=form names=SOURCE starts=source />
        </RecordForm>
    }
}
