//! A bundle on its way in: chosen or dropped, read with progress, shown, then brought in or not.

use leptos::prelude::*;

use crate::bundle::{Preview, Relation};
use crate::domain::thing::Kind;
use crate::session::{Arriving, Import, Request, use_session};
use crate::words;

const FIELD: &str = "bundle-file";

/// The file field with what came of it.
#[component]
pub fn ImportBundle() -> impl IntoView {
    let session = use_session();
    let over = RwSignal::new(false);
    view! {
        <section aria-labelledby="import-head">
            <h2 id="import-head">"Import a bundle"</h2>
            <div
                class="drop"
                data-over=move || over.get().to_string()
                on:dragover=move |_| over.set(true)
                on:dragleave=move |_| over.set(false)
                on:drop=move |_| over.set(false)
            >
                <label class="drop__label" for=FIELD>"Bundle file"</label>
                <p class="drop__hint" id="bundle-hint">"Choose a file, or drop it here. Nothing changes until you say so."</p>
                <input class="drop__input" id=FIELD type="file" aria-describedby="bundle-hint" on:change=move |_| session.request(Request::ReadChosen(FIELD.to_owned())) />
            </div>
            {move || match session.import.get() {
                Import::None => ().into_any(),
                Import::Reading { file, done, of } => view! { <Reading file=file done=done of=of /> }.into_any(),
                Import::Failed { file, says } => view! {
                    <div class="banner" role="alert" data-tone="bad">
                        <div class="banner__words"><p class="banner__head">{format!("{file} cannot be brought in.")}</p><p class="banner__says">{says}" Nothing has changed."</p></div>
                        <div class="banner__actions"><button class="button button--plain button--small" type="button" on:click=move |_| session.cancel_import()>"Close"</button></div>
                    </div>
                }.into_any(),
                Import::Ready(arriving) => view! { <Shown arriving=*arriving /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Reading(file: String, done: usize, of: usize) -> impl IntoView {
    let session = use_session();
    let percent = done.saturating_mul(100) / of.max(1);
    view! {
        <div class="progress">
            <label class="progress__label" for="reading">{format!("Reading {file}")}</label>
            <progress class="progress__bar" id="reading" max="100" value=percent.to_string()>{format!("{percent} of 100")}</progress>
            <p class="progress__says" role="status">{format!("{percent} % read and checked")}</p>
            <button class="button button--quiet progress__stop" type="button" on:click=move |_| session.request(Request::StopReading)>"Stop"</button>
        </div>
    }
}

#[component]
fn Shown(arriving: Arriving) -> impl IntoView {
    let session = use_session();
    let Arriving { title, code, made, preview, findings, aside, .. } = arriving;
    let head = format!("This bundle holds \"{title}\", code {code}");
    let lines = lines(&preview).into_iter().map(|line| {
        view! {
            <li class="preview__line" data-kind=line.kind>
                <span class="preview__count">{(line.count > 0).then(|| words::number(line.count as u64))}</span>
                <span>{line.says}{line.note.map(|note| view! { <span class="preview__note">{note}</span> })}</span>
            </li>
        }
    });
    let lines = lines.collect_view();
    let warnings = findings.into_iter().chain(aside).collect::<Vec<_>>();
    let warned = !warnings.is_empty();
    let bring_in = if preview.new == 0 { "Open it" } else { "Bring in" };
    view! {
        <section class="preview" aria-labelledby="preview-head">
            <h2 class="preview__head" id="preview-head" tabindex="-1">{head}</h2>
            <p>{made}{where_to(preview.relation)}</p>
            <ul class="preview__list">{lines}</ul>
            <Show when=move || warned>
                <div class="banner" data-tone="wary"><div class="banner__words"><p class="banner__head">"Know this before you bring it in"</p>
                    <ul>{warnings.iter().cloned().map(|says| view! { <li class="banner__says">{says}</li> }).collect_view()}</ul>
                </div></div>
            </Show>
            <div class="preview__actions">
                <button class="button" type="button" on:click=move |_| session.request(Request::BringIn)>{bring_in}</button>
                <button class="button button--quiet" type="button" on:click=move |_| { session.cancel_import(); session.say("Cancelled. Nothing has changed."); }>"Cancel"</button>
            </div>
        </section>
    }
}

fn where_to(relation: Relation) -> &'static str {
    match relation {
        Relation::First => ". It becomes a workspace of its own in this browser.",
        Relation::Same => ". It is the same workspace as one in this browser: what is new is added, nothing is overwritten.",
        Relation::Other => ". It is another workspace: it opens beside the one that is open, and nothing is mixed.",
    }
}

struct Line {
    kind: &'static str,
    count: usize,
    says: String,
    note: Option<String>,
}

fn lines(preview: &Preview) -> Vec<Line> {
    let named = |kind: &str, many: usize| match Kind::from_key(kind) {
        Some(kind) => words::count(many, &kind.label().to_lowercase(), &kind.plural().to_lowercase()),
        None => words::count(many, "record of a kind unknown here", "records of a kind unknown here"),
    };
    let listed = |pick: fn(&crate::bundle::Counted) -> usize| {
        let parts: Vec<_> = preview
            .records
            .iter()
            .filter(|counted| pick(counted) > 0)
            .map(|counted| named(&counted.kind, pick(counted)))
            .collect();
        (preview.records.iter().map(pick).sum::<usize>(), parts.join(", "))
    };
    let mut lines = vec![Line {
        kind: if preview.new > 0 { "new" } else { "same" },
        count: preview.new,
        says: words::files::new_here(preview.new).to_owned(),
        note: (preview.known > 0).then(|| format!("{} here already", words::count(preview.known, "change is", "changes are"))),
    }];
    for (kind, says, (count, note)) in [
        ("new", "new records", listed(|counted| counted.new)),
        ("changed", "records that would say something else", listed(|counted| counted.changed)),
        ("changed", "records that would be withdrawn", listed(|counted| counted.withdrawn)),
    ] {
        if count > 0 {
            lines.push(Line { kind, count, says: says.to_owned(), note: Some(note) });
        }
    }
    if !preview.conflicts.is_empty() {
        lines.push(Line {
            kind: "conflict",
            count: preview.conflicts.len(),
            says: "values that people wrote differently".to_owned(),
            note: Some("All are kept. Each page shows them, to be settled.".to_owned()),
        });
    }
    if !preview.not_understood.is_empty() {
        lines.push(Line {
            kind: "unknown",
            count: preview.not_understood.len(),
            says: "fields that this page does not understand: kept as they are".to_owned(),
            note: None,
        });
    }
    let people: Vec<_> = preview
        .people
        .iter()
        .map(
            |person| {
                if person.council.is_empty() { person.name.clone() } else { format!("{} ({})", person.name, person.council) }
            },
        )
        .collect();
    lines.push(Line {
        kind: "same",
        count: preview.people.len(),
        says: words::files::authors(preview.people.len()).to_owned(),
        note: Some(words::count::list_some(people, 6)),
    });
    lines
}
