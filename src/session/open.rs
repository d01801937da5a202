//! A workspace that is open: its two logs, what they add up to, and what this person did to it.

use std::sync::OnceLock;

use crate::analysis::savings::Ledger;
use crate::bundle::{Incoming, decode};
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;
use crate::log::{Log, RecordId, Standing};
use crate::session::{Done, Shelf};

/// The workspace that is open.
pub struct Open {
    /// Its name without the kind, as storage knows it.
    pub name: String,
    /// The log that travels.
    pub shared: Log,
    /// The person's own log.
    pub drawer: Log,
    /// What the shared log adds up to.
    pub workspace: Workspace,
    /// What the drawer adds up to: notes for oneself.
    pub own: Workspace,
    /// This person's acts on this device, latest last.
    pub undo: Vec<Done>,
    /// Acts taken back, latest last.
    pub redo: Vec<Done>,
    /// The code of the file of which this is a copy to read; else it is that of the shared log.
    own_code: Option<String>,
    pub(super) ledger: OnceLock<Ledger>,
}

impl Open {
    /// A workspace from its logs.
    pub fn new(name: String, shared: Log, drawer: Log) -> Self {
        let (workspace, own) = (decode::workspace(&shared), decode::workspace(&drawer));
        Self::of(name, shared, drawer, workspace, own)
    }

    /// A workspace from its logs and what each of them adds up to.
    pub fn of(name: String, shared: Log, drawer: Log, workspace: Workspace, own: Workspace) -> Self {
        Self { name, shared, drawer, workspace, own, undo: Vec::new(), redo: Vec::new(), own_code: None, ledger: OnceLock::new() }
    }

    /// A copy of a file with this code, to be read.
    pub fn to_read(file: &Incoming) -> Self {
        Self { own_code: file.own_code.clone(), ..Self::new("beside".to_owned(), file.to_read(), Log::default()) }
    }

    /// Its short code, worked out at a stroke.
    pub fn code(&self) -> String {
        self.own_code().unwrap_or_else(|| self.shared.code())
    }

    /// The short code of a copy that is read: that of the file, which others who hold it see too.
    pub fn own_code(&self) -> Option<String> {
        self.own_code.clone()
    }

    /// Its money lines, sorted and assessed: once when they are first asked for, then change by change.
    pub fn ledger(&self) -> &Ledger {
        self.ledger.get_or_init(|| Ledger::of(&self.workspace))
    }

    /// Whether a shared record is known and out of use.
    pub fn is_withdrawn(&self, subject: &Subject) -> bool {
        let record = subject.as_str().parse::<RecordId>().ok().and_then(|id| self.shared.record(&id));
        record.is_some_and(|record| record.standing() == Standing::Withdrawn)
    }

    /// What a shared record says that is out of use.
    pub fn out_of_use(&self, subject: &Subject) -> Option<Thing> {
        decode::out_of_use(&self.shared, &subject.as_str().parse().ok()?)
    }

    /// One of its logs.
    pub fn log(&self, shelf: Shelf) -> &Log {
        match shelf {
            Shelf::Shared => &self.shared,
            Shelf::Drawer => &self.drawer,
        }
    }
}
