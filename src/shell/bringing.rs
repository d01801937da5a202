//! Bundles in: read in steps, one after the other, and shown as one preview. Nothing changes here.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::File;

use crate::bundle::{self, Gathering, Grounds, Incoming, Preview, Survey};
use crate::log::Log;
use crate::session::{Arriving, Import, Pending, Request};
use crate::shell::Shell;
use crate::shell::locks::Keys;
use crate::shell::reading::Bar;
use crate::shell::spreadsheets::is_spreadsheet;
use crate::web::turn::{Turns, let_go};
use crate::words;

/// Changes are read and looked at in runs that are short beside a turn.
pub(super) const AT_ONCE: usize = 16;
/// More files at once than an away day has tablets are a slip of the hand.
const MOST_FILES: usize = 20;

/// A file's name and what it holds, or why it cannot be read.
type Read = (String, Result<Incoming, String>);

impl Shell {
    /// Reads files in steps, one after the other, and shows what they hold. A bad one is named and the others go on.
    pub(super) async fn read_all(self: &Rc<Self>, files: Vec<File>) {
        if let [file] = files.as_slice()
            && is_spreadsheet(&file.name())
        {
            return self.read_spreadsheet(file.clone()).await;
        }
        if self.session.import.with_untracked(|import| matches!(import, Import::BringingIn { .. })) {
            return self.session.raise("A file is being brought in. Choose the next one when that is done.");
        }
        let turn = self.begin_reading();
        if files.len() > MOST_FILES {
            let head = format!("{} are too many to be brought in at once.", words::count(files.len(), "file", "files"));
            return self.fail(turn, head, format!("Choose up to {MOST_FILES}."));
        }
        let of = files.len();
        let mut keys = Keys::of(of);
        let mut read = Vec::new();
        for (place, file) in files.into_iter().enumerate() {
            let name = file.name();
            let which = if of > 1 { format!("Reading {name} (file {} of {of})", place + 1) } else { format!("Reading {name}") };
            let Some(what) = self.read_one(turn, &file, which, &mut keys).await else { return };
            read.push((name, what));
        }
        drop(keys);
        self.show_arriving(turn, read).await;
    }

    /// Gives up what is being read.
    pub(super) fn stop_reading(&self) {
        self.begin_reading();
        self.session.import.set(Import::None);
        self.session.say("Stopped. Nothing was brought in.");
    }

    async fn show_arriving(self: &Rc<Self>, turn: u32, read: Vec<Read>) {
        let Some(workspace) = self.workspace_for(&read) else {
            return self.none_can_come(turn, &read);
        };
        let elsewhere = if self.is_open(&workspace) {
            None
        } else {
            Some(self.load_shared(&workspace).await.map(|(log, _)| log).unwrap_or_default())
        };
        let mut gathering = Gathering::new(workspace, read.len());
        let mut turns = Turns::begin();
        for (name, what) in read {
            gathering.begin(name, what);
            while self.with_here(elsewhere.as_ref(), |here| gathering.step(here, AT_ONCE)) {
                turns.give_way_if_over().await;
            }
        }
        let Gathering { workspace, rows, coming, drawer, brought, mut warnings, stated, to_read, .. } = gathering;
        let Some((preview, grounds)) = self.survey(turn, coming, elsewhere.as_ref()).await else { return };
        let are_edits_over_here = grounds.coming.changes().is_empty();
        let mut edits = Vec::new();
        let mut edits_told = Vec::new();
        if let Some(stated) = stated {
            let base = if are_edits_over_here { elsewhere.as_ref() } else { Some(&grounds.coming) };
            self.with_here(base, |base| {
                edits = stated.against(base);
                edits_told = bundle::told(base, &edits);
            });
            warnings.extend(stated.left_out);
        }
        warnings.extend(self.taken_back_before(&workspace, &brought).await);
        if self.reading.get() != turn {
            return;
        }
        let title = match &to_read {
            Some(to_read) => bundle::title(&to_read.to_read()),
            None => bundle::title(&grounds.coming),
        };
        let of_open = || self.session.peek(|open| open.map(|open| open.workspace.title().to_owned())).unwrap_or_default();
        let title = title.unwrap_or_else(of_open);
        // What one file holds has its code already; several are a new whole.
        let code = match rows.as_slice() {
            [only] => only.code.clone().unwrap_or_else(|| grounds.coming.code()),
            _ => grounds.coming.code(),
        };
        let preview = Arc::new(preview);
        let is_beside = elsewhere.is_some() && self.open_name().is_some();
        let is_to_read = to_read.is_some();
        let arriving = Arriving { workspace, title, code, rows, preview, warnings, edits: edits_told, is_beside, is_to_read };
        self.session.arrive(arriving, Pending { grounds, drawer, here: elsewhere, brought, edits, are_edits_over_here, to_read });
        self.session.request(Request::Focus("preview-head".to_owned()));
    }

    /// Works out what would come of it, in turns; none where the person has given it up.
    async fn survey(&self, turn: u32, coming: Log, elsewhere: Option<&Log>) -> Option<(Preview, Grounds)> {
        let mut survey = Survey::new(coming);
        let mut bar = Bar::of(self.session, "Comparing it with what is here".to_owned());
        let mut turns = Turns::begin();
        loop {
            let surveyed = self.with_here(elsewhere, |here| survey.step(here, AT_ONCE));
            if surveyed.is_done {
                return Some(survey.finish());
            }
            if turns.is_over() {
                bar.show(surveyed.done, surveyed.of);
                turns.give_way().await;
                if self.reading.get() != turn {
                    let_go(Box::new(survey));
                    return None;
                }
            }
        }
    }

    /// With what is held of the workspace that the files are about.
    fn with_here<T>(&self, elsewhere: Option<&Log>, work: impl FnOnce(&Log) -> T) -> T {
        match elsewhere {
            Some(log) => work(log),
            None => self.session.peek(|open| match open {
                Some(open) => work(&open.shared),
                None => work(&Log::default()),
            }),
        }
    }

    /// The workspace that files are brought into: the open one where any is about it, else that of the first.
    fn workspace_for(&self, read: &[Read]) -> Option<String> {
        let is_alone = read.len() == 1;
        let usable =
            || read.iter().filter_map(|(_, what)| what.as_ref().ok()).filter(|one| one.brings_nothing(is_alone).is_none());
        let names: Vec<Option<String>> = usable().map(Incoming::workspace_name).collect();
        let open = self.open_name().filter(|open| names.iter().flatten().any(|name| name == open));
        let first = names.iter().flatten().next().cloned();
        open.or(first).or_else(|| (!names.is_empty()).then(|| (self.session.device().new_id)()))
    }

    fn none_can_come(&self, turn: u32, read: &[Read]) {
        let why = |what: &Result<Incoming, String>| match what {
            Ok(incoming) => incoming.brings_nothing(read.len() == 1).unwrap_or_default(),
            Err(says) => says.clone(),
        };
        match read {
            [(name, what)] => self.fail(turn, format!("{name} cannot be brought in."), why(what)),
            several => {
                let says: Vec<_> = several.iter().map(|(name, what)| format!("{name}: {}", why(what))).collect();
                self.fail(turn, format!("None of these {} files can be brought in.", several.len()), says.join(" "));
            }
        }
    }

    pub(super) fn begin_reading(&self) -> u32 {
        self.stop_unlocking();
        self.reading.set(self.reading.get() + 1);
        self.reading.get()
    }

    fn fail(&self, turn: u32, head: String, says: String) {
        if self.reading.get() == turn {
            self.session.import.set(Import::Failed { head, says });
        }
    }
}
