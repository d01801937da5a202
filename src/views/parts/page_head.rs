//! The top of a page: where it belongs, what it is called, what it says first, what can be done.

use leptos::prelude::*;

use crate::route::Route;

/// A page's heading, which takes the focus after navigation.
#[component]
pub fn PageHead(
    /// What the page is called.
    #[prop(into)]
    title: Signal<String>,
    /// What it says first.
    #[prop(optional, into)]
    lede: MaybeProp<String>,
    /// The page above it, and what that is called.
    #[prop(optional)]
    up: Option<(Route, &'static str)>,
    /// What can be done here.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="head">
            <div class="head__words">
                {up.map(|(route, words)| view! { <a class="head__up" href=route.to_string()>{words}</a> })}
                <h1 tabindex="-1" id="page-title">{title}</h1>
                {move || lede.get().map(|lede| view! { <p class="head__lede">{lede}</p> })}
            </div>
            {children.map(|children| view! { <div class="head__actions">{children()}</div> })}
        </header>
    }
}
