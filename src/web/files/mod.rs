//! Files: handed out by download, share sheet or clipboard; taken in by a file field or by dropping them on the page.

mod give;
mod share;
mod take;

use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

use crate::web::reflect;

pub use give::{copy, download, download_bytes, download_text, gzip};
pub use share::{Shared, share, share_blob, takes};
pub use take::{ReadFile, beginning, chosen_in, chosen_in_field, dropped, on_drop, pick, read, read_bytes, text_in};

/// Why a file could not be handed over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The browser's own reading failed: the file was moved, or lies on a drive that is gone.
    #[error("“{name}” could not be read ({reason}). Choose it again.")]
    Unreadable {
        /// The file.
        name: String,
        /// What the browser says.
        reason: String,
    },
    /// Its bytes are not text in the encoding that Concordat writes.
    #[error("“{0}” is not a text file. A bundle's name ends in .concordat.json, perhaps with .txt or .gz after it.")]
    NotText(String),
    /// Compressed, and the browser or the file is not up to it.
    #[error("“{name}” is compressed and could not be unpacked ({reason}). Unpack it first, then choose what was in it.")]
    NotUnpacked {
        /// The file.
        name: String,
        /// What the browser says.
        reason: String,
    },
    /// The browser gave no way to hand a file out.
    #[error("This browser did not hand out the file ({0}).")]
    NotGiven(String),
}

/// A text as a file's content, which is then in UTF-8.
pub fn text_blob(text: &str, media_type: &str) -> Result<Blob, FileError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&text.into());
    Blob::new_with_str_sequence_and_options(&parts, &options).map_err(|thrown| not_given(&thrown))
}

/// Bytes as a file's content.
pub fn bytes_blob(bytes: &[u8], media_type: &str) -> Result<Blob, FileError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(|thrown| not_given(&thrown))
}

fn not_given(thrown: &JsValue) -> FileError {
    FileError::NotGiven(reflect::said(thrown))
}
