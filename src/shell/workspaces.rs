//! The workspaces of this browser: opening, starting, removing.

use std::rc::Rc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::bundle::decode::Decoding;
use crate::bundle::migrate;
use crate::domain::about::{About, Nature, WorkspaceId};
use crate::domain::command::Command;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;
use crate::log::{ChangeId, Log};
use crate::route::Route;
use crate::session::{Done, Open, Request, Shelf, take_into};
use crate::shell::Shell;
use crate::shell::deeds::Deed;
use crate::web::shelf::{Both, LogName, ShelfError};
use crate::web::tabs::News;
use crate::web::timing::Stretch;
use crate::web::turn::{Turns, let_go};
use crate::web::{focus, fragment, preferences};

/// So many records are typed in a moment.
const AT_ONCE: usize = 32;

#[derive(Serialize, Deserialize)]
struct KeptDone {
    shelf: String,
    changes: Vec<ChangeId>,
    label: String,
}

#[derive(Serialize, Deserialize, Default)]
struct KeptActs {
    undo: Vec<KeptDone>,
    redo: Vec<KeptDone>,
}

impl Shell {
    /// Opens a workspace of this browser.
    pub(super) async fn open_workspace(self: &Rc<Self>, name: String) {
        self.load_and_show(name).await;
        self.look_for_gaps();
        self.remember_title().await;
        self.with_bundles_if_held(Deed::LookAtImports);
    }

    /// Opens a workspace and goes to its overview as soon as it is shown: whoever is already on their way elsewhere by
    /// the time that it is listed is not called back.
    pub(super) async fn open_at_overview(self: &Rc<Self>, name: String) {
        let is_there = self.route.get_untracked() == Route::Overview;
        self.load_and_show(name).await;
        fragment::go_to(&Route::Overview.to_string());
        if is_there {
            // The address stays, so that nothing else puts the focus where the person has come; the page is in the chunk
            // that the first visit is in.
            focus::to_heading();
        }
        self.remember_title().await;
    }

    /// Opens a workspace and leaves the list of them as it is.
    pub(super) async fn load_and_show(self: &Rc<Self>, name: String) {
        let turn = self.opening.get() + 1;
        self.opening.set(turn);
        let held = self.held(&name);
        self.keeper.settle().await;
        let loaded = self.load_both(&name).await;
        self.fold_and_show(turn, name, loaded, held).await;
    }

    /// Shows a workspace as it was loaded, unless another has been asked for since. `held` is how many changes of each of
    /// its logs the page held when loading began.
    pub(super) async fn fold_and_show(
        self: &Rc<Self>,
        turn: u32,
        name: String,
        loaded: Result<Both, ShelfError>,
        held: Option<(usize, usize)>,
    ) {
        let folded = match loaded {
            Ok(both) => self.fold_both(&name, both).await,
            Err(error) => Err(error),
        };
        if self.opening.get() != turn {
            return;
        }
        let ((mut shared, mut drawer, damaged), failed) = match folded {
            Ok(logs) => (logs, None),
            Err(error) => (Default::default(), Some(error)),
        };
        self.add_waiting(&name, &mut shared, &mut drawer);
        // Where nothing can be loaded, what waits to be kept is worked on all the same, but only if it is the whole.
        if let Some(error) = failed.filter(|_| shared.changes().is_empty() || !shared.missing().is_empty()) {
            return self.session.raise(error.to_string());
        }
        self.show(turn, name, shared, drawer, held, |_, _| ()).await;
        if damaged > 0 {
            let changes = crate::words::count(damaged, "change", "changes");
            self.session.raise(format!(
                "{changes} kept in this browser could not be read. They were set aside, not deleted; the rest is here. Ask a colleague for a bundle, and see the recovery page under About."
            ));
        }
    }

    /// Closes the file that is open to be read: what was open before is open again.
    pub(super) async fn close_beside(self: &Rc<Self>) {
        match preferences::last_workspace() {
            Some(name) => self.load_and_show(name).await,
            None => self.session.close(),
        }
        fragment::go_to(&Route::Files.to_string());
    }

    /// Whether a file is open to be read, of which nothing is kept.
    pub(super) fn is_beside(&self) -> bool {
        self.session.beside.with_untracked(Option::is_some)
    }

    /// Starts an empty workspace under a title, and opens it.
    pub(super) async fn new_workspace(self: &Rc<Self>, title: String) {
        let id = (self.session.device().new_id)();
        let Some(workspace) = WorkspaceId::new(&id) else { return };
        self.opening.set(self.opening.get() + 1);
        self.show(self.opening.get(), id, Log::default(), Log::default(), None, |_, _| ()).await;
        fragment::go_to(&Route::Settings.to_string());
        let about = About { title: Some(title), nature: Some(Nature::Own), ..About::new(workspace) };
        self.session.request(Request::AskToPersist);
        let shell = Rc::clone(self);
        let made = self.session.dispatch(Command::Put { before: None, after: Thing::from(about) }, move || {
            leptos::task::spawn_local(async move { shell.remember_title().await });
        });
        if let Err(refusals) = made {
            self.session.raise(refusals.iter().map(|refusal| refusal.says.clone()).collect::<Vec<_>>().join(" "));
        }
    }

    /// Takes a workspace out of this browser, for good.
    pub(super) async fn remove_workspace(self: &Rc<Self>, name: String) {
        let was_open = self.is_open(&name);
        if was_open {
            self.session.close();
            preferences::set_last_workspace(None);
        }
        self.take_off_shelf(&name).await;
        self.session.say("The workspace was removed from this browser.");
        self.list_workspaces().await;
    }

    /// Shows a workspace, and remembers that it is the open one, unless another has been asked for since.
    pub(super) async fn show(
        self: &Rc<Self>,
        turn: u32,
        name: String,
        mut shared: Log,
        mut drawer: Log,
        held: Option<(usize, usize)>,
        typed: impl FnMut(usize, usize),
    ) {
        // What was open until now may have been given another title.
        self.remember_title().await;
        let held = held.and_then(|held| self.add_made_meanwhile(&name, held, &mut shared, &mut drawer));
        let folding = Stretch::begin(Stretch::FOLD);
        let mut workspace = typed_in_turns(&shared, typed).await;
        let mut own = typed_in_turns(&drawer, |_, _| ()).await;
        drop(folding);
        let meanwhile = held.map(|held| self.made_meanwhile(&name, held)).unwrap_or_default();
        for (shelf, made) in meanwhile.into_iter().filter(|(_, made)| !made.is_empty()) {
            // Not by what is open: with its ledger the part of the program that reads the work would be a third larger.
            match shelf {
                Shelf::Shared => drop(take_into(&mut shared, &mut workspace, made)),
                Shelf::Drawer => drop(take_into(&mut drawer, &mut own, made)),
            }
        }
        let mut open = Open::of(name.clone(), shared, drawer, workspace, own);
        if self.opening.get() != turn {
            return let_go(Box::new(open));
        }
        let acts: KeptActs = preferences::read(&undo_name(&name)).unwrap_or_default();
        self.session.handed.set(None);
        let handed = name.clone();
        self.later(async |shell| shell.recall_handed(handed).await);
        let drafts = preferences::read(&format!("drafts.{name}")).unwrap_or_default();
        self.session.restore_drafts(drafts);
        preferences::set_last_workspace(Some(&name));
        open.undo = acts.undo.into_iter().filter_map(|done| done_from(&open, done)).collect();
        open.redo = acts.redo.into_iter().filter_map(|done| done_from(&open, done)).collect();
        self.standing.set(self.standing.get() + 1);
        if self.session.past.with_untracked(Option::is_some) || self.session.looking.with_untracked(Option::is_some) {
            // Another workspace is shown as it stands.
            crate::route::print_for(None);
            fragment::replace(&self.route.get_untracked().to_string());
        }
        self.session.open(open);
    }

    /// Keeps a whole log at once, for a workspace that is new in this browser.
    pub(super) fn keep_log(&self, name: &str, log: &Log) {
        let changes = log.in_order().into_iter().map(|change| (change.id, change.line().to_owned())).collect();
        self.keep(name, Shelf::Shared, changes);
    }

    /// The title by which the list of workspaces knows what is open.
    pub(super) async fn remember_title(&self) {
        let Some((name, title, changes)) = self
            .session
            .peek(|open| open.map(|open| (open.name.clone(), open.workspace.title().to_owned(), open.shared.changes().len())))
        else {
            return;
        };
        if changes > 0 && !self.is_beside() {
            // The list shows the workspace's name until the shelf takes its title again.
            let _ = self.shelf.put_title(&name, &title).await;
        }
        self.list_workspaces().await;
    }

    /// Kept among the preferences: an edit is one small transaction of the database, so that a power cut finds as little
    /// as can be on its way to the disk.
    pub(super) fn remember_acts(&self) {
        if let Some((name, acts)) = self.session.peek(|open| open.map(|open| (open.name.clone(), kept_acts(open)))) {
            preferences::write(&undo_name(&name), &acts);
        }
    }

    pub(super) async fn take_off_shelf(&self, name: &str) {
        self.keeper.forget(name);
        preferences::forget(&format!("drafts.{name}"));
        preferences::forget(&undo_name(name));
        match self.shelf.remove(name).await {
            Ok(()) => {
                if let Some(tabs) = self.tabs.borrow().as_ref() {
                    tabs.tell(&News::Removed { ws: name.to_owned() });
                }
            }
            Err(error) => self.session.raise(error.to_string()),
        }
    }

    /// What is in memory and not on the shelf belongs to the workspace all the same.
    pub(super) fn add_waiting(&self, name: &str, shared: &mut Log, drawer: &mut Log) {
        for waiting in self.waiting().into_iter().filter(|waiting| waiting.ws == name) {
            let log = match waiting.log {
                LogName::Shared => &mut *shared,
                LogName::Drawer => &mut *drawer,
            };
            for change in waiting.lines.iter().filter_map(|line| migrate::read_kept(line).ok()) {
                log.add(change);
            }
        }
    }

    pub(super) async fn local<T: serde::de::DeserializeOwned>(&self, name: &str, what: &str) -> Option<T> {
        let text = self.shelf.local(name, what).await.ok()??;
        serde_json::from_str(&text).ok()
    }

    pub(super) async fn put_local(&self, name: &str, what: &str, value: &impl Serialize) {
        if let Ok(text) = serde_json::to_string(value) {
            // The last hand-on is a convenience of this device; the work itself is kept by the keeper.
            let _ = self.shelf.put_local(name, what, &text).await;
        }
    }
}

/// What a log adds up to. `told` hears after each turn how many records of how many are typed.
pub(super) async fn typed_in_turns(log: &Log, mut told: impl FnMut(usize, usize)) -> Workspace {
    let mut decoding = Decoding::default();
    let mut turns = Turns::begin();
    while !decoding.step(log, AT_ONCE) {
        if turns.is_over() {
            told(decoding.done, log.many_records());
            turns.give_way().await;
        }
    }
    decoding.workspace
}

fn undo_name(name: &str) -> String {
    format!("undo.{name}")
}

fn kept_acts(open: &Open) -> KeptActs {
    /// More than anybody takes back after having closed the page.
    const MOST: usize = 100;
    let kept = |acts: &[Done]| {
        let shelf = |shelf| crate::shell::shelves::log_name(shelf).as_str().to_owned();
        acts.iter()
            .skip(acts.len().saturating_sub(MOST))
            .map(|done| KeptDone { shelf: shelf(done.shelf), changes: done.changes.clone(), label: done.label.clone() })
            .collect()
    };
    KeptActs { undo: kept(&open.undo), redo: kept(&open.redo) }
}

fn done_from(open: &Open, kept: KeptDone) -> Option<Done> {
    let shelf = match LogName::parse(&kept.shelf)? {
        LogName::Shared => Shelf::Shared,
        LogName::Drawer => Shelf::Drawer,
    };
    let is_here = kept.changes.iter().all(|id| open.log(shelf).holds(id));
    is_here.then_some(Done { shelf, changes: kept.changes, label: kept.label })
}
