//! Where the programme stands: sentences first, then savings and risks in small.

mod begin;
mod risks_small;
mod savings_small;
mod told;

use leptos::prelude::*;

use crate::analysis::overview::{Sentence, Since, changed, due, open_questions, risks, savings, status};
use crate::analysis::papers::said_in;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::session::use_session;
use crate::views::pages::overview::begin::Begin;
use crate::views::pages::overview::risks_small::RisksSmall;
use crate::views::pages::overview::savings_small::SavingsSmall;
use crate::views::pages::overview::told::Told;
use crate::views::pages::savings::looking::KINDS;
use crate::views::parts::once_painted::once_painted;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PaperKey;
use crate::words;

/// The first page of a workspace.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let session = use_session();
    let reading = session.reading();
    let lede = move || format!("As at {}.", words::date::long(reading.get()));
    let is_empty = session.select(Kind::ALL, |workspace, _| nothing_yet(workspace));
    view! {
        <PageHead title="Where the programme stands" lede=Signal::derive(lede) />
        <Show when=move || !is_empty.get() fallback=|| view! { <Begin /> }>
            <Sentences />
            <div class="pair">
                <SavingsSmall />
                <RisksSmall />
            </div>
        </Show>
    }
}

/// What members read first: what has changed, what is red or amber, money, what does not agree, risks, what is due.
#[component]
fn Sentences() -> impl IntoView {
    const STATUS: &[Kind] = &[Kind::Service, Kind::Programme, Kind::Partner, Kind::Participation, Kind::Milestone, Kind::About];
    let session = use_session();
    // Folding an earlier state takes its time: the page is painted first.
    let is_painted = once_painted();
    let day = Memo::new(move |_| session.look(|open| open?.day_before_last()).filter(|_| is_painted.get()));
    let then = session.touched_since(day);
    let has_changed = session.select_open(Kind::ALL, move |open| {
        then.with(|then| {
            let since = then.stood().map(|(day, earlier)| Since { day, earlier });
            open.zip(since).map(|(open, since)| changed(&then.stands(open), &since)).into_iter().collect()
        })
    });
    let status = session.select(STATUS, |workspace, today| status(workspace, workspace.reading(today)));
    let today = session.device().today;
    let savings = session.select_open(KINDS, move |open| {
        open.map(|open| savings(&open.workspace, open.ledger(), open.workspace.reading(today()))).unwrap_or_default()
    });
    let questions = session
        .select_open(Kind::ALL, |open| open.map(|open| open_questions(&open.workspace, open.ledger())).unwrap_or_default());
    let risks = session.select(&[Kind::Risk, Kind::Service, Kind::Programme, Kind::About], move |workspace, today| {
        then.with(|then| {
            let look_up = then.look_up(workspace);
            let look_up = look_up.as_ref().map(|look_up| look_up as &dyn Fn(&_) -> _);
            let earlier = then.stood().map(|(day, _)| day).zip(look_up);
            risks(workspace, workspace.reading(today), earlier)
        })
    });
    let due = session.select(Kind::ALL, |workspace, today| due(workspace, workspace.reading(today)));
    let named = session.select(&[Kind::About], move |workspace, _| {
        let all = [savings, questions, risks, due].map(|told| told.get());
        said_in(workspace, &all.iter().flatten().flat_map(Sentence::texts).collect::<Vec<_>>())
    });
    view! {
        <ul class="say">
            <Told sentences=has_changed />
            <Told sentences=status />
            <Told sentences=savings />
            <Told sentences=questions />
            <Told sentences=risks />
            <Told sentences=due />
        </ul>
        <PaperKey papers=named />
    }
}

fn nothing_yet(workspace: &Workspace) -> bool {
    workspace.partners.is_empty()
        && workspace.programmes.is_empty()
        && workspace.services.is_empty()
        && workspace.money.is_empty()
        && workspace.risks.is_empty()
        && workspace.issues.is_empty()
}
