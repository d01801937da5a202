//! Issues.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Issues.
#[component]
pub fn IssuesPage() -> impl IntoView {
    view! { <PageHead title="Issues" /> }
}
