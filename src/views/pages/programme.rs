//! Programme.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Programme.
#[component]
pub fn ProgrammePage() -> impl IntoView {
    view! { <PageHead title="Programme" /> }
}
