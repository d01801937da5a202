//! Partners.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Partners.
#[component]
pub fn PartnersPage() -> impl IntoView {
    view! { <PageHead title="Partners" /> }
}
