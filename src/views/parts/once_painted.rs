//! What can wait until the page has been painted: what takes its time to work out, and what nobody sees at first.

use leptos::prelude::*;

use crate::session::{Request, use_session};

/// Whether the page has been painted since this was asked for.
pub fn once_painted() -> Memo<bool> {
    let session = use_session();
    let paints = session.painted.get_untracked();
    session.request(Request::TellPainted);
    Memo::new(move |_| session.painted.get() > paints)
}

/// Shows what is in it as soon as the page has been painted without it.
#[component]
pub fn OncePainted(
    /// What can wait.
    children: ChildrenFn,
) -> impl IntoView {
    let is_painted = once_painted();
    view! { <Show when=move || is_painted.get()>{children()}</Show> }
}
