//! Bundles out and in: saved, shared, picked, read in steps, shown, brought in.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use crate::bundle::{self, Incoming, Made, Profile, Reader};
use crate::handing::{self, says};
use crate::log::{Author, Log};
use crate::route::Route;
use crate::session::{Arriving, HandOn, Handed, Import, Request, Shelf, Way};
use crate::shell::Shell;
use crate::web::clock::{self, pause};
use crate::web::shelf::LogName;
use crate::web::timing::Stretch;
use crate::web::{files, fragment};
use crate::words;

/// The page and its version, as a file says who made it.
const APP: &str = concat!("Concordat ", env!("CARGO_PKG_VERSION"));
const JSON: &str = "application/json";
/// Changes are read in runs that leave the page answering.
const CHANGES_AT_ONCE: usize = 1_000;

impl Shell {
    /// Saves what is open as a bundle for members, and remembers that it was saved.
    pub(super) async fn export_open(&self) {
        self.hand_on(HandOn { profile: Profile::Members, recipient: None, way: Way::Download }).await;
    }

    /// Makes a file of what is open for somebody, and hands it out. Where something that was to be left out can be found
    /// in it, nothing is handed out and the places are named.
    pub(super) async fn hand_on(&self, asked: HandOn) {
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
        match self.load_log(&name, LogName::Shared).await {
            Ok((log, _)) => {
                let workspace = bundle::decode::workspace(&log);
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

    /// Reads a file in steps and shows what it holds.
    pub(super) async fn read_file(self: &Rc<Self>, file: File) {
        let turn = self.begin_reading();
        let name = file.name();
        self.session.import.set(Import::Reading { file: name.clone(), done: 0, of: 1 });
        let text = match files::read(&file).await {
            Ok(read) => read.text,
            Err(error) => return self.fail(turn, name, error.to_string()),
        };
        let checking = Stretch::begin(Stretch::READ);
        let mut reader = Reader::new(text);
        loop {
            let progress = reader.step(CHANGES_AT_ONCE);
            if self.reading.get() != turn {
                return;
            }
            if progress.is_done {
                break;
            }
            self.session.import.set(Import::Reading { file: name.clone(), done: progress.read, of: progress.of });
            pause(0).await;
        }
        let finished = reader.finish();
        drop(checking);
        match finished {
            Ok(incoming) if incoming.log.changes().is_empty() => {
                let says = incoming.notes.iter().map(ToString::to_string).chain(incoming.aside.iter().map(ToString::to_string));
                let says = says.collect::<Vec<_>>().join(" ");
                let says = if says.is_empty() {
                    "This bundle holds no changes, so there is nothing to bring in.".to_owned()
                } else {
                    says
                };
                self.fail(turn, name, says);
            }
            Ok(incoming) => self.show_arriving(name, incoming).await,
            Err(error) => {
                let place = error.line.map(|line| format!("Line {line}: ")).unwrap_or_default();
                self.fail(turn, name, format!("{place}{error}"));
            }
        }
    }

    /// Gives up the file that is being read.
    pub(super) fn stop_reading(&self) {
        self.begin_reading();
        self.session.import.set(Import::None);
        self.session.say("Stopped. Nothing was brought in.");
    }

    /// Brings in what the preview showed: into its own workspace, which is opened, in one transaction.
    pub(super) async fn bring_in(self: &Rc<Self>) {
        let Some((arriving, incoming)) = self.session.take_arrived() else { return };
        let name = arriving.workspace.clone();
        self.bring_in_drawer(&name, &incoming.drawer);
        if self.is_open(&name) {
            let new: Vec<_> = incoming.log.changes().iter().filter(|change| !self.held(&change.id)).cloned().collect();
            let lines = new.iter().map(|change| (change.id, change.line().to_owned())).collect();
            self.session.take_in(Shelf::Shared, new);
            self.keep(&name, Shelf::Shared, lines);
        } else {
            self.keep_log(&name, &incoming.log);
            self.keeper.settle().await;
            self.load_and_show(name).await;
        }
        fragment::go_to(&Route::Overview.to_string());
        self.remember_title().await;
        let changes = words::count(arriving.preview.new, "new change", "new changes");
        self.session.say(format!("{} was brought in: {changes}.", arriving.file));
    }

    fn held(&self, id: &crate::log::ChangeId) -> bool {
        self.session.peek(|open| open.is_some_and(|open| open.shared.holds(id)))
    }

    async fn show_arriving(self: &Rc<Self>, file: String, incoming: Incoming) {
        let workspace = workspace_of(&incoming).unwrap_or_else(|| (self.session.device().new_id)());
        let preview = if self.is_open(&workspace) {
            self.session.peek(|open| incoming.preview(open.map(|open| &open.shared)))
        } else {
            let here = self.load_log(&workspace, LogName::Shared).await.map(|(log, _)| log).unwrap_or_default();
            incoming.preview(Some(&here))
        };
        let made = incoming.made.as_ref().map(|made| {
            let who =
                if made.by.council.is_empty() { made.by.name.clone() } else { format!("{}, {}", made.by.name, made.by.council) };
            format!("Made by {who}, {}", words::date::moment(made.at.seconds()))
        });
        let title = bundle::decode::workspace(&incoming.log).title().to_owned();
        let arriving = Arriving {
            file,
            workspace,
            title,
            code: incoming.log.code(),
            made,
            preview,
            findings: incoming.notes.iter().map(ToString::to_string).collect(),
            aside: incoming.aside.iter().map(ToString::to_string).collect(),
        };
        self.session.arrive(arriving, incoming);
        self.session.request(Request::Focus("preview-head".to_owned()));
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

    async fn handed_out(&self, says: String, handed: Option<Handed>) {
        self.session.say(says);
        if let Some(handed) = handed {
            self.remember_handed(handed).await;
        }
    }

    fn made(&self) -> Made {
        let by = self.session.author.get_untracked().unwrap_or(Author { name: "not stated".to_owned(), council: String::new() });
        Made::new(clock::now(), by, APP)
    }

    fn begin_reading(&self) -> u32 {
        self.reading.set(self.reading.get() + 1);
        self.reading.get()
    }

    fn fail(&self, turn: u32, file: String, says: String) {
        if self.reading.get() == turn {
            self.session.import.set(Import::Failed { file, says });
        }
    }
}

/// The workspace that a file is about, by the record of its settings.
fn workspace_of(incoming: &Incoming) -> Option<String> {
    let stated = incoming.workspace.id.strip_prefix("workspace/").map(str::to_owned);
    stated.or_else(|| settings_of(&incoming.log))
}

fn settings_of(log: &Log) -> Option<String> {
    log.records().map(|(id, _)| id).find(|id| id.kind() == "workspace").map(|id| id.rest().to_owned())
}
