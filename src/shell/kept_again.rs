//! What stands between the work and a browser that takes away or damages what it kept while the page was closed or open.

use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;

use crate::bundle::migrate;
use crate::log::ChangeId;
use crate::order::OneByOne;
use crate::session::Request;
use crate::shell::Shell;
use crate::shell::shelves::log_of;
use crate::web::clock::pause;
use crate::web::shelf::{LogName, Noticed, SetAside};
use crate::web::{preferences, tail, visibility};
use crate::words;

impl Shell {
    /// Looks after the connection for as long as the page is open.
    pub(super) fn watch_the_connection(self: &Rc<Self>) {
        /// A browser that clears what it keeps is still at it when it takes the connection away.
        const UNTIL_IT_IS_DONE_MS: u32 = 300;
        let shell = Rc::clone(self);
        self.shelf.on_notice(move |noticed| match noticed {
            // Out of sight connections go as a matter of course; whoever comes back is seen to then.
            Noticed::Lost if visibility::is_visible() => shell.later(async |shell| {
                pause(UNTIL_IT_IS_DONE_MS).await;
                shell.come_back().await;
            }),
            Noticed::Lost => {}
            Noticed::Again => shell.later(async |shell| shell.keep_what_went().await),
        });
    }

    /// Keeps again what the page holds and the shelf does not hold any more, and says so.
    async fn keep_what_went(self: &Rc<Self>) {
        self.keeper.settle().await;
        let Some(name) = self.open_name().filter(|_| !self.is_beside()) else { return };
        let mut went = 0;
        for log in LogName::ALL {
            // A shelf that cannot be read says so elsewhere.
            let Ok(loaded) = self.shelf.load(&name, log).await else { return };
            let there: BTreeSet<ChangeId> =
                loaded.lines.iter().filter_map(|line| migrate::read_kept(line).ok()).map(|change| change.id).one_by_one();
            let gone: Vec<(String, String)> = self.session.peek(|open| {
                let Some(open) = open.filter(|open| open.name == name) else { return Vec::new() };
                let gone = open.log(log_of(log)).in_order().into_iter().filter(|change| !there.contains(&change.id));
                gone.map(|change| (change.id.to_string(), change.line().to_owned())).collect()
            });
            went += gone.len();
            if !gone.is_empty() {
                self.keeper.keep_import(&name, log, gone, Vec::new());
            }
        }
        if went == 0 {
            return;
        }
        preferences::set_last_workspace(Some(&name));
        self.session.request(Request::RememberAuthor);
        self.keeper.settle().await;
        self.remember_title().await;
        let changes = words::count(went, "change", "changes");
        self.session.raise(format!(
            "This browser cleared what Concordat had kept, while the page was open. What is open here was kept again: {changes}. Other workspaces of this browser are gone, and what was brought in is no longer listed. Save this work to a file now, under Files."
        ));
    }

    /// Says if changes are here whose earlier ones are not, unless something worse is being said.
    pub(super) fn look_for_gaps(&self) {
        let missing = self.session.peek(|open| open.map_or(0, |open| open.shared.missing().len()));
        if missing == 0 || !self.session.alarm.with_untracked(String::is_empty) {
            return;
        }
        let changes = words::count(missing, "earlier change is missing", "earlier changes are missing");
        self.session.raise(format!(
            "{changes} here, on which later ones are built. The rest stands as it is. Bring in a file that holds what is missing: the last one that you saved, were sent or brought in."
        ));
    }

    /// Moves what a closed page left behind illegibly to the set-aside store, and says so.
    pub(super) async fn set_aside_what_was_left_illegible(&self) {
        let left = tail::unreadable();
        let mut many = 0;
        for entry in &left {
            let why = "It was left by a page that was closed while saving, and cannot be read.".to_owned();
            let what = SetAside { line: entry.line.clone(), why };
            if self.shelf.set_aside(&entry.ws, entry.log, &[what]).await.is_ok() {
                tail::remove(&entry.ws, entry.log, &entry.id);
                many += 1;
            }
        }
        if many > 0 {
            let changes = words::count(many, "change", "changes");
            self.session.raise(format!(
                "{changes} that a page was closed over while saving could not be read. They were set aside, not deleted; the rest is here. Look whether your last change is there, and make it again if it is not; see the recovery page under About."
            ));
        }
    }
}
