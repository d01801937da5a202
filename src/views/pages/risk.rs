//! Risk.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Risk.
#[component]
pub fn RiskPage() -> impl IntoView {
    view! { <PageHead title="Risk" /> }
}
