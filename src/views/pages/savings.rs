//! Savings.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Savings.
#[component]
pub fn SavingsPage() -> impl IntoView {
    view! { <PageHead title="Savings" /> }
}
