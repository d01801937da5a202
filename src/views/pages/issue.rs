//! Issue.

use leptos::prelude::*;

use crate::domain::risk::IssueId;
use crate::views::parts::page_head::PageHead;

/// Issue.
#[component]
pub fn IssuePage(
    /// Which.
    id: IssueId,
) -> impl IntoView {
    view! { <PageHead title=id.to_string() /> }
}
