//! What stands on the page until the program has drawn it.

use crate::web::page;

/// Takes it away, since the page itself is there now.
pub fn done() {
    if let Some(opening) = page::document().and_then(|document| document.get_element_by_id("opening")) {
        opening.remove();
    }
}
