//! Bundles out and in: saved, shared, picked, read in steps, shown, brought in.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use crate::bundle::{self, Incoming, Made, Reader};
use crate::log::{Author, Log};
use crate::route::Route;
use crate::session::{Arriving, Handed, Import, Shelf};
use crate::shell::Shell;
use crate::web::clock::{self, pause};
use crate::web::shelf::LogName;
use crate::web::timing::Stretch;
use crate::web::{files, fragment};
use crate::words;

/// The page and its version, as a file says who made it.
const APP: &str = concat!("Concordat ", env!("CARGO_PKG_VERSION"));
/// Changes are read in runs that leave the page answering.
const CHANGES_AT_ONCE: usize = 1_000;

impl Shell {
    /// Saves what is open as a bundle, and remembers that it was handed on.
    pub(super) async fn export_open(&self) {
        let Some((name, text, handed)) = self.bundle_of_open() else { return };
        match files::download_text(&name, "application/json", &text) {
            Ok(()) => {
                self.session.say(format!("Saved as {name}."));
                self.remember_handed(handed).await;
            }
            Err(error) => self.session.raise(error.to_string()),
        }
    }

    /// Saves another workspace of this browser as a bundle.
    pub(super) async fn export_other(&self, name: String) {
        match self.load_log(&name, LogName::Shared).await {
            Ok((log, _)) => {
                let workspace = bundle::decode::workspace(&log);
                let text = bundle::write(&log, &workspace, &self.made());
                let file = bundle::file_name(workspace.title(), clock::today(), &log.code());
                match files::download_text(&file, "application/json", &text) {
                    Ok(()) => self.session.say(format!("Saved as {file}.")),
                    Err(error) => self.session.raise(error.to_string()),
                }
            }
            Err(error) => self.session.raise(error.to_string()),
        }
    }

    /// Gives what is open to the device's share sheet; where it takes no such file, it is downloaded.
    pub(super) async fn share_open(&self) {
        let Some((name, text, handed)) = self.bundle_of_open() else { return };
        match files::share(&name, &text).await {
            Ok(files::Shared::Given) => {
                self.session.say("Handed on.");
                self.remember_handed(handed).await;
            }
            Ok(files::Shared::Cancelled) => {}
            Ok(files::Shared::NotPossible) | Err(_) => self.export_open().await,
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
        self.session.request(crate::session::Request::Focus("preview-head".to_owned()));
    }

    fn bundle_of_open(&self) -> Option<(String, String, Handed)> {
        let made = self.made();
        self.session.peek(|open| {
            let open = open?;
            let code = open.shared.code();
            let text = bundle::write(&open.shared, &open.workspace, &made);
            let name = bundle::file_name(open.workspace.title(), clock::today(), &code);
            Some((name, text, Handed { at: made.at, changes: open.shared.changes().len(), code }))
        })
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
