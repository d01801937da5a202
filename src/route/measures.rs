//! What a person chose to look at among measures, and which grid of figures they enter.

use crate::domain::partner::PartnerId;
use crate::domain::period::Period;
use crate::domain::reading::Filling;
use crate::domain::service::ServiceId;
use crate::domain::year::FinancialYear;
use crate::route::query::Query;

/// What the page of measures shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MeasuresState {
    /// Of one service.
    pub service: Option<ServiceId>,
    /// Of one partner.
    pub partner: Option<PartnerId>,
    /// In one year; the current one where unstated.
    pub year: Option<FinancialYear>,
}

/// Which grid of figures is open. Unstated, the page chooses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EnterState {
    /// Of one service.
    pub service: Option<ServiceId>,
    /// What is entered; readings where unstated.
    pub what: Option<Filling>,
    /// In which year; the current one where unstated.
    pub year: Option<FinancialYear>,
    /// Of which period; the latest that is over where unstated.
    pub period: Option<Period>,
    /// The page of partners, from 1; the first where unstated.
    pub page: Option<u16>,
}

impl MeasuresState {
    pub(super) fn read(query: &Query) -> Self {
        Self {
            service: query.get("service").and_then(ServiceId::new),
            partner: query.get("partner").and_then(PartnerId::new),
            year: year(query),
        }
    }

    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("service", self.service.as_ref().map(ServiceId::rest))
            .with("partner", self.partner.as_ref().map(PartnerId::rest))
            .with("year", self.year.map(dashed))
    }
}

impl EnterState {
    /// What is entered.
    pub fn what(&self) -> Filling {
        self.what.unwrap_or(Filling::Readings)
    }

    pub(super) fn read(query: &Query) -> Self {
        Self {
            service: query.get("service").and_then(ServiceId::new),
            what: query.get("what").and_then(Filling::from_key),
            year: year(query),
            period: query.get("period").and_then(Period::from_key),
            page: query.get("page").and_then(|text| text.parse().ok().filter(|page| *page > 0)),
        }
    }

    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("service", self.service.as_ref().map(ServiceId::rest))
            .with("what", self.what.map(Filling::key))
            .with("year", self.year.map(dashed))
            .with("period", self.period.map(Period::key))
            .with("page", self.page)
    }
}

fn year(query: &Query) -> Option<FinancialYear> {
    query.get("year").and_then(|year| FinancialYear::parse(year).ok())
}

/// A year as an address has it: a stroke would stand for another part of it.
fn dashed(year: FinancialYear) -> String {
    year.to_string().replace('/', "-")
}
