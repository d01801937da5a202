//! Many small records into one segment, since a browser opens a few large ones a hundred times as fast.

use std::collections::BTreeSet;

use idb::ObjectStore;

use crate::web::shelf::Shelf;
use crate::web::shelf::connection::Connection;
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::keys::{self, LogName};
use crate::web::shelf::order::{self, in_causal_order};
use crate::web::shelf::read::{RawRecord, pairs, text};
use crate::web::shelf::second::Done;

/// Up to this many changes stand by themselves.
pub const SMALL_ENOUGH: usize = 200;

/// Up to this many light segments stand side by side. A heavy one stays as it is: reading it again and again to pack a few
/// changes more beside it would hold up the page.
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
        let packed = self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&[keys::LOG])?;
            let store = transaction.store(keys::LOG)?;
            let small = keys::under(&keys::changes(ws, log))?;
            let small_count = store.count(Some(small.clone()))?;
            let segments = store.get_all_keys(Some(keys::under(&keys::segments(ws, log))?), None)?;
            if small_count.await? as usize <= SMALL_ENOUGH {
                return Ok((Packed::Nothing, Done::default()));
            }
            let segments = segments.await?.into_iter().map(text);
            let light: Vec<String> = segments.filter(|key| keys::place(key).is_some_and(|place| place.is_light())).collect();
            let light = if light.len() >= FEW_SEGMENTS { light } else { Vec::new() };
            let mut held = Vec::new();
            for key in &light {
                held.extend(store.get(keys::only(key))?.await?.map(text));
            }
            let mut went = light.clone();
            for (key, text) in pairs(&store, Some(small.clone())).await? {
                went.push(key);
                held.push(text);
            }
            let moved = || -> Result<(usize, RawRecord), ShelfError> {
                for key in &light {
                    store.delete(keys::only(key))?;
                }
                store.delete(small)?;
                add_segment(&store, ws, log, held.into_iter())
            };
            let (lines, segment) = match moved() {
                Ok(made) => made,
                Err(error) => {
                    transaction.abort();
                    return Err(error);
                }
            };
            transaction.complete().await?;
            let went = went.into_iter().map(|key| (keys::LOG.to_owned(), key)).collect();
            Ok((Packed::Lines(lines), Done { came: vec![segment], went }))
        });
        let (packed, done) = packed.await?;
        self.second.follow(done).await;
        Ok(packed)
    }
}

fn add_segment(
    store: &ObjectStore,
    ws: &str,
    log: LogName,
    texts: impl Iterator<Item = String>,
) -> Result<(usize, RawRecord), ShelfError> {
    let mut seen = BTreeSet::new();
    let lines: Vec<String> = texts
        .flat_map(|text| text.split('\n').map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| !line.is_empty() && order::id(line).is_none_or(|id| seen.insert((id, line.len()))))
        .collect();
    let lines = in_causal_order(lines);
    let segment = lines.join("\n");
    let key = keys::new_segment(ws, log, lines.len(), segment.len());
    store.add(&segment.as_str().into(), Some(&key.as_str().into()))?;
    Ok((lines.len(), RawRecord::of(keys::LOG, key, segment)))
}
