//! Benefits realisation: over all services, and of one (S3c Appendix B).

mod filters;
mod forms;
mod of_service;
mod overall;
mod partners;
mod table;

use leptos::prelude::*;

use crate::analysis::benefits::{Chosen, groups, table as lines, tally};
use crate::domain::thing::Kind;
use crate::route::{BenefitsState, Route};
use crate::session::{Request, use_session};
use crate::views::here::use_route;
use crate::views::pages::benefits::filters::Filters;
use crate::views::pages::benefits::partners::ByPartner;
use crate::views::pages::benefits::table::BenefitsTable;
use crate::views::parts::page_head::PageHead;
use crate::words;

pub use of_service::BenefitsOfPage;

/// What benefits are worked out from.
const KINDS: &[Kind] = &[
    Kind::Benefit,
    Kind::Service,
    Kind::Partner,
    Kind::Measure,
    Kind::Baseline,
    Kind::Readings,
    Kind::Targets,
    Kind::Meeting,
    Kind::About,
];

/// Every benefit, service by service.
#[component]
pub fn BenefitsPage() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let state = Memo::new(move |_| match route.get() {
        Route::Benefits(state) => state,
        _ => BenefitsState::default(),
    });
    let chosen = move || state.with(chosen);
    let shown = session.select(KINDS, move |workspace, today| groups(workspace, &chosen(), workspace.reading(today)));
    let says = session.select(KINDS, move |workspace, today| tally(workspace, &chosen(), workspace.reading(today)).says());
    let reading = session.reading();
    let lede = move || Some(format!("As at {}. {}", words::date::long(reading.get()), says.get()));
    let save = move |_| {
        let text = words::csv::csv(shown.with_untracked(|groups| lines(groups)));
        let name = format!("benefits-{}.csv", reading.get_untracked());
        session.request(Request::SaveText { name, kind: "text/csv", text });
    };
    view! {
        <PageHead title="Benefits realisation" lede=Signal::derive(lede) />
        <Filters state=state />
        <section aria-labelledby="benefits-head">
            <h2 id="benefits-head">"Expected and actual"</h2>
            <Show
                when=move || shown.with(|groups| !groups.is_empty())
                fallback=|| view! { <p>"No benefit fits. A benefit is added on the page of its service: choose a service, then \"Benefits realisation\"."</p> }
            >
                <BenefitsTable groups=shown />
                <p><button class="button button--quiet button--small" data-reads="" type="button" on:click=save>"Benefits as CSV"</button></p>
            </Show>
        </section>
        <ByPartner />
    }
}

fn chosen(state: &BenefitsState) -> Chosen {
    Chosen { service: None, partner: state.partner.clone(), sort: state.sort, overdue: state.overdue }
}
