//! Risk.

use leptos::prelude::*;

use crate::domain::risk::RiskId;
use crate::views::parts::page_head::PageHead;

/// Risk.
#[component]
pub fn RiskPage(
    /// Which.
    id: RiskId,
) -> impl IntoView {
    view! { <PageHead title=id.to_string() /> }
}
