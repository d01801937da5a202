//! Files that the release brings beside the page, held offline like the rest.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::web::reflect;

/// A file of the release could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("The file {file} could not be fetched ({said}). Open the page once with a network, then try again.")]
pub struct NoSuchFile {
    file: String,
    said: String,
}

/// The text of a file by its name relative to the page.
pub async fn text(file: &str) -> Result<String, NoSuchFile> {
    let failed = |said: String| NoSuchFile { file: file.to_owned(), said };
    let awaited = async |promise: wasm_bindgen::JsValue| match promise.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await,
        Err(other) => Ok(other),
    };
    let thrown = |value| failed(reflect::said(&value));
    let response = awaited(reflect::call(js_sys::global(), "fetch", &[file.into()]).map_err(thrown)?).await.map_err(thrown)?;
    let is_good = reflect::get(&response, "ok").and_then(|ok| ok.as_bool()).unwrap_or(false);
    if !is_good {
        let status = reflect::get(&response, "status").and_then(|status| status.as_f64()).unwrap_or_default();
        return Err(failed(format!("the host answered {status}")));
    }
    let text = awaited(reflect::call(&response, "text", &[]).map_err(thrown)?).await.map_err(thrown)?;
    text.as_string().ok_or_else(|| failed("it is not text".to_owned()))
}
