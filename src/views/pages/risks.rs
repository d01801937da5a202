//! Risks.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Risks.
#[component]
pub fn RisksPage() -> impl IntoView {
    view! { <PageHead title="Risks" /> }
}
