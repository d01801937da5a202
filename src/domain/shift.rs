//! What moved a service's figure from one basis to the next: scope, timing, cost, a partner who left. Written down by people;
//! what nobody wrote down is worked out as not explained, and never filled in.

use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::money::{Basis, MoneyKind, SetBy};
use crate::domain::pence::Pence;
use crate::domain::record::record;
use crate::domain::service::ServiceId;
use crate::domain::source::Source;
use crate::domain::year::FinancialYear;

choices! {
    /// Why a figure moved.
    pub enum ShiftReason {
        /// More or less is done.
        Scope "scope" "Scope",
        /// It begins earlier or later, or is there for a part of the year only.
        Timing "timing" "Timing or part of a year",
        /// It costs more or less.
        Cost "cost" "Cost",
        /// Somebody no longer takes part.
        PartnerLeft "partner-left" "A partner left",
        /// Anything else, in words.
        Other "other" "Something else",
    }
}

/// Which figure moved from which basis to which, by how much, for which reason, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Shifted {
    /// Of which kind of figure.
    pub kind: MoneyKind,
    /// Of which year.
    pub year: FinancialYear,
    /// From this basis.
    pub from: Basis,
    /// To this one, which is firmer.
    pub to: Basis,
    /// Why.
    pub reason: ShiftReason,
    /// By how much; negative where the figure became less.
    pub pence: Pence,
}

record! {
    /// A reason for which a service's figure moved between two bases.
    pub struct Shift, ShiftId "shift" {
        /// Of which service.
        service: ServiceId = "Service",
        /// What moved, and by how much.
        moved: Shifted = "Movement",
        /// Why, in words.
        why: String = "Why",
        /// Who said so, and when.
        said_by: SetBy = "Said by",
        /// Where this is stated.
        source: Source = "Source",
    }
}
