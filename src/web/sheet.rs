//! What the browser shows above the page and a printer above each sheet.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::web::listening::Listening;
use crate::web::page;

/// The title of the page in the browser.
pub fn set_title(title: &str) {
    if let Some(document) = page::document() {
        document.set_title(title);
    }
}

/// The head of each printed sheet: the work's title, the page, and the facts by which two printouts are told apart. It
/// is asked for when somebody prints: a property of the root has the browser look at the style of every element.
pub fn head_when_printed(head: impl Fn() -> [String; 3] + 'static) -> Option<Listening> {
    page::window().map(|window| {
        Listening::to(&window, "beforeprint", move |_| {
            let Some(root) = page::root().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
            for (property, text) in ["--sheet-title", "--sheet-page", "--sheet-facts"].into_iter().zip(head()) {
                // A custom property takes any value.
                let _ = root.style().set_property(property, &quoted(&text));
            }
        })
    })
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
