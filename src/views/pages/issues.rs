//! Issues: what has happened, beside the risks, which may.

mod filters;

use leptos::prelude::*;

use crate::analysis::issues::{IssueRow, issues};
use crate::domain::risk::IssueId;
use crate::domain::thing::Kind;
use crate::route::{IssuesState, Route};
use crate::session::use_session;
use crate::views::here::use_route;
use crate::views::pages::issue::edit::AddIssue;
use crate::views::pages::issues::filters::{Filters, chosen};
use crate::views::parts::empty::Empty;
use crate::views::parts::more::More;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::stated::Stated;
use crate::words;

const AT_FIRST: usize = 100;

/// Every issue, open ones first.
#[component]
pub fn IssuesPage() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let state = Memo::new(move |before: Option<&IssuesState>| {
        route.with(|route| match route {
            Route::Issues(state) => state.clone(),
            // The page is being left, and need not be drawn once more.
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let rows = session.select(&[Kind::Issue, Kind::Programme, Kind::Service, Kind::About], move |workspace, today| {
        issues(workspace, &state.with(chosen), workspace.reading(today))
    });
    let is_empty = session.select(&[Kind::Issue], |workspace, _| workspace.issues.is_empty());
    let limit = RwSignal::new(AT_FIRST);
    let shown = Memo::new(move |_| rows.with(|rows| rows.iter().take(limit.get()).cloned().collect::<Vec<_>>()));
    let ids = Memo::new(move |_| shown.with(|rows| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>()));
    let total = Memo::new(move |_| rows.with(Vec::len));
    let more = move || total.get().saturating_sub(limit.get());
    let adding = RwSignal::new(false);
    let close = Callback::new(move |()| adding.set(false));
    let reading = session.reading();
    let says = move || {
        rows.with(|rows| {
            let open = rows.iter().filter(|row| row.is_open).count();
            let overdue = rows.iter().filter(|row| row.is_overdue).count();
            let late = if overdue == 0 { String::new() } else { format!(", {} overdue", words::number(overdue as u64)) };
            let open = words::sentence(&words::count(open, "open issue", "open issues"));
            format!("As at {}. {open}{late}.", words::date::long(reading.get()))
        })
    };
    view! {
        <PageHead title="Issues" lede=Signal::derive(says)>
            <button class="button" type="button" aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add an issue"</button>
        </PageHead>
        <Show when=move || adding.get()><AddIssue on_close=close /></Show>
        <Show when=move || !is_empty.get() fallback=|| view! { <Empty says="No issues have been recorded." why="An issue is something that has happened; a risk is something that may. Add the first one above." /> }>
            <Filters state=state shown=total />
            <Show when=move || { total.get() > 0 } fallback=|| view! { <p>"No issue is like that."</p> }>
                <div class="table-box">
                    <table class="table table--stack" role="table">
                        <caption class="table__caption">{move || format!("{}, the next due first", words::count(total.get(), "issue", "issues"))}</caption>
                        <thead>
                            <tr role="row">
                                <th scope="col" role="columnheader">"Ref"</th>
                                <th scope="col" role="columnheader" class="table__main">"Issue"</th>
                                <th scope="col" role="columnheader">"Happened"</th>
                                <th scope="col" role="columnheader">"Owner"</th>
                                <th scope="col" role="columnheader">"Due"</th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || ids.get() key=Clone::clone let:id>
                                <Row id=id shown=shown />
                            </For>
                        </tbody>
                    </table>
                    <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("issue", "issues") />
                </div>
            </Show>
        </Show>
    }
}

#[component]
fn Row(id: IssueId, shown: Memo<Vec<IssueRow>>) -> impl IntoView {
    let to = Route::Issue(id.clone());
    let row = Memo::new(move |_| shown.with(|rows| rows.iter().find(|row| row.id == id).cloned()));
    let text = move |pick: fn(&IssueRow) -> Option<String>| Signal::derive(move || row.with(|row| pick(row.as_ref()?)));
    let is_overdue = move || row.with(|row| row.as_ref().is_some_and(|row| row.is_overdue));
    let is_closed = move || row.with(|row| row.as_ref().is_some_and(|row| !row.is_open));
    view! {
        <tr role="row">
            <td role="cell" data-label="Ref">{text(|row| row.reference.clone())}</td>
            <th scope="row" role="rowheader">
                <a class="link--alone" href=to.to_string()>{text(|row| Some(row.title.clone()))}</a>
                {move || row.with(|row| row.as_ref().and_then(|row| row.of.clone())).map(|of| view! { <span class="table__note">{of}</span> })}
                {move || is_closed().then(|| view! { <span class="flag" data-tone="calm">"Closed"</span> })}
            </th>
            <td role="cell" class="unbroken" data-label="Happened"><Stated value=text(|row| row.happened.map(words::date::short)) /></td>
            <td role="cell" data-label="Owner"><Stated value=text(|row| row.owner.clone()) /></td>
            <td role="cell" class="unbroken" data-label="Due">
                <Stated value=text(|row| row.due.map(words::date::short)) />
                {move || is_overdue().then(|| view! { " " <span class="flag" data-tone="bad">"Overdue"</span> })}
            </td>
        </tr>
    }
}
