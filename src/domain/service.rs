//! A service that councils share, transform, or think of sharing: from an idea to live.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::agreement::{Agreement, Moved};
use crate::domain::choice::choices;
use crate::domain::gate::Requirement;
use crate::domain::partner::PartnerId;
use crate::domain::programme::ProgrammeId;
use crate::domain::rag::{Rag, Status};
use crate::domain::record::record;
use crate::domain::source::{Source, Term};
use crate::domain::year::FinancialYear;

choices! {
    /// How far a service has come.
    pub enum Stage {
        /// Something that could be shared.
        Opportunity "opportunity" "Opportunity",
        /// Chosen to be looked at.
        Shortlisted "shortlisted" "Shortlisted",
        /// Costed roughly.
        HighLevelCase "high-level-case" "High-level business case",
        /// Costed in detail, for treasurers and then members.
        DetailedCase "detailed-case" "Detailed business case",
        /// Agreed by the councils.
        Approved "approved" "Approved",
        /// Being put in place.
        Implementing "implementing" "Implementing",
        /// Running.
        Live "live" "Live",
        /// Given up after it was shared.
        Left "left" "Left",
        /// Turned down.
        Refused "refused" "Refused",
    }
}

choices! {
    /// What is done with a service (S1 3.6–3.8).
    pub enum Approach {
        /// Rethought end to end by systems thinking.
        Transform "transform" "Transform",
        /// Run together as it is.
        Share "share" "Share",
        /// Rethought first, then run together.
        TransformThenShare "transform-then-share" "Transform, then share",
    }
}

choices! {
    /// Whether a service was named as a quick win (S4c).
    pub enum QuickWin {
        /// It was.
        Yes "yes" "Quick win",
        /// It was not.
        No "no" "Not a quick win",
    }
}

/// A stage that was reached, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reached {
    /// Which.
    pub stage: Stage,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// When the next one is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_due: Option<NaiveDate>,
    /// Anything that belongs to it in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What was missing when it moved on all the same, with the reason, for this stage and those before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub despite: Vec<Despite>,
}

/// That a service moved on though something was missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Despite {
    /// To which stage.
    pub to: Stage,
    /// What was missing.
    pub lacking: Vec<Requirement>,
    /// Why it moved on all the same.
    pub why: String,
}

impl Reached {
    /// A stage of which nothing else is stated.
    pub fn new(stage: Stage) -> Self {
        Self { stage, since: None, next_due: None, note: None, despite: Vec::new() }
    }
}

/// How much of a piece of work is done, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Percent(u8);

impl Percent {
    /// A share of a hundred; nothing above it.
    pub fn new(number: u8) -> Option<Self> {
        (number <= 100).then_some(Self(number))
    }

    /// Its number.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Percent {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        Self::new(number).ok_or_else(|| format!("a share done must be 0 to 100, but is {number}"))
    }
}

impl From<Percent> for u8 {
    fn from(percent: Percent) -> Self {
        percent.0
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Percent {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Percent".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 0, "maximum": 100 })
    }
}

record! {
    /// A service.
    pub struct Service, ServiceId "service" {
        /// What it is called.
        name: String = "Name",
        /// The group of services that it belongs to.
        theme: String = "Theme",
        /// Of which programme.
        programme: ProgrammeId = "Programme",
        /// The service that it is part of.
        parent: ServiceId = "Part of",
        /// What is done with it.
        approach: Approach = "Approach",
        /// How far it has come.
        stage: Reached = "Stage",
        /// Whether it was named a quick win.
        quick_win: QuickWin = "Quick win",
        /// Who leads it, by office.
        lead: String = "Lead officer",
        /// Red, amber or green now, with what is behind it.
        status: Status = "Status",
        /// Red, amber or green as expected at year end.
        expected: Rag = "Expected at year end",
        /// How much is done.
        complete: Percent = "% complete",
        /// What it gains that is not cash: resilience, skills, quality.
        gains: String = "Gains that are not cash",
        /// What it is, and what else should be known.
        description: String = "Description",
        /// What there is to say of it as a whole, and what the Board should look at (S3c Appendix B).
        overall: String = "Summary and issues for the Board",
        /// Where this is stated.
        source: Source = "Source",
    }
}

choices! {
    /// What part a partner has in a service.
    pub enum Role {
        /// It runs the service for the others.
        Host "host" "Host",
        /// It takes part.
        In "in" "In",
        /// It is thinking about it.
        Considering "considering" "Considering",
        /// It has said no.
        Declined "declined" "Declined",
        /// It took part once.
        Left "left" "Left",
    }
}

/// A partner's part, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Which part.
    pub role: Role,
    /// Anything that belongs to it in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

record! {
    /// A partner in a service. Its name is made of both, so that entering it twice is a conflict and not a second one.
    pub struct Participation, ParticipationId "participation" {
        /// Its part.
        part: Part = "Part",
        /// From when to when.
        term: Term = "From and to",
        /// Its service-level agreement.
        agreement: Agreement = "Service-level agreement",
        /// Who looks after the service for it, apart from its running, by office (S4m).
        manager: String = "Account manager",
        /// Of the host: what it does for the others.
        duties: String = "Host's duties",
        /// Its staff who moved to the host.
        staff: Moved = "Staff transferred",
        /// Where this is stated.
        source: Source = "Source",
    }
}

impl Participation {
    /// Whether the partner shares the service, in a year where one is asked for. One that left took part until then.
    pub fn takes_part(&self, year: Option<FinancialYear>) -> bool {
        let term = self.term.unwrap_or_default();
        let whole = |year: FinancialYear| Term { from: Some(year.first_day()), to: Some(year.last_day()) };
        let in_year = year.is_none_or(|year| term.meets(whole(year)));
        match self.part.as_ref().map(|part| part.role) {
            Some(Role::Host | Role::In) => in_year,
            Some(Role::Left) => in_year && (term.to.is_some() || year.is_none()),
            Some(Role::Considering | Role::Declined) | None => false,
        }
    }
}

impl ParticipationId {
    /// The name for a partner in a service.
    pub fn of(service: &ServiceId, partner: &PartnerId) -> Option<Self> {
        Self::new(&format!("{}/{}", service.rest(), partner.rest()))
    }

    /// The service.
    pub fn service(&self) -> Option<ServiceId> {
        ServiceId::new(self.rest().split_once('/')?.0)
    }

    /// The partner.
    pub fn partner(&self) -> Option<PartnerId> {
        PartnerId::new(self.rest().split_once('/')?.1)
    }
}
