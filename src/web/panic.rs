//! What a person sees if the program stops: the page as it was, a sentence, and the ways to their work.

use std::cell::Cell;
use std::panic::PanicHookInfo;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Url};

use crate::web::files::text_blob;
use crate::web::{page, tail};

thread_local! {
    static HAS_STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// From now on, a panic leaves a readable page. To be called first of all.
pub fn leave_a_readable_page() {
    std::panic::set_hook(Box::new(|info| {
        report(info);
        // A panic while this page is being put together must not begin it again.
        if !HAS_STOPPED.replace(true) {
            say_it_has_stopped(&info.to_string());
        }
    }));
}

fn report(info: &PanicHookInfo<'_>) {
    if let Some(console) = crate::web::reflect::get(js_sys::global(), "console") {
        let _ = crate::web::reflect::call(&console, "error", &[info.to_string().into()]);
    }
}

/// Puts the message before everything else on the page, with the ways to the work.
pub fn say_it_has_stopped(fault: &str) {
    // There is nobody left to tell if even this fails; start.js and the recovery page do without the program.
    let _ = show(fault);
}

/// Plain elements, since nothing of the program itself can be relied on any more.
fn show(fault: &str) -> Option<()> {
    let document = page::document()?;
    let body = document.body()?;
    // What is on the screen stays readable but takes no more input.
    let children = body.children();
    for place in 0..children.length() {
        children.item(place)?.set_attribute("inert", "").ok()?;
    }
    let message = element(&document, "div", "", "")?;
    message.set_id("stopped");
    message.set_class_name("recovery");
    message.set_attribute("role", "alert").ok()?;
    message.set_attribute("tabindex", "-1").ok()?;
    let add = |child: Option<Element>| {
        let child = child?;
        message.append_child(&child).ok()
    };
    add(element(&document, "h1", "recovery__head", "Concordat has stopped"))?;
    add(element(&document, "p", "", "A fault in the program stopped it. What was marked as saved is kept in this browser."))?;
    add(ways_on(&document))?;
    add(element(&document, "p", "", &format!("For whoever looks after this page: {fault}")))?;
    body.insert_before(&message, body.first_child().as_ref()).ok()?;
    message.unchecked_into::<web_sys::HtmlElement>().focus().ok()
}

fn ways_on(document: &Document) -> Option<Element> {
    let ways = element(document, "p", "buttons", "")?;
    let unkept = tail::waiting();
    if !unkept.is_empty() {
        let lines: String = unkept.iter().map(|tailed| format!("{}\n", tailed.line)).collect();
        let address = Url::create_object_url_with_blob(&text_blob(&lines, "text/plain").ok()?).ok()?;
        let words = match unkept.len() {
            1 => "Download the one change that was not saved yet".to_owned(),
            count => format!("Download the {count} changes that were not saved yet"),
        };
        let download = link(document, "button", &address, &words)?;
        download.set_attribute("download", "concordat-unsaved-changes.txt").ok()?;
        ways.append_child(&download).ok()?;
    }
    for (class, address, words) in [
        ("button", "", "Load the page again"),
        ("button button--quiet", "recovery.html", "Open the recovery page, which hands out everything that is kept"),
    ] {
        let way = link(document, class, address, words)?;
        ways.append_child(&way).ok()?;
    }
    Some(ways)
}

fn link(document: &Document, class: &str, address: &str, words: &str) -> Option<Element> {
    let link = element(document, "a", class, words)?;
    link.set_attribute("href", address).ok()?;
    Some(link)
}

fn element(document: &Document, name: &str, class: &str, words: &str) -> Option<Element> {
    let made = document.create_element(name).ok()?;
    if !class.is_empty() {
        made.set_class_name(class);
    }
    made.set_text_content(Some(words));
    Some(made)
}
