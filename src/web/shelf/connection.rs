//! One open connection to the database, and its transactions.

use std::cell::Cell;
use std::rc::Rc;

use idb::{DatabaseEvent, Factory, ObjectStore, ObjectStoreParams, Transaction};
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbTransaction};

use crate::web::clock::pause;
use crate::web::reflect;
use crate::web::shelf::error::ShelfError;
use crate::web::shelf::keys::{ASIDE, LOCAL, LOG};

/// Meant to stay 1: what is kept are lines of text, and those carry their own version.
const VERSION: u32 = 1;

const PATIENCE_SECONDS: u32 = 15;

pub(super) struct Connection {
    database: IdbDatabase,
    lost: Rc<Cell<bool>>,
    _when_closed: Closure<dyn FnMut(Event)>,
    _when_outdated: Closure<dyn FnMut(Event)>,
}

impl Connection {
    /// Connects; `when_lost` hears if the browser takes the connection away.
    pub(super) async fn open(name: &str, when_lost: impl Fn() + Clone + 'static) -> Result<Self, ShelfError> {
        let mut request = Factory::new()?.open(name, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            // If a store cannot be made, the browser undoes the upgrade and opening fails, which is told there.
            if let Ok(database) = event.database() {
                for store in [LOG, ASIDE, LOCAL] {
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        });
        let opening = wasm_bindgen_futures::future_to_promise(async move {
            match request.await {
                Ok(database) => Ok(JsValue::from(database)),
                Err(error) => Err(thrown(error)),
            }
        });
        let database = in_good_time(opening).await?;
        Ok(Self::holding(database.unchecked_into(), when_lost))
    }

    pub(super) fn holding(database: IdbDatabase, when_lost: impl Fn() + Clone + 'static) -> Self {
        let lost = Rc::new(Cell::new(false));
        let note = Rc::clone(&lost);
        let tell = when_lost.clone();
        let when_closed = Closure::<dyn FnMut(Event)>::new(move |_| {
            note.set(true);
            tell();
        });
        let (note, handle) = (Rc::clone(&lost), database.clone());
        let when_outdated = Closure::<dyn FnMut(Event)>::new(move |_| {
            note.set(true);
            handle.close();
            when_lost();
        });
        database.set_onclose(Some(when_closed.as_ref().unchecked_ref()));
        database.set_onversionchange(Some(when_outdated.as_ref().unchecked_ref()));
        Self { database, lost, _when_closed: when_closed, _when_outdated: when_outdated }
    }

    pub(super) fn is_lost(&self) -> bool {
        self.lost.get()
    }

    pub(super) fn reading(&self, stores: &[&str]) -> Result<Opened, ShelfError> {
        self.transaction(stores, "readonly")
    }

    /// A transaction that is complete only when the browser has handed it to the disk.
    pub(super) fn writing(&self, stores: &[&str]) -> Result<Opened, ShelfError> {
        self.transaction(stores, "readwrite")
    }

    fn transaction(&self, stores: &[&str], mode: &str) -> Result<Opened, ShelfError> {
        let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        // web-sys keeps the third argument behind an unstable flag.
        let options = reflect::object(&[("durability", "strict".into())]);
        let made = reflect::call(&self.database, "transaction", &[names.into(), mode.into(), options])
            .map_err(|thrown| ShelfError::from_thrown(&thrown))?;
        Ok(Opened::of(made.unchecked_into()))
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onclose(None);
        self.database.set_onversionchange(None);
        self.database.close();
    }
}

/// A transaction whose end can be waited for. Inside it nothing may be awaited but the database's own answers, or the
/// browser completes it early.
pub(super) struct Opened {
    raw: IdbTransaction,
    transaction: Transaction,
}

impl Opened {
    fn of(raw: IdbTransaction) -> Self {
        Self { transaction: raw.clone().into(), raw }
    }

    pub(super) fn store(&self, name: &str) -> Result<ObjectStore, ShelfError> {
        Ok(self.transaction.object_store(name)?)
    }

    /// Undoes everything that was asked of it, where a later request could not be made: otherwise the browser would
    /// complete the first half.
    pub(super) fn abort(&self) {
        // One that has ended by itself has nothing left to undo.
        let _ = self.raw.abort();
    }

    /// Waits for `complete`. To be called straight after the last request, before the browser can have ended it.
    pub(super) async fn complete(self) -> Result<(), ShelfError> {
        self.end().await.map_err(|error| self.reason_for(error))
    }

    /// Waits for `complete`, where finding a record of that name there already is as good.
    pub(super) async fn complete_or_there(self) -> Result<(), ShelfError> {
        match self.end().await {
            Err(_) if self.raw.error().is_some_and(|exception| exception.name() == "ConstraintError") => Ok(()),
            other => other.map_err(|error| self.reason_for(error)),
        }
    }

    async fn end(&self) -> Result<(), ShelfError> {
        let end = Promise::new(&mut |resolve, reject| {
            self.raw.set_oncomplete(Some(&resolve));
            self.raw.set_onabort(Some(&reject));
        });
        in_good_time(end).await.map(drop)
    }

    fn reason_for(&self, error: ShelfError) -> ShelfError {
        let unsaid = || ShelfError::Lost("a transaction was ended without a reason".into());
        match error {
            ShelfError::Silent(_) => error,
            _ => self.raw.error().map_or_else(unsaid, |exception| ShelfError::from_exception(&exception)),
        }
    }
}

/// What the database answers to a request inside of a transaction.
pub(super) async fn answered<A>(asked: A) -> Result<JsValue, ShelfError>
where
    A: IntoFuture<Output = Result<JsValue, idb::Error>> + 'static,
{
    in_good_time(wasm_bindgen_futures::future_to_promise(async { asked.await.map_err(thrown) })).await
}

/// `WebKit` has been seen to leave such promises open for ever.
pub(super) async fn in_good_time(promise: Promise) -> Result<JsValue, ShelfError> {
    let timeout = wasm_bindgen_futures::future_to_promise(async {
        pause(PATIENCE_SECONDS * 1000).await;
        Err(JsValue::NULL)
    });
    match JsFuture::from(Promise::race(&Array::of2(&promise, &timeout))).await {
        Ok(value) => Ok(value),
        Err(thrown) if thrown.is_null() => Err(ShelfError::Silent(PATIENCE_SECONDS)),
        Err(thrown) => Err(ShelfError::from_thrown(&thrown)),
    }
}

fn thrown(error: idb::Error) -> JsValue {
    match error {
        idb::Error::DomException(exception) => exception.into(),
        other => js_sys::Error::new(&other.to_string()).into(),
    }
}
