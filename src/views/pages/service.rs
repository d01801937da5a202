//! Service.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Service.
#[component]
pub fn ServicePage() -> impl IntoView {
    view! { <PageHead title="Service" /> }
}
