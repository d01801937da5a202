//! The sealed changes that `IndexedDB` has not acknowledged yet, as a second copy that is written at once.
//!
//! It outlives a page that is closed in the middle of saving. It is never the only place that the work is meant for:
//! browsers write local storage to disk late.

use crate::order::InOrder;
use crate::web::local_storage::{self, LocalStorageError};
use crate::web::shelf::{LogName, in_causal_order};

/// A change in the tail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tailed {
    /// The workspace's id, without the kind.
    pub ws: String,
    /// Its log.
    pub log: LogName,
    /// The change's id.
    pub id: String,
    /// The change.
    pub line: String,
}

/// Puts a change into the tail. Fails where local storage is full or denied; the change is then in memory alone until
/// the shelf has it.
pub fn add(ws: &str, log: LogName, id: &str, line: &str) -> Result<(), LocalStorageError> {
    local_storage::set(&name(ws, log, id), &line)
}

/// Takes a change out of the tail, because the shelf has it.
pub fn remove(ws: &str, log: LogName, id: &str) {
    local_storage::delete(&name(ws, log, id));
}

/// Whether everything was acknowledged when a page was last closed.
pub fn is_empty() -> bool {
    local_storage::names("tail.").is_empty()
}

/// What was not acknowledged when a page was last closed, of every workspace, parents first.
pub fn waiting() -> Vec<Tailed> {
    let mut found: Vec<Tailed> = local_storage::names("tail.").iter().filter_map(|name| entry(name)).collect();
    let order = in_causal_order(found.iter().map(|tailed| tailed.line.clone()).collect());
    found.order_by_key(|tailed| order.iter().position(|line| *line == tailed.line));
    found
}

/// What is in the tail and cannot be read, of every workspace: the line of each is its text as it stands, and its id is
/// as its name has it.
pub fn unreadable() -> Vec<Tailed> {
    let names = local_storage::names("tail.").into_iter().filter(|name| entry(name).is_none());
    names.filter_map(|name| Some(Tailed { line: local_storage::raw(&name)?, ..place(&name)? })).collect()
}

/// Takes everything of a workspace out of the tail, because the workspace is being removed.
pub fn forget(ws: &str) {
    for name in local_storage::names(&format!("tail.{ws}.")) {
        local_storage::delete(&name);
    }
}

fn name(ws: &str, log: LogName, id: &str) -> String {
    format!("tail.{ws}.{}.{id}", log.as_str())
}

fn entry(name: &str) -> Option<Tailed> {
    let line = local_storage::get(name)?;
    Some(Tailed { line, ..place(name)? })
}

/// Whose the entry of a name is, without its line.
fn place(name: &str) -> Option<Tailed> {
    // Read from the end: a workspace's id may hold dots.
    let mut parts = name.strip_prefix("tail.")?.rsplitn(3, '.');
    let (id, log, ws) = (parts.next()?, LogName::parse(parts.next()?)?, parts.next()?);
    Some(Tailed { ws: ws.to_owned(), log, id: id.to_owned(), line: String::new() })
}
