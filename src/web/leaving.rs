//! Asking before a page is closed that holds changes which nothing else holds.

use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

use crate::web::listening::Listening;
use crate::web::page;

/// Makes the browser ask before it closes the page whenever `would_lose` says so. The words are the browser's own.
pub fn ask_if(would_lose: impl Fn() -> bool + 'static) -> Option<Listening> {
    page::window().map(|window| {
        Listening::to(&window, "beforeunload", move |event| {
            if would_lose() {
                event.prevent_default();
                if let Some(leaving) = event.dyn_ref::<BeforeUnloadEvent>() {
                    leaving.set_return_value("unsaved");
                }
            }
        })
    })
}

/// Loads the page again, which only a person may ask for.
pub fn reload() {
    if let Some(window) = page::window() {
        let _ = window.location().reload();
    }
}
