//! The names under which records stand: `WORKSPACE/LOG/c/CHANGE` one change, `WORKSPACE/LOG/s/SEGMENT` many.

use idb::{KeyRange, Query};
use wasm_bindgen::JsValue;

use crate::web::ids;
use crate::web::shelf::error::ShelfError;

/// The store of changes.
pub(super) const LOG: &str = "log";
/// The store of what was set aside.
pub(super) const ASIDE: &str = "aside";
/// The store of what belongs to this device alone.
pub(super) const LOCAL: &str = "local";

/// Which of a workspace's two logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LogName {
    /// The one that travels.
    Shared,
    /// A person's own, which stays on this device.
    Drawer,
}

impl LogName {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Shared, Self::Drawer];

    /// As it stands in keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Drawer => "drawer",
        }
    }

    /// Reads exactly what `as_str` gives.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.as_str() == text)
    }
}

pub(super) fn change(ws: &str, log: LogName, id: &str) -> String {
    format!("{ws}/{}/c/{id}", log.as_str())
}

/// About so many bytes go to the database, and come from it, at a time: a few milliseconds of the page's time.
pub(super) const PIECE: usize = 512 * 1024;

/// A new segment's key: in order of time, and with the number of lines and bytes so that a list of workspaces need not
/// read them.
pub(super) fn new_segment(ws: &str, log: LogName, lines: usize, bytes: usize) -> String {
    format!("{ws}/{}/s/{}.{lines}.{bytes}", log.as_str(), ids::new_id())
}

/// The keys of segments that are written in one transaction, in their order; each for so many lines and bytes.
pub(super) fn new_segments(ws: &str, log: LogName, figures: impl Iterator<Item = (usize, usize)>) -> Vec<String> {
    let id = ids::new_id();
    let key =
        |(place, (lines, bytes)): (usize, (usize, usize))| format!("{ws}/{}/s/{id}-{place:06}.{lines}.{bytes}", log.as_str());
    figures.enumerate().map(key).collect()
}

pub(super) fn changes(ws: &str, log: LogName) -> String {
    format!("{ws}/{}/c/", log.as_str())
}

pub(super) fn segments(ws: &str, log: LogName) -> String {
    format!("{ws}/{}/s/", log.as_str())
}

pub(super) fn whole_log(ws: &str, log: LogName) -> String {
    format!("{ws}/{}/", log.as_str())
}

/// The name under which a workspace's title stands among what is local.
pub(super) const TITLE: &str = "title";

pub(super) fn local(ws: &str, name: &str) -> String {
    format!("{ws}/{name}")
}

pub(super) fn title(ws: &str) -> String {
    local(ws, TITLE)
}

pub(super) fn workspace(ws: &str) -> String {
    format!("{ws}/")
}

/// What a key in the log's store says by itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    Change { ws: &'a str, log: LogName },
    Segment { ws: &'a str, log: LogName, lines: usize, bytes: usize },
}

impl Place<'_> {
    /// Whether it is a segment that may be packed together with others.
    pub(super) fn is_light(&self) -> bool {
        matches!(self, Self::Segment { bytes, .. } if *bytes < PIECE / 2)
    }
}

pub(super) fn place(key: &str) -> Option<Place<'_>> {
    let mut parts = key.split('/');
    let (ws, log, kind, name) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let log = LogName::parse(log)?;
    match kind {
        "c" => Some(Place::Change { ws, log }),
        "s" => {
            let mut figures = name.split('.').skip(1).map(|figure| figure.parse().unwrap_or(0));
            Some(Place::Segment { ws, log, lines: figures.next().unwrap_or(0), bytes: figures.next().unwrap_or(0) })
        }
        _ => None,
    }
}

/// Every key that begins with a prefix that ends in a stroke.
pub(super) fn under(prefix: &str) -> Result<Query, ShelfError> {
    // '0' is the character after '/', so this bound lies just beyond every key under the prefix.
    let beyond = format!("{}0", prefix.trim_end_matches('/'));
    Ok(Query::KeyRange(KeyRange::bound(&prefix.into(), &beyond.into(), Some(false), Some(true))?))
}

/// The keys from one to another, both included.
pub(super) fn between(first: &str, last: &str) -> Result<Query, ShelfError> {
    Ok(Query::KeyRange(KeyRange::bound(&first.into(), &last.into(), Some(false), Some(false))?))
}

pub(super) fn only(key: &str) -> Query {
    Query::Key(JsValue::from_str(key))
}
