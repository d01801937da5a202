//! Ways to every page, with how much is there.

use leptos::prelude::*;

use crate::domain::thing::Kind;
use crate::domain::workspace::Mark;
use crate::route::{
    BenefitsState, ConflictsState, HistoryState, IssuesState, MeasuresState, PartnersState, RisksState, Route, SavingsState,
    ServicesState,
};
use crate::session::use_session;
use crate::views::here::use_route;

/// The main navigation.
#[component]
pub fn Nav() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let risks = session.select(&[Kind::Risk], |workspace, _| workspace.risks.values().filter(|risk| risk.is_open()).count());
    let services = session.select(&[Kind::Service], |workspace, _| workspace.services.len());
    let measures = session.select(&[Kind::Measure], |workspace, _| workspace.measures.len());
    let partners = session.select(&[Kind::Partner], |workspace, _| workspace.partners.len());
    let issues = session.select(&[Kind::Issue], |workspace, _| workspace.issues.values().filter(|issue| issue.is_open()).count());
    let conflicts = session.select(Kind::ALL, move |workspace, _| {
        let marks = workspace.marks.values().flatten();
        marks.filter(|mark| matches!(mark, Mark::Conflict { .. })).count() + session.alike.get()
    });
    let more = RwSignal::new(false);
    let in_further = Memo::new(move |_| {
        route.with(|route| {
            matches!(
                route,
                Route::Programme
                    | Route::Benefits(_)
                    | Route::BenefitsOf(_)
                    | Route::Highlights
                    | Route::HighlightsOf(_)
                    | Route::Highlight(..)
                    | Route::Issues(_)
                    | Route::Issue(_)
                    | Route::Conflicts(_)
                    | Route::History(_)
                    | Route::Compare(_)
                    | Route::Settings
                    | Route::About
            )
        })
    });
    let expanded = move || more.get() || in_further.get();
    let link = move |to: Route, words: &'static str, count: Option<Memo<usize>>| {
        let here = to.section();
        let current = move || (route.with(Route::section) == here).then_some("page");
        let count = count.map(|count| view! { " " <span class="nav__count">{count}</span> });
        view! { <li><a class="nav__link" href=to.to_string() aria-current=current on:click=move |_| more.set(false)>{words}{count}</a></li> }
    };
    view! {
        <nav class="nav" aria-label="Main">
            <ul class="nav__list">
                {link(Route::Overview, "Overview", None)}
                {link(Route::Savings(SavingsState::default()), "Savings", None)}
                {link(Route::Risks(RisksState::default()), "Risks", Some(risks))}
                {link(Route::Services(ServicesState::default()), "Services", Some(services))}
                {link(Route::Measures(MeasuresState::default()), "Measures", Some(measures))}
                {link(Route::Partners(PartnersState::default()), "Partners", Some(partners))}
                {link(Route::Files, "Files", None)}
            </ul>
            <button class="nav__toggle" type="button" aria-expanded=move || expanded().to_string() aria-controls="nav-more" on:click=move |_| more.update(|more| *more = !*more)>"More"</button>
            <ul class="nav__list nav__list--more" id="nav-more">
                {link(Route::Programme, "Programme", None)}
                {link(Route::Benefits(BenefitsState::default()), "Benefits realisation", None)}
                {link(Route::Highlights, "Highlight reports", None)}
                {link(Route::Issues(IssuesState::default()), "Issues", Some(issues))}
                {link(Route::Conflicts(ConflictsState::default()), "Conflicts", Some(conflicts))}
                {link(Route::History(HistoryState::default()), "History", None)}
                {link(Route::Settings, "Settings", None)}
                {link(Route::About, "About", None)}
            </ul>
        </nav>
    }
}
