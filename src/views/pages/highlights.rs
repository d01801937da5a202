//! Highlight reports: over all services, on one, and one report as it is written and as it was published.

mod begin;
mod draft;
mod draft_fields;
mod draft_read;
mod of_service;
mod one;

use leptos::prelude::*;

use crate::analysis::highlights::{Line, lines};
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::parts::more::More;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::rag::RagMark;
use crate::words;

pub use of_service::HighlightsOfPage;
pub use one::HighlightPage;

const AT_FIRST: usize = 50;

/// Each service under way, and each with a report: how the latest one says it stands, and what is promised.
#[component]
pub fn HighlightsPage() -> impl IntoView {
    let session = use_session();
    let all = session.select(&[Kind::Highlight, Kind::Service], |workspace, _| lines(workspace));
    let limit = RwSignal::new(AT_FIRST);
    let more = move || all.with(Vec::len).saturating_sub(limit.get());
    let lede = move || {
        all.with(|all| {
            let reported = all.iter().filter(|line| line.latest.is_some()).count();
            let of = words::count(all.len(), "service under way or reported on", "services under way or reported on");
            Some(format!("{}: {} with a published report.", words::sentence(&of), words::number(reported as u64)))
        })
    };
    view! {
        <PageHead title="Highlight reports" lede=Signal::derive(lede) />
        <Show when=move || all.with(|all| !all.is_empty()) fallback=|| view! { <p>"No service is under way. A report is begun on the page of a service."</p> }>
            <div class="table-box">
                <table class="table table--stack" role="table" aria-labelledby="page-title">
                    <thead>
                        <tr role="row">
                            <th scope="col" role="columnheader" class="table__wide">"Service"</th>
                            <th scope="col" role="columnheader">"Status"</th>
                            <th scope="col" role="columnheader">"% complete"</th>
                            <th scope="col" role="columnheader">"Promised"</th>
                            <th scope="col" role="columnheader" class="table__main">"Latest report"</th>
                        </tr>
                    </thead>
                    <tbody>{move || all.with(|all| all.iter().take(limit.get()).map(row).collect_view())}</tbody>
                </table>
                <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("service", "services") />
            </div>
        </Show>
    }
}

fn row(line: &Line) -> impl IntoView + use<> {
    let latest = match &line.latest {
        Some((id, period)) => {
            let to = Route::Highlight(line.service.clone(), id.clone()).to_string();
            view! { <a class="link--alone" href=to>{period.clone()}<span class="visually-hidden">{format!(", {}", line.name)}</span></a> }.into_any()
        }
        None => view! { <span class="not-stated">"none published"</span> }.into_any(),
    };
    let (open, carried) = line.open;
    let promised = match (open, carried) {
        (0, _) => "nothing".to_owned(),
        (open, 0) => format!("{open} open"),
        (open, carried) => format!("{open} open, {carried} carried over"),
    };
    let complete = line.complete.map_or_else(|| words::NOT_STATED.to_owned(), |percent| format!("{percent} %"));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a class="link--alone" href=Route::HighlightsOf(line.service.clone()).to_string()>{line.name.clone()}</a></th>
            <td role="cell" data-label="Status"><RagMark rag=line.rag /></td>
            <td role="cell" data-label="% complete" class:not-stated=line.complete.is_none()>{complete}</td>
            <td role="cell" data-label="Promised">{promised}</td>
            <td role="cell" data-label="Latest report">{latest}</td>
        </tr>
    }
}
