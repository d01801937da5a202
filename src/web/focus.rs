//! Where the keyboard and the screen reader are.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement};

use crate::web::page;

/// Moves focus to an element once the page has been drawn.
pub fn to_id(id: &str) {
    let id = id.to_owned();
    after_drawing(move || give_focus(page::document().and_then(|document| document.get_element_by_id(&id))));
}

/// Moves focus to the page's heading once it has been drawn, so that a screen reader reads where the person has come.
pub fn to_heading() {
    after_drawing(|| {
        let find = |selector| page::document().and_then(|document| document.query_selector(selector).ok().flatten());
        give_focus(find("main h1").or_else(|| find("h1")));
    });
}

/// Moves focus to an error summary, or any element, by a selector.
pub fn to_first(selector: &'static str) {
    after_drawing(move || give_focus(page::document().and_then(|document| document.query_selector(selector).ok().flatten())));
}

/// Calls back when the browser is about to draw the next picture, by when views have put their changes in place.
pub fn after_drawing(then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if let Some(window) = page::window() {
        let _ = window.request_animation_frame(then.unchecked_ref());
    }
}

fn give_focus(element: Option<Element>) {
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    // A heading takes no focus by itself; −1 lets a program move there and keeps it out of the tab order.
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let _ = element.focus();
}
