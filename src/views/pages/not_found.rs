//! This page does not exist.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// This page does not exist.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! { <PageHead title="This page does not exist" /> }
}
