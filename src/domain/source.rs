//! Where a figure or a date comes from.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A paper and a place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The paper, as people call it, or its code.
    pub paper: String,
    /// The paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<String>,
    /// The paper's own date: of two statements about the same thing the latest paper's counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<NaiveDate>,
}

/// What the code of a paper stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// As it stands beside figures.
    pub code: String,
    /// What the paper is called, in full.
    pub name: String,
}

/// From when to when. Either end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl Term {
    /// Whether two have a day in common. An open end has no bound.
    pub fn meets(self, other: Self) -> bool {
        let begins = |from: Option<NaiveDate>, to: Option<NaiveDate>| from.zip(to).is_none_or(|(from, to)| from <= to);
        begins(self.from, other.to) && begins(other.from, self.to)
    }
}

/// A date that was moved, and who had the authority to move it. The first date is kept beside it (S4m).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Amended {
    /// The date that counts now.
    pub date: NaiveDate,
    /// Who moved it, and where that is recorded.
    pub authority: String,
}
