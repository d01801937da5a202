//! Files.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Files.
#[component]
pub fn FilesPage() -> impl IntoView {
    view! { <PageHead title="Files" /> }
}
