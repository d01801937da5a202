//! Lines that could not be read, or were taken back: moved out of the log's way, never deleted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use crate::web::ids;
use crate::web::shelf::Shelf;
use crate::web::shelf::connection::Connection;
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::keys::{self, LogName};
use crate::web::shelf::order;
use crate::web::shelf::read::pairs;

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
        let records: Vec<(JsValue, JsValue)> =
            lines.iter().map(|what| (format!("{ws}/{}/{}", log.as_str(), ids::new_id()).into(), as_text(what).into())).collect();
        self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&[keys::LOG, keys::ASIDE])?;
            let (kept, aside) = (transaction.store(keys::LOG)?, transaction.store(keys::ASIDE)?);
            let held = pairs(&kept, Some(keys::under(&keys::whole_log(ws, log))?)).await?;
            for (key, value) in &held {
                let is_meant = |line: &&str| lines.iter().any(|what| what.line == **line);
                if !value.split('\n').any(|line| is_meant(&line)) {
                    continue;
                }
                kept.delete(keys::only(key))?;
                let rest: Vec<&str> = value.split('\n').filter(|line| !line.is_empty() && !is_meant(line)).collect();
                if !rest.is_empty() {
                    let segment = rest.join("\n");
                    let key = keys::new_segment(ws, log, rest.len(), segment.len());
                    kept.add(&segment.into(), Some(&key.into()))?;
                }
            }
            for (key, text) in &records {
                // Put, not added: an attempt whose answer got lost may have written it.
                aside.put(text, Some(key))?;
            }
            transaction.complete().await
        })
        .await
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
        let key = JsValue::from(format!("{ws}/{}/{}", log.as_str(), ids::new_id()));
        let (name, text) = (JsValue::from(keys::local(ws, name)), JsValue::from_str(text));
        self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&[keys::LOG, keys::ASIDE, keys::LOCAL])?;
            let (kept, aside) = (transaction.store(keys::LOG)?, transaction.store(keys::ASIDE)?);
            let local = transaction.store(keys::LOCAL)?;
            let held = pairs(&kept, Some(keys::under(&keys::whole_log(ws, log))?)).await?;
            let is_meant = |line: &&str| order::id(line).is_some_and(|id| ids.contains(&id));
            let asked = || -> Result<(), ShelfError> {
                let mut moved: BTreeMap<u128, String> = BTreeMap::new();
                for (key, value) in &held {
                    let (meant, rest): (Vec<&str>, Vec<&str>) =
                        value.split('\n').filter(|line| !line.is_empty()).partition(is_meant);
                    if meant.is_empty() {
                        continue;
                    }
                    kept.delete(keys::only(key))?;
                    moved.extend(meant.into_iter().filter_map(|line| Some((order::id(line)?, line.to_owned()))));
                    if !rest.is_empty() {
                        let segment = rest.join("\n");
                        let key = keys::new_segment(ws, log, rest.len(), segment.len());
                        kept.add(&segment.into(), Some(&key.into()))?;
                    }
                }
                if !moved.is_empty() {
                    let line = moved.into_values().collect::<Vec<_>>().join("\n");
                    let set_aside = as_text(&SetAside { line, why: why.to_owned() });
                    aside.put(&set_aside.into(), Some(&key))?;
                }
                local.put(&text, Some(&name))?;
                Ok(())
            };
            if let Err(error) = asked() {
                transaction.abort();
                return Err(error);
            }
            transaction.complete().await
        })
        .await
    }

    /// What was set aside of a workspace, in the order in which it happened.
    pub async fn aside(&self, ws: &str, log: LogName) -> Result<Vec<Aside>, ShelfError> {
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&[keys::ASIDE])?;
            let held = pairs(&transaction.store(keys::ASIDE)?, Some(keys::under(&keys::whole_log(ws, log))?)).await?;
            let what = |text: String| {
                serde_json::from_str(&text).unwrap_or_else(|_| SetAside { line: text.clone(), why: String::new() })
            };
            Ok(held.into_iter().map(|(key, text)| Aside { key, what: what(text) }).collect())
        })
        .await
    }
}

fn as_text(what: &SetAside) -> String {
    serde_json::json!({ "line": what.line, "why": what.why }).to_string()
}
