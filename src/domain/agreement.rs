//! What stands behind a partner's part: the service-level agreement, who looks after it, the staff who moved, and who was
//! asked.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::partner::PartnerId;
use crate::domain::quantity::Quantity;
use crate::domain::record::record;
use crate::domain::service::{Role, ServiceId};
use crate::domain::source::{Source, Term};
use crate::domain::workspace::Workspace;

choices! {
    /// How far a service-level agreement has come.
    pub enum AgreementState {
        /// Nobody has begun it.
        NotBegun "not-begun" "Not begun",
        /// It is being written.
        Draft "draft" "In draft",
        /// Its text is final; whether it is signed is not stated.
        Final "final" "Final",
        /// Its text is final, and it is not signed.
        Unsigned "unsigned" "Final, not signed",
        /// It is signed.
        Signed "signed" "Signed",
    }
}

impl AgreementState {
    /// Whether it is certain that it is not signed.
    pub fn is_unsigned(self) -> bool {
        matches!(self, Self::NotBegun | Self::Draft | Self::Unsigned)
    }
}

/// The service-level agreement of a partner, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// How far it has come.
    pub state: AgreementState,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// What stands in the way, or what else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The staff of a partner who moved to the host, stated in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// How many posts, full-time equivalents.
    pub posts: Quantity,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// Under which terms, or what else should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

choices! {
    /// Who is asked.
    pub enum Consulted {
        /// Those who work in the service.
        Staff "staff" "Staff",
        /// Trade unions.
        Unions "unions" "Unions",
        /// Councillors.
        Members "members" "Members",
        /// Other bodies.
        Partners "partners" "Partners",
        /// Residents and those who use it.
        Public "public" "Public",
    }
}

record! {
    /// That somebody was asked about a service (S4b 5.5, S3c 14).
    pub struct Consultation, ConsultationId "consultation" {
        /// About which service.
        service: ServiceId = "Service",
        /// Of which partner; not stated, of all.
        partner: PartnerId = "Partner",
        /// Who was asked.
        who: Consulted = "Who was asked",
        /// From when to when.
        term: Term = "From and to",
        /// How they were asked.
        how: String = "How",
        /// What came of it.
        outcome: String = "Outcome",
        /// Where this is stated.
        source: Source = "Source",
    }
}

impl Consultation {
    /// Whether it is known what came of it.
    pub fn has_outcome(&self) -> bool {
        self.outcome.as_ref().is_some_and(|outcome| !outcome.trim().is_empty())
    }
}

/// How far the agreements of those that take part in a service have come; nothing where none is stated.
pub fn agreements(workspace: &Workspace, service: &ServiceId) -> Vec<(PartnerId, Option<AgreementState>)> {
    let takes_part = workspace
        .parts_in(service)
        .filter(|(_, part)| matches!(part.part.as_ref().map(|part| part.role), Some(Role::Host | Role::In)));
    takes_part.map(|(partner, part)| (partner, part.agreement.as_ref().map(|agreement| agreement.state))).collect()
}

/// The partners of which it is stated that their agreement is not signed.
pub fn unsigned(workspace: &Workspace, service: &ServiceId) -> Vec<PartnerId> {
    let is_unsigned = |state: &Option<AgreementState>| state.is_some_and(AgreementState::is_unsigned);
    agreements(workspace, service).into_iter().filter(|(_, state)| is_unsigned(state)).map(|(partner, _)| partner).collect()
}
