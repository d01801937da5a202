//! The workshop: a program of its own that a browser runs as a worker. It waits for jobs, does one after the other, and
//! says what came of each. It keeps nothing: it is gone with the work for which it was started.
//!
//! What comes in is `[job, bytes]`, what goes out `[said, bytes]`: JSON as text, and bytes as an `ArrayBuffer`.

use concordat::workshop::work::work;
use concordat::workshop::{Job, Refused, Said};
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

fn main() {
    let asked = Closure::<dyn FnMut(JsValue)>::new(|event| answer(&event));
    // Setting a property of the worker's own scope cannot fail.
    let _ = Reflect::set(&js_sys::global(), &"onmessage".into(), &asked.into_js_value());
    say(&Said::Ready, None);
}

fn answer(event: &JsValue) {
    match done(event) {
        Ok((said, bytes)) => say(&said, Some(&bytes)),
        Err(refused) => say(&Said::Refused(refused), None),
    }
}

fn done(event: &JsValue) -> Result<(Said, Vec<u8>), Refused> {
    let not_understood = || Refused::with("This page and its workshop are of different versions. Load the page again.");
    let message: Array =
        Reflect::get(event, &"data".into()).ok().and_then(|data| data.dyn_into().ok()).ok_or_else(not_understood)?;
    let job = message.get(0).as_string().and_then(|text| serde_json::from_str::<Job>(&text).ok()).ok_or_else(not_understood)?;
    let bytes = Uint8Array::new(&message.get(1)).to_vec();
    let done = work(job, &bytes, &mut |progress| say(&Said::Progress(progress), None))?;
    Ok((Said::Done(done.answer), done.bytes))
}

/// Bytes are handed over, not copied.
fn say(said: &Said, bytes: Option<&[u8]>) {
    let Ok(text) = serde_json::to_string(said) else { return };
    let handed = Array::new();
    let message = Array::of1(&text.into());
    if let Some(bytes) = bytes {
        let buffer = Uint8Array::from(bytes).buffer();
        message.push(&buffer);
        handed.push(&buffer);
    }
    let scope = js_sys::global();
    if let Ok(post) = Reflect::get(&scope, &"postMessage".into()).and_then(JsCast::dyn_into::<Function>) {
        // The page may be gone.
        let _ = post.call2(&scope, &message, &handed);
    }
}
