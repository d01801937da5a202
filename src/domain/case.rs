//! A business case: what was thought of, what was chosen, and who signed its figures off. Its money stands in money lines on
//! its basis, and nowhere else.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::money::Basis;
use crate::domain::partner::PartnerId;
use crate::domain::pence::Pence;
use crate::domain::record::record;
use crate::domain::service::{Role, ServiceId};
use crate::domain::source::Source;
use crate::domain::workspace::Workspace;

choices! {
    /// How closely a case is costed.
    pub enum CaseLevel {
        /// Roughly.
        High "high-level" "High-level business case",
        /// In detail.
        Detailed "detailed" "Detailed business case",
    }
}

impl CaseLevel {
    /// The basis of its figures.
    pub fn basis(self) -> Basis {
        match self {
            Self::High => Basis::HighLevelCase,
            Self::Detailed => Basis::DetailedCase,
        }
    }
}

choices! {
    /// What became of an option.
    pub enum Choice {
        /// It is the one that is put forward.
        Chosen "chosen" "Chosen",
        /// It was looked at and left.
        Rejected "rejected" "Rejected",
    }
}

/// When members see a case, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ToMembers {
    /// On which day.
    pub on: NaiveDate,
    /// Why they see it before every treasurer has signed it off, where that is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<String>,
}

/// That a treasurer signed the figures off, and what they came to then, stated in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// Who, by office.
    pub by: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// What the case cost once, when it was signed off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pence: Option<Pence>,
    /// What it saved a year, net, when it was signed off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yearly: Option<Pence>,
}

/// What an option would cost and save, estimated in one act, so that options are told apart before one is costed in money
/// lines.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// What it costs once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub once: Option<Pence>,
    /// What it costs every year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub running: Option<Pence>,
    /// What it saves a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saving: Option<Pence>,
}

impl Estimate {
    /// What is left of the saving of a year.
    pub fn net(&self) -> Option<Pence> {
        self.saving?.minus(self.running.unwrap_or(Pence::ZERO))
    }

    /// The amounts that are stated.
    pub fn amounts(&self) -> impl Iterator<Item = Pence> {
        [self.once, self.running, self.saving].into_iter().flatten()
    }
}

record! {
    /// A version of a business case.
    pub struct Case, CaseId "case" {
        /// Of which service.
        service: ServiceId = "Service",
        /// How closely it is costed.
        level: CaseLevel = "Kind",
        /// Which version it is.
        version: u16 = "Version",
        /// Its date.
        dated: NaiveDate = "Date",
        /// Who wrote it, by office.
        author: String = "Prepared by",
        /// What it comes to.
        summary: String = "Summary",
        /// What it gains that is not cash: fixed here, whatever is said of the service later.
        gains: String = "Benefits that are not cash",
        /// What could go wrong with it, beside the register.
        risks: String = "Risks of the case",
        /// When members see it.
        members: ToMembers = "To members",
        /// Where this is stated.
        source: Source = "Source",
    }
}

record! {
    /// Something that a case looked at.
    pub struct CaseOption, CaseOptionId "option" {
        /// Of which case.
        case: CaseId = "Case",
        /// What it is called.
        name: String = "Option",
        /// What it would be.
        description: String = "What it would be",
        /// What it would cost and save.
        estimate: Estimate = "Costs and savings",
        /// What became of it.
        choice: Choice = "Chosen or rejected",
        /// Why.
        why: String = "Why",
        /// Where this is stated.
        source: Source = "Source",
    }
}

record! {
    /// A treasurer's sign-off. Its name is made of the case and the council, so that entering it twice is a conflict.
    pub struct SignOff, SignOffId "signoff" {
        /// Who signed, when, and which figures.
        signed: Signed = "Signed off",
        /// Where this is stated.
        source: Source = "Source",
    }
}

impl SignOffId {
    /// The name for a case and a council.
    pub fn of(case: &CaseId, council: &PartnerId) -> Option<Self> {
        Self::new(&format!("{}/{}", case.rest(), council.rest()))
    }

    /// The case.
    pub fn case(&self) -> Option<CaseId> {
        CaseId::new(self.rest().split_once('/')?.0)
    }

    /// The council.
    pub fn partner(&self) -> Option<PartnerId> {
        PartnerId::new(self.rest().split_once('/')?.1)
    }
}

impl Case {
    /// The councils whose treasurers have to sign it off: those that host the service, take part or consider it.
    pub fn signers(&self, workspace: &Workspace) -> Vec<PartnerId> {
        let parts = self.service.iter().flat_map(|service| workspace.parts_in(service));
        let counts = |role: Option<Role>| matches!(role, Some(Role::Host | Role::In | Role::Considering));
        parts.filter(|(_, part)| counts(part.part.as_ref().map(|part| part.role))).map(|(partner, _)| partner).collect()
    }

    /// The councils whose treasurers have not signed it off yet.
    pub fn unsigned(&self, workspace: &Workspace) -> Vec<PartnerId> {
        let is_signed = |council: &PartnerId| {
            SignOffId::of(&self.id, council)
                .and_then(|id| workspace.signoffs.get(&id))
                .is_some_and(|signoff| signoff.signed.is_some())
        };
        self.signers(workspace).into_iter().filter(|council| !is_signed(council)).collect()
    }
}

/// The latest version of a service's case of one kind.
pub fn latest<'w>(workspace: &'w Workspace, service: &ServiceId, level: CaseLevel) -> Option<&'w Case> {
    let all = workspace.cases.values().filter(|case| case.service.as_ref() == Some(service) && case.level == Some(level));
    all.max_by_key(|case| (case.version, case.dated, case.id.clone()))
}
