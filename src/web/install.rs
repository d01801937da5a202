//! The service worker: every file of this release held for offline use, and a new release offered when there is one.
//!
//! Speaks the messages that `sw.js` lists.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

use crate::web::leaving;
use crate::web::listening::Listening;
use crate::web::{page, reflect};

/// Relative to the page, which may lie under any path.
const WORKER: &str = "sw.js";

/// What is known of working with the network off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offline {
    /// Nothing yet.
    Unknown,
    /// Files are on their way.
    Fetching {
        /// How many are held.
        held: u32,
        /// Of how many.
        files: u32,
    },
    /// Every file of this release is held: nothing more is asked of the network.
    Ready,
    /// Not every file is held, and why, as a sentence.
    NotReady {
        /// The sentence.
        reason: String,
    },
}

/// What the service worker has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReleaseNews {
    /// Working offline.
    Offline(Offline),
    /// A new release is held and waits until the person takes it.
    NewVersionWaits,
}

/// The registration, once there is one.
#[derive(Clone, Default)]
pub struct Install(Rc<RefCell<Option<ServiceWorkerRegistration>>>);

impl Install {
    /// Registers the worker, once the page is usable, and calls back with what it has to tell.
    pub fn start(tell: impl Fn(ReleaseNews) + 'static) -> Self {
        let install = Self::default();
        let tell: Rc<dyn Fn(ReleaseNews)> = Rc::new(tell);
        match container() {
            None => tell(not_ready("This browser cannot hold the page for use without a network here.")),
            Some(container) => {
                hear(&container, &tell);
                let install = install.clone();
                spawn_local(async move {
                    match register(&container).await {
                        Ok(registration) => install.watch(&container, registration, &tell),
                        Err(thrown) => tell(not_ready(&format!(
                            "The page is not held for use without a network ({}).",
                            reflect::said(&thrown)
                        ))),
                    }
                });
            }
        }
        install
    }

    /// Takes the new release that waits, and loads the page again when it is in charge. Only a person's tap calls this,
    /// after everything is kept.
    pub fn take_new_version(&self) {
        let Some(container) = container() else { return };
        let Some(waiting) = self.0.borrow().as_ref().and_then(ServiceWorkerRegistration::waiting) else { return };
        Listening::to(&container, "controllerchange", |_| leaving::reload()).for_good();
        let _ = waiting.post_message(&reflect::object(&[("type", "skip-waiting".into())]));
    }

    /// Asks the host whether there is a new release. Silent if there is no network.
    pub fn look_for_new_version(&self) {
        if let Some(looking) = self.0.borrow().as_ref().and_then(|registration| registration.update().ok()) {
            spawn_local(async move {
                let _ = JsFuture::from(looking).await;
            });
        }
    }

    fn watch(&self, container: &ServiceWorkerContainer, registration: ServiceWorkerRegistration, tell: &Rc<dyn Fn(ReleaseNews)>) {
        if registration.waiting().is_some() {
            tell(ReleaseNews::NewVersionWaits);
        }
        let (found, told) = (registration.clone(), Rc::clone(tell));
        Listening::to(&registration, "updatefound", move |_| {
            if let Some(installing) = found.installing() {
                watch_installing(installing, &told);
            }
        })
        .for_good();
        match (registration.active(), registration.installing()) {
            (Some(active), _) => ask_version(&active),
            (None, Some(installing)) => watch_installing(installing, tell),
            (None, None) => {}
        }
        // The first worker takes the page under its care only when everything is held.
        let registered = registration.clone();
        Listening::to(container, "controllerchange", move |_| {
            if let Some(active) = registered.active() {
                ask_version(&active);
            }
        })
        .for_good();
        *self.0.borrow_mut() = Some(registration);
    }
}

fn watch_installing(worker: ServiceWorker, tell: &Rc<dyn Fn(ReleaseNews)>) {
    let (asked, tell) = (worker.clone(), Rc::clone(tell));
    Listening::to(&worker, "statechange", move |_| {
        let is_in_charge_already = container().is_some_and(|container| container.controller().is_some());
        match asked.state() {
            web_sys::ServiceWorkerState::Installed if is_in_charge_already => tell(ReleaseNews::NewVersionWaits),
            web_sys::ServiceWorkerState::Activated => ask_version(&asked),
            _ => {}
        }
    })
    .for_good();
}

async fn register(container: &ServiceWorkerContainer) -> Result<ServiceWorkerRegistration, JsValue> {
    // The worker itself is never taken from the browser's cache, or a new release would be found late.
    let options = reflect::object(&[("updateViaCache", "none".into())]);
    let registering = reflect::call(container, "register", &[WORKER.into(), options])?;
    Ok(JsFuture::from(js_sys::Promise::resolve(&registering)).await?.unchecked_into())
}

fn hear(container: &ServiceWorkerContainer, tell: &Rc<dyn Fn(ReleaseNews)>) {
    let tell = Rc::clone(tell);
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(offline) = read(&event.data()) {
            tell(ReleaseNews::Offline(offline));
        }
    });
    // Set as a property, which also lets messages through that came before.
    container.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

fn ask_version(worker: &ServiceWorker) {
    // The reply comes to the container's `message`.
    let _ = worker.post_message(&reflect::object(&[("type", "version".into())]));
}

fn read(message: &JsValue) -> Option<Offline> {
    let figure = |name: &str| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of files")]
        reflect::get(message, name).and_then(|value| value.as_f64()).map_or(0, |figure| figure as u32)
    };
    // What another release holds, older or newer, is none of this page's.
    let is_ours = || match (reflect::get(message, "build").and_then(|build| build.as_string()), page_build()) {
        (Some(theirs), Some(ours)) => ours.ends_with(&theirs),
        _ => true,
    };
    let not_all = |held, files| Offline::NotReady {
        reason: format!(
            "{held} of the {files} files of this page are held for use without a network. It will try again when it is next opened online."
        ),
    };
    match reflect::get(message, "type")?.as_string()?.as_str() {
        "progress" if is_ours() => Some(Offline::Fetching { held: figure("held"), files: figure("files") }),
        "not-held" if is_ours() => Some(not_all(figure("held"), figure("files"))),
        "version" if is_ours() => match reflect::get(message, "ready").and_then(|ready| ready.as_bool()) {
            Some(true) => Some(Offline::Ready),
            _ => Some(not_all(figure("held"), figure("files"))),
        },
        _ => None,
    }
}

/// Version and build, as the page was made.
fn page_build() -> Option<String> {
    let selector = "meta[name=concordat-build]";
    page::document()?.query_selector(selector).ok()??.get_attribute("content")
}

fn not_ready(reason: &str) -> ReleaseNews {
    ReleaseNews::Offline(Offline::NotReady { reason: reason.into() })
}

/// Pages that are not served securely have none.
fn container() -> Option<ServiceWorkerContainer> {
    reflect::get(&page::navigator()?, "serviceWorker").map(JsCast::unchecked_into)
}
