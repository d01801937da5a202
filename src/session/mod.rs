//! The open workspace: one signal that only this module writes, what a person does to it, and what views read of it.
//!
//! Knows neither the document, nor storage, nor addresses: what it wants of the browser it asks for by `Request`.

mod authorship;
mod compare;
mod dispatch;
mod drafts;
mod earlier;
mod happened;
mod import;
mod keeping;
mod lock;
mod looking_back;
mod open;
mod opening;
mod past;
mod request;
mod select;
mod spreadsheet;
mod take_back;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::thing::Kind;
use crate::handing::Reminder;
use crate::log::{Author, ChangeId, Moment};
use crate::shed::Shed;

pub use authorship::{Act, Authorship};
pub use compare::{Beside, Difference};
pub use dispatch::{Done, Hands, run, run_then};
pub use drafts::Drafts;
pub use earlier::{Replaced, Then};
pub use import::{Arriving, Brought, Import, Pending, TakingBack};
pub use keeping::{Going, Handed, Keeping, Offline, Shelved, StorageFacts};
pub use lock::Lock;
pub use looking_back::LookingBack;
pub use open::Open;
pub use opening::take_into;
pub use past::{Past, end_of};
pub use request::{Caption, HandOn, KeyLine, Picture, Request, Sample, Way};
pub use spreadsheet::{Spreadsheet, SpreadsheetHere, SpreadsheetOut};

/// Which of a workspace's two logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    /// The one that travels.
    Shared,
    /// The person's own, on this device alone.
    Drawer,
}

/// What the session needs of the browser to seal a change.
#[derive(Clone, Copy)]
pub struct Device {
    /// The clock.
    pub now: fn() -> Moment,
    /// Today in the United Kingdom.
    pub today: fn() -> NaiveDate,
    /// A new id, fit for the part of a record's name after its kind.
    pub new_id: fn() -> String,
    /// What people type in one spelling: composed letters, no blanks at the ends, no control characters.
    pub tidy: fn(&str) -> String,
}

/// The session: cheap to copy, the same everywhere.
#[derive(Clone, Copy)]
pub struct Session {
    open: RwSignal<Option<Open>>,
    earlier: RwSignal<Option<Open>>,
    revisions: StoredValue<Vec<RwSignal<u32>>>,
    opened: RwSignal<u32>,
    acts: RwSignal<u32>,
    device: Device,
    ask: StoredValue<Box<dyn Fn(Request)>, LocalStorage>,
    waiting: StoredValue<Option<dispatch::Waiting>, LocalStorage>,
    hands: RwSignal<Option<Hands>>,
    drafts: StoredValue<Drafts>,
    pending: StoredValue<Option<Pending>>,
    spent: StoredValue<Vec<Box<dyn Shed>>, LocalStorage>,
    /// The short code of what is open: the same on two devices exactly when they hold the same changes. It is worked out
    /// after a change has been painted, since it looks at every change; until then it is nothing.
    pub code: RwSignal<Option<String>>,
    /// How many hundredths of an earlier state have been worked out, while that takes its time.
    pub looking: RwSignal<Option<usize>>,
    /// Which earlier state is shown, if not what stands now.
    pub past: RwSignal<Option<Past>>,
    /// Who makes changes on this device, once they have said so.
    pub author: RwSignal<Option<Author>>,
    /// Whether the page is to ask who it is talking to.
    pub asking: RwSignal<bool>,
    /// Whether what is on the screen is kept.
    pub keeping: RwSignal<Keeping>,
    /// When this work was last handed on or saved to a file.
    pub handed: RwSignal<Option<Handed>>,
    /// When this device asks more loudly that work be handed on.
    pub reminder: RwSignal<Reminder>,
    /// The workspaces in this browser.
    pub shelved: RwSignal<Vec<Shelved>>,
    /// How much storage is used, and what the browser promises.
    pub storage: RwSignal<Option<StorageFacts>>,
    /// Light, dark (`Some(true)`), or as the device has it.
    pub theme: RwSignal<Option<bool>>,
    /// Whether the page works without a network, and whether a new version waits.
    pub offline: RwSignal<Offline>,
    /// Counts up some time after a page asked to be told that it has been painted.
    pub painted: RwSignal<u32>,
    /// Whether the page is to ask for the title of a new workspace.
    pub starting: RwSignal<bool>,
    /// What would go if the sample were put back as it came, while the page asks about it.
    pub going: RwSignal<Option<Going>>,
    /// The file that the work is compared with.
    pub held_beside: RwSignal<Option<Beside>>,
    /// How many pairs of records were probably entered twice. It is counted when nobody has written for a moment.
    pub alike: RwSignal<usize>,
    /// Which file brought a change, where this browser knows.
    pub brought: RwSignal<BTreeMap<ChangeId, Arc<str>>>,
    /// The workspace from which the open one was started afresh, while the page asks whether to remove it.
    pub left_behind: RwSignal<Option<String>>,
    /// Why the last file was not made: what was to be left out of it, and where it stands in it.
    pub not_made: RwSignal<Vec<String>>,
    /// The import whose state before is to be saved, while the page asks who the file is for.
    pub before_is_for: RwSignal<Option<String>>,
    /// Whether this browser's share sheet takes locked files, once that was looked at.
    pub shares_locked: RwSignal<Option<bool>>,
    /// A file on its way in.
    pub import: RwSignal<Import>,
    /// A spreadsheet on its way in.
    pub spreadsheet: RwSignal<Spreadsheet>,
    /// A file that is locked with a passphrase, or is to be.
    pub lock: RwSignal<Lock>,
    /// The file that is open to be read and not to be changed, if that is what is open.
    pub beside: RwSignal<Option<String>>,
    /// What was brought into the open workspace, the latest first.
    pub imports: RwSignal<Vec<Brought>>,
    /// What is said once, politely: "Saved the score."
    pub said: RwSignal<String>,
    /// What went wrong and what to do, said at once.
    pub alarm: RwSignal<String>,
}

impl Session {
    /// A session in which nothing is open yet. Requests go to `ask`.
    pub fn new(device: Device, ask: impl Fn(Request) + 'static) -> Self {
        Self {
            open: RwSignal::new(None),
            earlier: RwSignal::new(None),
            revisions: StoredValue::new(Kind::ALL.iter().map(|_| RwSignal::new(0)).collect()),
            opened: RwSignal::new(0),
            acts: RwSignal::new(0),
            code: RwSignal::new(None),
            device,
            looking: RwSignal::new(None),
            past: RwSignal::new(None),
            ask: StoredValue::new_local(Box::new(ask)),
            waiting: StoredValue::new_local(None),
            hands: RwSignal::new(None),
            drafts: StoredValue::new(Drafts::new()),
            pending: StoredValue::new(None),
            spent: StoredValue::new_local(Vec::new()),
            author: RwSignal::new(None),
            asking: RwSignal::new(false),
            keeping: RwSignal::new(Keeping::Nothing),
            handed: RwSignal::new(None),
            reminder: RwSignal::new(Reminder::default()),
            shelved: RwSignal::new(Vec::new()),
            storage: RwSignal::new(None),
            theme: RwSignal::new(None),
            offline: RwSignal::new(Offline::NotYet),
            painted: RwSignal::new(0),
            starting: RwSignal::new(false),
            going: RwSignal::new(None),
            held_beside: RwSignal::new(None),
            alike: RwSignal::new(0),
            brought: RwSignal::new(BTreeMap::new()),
            left_behind: RwSignal::new(None),
            not_made: RwSignal::new(Vec::new()),
            before_is_for: RwSignal::new(None),
            shares_locked: RwSignal::new(None),
            import: RwSignal::new(Import::None),
            spreadsheet: RwSignal::new(Spreadsheet::None),
            lock: RwSignal::new(Lock::None),
            beside: RwSignal::new(None),
            imports: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            alarm: RwSignal::new(String::new()),
        }
    }

    /// Asks the browser for something.
    pub fn request(&self, request: Request) {
        self.ask.with_value(|ask| ask(request));
    }

    /// What the session needs of the browser.
    pub fn device(&self) -> Device {
        self.device
    }

    /// Today in the United Kingdom.
    pub fn today(&self) -> NaiveDate {
        (self.device.today)()
    }

    /// A new id, fit for the part of a record's name after its kind.
    pub fn new_id(&self) -> String {
        (self.device.new_id)()
    }

    /// Says something once, politely.
    pub fn say(&self, text: impl Into<String>) {
        self.said.set(text.into());
    }

    /// Says what went wrong and what to do, at once.
    pub fn raise(&self, text: impl Into<String>) {
        self.alarm.set(text.into());
    }

    fn touch_all(&self) {
        for kind in Kind::ALL {
            self.touch(*kind);
        }
    }

    fn touch(&self, kind: Kind) {
        if let Some(revision) = self.revision(kind) {
            revision.update(|count| *count += 1);
        }
    }

    fn revision(&self, kind: Kind) -> Option<RwSignal<u32>> {
        let place = Kind::ALL.iter().position(|known| *known == kind)?;
        self.revisions.with_value(|revisions| revisions.get(place).copied())
    }
}

/// The session of the page, from the context that the shell provides.
pub fn use_session() -> Session {
    expect_context::<Session>()
}
