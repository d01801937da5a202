//! What was read, before anything has changed: the files, what they would do here, and the person's word.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::bundle::{Counted, Preview, Row};
use crate::domain::thing::Kind;
use crate::session::{Arriving, Request, use_session};
use crate::views::pages::files::by_hand::ByHand;
use crate::views::pages::files::differences::Differences;
use crate::words;

/// The preview, with Bring in and Cancel.
#[component]
pub fn Shown(arriving: Arc<Arriving>) -> impl IntoView {
    let session = use_session();
    let ticked = RwSignal::new(BTreeSet::<usize>::new());
    let Arriving { title, code, rows, preview, warnings, edits, is_beside, is_to_read, .. } = (*arriving).clone();
    let head = match (is_to_read, rows.len()) {
        (true, _) => format!("This bundle holds \"{title}\", code {code}, to be read"),
        (_, 1) => format!("This bundle holds \"{title}\", code {code}"),
        (_, many) => format!("These {many} bundles hold \"{title}\", together code {code}"),
    };
    let warned = !warnings.is_empty();
    let (new, is_held) = (preview.new, preview.known > 0);
    let can_open = is_to_read || new > 0 || is_held;
    let button = move || match (is_to_read, new, ticked.with(BTreeSet::len)) {
        (true, _, _) => "Open it to read",
        (_, 0, 0) => "Open it",
        _ => "Bring in",
    };
    let bring_in = move |_| {
        let places: Vec<usize> = ticked.with_untracked(|ticked| ticked.iter().copied().collect());
        if places.is_empty() {
            session.request(Request::BringIn(places));
        } else {
            session.once_introduced(move || session.request(Request::BringIn(places)));
        }
    };
    let cancel = move |_| {
        session.cancel_import();
        session.say("Cancelled. Nothing has changed.");
    };
    let lines =
        (!is_to_read).then(|| view! { <ul class="preview__list">{lines(&preview).into_iter().map(line).collect_view()}</ul> });
    view! {
        <section class="preview" aria-labelledby="preview-head">
            <h2 class="preview__head" id="preview-head" tabindex="-1">{head}</h2>
            {is_beside.then(|| view! { <p>"This is another programme than the one that is open: it opens beside this one, and nothing is mixed."</p> })}
            {files(rows)}
            {lines}
            <Show when=move || warned>
                <div class="banner" data-tone="wary"><div class="banner__words"><p class="banner__head">"Know this before you bring it in"</p>
                    <ul>{warnings.iter().cloned().map(|says| view! { <li class="banner__says">{says}</li> }).collect_view()}</ul>
                </div></div>
            </Show>
            <ByHand edits=edits ticked=ticked />
            <Differences preview=preview />
            <div class="preview__actions">
                <Show when=move || can_open || ticked.with(|ticked| !ticked.is_empty())>
                    <button class="button" type="button" on:click=bring_in>{button}</button>
                </Show>
                <button class="button button--quiet" type="button" on:click=cancel>"Cancel"</button>
            </div>
        </section>
    }
}

/// One file in two sentences, several as a list with a row each.
fn files(rows: Vec<Row>) -> AnyView {
    match <[Row; 1]>::try_from(rows) {
        Ok([row]) => view! { <p>{row.made.map(|made| format!("{made}. "))}{row.says}</p> }.into_any(),
        Err(rows) => {
            let rows = rows.into_iter().map(|row| {
                let brings = row.brings.map_or_else(
                    || "Cannot be brought in".to_owned(),
                    |brings| format!("Brings {}", words::count(brings, "new change", "new changes")),
                );
                let facts = [Some(brings), row.code.map(|code| format!("code {code}")), row.made].into_iter().flatten();
                view! {
                    <li class="preview__file" data-good=row.brings.is_some().to_string()>
                        <p class="preview__name">{row.file}</p>
                        <p class="preview__facts">{facts.collect::<Vec<_>>().join(" · ")}</p>
                        <p class="preview__facts">{row.says}</p>
                    </li>
                }
            });
            view! { <ul class="preview__list" aria-label="Files">{rows.collect_view()}</ul> }.into_any()
        }
    }
}

struct Line {
    kind: &'static str,
    count: usize,
    says: String,
    note: Option<String>,
}

fn line(line: Line) -> impl IntoView {
    view! {
        <li class="preview__line" data-kind=line.kind>
            <span class="preview__count">{(line.count > 0).then(|| words::number(line.count as u64))}</span>
            <span>{line.says}{line.note.map(|note| view! { <span class="preview__note">{note}</span> })}</span>
        </li>
    }
}

fn lines(preview: &Preview) -> Vec<Line> {
    let named = |kind: &str, many: usize| match Kind::from_key(kind) {
        Some(kind) => words::count(many, &kind.label().to_lowercase(), &kind.plural().to_lowercase()),
        None => words::count(many, "record of a kind unknown here", "records of a kind unknown here"),
    };
    let listed = |pick: fn(&Counted) -> usize| {
        let counted = preview.records.iter().filter(|counted| pick(counted) > 0);
        let parts: Vec<_> = counted.map(|counted| named(&counted.kind, pick(counted))).collect();
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
    let person = |person: &crate::bundle::Person| match person.council.as_str() {
        "" => person.name.clone(),
        council => format!("{} ({council})", person.name),
    };
    lines.push(Line {
        kind: "same",
        count: preview.people.len(),
        says: words::files::authors(preview.people.len()).to_owned(),
        note: Some(words::count::list_some(preview.people.iter().map(person), 6)),
    });
    lines
}
