//! What must be true of any text that is given to the reader; the tests on a stable compiler come in here as well.

use concordat::bundle::{self, Incoming, Made, decode};
use concordat::log::{Author, Change, Log, Moment};

/// Reads a text, and holds whatever was accepted against itself. Hands back what was read.
pub fn check(text: &str) -> Option<Incoming> {
    let incoming = match bundle::read(text) {
        Ok(incoming) => incoming,
        Err(error) => {
            assert!(error.reason.ends_with('.') && error.remedy.ends_with('.'), "no sentence: {error:?}");
            return None;
        }
    };
    for change in incoming.log.changes() {
        assert_eq!(Change::read(change.line()).as_ref(), Ok(change), "what was accepted does not read back");
    }
    for said in incoming.aside.iter().map(ToString::to_string).chain(incoming.notes.iter().map(ToString::to_string)) {
        assert!(said.ends_with('.'), "no sentence: {said}");
    }
    incoming.preview(None);
    let again = bundle::read(&written(&incoming.log)).map(|again| (again.log.code(), again.aside.len()));
    assert_eq!(again, Ok((incoming.log.code(), 0)), "what was accepted does not travel on");
    Some(incoming)
}

fn written(log: &Log) -> String {
    let at = Moment::from_seconds(0).unwrap_or_else(|| unreachable!("1970 can be written"));
    bundle::write(log, &decode::workspace(log), &Made::new(at, Author::default(), "Concordat"))
}
