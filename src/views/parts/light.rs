//! How a figure stands to its target: a shape, a letter and a word, or why that cannot be said.

use leptos::prelude::*;

use crate::domain::performance::{Judgement, Trend};
use crate::views::parts::rag::RagMark;
use crate::words;

/// The light of a figure. Without one it says why, and never looks green.
#[component]
pub fn Light(
    /// How it stands.
    judgement: Judgement,
) -> impl IntoView {
    match judgement {
        Ok(judged) => view! { <RagMark rag=Some(judged.light) /> }.into_any(),
        Err(why) => view! { <span class="not-stated">{words::measures::not_judged(why)}</span> }.into_any(),
    }
}

/// Which way a figure went, by which way is better.
#[component]
pub fn TrendMark(
    /// Improved, the same or worse; none where there is nothing to compare it with.
    trend: Option<Trend>,
) -> impl IntoView {
    match trend {
        Some(trend) => {
            view! { <span class="unbroken"><strong aria-hidden="true">{trend.letter()}</strong>" "{trend.label()}</span> }
                .into_any()
        }
        None => view! { <span class="not-stated">"Nothing to compare"</span> }.into_any(),
    }
}
