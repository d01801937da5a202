//! Starting the workshop, asking it, and ending it. It is a worker: the page answers while it works.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

use crate::web::listening::Listening;
use crate::web::{page, reflect};
use crate::workshop::{Done, Job, Progress, Refused, Said};

/// A workshop that is there to be asked. It ends when this is dropped, whatever it is at.
pub struct Workshop {
    worker: Worker,
    waiting: Rc<RefCell<Option<Waiting>>>,
    _listening: [Listening; 2],
}

/// Whoever waits for its next word.
struct Waiting {
    told: Box<dyn Fn(Progress)>,
    answered: Function,
}

impl Workshop {
    /// Starts one, and waits until it can be asked.
    pub async fn start() -> Result<Self, Refused> {
        let worker = Worker::new(&script().ok_or_else(|| not_started("this page does not name it"))?)
            .map_err(|thrown| not_started(&reflect::said(&thrown)))?;
        let waiting: Rc<RefCell<Option<Waiting>>> = Rc::default();
        let heard = Rc::clone(&waiting);
        let message = Listening::to(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                hear(&heard, &event.data());
            }
        });
        let stopped = Rc::clone(&waiting);
        let error = Listening::to(&worker, "error", move |event| {
            // Said to the person, with what to do.
            event.prevent_default();
            let reason = reflect::said(&event);
            answer(&stopped, &message_of(&Said::NotReady(reason)));
        });
        let workshop = Self { worker, waiting, _listening: [message, error] };
        match workshop.next_word(|_| {}, || Ok(())).await? {
            (Said::Ready, _) => Ok(workshop),
            (Said::NotReady(reason), _) => Err(not_started(&reason)),
            _ => Err(not_started("it is of another version")),
        }
    }

    /// Has it do a job with these bytes, and hears from time to time how far it has come.
    pub async fn ask(&self, job: &Job, bytes: &[u8], told: impl Fn(Progress) + 'static) -> Result<Done, Refused> {
        let buffer = Uint8Array::from(bytes).buffer();
        let message = Array::of2(&serde_json::to_string(job).map_err(|error| stopped(&error.to_string()))?.into(), &buffer);
        let send = || self.worker.post_message_with_transfer(&message, &Array::of1(&buffer));
        match self.next_word(told, send).await? {
            (Said::Done(answer), bytes) => Ok(Done { answer, bytes }),
            (Said::Refused(refused), _) => Err(refused),
            (Said::NotReady(reason), _) => Err(stopped(&reason)),
            (Said::Ready | Said::Progress(_), _) => Err(stopped("it answered what it was not asked")),
        }
    }

    /// Ends it, whatever it is at. Whoever waits for it is told so.
    pub fn end(&self) {
        self.worker.terminate();
        answer(&self.waiting, &message_of(&Said::NotReady("it was ended".to_owned())));
    }

    /// The next word that is no mere progress.
    async fn next_word(
        &self,
        told: impl Fn(Progress) + 'static,
        send: impl FnOnce() -> Result<(), JsValue>,
    ) -> Result<(Said, Vec<u8>), Refused> {
        let told: Box<dyn Fn(Progress)> = Box::new(told);
        let mut told = Some(told);
        let word = Promise::new(&mut |answered, _| {
            *self.waiting.borrow_mut() = told.take().map(|told| Waiting { told, answered });
        });
        send().map_err(|thrown| stopped(&reflect::said(&thrown)))?;
        let message = JsFuture::from(word).await.ok().and_then(|message| message.dyn_into::<Array>().ok()).unwrap_or_default();
        let said = said_in(&message).ok_or_else(|| stopped("its answer was not understood"))?;
        let bytes = message.get(1);
        Ok((said, if bytes.is_undefined() { Vec::new() } else { Uint8Array::new(&bytes).to_vec() }))
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        self.end();
    }
}

fn hear(waiting: &RefCell<Option<Waiting>>, message: &JsValue) {
    match message.dyn_ref::<Array>().and_then(said_in) {
        Some(Said::Progress(progress)) => {
            if let Some(waiting) = waiting.borrow().as_ref() {
                (waiting.told)(progress);
            }
        }
        _ => answer(waiting, message),
    }
}

fn answer(waiting: &RefCell<Option<Waiting>>, message: &JsValue) {
    let waiting = waiting.borrow_mut().take();
    if let Some(waiting) = waiting {
        // Settling a promise cannot fail.
        let _ = waiting.answered.call1(&JsValue::NULL, message);
    }
}

fn said_in(message: &Array) -> Option<Said> {
    serde_json::from_str(&message.get(0).as_string()?).ok()
}

fn message_of(said: &Said) -> JsValue {
    Array::of1(&serde_json::to_string(said).unwrap_or_default().into()).into()
}

/// The address of its script, which changes with its content, relative to the page.
fn script() -> Option<String> {
    let named = page::document()?.query_selector("meta[name=concordat-workshop]").ok()??;
    named.get_attribute("content").filter(|name| !name.is_empty())
}

fn not_started(reason: &str) -> Refused {
    Refused::with(format!(
        "The part of Concordat that does this could not be started in this browser ({reason}). Nothing has changed. Open the page once with a network, load it again, then try again."
    ))
}

fn stopped(reason: &str) -> Refused {
    Refused::with(format!(
        "The part of Concordat that does this has stopped ({reason}). Nothing has changed. Close other tabs, since it may lack memory, and try again."
    ))
}
