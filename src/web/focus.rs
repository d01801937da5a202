//! Where the keyboard and the screen reader are.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use crate::web::clock::pause;
use crate::web::page;

/// Moves focus to an element once it is in place.
pub fn to_id(id: &str) {
    let id = id.to_owned();
    after_changes(move || give_focus(page::document().and_then(|document| document.get_element_by_id(&id))));
}

/// Moves focus to an element that is there already, so that the next key is typed there.
pub fn at_once(id: &str) {
    give_focus(page::document().and_then(|document| document.get_element_by_id(id)));
}

/// Moves focus to the page's heading once it is in place, so that a screen reader reads where the person has come.
pub fn to_heading() {
    after_changes(|| {
        let find = |selector| page::document().and_then(|document| document.query_selector(selector).ok().flatten());
        give_focus(find("main h1").or_else(|| find("h1")));
    });
}

/// Moves focus to an element once it is in place; to the page's heading where it does not come to be there.
pub fn to_id_or_heading(id: &str) {
    let id = id.to_owned();
    after_changes(move || match page::document().and_then(|document| document.get_element_by_id(&id)) {
        Some(element) => give_focus(Some(element)),
        None => to_heading(),
    });
}

/// Calls back once views have put their changes in place, which they do before the browser turns to anything else, and
/// before the next picture: who types at once types where the focus will be.
fn after_changes(then: impl FnOnce() + 'static) {
    spawn_local(async {
        pause(0).await;
        then();
    });
}

fn give_focus(element: Option<Element>) {
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    // A heading takes no focus by itself; −1 lets a program move there and keeps it out of the tab order.
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let _ = element.focus();
}
