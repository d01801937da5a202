//! Keeping changes, and taking a whole workspace away.

use wasm_bindgen::JsValue;

use crate::web::shelf::Shelf;
use crate::web::shelf::connection::{Connection, answered};
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::keys::{self, LogName, PIECE};
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
        self.keep_all_with(ws, log, lines, &[]).await
    }

    /// Keeps many changes together with what is said of them on this device alone, `(name, text)`, in one transaction: all
    /// of it or nothing. They go there a piece at a time, each when the one before has arrived, so that the page answers
    /// meanwhile; a page that ends in the middle has kept nothing.
    pub async fn keep_all_with(
        &self,
        ws: &str,
        log: LogName,
        lines: &[String],
        said: &[(String, String)],
    ) -> Result<(), ShelfError> {
        let pieces: Vec<&[String]> = in_pieces(lines).collect();
        let weigh = |piece: &[String]| (piece.len(), piece.iter().map(|line| line.len() + 1).sum::<usize>().saturating_sub(1));
        // Named before the first attempt, so that what was kept although the answer got lost is not kept twice.
        let named = keys::new_segments(ws, log, pieces.iter().map(|piece| weigh(piece)));
        let beside: Vec<(JsValue, JsValue)> =
            said.iter().map(|(name, text)| (keys::local(ws, name).into(), JsValue::from_str(text))).collect();
        let written = self.attempt(async |connection: &Connection| {
            let transaction = connection.writing(&[keys::LOG, keys::LOCAL])?;
            let (store, local) = (transaction.store(keys::LOG)?, transaction.store(keys::LOCAL)?);
            let give_up = |error: ShelfError| {
                transaction.abort();
                Err(error)
            };
            for (name, text) in &beside {
                if let Err(error) = local.put(text, Some(name)) {
                    return give_up(error.into());
                }
            }
            for (place, (key, piece)) in named.iter().zip(&pieces).enumerate() {
                let asked = match store.add(&piece.join("\n").into(), Some(&key.into())) {
                    Ok(asked) => asked,
                    Err(error) => return give_up(error.into()),
                };
                if place + 1 == pieces.len() {
                    break;
                }
                match answered(asked).await {
                    Ok(_) => {}
                    Err(error @ ShelfError::Silent(_)) => return give_up(error),
                    Err(_) => break,
                }
            }
            // Where one of them failed the browser undoes all of them, and says here why.
            transaction.complete_or_there().await
        });
        written.await?;
        for (name, text) in said {
            self.second.put(&[RawRecord::of(keys::LOCAL, keys::local(ws, name), text.clone())]).await;
        }
        for (key, piece) in named.into_iter().zip(pieces) {
            self.second.put(&[RawRecord::of(keys::LOG, key, piece.join("\n"))]).await;
        }
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

/// Lines in runs that are a piece each; one that is longer than a piece stands alone.
fn in_pieces(lines: &[String]) -> impl Iterator<Item = &[String]> {
    let mut bytes = lines.first().map_or(0, String::len);
    lines.chunk_by(move |_, next| {
        bytes += next.len() + 1;
        let fits = bytes <= PIECE;
        if !fits {
            bytes = next.len();
        }
        fits
    })
}
