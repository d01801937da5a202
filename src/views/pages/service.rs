//! Service.

use leptos::prelude::*;

use crate::domain::service::ServiceId;
use crate::views::parts::page_head::PageHead;

/// Service.
#[component]
pub fn ServicePage(
    /// Which.
    id: ServiceId,
) -> impl IntoView {
    view! { <PageHead title=id.to_string() /> }
}
