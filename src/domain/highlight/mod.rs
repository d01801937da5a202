//! A highlight report on a service for a period (S3c Appendix C). A published one never changes; a correction is a new version.

mod carry;
mod freeze;
mod lacking;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::level::Level;
use crate::domain::matrix::Matrix;
use crate::domain::quantity::Quantity;
use crate::domain::rag::{Rag, Status};
use crate::domain::record::record;
use crate::domain::service::{Percent, ServiceId};
use crate::domain::workspace::Workspace;
use crate::order::InOrder;

pub use carry::{begun, correction, planned_from, with_plan_of_now};
pub use freeze::frozen;
pub use lacking::{
    AGAIN, BECAME, CONCERN, DUE_AGAIN, MITIGATION, MOST_ACTIVITIES, NEXT, NEXT_DUE, PROGRESS, lacking, to_confirm,
};

choices! {
    /// What became of something that was planned.
    pub enum Became {
        /// All of it is done.
        Done "done" "Done",
        /// Some of it is done.
        Part "part" "Done in part",
        /// Nothing of it is done.
        NotDone "not-done" "Not done",
        /// It will not be done.
        Dropped "dropped" "Dropped",
    }
}

choices! {
    /// What was carried over from the report before, and has to be looked at again.
    pub enum Confirmed {
        /// Red, amber or green, now and at year end.
        Status "status" "Status",
        /// How much is done.
        Complete "complete" "% complete",
        /// When it began, and when it is to be complete.
        Dates "dates" "Dates",
    }
}

/// That something is to be done in the next period after all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Again {
    /// By when now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

/// Something that is planned for the next period.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// By which it is known from report to report; given when it is first published.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// What is to be done.
    pub what: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// How many times it was carried over already.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub carries: u16,
}

/// Something that was planned for this period, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// As the report before had it.
    pub planned: Planned,
    /// What became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub became: Option<Became>,
    /// Its progress, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<String>,
    /// That it goes into the next period, where it is not done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Again>,
}

/// A risk, an issue or a concern, and what is done about it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Concern {
    /// What it is.
    pub what: String,
    /// What is done about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mitigation: Option<String>,
}

/// What a report says, kept as one thing: two people's halves never make up a report that nobody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Content {
    /// Who prepared it, by office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prepared_by: Option<String>,
    /// Red, amber or green, with what is behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Red, amber or green as expected at year end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Rag>,
    /// What will be different, where it is amber for the third report running or longer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub still_amber: Option<String>,
    /// How much is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub complete: Option<Percent>,
    /// When the project began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// When it is to be complete.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completion: Option<NaiveDate>,
    /// What was looked at again, and is as it was in the report before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub confirmed: Vec<Confirmed>,
    /// Where it stands, in a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What was planned for this period, and what became of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<Activity>,
    /// What else was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
    /// What is planned for the next period.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<Planned>,
    /// Risks, issues and concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub concerns: Vec<Concern>,
    /// What it gains.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benefits: Option<String>,
    /// What there is to say of its money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money: Option<String>,
    /// Why a version before it is corrected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<String>,
}

/// A risk of the service as it stood when the report was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RiskThen {
    /// Its reference and title.
    pub called: String,
    /// Its likelihood and impact; not scored where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
}

/// A measure of the service as it stood when the report was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeasureThen {
    /// What it is called, and for whom it was.
    pub called: String,
    /// Its unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Its year to date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_date: Option<Quantity>,
    /// Its light by the rule of then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub light: Option<Rag>,
    /// How far it may fall short and be amber, in per cent.
    pub tolerance: Quantity,
}

/// A benefit of the service as it stood when the report was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BenefitThen {
    /// What it is.
    pub called: String,
    /// How much of it was there, in per cent, where that could be worked out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub achievement: Option<Quantity>,
}

/// That it was published, with everything by which it is read, as that stood then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Issued {
    /// On which day.
    pub on: NaiveDate,
    /// The words and bands for risks.
    pub matrix: Matrix,
    /// What green, amber and red meant, in this order.
    pub meanings: [String; 3],
    /// The service's open risks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<RiskThen>,
    /// The service's measures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureThen>,
    /// The service's benefits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<BenefitThen>,
}

record! {
    /// A report. A draft stands in its writer's drawer under the name under which it will be published.
    pub struct Highlight, HighlightId "highlight" {
        /// On which service.
        service: ServiceId = "Project",
        /// The last day of the period that it covers.
        ending: NaiveDate = "Period ending",
        /// Which version it is.
        version: u16 = "Version",
        /// The version that it corrects.
        corrects: HighlightId = "Corrects",
        /// What it says.
        content: Content = "Report",
        /// That it was published.
        issued: Issued = "Published",
    }
}

fn is_nought(number: &u16) -> bool {
    *number == 0
}

/// The published reports of a service, the earliest period first, each period's versions in order.
pub fn published<'w>(workspace: &'w Workspace, service: &ServiceId) -> Vec<&'w Highlight> {
    let of = |one: &&Highlight| one.issued.is_some() && one.service.as_ref() == Some(service);
    let mut all: Vec<&Highlight> = workspace.highlights.values().filter(of).collect();
    all.order_by_key(|one| (one.ending, one.version, one.id.clone()));
    all
}

/// The version of each period that counts: the last.
pub fn in_force<'w>(workspace: &'w Workspace, service: &ServiceId) -> Vec<&'w Highlight> {
    let mut kept: Vec<&Highlight> = Vec::new();
    for one in published(workspace, service) {
        match kept.last_mut() {
            Some(last) if last.ending == one.ending => *last = one,
            _ => kept.push(one),
        }
    }
    kept
}

/// The report that counts for the last period before a day.
pub fn before<'w>(workspace: &'w Workspace, service: &ServiceId, ending: NaiveDate) -> Option<&'w Highlight> {
    in_force(workspace, service).into_iter().rfind(|one| one.ending.is_some_and(|other| other < ending))
}
