//! What may happen, how likely and how hard.

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::level::Level;
use crate::domain::programme::ProgrammeId;
use crate::domain::record::record;
use crate::domain::service::ServiceId;
use crate::domain::source::Source;

choices! {
    /// Whose risk it is (S3c 10.1).
    pub enum Tier {
        /// The programme's.
        Programme "programme" "Programme",
        /// A service's.
        Service "service" "Service",
    }
}

choices! {
    /// Which way a risk has gone.
    pub enum Direction {
        /// Its score has gone up.
        Increased "increased" "Increased",
        /// Its score has gone down.
        Reduced "reduced" "Reduced",
        /// It is as before.
        Same "same" "Same",
        /// It was not there before.
        New "new" "New",
        /// It was closed.
        Closed "closed" "Closed",
    }
}

impl Direction {
    /// Which way a risk went between two levels. Two levels of one score are the same, though they are different risks.
    pub fn between(was: Level, now: Level) -> Self {
        match now.score().cmp(&was.score()) {
            Ordering::Greater => Self::Increased,
            Ordering::Less => Self::Reduced,
            Ordering::Equal => Self::Same,
        }
    }

    /// The mark that stands for it, always beside its word.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Increased => "▲",
            Self::Reduced => "▼",
            Self::Same => "►",
            Self::New => "★",
            Self::Closed => "✕",
        }
    }
}

choices! {
    /// Whether a risk or an issue is being looked after. Withdrawn is something else: entered by mistake.
    pub enum Openness {
        /// It is.
        Open "open" "Open",
        /// No longer; it stays in the register.
        Closed "closed" "Closed",
    }
}

/// A movement that a paper states without giving the earlier score. Nothing is computed with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StatedMovement {
    /// Which way.
    pub direction: Direction,
    /// Who says so.
    pub source: Source,
}

/// Open or closed, and why, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct State {
    /// Which.
    pub is: Openness,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

record! {
    /// A risk. One without a level is not scored: it is listed apart, and never counts as nought.
    pub struct Risk, RiskId "risk" {
        /// Its number or short name in the register.
        reference: String = "Reference",
        /// What may happen.
        title: String = "Title",
        /// More about it: causes and effects.
        description: String = "Description",
        /// Of which programme.
        programme: ProgrammeId = "Programme",
        /// Of which service.
        service: ServiceId = "Service",
        /// The programme's or a service's.
        tier: Tier = "Level in the programme",
        /// Likelihood and impact.
        level: Level = "Likelihood and impact",
        /// A movement that a paper states.
        movement: StatedMovement = "Stated movement",
        /// What is done about it, and by whom.
        mitigation: String = "Mitigation",
        /// Who looks after it, by office.
        owner: String = "Owner",
        /// When it is looked at next.
        review: NaiveDate = "Review date",
        /// Open, or closed with a reason.
        state: State = "State",
        /// Whether a council holds it in its corporate register too (S3a 9.1).
        corporate: String = "In a council's own register",
        /// Where this is stated.
        source: Source = "Source",
    }
}

impl Risk {
    /// Whether it is being looked after: open unless closed.
    pub fn is_open(&self) -> bool {
        self.state.as_ref().is_none_or(|state| state.is == Openness::Open)
    }
}

record! {
    /// Something that has happened, kept beside the risks, which may.
    pub struct Issue, IssueId "issue" {
        /// Its number or short name.
        reference: String = "Reference",
        /// What has happened.
        title: String = "Title",
        /// More about it.
        description: String = "Description",
        /// Of which programme.
        programme: ProgrammeId = "Programme",
        /// Of which service.
        service: ServiceId = "Service",
        /// The risk that came true.
        risk: RiskId = "Was risk",
        /// When it happened.
        happened: NaiveDate = "Happened",
        /// What is done about it.
        action: String = "Action",
        /// Who looks after it, by office.
        owner: String = "Owner",
        /// By when.
        due: NaiveDate = "Due",
        /// Open, or closed with a reason.
        state: State = "State",
        /// Where this is stated.
        source: Source = "Source",
    }
}

impl Issue {
    /// Whether it is being looked after: open unless closed.
    pub fn is_open(&self) -> bool {
        self.state.as_ref().is_none_or(|state| state.is == Openness::Open)
    }
}
