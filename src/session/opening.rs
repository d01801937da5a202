//! Opening a workspace and closing it. What was open before is let go of a little at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use leptos::prelude::*;

use crate::bundle::decode::{self, Told};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::log::{Added, Change, Log, RecordId};
use crate::session::{Open, Request, Session, Shelf, Spreadsheet};
use crate::shed::{Shed, shed_all};

impl Session {
    /// Opens a workspace in place of the one that was open.
    pub fn open(&self, open: Open) {
        self.show(open);
        self.beside.set(None);
    }

    /// Opens what a file holds to be read, in place of what was open: nothing of it is kept and nothing can be changed.
    pub fn open_beside(&self, file: String, open: Open) {
        self.beside.set(Some(file));
        self.show(open);
    }

    fn show(&self, open: Open) {
        self.imports.set(Vec::new());
        self.before_is_for.set(None);
        self.brought.set(BTreeMap::new());
        self.alike.set(0);
        self.put_in_place(Some(open));
        self.leave_the_past();
        self.show_anew();
        self.code.set(None);
        self.request(Request::WorkOutCode);
    }

    /// Closes the workspace: the page is as on a first visit.
    pub fn close(&self) {
        self.beside.set(None);
        self.put_in_place(None);
        self.leave_the_past();
        self.opened.update(|count| *count += 1);
        self.touch_all();
    }

    fn put_in_place(&self, open: Option<Open>) {
        let mut before = None;
        self.open.update_untracked(|slot| before = std::mem::replace(slot, open));
        self.let_go_of(before);
    }

    /// Another workspace is open: what was shown of the one before is gone with it.
    fn leave_the_past(&self) {
        self.spreadsheet.set(Spreadsheet::None);
        self.put_earlier_in_place(None);
        self.past.set(None);
    }

    pub(super) fn put_earlier_in_place(&self, earlier: Option<Open>) {
        let mut before = None;
        self.earlier.update_untracked(|slot| before = std::mem::replace(slot, earlier));
        self.let_go_of(before);
    }

    pub(super) fn show_anew(&self) {
        self.opened.update(|count| *count += 1);
        self.acts.update(|count| *count += 1);
        self.touch_all();
    }

    fn let_go_of(&self, open: Option<Open>) {
        if let Some(open) = open {
            self.let_go(open);
        }
    }

    /// Has something let go of, a little at a time, by whoever knows when the page has nothing else to do.
    pub fn let_go(&self, thing: impl Shed + 'static) {
        self.spent.update_value(|spent| spent.push(Box::new(thing)));
        self.request(Request::LetGo);
    }

    /// Takes what is to be let go of.
    pub fn take_spent(&self) -> Vec<Box<dyn Shed>> {
        let mut spent = Vec::new();
        self.spent.update_value(|all| spent = std::mem::take(all));
        spent
    }
}

impl Open {
    /// Takes in changes of one of its logs. Answers of which kinds the records are that they touch.
    pub fn take_in(&mut self, shelf: Shelf, changes: Vec<Change>) -> BTreeSet<Kind> {
        let Self { shared, drawer, workspace, own, ledger, .. } = self;
        let (log, whole) = match shelf {
            Shelf::Shared => (shared, workspace),
            Shelf::Drawer => (drawer, own),
        };
        let (touched, told) = take_into(log, whole, changes);
        let mut kinds: BTreeSet<Kind> = touched.iter().filter_map(|record| Kind::from_key(record.kind())).collect();
        if told == Told::All {
            kinds.extend(Kind::ALL);
            *ledger = OnceLock::new();
        }
        if let (Shelf::Shared, Some(ledger)) = (shelf, ledger.get_mut()) {
            let touched: Vec<_> = touched.iter().filter_map(|record| Subject::parse(record.as_str())).collect();
            ledger.refresh(whole, &touched);
        }
        kinds
    }
}

/// Takes changes into a log and into what it adds up to. Answers which records they touch, and how much they say anew.
pub fn take_into(log: &mut Log, whole: &mut Workspace, changes: Vec<Change>) -> (BTreeSet<RecordId>, Told) {
    let mut touched: BTreeSet<RecordId> = BTreeSet::new();
    for change in changes {
        if log.add(change.clone()) == Added::New {
            for edit in &change.edits {
                if !touched.contains(&edit.record) {
                    touched.insert(edit.record.clone());
                }
            }
        }
    }
    let told = decode::take_in(whole, log, &touched);
    (touched, told)
}

impl Shed for Open {
    fn shed(&mut self, most: usize) -> usize {
        let Self { shared, drawer, workspace, own, ledger, .. } = self;
        let gone = shed_all([workspace, own, shared, drawer], most);
        gone + ledger.get_mut().map_or(0, |ledger| ledger.shed(most - gone))
    }
}
