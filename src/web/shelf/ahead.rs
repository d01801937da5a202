//! What `public/ahead.js` had read from storage while the program was being fetched.

use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use web_sys::IdbDatabase;

use crate::web::reflect;
use crate::web::shelf::connection::{Connection, in_good_time};
use crate::web::shelf::read::{Both, text};
use crate::web::shelf::{DATABASE, Shelf};

/// Both logs of a workspace as they stood then.
#[derive(Debug)]
pub struct Ahead {
    /// The logs.
    pub both: Both,
    /// How many records they stood in.
    pub records: u32,
}

impl Shelf {
    /// Takes over the connection that the page opened ahead of the program, and what it read there of a workspace. Nothing
    /// where it read none, or that of another; then storage is asked in the ordinary way, which says what is wrong.
    pub async fn read_ahead(&self, ws: &str) -> Option<Ahead> {
        let page = reflect::get(js_sys::global(), "concordat")
            .filter(|page| *self.name == *DATABASE && reflect::can(page, "takeWork"))?;
        let reading: Promise = reflect::call(&page, "takeWork", &[]).ok()?.dyn_into().ok()?;
        let work = in_good_time(reading).await.ok()?;
        let database: IdbDatabase = reflect::get(&work, "database")?.dyn_into().ok()?;
        self.hold(Connection::holding(database, self.tell_when_lost()));
        if reflect::get(&work, "workspace")?.as_string()? != ws {
            return None;
        }
        let list = |name| Some(reflect::get(&work, name)?.dyn_into::<Array>().ok()?.iter().map(text).collect());
        let (keys, texts): (Vec<String>, Vec<String>) = (list("keys")?, list("texts")?);
        let records = u32::try_from(keys.len()).ok()?;
        Some(Ahead { both: Both::of(keys.into_iter().zip(texts)), records }).filter(|ahead| !ahead.both.is_empty())
    }
}
