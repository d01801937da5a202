//! A joint proposal that partners set out to deliver together, with its parts, pilots and the bodies that govern it (S2 5 a–u).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::partner::PartnerId;
use crate::domain::programme::ProgrammeId;
use crate::domain::record::record;
use crate::domain::source::{Source, Term};
use crate::domain::workspace::Workspace;

choices! {
    /// What sort of commitment it is.
    pub enum CommitmentKind {
        /// What all partners signed as one.
        Statement "statement" "The statement as a whole",
        /// One of its lettered proposals.
        Proposal "proposal" "Proposal",
        /// A part of a proposal.
        Part "part" "Part of a proposal",
        /// Something small to begin with.
        Pilot "pilot" "Pilot",
        /// A body that governs it.
        Body "body" "Body",
    }
}

choices! {
    /// How far it has come.
    pub enum Progress {
        /// Partners look at whether and how.
        Exploring "exploring" "Exploring",
        /// Partners have said that they will.
        Committed "committed" "Committed",
        /// It has started.
        UnderWay "under-way" "Under way",
        /// It is there.
        Done "done" "Done",
        /// It was given up.
        Dropped "dropped" "Dropped",
    }
}

impl Progress {
    /// Whether it has started: what is only meant or looked at has not.
    pub fn has_started(self) -> bool {
        matches!(self, Self::UnderWay | Self::Done)
    }
}

/// How a commitment stands, stated in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stands {
    /// How far it has come.
    pub progress: Progress,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// What has happened, or what the paper says of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

record! {
    /// A joint proposal, a part or a pilot of one, or a body of its governance.
    pub struct Commitment, CommitmentId "commitment" {
        /// The letter of a proposal.
        letter: String = "Letter",
        /// What is proposed, or what the body is called.
        title: String = "What is proposed",
        /// What sort of commitment it is.
        sort: CommitmentKind = "Kind",
        /// The proposal, or the body, to which it belongs.
        part_of: CommitmentId = "Belongs to",
        /// How a body is tied to the one that it belongs to.
        link: String = "How it is tied to that",
        /// In which programme.
        programme: ProgrammeId = "Programme",
        /// What it is to reach.
        aim: String = "Aim",
        /// How it stands; not stated until somebody says so.
        stands: Stands = "How it stands",
        /// Who sees to it, by office.
        owner: String = "Owner",
        /// Who has signed up to it, or is named in it.
        partners: Vec<PartnerId> = "Partners signed up",
        /// From when to when.
        term: Term = "Dates",
        /// What else there is to say.
        commentary: String = "Commentary",
        /// Where this is stated.
        source: Source = "Source",
    }
}

impl Commitment {
    /// How far it has come, where somebody has said so.
    pub fn progress(&self) -> Option<Progress> {
        self.stands.as_ref().map(|stands| stands.progress)
    }

    /// Whether it is of this sort.
    pub fn is(&self, sort: CommitmentKind) -> bool {
        self.sort == Some(sort)
    }
}

/// What belongs to a commitment directly, in the order of names.
pub fn parts_of<'w>(workspace: &'w Workspace, whole: &CommitmentId) -> Vec<&'w Commitment> {
    workspace.commitments.values().filter(|one| one.part_of.as_ref() == Some(whole)).collect()
}
