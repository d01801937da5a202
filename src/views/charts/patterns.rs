//! The patterns that a chart is filled with, in the chart itself, so that a saved picture is whole.

use leptos::prelude::*;

use crate::chart::{Fill, patterns};

/// Those of these sorts of filling for these series, 1 to 8.
pub fn definitions(fills: &[Fill], series: &[u8]) -> impl IntoView + use<> {
    let used = patterns().into_iter().filter(|pattern| fills.contains(&pattern.fill) && series.contains(&pattern.series));
    let drawn = used.map(|pattern| {
        let (id, size) = (pattern.id(), pattern.size.to_string());
        let ground = view! { <rect class="pattern__ground" width=size.clone() height=size.clone() /> };
        let ink = (!pattern.ink.is_empty()).then(|| view! { <path class="pattern__ink" d=pattern.ink /> });
        let dots = (!pattern.dots.is_empty()).then(|| view! { <path class="pattern__dot" d=pattern.dots /> });
        view! {
            <pattern class="pattern" class:pattern--actual=pattern.fill == Fill::Solid class:pattern--forecast=pattern.fill == Fill::Hatched data-series=pattern.series.to_string() id=id width=size.clone() height=size.clone() patternUnits="userSpaceOnUse">
                {ground}
                {ink}
                {dots}
            </pattern>
        }
    });
    view! { <defs>{drawn.collect_view()}</defs> }
}
