//! Settings.

use leptos::prelude::*;

use crate::views::parts::page_head::PageHead;

/// Settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! { <PageHead title="Settings" /> }
}
