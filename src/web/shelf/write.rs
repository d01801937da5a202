//! Keeping changes, and taking a whole workspace away.

use wasm_bindgen::JsValue;

use crate::web::shelf::Shelf;
use crate::web::shelf::connection::Connection;
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::keys::{self, LogName};

impl Shelf {
    /// Keeps one change, by itself, in one transaction. The same id again does no harm: it is named by its content.
    pub async fn keep(&self, ws: &str, log: LogName, id: &str, line: &str) -> Result<(), ShelfError> {
        self.add_once(&keys::change(ws, log, id), line).await
    }

    /// Keeps many changes as one segment, in one transaction: all of them or none.
    pub async fn keep_all(&self, ws: &str, log: LogName, lines: &[String]) -> Result<(), ShelfError> {
        if lines.is_empty() {
            return Ok(());
        }
        let segment = lines.join("\n");
        // Named before the first attempt, so that one that was kept although its answer got lost is not kept twice.
        self.add_once(&keys::new_segment(ws, log, lines.len(), segment.len()), &segment).await
    }

    /// Keeps many changes as one segment together with what is said of them on this device alone, `(name, text)`, in one
    /// transaction: all of it or nothing.
    pub async fn keep_all_with(
        &self,
        ws: &str,
        log: LogName,
        lines: &[String],
        said: &[(String, String)],
    ) -> Result<(), ShelfError> {
        let segment = lines.join("\n");
        let key = JsValue::from(keys::new_segment(ws, log, lines.len(), segment.len()));
        let segment = JsValue::from(segment);
        let said: Vec<(JsValue, JsValue)> =
            said.iter().map(|(name, text)| (keys::local(ws, name).into(), JsValue::from_str(text))).collect();
        self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&[keys::LOG, keys::LOCAL])?;
            let asked = || -> Result<(), ShelfError> {
                let local = transaction.store(keys::LOCAL)?;
                for (name, text) in &said {
                    local.put(text, Some(name))?;
                }
                transaction.store(keys::LOG)?.add(&segment, Some(&key))?;
                Ok(())
            };
            if let Err(error) = asked() {
                transaction.abort();
                return Err(error);
            }
            transaction.complete_or_there().await
        })
        .await
    }

    /// Takes away everything of a workspace, both logs, what was set aside and what was local to this device.
    pub async fn remove(&self, ws: &str) -> Result<(), ShelfError> {
        self.attempt(async |connection: &Connection| {
            let stores = [keys::LOG, keys::ASIDE, keys::LOCAL];
            let transaction = connection.writing(&stores)?;
            for name in stores {
                transaction.store(name)?.delete(keys::under(&keys::workspace(ws))?)?;
            }
            transaction.complete().await
        })
        .await
    }

    async fn add_once(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        let (key, text) = (JsValue::from_str(key), JsValue::from_str(text));
        self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&[keys::LOG])?;
            transaction.store(keys::LOG)?.add(&text, Some(&key))?;
            transaction.complete_or_there().await
        })
        .await
    }
}
