//! What a measure came to and was to come to, for one partner: the readings and the targets of a year, and how it stood
//! before the service was shared.
//!
//! A year of a measure for a partner is one record, named by the three, and each period a field of it: two people who
//! enter the same period differ about it, and never count it twice; entered apart, different periods stand side by side.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::measure::MeasureId;
use crate::domain::partner::PartnerId;
use crate::domain::period::Period;
use crate::domain::quantity::Quantity;
use crate::domain::record::record;
use crate::domain::source::Source;
use crate::domain::year::FinancialYear;

choices! {
    /// What is entered of measures.
    pub enum Filling {
        /// What a period came to.
        Readings "readings" "Readings",
        /// What a period or the year is to come to.
        Targets "targets" "Targets",
        /// What is expected of the year.
        Forecasts "forecasts" "Forecasts for year end",
        /// How it stood before sharing.
        Baselines "baselines" "Baselines",
    }
}

/// What a period came to, decided in one act. A period without one is blank, which is not nought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The figure; of a ratio, how many.
    pub value: Quantity,
    /// Of a ratio, of how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Quantity>,
    /// What should be known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a period was to come to, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Aim {
    /// The figure; the lower end where a range is aimed at.
    pub value: Quantity,
    /// The upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Quantity>,
    /// Who set it, and what else should be known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What somebody expects of the whole year, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outlook {
    /// The figure.
    pub value: Quantity,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How it stood before sharing, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// The figure.
    pub value: Quantity,
    /// The day at which it was so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// What should be known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

record! {
    /// How a measure stood for a partner before the service was shared (S3c 15.2.2).
    pub struct Baseline, BaselineId "baseline" {
        /// The figure and its day.
        start: Start = "Before sharing",
        /// Where this is stated.
        source: Source = "Source",
    }
}

record! {
    /// What a measure was to come to for a partner in a year.
    pub struct Targets, TargetsId "targets" {
        /// Of April.
        p01: Aim = "April",
        /// Of May.
        p02: Aim = "May",
        /// Of June.
        p03: Aim = "June",
        /// Of July.
        p04: Aim = "July",
        /// Of August.
        p05: Aim = "August",
        /// Of September.
        p06: Aim = "September",
        /// Of October.
        p07: Aim = "October",
        /// Of November.
        p08: Aim = "November",
        /// Of December.
        p09: Aim = "December",
        /// Of January.
        p10: Aim = "January",
        /// Of February.
        p11: Aim = "February",
        /// Of March.
        p12: Aim = "March",
        /// Of quarter 1.
        q1: Aim = "Quarter 1",
        /// Of quarter 2.
        q2: Aim = "Quarter 2",
        /// Of quarter 3.
        q3: Aim = "Quarter 3",
        /// Of quarter 4.
        q4: Aim = "Quarter 4",
        /// Of the whole year.
        year: Aim = "Whole year",
        /// Where this is stated.
        source: Source = "Source",
    }
}

record! {
    /// What a measure came to for a partner in a year.
    pub struct Readings, ReadingsId "readings" {
        /// Of April.
        p01: Reading = "April",
        /// Of May.
        p02: Reading = "May",
        /// Of June.
        p03: Reading = "June",
        /// Of July.
        p04: Reading = "July",
        /// Of August.
        p05: Reading = "August",
        /// Of September.
        p06: Reading = "September",
        /// Of October.
        p07: Reading = "October",
        /// Of November.
        p08: Reading = "November",
        /// Of December.
        p09: Reading = "December",
        /// Of January.
        p10: Reading = "January",
        /// Of February.
        p11: Reading = "February",
        /// Of March.
        p12: Reading = "March",
        /// Of quarter 1.
        q1: Reading = "Quarter 1",
        /// Of quarter 2.
        q2: Reading = "Quarter 2",
        /// Of quarter 3.
        q3: Reading = "Quarter 3",
        /// Of quarter 4.
        q4: Reading = "Quarter 4",
        /// Of the whole year.
        year: Reading = "Whole year",
        /// What somebody expects of the whole year.
        forecast: Outlook = "Forecast for year end",
        /// Where this is stated.
        source: Source = "Source",
    }
}

macro_rules! by_period {
    ($record:ident, $id:ident, $value:ty) => {
        impl $record {
            /// What is stated of a period.
            pub fn at(&self, period: Period) -> Option<&$value> {
                match period {
                    Period::April => self.p01.as_ref(),
                    Period::May => self.p02.as_ref(),
                    Period::June => self.p03.as_ref(),
                    Period::July => self.p04.as_ref(),
                    Period::August => self.p05.as_ref(),
                    Period::September => self.p06.as_ref(),
                    Period::October => self.p07.as_ref(),
                    Period::November => self.p08.as_ref(),
                    Period::December => self.p09.as_ref(),
                    Period::January => self.p10.as_ref(),
                    Period::February => self.p11.as_ref(),
                    Period::March => self.p12.as_ref(),
                    Period::FirstQuarter => self.q1.as_ref(),
                    Period::SecondQuarter => self.q2.as_ref(),
                    Period::ThirdQuarter => self.q3.as_ref(),
                    Period::FourthQuarter => self.q4.as_ref(),
                    Period::Year => self.year.as_ref(),
                }
            }

            /// States something of a period, or takes it back.
            pub fn put(&mut self, period: Period, value: Option<$value>) {
                match period {
                    Period::April => self.p01 = value,
                    Period::May => self.p02 = value,
                    Period::June => self.p03 = value,
                    Period::July => self.p04 = value,
                    Period::August => self.p05 = value,
                    Period::September => self.p06 = value,
                    Period::October => self.p07 = value,
                    Period::November => self.p08 = value,
                    Period::December => self.p09 = value,
                    Period::January => self.p10 = value,
                    Period::February => self.p11 = value,
                    Period::March => self.p12 = value,
                    Period::FirstQuarter => self.q1 = value,
                    Period::SecondQuarter => self.q2 = value,
                    Period::ThirdQuarter => self.q3 = value,
                    Period::FourthQuarter => self.q4 = value,
                    Period::Year => self.year = value,
                }
            }
        }

        impl $id {
            /// The name for a measure, a year and a partner.
            pub fn of(measure: &MeasureId, year: FinancialYear, partner: &PartnerId) -> Option<Self> {
                Self::new(&format!("{}/fy{}/{}", measure.rest(), year.start(), partner.rest()))
            }

            /// The measure.
            pub fn measure(&self) -> Option<MeasureId> {
                MeasureId::new(self.rest().split('/').next()?)
            }

            /// The year.
            pub fn year(&self) -> Option<FinancialYear> {
                FinancialYear::starting(self.rest().split('/').nth(1)?.strip_prefix("fy")?.parse().ok()?)
            }

            /// The partner.
            pub fn partner(&self) -> Option<PartnerId> {
                PartnerId::new(self.rest().splitn(3, '/').nth(2)?)
            }
        }
    };
}
by_period!(Targets, TargetsId, Aim);
by_period!(Readings, ReadingsId, Reading);

impl Baseline {
    /// Whether it can be relied on: with its figure, its day and its source.
    pub fn is_whole(&self) -> bool {
        self.source.is_some() && self.start.as_ref().is_some_and(|start| start.on.is_some())
    }
}

impl BaselineId {
    /// The name for a measure and a partner.
    pub fn of(measure: &MeasureId, partner: &PartnerId) -> Option<Self> {
        Self::new(&format!("{}/{}", measure.rest(), partner.rest()))
    }

    /// The measure.
    pub fn measure(&self) -> Option<MeasureId> {
        MeasureId::new(self.rest().split_once('/')?.0)
    }

    /// The partner.
    pub fn partner(&self) -> Option<PartnerId> {
        PartnerId::new(self.rest().split_once('/')?.1)
    }
}
