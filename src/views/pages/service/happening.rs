//! What may happen to a service, and what has.

use leptos::prelude::*;

use crate::domain::risk::{Issue, Risk};
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::order::InOrder;
use crate::route::{IssuesState, RisksState, Route};
use crate::session::use_session;
use crate::words;

const AT_FIRST: usize = 20;

#[derive(Debug, Clone, PartialEq)]
struct Line {
    to: Route,
    name: String,
    says: String,
}

/// Open risks, highest first, and open issues, each with its owner and a link.
#[component]
pub fn Happening(
    /// Of which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let of = id.clone();
    let risks = session.select(&[Kind::Risk, Kind::About], move |workspace, _| {
        let matrix = workspace.matrix();
        let mine = |risk: &&Risk| risk.is_open() && risk.service.as_ref() == Some(&of);
        let mut risks: Vec<_> = workspace.risks.values().filter(mine).collect();
        risks.order_by_key(|risk| (std::cmp::Reverse(risk.level.map(|level| (level.score(), level.i))), risk.reference.clone()));
        let says = |risk: &Risk| {
            let score = risk.level.map_or_else(|| "not scored".to_owned(), |level| words::level::score(&matrix, level));
            with_owner(&score, risk.owner.as_ref())
        };
        let line = |risk: &Risk| Line {
            to: Route::Risk(risk.id.clone()),
            name: words::name(workspace, &Subject::from(&risk.id)),
            says: says(risk),
        };
        risks.into_iter().map(line).collect::<Vec<_>>()
    });
    let of = id.clone();
    let issues = session.select(&[Kind::Issue], move |workspace, _| {
        let mine = |issue: &&Issue| issue.is_open() && issue.service.as_ref() == Some(&of);
        let says = |issue: &Issue| {
            let due = issue.due.map_or_else(|| "no date stated".to_owned(), |due| format!("by {}", words::date::long(due)));
            with_owner(&due, issue.owner.as_ref())
        };
        let line = |issue: &Issue| Line {
            to: Route::Issue(issue.id.clone()),
            name: words::name(workspace, &Subject::from(&issue.id)),
            says: says(issue),
        };
        workspace.issues.values().filter(mine).map(line).collect::<Vec<_>>()
    });
    let register = Route::Risks(RisksState { service: Some(id.clone()), ..RisksState::default() });
    let of_service = Route::Issues(IssuesState { service: Some(id), ..IssuesState::default() });
    view! {
        <section aria-labelledby="happening-head">
            <h2 id="happening-head">"Risks and issues"</h2>
            <div class="pair">
                <div>
                    <h3>"Open risks"</h3>
                    <Lines lines=risks empty="No open risk names this service." />
                    <Show when=move || { risks.with(Vec::len) > 0 }><p><a class="link--alone" href=register.to_string()>"These risks in the heatmap"</a></p></Show>
                </div>
                <div>
                    <h3>"Open issues"</h3>
                    <Lines lines=issues empty="No open issue names this service." />
                    <p><a class="link--alone" href=of_service.to_string()>"All issues of this service"</a></p>
                </div>
            </div>
        </section>
    }
}

#[component]
fn Lines(lines: Memo<Vec<Line>>, empty: &'static str) -> impl IntoView {
    let shown = move || lines.with(|lines| lines.iter().take(AT_FIRST).cloned().collect::<Vec<_>>());
    let further = move || lines.with(Vec::len).saturating_sub(AT_FIRST);
    let line = |line: Line| view! { <li class="results__item"><a class="results__link" href=line.to.to_string()>{line.name}</a><p class="results__says">{line.says}</p></li> };
    view! {
        <Show when=move || !lines.with(Vec::is_empty) fallback=move || view! { <p>{empty}</p> }>
            <ul class="results">{move || shown().into_iter().map(line).collect_view()}</ul>
            <Show when=move || { further() > 0 }><p>{move || format!("And {} more.", further())}</p></Show>
        </Show>
    }
}

fn with_owner(says: &str, owner: Option<&String>) -> String {
    match owner {
        Some(owner) => format!("{}. {owner}.", words::sentence(says)),
        None => format!("{}.", words::sentence(says)),
    }
}
