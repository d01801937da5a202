//! Everything that was done, by whom, when, from what, why; undoing any one change; the meetings that looked at it.

mod clocks;
mod entry;
mod filters;
mod meetings;

use chrono::Days;
use leptos::prelude::*;

use crate::analysis::papers::said_in;
use crate::domain::thing::Kind;
use crate::route::{HistoryState, Route};
use crate::session::{Shelf, end_of, use_session};
use crate::trail::{self, Asked, Entry};
use crate::views::here::use_route;
use crate::views::pages::history::clocks::{ClocksThatDoNotFit, misfits};
use crate::views::pages::history::entry::EntryShown;
use crate::views::pages::history::filters::Filters;
use crate::views::pages::history::meetings::Meetings;
use crate::views::parts::more::More;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PaperKey;
use crate::words;

/// The page of the history.
#[component]
pub fn HistoryPage() -> impl IntoView {
    const AT_FIRST: usize = 20;
    let session = use_session();
    let route = use_route();
    let state = Memo::new(move |_| {
        route.with(|route| if let Route::History(state) = route { state.clone() } else { HistoryState::default() })
    });
    let limit = RwSignal::new(AT_FIRST);
    let misfits = misfits(session);
    let found = Memo::new(move |_| {
        session.track(Kind::ALL);
        let (state, limit) = (state.get(), limit.get());
        session.look(|open| {
            let Some(open) = open else { return (0, 0, Vec::<Entry>::new()) };
            let told = open.told(Shelf::Shared);
            let changes = trail::changes(&open.shared, &asked(&state));
            let shown = changes.iter().take(limit).map(|change| trail::entry(told, change, state.of.as_ref()));
            (changes.len(), open.shared.changes().len(), shown.collect())
        })
    });
    let texts = move || found.with(|(_, _, shown)| shown.iter().flat_map(Entry::texts).collect::<Vec<_>>());
    let named = session.select(&[Kind::About], move |workspace, _| said_in(workspace, &texts()));
    let lede = move || {
        let (many, all) = found.with(|(many, all, _)| (*many, *all));
        let of = if many == all { String::new() } else { format!("{} of ", words::number(many as u64)) };
        format!("{of}{}, latest first.", words::count(all, "change", "changes"))
    };
    let left = move || found.with(|(many, _, shown)| many.saturating_sub(shown.len()));
    view! {
        <PageHead title="History" lede=Signal::derive(lede)>
            <a class="button button--quiet" href=Route::Compare(Default::default()).to_string()>"What has changed since…"</a>
        </PageHead>
        <ClocksThatDoNotFit all=misfits />
        <Meetings />
        <section aria-labelledby="changes-head">
            <h2 id="changes-head">"Changes"</h2>
            <Filters state=state />
            <ol class="history">
                <For each=move || found.with(|(_, _, shown)| shown.clone()) key=move |entry| (entry.change, entry.fast.clone(), entry.says.clone(), entry.act.len(), misfits.with(|all| all.contains(&entry.change))) children=move |entry| view! { <EntryShown is_misfit=misfits.with_untracked(|all| all.contains(&entry.change)) entry=entry /> } />
            </ol>
            <Show when=move || found.with(|(many, ..)| *many == 0)><p>"No change is like that."</p></Show>
            <More left=Signal::derive(left) limit=limit step=50 of=("change", "changes") />
            <p class="history__by">"Names and times are as given on each device. Nobody has checked them."</p>
            <PaperKey papers=named />
        </section>
    }
}

fn asked(state: &HistoryState) -> Asked {
    Asked {
        by: state.by.clone(),
        kind: state.kind.map(|kind| kind.key().to_owned()),
        of: state.of.clone(),
        from: state.from.and_then(|day| day.checked_sub_days(Days::new(1))).map(end_of),
        until: state.to.map(end_of),
    }
}
