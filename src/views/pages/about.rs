//! About.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// About.
#[component]
pub fn AboutPage() -> impl IntoView {
    view! { <PageHead title="About" /> }
}
