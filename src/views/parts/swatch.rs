//! A partner's colour in charts, and its name.

use leptos::prelude::*;

use crate::domain::partner::Series;
use crate::words;

/// The colour with its word; nothing but words where none is stated.
#[component]
pub fn Swatch(
    /// The colour.
    series: Option<Series>,
) -> impl IntoView {
    match series {
        Some(series) => view! {
            <svg class="key__series" width="22" height="16" aria-hidden="true" data-series=series.key()><rect x="1" y="1" width="20" height="14" fill="currentColor" /></svg>
            " "{series.label()}
        }
        .into_any(),
        None => view! { <span class="not-stated">{words::NOT_STATED}</span> }.into_any(),
    }
}
