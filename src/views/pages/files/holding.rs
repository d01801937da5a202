//! What a file would hold and what it would leave out, said before it is made.

use leptos::prelude::*;

use crate::bundle::Profile;
use crate::domain::thing::Kind;
use crate::handing::says::{self, LeftOut};
use crate::handing::{Cut, cut, holds};
use crate::session::{Open, use_session};
use crate::words;

#[derive(Debug, Clone, PartialEq, Default)]
struct Held {
    counted: String,
    people: Option<String>,
    exempt: Vec<String>,
    stubs: usize,
    left_out: Vec<LeftOut>,
}

/// What the file for these readers would hold.
#[component]
pub fn Holding(
    /// The readers.
    profile: RwSignal<Profile>,
) -> impl IntoView {
    let held = use_session().select_open(Kind::ALL, move |open| open.map(|open| held(open, profile.get())).unwrap_or_default());
    let list = |items: Vec<String>| items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
    let exempt = move || {
        let items = held.with(|held| held.exempt.clone());
        (!items.is_empty()).then(|| {
            let head = format!("EXEMPT: {}", words::count(items.len(), "item", "items"));
            view! { <details class="fold"><summary class="fold__head">{head}</summary><ul class="files__held">{list(items)}</ul></details> }
        })
    };
    let left_out = move || {
        let group = |group: LeftOut| {
            let LeftOut { says, items } = group;
            if items.is_empty() {
                view! { <li>{says}"."</li> }.into_any()
            } else {
                view! { <li>{says}":" <ul class="files__held">{list(items)}</ul></li> }.into_any()
            }
        };
        let groups = held.with(|held| held.left_out.clone());
        (!groups.is_empty()).then(|| {
            let groups = groups.into_iter().map(group).collect_view();
            view! { <details class="fold"><summary class="fold__head">"What is left out, and why"</summary><ul class="files__held">{groups}</ul></details> }
        })
    };
    view! {
        <div role="status">
            <p>{move || held.with(|held| held.counted.clone())}</p>
            {move || held.with(|held| held.people.clone()).map(|people| view! { <p>{people}</p> })}
            {move || Some(held.with(|held| held.stubs)).filter(|stubs| *stubs > 0).map(|stubs| view! {
                <p>{format!("{} in it as paragraph, reason and review date alone.", words::sentence(&words::count(stubs, "exempt item stands", "exempt items stand")))}</p>
            })}
        </div>
        {exempt}
        {left_out}
    }
}

fn held(open: &Open, profile: Profile) -> Held {
    let cut = if profile.has_log() { Cut::default() } else { cut(&open.shared, profile) };
    let holds = holds(&open.shared, &open.drawer, profile, &cut);
    let people =
        holds.people.iter().map(|(name, council)| if council.is_empty() { name.clone() } else { format!("{name} ({council})") });
    let people: Vec<String> = people.collect();
    let many = people.len();
    let people = (many > 0).then(|| {
        let names = words::count(many, "name", "names");
        format!("{names} in it: {}.", words::count::list_some(people, 12))
    });
    Held {
        counted: says::counted(&holds),
        people,
        exempt: holds.exempt.iter().map(|id| words::sentence(&says::called(&open.workspace, id))).collect(),
        stubs: holds.stubs,
        left_out: says::left_out(&open.workspace, &cut.withheld),
    }
}
