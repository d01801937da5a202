use concordat::web::files::{self, FileError, Shared};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, File};

use crate::support::{Misbehaving, run};

const TEXT: &str = "{\"about\": \"£964k – “shared services”, naïve\"}\n";

fn file(name: &str, content: &Blob) -> File {
    File::new_with_blob_sequence(&js_sys::Array::of1(content), name).unwrap()
}

fn of_bytes(name: &str, bytes: &[u8]) -> File {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    File::new_with_u8_array_sequence(&parts, name).unwrap()
}

#[wasm_bindgen_test]
async fn text_reads_back_plain_compressed_and_with_a_mark() {
    let plain = files::text_blob(TEXT, "application/json").unwrap();
    let read = files::read(&file("W-2011-01-17-9A3F-6BF8.concordat.json", &plain), |_, _| ()).await.unwrap();
    assert_eq!((read.text.as_str(), read.bytes), (TEXT, TEXT.len() as u64));

    let packed = files::gzip(&TEXT.repeat(1000)).await.unwrap();
    assert!(packed.size() < 5_000.0, "{}", packed.size());
    let read = files::read(&file("W.concordat.json.gz", &packed), |_, _| ()).await.unwrap();
    assert_eq!(read.text, TEXT.repeat(1000));

    let marked = [b"\xef\xbb\xbf".as_slice(), TEXT.as_bytes()].concat();
    assert_eq!(files::read(&of_bytes("W.txt", &marked), |_, _| ()).await.unwrap().text, TEXT);
}

#[wasm_bindgen_test]
async fn a_large_file_comes_in_pieces_and_a_letter_may_lie_across_two_of_them() {
    const PIECE: usize = 1024 * 1024;
    let text = format!("{}\u{20ac}{}\u{e9}", "a".repeat(PIECE - 1), "b".repeat(2 * PIECE));
    let told = std::cell::RefCell::new(Vec::new());
    let read = files::read(&of_bytes("W.txt", text.as_bytes()), |done, of| told.borrow_mut().push((done, of))).await.unwrap();
    assert_eq!(read.text, text);
    let of = text.len();
    assert_eq!(told.into_inner(), [(PIECE, of), (2 * PIECE, of), (3 * PIECE, of), (of, of)]);

    let broken = [vec![b'a'; PIECE - 1], vec![0xe2, 0x28, 0xa1]].concat();
    let error = files::read(&of_bytes("W.txt", &broken), |_, _| ()).await.unwrap_err();
    assert_eq!(error, FileError::NotText("W.txt".into()));
    let unfinished = [vec![b'a'; PIECE], vec![0xe2, 0x82]].concat();
    let error = files::read(&of_bytes("W.txt", &unfinished), |_, _| ()).await.unwrap_err();
    assert_eq!(error, FileError::NotText("W.txt".into()));
}

#[wasm_bindgen_test]
async fn what_is_no_text_is_refused_in_words() {
    let error = files::read(&of_bytes("photo.jpg", &[0xff, 0xd8, 0xff, 0xe0]), |_, _| ()).await.unwrap_err();
    assert_eq!(error, FileError::NotText("photo.jpg".into()));
    assert!(error.to_string().starts_with("“photo.jpg” is not a text file."));
    let error = files::read(&of_bytes("broken.gz", &[0x1f, 0x8b, 8, 0, 1, 2, 3]), |_, _| ()).await.unwrap_err();
    assert!(matches!(error, FileError::NotUnpacked { .. }), "{error}");
}

#[wasm_bindgen_test]
async fn a_download_has_its_name_and_content() {
    run("window.__given = []; window.__catch = (event) => {
           const link = event.target.closest('a[download]');
           if (link) { event.preventDefault(); window.__given.push(link.download, link.href); } };
         document.addEventListener('click', window.__catch)");
    files::download_text("W-2011-01-17-9A3F-6BF8.concordat.json", "application/json", TEXT).unwrap();
    run("document.removeEventListener('click', window.__catch)");
    assert_eq!(js_sys::eval("window.__given[0]").unwrap(), "W-2011-01-17-9A3F-6BF8.concordat.json");
    let content: js_sys::Promise =
        js_sys::eval("fetch(window.__given[1]).then((answer) => answer.text())").unwrap().unchecked_into();
    assert_eq!(JsFuture::from(content).await.unwrap().as_string().unwrap(), TEXT);
    assert_eq!(js_sys::eval("document.querySelectorAll('a[download]').length").unwrap(), 0);
}

#[wasm_bindgen_test]
async fn sharing_falls_back_to_txt_and_then_to_nothing() {
    let can = Misbehaving::new(
        "Navigator.prototype",
        "canShare",
        "return Object.keys(args[0]).join() === 'files' && !args[0].files[0].name.endsWith('.json');",
    );
    let gives =
        Misbehaving::new("Navigator.prototype", "share", "window.__shared = args[0].files[0].name; return Promise.resolve();");
    assert_eq!(files::share("W.concordat.json", TEXT).await, Ok(Shared::Given));
    assert_eq!(js_sys::eval("window.__shared").unwrap(), "W.concordat.json.txt");
    drop(gives);
    let closed = Misbehaving::new("Navigator.prototype", "share", "return Promise.reject(new DOMException('', 'AbortError'));");
    assert_eq!(files::share("W.concordat.json", TEXT).await, Ok(Shared::Cancelled));
    drop(closed);
    let refuses =
        Misbehaving::new("Navigator.prototype", "share", "return Promise.reject(new DOMException('', 'NotAllowedError'));");
    assert_eq!(files::share("W.concordat.json", TEXT).await, Ok(Shared::NotPossible));
    drop(refuses);
    drop(can);
}
