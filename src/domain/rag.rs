//! Red, amber, green: what a person reports of a service. Nothing here ever changes it for them.

use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;

choices! {
    /// A status as the Board words it (S3c 15.2.1). Not reported is the absence of one, and never green.
    pub enum Rag {
        /// On track for its stated benefits and performing satisfactorily.
        Green "green" "Green",
        /// Some issues, all expected to be resolved eventually.
        Amber "amber" "Amber",
        /// Issues that are not all expected to be resolved.
        Red "red" "Red",
    }
}

impl Rag {
    /// The letter that stands for it.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Green => "G",
            Self::Amber => "A",
            Self::Red => "R",
        }
    }

    /// What it means, in plain words.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Green => "On track for its benefits and performing satisfactorily",
            Self::Amber => "Some issues, all expected to be resolved",
            Self::Red => "Issues that are not all expected to be resolved",
        }
    }
}

/// A status, with what stands behind it, decided in one act. Amber and red say why, by whom and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// Now.
    pub rag: Rag,
    /// What is behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Who puts it right, by office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<chrono::NaiveDate>,
}
