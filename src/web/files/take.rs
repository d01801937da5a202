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
/// So many bytes are copied and looked through in a few milliseconds, also on a slow tablet.
const PIECE: usize = 1024 * 1024;

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

/// What the file field with this id holds. It is empty afterwards: a browser says nothing of a choice of what a field holds
/// already, and the same file may be meant again.
pub fn chosen_in_field(id: &str) -> Vec<File> {
    let field = page::document().and_then(|document| document.get_element_by_id(id)?.dyn_into().ok());
    let taken = |field: HtmlInputElement| {
        let chosen = chosen_in(&field);
        field.set_value("");
        chosen
    };
    field.map(taken).unwrap_or_default()
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

/// How a file begins: so many bytes, or all of them where it has fewer.
pub async fn beginning(file: &File, bytes: usize) -> Result<Vec<u8>, FileError> {
    piece(file, 0, bytes).await.map_err(|thrown| unreadable(&file.name(), &thrown))
}

/// Reads a file whole, piece by piece, so that the page answers meanwhile. `told` hears how many bytes of how many are
/// there.
pub async fn read(file: &File, told: impl FnMut(usize, usize)) -> Result<ReadFile, FileError> {
    let name = file.name();
    let text = text_in(&name, file, told).await?;
    Ok(ReadFile { name, text, bytes: size(file) as u64 })
}

/// The same for the content of a file of this name, wherever it comes from.
pub async fn text_in(name: &str, file: &Blob, mut told: impl FnMut(usize, usize)) -> Result<String, FileError> {
    let unreadable = |thrown: JsValue| unreadable(name, &thrown);
    let begin = piece(file, 0, GZIP.len()).await.map_err(unreadable)?;
    let unpacked = if begin == GZIP {
        let not_unpacked = |thrown: JsValue| FileError::NotUnpacked { name: name.to_owned(), reason: reflect::said(&thrown) };
        Some(through("DecompressionStream", file).await.map_err(not_unpacked)?)
    } else {
        None
    };
    let content = unpacked.as_ref().unwrap_or(file);
    let of = size(content);
    let mut growing = Growing::with_room_for(of);
    for from in (0..of).step_by(PIECE) {
        let bytes = piece(content, from, PIECE).await.map_err(unreadable)?;
        growing.take(&bytes).ok_or_else(|| FileError::NotText(name.to_owned()))?;
        told((from + PIECE).min(of), of);
    }
    growing.finish().ok_or_else(|| FileError::NotText(name.to_owned()))
}

fn unreadable(name: &str, thrown: &JsValue) -> FileError {
    FileError::Unreadable { name: name.to_owned(), reason: reflect::said(thrown) }
}

/// Reads a file whole, as it lies there.
pub async fn read_bytes(file: &File) -> Result<Vec<u8>, FileError> {
    piece(file, 0, size(file)).await.map_err(|thrown| unreadable(&file.name(), &thrown))
}

/// Text that grows by pieces of bytes; a letter may begin in one of them and end in the next.
struct Growing {
    text: String,
    begun: Vec<u8>,
}

impl Growing {
    fn with_room_for(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), begun: Vec::new() }
    }

    /// None where it is no text.
    fn take(&mut self, bytes: &[u8]) -> Option<()> {
        let mut joined = std::mem::take(&mut self.begun);
        let bytes = if joined.is_empty() {
            bytes
        } else {
            joined.extend_from_slice(bytes);
            &joined
        };
        let whole = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) if error.error_len().is_some() => return None,
            Err(error) => {
                let (whole, begun) = bytes.split_at_checked(error.valid_up_to())?;
                self.begun = begun.to_vec();
                std::str::from_utf8(whole).ok()?
            }
        };
        // Some editors put a mark at the start of a text.
        let whole = if self.text.is_empty() { whole.strip_prefix('\u{feff}').unwrap_or(whole) } else { whole };
        self.text.push_str(whole);
        Some(())
    }

    fn finish(self) -> Option<String> {
        self.begun.is_empty().then_some(self.text)
    }
}

/// At most so many bytes of a content from a place on.
async fn piece(content: &Blob, from: usize, most: usize) -> Result<Vec<u8>, JsValue> {
    #[allow(clippy::cast_precision_loss, reason = "a float holds the length of any file exactly")]
    let piece = content.slice_with_f64_and_f64(from as f64, (from + most) as f64)?;
    let buffer = JsFuture::from(piece.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number of bytes")]
fn size(content: &Blob) -> usize {
    content.size() as usize
}

fn listed(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}
