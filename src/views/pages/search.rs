//! Search.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Search.
#[component]
pub fn SearchPage() -> impl IntoView {
    view! { <PageHead title="Search" /> }
}
