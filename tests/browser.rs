//! What only a browser can show: that work is kept, that nothing is lost when the browser refuses, and what it hands out.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on fails")]
#![allow(clippy::disallowed_methods, reason = "the browser is made to misbehave here")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

#[path = "browser/dialog.rs"]
mod dialog;
#[path = "browser/files.rs"]
mod files;
#[path = "browser/keeper.rs"]
mod keeper;
#[path = "browser/page.rs"]
mod page;
#[path = "browser/preferences.rs"]
mod preferences;
#[path = "browser/second_copy.rs"]
mod second_copy;
#[path = "browser/shelf.rs"]
mod shelf;
#[path = "browser/support.rs"]
mod support;
#[path = "browser/tabs.rs"]
mod tabs;
