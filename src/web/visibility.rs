//! Whether a person is looking at the page. Browsers drop database connections of pages that are out of sight.

use web_sys::VisibilityState;

use crate::web::listening::Listening;
use crate::web::page;

/// Whether the page is in sight now.
pub fn is_visible() -> bool {
    page::document().is_some_and(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Calls back each time the page comes into view, which is the moment to probe the shelf and to try again.
pub fn on_return(returned: impl Fn() + 'static) -> Option<Listening> {
    let document = page::document()?;
    let asked = document.clone();
    Some(Listening::to(&document, "visibilitychange", move |_| {
        if asked.visibility_state() == VisibilityState::Visible {
            returned();
        }
    }))
}
