//! Everything that people wrote apart from each other and nobody has settled yet.

mod alike;

use leptos::prelude::*;

use crate::domain::home::home;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{ConflictsState, Route};
use crate::session::use_session;
use crate::trail::{self, Disagreement};
use crate::views::here::use_route;
use crate::views::pages::conflicts::alike::{Alike, pairs};
use crate::views::parts::conflicts::head;
use crate::views::parts::empty::Empty;
use crate::views::parts::more::More;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::settle::Settle;
use crate::words;

/// The page of conflicts: all of them, or those of one record.
#[component]
pub fn ConflictsPage() -> impl IntoView {
    const AT_FIRST: usize = 10;
    let session = use_session();
    let route = use_route();
    let of = Memo::new(move |_| route.with(chosen));
    let all = session
        .select_open(Kind::ALL, |open| open.map(|open| trail::disagreements(&open.shared, &open.workspace)).unwrap_or_default());
    let shown = Memo::new(move |_| {
        let of = of.get();
        all.with(|all| all.iter().filter(|one| of.as_ref().is_none_or(|of| one.record == *of)).cloned().collect::<Vec<_>>())
    });
    let limit = RwSignal::new(AT_FIRST);
    let pairs = pairs(session);
    let lede = move || words::settling::lede(all.with(Vec::len), shown.with(Vec::len), pairs.with(Vec::len));
    let left = move || shown.with(Vec::len).saturating_sub(limit.get());
    let key = |one: &Disagreement| {
        (one.record.clone(), one.field.clone(), one.statements.iter().map(|said| said.change).collect::<Vec<_>>())
    };
    view! {
        <PageHead title="Conflicts" lede=Signal::derive(lede) />
        <Show when=move || of.with(Option::is_some)>
            <p><a href=Route::Conflicts(ConflictsState::default()).to_string()>"All conflicts"</a></p>
        </Show>
        <For each=move || shown.get().into_iter().take(limit.get()) key=key children=|one| view! { <One one=one /> } />
        <More left=Signal::derive(left) limit=limit step=20 of=("conflict", "conflicts") />
        <Show when=move || of.with(Option::is_none)><Alike pairs=pairs /></Show>
        <Show when=move || all.with(Vec::is_empty) && pairs.with(Vec::is_empty)>
            <Empty says="What comes to stand here" why="When a bundle is brought in whose people changed the same thing as people here, both values stand here with who wrote them, until somebody chooses. So does what was probably entered twice.">
                <a class="button button--quiet" href=Route::Files.to_string()>"Import a bundle"</a>
            </Empty>
        </Show>
    }
}

#[component]
fn One(one: Disagreement) -> impl IntoView {
    let called = format!("{}: {}", one.name, head(&one));
    let home = use_session().look(|open| open.and_then(|open| home(&open.workspace, &one.record)));
    let to = Route::within(&one.record, home.as_ref()).to_string();
    view! { <Settle head=called one=one to=Some(to) /> }
}

fn chosen(route: &Route) -> Option<Subject> {
    if let Route::Conflicts(state) = route { state.of.clone() } else { None }
}
