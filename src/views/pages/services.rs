//! Services.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Services.
#[component]
pub fn ServicesPage() -> impl IntoView {
    view! { <PageHead title="Services" /> }
}
