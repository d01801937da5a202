//! Many small records into one segment, since a browser opens a few large ones a hundred times as fast.

use std::collections::BTreeSet;

use idb::ObjectStore;

use crate::web::shelf::Shelf;
use crate::web::shelf::connection::Connection;
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::keys::{self, LogName};
use crate::web::shelf::order::{self, in_causal_order};
use crate::web::shelf::read::pairs;

/// Up to this many changes stand by themselves.
pub const SMALL_ENOUGH: usize = 200;

/// Up to this many segments stand side by side.
const FEW_SEGMENTS: usize = 16;

/// What packing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packed {
    /// There was too little to be worth it.
    Nothing,
    /// So many lines stand in a new segment.
    Lines(usize),
}

impl Shelf {
    /// Packs a log's small records if there are more than `SMALL_ENOUGH`. Reading, deleting and writing are one
    /// transaction, so that whatever another tab adds meanwhile comes before or after it and is never lost.
    pub async fn pack(&self, ws: &str, log: LogName) -> Result<Packed, ShelfError> {
        self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&[keys::LOG])?;
            let store = transaction.store(keys::LOG)?;
            let small = keys::under(&keys::changes(ws, log))?;
            let small_count = store.count(Some(small.clone()))?;
            let segment_count = store.count(Some(keys::under(&keys::segments(ws, log))?))?;
            if small_count.await? as usize <= SMALL_ENOUGH {
                return Ok(Packed::Nothing);
            }
            let everything = segment_count.await? as usize >= FEW_SEGMENTS;
            let range = if everything { keys::under(&keys::whole_log(ws, log))? } else { small };
            let held = pairs(&store, Some(range.clone())).await?;
            store.delete(range)?;
            let lines = add_segment(&store, ws, log, held.into_iter().map(|(_, text)| text))?;
            transaction.complete().await?;
            Ok(Packed::Lines(lines))
        })
        .await
    }
}

fn add_segment(store: &ObjectStore, ws: &str, log: LogName, texts: impl Iterator<Item = String>) -> Result<usize, ShelfError> {
    let mut seen = BTreeSet::new();
    let lines: Vec<String> = texts
        .flat_map(|text| text.split('\n').map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| !line.is_empty() && order::id(line).is_none_or(|id| seen.insert((id, line.len()))))
        .collect();
    let lines = in_causal_order(lines);
    let segment = lines.join("\n");
    let key = keys::new_segment(ws, log, lines.len(), segment.len());
    store.add(&segment.as_str().into(), Some(&key.into()))?;
    Ok(lines.len())
}
