//! Where the programme stands.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Where the programme stands.
#[component]
pub fn OverviewPage() -> impl IntoView {
    view! { <PageHead title="Where the programme stands" /> }
}
