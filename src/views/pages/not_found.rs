//! An address that leads nowhere.

use leptos::prelude::*;

use crate::route::Route;
use crate::views::parts::page_head::PageHead;

/// What is said of an address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <PageHead title="This page does not exist" lede="The address leads nowhere in this version of Concordat. Your work is as it was." />
        <p><a class="link--alone" href=Route::Overview.to_string()>"Go to the overview"</a></p>
    }
}
