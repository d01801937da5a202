//! The window and the document, if there are any.

use web_sys::{Document, Element, Navigator, Window};

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

pub(super) fn navigator() -> Option<Navigator> {
    Some(window()?.navigator())
}

pub(super) fn root() -> Option<Element> {
    document()?.document_element()
}
