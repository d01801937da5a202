//! What a page says when there is nothing to show, and what to do next.

use leptos::prelude::*;

/// An empty state.
#[component]
pub fn Empty(
    /// What is not there.
    #[prop(into)]
    says: String,
    /// What belongs here.
    #[prop(optional, into)]
    why: Option<String>,
    /// What can be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty__says">{says}</p>
            {why.map(|why| view! { <p class="empty__why">{why}</p> })}
            {children.map(|children| view! { <div class="empty__actions">{children()}</div> })}
        </div>
    }
}
