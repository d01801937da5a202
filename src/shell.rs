//! Puts the parts together: the session asks, the browser answers. The only module that may use every other.

mod afresh;
mod alike;
mod answer;
mod bringing;
mod bringing_in;
mod bundles;
mod compare;
mod deeds;
mod handed;
mod imports;
mod kept_again;
mod locks;
mod parts;
mod reading;
mod running;
mod sample;
mod second_copy;
mod shelves;
mod spreadsheets;
mod start;
mod workspaces;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use crate::route::Route;
use crate::session::{Device, Request, Session};
use crate::shell::locks::Asked;
use crate::web::install::Install;
use crate::web::keeper::Keeper;
use crate::web::shelf::Shelf;
use crate::web::tabs::Tabs;
use crate::web::{clock, ids, panic, tidy_text};

pub use start::start;

/// Everything that outlives a page view.
struct Shell {
    session: Session,
    route: RwSignal<Route>,
    shelf: Shelf,
    keeper: Keeper,
    tabs: RefCell<Option<Tabs>>,
    install: RefCell<Option<Install>>,
    /// Counts up with every file that is begun or given up, so that an older one knows to stop.
    reading: Cell<u32>,
    /// Counts up with every workspace that is opened, so that a slower one knows that it was overtaken.
    opening: Cell<u32>,
    /// Counts up with every address that the person goes to, so that an earlier state that takes long is left off.
    standing: Cell<u32>,
    /// How many records storage had of the open workspace when they were read ahead of the program.
    read_ahead: Cell<Option<u32>>,
    code_is_due: Cell<bool>,
    /// Whoever waits for the passphrase of a locked file.
    asked: Asked,
    /// Ends the workshop that is unlocking files. Only that, so that the workshop is no part of what starts the page.
    end_workshop: RefCell<Option<Box<dyn FnOnce()>>>,
    /// How requests are answered, once the page is in place.
    answers: Cell<Option<Answers>>,
    /// What was asked before that.
    unanswered: RefCell<Vec<Request>>,
}

type Answers = fn(&Rc<Shell>, Request);

impl Shell {
    /// Requests are answered so from now on, those that wait first.
    fn answer_from_now_on(self: &Rc<Self>, answer: Answers) {
        self.answers.set(Some(answer));
        for request in self.unanswered.take() {
            answer(self, request);
        }
    }
}

/// The clock, ids and spelling of this device.
fn device() -> Device {
    Device { now: clock::now, today: clock::today, new_id: ids::new_id, tidy: tidy_text::paragraphs }
}

/// A session whose requests go to a shell that is put in place afterwards.
fn session_and_slot() -> (Session, Rc<RefCell<Option<Rc<Shell>>>>) {
    let slot: Rc<RefCell<Option<Rc<Shell>>>> = Rc::default();
    let held = Rc::clone(&slot);
    let session = Session::new(device(), move |request: Request| {
        let shell = held.borrow().clone();
        if let Some(shell) = shell {
            match shell.answers.get() {
                Some(answer) => answer(&shell, request),
                None => shell.unanswered.borrow_mut().push(request),
            }
        }
    });
    (session, slot)
}

/// From now on a panic leaves a readable page.
pub fn guard() {
    panic::leave_a_readable_page();
}
