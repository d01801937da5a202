//! A file that is held beside the work: read and checked like any other, and let go of again.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use crate::route::{CompareState, Route};
use crate::session::Beside;
use crate::shell::Shell;
use crate::shell::locks::Keys;
use crate::shell::reading::read_in_turns;
use crate::web::{files, fragment};
use crate::workshop::Progress;

impl Shell {
    /// Lets the person pick the file.
    pub(super) fn pick_to_compare(self: &Rc<Self>) {
        let shell = Rc::clone(self);
        files::pick(move |chosen| {
            if let Some(file) = chosen.into_iter().next() {
                shell.with_bundles(super::deeds::Deed::Compare(file));
            }
        });
    }

    /// Reads a file and shows what is different here.
    pub(super) async fn compare_with(&self, file: File) {
        let name = file.name();
        let session = self.session;
        let told = move |progress: Progress| session.say(progress.says);
        let content = match self.opened(&file, &mut Keys::of(1), told).await {
            Ok(content) => content,
            Err(says) => return self.session.raise(says),
        };
        let text = match files::text_in(&name, &content, |_, _| ()).await {
            Ok(text) => text,
            Err(error) => return self.session.raise(error.to_string()),
        };
        let Some(read) = read_in_turns(text, |_, _| true).await else { return };
        match read {
            Ok(incoming) if incoming.log.changes().is_empty() => {
                self.session.raise(format!("{name} holds no changes, so there is nothing to compare with."));
            }
            Ok(incoming) => {
                self.session.held_beside.set(Some(Beside::of(&incoming.log, name, true)));
                fragment::go_to(&Route::Compare(CompareState::default()).to_string());
            }
            Err(error) => self.session.raise(error.to_string()),
        }
    }
}
