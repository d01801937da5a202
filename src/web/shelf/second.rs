//! The second copy of every record, outside `IndexedDB`: browsers have been seen to lose a whole database, for instance
//! Chromium after a kill (google/leveldb, issue 1287). It lies in the store for responses, one record to an address.
//!
//! It is read only for what the database has not. It never stands in the way of the first: where it cannot be written,
//! or no room is left, the page goes on without it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Cache, CacheStorage, Request, Response};

use crate::web::reflect;
use crate::web::shelf::connection::in_good_time;
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::read::RawRecord;

/// A record's store and key.
pub(super) type Place = (String, String);

pub(super) struct Second {
    name: String,
    opened: RefCell<Option<Cache>>,
    is_off: Cell<bool>,
}

/// What was done to records in one transaction.
#[derive(Default)]
pub(super) struct Done {
    pub(super) came: Vec<RawRecord>,
    pub(super) went: Vec<Place>,
}

impl Second {
    /// The copy of a database of this name, not opened yet.
    pub(super) fn of(database: &str) -> Rc<Self> {
        Rc::new(Self { name: format!("{database}-second-copy"), opened: RefCell::default(), is_off: Cell::new(false) })
    }

    /// Puts records there, in place of what was at their keys. To be called when the database has them: what is here and
    /// not there was lost there.
    pub(super) async fn put(&self, records: &[RawRecord]) {
        if self.try_to_put(records).await.is_err() {
            // Without room, or out of order: it is completed when the page is next opened.
            self.is_off.set(true);
        }
    }

    async fn try_to_put(&self, records: &[RawRecord]) -> Result<(), ShelfError> {
        if self.is_off.get() {
            return Ok(());
        }
        let Some(cache) = self.cache().await else { return Ok(()) };
        for record in records {
            let response = Response::new_with_opt_str(Some(&record.value)).map_err(|thrown| ShelfError::from_thrown(&thrown))?;
            in_good_time(cache.put_with_str(&self.address(&record.store, &record.key), &response)).await?;
        }
        Ok(())
    }

    /// Follows what was done to the database: records that came, then those that went. Whatever of it fails is seen to when
    /// the page is next opened.
    pub(super) async fn follow(&self, done: Done) {
        self.put(&done.came).await;
        let _ = self.delete(&done.went).await;
    }

    /// Takes records away.
    pub(super) async fn delete(&self, places: &[Place]) -> Result<(), ShelfError> {
        let Some(cache) = self.cache().await else { return Ok(()) };
        for (store, key) in places {
            in_good_time(cache.delete_with_str(&self.address(store, key))).await?;
        }
        Ok(())
    }

    /// Which records are there.
    pub(super) async fn places(&self) -> Result<Vec<Place>, ShelfError> {
        let Some(cache) = self.cache().await else { return Ok(Vec::new()) };
        let requests: Array = in_good_time(cache.keys()).await?.unchecked_into();
        Ok(requests.iter().filter_map(|request| self.place(&request.unchecked_into::<Request>().url())).collect())
    }

    /// A record's text, if it is there.
    pub(super) async fn text(&self, store: &str, key: &str) -> Result<Option<String>, ShelfError> {
        let Some(cache) = self.cache().await else { return Ok(None) };
        let found = in_good_time(cache.match_with_str(&self.address(store, key))).await?;
        let Ok(response) = found.dyn_into::<Response>() else { return Ok(None) };
        let text = response.text().map_err(|thrown| ShelfError::from_thrown(&thrown))?;
        Ok(in_good_time(text).await?.as_string())
    }

    /// Deletes itself, once, so that there is room for the first copy. Whether that gave any.
    pub(super) async fn gives_way(&self) -> bool {
        if self.is_off.replace(true) {
            return false;
        }
        self.opened.take();
        let Some(caches) = caches() else { return false };
        in_good_time(caches.delete(&self.name)).await.is_ok_and(|was_there| was_there == JsValue::TRUE)
    }

    /// Whether records are being copied in this tab, as far as is known.
    pub(super) fn is_on(&self) -> bool {
        !self.is_off.get() && caches().is_some()
    }

    /// Whether it was ever made.
    pub(super) async fn is_there(&self) -> bool {
        let Some(caches) = caches() else { return false };
        in_good_time(caches.has(&self.name)).await.is_ok_and(|is_there| is_there == JsValue::TRUE)
    }

    async fn cache(&self) -> Option<Cache> {
        let opened = self.opened.borrow().clone();
        if opened.is_some() {
            return opened;
        }
        let cache: Cache = in_good_time(caches()?.open(&self.name)).await.ok()?.unchecked_into();
        self.opened.replace(Some(cache.clone()));
        Some(cache)
    }

    fn address(&self, store: &str, key: &str) -> String {
        format!("/{}/{store}/{}", self.name, js_sys::encode_uri_component(key))
    }

    fn place(&self, url: &str) -> Option<Place> {
        let (_, rest) = url.split_once(&format!("/{}/", self.name))?;
        let (store, key) = rest.split_once('/')?;
        Some((store.to_owned(), js_sys::decode_uri_component(key).ok()?.into()))
    }
}

/// Pages that are not served securely have none, and private windows deny it.
fn caches() -> Option<CacheStorage> {
    reflect::get(js_sys::global(), "caches").map(JsCast::unchecked_into)
}
