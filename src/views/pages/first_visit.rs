//! Concordat.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Concordat.
#[component]
pub fn FirstVisitPage() -> impl IntoView {
    view! { <PageHead title="Concordat" /> }
}
