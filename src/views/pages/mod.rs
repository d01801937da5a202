//! One page a route.

pub mod about;
mod benefits;
mod case;
pub mod chunks;
mod commitments;
pub mod compare;
pub mod conflicts;
pub mod decisions;
pub mod enter;
pub mod files;
pub mod first_visit;
pub mod highlights;
mod history;
pub mod issue;
pub mod issues;
mod ladder;
pub mod measure;
pub mod measures;
pub mod not_fetched;
pub mod not_found;
mod openings;
pub mod overview;
pub mod partner;
pub mod partners;
pub mod programme;
pub mod risk;
pub mod risks;
pub mod savings;
pub mod search;
pub mod service;
pub mod services;
pub mod settings;
mod statement;

use leptos::prelude::*;

use crate::domain::highlight::HighlightId;
use crate::domain::measure::MeasureId;
use crate::domain::partner::PartnerId;
use crate::domain::risk::{IssueId, RiskId};
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::route::Route;
use crate::session::use_session;
use crate::views::here::use_route;
use crate::words;
use chunks::{State, use_chunks};

/// The page that belongs to where the person is. Without a workspace there is the first visit, and what needs none.
#[component]
pub fn Page() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let chunks = use_chunks();
    let place = Memo::new(move |_| (session.is_open(), route.with(place)));
    move || {
        let (is_open, place) = place.get();
        match (is_open, &place) {
            (_, Place::Files | Place::About) => {}
            (false, _) => return view! { <first_visit::FirstVisitPage /> }.into_any(),
            (true, Place::NotFound) => return view! { <not_found::NotFoundPage /> }.into_any(),
            (true, _) => {}
        }
        let chunk = chunks::chunk_of(is_open, &place);
        match chunks.state(chunk) {
            State::Here(draw) => draw(&place),
            State::OnItsWay => view! { <p class="opening__says" role="status">"Opening…"</p> }.into_any(),
            State::Missing => view! { <not_fetched::NotFetched chunk=chunk /> }.into_any(),
        }
    }
}

/// What a page is called, for its heading on paper and for the browser's title.
pub fn name(route: &Route) -> &'static str {
    match route {
        Route::Overview => "Where the programme stands",
        Route::Savings(_) => "Savings",
        Route::Risks(_) | Route::Cell(..) => "Risks",
        Route::Risk(_) => "Risk",
        Route::Services(_) => "Services",
        Route::Service(_) => "Service",
        Route::Decisions => "Decisions to take",
        Route::Openings(_) => "Opportunities",
        Route::Commitments(_) => "Commitments",
        Route::Case(..) => "Case and plan",
        Route::Ladder(_) => "Figures on every basis",
        Route::Statement(_) => "Treasurers' statement",
        Route::Measures(_) => "Measures",
        Route::Benefits(_) | Route::BenefitsOf(_) => "Benefits realisation",
        Route::Highlights | Route::HighlightsOf(_) | Route::Highlight(..) => "Highlight reports",
        Route::Enter(_) => "Enter figures",
        Route::Measure(..) => "Measure",
        Route::Partners(_) => "Partners",
        Route::Partner(_) => "Partner",
        Route::Issues(_) => "Issues",
        Route::Issue(_) => "Issue",
        Route::Programme => "Programme",
        Route::Conflicts(_) => "Conflicts",
        Route::History(_) => "History",
        Route::Compare(_) => "What has changed",
        Route::Settings => "Settings",
        Route::Files => "Files",
        Route::About => "About",
        Route::Search(_) => "Search",
        Route::NotFound(_) => "Not found",
    }
}

/// What is shown: the name of the thing that has the page, else the page's own.
pub fn called(workspace: &Workspace, route: &Route) -> String {
    let thing = match route {
        Route::Risk(id) => Subject::from(id),
        Route::Service(id) | Route::Case(id, _) | Route::BenefitsOf(id) | Route::HighlightsOf(id) => Subject::from(id),
        Route::Partner(id) => Subject::from(id),
        Route::Issue(id) => Subject::from(id),
        Route::Measure(id, _) => Subject::from(id),
        _ => return name(route).to_owned(),
    };
    words::short_name(workspace, &thing)
}

/// What [`called`] depends on.
pub const NAMED: &[Kind] = &[Kind::Risk, Kind::Service, Kind::Partner, Kind::Issue, Kind::Measure];

/// A route without what only changes what a page shows: the page stays, and follows the rest by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named as its route is")]
pub enum Place {
    Overview,
    Savings,
    Risks,
    Risk(RiskId),
    Services,
    Service(ServiceId),
    Decisions,
    Openings,
    Commitments,
    Ladder,
    Statement,
    Case(ServiceId),
    Measures,
    Highlights,
    HighlightsOf(ServiceId),
    Highlight(ServiceId, HighlightId),
    Benefits,
    BenefitsOf(ServiceId),
    Enter,
    Measure(MeasureId),
    Partners,
    Partner(PartnerId),
    Issues,
    Issue(IssueId),
    Programme,
    Conflicts,
    History,
    Compare,
    Settings,
    Files,
    About,
    Search,
    NotFound,
}

/// The page that a route leads to.
pub fn place(route: &Route) -> Place {
    match route {
        Route::Overview => Place::Overview,
        Route::Savings(_) => Place::Savings,
        Route::Risks(_) | Route::Cell(..) => Place::Risks,
        Route::Risk(id) => Place::Risk(id.clone()),
        Route::Services(_) => Place::Services,
        Route::Service(id) => Place::Service(id.clone()),
        Route::Decisions => Place::Decisions,
        Route::Openings(_) => Place::Openings,
        Route::Commitments(_) => Place::Commitments,
        Route::Case(id, _) => Place::Case(id.clone()),
        Route::Ladder(_) => Place::Ladder,
        Route::Statement(_) => Place::Statement,
        Route::Measures(_) => Place::Measures,
        Route::Highlights => Place::Highlights,
        Route::HighlightsOf(id) => Place::HighlightsOf(id.clone()),
        Route::Highlight(service, id) => Place::Highlight(service.clone(), id.clone()),
        Route::Benefits(_) => Place::Benefits,
        Route::BenefitsOf(id) => Place::BenefitsOf(id.clone()),
        Route::Enter(_) => Place::Enter,
        Route::Measure(id, _) => Place::Measure(id.clone()),
        Route::Partners(_) => Place::Partners,
        Route::Partner(id) => Place::Partner(id.clone()),
        Route::Issues(_) => Place::Issues,
        Route::Issue(id) => Place::Issue(id.clone()),
        Route::Programme => Place::Programme,
        Route::Conflicts(_) => Place::Conflicts,
        Route::History(_) => Place::History,
        Route::Compare(_) => Place::Compare,
        Route::Settings => Place::Settings,
        Route::Files => Place::Files,
        Route::About => Place::About,
        Route::Search(_) => Place::Search,
        Route::NotFound(_) => Place::NotFound,
    }
}
