//! The heatmap in small, on the way to the risks.

use leptos::prelude::*;

use crate::analysis::risks::{Chosen, heatmap};
use crate::domain::level::Level;
use crate::domain::matrix::Band;
use crate::domain::thing::Kind;
use crate::route::{RisksState, Route};
use crate::session::use_session;
use crate::views::parts::band_key::BandKey;
use crate::views::parts::heatmap::HeatmapTable;
use crate::words;

/// Every open risk by likelihood and impact.
#[component]
pub fn RisksSmall() -> impl IntoView {
    let session = use_session();
    let matrix = session.select(&[Kind::About], |workspace, _| workspace.matrix());
    let heat = session.select(&[Kind::Risk, Kind::Service, Kind::About], |workspace, _| heatmap(workspace, &Chosen::default()));
    let says = Memo::new(move |_| {
        heat.with(|heat| words::risks::summary(|band: Band| heat.bands.of(band), heat.not_scored.count, heat.highest()))
    });
    let to = Callback::new(|at: Level| Route::Cell(at, RisksState::default()));
    view! {
        <figure class="figure">
            <figcaption class="figure__caption" id="risks-small">"Risks by likelihood and impact"</figcaption>
            <p class="figure__says">{says}</p>
            <HeatmapTable heatmap=heat matrix=matrix to=to labelled_by="risks-small" />
            <BandKey matrix=matrix />
            <p class="figure__actions"><a class="link--alone" href=Route::Risks(RisksState::default()).to_string()>"Open risks"</a></p>
        </figure>
    }
}
