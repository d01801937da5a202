//! How much is kept here, and whether the browser has promised to keep it.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

use crate::web::{page, reflect};

/// What the browser says of its own accord; it may be silent on any of it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct StorageFacts {
    /// Bytes used by everything at this address, the page's own files included.
    pub used: Option<f64>,
    /// Bytes that it would allow.
    pub allowed: Option<f64>,
    /// Whether it has promised not to throw them away by itself.
    pub is_promised: Option<bool>,
}

/// Asks the browser how much is kept here.
pub async fn read() -> StorageFacts {
    let Some(storage) = manager() else { return StorageFacts::default() };
    let estimate: Option<StorageEstimate> = match storage.estimate() {
        Ok(promise) => JsFuture::from(promise).await.ok().map(JsCast::unchecked_into),
        Err(_) => None,
    };
    StorageFacts {
        used: estimate.as_ref().and_then(StorageEstimate::get_usage),
        allowed: estimate.as_ref().and_then(StorageEstimate::get_quota),
        is_promised: answer(storage.persisted()).await,
    }
}

/// Asks the browser to keep what is here until a person deletes it. Its answer is shown, never assumed.
pub async fn ask_for_promise() -> Option<bool> {
    answer(manager()?.persist()).await
}

/// Whether the page runs from the home screen, where some browsers keep a storage of its own.
pub fn is_installed() -> bool {
    let query = |mode: &str| {
        let found = page::window()?.match_media(&format!("(display-mode: {mode})")).ok()??;
        Some(found.matches())
    };
    let by_mode = ["standalone", "fullscreen", "minimal-ui"].into_iter().any(|mode| query(mode) == Some(true));
    let on_ipad = || page::navigator().and_then(|navigator| reflect::get(&navigator, "standalone")?.as_bool());
    by_mode || on_ipad() == Some(true)
}

async fn answer(promise: Result<js_sys::Promise, JsValue>) -> Option<bool> {
    JsFuture::from(promise.ok()?).await.ok()?.as_bool()
}

/// Pages that are not served securely have none.
fn manager() -> Option<StorageManager> {
    reflect::get(&page::navigator()?, "storage").map(JsCast::unchecked_into)
}
