//! Taking files in.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DragEvent, Event, File, FileList, HtmlInputElement};

use crate::web::files::FileError;
use crate::web::files::give::through;
use crate::web::listening::Listening;
use crate::web::{page, reflect};

/// The first two bytes of everything that gzip wrote.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// A file that was read, unpacked if it was compressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// How large it was as it lay there.
    pub bytes: u64,
}

/// Opens the device's file chooser and calls back with what was chosen; nothing if the person closed it. To be called
/// from a tap. The field has no `accept`: iPads grey out what such a list does not name.
pub fn pick(chosen: impl FnOnce(Vec<File>) + 'static) {
    let Some(document) = page::document() else { return };
    let Ok(made) = document.create_element("input") else { return };
    let field: HtmlInputElement = made.unchecked_into();
    field.set_type("file");
    field.set_multiple(true);
    let asked = field.clone();
    let take = Closure::once_into_js(move |_: Event| chosen(chosen_in(&asked)));
    // Held by the field itself, which goes when neither event can come any more.
    field.set_onchange(Some(take.unchecked_ref()));
    field.click();
}

/// What a file field holds.
pub fn chosen_in(field: &HtmlInputElement) -> Vec<File> {
    field.files().map(listed).unwrap_or_default()
}

/// What the file field with this id holds.
pub fn chosen_in_field(id: &str) -> Vec<File> {
    let field = page::document().and_then(|document| document.get_element_by_id(id)?.dyn_into().ok());
    field.map(|field: HtmlInputElement| chosen_in(&field)).unwrap_or_default()
}

/// What was dropped on the page. Keeps the browser from opening it in place of the page.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    event.prevent_default();
    event.data_transfer().and_then(|transfer| transfer.files()).map(listed).unwrap_or_default()
}

/// Calls back with what is dropped anywhere on the page, which is then not opened in place of it.
pub fn on_drop(given: impl Fn(Vec<File>) + 'static) -> Vec<Listening> {
    let Some(document) = page::document() else { return Vec::new() };
    let over = Listening::to(&document, "dragover", |event| event.prevent_default());
    let drop = Listening::to(&document, "drop", move |event| {
        if let Some(event) = event.dyn_ref::<DragEvent>() {
            let files = dropped(event);
            if !files.is_empty() {
                given(files);
            }
        }
    });
    vec![over, drop]
}

/// Reads a file whole.
pub async fn read(file: &File) -> Result<ReadFile, FileError> {
    let name = file.name();
    let unreadable = |thrown: &JsValue| FileError::Unreadable { name: name.clone(), reason: reflect::said(thrown) };
    let mut content = bytes(file).await.map_err(|thrown| unreadable(&thrown))?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size is a whole number of bytes")]
    let size = file.size() as u64;
    if content.starts_with(&GZIP) {
        let not_unpacked = |thrown: JsValue| FileError::NotUnpacked { name: name.clone(), reason: reflect::said(&thrown) };
        let unpacked = through("DecompressionStream", file).await.map_err(not_unpacked)?;
        content = bytes(&unpacked).await.map_err(|thrown| unreadable(&thrown))?;
    }
    let text = String::from_utf8(content).map_err(|_| FileError::NotText(name.clone()))?;
    // Some editors put a mark at the start of a text.
    let text = text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned);
    Ok(ReadFile { name, text, bytes: size })
}

async fn bytes(content: &Blob) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(content.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

fn listed(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}
