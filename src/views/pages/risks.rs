//! Risks: the heatmap, what is in a cell of it, and the register.

mod cell_list;
mod filters;
mod looking;
mod not_scored;
mod register;
mod register_row;

use leptos::prelude::*;

use crate::analysis::risks::heatmap;
use crate::domain::matrix::Band;
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::pages::risk::edit::AddRisk;
use crate::views::pages::risks::cell_list::CellList;
use crate::views::pages::risks::filters::Filters;
use crate::views::pages::risks::looking::Looking;
use crate::views::pages::risks::not_scored::NotScored;
use crate::views::pages::risks::register::Register;
use crate::views::parts::band_key::BandKey;
use crate::views::parts::empty::Empty;
use crate::views::parts::heatmap::HeatmapTable;
use crate::views::parts::page_head::PageHead;
use crate::words;

/// Every risk, or those that the address chooses.
#[component]
pub fn RisksPage() -> impl IntoView {
    let session = use_session();
    let looking = Looking::new(session);
    let matrix = session.select(&[Kind::About], |workspace, _| workspace.matrix());
    let heat = session.select(&[Kind::Risk, Kind::Service, Kind::About], move |workspace, _| {
        looking.chosen.with(|chosen| heatmap(workspace, chosen))
    });
    let limit = RwSignal::new(register::AT_FIRST);
    let list = looking.register(limit);
    let cells_moved = Memo::new(move |_| list.with(|list| list.moved.clone()));
    let says = Memo::new(move |_| {
        heat.with(|heat| words::risks::summary(|band: Band| heat.bands.of(band), heat.not_scored.count, heat.highest()))
    });
    let is_empty = session.select(&[Kind::Risk], |workspace, _| workspace.risks.is_empty());
    let adding = RwSignal::new(false);
    let close = Callback::new(move |()| adding.set(false));
    view! {
        <PageHead title="Risks" lede=looking.lede(session)>
            <button class="button" type="button" aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add a risk"</button>
        </PageHead>
        <Show when=move || adding.get()><AddRisk on_close=close /></Show>
        <Show when=move || !is_empty.get() fallback=|| view! { <Empty says="No risks have been recorded." why="A risk is something that may happen; an issue is something that has. Add the first one above." /> }>
            <Filters looking=looking />
            <div class="pair">
                <figure class="figure">
                    <figcaption class="figure__caption" id="heatmap-head">"Likelihood by impact"</figcaption>
                    <p class="figure__says">{says}</p>
                    <HeatmapTable heatmap=heat matrix=matrix moved=cells_moved to=looking.to_cell() chosen=looking.cell labelled_by="heatmap-head" />
                    <BandKey matrix=matrix />
                </figure>
                <CellList looking=looking matrix=matrix />
            </div>
            <NotScored heatmap=heat />
            <Register looking=looking list=list limit=limit matrix=matrix />
        </Show>
    }
}
