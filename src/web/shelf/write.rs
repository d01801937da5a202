//! Keeping changes, and taking a whole workspace away.

use wasm_bindgen::JsValue;

use crate::web::shelf::Shelf;
use crate::web::shelf::connection::Connection;
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::keys::{self, LogName};
use crate::web::shelf::read::RawRecord;

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
        let name = keys::new_segment(ws, log, lines.len(), segment.len());
        let (key, text) = (JsValue::from_str(&name), JsValue::from_str(&segment));
        let mut copied: Vec<RawRecord> =
            said.iter().map(|(name, text)| RawRecord::of(keys::LOCAL, keys::local(ws, name), text.clone())).collect();
        copied.push(RawRecord::of(keys::LOG, name, segment));
        let said: Vec<(JsValue, JsValue)> =
            said.iter().map(|(name, text)| (keys::local(ws, name).into(), JsValue::from_str(text))).collect();
        let written = self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&[keys::LOG, keys::LOCAL])?;
            let asked = || -> Result<(), ShelfError> {
                let local = transaction.store(keys::LOCAL)?;
                for (name, text) in &said {
                    local.put(text, Some(name))?;
                }
                transaction.store(keys::LOG)?.add(&text, Some(&key))?;
                Ok(())
            };
            if let Err(error) = asked() {
                transaction.abort();
                return Err(error);
            }
            transaction.complete_or_there().await
        });
        written.await?;
        self.second.put(&copied).await;
        Ok(())
    }

    /// Takes away everything of a workspace, both logs, what was set aside and what was local to this device.
    pub async fn remove(&self, ws: &str) -> Result<(), ShelfError> {
        // The second copy first: what is in the first alone is copied again, what is in the second alone would be put back.
        let copied = self.second.places().await?;
        let under = keys::workspace(ws);
        let of_it: Vec<_> = copied.into_iter().filter(|(_, key)| key.starts_with(&under)).collect();
        self.second.delete(&of_it).await?;
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
        let record = RawRecord::of(keys::LOG, key.to_owned(), text.to_owned());
        let (key, text) = (JsValue::from_str(key), JsValue::from_str(text));
        let written = self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&[keys::LOG])?;
            transaction.store(keys::LOG)?.add(&text, Some(&key))?;
            transaction.complete_or_there().await
        });
        written.await?;
        self.second.put(&[record]).await;
        Ok(())
    }
}
