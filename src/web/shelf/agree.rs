//! The two copies brought to agree: what the database has lost is put back, and what the second copy lacks is copied.

use std::collections::{BTreeMap, BTreeSet};

use wasm_bindgen::JsValue;

use crate::order::OneByOne;
use crate::web::shelf::Shelf;
use crate::web::shelf::connection::Connection;
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::keys;
use crate::web::shelf::order;
use crate::web::shelf::read::{RawRecord, lines_of, pairs, text};
use crate::web::shelf::second::Place;

const STORES: [&str; 3] = [keys::LOG, keys::ASIDE, keys::LOCAL];

impl Shelf {
    /// Whether anything was ever copied on this device.
    pub async fn has_second_copy(&self) -> bool {
        self.second.is_there().await
    }

    /// Puts back what the database has lost and the second copy still has, all of a workspace or nothing of it. Says how
    /// many changes that were.
    pub async fn put_back(&self) -> Result<usize, ShelfError> {
        // In this order: whatever is taken away leaves the second copy before, or the database after, it is looked at here.
        let copied = self.second.places().await?;
        let kept = self.places().await?;
        let mut lost: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
        for place in copied.iter().filter(|place| !kept.contains(place)) {
            lost.entry(workspace_of(&place.1)).or_default().push(place);
        }
        let mut changes = 0;
        for (ws, places) in lost {
            let is_gone = !kept.iter().any(|(store, key)| store == keys::LOG && workspace_of(key) == ws);
            changes += self.put_back_of(ws, is_gone, places).await?;
        }
        Ok(changes)
    }

    /// Copies what the second copy has not got.
    pub async fn copy_what_is_missing(&self) -> Result<(), ShelfError> {
        let copied: BTreeSet<Place> = self.second.places().await?.into_iter().one_by_one();
        for (store, key) in self.places().await?.into_iter().filter(|place| !copied.contains(place)) {
            if !self.second.is_on() {
                return Ok(());
            }
            // One at a time: a log may be larger than this device's memory likes at once.
            if let Some(value) = self.text_at(&store, &key).await? {
                self.second.put(&[RawRecord { store, key, value }]).await;
            }
        }
        Ok(())
    }

    /// Whether every record that this tab writes is written twice.
    pub fn copies(&self) -> bool {
        self.second.is_on()
    }

    async fn put_back_of(&self, ws: &str, is_gone: bool, places: Vec<&Place>) -> Result<usize, ShelfError> {
        let known = if is_gone { BTreeSet::new() } else { self.known(ws).await? };
        let (mut back, mut stale) = (Vec::new(), Vec::new());
        let mut changes = 0;
        for (store, key) in places {
            let Some(value) = self.second.text(store, key).await? else { continue };
            let new = match store.as_str() {
                keys::LOG => {
                    lines_of(&value).iter().filter(|line| order::id(line).map_or(is_gone, |id| !known.contains(&id))).count()
                }
                _ => 0,
            };
            if is_gone || new > 0 {
                changes += new;
                back.push(RawRecord { store: store.clone(), key: key.clone(), value });
            } else {
                stale.push((store.clone(), key.clone()));
            }
        }
        self.second.delete(&stale).await?;
        // What is said of a workspace is of no use without its log.
        if changes == 0 {
            return Ok(0);
        }
        self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&STORES)?;
            for record in &back {
                let put = transaction.store(&record.store)?;
                if let Err(error) = put.put(&JsValue::from_str(&record.value), Some(&JsValue::from_str(&record.key))) {
                    transaction.abort();
                    return Err(error.into());
                }
            }
            transaction.complete().await
        })
        .await?;
        Ok(changes)
    }

    /// The ids of all changes of a workspace, those that were set aside too.
    async fn known(&self, ws: &str) -> Result<BTreeSet<u128>, ShelfError> {
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&[keys::LOG, keys::ASIDE])?;
            let range = keys::under(&keys::workspace(ws))?;
            let log = pairs(&transaction.store(keys::LOG)?, Some(range.clone())).await?;
            let aside = pairs(&transaction.store(keys::ASIDE)?, Some(range)).await?;
            let lines = log.iter().flat_map(|(_, value)| lines_of(value));
            let set_aside = aside.into_iter().flat_map(|(_, value)| lines_of(&super::aside::read(value).line));
            Ok(lines.chain(set_aside).filter_map(|line| order::id(&line)).one_by_one())
        })
        .await
    }

    async fn places(&self) -> Result<BTreeSet<Place>, ShelfError> {
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&STORES)?;
            let mut found = BTreeSet::new();
            for store in STORES {
                let held = transaction.store(store)?.get_all_keys(None, None)?.await?;
                found.extend(held.into_iter().map(|key| (store.to_owned(), text(key))));
            }
            Ok(found)
        })
        .await
    }

    async fn text_at(&self, store: &str, key: &str) -> Result<Option<String>, ShelfError> {
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&[store])?;
            Ok(transaction.store(store)?.get(keys::only(key))?.await?.map(text))
        })
        .await
    }
}

fn workspace_of(key: &str) -> &str {
    key.split('/').next().unwrap_or_default()
}
