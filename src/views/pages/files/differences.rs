//! What would come of it thing by thing: from what to what, who wrote it and when.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::bundle::{Difference, Preview, Said, Sort, Told, ToldField};
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::more::More;
use crate::views::parts::when::when;
use crate::words;

const STEP: usize = 20;

/// The list with its filters; nothing where nothing would come.
#[component]
pub fn Differences(preview: Arc<Preview>) -> impl IntoView {
    if preview.differences.is_empty() {
        return ().into_any();
    }
    let session = use_session();
    let (sort, kind, author) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let limit = RwSignal::new(STEP);
    let sorts = any("Everything", sorts_in(&preview));
    let kinds = any("All kinds", kinds_in(&preview));
    let people = any("Everybody", people_in(&preview));
    let preview = StoredValue::new(preview);
    let chosen = Memo::new(move |_| {
        let (sort, kind, author) = (sort.get(), kind.get(), author.get().parse::<usize>().ok());
        let fits = |one: &Difference| {
            (sort.is_empty() || one.sort.label() == sort)
                && (kind.is_empty() || one.record.kind() == kind)
                && author.is_none_or(|author| one.by.contains(&author))
        };
        preview.with_value(|preview| {
            let places = preview.differences.iter().enumerate().filter(|(_, one)| fits(one)).map(|(place, _)| place);
            places.collect::<Vec<_>>()
        })
    });
    let told = move || {
        let places = chosen.with(|chosen| chosen.iter().take(limit.get()).copied().collect::<Vec<_>>());
        let at = |preview: &Arc<Preview>| {
            places.iter().filter_map(|place| preview.differences.get(*place).cloned()).collect::<Vec<_>>()
        };
        let shown = preview.with_value(at);
        session.tell_differences(&shown).into_iter().map(thing).collect_view()
    };
    let pick = |signal: RwSignal<String>| {
        Callback::new(move |key: String| {
            limit.set(STEP);
            signal.set(key);
        })
    };
    let says = move || words::sentence(&words::count(chosen.with(Vec::len), "thing", "things"));
    let left = Signal::derive(move || chosen.with(Vec::len).saturating_sub(limit.get()));
    view! {
        <h3 id="differences-head">"Thing by thing"</h3>
        <form class="filters" aria-label="Show of the preview" on:submit=|event| event.prevent_default()>
            <FilterField id="preview-sort" label="What happens" options=sorts value=sort on_pick=pick(sort) />
            <FilterField id="preview-kind" label="Kind" options=kinds value=kind on_pick=pick(kind) />
            <FilterField id="preview-author" label="Written by" options=people value=author on_pick=pick(author) />
            <p class="filters__says" role="status">{says}</p>
        </form>
        <ul class="difference__list" aria-labelledby="differences-head">{told}</ul>
        <More left=left limit=limit step=STEP of=("thing", "things") />
    }
    .into_any()
}

fn sorts_in(preview: &Preview) -> Vec<(String, String)> {
    let is_there = |sort: &Sort| preview.differences.iter().any(|one| one.sort == *sort);
    Sort::ALL.into_iter().filter(is_there).map(|sort| (sort.label().to_owned(), sort.label().to_owned())).collect()
}

fn kinds_in(preview: &Preview) -> Vec<(String, String)> {
    let mut kinds = BTreeSet::new();
    let mut last = "";
    for one in &preview.differences {
        // They stand kind by kind, so that most say what the one before says.
        let kind = one.record.kind();
        if kind != last {
            kinds.insert(kind);
            last = kind;
        }
    }
    let name = |kind: &str| Kind::from_key(kind).map_or_else(|| kind.to_owned(), |kind| kind.plural().to_owned());
    kinds.into_iter().map(|kind| (kind.to_owned(), name(kind))).collect()
}

fn people_in(preview: &Preview) -> Vec<(String, String)> {
    let mut wrote = vec![false; preview.people.len()];
    for by in preview.differences.iter().flat_map(|one| &one.by) {
        if let Some(wrote) = wrote.get_mut(*by) {
            *wrote = true;
        }
    }
    let name = |person: &crate::bundle::Person| match person.council.as_str() {
        "" => person.name.clone(),
        council => format!("{}, {council}", person.name),
    };
    let people = preview.people.iter().enumerate().zip(wrote).filter(|(_, wrote)| *wrote);
    people.map(|((place, person), _)| (place.to_string(), name(person))).collect()
}

fn thing(told: Told) -> impl IntoView {
    let (sort, is_unseen) = (told.sort.label(), told.sort == Sort::Unseen);
    view! {
        <li class="difference">
            <p class="difference__head"><span class="difference__name">{told.name}</span>" "<span class="tag">{told.kind}</span>" "<span class="tag">{sort}</span></p>
            <ul class="difference__fields">{told.fields.into_iter().map(|one| field(one, is_unseen)).collect_view()}</ul>
        </li>
    }
}

fn field(field: ToldField, is_unseen: bool) -> impl IntoView {
    let ToldField { label, was, is, unseen } = field;
    let is_conflict = is.len() > 1;
    let first = is.first().cloned();
    let what = if is_unseen {
        let stays = first.map(|said| said.value).unwrap_or_default();
        let arrive = unseen
            .into_iter()
            .map(|said| view! { <li>{said.value.clone()}" "<span class="history__by">{written(&said)}</span></li> });
        view! { "stays "<span class="history__is">{stays}</span>"; what arrives was replaced already, or says the same:"<ul>{arrive.collect_view()}</ul> }.into_any()
    } else if is_conflict {
        let values = is.into_iter().map(|said| {
            let side = if said.is_here { "here" } else { "in the file" };
            view! { <li><span class="history__is">{said.value.clone()}</span>" "<span class="history__by">{format!("{side}: {}", written(&said))}</span></li> }
        });
        view! { "both sides wrote it, and all are kept:"<ul>{values.collect_view()}</ul> }.into_any()
    } else {
        let by = first.as_ref().map(written);
        view! {
            {was.map(|was| view! { <del class="history__was"><span class="visually-hidden">"was "</span>{was}</del><span aria-hidden="true">" → "</span> })}
            <ins class="history__is"><span class="visually-hidden">"is "</span>{first.map(|said| said.value)}</ins>
            " "<span class="history__by">{by}</span>
        }.into_any()
    };
    view! { <li><span class="history__field">{label}": "</span>{what}</li> }
}

/// `Pat Example, Redditch, 9 December 2010, 18:00: The unions have asked for a ballot.`
fn written(said: &Said) -> String {
    let when = when(said.at, (use_session().device().now)());
    let why = said.why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
    format!("{}, {when}{why}", said.by)
}
