use std::cell::{Cell, RefCell};
use std::rc::Rc;

use chrono::NaiveDate;
use concordat::log::Moment;
use concordat::session::Caption;
use concordat::web::clock::{self, pause};
use concordat::web::theme::Theme;
use concordat::web::{focus, fragment, ids, leaving, panic, picture, storage_facts, tail, tidy_text, visibility};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, Event};

use crate::support::run;

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Something on the page for the length of a test.
struct Shown(Element);

impl Shown {
    fn new(inside: &str) -> Self {
        let holder = document().create_element("main").unwrap();
        holder.set_inner_html(inside);
        document().body().unwrap().append_child(&holder).unwrap();
        Self(holder)
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.0.remove();
    }
}

#[wasm_bindgen_test]
async fn the_fragment_is_read_written_and_followed() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let note = Rc::clone(&heard);
    let listening = fragment::on_change(move |now| note.borrow_mut().push(now));
    fragment::go_to("#/risks/at/3x2");
    pause(50).await;
    assert_eq!(fragment::read(), "#/risks/at/3x2");
    fragment::replace("#/savings?by=partner");
    pause(50).await;
    assert_eq!(fragment::read(), "#/savings?by=partner");
    fragment::go_to("");
    pause(50).await;
    assert_eq!(fragment::read(), "");
    drop(listening);
    fragment::go_to("#/files");
    pause(50).await;
    assert_eq!(*heard.borrow(), ["#/risks/at/3x2", ""]);
    fragment::go_to("");
}

#[wasm_bindgen_test]
fn text_is_made_tidy() {
    assert_eq!(tidy_text::line("  Cafe\u{301}\tRedditch\u{0}\r\n \u{202e}x "), "Café Redditch x");
    assert_eq!(tidy_text::line("\u{feff}£12k – “workshops”"), "£12k – “workshops”");
    assert_eq!(tidy_text::paragraphs("\n one \r\n\r\ntwo\u{2028}three\u{7} \n"), "one\n\ntwo\nthree");
    assert_eq!(tidy_text::line("\u{7}\n"), "");
}

#[wasm_bindgen_test]
fn dates_are_those_of_the_united_kingdom() {
    let date = |text: &str| clock::uk_date(Moment::parse(text).unwrap());
    assert_eq!(date("2011-01-17T23:59:59Z"), NaiveDate::from_ymd_opt(2011, 1, 17).unwrap());
    assert_eq!(date("2010-06-24T22:59:59Z"), NaiveDate::from_ymd_opt(2010, 6, 24).unwrap());
    assert_eq!(date("2010-06-24T23:00:00Z"), NaiveDate::from_ymd_opt(2010, 6, 25).unwrap());
    let now = clock::now();
    assert!(now > Moment::parse("2024-01-01T00:00:00Z").unwrap());
    let shown = clock::hour_minute(now);
    assert!(shown.len() == 5 && shown.as_bytes()[2] == b':', "{shown}");
}

#[wasm_bindgen_test]
fn ids_are_new_sorted_and_fit_for_names() {
    let mut made: Vec<String> = (0..500).map(|_| ids::new_id()).collect();
    let as_made = made.clone();
    made.sort();
    made.dedup();
    assert_eq!(made, as_made);
    assert!(made.iter().all(|id| concordat::log::is_name(id)));
}

#[wasm_bindgen_test]
fn the_theme_is_an_attribute_of_the_page() {
    let root = document().document_element().unwrap();
    Theme::Dark.show();
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("dark"));
    Theme::Device.show();
    assert_eq!(root.get_attribute("data-theme"), None);
}

#[wasm_bindgen_test]
async fn focus_goes_to_the_heading_without_making_it_a_stop() {
    let _shown = Shown::new("<h1 id=heading>Risks</h1><button id=save>Save</button>");
    focus::to_heading();
    pause(100).await;
    let active = document().active_element().unwrap();
    assert_eq!((active.id().as_str(), active.get_attribute("tabindex").as_deref()), ("heading", Some("-1")));
    focus::to_id("save");
    pause(100).await;
    let active = document().active_element().unwrap();
    assert_eq!((active.id().as_str(), active.get_attribute("tabindex")), ("save", None));
}

#[wasm_bindgen_test]
async fn a_chart_becomes_a_picture_by_itself() {
    run("const sheet = new CSSStyleSheet(); sheet.replaceSync('#chart .bar { fill: rgb(1, 2, 3) } #chart { background: rgb(250, 251, 252) }');
         document.adoptedStyleSheets = [sheet]");
    let _shown = Shown::new(
        "<figure id=chart><svg viewBox='0 0 400 20' width='400' height='20'><g><rect class='bar' width='10' height='5'/></g></svg></figure>",
    );
    let caption =
        Caption { head: "Savings by year".to_owned(), facts: "In £, as at 17 January 2011".to_owned(), key: Vec::new() };
    let svg = picture::svg("chart", &caption).unwrap();
    assert!(svg.contains("Savings by year") && svg.contains("In £, as at 17 January 2011"), "{svg}");
    assert!(svg.starts_with("<svg") && svg.contains(r#"fill="rgb(1, 2, 3)""#) && svg.contains("rgb(250, 251, 252)"), "{svg}");
    assert!(!svg.contains("class="), "{svg}");
    let png = picture::png("chart", &caption).await.unwrap();
    assert_eq!(png.type_(), "image/png");
    assert_eq!(picture::svg("nowhere", &caption).unwrap_err().to_string(), "This chart is not on the page any more.");
    run("document.adoptedStyleSheets = []");
}

#[wasm_bindgen_test]
async fn the_browser_says_what_it_keeps() {
    let facts = storage_facts::read().await;
    assert!(facts.allowed.unwrap() > facts.used.unwrap());
    assert!(facts.is_promised.is_some());
    assert_eq!(storage_facts::ask_for_promise().await, storage_facts::read().await.is_promised);
    assert!(!storage_facts::is_installed());
}

#[wasm_bindgen_test]
fn the_browser_asks_before_work_is_lost_and_only_then() {
    let would_lose = Rc::new(Cell::new(false));
    let asked = Rc::clone(&would_lose);
    let _listening = leaving::ask_if(move || asked.get());
    let leave = || {
        let event = js_sys::eval("new Event('beforeunload', { cancelable: true })").unwrap().unchecked_into::<Event>();
        web_sys::window().unwrap().dispatch_event(&event).unwrap();
        event.default_prevented()
    };
    assert!(!leave());
    would_lose.set(true);
    assert!(leave());
}

#[wasm_bindgen_test]
fn coming_back_into_view_is_told() {
    let returns = Rc::new(Cell::new(0));
    let count = Rc::clone(&returns);
    let _listening = visibility::on_return(move || count.set(count.get() + 1));
    document().dispatch_event(&Event::new("visibilitychange").unwrap()).unwrap();
    assert_eq!(returns.get(), 1);
}

#[wasm_bindgen_test]
fn a_fault_leaves_a_readable_page_with_the_ways_to_the_work() {
    use concordat::web::shelf::LogName;
    let shown = Shown::new("<p>What was on the screen</p>");
    tail::add("fault", LogName::Shared, "0f", "{\"a\":1}").unwrap();
    panic::say_it_has_stopped("panicked at the disco");
    tail::forget("fault");
    let message = document().get_element_by_id("stopped").unwrap();
    let text = message.text_content().unwrap();
    let ways = message.query_selector_all("a[href]").unwrap().length();
    let is_first = document().body().unwrap().first_element_child() == Some(message.clone());
    let is_inert = shown.0.has_attribute("inert");
    message.remove();
    run("for (const child of document.body.children) child.removeAttribute('inert')");
    assert!(text.starts_with("Concordat has stopped") && text.contains("panicked at the disco"), "{text}");
    assert!(text.contains("Download the one change that was not saved yet"), "{text}");
    assert_eq!((ways, is_first, is_inert), (3, true, true));
}
