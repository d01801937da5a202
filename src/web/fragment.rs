//! The part of the address after `#`, which says where a person is.

use wasm_bindgen::JsValue;

use crate::web::listening::Listening;
use crate::web::page;

/// The fragment with its `#`, or nothing at the bare address.
pub fn read() -> String {
    page::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to a fragment, as following a link does: Back leads to where the person was.
pub fn go_to(fragment: &str) {
    if let Some(window) = page::window() {
        // A fragment is always accepted.
        let _ = window.location().set_hash(fragment);
    }
}

/// Puts a fragment in place of the one that is there, so that Back skips it. Nobody is told of it.
pub fn replace(fragment: &str) {
    let history = page::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Browsers refuse this only to pages that call it hundreds of times a minute.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// Goes back one step.
pub fn back() {
    let history = page::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.back();
    }
}

/// Calls back with the new fragment whenever a person follows a link, goes back, or types one.
pub fn on_change(changed: impl Fn(String) + 'static) -> Option<Listening> {
    page::window().map(|window| Listening::to(&window, "hashchange", move |_| changed(read())))
}
