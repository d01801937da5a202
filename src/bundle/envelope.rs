//! What stands around the changes in a file: what it is, who made it, whose it is, and how to check it.

use serde::{Deserialize, Serialize};

use crate::bundle::profile::Profile;
use crate::log::{Author, ChangeId, Moment};

/// What every bundle calls itself.
pub const FORMAT: &str = "concordat-bundle";

/// The form of file that this version writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// The schema's file, which lies beside the page.
pub(super) const DESCRIBED_BY: &str = "concordat-bundle-1.schema.json";

/// For whoever finds the file in ten years.
pub(super) const ABOUT: &str = "This is a bundle from Concordat, a page in the browser in which councils that share services keep their joint programme. \
     To work with it, open the page and import this file. To read it without the page: \"now\" holds every record as it stood when the file was made, \
     by kind and id; money is in whole pence and dates are year-month-day. \"changes\" holds every change behind it, one to a line, \
     with who made it, when by their own clock, and why; everything else in this file is worked out from them. \
     Names are as they were typed on each device and nobody has checked them.";

/// The same, for a file without changes.
pub(super) const ABOUT_STANDING: &str = "This is a bundle from Concordat, a page in the browser in which councils that share services keep their joint programme. \
     It is for reading: \"now\" holds records as they stood when the file was made, by kind and id; money is in whole pence and dates are year-month-day. \
     Not everything is in it: \"made\" says whom it is for, and what is not for them was left out. The changes behind the records were left out too, \
     so that it opens beside a workspace and cannot be brought into one. The code is that of \"now\".";

/// How anyone can check a change without the page.
pub(super) const IDS: &str = "A change's id is the first 32 hex digits of the SHA-256 of the change as JSON without its \"id\", \
     with sorted keys and no blanks (RFC 8785). \"after\" names the changes that came directly before it. \
     The digest of \"now\" is the SHA-256 of its value in the same spelling.";

/// Who made a file, when and with what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Made {
    /// The page and its version.
    pub app: String,
    /// What the device's clock said.
    pub at: Moment,
    /// Who, as typed on that device; nobody in a file for the public.
    #[serde(default, skip_serializing_if = "is_nobody")]
    pub by: Author,
    /// Who the file is for, in the words of whoever made it; asked where it holds exempt items.
    #[serde(default, rename = "for", skip_serializing_if = "Option::is_none")]
    pub recipient: Option<String>,
    /// How much of the work it holds.
    #[serde(default)]
    pub profile: Profile,
}

/// Which workspace a file is about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Whose {
    /// The name of its settings' record; empty where nothing was set yet.
    pub id: String,
    /// What it was called.
    pub title: String,
}

/// Somebody who made changes, for convenience: the changes say the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Person {
    /// How many changes.
    pub changes: usize,
    /// The council, or nothing where none applies.
    pub council: String,
    /// As typed on that device.
    pub name: String,
}

/// What a reader can hold a file against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Check {
    /// The short code of the changes.
    pub code: String,
    /// How many changes there are.
    pub count: usize,
    /// The changes that no other comes after.
    pub heads: Vec<ChangeId>,
    /// How ids and the digest are made, in words.
    pub ids: String,
    /// The digest of `now`.
    pub now: String,
}

impl Made {
    /// A file for members.
    pub fn new(at: Moment, by: Author, app: impl Into<String>) -> Self {
        Self { app: app.into(), at, by, recipient: None, profile: Profile::Members }
    }
}

fn is_nobody(by: &Author) -> bool {
    *by == Author::default()
}
