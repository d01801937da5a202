//! Bundles out: saved and shared.

use leptos::prelude::*;

use crate::bundle::{self, Made, Profile};
use crate::handing::{self, says};
use crate::log::{Author, Log};
use crate::session::{HandOn, Handed, Request, Shelf, Way};
use crate::shell::Shell;
use crate::web::clock;
use crate::web::files;

/// The page and its version, as a file says who made it.
const APP: &str = concat!("Concordat ", env!("CARGO_PKG_VERSION"));
const JSON: &str = "application/json";

/// Who a file with exempt items is for is asked in one place.
const SAY_FOR_WHOM: &str = "This workspace holds exempt items, so nothing was saved. On the Files page, under \"Hand this work on\", say who the file is for.";
/// Nobody is asked on the list of workspaces.
const HOLDS_EXEMPT: &str =
    "This workspace holds exempt items, so nothing was saved. Open it, then say under \"Hand this work on\" who the file is for.";

impl Shell {
    /// Saves what is open as a bundle for members, and remembers that it was saved.
    pub(super) async fn export_open(&self) {
        self.hand_on(HandOn { profile: Profile::Members, recipient: None, way: Way::Download, lock: None }).await;
    }

    /// Makes a file of what is open for somebody, and hands it out. Where something that was to be left out can be found
    /// in it, nothing is handed out and the places are named.
    pub(super) async fn hand_on(&self, asked: HandOn) {
        if self.is_beside() {
            return self.session.raise("This file is open to be read. Hand on the file itself.");
        }
        let holds_exempt = || self.session.peek(|open| open.is_some_and(|open| !handing::exempt(&open.shared).is_empty()));
        if asked.profile.has_log() && asked.recipient.is_none() && holds_exempt() {
            return self.session.raise(SAY_FOR_WHOM);
        }
        let made = Made { profile: asked.profile, recipient: asked.recipient, ..self.made() };
        let made_of_open = self.session.peek(|open| {
            let open = open?;
            let file = handing::make(&open.shared, &open.drawer, &open.workspace, &made, clock::today());
            let file = file.map_err(|not| not.found.iter().map(|found| says::found(&open.workspace, found)).collect::<Vec<_>>());
            Some((file, open.shared.changes().len()))
        });
        let Some((file, changes)) = made_of_open else { return };
        let file = match file {
            Ok(file) => file,
            Err(found) => {
                self.session.not_made.set(found);
                return self.session.request(Request::Focus("not-made".to_owned()));
            }
        };
        self.session.not_made.set(Vec::new());
        // A file for reading keeps nobody's work: what counts as handed on is the log.
        let handed = made.profile.has_log().then(|| Handed { at: made.at, changes, code: file.code.clone() });
        if let Some(passphrase) = asked.lock {
            return self.hand_on_locked(&file, passphrase, asked.way, handed).await;
        }
        if asked.way == Way::Share {
            match files::share(&file.name, &file.text).await {
                Ok(files::Shared::Given) => return self.handed_out("Handed on.".to_owned(), handed).await,
                Ok(files::Shared::Cancelled) => return,
                Ok(files::Shared::NotPossible) | Err(_) => {}
            }
        }
        match files::download_text(&file.name, JSON, &file.text) {
            Ok(()) => self.handed_out(format!("Saved as {}.", file.name), handed).await,
            Err(error) => self.session.raise(error.to_string()),
        }
    }

    /// Saves another workspace of this browser as a bundle.
    pub(super) async fn export_other(&self, name: String) {
        match self.load_shared(&name).await {
            Ok((log, _)) => {
                let workspace = bundle::decode::workspace(&log);
                if !handing::exempt(&log).is_empty() {
                    return self.session.raise(HOLDS_EXEMPT);
                }
                let Ok(file) = handing::make(&log, &Log::default(), &workspace, &self.made(), clock::today()) else {
                    return;
                };
                match files::download_text(&file.name, JSON, &file.text) {
                    Ok(()) => self.session.say(format!("Saved as {}.", file.name)),
                    Err(error) => self.session.raise(error.to_string()),
                }
            }
            Err(error) => self.session.raise(error.to_string()),
        }
    }

    /// Puts the changes of a drawer that came in a file back into the drawer of its workspace.
    pub(super) fn bring_in_drawer(&self, name: &str, drawer: &Log) {
        let held = |id| self.session.peek(|open| open.is_some_and(|open| open.name == name && open.drawer.holds(id)));
        let new: Vec<_> = drawer.in_order().into_iter().filter(|change| !held(&change.id)).cloned().collect();
        let lines = new.iter().map(|change| (change.id, change.line().to_owned())).collect();
        if self.is_open(name) {
            self.session.take_in(Shelf::Drawer, new);
        }
        self.keep(name, Shelf::Drawer, lines);
    }

    pub(super) async fn handed_out(&self, says: String, handed: Option<Handed>) {
        self.session.say(says);
        if let Some(handed) = handed {
            self.remember_handed(handed).await;
        }
    }

    pub(super) fn made(&self) -> Made {
        let by = self.session.author.get_untracked().unwrap_or(Author { name: "not stated".to_owned(), council: String::new() });
        Made::new(clock::now(), by, APP)
    }
}
