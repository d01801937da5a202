//! Risks without a likelihood and an impact: listed apart, since they are not nought.

use leptos::prelude::*;

use crate::analysis::risks::{Heatmap, NAMED};
use crate::route::Route;
use crate::words;

/// The list; nothing where every risk is scored.
#[component]
pub fn NotScored(
    /// The risks by cell.
    heatmap: Memo<Heatmap>,
) -> impl IntoView {
    let risks = Memo::new(move |_| heatmap.with(|heatmap| heatmap.not_scored.clone()));
    let head = move || format!("Not scored: {}", words::count(risks.with(|risks| risks.count), "risk", "risks"));
    let list = move || {
        let shown = risks.get().named.into_iter().enumerate();
        shown
            .map(
                |(place, risk)| view! { {(place > 0).then_some(", ")} <a href=Route::Risk(risk.id).to_string()>{risk.label}</a> },
            )
            .collect_view()
    };
    let more = move || risks.with(|risks| risks.count).saturating_sub(NAMED);
    view! {
        <Show when=move || risks.with(|risks| risks.count > 0)>
            <section aria-labelledby="not-scored-head">
                <h2 id="not-scored-head">{head}</h2>
                <p>{move || words::risks::in_no_cell(risks.with(|risks| risks.count))}</p>
                <p>{list}"."</p>
                {move || (more() > 0).then(|| view! { <p>{format!("The other {} stand at the end of the register.", words::number(more() as u64))}</p> })}
            </section>
        </Show>
    }
}
