//! What the tests share: changes, fresh shelves, and a browser that misbehaves on demand.

use concordat::log::{Author, Change, Draft, Log, Moment};
use concordat::web::ids;
use concordat::web::shelf::Shelf;

pub const WS: &str = "sample-worcestershire";

pub fn shelf() -> Shelf {
    Shelf::named(&format!("test-{}", ids::new_id()))
}

/// So many changes, each made after the one before.
pub fn changes(count: usize) -> Vec<Change> {
    let mut log = Log::default();
    (0..count)
        .map(|number| {
            let set = [("title".to_owned(), format!("{number} – “Vehicle workshops”").into())].into();
            let change = log.seal(Draft {
                at: Moment::parse("2011-01-17T09:00:00Z").unwrap(),
                by: Author { name: "Treasurer".into(), council: "Redditch".into() },
                why: None,
                batch: None,
                edits: vec![("risk/8".parse().unwrap(), set)],
            });
            log.add(change.clone());
            change
        })
        .collect()
}

pub fn lines(changes: &[Change]) -> Vec<String> {
    changes.iter().map(|change| change.line().to_owned()).collect()
}

pub fn sorted(mut lines: Vec<String>) -> Vec<String> {
    lines.sort();
    lines
}

/// Runs a script in the page.
pub fn run(script: &str) {
    js_sys::eval(script).unwrap();
}

/// Replaces a method until it is dropped. The body may use `original`, `self`, `args` and a counter `calls`.
pub struct Misbehaving(String);

impl Misbehaving {
    pub fn new(of: &str, method: &str, body: &str) -> Self {
        run(&format!(
            "{{ const original = {of}.{method}; let calls = 0;
               {of}.{method} = function (...args) {{ const self = this; calls += 1; {body} }};
               {of}.{method}.original = original; }}"
        ));
        Self(format!("{of}.{method} = {of}.{method}.original"))
    }
}

impl Drop for Misbehaving {
    fn drop(&mut self) {
        run(&self.0);
    }
}

/// Replaces a property of the window by a getter until it is dropped.
pub struct Withheld {
    name: &'static str,
}

impl Withheld {
    pub fn new(name: &'static str, getter: &str) -> Self {
        run(&format!(
            "window.__withheld = Object.getOwnPropertyDescriptor(window, '{name}');
             Object.defineProperty(window, '{name}', {{ configurable: true, get() {{ {getter} }} }})"
        ));
        Self { name }
    }
}

impl Drop for Withheld {
    fn drop(&mut self) {
        let name = self.name;
        run(&format!("window.__withheld ? Object.defineProperty(window, '{name}', window.__withheld) : delete window.{name}"));
    }
}

pub fn local_storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}
