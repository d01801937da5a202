//! What the colours of scores stand for.

use leptos::prelude::*;

use crate::domain::matrix::{Band, Matrix};
use crate::words;

/// The bands of the workspace with their scores.
#[component]
pub fn BandKey(
    /// The words and bands of the workspace.
    matrix: Memo<Matrix>,
) -> impl IntoView {
    let item = move |band: &Band| {
        let band = *band;
        let says = move || matrix.with(|matrix| format!("{} {}", band.label(), words::level::scores(matrix, band)));
        view! { <span class="key__item"><span class="key__swatch" data-band=band.key()></span>{says}</span> }
    };
    view! { <p class="key">{Band::ALL.iter().map(item).collect_view()}</p> }
}
