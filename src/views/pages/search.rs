//! What was searched for, across the whole workspace.

use leptos::prelude::*;

use crate::analysis::papers::said_in;
use crate::analysis::search::{Finding, search};
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::here::use_route;
use crate::views::parts::empty::Empty;
use crate::views::parts::more::More;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PaperKey;
use crate::words;

const AT_ONCE: usize = 50;

/// The records that hold every word, best first.
#[component]
pub fn SearchPage() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let query = Memo::new(move |_| match route.get() {
        Route::Search(query) => query,
        _ => String::new(),
    });
    let shown = RwSignal::new(AT_ONCE);
    let findings = session.select_open(Kind::ALL, move |open| {
        open.map(|open| search(&open.workspace, &open.own, &query.get(), shown.get())).unwrap_or_default()
    });
    let says = Signal::derive(move || {
        let total = findings.with(|findings| findings.total);
        match query.get().as_str() {
            "" => "Type what you are looking for in the field above.".to_owned(),
            query => format!("{} with \"{query}\"", words::sentence(&words::count(total, "record", "records"))),
        }
    });
    let texts = move || findings.with(|findings| findings.best.iter().flat_map(Finding::texts).cloned().collect::<Vec<_>>());
    let named = session.select(&[Kind::About], move |workspace, _| said_in(workspace, &texts()));
    let nothing = move || !query.get().is_empty() && findings.with(|findings| findings.total == 0);
    let more = move || findings.with(|findings| findings.total - findings.best.len());
    view! {
        <PageHead title="Search" lede=says />
        <Show when=nothing>
            <Empty says="Nothing was found." why="Every word must occur in the same record. Try fewer or shorter words, or a reference." />
        </Show>
        <ul class="results">
            <For each=move || findings.with(|findings| findings.best.clone()) key=|finding| (finding.subject.clone(), finding.name.clone(), finding.figure.clone(), finding.within.clone()) let:finding>
                <Result finding=finding />
            </For>
        </ul>
        <More left=Signal::derive(more) limit=shown step=AT_ONCE of=("record", "records") />
        <PaperKey papers=named />
    }
}

#[component]
fn Result(finding: Finding) -> impl IntoView {
    let within = finding.within.map(|(field, text)| format!(". {field}: {text}")).unwrap_or_default();
    let about = finding.about.as_ref().map(|(_, name)| format!(" on {name}")).unwrap_or_default();
    let figure = finding.figure.map(|figure| format!(": {figure}")).unwrap_or_default();
    let to = Route::within(&finding.subject, finding.home.as_ref());
    let own = finding.is_own.then(|| view! { " " <span class="flag" data-tone="calm">"For me"</span> });
    view! {
        <li class="results__item">
            <a class="results__link" href=to.to_string()>{finding.name}</a>{own}
            <p class="results__says">{finding.kind.label()}{figure}{about}{within}</p>
        </li>
    }
}
