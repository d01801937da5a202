//! Handing files and text out.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlAnchorElement, Url};

use crate::web::files::{FileError, bytes_blob, not_given, text_blob};
use crate::web::{page, reflect};

/// Browsers read a download's content some time after the link was followed; a slow tablet takes its time.
const FREE_AFTER_MS: i32 = 120_000;

/// Downloads a text under a name.
pub fn download_text(name: &str, media_type: &str, text: &str) -> Result<(), FileError> {
    download(name, &text_blob(text, media_type)?)
}

/// Downloads bytes under a name.
pub fn download_bytes(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), FileError> {
    download(name, &bytes_blob(bytes, media_type)?)
}

/// Downloads a file's content under a name.
pub fn download(name: &str, content: &Blob) -> Result<(), FileError> {
    let gone = || FileError::NotGiven("the page is gone".into());
    let document = page::document().ok_or_else(gone)?;
    let body = document.body().ok_or_else(gone)?;
    let address = Url::create_object_url_with_blob(content).map_err(|thrown| not_given(&thrown))?;
    let made = document.create_element("a").map_err(|thrown| not_given(&thrown))?;
    let link: HtmlAnchorElement = made.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.set_hidden(true);
    // Firefox follows only links that are part of the page.
    body.append_child(&link).map_err(|thrown| not_given(&thrown))?;
    link.click();
    link.remove();
    free_later(address);
    Ok(())
}

/// Puts a text on the clipboard.
pub async fn copy(text: &str) -> Result<(), FileError> {
    let unavailable = || FileError::NotGiven("it has no clipboard for this page".into());
    let navigator = page::navigator().ok_or_else(unavailable)?;
    let clipboard = reflect::get(&navigator, "clipboard").ok_or_else(unavailable)?;
    let written = reflect::call(&clipboard, "writeText", &[text.into()]).map_err(|thrown| not_given(&thrown))?;
    JsFuture::from(js_sys::Promise::resolve(&written)).await.map_err(|thrown| not_given(&thrown))?;
    Ok(())
}

/// A text, compressed. An error where the browser has no compression; the plain text does as well.
pub async fn gzip(text: &str) -> Result<Blob, FileError> {
    let plain = text_blob(text, "application/json")?;
    through("CompressionStream", &plain).await.map_err(|thrown| not_given(&thrown))
}

/// What comes out when a content is sent through one of the browser's gzip streams.
pub(super) async fn through(stream: &str, content: &Blob) -> Result<Blob, JsValue> {
    let machine = reflect::construct(stream, &["gzip".into()])?;
    let sent = reflect::call(&reflect::call(content, "stream", &[])?, "pipeThrough", &[machine])?;
    let response = reflect::construct("Response", &[sent])?;
    let blob = reflect::call(&response, "blob", &[])?;
    JsFuture::from(js_sys::Promise::resolve(&blob)).await?.dyn_into()
}

fn free_later(address: String) {
    let free = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    if let Some(window) = page::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(free.unchecked_ref(), FREE_AFTER_MS);
    }
}
