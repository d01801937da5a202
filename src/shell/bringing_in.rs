//! What the preview showed is brought in: all of it or nothing, in turns, with a bar that moves meanwhile.

use std::rc::Rc;

use leptos::prelude::*;

use crate::log::{Change, Log};
use crate::route::Route;
use crate::session::{Arriving, Import, Pending, Request, Shelf};
use crate::shell::Shell;
use crate::web::fragment;
use crate::web::shelf::LogName;
use crate::web::turn::{Turns, let_go};
use crate::words;

/// So many changes are looked through in a moment.
const AT_ONCE: usize = 64;
/// So many are taken into what is open at a stroke; with more the whole is put together beside it, in turns.
const FEW: usize = 1_000;

/// Of the time until something is shown that was brought in, so many hundredths are over when it has been looked through,
/// and when it has been put together.
const LOOKED_THROUGH: usize = 15;
const PUT_TOGETHER: usize = 30;

/// How far it has come.
struct Bar {
    shell: Rc<Shell>,
    says: String,
    shown: usize,
}

impl Bar {
    /// Between two hundredths of the whole.
    fn show(&mut self, (from, to): (usize, usize), done: usize, of: usize) {
        let percent = from + done.min(of) * (to - from) / of.max(1);
        if self.shown != percent {
            self.shown = percent;
            self.shell.session.import.set(Import::BringingIn { says: self.says.clone(), done: percent });
        }
    }
}

impl Shell {
    /// Brings in what the preview showed: into its own workspace, which is opened, in one transaction. Of the edits made
    /// by hand those come in that stand at these places.
    pub(super) async fn bring_in(self: &Rc<Self>, ticked: &[usize]) {
        let Some((arriving, mut pending)) = self.session.take_arrived() else { return };
        if let Some(file) = pending.to_read.take() {
            return self.read_beside(&arriving, &file);
        }
        let name = arriving.workspace.clone();
        let is_open = self.is_open(&name);
        let mut bar = Bar { shell: Rc::clone(self), says: format!("Bringing in {}", what(&arriving, &pending)), shown: 100 };
        bar.show((0, LOOKED_THROUGH), 0, 1);
        self.bring_in_drawer(&name, &pending.drawer);
        let by_hand = self.seal_edits(&arriving, &mut pending, ticked);
        let Some((new, lines)) = self.new_in(&pending, &mut bar).await else { return };
        let said = self.said_of(&arriving, &pending, &by_hand).await;
        if self.is_open(&name) != is_open {
            self.session.import.set(Import::None);
            self.session.let_go((pending, (new, lines)));
            return self
                .session
                .raise("Another workspace was opened meanwhile, so nothing was brought in. Choose the file again.");
        }
        let count = new.len();
        if count > 0 {
            self.keeper.keep_import(&name, LogName::Shared, lines, said);
        }
        let (says, files) = (what(&arriving, &pending), pending.brought.len());
        if is_open && count <= FEW {
            self.session.take_in(Shelf::Shared, new);
        } else {
            self.show_together(&name, is_open, &mut pending, &mut bar).await;
            let_go(Box::new(new));
        }
        self.session.let_go((arriving, pending));
        self.session.import.set(Import::None);
        // What was brought in is shown before it is on the shelf; the frame says when it is.
        fragment::go_to(&Route::Overview.to_string());
        self.note_brought(count).await;
        // Somebody's own work is worth a promise; the answer stands on the page of files.
        self.session.request(Request::AskToPersist);
        self.remember_title().await;
        self.look_at_imports().await;
        let changes = words::count(count, "new change", "new changes");
        let were = if files == 1 { "was" } else { "were" };
        self.session.say(format!("{says} {were} brought in: {changes}."));
    }

    /// The changes that are not here, and what the shelf is to keep of them.
    async fn new_in(&self, pending: &Pending, bar: &mut Bar) -> Option<(Vec<Change>, Vec<(String, String)>)> {
        let coming = pending.grounds.coming.changes();
        let (mut new, mut lines) = (Vec::new(), Vec::new());
        let mut turns = Turns::begin();
        for (place, changes) in coming.chunks(AT_ONCE).enumerate() {
            self.with_held(pending, |here| new.extend(changes.iter().filter(|change| !here.holds(&change.id)).cloned()));
            let some = new.get(lines.len()..).unwrap_or_default();
            lines.extend(some.iter().map(|change| (change.id.to_string(), change.line().to_owned())));
            if turns.is_over() {
                bar.show((0, LOOKED_THROUGH), place * AT_ONCE, coming.len());
                turns.give_way().await;
            }
        }
        Some((new, lines))
    }

    /// Shows the union of what is here and what comes: put together and typed beside what is open, which goes on meanwhile.
    async fn show_together(self: &Rc<Self>, name: &str, is_open: bool, pending: &mut Pending, bar: &mut Bar) {
        let is_held = pending.here.as_ref().is_some_and(|here| !here.changes().is_empty());
        if is_held {
            // It is on the shelf and not in memory, its drawer too.
            self.keeper.settle().await;
            return self.load_and_show(name.to_owned()).await;
        }
        let turn = self.opening.get() + 1;
        self.opening.set(turn);
        // What comes is the larger part, and has been put together already; unless it builds on what is here alone, which
        // then goes before it.
        let coming = std::mem::take(&mut pending.grounds.coming);
        let (mut shared, behind) = if coming.missing().is_empty() { (coming, Log::default()) } else { (Log::default(), coming) };
        let mut drawer = std::mem::take(&mut pending.drawer);
        let held = if is_open { self.add_what_is_here(name, &mut shared, &mut drawer, bar).await } else { None };
        let mut turns = Turns::begin();
        for changes in behind.changes().chunks(AT_ONCE) {
            for change in changes {
                shared.add(change.clone());
            }
            turns.give_way_if_over().await;
        }
        let_go(Box::new(behind));
        let typed = |done, of| bar.show((PUT_TOGETHER, 100), done, of);
        self.show(turn, name.to_owned(), shared, drawer, held, typed).await;
    }

    /// Adds what the page holds of a workspace. Answers of how many changes of each log it was.
    async fn add_what_is_here(&self, name: &str, shared: &mut Log, drawer: &mut Log, bar: &mut Bar) -> Option<(usize, usize)> {
        let mut turns = Turns::begin();
        let (mut in_shared, mut in_drawer) = (0, 0);
        loop {
            let some = |shelf, from: usize| {
                let of = |log: &Log| log.changes().iter().skip(from).take(AT_ONCE).cloned().collect::<Vec<_>>();
                self.session
                    .peek(|open| open.filter(|open| open.name == name).map(|open| of(open.log(shelf))).unwrap_or_default())
            };
            let (shared_here, drawer_here) = (some(Shelf::Shared, in_shared), some(Shelf::Drawer, in_drawer));
            if shared_here.is_empty() && drawer_here.is_empty() {
                return Some((in_shared, in_drawer));
            }
            (in_shared, in_drawer) = (in_shared + shared_here.len(), in_drawer + drawer_here.len());
            for change in shared_here {
                shared.add(change);
            }
            for change in drawer_here {
                drawer.add(change);
            }
            if turns.is_over() {
                let of = self.held(name).map_or(0, |(shared, drawer)| shared + drawer);
                bar.show((LOOKED_THROUGH, PUT_TOGETHER), in_shared + in_drawer, of);
                turns.give_way().await;
            }
        }
    }
}

/// What is brought in, in words: a file by its name, several by their number.
fn what(arriving: &Arriving, pending: &Pending) -> String {
    match pending.brought.as_slice() {
        [(place, _)] => arriving.rows.get(*place).map(|row| row.file.clone()).unwrap_or_default(),
        several => words::count(several.len(), "file", "files"),
    }
}
