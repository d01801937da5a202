//! Between the shelf's lines and the session's logs.

use std::rc::Rc;

use leptos::prelude::*;

use crate::bundle::migrate;
use crate::log::{Change, ChangeId, Log, parents_first};
use crate::session::{Keeping, Shelf, Shelved};
use crate::shell::Shell;
use crate::web::keeper;
use crate::web::shelf::{Both, Loaded, LogName, SetAside, ShelfError};
use crate::web::tabs::News;
use crate::web::timing::Stretch;
use crate::web::turn::Turns;

/// Lines are read in runs that are short beside a turn.
const LINES_AT_ONCE: usize = 64;
/// The first of them at a stroke: most logs are no longer, and a page that opens has nothing to answer yet.
const AT_A_STROKE: usize = 2_000;

impl Shell {
    /// Both logs of a workspace as text.
    pub(super) async fn load_both(&self, name: &str) -> Result<Both, ShelfError> {
        let _reading = Stretch::begin(Stretch::STORAGE);
        self.shelf.load_both(name).await
    }

    /// Both logs of a workspace, and how many of their lines were damaged. Those go to the set-aside store; the rest is
    /// the log.
    pub(super) async fn fold_both(&self, name: &str, both: Both) -> Result<(Log, Log, usize), ShelfError> {
        let _folding = Stretch::begin(Stretch::FOLD);
        let (shared, damaged) = self.fold(name, LogName::Shared, both.shared).await?;
        let (drawer, also_damaged) = self.fold(name, LogName::Drawer, both.drawer).await?;
        Ok((shared, drawer, damaged + also_damaged))
    }

    /// The log that travels as it stands on the shelf, and how many of its lines were damaged.
    pub(super) async fn load_shared(&self, name: &str) -> Result<(Log, usize), ShelfError> {
        let both = self.shelf.load_both(name).await?;
        self.fold(name, LogName::Shared, both.shared).await
    }

    async fn fold(&self, name: &str, log: LogName, loaded: Loaded) -> Result<(Log, usize), ShelfError> {
        self.keeper.note_small(name, log, loaded.small);
        let mut read = Log::default();
        // Kept lines come in the order of their names: what comes before its parents waits for them.
        let mut early = Vec::new();
        let mut damaged = Vec::new();
        let mut turns = Turns::begin();
        for (number, line) in loaded.lines.into_iter().enumerate() {
            match migrate::read_kept(&line) {
                Ok(change) if change.after.iter().all(|parent| read.holds(parent)) => drop(read.add(change)),
                Ok(change) => early.push(change),
                Err(error) => damaged.push(SetAside { line, why: error.to_string() }),
            }
            if number >= AT_A_STROKE && number % LINES_AT_ONCE == 0 {
                turns.give_way_if_over().await;
            }
        }
        for change in parents_first(early) {
            read.add(change);
            turns.give_way_if_over().await;
        }
        let many = damaged.len();
        if many > 0 {
            self.shelf.set_aside(name, log, &damaged).await?;
        }
        Ok((read, many))
    }

    /// The list of workspaces in this browser.
    pub(super) async fn list_workspaces(&self) {
        match self.shelf.list().await {
            Ok(all) => self.session.shelved.set(
                all.into_iter()
                    .map(|one| Shelved {
                        title: one.title.unwrap_or_else(|| one.ws.clone()),
                        name: one.ws,
                        changes: one.changes,
                        bytes: one.bytes,
                    })
                    .collect(),
            ),
            Err(error) => self.session.raise(error.to_string()),
        }
    }

    /// Puts changes on their way to the shelf, all in one transaction.
    pub(super) fn keep(&self, workspace: &str, shelf: Shelf, changes: Vec<(ChangeId, String)>) {
        let log = log_name(shelf);
        let mut changes: Vec<_> = changes.into_iter().map(|(id, line)| (id.to_string(), line)).collect();
        match (changes.pop(), changes.is_empty()) {
            (Some((id, line)), true) => self.keeper.keep(workspace, log, &id, &line),
            (Some(last), false) => {
                changes.push(last);
                self.keeper.keep_all(workspace, log, changes);
            }
            (None, _) => {}
        }
    }

    /// What another tab has to tell.
    pub(super) async fn hear(self: &Rc<Self>, news: News) {
        match news {
            News::Kept { ws, ids, .. } if ids.is_empty() && self.is_open(&ws) => self.load_and_show(ws).await,
            News::Kept { ws, log, ids } if self.is_open(&ws) => self.take_in_from_shelf(&ws, log, &ids).await,
            News::SetAside { ws, .. } if self.is_open(&ws) => self.open_workspace(ws).await,
            News::Removed { ws } if self.is_open(&ws) => {
                self.session.close();
                self.session.raise("This workspace was removed in another tab of this browser.");
                self.list_workspaces().await;
            }
            News::Kept { .. } | News::SetAside { .. } | News::Removed { .. } => self.list_workspaces().await,
        }
    }

    /// The page is looked at again: browsers drop connections of pages that are out of sight, and other tabs may have
    /// written meanwhile.
    pub(super) async fn come_back(self: &Rc<Self>) {
        if let Err(error) = self.shelf.probe().await {
            self.session.keeping.set(Keeping::Failing(error.to_string()));
            return;
        }
        self.keeper.try_again();
        let Some(name) = self.open_name() else { return };
        let Ok((in_shared, in_drawer)) = self.shelf.count_lines(&name).await else { return };
        for (log, kept) in [(LogName::Shared, in_shared), (LogName::Drawer, in_drawer)] {
            let known = self.session.peek(|open| open.map_or(0, |open| open.log(log_of(log)).changes().len()));
            if kept <= known {
                continue;
            }
            let Ok(loaded) = self.shelf.load(&name, log).await else { continue };
            let held =
                |change: &Change| self.session.peek(|open| open.is_some_and(|open| open.log(log_of(log)).holds(&change.id)));
            let new =
                loaded.lines.iter().filter_map(|line| migrate::read_kept(line).ok()).filter(|change| !held(change)).collect();
            self.session.take_in(log_of(log), new);
        }
    }

    /// How many changes of each log the page holds, if it is this workspace that is open.
    pub(super) fn held(&self, name: &str) -> Option<(usize, usize)> {
        self.session.peek(|open| {
            let open = open.filter(|open| open.name == name)?;
            Some((open.shared.changes().len(), open.drawer.changes().len()))
        })
    }

    /// What a person did, or another tab told, while the logs were read reached the shelf too late to be among them.
    /// Answers of how many changes the page holds by now, if it is still this workspace that is open.
    pub(super) fn add_made_meanwhile(
        &self,
        name: &str,
        held: (usize, usize),
        shared: &mut Log,
        drawer: &mut Log,
    ) -> Option<(usize, usize)> {
        for (shelf, made) in self.made_meanwhile(name, held) {
            let log = match shelf {
                Shelf::Shared => &mut *shared,
                Shelf::Drawer => &mut *drawer,
            };
            for change in made {
                log.add(change);
            }
        }
        self.held(name)
    }

    /// The changes of each log that have been made since the page held so many, if it is this workspace that is open.
    pub(super) fn made_meanwhile(&self, name: &str, (in_shared, in_drawer): (usize, usize)) -> Vec<(Shelf, Vec<Change>)> {
        self.session.peek(|open| {
            let Some(open) = open.filter(|open| open.name == name) else { return Vec::new() };
            let since = |shelf, held| (shelf, open.log(shelf).changes().get(held..).unwrap_or_default().to_vec());
            vec![since(Shelf::Shared, in_shared), since(Shelf::Drawer, in_drawer)]
        })
    }

    pub(super) fn open_name(&self) -> Option<String> {
        self.session.peek(|open| open.map(|open| open.name.clone()))
    }

    pub(super) fn is_open(&self, name: &str) -> bool {
        self.session.peek(|open| open.is_some_and(|open| open.name == name))
    }

    async fn take_in_from_shelf(&self, name: &str, log: LogName, ids: &[String]) {
        match self.shelf.read(name, log, ids).await {
            Ok(lines) => {
                let changes = lines.iter().filter_map(|line| migrate::read_kept(line).ok()).collect();
                self.session.take_in(log_of(log), changes);
            }
            Err(error) => self.session.raise(error.to_string()),
        }
    }

    /// Lines of what is open that the shelf does not hold yet.
    pub(super) fn waiting(&self) -> Vec<Rc<keeper::Waiting>> {
        self.keeper.waiting()
    }
}

/// The shelf's word for one of the two logs.
pub(super) fn log_name(shelf: Shelf) -> LogName {
    match shelf {
        Shelf::Shared => LogName::Shared,
        Shelf::Drawer => LogName::Drawer,
    }
}

/// The session's word for one of the two logs.
pub(super) fn log_of(log: LogName) -> Shelf {
    match log {
        LogName::Shared => Shelf::Shared,
        LogName::Drawer => Shelf::Drawer,
    }
}
