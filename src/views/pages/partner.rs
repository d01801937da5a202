//! Partner.

use leptos::prelude::*;

use crate::domain::partner::PartnerId;
use crate::views::parts::page_head::PageHead;

/// Partner.
#[component]
pub fn PartnerPage(
    /// Which.
    id: PartnerId,
) -> impl IntoView {
    view! { <PageHead title=id.to_string() /> }
}
