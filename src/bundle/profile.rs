//! Who a file is made for, which says how much of the work it holds.

use serde::{Deserialize, Serialize};

/// Who a file is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "&'static str")]
pub enum Profile {
    /// Oneself on another device: the shared log and one's own drawer.
    Everything,
    /// Members and officers: the shared log whole.
    #[default]
    Members,
    /// Those who may not see what is exempt: records as they stand, each exempt one as its paragraph, reason and review
    /// date. To be read, not brought in.
    WithoutExempt,
    /// Anybody: the records and fields that are for publication, without the log and without authors.
    Public,
}

impl Profile {
    /// Every profile, in the order in which it is offered.
    pub const ALL: &'static [Self] = &[Self::Everything, Self::Members, Self::WithoutExempt, Self::Public];

    /// How it is written in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Members => "members",
            Self::WithoutExempt => "without-exempt",
            Self::Public => "public",
        }
    }

    /// The profile with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|profile| profile.as_str() == key)
    }

    /// Whether a file for them holds the log, and can be brought in.
    pub fn has_log(self) -> bool {
        matches!(self, Self::Everything | Self::Members)
    }
}

/// Files that say nothing else were made for members, before there was a choice.
impl From<String> for Profile {
    fn from(text: String) -> Self {
        Self::from_key(&text).unwrap_or_default()
    }
}

impl From<Profile> for &'static str {
    fn from(profile: Profile) -> Self {
        profile.as_str()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Profile {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Profile".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Who the file is for: everything, members, without-exempt or public; anything else reads as members.",
        })
    }
}
