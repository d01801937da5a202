//! Partners: who takes part in what, and who they are.

pub mod fields;

mod add;
mod grid;
mod grid_row;
mod list;
mod role_mark;

use leptos::prelude::*;

use crate::domain::partner::Vote;
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::pages::partners::add::AddPartner;
use crate::views::pages::partners::grid::Grid;
use crate::views::pages::partners::list::PartnerList;
use crate::views::parts::empty::Empty;
use crate::views::parts::page_head::PageHead;
use crate::words;

/// The grid of services and partners, and the partners in their order.
#[component]
pub fn PartnersPage() -> impl IntoView {
    let session = use_session();
    let reading = session.reading();
    let says = session.select(&[Kind::Partner], |workspace, _| {
        let of = |vote| workspace.partners.values().filter(|partner| partner.vote == Some(vote)).count();
        words::partner::summary(workspace.partners.len(), of(Vote::Votes), of(Vote::None))
    });
    let lede = move || Some(format!("As at {}. {}", words::date::long(reading.get()), says.get()));
    let is_empty = session.select(&[Kind::Partner], |workspace, _| workspace.partners.is_empty());
    let adding = RwSignal::new(false);
    view! {
        <PageHead title="Partners" lede=Signal::derive(lede)>
            <button class="button" type="button" id="add-partner" aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add a partner"</button>
        </PageHead>
        <Show when=move || adding.get()><AddPartner adding=adding /></Show>
        <Show when=move || !is_empty.get() fallback=|| view! { <Empty says="No partners have been recorded." why="A partner is a council or another body that takes part. Add the first one above." /> }>
            <Grid />
            <PartnerList />
        </Show>
    }
}
