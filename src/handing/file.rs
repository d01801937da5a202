//! A file for somebody: its text, its name and its code, or why it is not made.

use chrono::NaiveDate;

use crate::bundle::{self, Profile};
use crate::domain::workspace::Workspace;
use crate::handing::cut::{cut, exempt};
use crate::handing::search::{Found, search};
use crate::log::{Author, Log};

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// Its short code.
    pub code: String,
}

/// Why a file was not made: what was to be left out of it can be found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotMade {
    /// What, and where.
    pub found: Vec<Found>,
}

/// Makes a file of a workspace for the readers that `made` names. One without the log is searched first for everything
/// that was left out of it.
pub fn make(log: &Log, drawer: &Log, workspace: &Workspace, made: &bundle::Made, day: NaiveDate) -> Result<Made, NotMade> {
    let title = workspace.title();
    if made.profile.has_log() {
        let text = match made.profile {
            Profile::Everything => bundle::everything(log, drawer, workspace, made),
            Profile::Members | Profile::WithoutExempt | Profile::Public => bundle::write(log, workspace, made),
        };
        let code = log.code();
        let is_exempt = !exempt(log).is_empty();
        return Ok(Made { name: bundle::file_name_for(title, made.profile, is_exempt, day, &code), text, code });
    }
    let cut = cut(log, made.profile);
    let found = search(&cut);
    if !found.is_empty() {
        return Err(NotMade { found });
    }
    let made = bundle::Made { by: Author::default(), recipient: None, ..made.clone() };
    let whose = bundle::whose(workspace).unwrap_or_default();
    let (text, code) = bundle::write_standing(&cut.records, &whose, &made);
    Ok(Made { name: bundle::file_name_for(title, made.profile, false, day, &code), text, code })
}
