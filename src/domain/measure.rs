//! What is counted of a service to see how well it does.

use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::period::Frequency;
use crate::domain::quantity::Quantity;
use crate::domain::reading::Reading;
use crate::domain::record::record;
use crate::domain::service::ServiceId;
use crate::domain::source::Source;

choices! {
    /// Which way is better.
    pub enum Polarity {
        /// More is better.
        Higher "higher" "Higher is better",
        /// Less is better.
        Lower "lower" "Lower is better",
        /// Best between two ends.
        Within "within" "Best within a range",
        /// Neither: it is told, not judged.
        Information "information" "For information only",
    }
}

choices! {
    /// How the readings of a year become one figure. Percentages are never averaged.
    pub enum YearToDate {
        /// They are added.
        Sum "sum" "Sum",
        /// Their mean.
        Mean "mean" "Mean",
        /// The latest of them.
        Latest "latest" "Latest reading",
        /// Each reading is so many of so many; both are added before they are divided.
        Ratio "ratio" "Ratio of sums",
    }
}

/// How far off its target a figure may be and still be amber, decided in one act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tolerance {
    /// In per cent of the target, or of the width of the range.
    pub percent: Quantity,
    /// In the measure's own unit, for a target of nought, of which there are no per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Quantity>,
}

impl Default for Tolerance {
    /// Ten per cent, and nothing of nought.
    fn default() -> Self {
        Self { percent: Quantity::whole(10).unwrap_or_default(), units: None }
    }
}

record! {
    /// A measure of a service.
    pub struct Measure, MeasureId "measure" {
        /// Its number or short name among the service's measures.
        reference: String = "Reference",
        /// What is measured.
        name: String = "Name",
        /// Of which service.
        service: ServiceId = "Service",
        /// In what it is counted, such as `%` or `kg a household`.
        unit: String = "Unit",
        /// Which way is better.
        polarity: Polarity = "Which way is better",
        /// How far off is still amber; ten per cent where not stated.
        tolerance: Tolerance = "Tolerance",
        /// How often it is read.
        frequency: Frequency = "How often",
        /// How readings become the year to date.
        to_date: YearToDate = "Year to date by",
        /// Who answers for it, by office.
        owner: String = "Owner",
        /// What is counted, and what is not.
        description: String = "What is counted",
        /// Where this is stated.
        source: Source = "Source",
    }
}

impl Measure {
    /// Which way is better. Not stated, it is told and not judged.
    pub fn better(&self) -> Polarity {
        self.polarity.unwrap_or(Polarity::Information)
    }

    /// How far off is still amber.
    pub fn tolerated(&self) -> Tolerance {
        self.tolerance.unwrap_or_default()
    }

    /// How often it is read: every month where not stated.
    pub fn often(&self) -> Frequency {
        self.frequency.unwrap_or(Frequency::Month)
    }

    /// How readings become the year to date. Not stated, they are neither added nor averaged.
    pub fn rule(&self) -> YearToDate {
        self.to_date.unwrap_or(YearToDate::Latest)
    }

    /// Whether it is counted in per cent.
    pub fn is_percentage(&self) -> bool {
        self.unit.as_deref().is_some_and(|unit| unit.contains('%') || unit.to_lowercase().contains("per cent"))
    }

    /// What a reading comes to: so many of so many are divided, in per cent where that is the unit.
    pub fn figure(&self, reading: &Reading) -> Option<Quantity> {
        match (self.rule(), reading.of) {
            (YearToDate::Ratio, Some(of)) => self.ratio(reading.value, of),
            (YearToDate::Ratio, None) => None,
            _ => Some(reading.value),
        }
    }

    /// So many of so many.
    pub fn ratio(&self, part: Quantity, of: Quantity) -> Option<Quantity> {
        part.times_over(if self.is_percentage() { 100 } else { 1 }, of)
    }
}
