//! Paper.

use crate::web::page;

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = page::window() {
        // A browser that has no printing does nothing.
        let _ = window.print();
    }
}
