//! What a service was to gain and what it gained (S3c Appendix B). What was expected is fixed by the business case.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::measure::MeasureId;
use crate::domain::partner::PartnerId;
use crate::domain::performance::Line;
use crate::domain::quantity::Quantity;
use crate::domain::record::record;
use crate::domain::service::ServiceId;
use crate::domain::source::{Amended, Source};
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;

choices! {
    /// What sort of gain it is. None stands above another.
    pub enum BenefitKind {
        /// Money that leaves a budget.
        Cashable "cashable" "Cashable",
        /// Worth money, though no budget becomes smaller.
        NonCashable "non-cashable" "Not cashable",
        /// A better service.
        Quality "quality" "Quality",
        /// A service that a vacancy or a bad day does not stop.
        Resilience "resilience" "Resilience",
    }
}

choices! {
    /// Whether the business case foresaw it.
    pub enum Foreseen {
        /// It stands in the case, and is fixed.
        InCase "case" "In the business case",
        /// It came beside what the case foresaw.
        Unplanned "unplanned" "Not in the business case",
    }
}

choices! {
    /// How far it has come.
    pub enum Reach {
        /// Nothing of it is there yet.
        NotYet "not-yet" "Not yet",
        /// A part is there.
        InPart "in-part" "In part",
        /// All of it is there.
        Reached "reached" "Reached",
        /// It will not come.
        Missed "missed" "Will not be reached",
    }
}

/// What was expected, stated in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// Whether the case foresaw it.
    pub foreseen: Foreseen,
    /// The result that was expected, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// What it stood at before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Quantity>,
    /// What it is to come to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Quantity>,
    /// In what it is counted; pounds where it is cashable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// What it came to so far, stated in one act.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Actual {
    /// The figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Quantity>,
    /// The result, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// On which day it stood so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// How far that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<Reach>,
}

record! {
    /// A benefit of a service.
    pub struct Benefit, BenefitId "benefit" {
        /// What is gained.
        what: String = "Benefit",
        /// Of which service.
        service: ServiceId = "Service",
        /// What sort of gain it is.
        sort: BenefitKind = "Kind",
        /// What was expected.
        promise: Promise = "Expected",
        /// By when.
        due: NaiveDate = "Due",
        /// The date that counts now, and who moved it.
        amended: Amended = "Amended to",
        /// Who receives it.
        partners: Vec<PartnerId> = "Received by",
        /// The measure that shows it.
        measure: MeasureId = "Measure",
        /// Who sees to it, by office.
        owner: String = "Owner",
        /// What it came to so far.
        actual: Actual = "Actual to date",
        /// Why the two differ.
        commentary: String = "Commentary",
        /// Where this is stated.
        source: Source = "Source",
    }
}

/// Where the figure for what it came to is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// It was entered here.
    Entered(Quantity),
    /// It is the year to date of the measure, for the one partner that receives it.
    Measured(Quantity),
}

impl Shown {
    /// The figure.
    pub fn value(self) -> Quantity {
        match self {
            Self::Entered(value) | Self::Measured(value) => value,
        }
    }
}

/// Why no achievement can be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAchievement {
    /// Nothing has been reported.
    NotReported,
    /// No target is stated.
    NoTarget,
    /// Where it began is not stated.
    NoBaseline,
    /// It was to stay as it was.
    NothingToGain,
    /// The figures are too far apart to be divided.
    TooLarge,
}

/// How much of what was expected is there, in per cent: (value − baseline) ÷ (target − baseline). It may be under 0 and over 100.
pub fn achievement(promise: &Promise, value: Option<Quantity>) -> Result<Quantity, NoAchievement> {
    let target = promise.target.ok_or(NoAchievement::NoTarget)?;
    let value = value.ok_or(NoAchievement::NotReported)?;
    let baseline = promise.baseline.ok_or(NoAchievement::NoBaseline)?;
    if target == baseline {
        return Err(NoAchievement::NothingToGain);
    }
    let gained = value.minus(baseline).ok_or(NoAchievement::TooLarge)?;
    let whole = target.minus(baseline).ok_or(NoAchievement::TooLarge)?;
    gained.times_over(100, whole).ok_or(NoAchievement::TooLarge)
}

impl Benefit {
    /// Whether the business case foresaw it.
    pub fn is_foreseen(&self) -> bool {
        self.promise.as_ref().is_some_and(|promise| promise.foreseen == Foreseen::InCase)
    }

    /// The date that counts: the amended one, else the first.
    pub fn date(&self) -> Option<NaiveDate> {
        self.amended.as_ref().map(|amended| amended.date).or(self.due)
    }

    /// What it came to: what was entered, else the measure's year to date, where one partner receives it.
    pub fn shown(&self, workspace: &Workspace, reading: NaiveDate) -> Option<Shown> {
        let entered = self.actual.as_ref().and_then(|actual| actual.value).map(Shown::Entered);
        entered.or_else(|| self.measured(workspace, reading).map(Shown::Measured))
    }

    fn measured(&self, workspace: &Workspace, reading: NaiveDate) -> Option<Quantity> {
        let measure = workspace.measures.get(self.measure.as_ref()?)?;
        let [partner] = self.partners.as_deref()? else { return None };
        Line::of(workspace, measure, partner, FinancialYear::of(reading)?).to_date()
    }

    /// How much of it is there.
    pub fn achievement(&self, workspace: &Workspace, reading: NaiveDate) -> Result<Quantity, NoAchievement> {
        let promise = self.promise.as_ref().ok_or(NoAchievement::NoTarget)?;
        achievement(promise, self.shown(workspace, reading).map(Shown::value))
    }

    /// Whether it is there, or will not come: a person says so, or the figure does where nobody has.
    pub fn is_over(&self, workspace: &Workspace, reading: NaiveDate) -> bool {
        match self.actual.as_ref().and_then(|actual| actual.reach) {
            Some(reach) => matches!(reach, Reach::Reached | Reach::Missed),
            None => self.achievement(workspace, reading).is_ok_and(|share| Quantity::whole(100).is_some_and(|all| share >= all)),
        }
    }

    /// Whether it should have been there by the day before the reading date and is not.
    pub fn is_overdue(&self, workspace: &Workspace, reading: NaiveDate) -> bool {
        self.date().is_some_and(|date| date < reading) && !self.is_over(workspace, reading)
    }

    /// Whether what it came to is not what was expected, so that a commentary is due.
    pub fn differs(&self, workspace: &Workspace, reading: NaiveDate) -> bool {
        let reach = self.actual.as_ref().and_then(|actual| actual.reach);
        let target = self.promise.as_ref().and_then(|promise| promise.target);
        let by_figure = self.shown(workspace, reading).zip(target).is_some_and(|(shown, target)| shown.value() != target);
        by_figure || matches!(reach, Some(Reach::InPart | Reach::Missed))
    }

    /// Whether the two differ and nobody has said why.
    pub fn is_unexplained(&self, workspace: &Workspace, reading: NaiveDate) -> bool {
        self.commentary.as_ref().is_none_or(|text| text.trim().is_empty()) && self.differs(workspace, reading)
    }
}
