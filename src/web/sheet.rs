//! What the browser shows above the page and a printer above each sheet.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::web::page;

/// The title of the page in the browser.
pub fn set_title(title: &str) {
    if let Some(document) = page::document() {
        document.set_title(title);
    }
}

/// The head of each printed sheet: the work's title, the page, and the facts by which two printouts are told apart.
pub fn set_head(title: &str, name: &str, facts: &str) {
    let Some(root) = page::root().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    for (property, text) in [("--sheet-title", title), ("--sheet-page", name), ("--sheet-facts", facts)] {
        // A custom property takes any value.
        let _ = root.style().set_property(property, &quoted(text));
    }
}

/// A text as a CSS string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(letter);
            }
            '\n' | '\r' => quoted.push(' '),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
