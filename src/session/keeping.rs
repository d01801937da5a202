//! What a person is told about where their work is.

use crate::log::Moment;

/// Whether what is on the screen is kept in this browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing has been changed yet.
    Nothing,
    /// A change is on its way into storage.
    Saving,
    /// Everything is kept; the time of day of the last one.
    Saved(String),
    /// This browser is not keeping changes, and why.
    Failing(String),
}

/// When the work was last handed on or saved to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// When.
    pub at: Moment,
    /// How many changes the file held.
    pub changes: usize,
    /// Its short code.
    pub code: String,
}

/// A workspace in this browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelved {
    /// Its name without the kind.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// How many changes it holds.
    pub changes: usize,
    /// How much room its text takes, in bytes.
    pub bytes: usize,
}

/// What would go with a workspace that is put back as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Going {
    /// Its name without the kind.
    pub workspace: String,
    /// How many changes of its own it holds that travel.
    pub shared: usize,
    /// How many it holds that stay on this device.
    pub own: usize,
}

/// How much storage is used, and what the browser promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageFacts {
    /// Bytes used by this site, where the browser says.
    pub used: Option<u64>,
    /// Bytes that it may use, where the browser says.
    pub quota: Option<u64>,
    /// Whether the browser has promised to keep it, where it says.
    pub promised: Option<bool>,
    /// Whether everything is kept twice, as far as is known.
    pub has_second_copy: bool,
    /// Whether the page runs from the home screen, where devices do not clear work after a time without a visit.
    pub is_installed: bool,
}

/// Whether the page works without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offline {
    /// Files are still being fetched, or the browser cannot hold them.
    NotYet,
    /// Every file of this version is held.
    Ready,
    /// Every file is held, and a newer version waits for the person's word.
    NewVersion,
}
