//! What belongs to a workspace on this device alone, and is never exported: its title for the list, what was brought
//! in, the heads at the last hand-on, what can be undone.

use wasm_bindgen::JsValue;

use crate::web::shelf::Shelf;
use crate::web::shelf::connection::Connection;
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::keys;
use crate::web::shelf::read::{RawRecord, pairs, text};

impl Shelf {
    /// A text that was put under this name.
    pub async fn local(&self, ws: &str, name: &str) -> Result<Option<String>, ShelfError> {
        let key = keys::local(ws, name);
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&[keys::LOCAL])?;
            Ok(transaction.store(keys::LOCAL)?.get(keys::only(&key))?.await?.map(text))
        })
        .await
    }

    /// Every text of a workspace, by name.
    pub async fn locals(&self, ws: &str) -> Result<Vec<(String, String)>, ShelfError> {
        let prefix = keys::workspace(ws);
        self.attempt(async |connection: &Connection| {
            let transaction = connection.reading(&[keys::LOCAL])?;
            let held = pairs(&transaction.store(keys::LOCAL)?, Some(keys::under(&prefix)?)).await?;
            let named = |(key, text): (String, String)| Some((key.strip_prefix(&prefix)?.to_owned(), text));
            Ok(held.into_iter().filter_map(named).collect())
        })
        .await
    }

    /// Puts a text under a name, in place of what was there.
    pub async fn put_local(&self, ws: &str, name: &str, text: &str) -> Result<(), ShelfError> {
        let record = RawRecord::of(keys::LOCAL, keys::local(ws, name), text.to_owned());
        let (key, text) = (JsValue::from_str(&record.key), JsValue::from_str(text));
        let written = self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&[keys::LOCAL])?;
            transaction.store(keys::LOCAL)?.put(&text, Some(&key))?;
            transaction.complete().await
        });
        written.await?;
        self.second.put(&[record]).await;
        Ok(())
    }

    /// Puts the title by which the list of workspaces knows this one.
    pub async fn put_title(&self, ws: &str, title: &str) -> Result<(), ShelfError> {
        self.put_local(ws, keys::TITLE, title).await
    }
}
