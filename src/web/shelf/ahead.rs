//! What `public/ahead.js` had read from storage while the program was being fetched.

use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use web_sys::IdbDatabase;

use crate::web::reflect;
use crate::web::shelf::connection::{Connection, in_good_time};
use crate::web::shelf::read::{Both, Gathered, text};
use crate::web::shelf::{DATABASE, Shelf};
use crate::web::turn::Turns;

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
        let list = |name| reflect::get(&work, name)?.dyn_into::<Array>().ok();
        let (held, texts) = (list("keys")?, list("texts")?);
        let mut gathered = Gathered::default();
        let mut turns = Turns::begin();
        for (key, value) in held.iter().zip(texts.iter()) {
            gathered.take(&text(key), text(value));
            turns.give_way_if_over().await;
        }
        Some(Ahead { both: gathered.finish(), records: held.length() }).filter(|ahead| !ahead.both.is_empty())
    }
}
