//! Files locked with a passphrase, on their way in and out. The workshop does the work; what it unlocks stays in memory and
//! goes the way of any other file.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use leptos::prelude::*;
use web_sys::{Blob, File};

use crate::handing;
use crate::session::{Handed, Lock, Way};
use crate::shell::Shell;
use crate::web::files;
use crate::web::workshop::Workshop;
use crate::workshop::{Job, Passphrase, Progress, Refused, is_locked};

/// What is put after the name of a file that is locked, and its type: as it is, and as lines of text. Safari's share sheet
/// takes files of any type, Chromium's only listed ones: text is among them, and `.age` is not.
const AS_BYTES: (&str, &str) = (".age", BYTES);
const AS_TEXT: (&str, &str) = (".age.txt", "text/plain");
/// So many bytes tell whether a file is locked, blank lines of a mail before it included.
const ENOUGH_TO_TELL: usize = 256;
const BYTES: &str = "application/octet-stream";
const NOT_GIVEN: &str = "It is locked, and no passphrase was given. If it is forgotten nobody can open this file: ask whoever made it for another one.";

/// Who waits for a passphrase, if anybody does.
#[derive(Default)]
pub(super) struct Asked(RefCell<Option<Rc<Question>>>);

#[derive(Default)]
struct Question {
    /// What came of it, once anything has: a passphrase, or none.
    typed: RefCell<Option<Option<Passphrase>>>,
    waiting: RefCell<Option<Waker>>,
}

impl Asked {
    /// Gives what was typed, or that nothing was.
    pub(super) fn answer(&self, typed: Option<Passphrase>) {
        if let Some(question) = self.0.take() {
            question.typed.replace(Some(typed));
            if let Some(waiting) = question.waiting.take() {
                waiting.wake();
            }
        }
    }

    /// Waits for the answer. Whoever asked before is told that there is none.
    async fn answered(&self) -> Option<Passphrase> {
        self.answer(None);
        let question = Rc::new(Question::default());
        self.0.replace(Some(Rc::clone(&question)));
        poll_fn(|context| {
            question.waiting.replace(Some(context.waker().clone()));
            question.typed.take().map_or(Poll::Pending, Poll::Ready)
        })
        .await
    }
}

/// What opened a locked file may open the next one.
pub(super) struct Keys {
    is_one_of_several: bool,
    last: Option<Passphrase>,
    /// Ends with these, since it holds the memory that a key is made in.
    workshop: Option<Rc<Workshop>>,
}

impl Keys {
    /// None yet, for so many files.
    pub(super) fn of(files: usize) -> Self {
        Self { is_one_of_several: files > 1, last: None, workshop: None }
    }
}

impl Shell {
    /// What a file holds, unlocked if it was locked.
    pub(super) async fn opened(
        &self,
        file: &File,
        keys: &mut Keys,
        told: impl Fn(Progress) + Clone + 'static,
    ) -> Result<Blob, String> {
        let beginning = files::beginning(file, ENOUGH_TO_TELL).await.map_err(|error| error.to_string())?;
        if !is_locked(&beginning) {
            return Ok(file.clone().into());
        }
        let content = files::read_bytes(file).await.map_err(|error| error.to_string())?;
        let unlocked = self.unlock(&file.name(), &content, keys, told).await;
        if unlocked.is_err() {
            // It may have stopped for good; the next file has another.
            keys.workshop = None;
        }
        files::bytes_blob(&unlocked?, BYTES).map_err(|error| error.to_string())
    }

    async fn unlock(
        &self,
        name: &str,
        content: &[u8],
        keys: &mut Keys,
        told: impl Fn(Progress) + Clone + 'static,
    ) -> Result<Vec<u8>, String> {
        let workshop = self.workshop(keys).await.map_err(|refused| refused.says)?;
        workshop.ask(&Job::LookAtLocked, content, |_| {}).await.map_err(|refused| refused.says)?;
        let mut known = keys.last.clone();
        let mut wrong = None;
        loop {
            let is_known = known.is_some();
            let passphrase = match known.take() {
                Some(passphrase) => passphrase,
                None => self.ask_for(name, wrong.take(), keys.is_one_of_several).await.ok_or(NOT_GIVEN)?,
            };
            match workshop.ask(&Job::Unlock(passphrase.clone()), content, told.clone()).await {
                Ok(done) => {
                    keys.last = Some(passphrase);
                    return Ok(done.bytes);
                }
                // That of another file was only tried.
                Err(refused) if refused.is_passphrase => wrong = (!is_known).then_some(refused.says),
                Err(refused) => return Err(refused.says),
            }
        }
    }

    async fn ask_for(&self, name: &str, wrong: Option<String>, is_one_of_several: bool) -> Option<Passphrase> {
        self.session.lock.set(Lock::Asking { file: name.to_owned(), wrong, is_one_of_several });
        self.asked.answered().await
    }

    /// Hands out a file that was made, locked.
    pub(super) async fn hand_on_locked(&self, file: &handing::Made, passphrase: Passphrase, way: Way, handed: Option<Handed>) {
        if matches!(self.session.lock.get_untracked(), Lock::Locking(_)) {
            return;
        }
        let form = if way == Way::Share { shareable() } else { None };
        let locked = self.lock(&file.text, passphrase, form == Some(AS_TEXT)).await;
        self.session.lock.set(Lock::None);
        let (ending, media_type) = form.unwrap_or(AS_BYTES);
        let name = format!("{}{ending}", file.name);
        let blob = locked.map_err(|refused| refused.says);
        let blob = blob.and_then(|bytes| files::bytes_blob(&bytes, media_type).map_err(|error| error.to_string()));
        let blob = match blob {
            Ok(blob) => blob,
            Err(says) => return self.session.raise(says),
        };
        if form.is_some() {
            match files::share_blob(&name, &blob).await {
                Ok(files::Shared::Given) => return self.handed_out("Handed on, locked.".to_owned(), handed).await,
                Ok(files::Shared::Cancelled) => return,
                Ok(files::Shared::NotPossible) | Err(_) => {}
            }
        }
        match files::download(&name, &blob) {
            Ok(()) if way == Way::Share => {
                let says = format!("The share sheet did not take the locked file. It is saved as {name}: attach it by hand.");
                self.handed_out(says, handed).await;
            }
            Ok(()) => self.handed_out(format!("Saved as {name}, locked."), handed).await,
            Err(error) => self.session.raise(error.to_string()),
        }
    }

    /// Looks whether the share sheet takes locked files, so that it can be said before anybody counts on it.
    pub(super) fn look_at_sharing(&self) {
        self.session.shares_locked.set(Some(shareable().is_some()));
    }

    async fn lock(&self, text: &str, passphrase: Passphrase, is_as_text: bool) -> Result<Vec<u8>, Refused> {
        let session = self.session;
        session.lock.set(Lock::Locking("Locking the file".to_owned()));
        let workshop = Workshop::start().await?;
        let told = move |progress: Progress| session.lock.set(Lock::Locking(progress.says));
        let locked = workshop.ask(&Job::Lock(passphrase), text.as_bytes(), told).await?.bytes;
        if is_as_text { Ok(workshop.ask(&Job::AsLines, &locked, |_| {}).await?.bytes) } else { Ok(locked) }
    }

    /// The workshop that unlocks with these keys, or a new one.
    async fn workshop(&self, keys: &mut Keys) -> Result<Rc<Workshop>, Refused> {
        if let Some(workshop) = &keys.workshop {
            return Ok(Rc::clone(workshop));
        }
        let workshop = Rc::new(Workshop::start().await?);
        keys.workshop = Some(Rc::clone(&workshop));
        let held = Rc::downgrade(&workshop);
        self.end_workshop.replace(Some(Box::new(move || held.upgrade().iter().for_each(|workshop| workshop.end()))));
        Ok(workshop)
    }

    /// Nobody waits any more for a file to be unlocked.
    pub(super) fn stop_unlocking(&self) {
        if matches!(self.session.lock.get_untracked(), Lock::Asking { .. }) {
            self.session.lock.set(Lock::None);
        }
        self.asked.answer(None);
        if let Some(end) = self.end_workshop.take() {
            end();
        }
    }
}

/// The form in which this browser's share sheet takes locked files, if it takes any.
fn shareable() -> Option<(&'static str, &'static str)> {
    [AS_BYTES, AS_TEXT].into_iter().find(|(ending, media_type)| files::takes(&format!("bundle{ending}"), media_type))
}
