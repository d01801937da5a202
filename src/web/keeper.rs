//! Sees to it that every change gets onto the shelf: tail, shelf and patience put together as one queue.
//!
//! What could not be kept stays in memory and in the tail and is tried again, in order, until it is kept. Nothing is
//! ever dropped.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::log::Moment;
use crate::web::clock::{self, pause};
use crate::web::shelf::{LogName, SMALL_ENOUGH, Shelf, ShelfError};
use crate::web::tail;
use crate::web::turn::let_go;

/// How long a shelf that cannot keep anything is left alone before it is tried again without being asked.
const REST_MS: u32 = 30_000;

/// Local storage takes a few million characters in all. What is larger than this was brought in from a file, which still
/// has it.
const MOST_FOR_THE_TAIL: usize = 256 * 1024;

/// Whether this browser is keeping the changes made in this tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was changed yet.
    Unchanged,
    /// A change is on its way to the disk.
    Saving,
    /// Every change is kept; the last one since then.
    Saved {
        /// What the clock said when the browser acknowledged it.
        at: Moment,
    },
    /// Changes are in memory and not kept.
    NotKeeping {
        /// Why, as a sentence.
        reason: String,
    },
}

/// Changes that are to be kept together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The workspace's id, without the kind.
    pub ws: String,
    /// Which of its logs.
    pub log: LogName,
    /// The changes' ids.
    pub ids: Vec<String>,
    /// The changes, one to a line.
    pub lines: Vec<String>,
    /// What is put beside them for this device alone, in the same transaction: `(name, text)`.
    pub said: Vec<(String, String)>,
    /// Whether the tail has them too.
    pub is_in_tail: bool,
}

/// The queue. Clones share it.
#[derive(Clone)]
pub struct Keeper(Rc<Inner>);

struct Inner {
    shelf: Shelf,
    queue: RefCell<VecDeque<Rc<Waiting>>>,
    is_running: Cell<bool>,
    is_resting: Cell<bool>,
    status: RefCell<Keeping>,
    small: RefCell<BTreeMap<(String, LogName), usize>>,
    tell: Box<dyn Fn(Keeping)>,
    kept: Box<dyn Fn(&Waiting)>,
}

impl Keeper {
    /// A queue onto a shelf. `tell` hears every change of status; `kept` hears what the browser has acknowledged, which
    /// is the moment to tell other tabs.
    pub fn new(shelf: Shelf, tell: impl Fn(Keeping) + 'static, kept: impl Fn(&Waiting) + 'static) -> Self {
        Self(Rc::new(Inner {
            shelf,
            queue: RefCell::default(),
            is_running: Cell::new(false),
            is_resting: Cell::new(false),
            status: RefCell::new(Keeping::Unchanged),
            small: RefCell::default(),
            tell: Box::new(tell),
            kept: Box::new(kept),
        }))
    }

    /// Keeps one sealed change: in the tail before this returns, on the shelf as soon as the browser can.
    pub fn keep(&self, ws: &str, log: LogName, id: &str, line: &str) {
        self.keep_all(ws, log, vec![(id.into(), line.into())]);
    }

    /// Keeps changes, `(id, line)`, all or none of them: a run typed in at once, what was brought in, a new workspace.
    pub fn keep_all(&self, ws: &str, log: LogName, changes: Vec<(String, String)>) {
        if changes.is_empty() {
            return;
        }
        let is_in_tail = changes.iter().map(|(_, line)| line.len()).sum::<usize>() <= MOST_FOR_THE_TAIL;
        if is_in_tail {
            for (id, line) in &changes {
                // If the tail cannot take it, the shelf is the only way, as it is for what is too large for the tail.
                let _ = tail::add(ws, log, id, line);
            }
        }
        let (ids, lines) = changes.into_iter().unzip();
        self.queue(Waiting { ws: ws.into(), log, ids, lines, said: Vec::new(), is_in_tail });
    }

    /// Keeps changes from a file with what is said of the import, all of it or nothing. The tail is left out: it would
    /// hold some of them alone, and the file has them all.
    pub fn keep_import(&self, ws: &str, log: LogName, changes: Vec<(String, String)>, said: Vec<(String, String)>) {
        let (ids, lines) = changes.into_iter().unzip();
        self.queue(Waiting { ws: ws.into(), log, ids, lines, said, is_in_tail: false });
    }

    /// Keeps what a page that was closed while saving has left in the tail. To be called once, after the first load. The
    /// changes come back, for the workspace that is open to take in; it may have some of them already.
    pub fn take_up_the_tail(&self) -> Vec<tail::Tailed> {
        let left = tail::waiting();
        for entry in &left {
            self.queue(Waiting {
                ws: entry.ws.clone(),
                log: entry.log,
                ids: vec![entry.id.clone()],
                lines: vec![entry.line.clone()],
                said: Vec::new(),
                is_in_tail: true,
            });
        }
        left
    }

    /// Tells how many small records a log had when it was loaded, so that they are packed when they are many.
    pub fn note_small(&self, ws: &str, log: LogName, small: usize) {
        self.0.small.borrow_mut().insert((ws.into(), log), small);
        if small > SMALL_ENOUGH {
            let keeper = self.clone();
            let ws = ws.to_owned();
            spawn_local(async move { keeper.pack(&ws, log).await });
        }
    }

    /// What is not kept yet, in order. A copy of it is what a person can download.
    pub fn waiting(&self) -> Vec<Rc<Waiting>> {
        self.0.queue.borrow().iter().cloned().collect()
    }

    /// Whether every change is kept.
    pub fn has_kept_all(&self) -> bool {
        self.0.queue.borrow().is_empty()
    }

    /// The status as last told.
    pub fn status(&self) -> Keeping {
        self.0.status.borrow().clone()
    }

    /// Tries again now: after a person asked for it, or when the page comes back into view.
    pub fn try_again(&self) {
        self.0.is_resting.set(false);
        self.run();
    }

    /// Waits until nothing is on its way to the shelf: everything is kept, or it cannot be for now.
    pub async fn settle(&self) {
        while self.0.is_running.get() {
            pause(5).await;
        }
    }

    /// Forgets what waits for a workspace, because it is being removed.
    pub fn forget(&self, ws: &str) {
        tail::forget(ws);
        // The first may be on its way to the shelf at this moment and is taken out of the queue when that ends.
        let first = self.0.is_running.get();
        let mut place = 0;
        self.0.queue.borrow_mut().retain(|waiting| {
            place += 1;
            waiting.ws != ws || (first && place == 1)
        });
    }

    fn queue(&self, waiting: Waiting) {
        self.0.queue.borrow_mut().push_back(Rc::new(waiting));
        // A person's next change is also the next attempt.
        self.try_again();
    }

    fn run(&self) {
        if self.has_kept_all() || self.0.is_running.replace(true) {
            return;
        }
        self.say(Keeping::Saving);
        let keeper = self.clone();
        spawn_local(async move { keeper.empty_the_queue().await });
    }

    async fn empty_the_queue(&self) {
        loop {
            let Some(next) = self.0.queue.borrow().front().cloned() else { break };
            if let Err(error) = self.put_on_the_shelf(&next).await {
                self.0.is_running.set(false);
                self.say(Keeping::NotKeeping { reason: error.to_string() });
                self.rest();
                return;
            }
            self.0.queue.borrow_mut().pop_front();
            for id in next.ids.iter().filter(|_| next.is_in_tail) {
                tail::remove(&next.ws, next.log, id);
            }
            (self.0.kept)(&next);
            self.pack_now_and_then(&next).await;
            if let Ok(kept) = Rc::try_unwrap(next) {
                let_go(Box::new((kept.ids, kept.lines)));
            }
        }
        self.0.is_running.set(false);
        self.say(Keeping::Saved { at: clock::now() });
    }

    async fn put_on_the_shelf(&self, next: &Waiting) -> Result<(), ShelfError> {
        if !next.said.is_empty() {
            return self.0.shelf.keep_all_with(&next.ws, next.log, &next.lines, &next.said).await;
        }
        match (next.ids.as_slice(), next.lines.as_slice()) {
            ([id], [line]) => self.0.shelf.keep(&next.ws, next.log, id, line).await,
            (_, lines) => self.0.shelf.keep_all(&next.ws, next.log, lines).await,
        }
    }

    fn rest(&self) {
        if self.0.is_resting.replace(true) {
            return;
        }
        let keeper = self.clone();
        spawn_local(async move {
            pause(REST_MS).await;
            if keeper.0.is_resting.replace(false) {
                keeper.run();
            }
        });
    }

    async fn pack_now_and_then(&self, kept: &Waiting) {
        let [_one] = kept.lines.as_slice() else { return };
        let count = {
            let mut small = self.0.small.borrow_mut();
            let count = small.entry((kept.ws.clone(), kept.log)).or_default();
            *count += 1;
            *count
        };
        if count > SMALL_ENOUGH {
            self.pack(&kept.ws, kept.log).await;
        }
    }

    async fn pack(&self, ws: &str, log: LogName) {
        // Nothing is at stake if it fails: the records stay as they are, and it is tried again after as many more.
        let _ = self.0.shelf.pack(ws, log).await;
        self.0.small.borrow_mut().insert((ws.into(), log), 0);
    }

    fn say(&self, status: Keeping) {
        if self.0.status.replace(status.clone()) != status {
            (self.0.tell)(status);
        }
    }
}
