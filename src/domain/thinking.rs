//! A service looked at as a system before it is shared (S1 3.6–3.8, 4), and its plan for a year (S3b 12.1).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::quantity::Quantity;
use crate::domain::record::record;
use crate::domain::service::ServiceId;
use crate::domain::source::Source;
use crate::domain::year::FinancialYear;

/// How long it takes from the first call until it is done, stated in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EndToEnd {
    /// Before anything was changed.
    pub before: Quantity,
    /// Now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Quantity>,
    /// In what, such as days.
    pub unit: String,
}

choices! {
    /// What people ask of a service.
    pub enum DemandKind {
        /// What it is there for.
        Value "value" "Value demand",
        /// What would not be asked if it had been done, or done right, before.
        Failure "failure" "Failure demand",
    }
}

choices! {
    /// What became of a change that was tried.
    pub enum TrialState {
        /// It is being tried.
        Running "running" "Being tried",
        /// It stays.
        Kept "kept" "Kept",
        /// It was given up.
        Dropped "dropped" "Dropped",
    }
}

record! {
    /// A service seen as a system.
    pub struct Study, StudyId "study" {
        /// Of which service.
        service: ServiceId = "Service",
        /// What it is there for, in the words of those who use it.
        purpose: String = "Purpose",
        /// How long it takes from end to end.
        time: EndToEnd = "Time from end to end",
        /// What is done that nobody needs.
        waste: String = "Waste found",
        /// Where this is stated.
        source: Source = "Source",
    }
}

record! {
    /// A type of demand on a service, as it was counted.
    pub struct Demand, DemandId "demand" {
        /// On which service.
        service: ServiceId = "Service",
        /// What people ask.
        what: String = "What is asked",
        /// Whether it is what the service is there for.
        sort: DemandKind = "Kind",
        /// How often, in the time in which it was counted.
        count: Quantity = "How often",
        /// When it was counted.
        counted: String = "When it was counted",
        /// Where this is stated.
        source: Source = "Source",
    }
}

record! {
    /// A change that was tried in a service, and what it did.
    pub struct Trial, TrialId "trial" {
        /// In which service.
        service: ServiceId = "Service",
        /// What was changed.
        what: String = "What was changed",
        /// Since when.
        since: NaiveDate = "Tried since",
        /// What it did.
        effect: String = "What it did",
        /// What became of it.
        kept: TrialState = "What became of it",
        /// Where this is stated.
        source: Source = "Source",
    }
}

record! {
    /// A service's plan for a year, in few fields.
    pub struct Plan, PlanId "plan" {
        /// Of which service.
        service: ServiceId = "Service",
        /// For which year.
        year: FinancialYear = "Year",
        /// What it is to reach.
        aims: String = "Aims",
        /// What will be done, and by whom.
        actions: String = "What will be done",
        /// Staff, money and systems.
        resources: String = "Staff, money and systems",
        /// What it means for the climate.
        climate: String = "Climate",
        /// What it means for equality.
        equality: String = "Equality",
        /// Where this is stated.
        source: Source = "Source",
    }
}

/// What was counted of a service: all of it, and of that the failure demand. Nothing where nothing was counted.
pub fn failure_of<'d>(demands: impl Iterator<Item = &'d Demand>) -> Option<(Quantity, Quantity)> {
    let counted: Vec<(Quantity, DemandKind)> = demands.filter_map(|demand| Some((demand.count?, demand.sort?))).collect();
    let all: Vec<Quantity> = counted.iter().map(|(count, _)| *count).collect();
    let failure: Vec<Quantity> =
        counted.iter().filter(|(_, sort)| *sort == DemandKind::Failure).map(|(count, _)| *count).collect();
    let sum = |all: &[Quantity]| if all.is_empty() { Some(Quantity::ZERO) } else { Quantity::sum(all) };
    if all.is_empty() { None } else { sum(&all).zip(sum(&failure)) }
}
