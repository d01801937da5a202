//! Lines that could not be read, or were taken back: moved out of the log's way, never deleted.

use std::collections::{BTreeMap, BTreeSet};

use idb::ObjectStore;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use crate::web::ids;
use crate::web::shelf::Shelf;
use crate::web::shelf::connection::Connection;
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::keys::{self, LogName};
use crate::web::shelf::order;
use crate::web::shelf::read::{RawRecord, pairs};
use crate::web::shelf::second::Done;

/// A line to be set aside, exactly as it was loaded, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// The line.
    pub line: String,
    /// Why it is not in the log, as a sentence.
    pub why: String,
}

/// A line that was set aside, and the log that it was in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// The key of its record.
    pub key: String,
    /// What was set aside; a record in another form stands whole as the line, without a reason.
    pub what: SetAside,
}

impl Shelf {
    /// Moves lines from a log to the set-aside store in one transaction. One that is not in the log any more is set
    /// aside all the same.
    pub async fn set_aside(&self, ws: &str, log: LogName, lines: &[SetAside]) -> Result<(), ShelfError> {
        if lines.is_empty() {
            return Ok(());
        }
        let key = || format!("{ws}/{}/{}", log.as_str(), ids::new_id());
        let records: Vec<RawRecord> = lines.iter().map(|what| RawRecord::of(keys::ASIDE, key(), as_text(what))).collect();
        let done = self.attempt(async |connection: &Connection| {
            let mut done = Done { came: records.clone(), went: Vec::new() };
            let transaction = connection.writing(&[keys::LOG, keys::ASIDE])?;
            let (kept, aside) = (transaction.store(keys::LOG)?, transaction.store(keys::ASIDE)?);
            let held = pairs(&kept, Some(keys::under(&keys::whole_log(ws, log))?)).await?;
            for (key, value) in &held {
                let is_meant = |line: &&str| lines.iter().any(|what| what.line == **line);
                if !value.split('\n').any(|line| is_meant(&line)) {
                    continue;
                }
                let rest: Vec<&str> = value.split('\n').filter(|line| !line.is_empty() && !is_meant(line)).collect();
                leave(&kept, (ws, log), key, &rest, &mut done)?;
            }
            for record in &records {
                // Put, not added: an attempt whose answer got lost may have written it.
                aside.put(&JsValue::from_str(&record.value), Some(&JsValue::from_str(&record.key)))?;
            }
            transaction.complete().await?;
            Ok(done)
        });
        let done = done.await?;
        self.second.follow(done).await;
        Ok(())
    }

    /// Moves the changes with these ids from a log to the set-aside store, and puts what is said of it on this device in
    /// place of what was said before, `(name, text)`: all of it in one transaction, or nothing.
    pub async fn take_back(
        &self,
        ws: &str,
        log: LogName,
        ids: &BTreeSet<u128>,
        why: &str,
        (name, text): (&str, &str),
    ) -> Result<(), ShelfError> {
        let key = format!("{ws}/{}/{}", log.as_str(), ids::new_id());
        let said = RawRecord::of(keys::LOCAL, keys::local(ws, name), text.to_owned());
        let done = self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&[keys::LOG, keys::ASIDE, keys::LOCAL])?;
            let (kept, aside) = (transaction.store(keys::LOG)?, transaction.store(keys::ASIDE)?);
            let local = transaction.store(keys::LOCAL)?;
            let held = pairs(&kept, Some(keys::under(&keys::whole_log(ws, log))?)).await?;
            let is_meant = |line: &&str| order::id(line).is_some_and(|id| ids.contains(&id));
            let asked = || -> Result<Done, ShelfError> {
                let mut done = Done { came: vec![said.clone()], went: Vec::new() };
                let mut moved: BTreeMap<u128, String> = BTreeMap::new();
                for (key, value) in &held {
                    let (meant, rest): (Vec<&str>, Vec<&str>) =
                        value.split('\n').filter(|line| !line.is_empty()).partition(is_meant);
                    if meant.is_empty() {
                        continue;
                    }
                    moved.extend(meant.into_iter().filter_map(|line| Some((order::id(line)?, line.to_owned()))));
                    leave(&kept, (ws, log), key, &rest, &mut done)?;
                }
                if !moved.is_empty() {
                    let line = moved.into_values().collect::<Vec<_>>().join("\n");
                    let set_aside = RawRecord::of(keys::ASIDE, key.clone(), as_text(&SetAside { line, why: why.to_owned() }));
                    aside.put(&JsValue::from_str(&set_aside.value), Some(&JsValue::from_str(&key)))?;
                    done.came.push(set_aside);
                }
                local.put(&JsValue::from_str(&said.value), Some(&JsValue::from_str(&said.key)))?;
                Ok(done)
            };
            let done = match asked() {
                Ok(done) => done,
                Err(error) => {
                    transaction.abort();
                    return Err(error);
                }
            };
            transaction.complete().await?;
            Ok(done)
        });
        let done = done.await?;
        self.second.follow(done).await;
        Ok(())
    }

    /// What was set aside of a workspace, in the order in which it happened.
    pub async fn aside(&self, ws: &str, log: LogName) -> Result<Vec<Aside>, ShelfError> {
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&[keys::ASIDE])?;
            let held = pairs(&transaction.store(keys::ASIDE)?, Some(keys::under(&keys::whole_log(ws, log))?)).await?;
            Ok(held.into_iter().map(|(key, text)| Aside { key, what: read(text) }).collect())
        })
        .await
    }
}

/// Leaves of a record what is not set aside.
fn leave(kept: &ObjectStore, (ws, log): (&str, LogName), key: &str, rest: &[&str], done: &mut Done) -> Result<(), ShelfError> {
    kept.delete(keys::only(key))?;
    done.went.push((keys::LOG.to_owned(), key.to_owned()));
    if !rest.is_empty() {
        let segment = rest.join("\n");
        let key = keys::new_segment(ws, log, rest.len(), segment.len());
        kept.add(&JsValue::from_str(&segment), Some(&JsValue::from_str(&key)))?;
        done.came.push(RawRecord::of(keys::LOG, key, segment));
    }
    Ok(())
}

/// What a record of the set-aside store says.
pub(super) fn read(text: String) -> SetAside {
    serde_json::from_str(&text).unwrap_or_else(|_| SetAside { line: text.clone(), why: String::new() })
}

fn as_text(what: &SetAside) -> String {
    serde_json::json!({ "line": what.line, "why": what.why }).to_string()
}
