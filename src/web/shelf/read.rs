//! What is on the shelf: the list of workspaces, a log's lines, single changes, and everything as it stands.

use std::collections::{BTreeMap, BTreeSet};

use idb::{ObjectStore, Query};
use wasm_bindgen::JsValue;

use crate::order::OneByOne;
use crate::web::shelf::Shelf;
use crate::web::shelf::connection::Connection;
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::keys::{self, LogName, PIECE, Place};
use crate::web::shelf::order::{self, in_causal_order};

/// Beyond this many at once, reading the whole log is quicker than asking for each change.
const FEW: usize = 50;

/// About so many bytes a change takes.
const A_CHANGE: usize = 1024;

/// One workspace in this browser, for the list of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShelvedWorkspace {
    /// Its id, without the kind.
    pub ws: String,
    /// Its title when it was last open, if it was ever told.
    pub title: Option<String>,
    /// How many changes are kept, both logs together.
    pub changes: usize,
    /// How much room they take.
    pub bytes: usize,
}

/// A whole log as text, nothing judged yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// One change to a line, parents first. The same change may stand there twice.
    pub lines: Vec<String>,
    /// How many of them are kept as small records and could be packed.
    pub small: usize,
}

/// A record as it stands, for handing everything out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRecord {
    /// Its store.
    pub store: String,
    /// Its key.
    pub key: String,
    /// Its text.
    pub value: String,
}

impl RawRecord {
    pub(super) fn of(store: &str, key: String, value: String) -> Self {
        Self { store: store.into(), key, value }
    }
}

/// Both logs of a workspace as text. Their lines are nearly in order: whoever takes them in keeps what comes before its
/// parents until those are there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Both {
    /// The one that travels.
    pub shared: Loaded,
    /// The person's own.
    pub drawer: Loaded,
}

impl Both {
    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.shared.lines.is_empty() && self.drawer.lines.is_empty()
    }

    fn of(&mut self, log: LogName) -> &mut Loaded {
        match log {
            LogName::Shared => &mut self.shared,
            LogName::Drawer => &mut self.drawer,
        }
    }
}

/// Both logs on their way, record by record.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    packed: Both,
    small: Both,
}

impl Gathered {
    /// Takes in a record under a workspace's name, with its key.
    pub(super) fn take(&mut self, key: &str, value: String) {
        match keys::place(key) {
            Some(Place::Change { log, .. }) => self.small.of(log).lines.push(value),
            Some(Place::Segment { log, .. }) => self.packed.of(log).lines.extend(lines_of(&value)),
            None => {}
        }
    }

    /// What is packed is older, and was put in order when it was packed: so the lines are nearly in order.
    pub(super) fn finish(mut self) -> Both {
        for log in LogName::ALL {
            let small = in_causal_order(std::mem::take(&mut self.small.of(log).lines));
            let packed = self.packed.of(log);
            packed.small = small.len();
            packed.lines.extend(small);
        }
        self.packed
    }
}

impl Shelf {
    /// Every workspace that has a record here, by id.
    pub async fn list(&self) -> Result<Vec<ShelvedWorkspace>, ShelfError> {
        self.attempt(list).await
    }

    /// A log's lines. A damaged one is for the caller to judge and to hand to `set_aside`.
    pub async fn load(&self, ws: &str, log: LogName) -> Result<Loaded, ShelfError> {
        let mut both = self.gather(&keys::whole_log(ws, log)).await?;
        let Loaded { lines, small } = std::mem::take(both.of(log));
        Ok(Loaded { lines: in_causal_order(lines), small })
    }

    /// Both logs of a workspace, in one transaction.
    pub async fn load_both(&self, ws: &str) -> Result<Both, ShelfError> {
        self.gather(&keys::workspace(ws)).await
    }

    /// How many lines of each log are kept here, `(shared, drawer)`, without reading them.
    pub async fn count_lines(&self, ws: &str) -> Result<(usize, usize), ShelfError> {
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&[keys::LOG])?;
            let query = Some(keys::under(&keys::workspace(ws))?);
            let (mut shared, mut drawer) = (0, 0);
            for key in transaction.store(keys::LOG)?.get_all_keys(query, None)?.await?.into_iter().map(text) {
                match keys::place(&key) {
                    Some(Place::Change { log: LogName::Shared, .. }) => shared += 1,
                    Some(Place::Change { log: LogName::Drawer, .. }) => drawer += 1,
                    Some(Place::Segment { log: LogName::Shared, lines, .. }) => shared += lines,
                    Some(Place::Segment { log: LogName::Drawer, lines, .. }) => drawer += lines,
                    None => {}
                }
            }
            Ok((shared, drawer))
        })
        .await
    }

    /// A piece at a time, so that the page answers between one answer of the database and the next.
    async fn gather(&self, prefix: &str) -> Result<Both, ShelfError> {
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&[keys::LOG])?;
            let store = transaction.store(keys::LOG)?;
            let held: Vec<String> = store.get_all_keys(Some(keys::under(prefix)?), None)?.await?.into_iter().map(text).collect();
            let mut gathered = Gathered::default();
            for piece in pieces_of(&held) {
                let (Some(first), Some(last)) = (piece.first(), piece.last()) else { continue };
                let texts = store.get_all(Some(keys::between(first, last)?), None)?.await?;
                piece.iter().zip(texts).for_each(|(key, value)| gathered.take(key, text(value)));
            }
            Ok(gathered.finish())
        })
        .await
    }

    /// The lines of changes that another tab has told of, wherever they stand by now. What is not here is left out.
    pub async fn read(&self, ws: &str, log: LogName, ids: &[String]) -> Result<Vec<String>, ShelfError> {
        let mut found = Vec::new();
        if ids.len() <= FEW {
            found = self.attempt(async |connection: &Connection| few(connection, ws, log, ids).await).await?;
        }
        if found.len() < ids.len() {
            // The other tab has packed them away meanwhile.
            let wanted: BTreeSet<u128> = ids.iter().filter_map(|id| u128::from_str_radix(id, 16).ok()).one_by_one();
            let all = self.load(ws, log).await?.lines.into_iter();
            found = all.filter(|line| order::id(line).is_some_and(|id| wanted.contains(&id))).collect();
        }
        Ok(in_causal_order(found))
    }

    /// Every record of every store, for recovery.
    pub async fn raw(&self) -> Result<Vec<RawRecord>, ShelfError> {
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&[keys::LOG, keys::ASIDE, keys::LOCAL])?;
            let mut records = Vec::new();
            for name in [keys::LOG, keys::ASIDE, keys::LOCAL] {
                let held = pairs(&transaction.store(name)?, None).await?;
                records.extend(held.into_iter().map(|(key, value)| RawRecord { store: name.into(), key, value }));
            }
            Ok(records)
        })
        .await
    }
}

async fn list(connection: &Connection) -> Result<Vec<ShelvedWorkspace>, ShelfError> {
    let transaction = connection.reading(&[keys::LOG, keys::LOCAL])?;
    let (log, local) = (transaction.store(keys::LOG)?, transaction.store(keys::LOCAL)?);
    let held = log.get_all_keys(None, None)?.await?;
    let mut found: BTreeMap<String, ShelvedWorkspace> = BTreeMap::new();
    let mut small: BTreeSet<(String, LogName)> = BTreeSet::new();
    for key in held.into_iter().map(text) {
        let (ws, changes, bytes) = match keys::place(&key) {
            Some(Place::Change { ws, log }) => {
                small.insert((ws.to_owned(), log));
                (ws, 1, 0)
            }
            Some(Place::Segment { ws, lines, bytes, .. }) => (ws, lines, bytes),
            None => continue,
        };
        let entry = found.entry(ws.to_owned()).or_default();
        entry.changes += changes;
        entry.bytes += bytes;
    }
    for (ws, name) in small {
        let lines = log.get_all(Some(keys::under(&keys::changes(&ws, name))?), None)?.await?;
        if let Some(entry) = found.get_mut(&ws) {
            entry.bytes += lines.into_iter().map(|line| text(line).len()).sum::<usize>();
        }
    }
    for (ws, entry) in &mut found {
        ws.clone_into(&mut entry.ws);
        entry.title = local.get(keys::only(&keys::title(ws)))?.await?.map(text);
    }
    Ok(found.into_values().collect())
}

async fn few(connection: &Connection, ws: &str, log: LogName, ids: &[String]) -> Result<Vec<String>, ShelfError> {
    let transaction = connection.reading(&[keys::LOG])?;
    let store = transaction.store(keys::LOG)?;
    let mut found = Vec::new();
    for id in ids {
        found.extend(store.get(keys::only(&keys::change(ws, log, id)))?.await?.map(text));
    }
    Ok(found)
}

/// Keys in runs of which each stands for a piece of text, as far as the keys say.
fn pieces_of(held: &[String]) -> impl Iterator<Item = &[String]> {
    let weigh = |key: &String| match keys::place(key) {
        Some(Place::Segment { bytes, .. }) => bytes,
        _ => A_CHANGE,
    };
    let mut weight = held.first().map_or(0, weigh);
    held.chunk_by(move |_, next| {
        weight += weigh(next);
        let is_light = weight <= PIECE;
        if !is_light {
            weight = weigh(next);
        }
        is_light
    })
}

/// Keys with their values. Both lists come in the order of the keys, out of one transaction.
pub(super) async fn pairs(store: &ObjectStore, query: Option<Query>) -> Result<Vec<(String, String)>, ShelfError> {
    let named = store.get_all_keys(query.clone(), None)?;
    let values = store.get_all(query, None)?;
    Ok(named.await?.into_iter().map(text).zip(values.await?.into_iter().map(text)).collect())
}

/// A record's text. Only text is ever written; should anything else be there, it reads as nothing.
pub(super) fn text(value: JsValue) -> String {
    value.as_string().unwrap_or_default()
}

pub(super) fn lines_of(segment: &str) -> Vec<String> {
    segment.split('\n').filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
