//! Long work in turns, between which the browser answers whoever taps, types and scrolls.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::MessageChannel;

use crate::shed::Shed;
use crate::web::clock::pause;
use crate::web::page;

/// How long a turn lasts, on a quick device and on a slow one alike: less than the time between two frames.
const TURN_MS: f64 = 10.0;

/// The turns of one piece of work.
#[derive(Debug)]
pub struct Turns {
    began: f64,
}

impl Turns {
    /// The first turn begins.
    pub fn begin() -> Self {
        Self { began: now() }
    }

    /// Whether this turn has lasted long enough.
    pub fn is_over(&self) -> bool {
        now() - self.began >= TURN_MS
    }

    /// Ends this turn; the next begins when the browser has done what waited.
    pub async fn give_way(&mut self) {
        give_way().await;
        self.began = now();
    }

    /// The same, where this turn has lasted long enough.
    pub async fn give_way_if_over(&mut self) {
        if self.is_over() {
            self.give_way().await;
        }
    }
}

/// Lets go of something large, a few parts at a time.
pub fn let_go(mut thing: Box<dyn Shed>) {
    /// So many parts are let go of in a moment.
    const AT_ONCE: usize = 32;
    /// The page shows first that it was done, and what it showed of the thing lets go of its share.
    const AFTER_THE_PAINT_MS: u32 = 100;
    spawn_local(async move {
        pause(AFTER_THE_PAINT_MS).await;
        let mut turns = Turns::begin();
        while thing.shed(AT_ONCE) == AT_ONCE {
            turns.give_way_if_over().await;
        }
    });
}

/// A message to oneself comes after what waits already. A timer would rest for four milliseconds each time, and for a
/// second while the page is out of sight.
async fn give_way() {
    let Ok(channel) = MessageChannel::new() else { return pause(0).await };
    let (here, there) = (channel.port1(), channel.port2());
    let come = Promise::new(&mut |resolve, _| {
        here.set_onmessage(Some(&resolve));
        if there.post_message(&JsValue::NULL).is_err() {
            // What cannot be sent is not waited for.
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(come).await;
    here.set_onmessage(None);
    here.close();
}

fn now() -> f64 {
    page::window().and_then(|window| window.performance()).map_or_else(js_sys::Date::now, |record| record.now())
}
