//! The device's own share sheet: mail, messages, a cloud drive.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, FilePropertyBag};

use crate::web::files::{FileError, not_given};
use crate::web::{page, reflect};

/// How sharing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// The device took the file.
    Given,
    /// The person closed the sheet.
    Cancelled,
    /// This browser shares no such file; a download does as well.
    NotPossible,
}

/// Offers a bundle to the share sheet, under its own name or, where the browser lists no `.json`, with `.txt` after it.
/// To be called from a tap.
pub async fn share(name: &str, text: &str) -> Result<Shared, FileError> {
    for (name, media_type) in [(name.to_owned(), "application/json"), (format!("{name}.txt"), "text/plain")] {
        let shared = offer(&file(&name, media_type, &text.into())?).await?;
        if shared != Shared::NotPossible {
            return Ok(shared);
        }
    }
    Ok(Shared::NotPossible)
}

/// Whether the share sheet takes a file with this name and type.
pub fn takes(name: &str, media_type: &str) -> bool {
    let Some(navigator) = page::navigator().filter(|navigator| reflect::can(navigator, "canShare")) else { return false };
    file(name, media_type, &"-".into()).is_ok_and(|file| is_taken(&navigator, &files_alone(&file)))
}

/// Offers any other file to the share sheet. To be called from a tap, or soon after it.
pub async fn share_blob(name: &str, content: &Blob) -> Result<Shared, FileError> {
    offer(&file(name, &content.type_(), content)?).await
}

async fn offer(file: &File) -> Result<Shared, FileError> {
    let Some(navigator) = page::navigator().filter(|navigator| reflect::can(navigator, "canShare")) else {
        return Ok(Shared::NotPossible);
    };
    let data = files_alone(file);
    if !is_taken(&navigator, &data) {
        return Ok(Shared::NotPossible);
    }
    let sharing = reflect::call(&navigator, "share", &[data]).map_err(|thrown| not_given(&thrown))?;
    match JsFuture::from(js_sys::Promise::resolve(&sharing)).await {
        Ok(_) => Ok(Shared::Given),
        Err(thrown) if is_named(&thrown, "AbortError") => Ok(Shared::Cancelled),
        // Some browsers say that they can and then refuse the kind of file.
        Err(thrown) if is_named(&thrown, "NotAllowedError") || is_named(&thrown, "TypeError") => Ok(Shared::NotPossible),
        Err(thrown) => Err(not_given(&thrown)),
    }
}

fn is_taken(navigator: &JsValue, data: &JsValue) -> bool {
    let may = reflect::call(navigator, "canShare", std::slice::from_ref(data));
    may.ok().and_then(|may| may.as_bool()) == Some(true)
}

/// iPads share files as expected only when nothing else goes with them.
fn files_alone(file: &File) -> JsValue {
    reflect::object(&[("files", js_sys::Array::of1(file).into())])
}

fn file(name: &str, media_type: &str, content: &JsValue) -> Result<File, FileError> {
    let options = FilePropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(content);
    File::new_with_blob_sequence_and_options(&parts, name, &options).map_err(|thrown| not_given(&thrown))
}

fn is_named(thrown: &JsValue, name: &str) -> bool {
    reflect::get(thrown, "name").and_then(|value| value.as_string()).as_deref() == Some(name)
}
