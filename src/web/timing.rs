//! How long the page's own work takes, in the browser's record of times: seen in its tools, and read by `bench/`.

use web_sys::Performance;

use crate::web::page;

/// A stretch of work, from when it is begun until it goes out of scope.
#[must_use]
#[derive(Debug)]
pub struct Stretch(&'static str);

impl Stretch {
    /// Reading what storage holds.
    pub const STORAGE: &str = "concordat:storage";
    /// From the lines of a log to a log, from a log to a workspace.
    pub const FOLD: &str = "concordat:fold";
    /// From a file's text to what it holds, every change checked against its id.
    pub const READ: &str = "concordat:read";

    /// Begins a stretch.
    pub fn begin(name: &'static str) -> Self {
        if let Some(record) = record() {
            // A record that is full or denied is nobody's loss.
            let _ = record.mark(name);
        }
        Self(name)
    }
}

impl Drop for Stretch {
    fn drop(&mut self) {
        if let Some(record) = record() {
            let _ = record.measure_with_start_mark(self.0, self.0);
            record.clear_marks_with_mark_name(self.0);
        }
    }
}

fn record() -> Option<Performance> {
    page::window()?.performance()
}
