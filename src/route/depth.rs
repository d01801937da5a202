//! What a person chose to look at among savings in depth.

use crate::domain::money::{Basis, MoneyKind};
use crate::domain::partner::PartnerId;
use crate::domain::service::ServiceId;
use crate::domain::year::FinancialYear;
use crate::route::query::Query;

/// Which ladder is open. Unstated, the page chooses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LadderState {
    /// Of one service; the table of all where unstated.
    pub service: Option<ServiceId>,
    /// Of which kind of figure; savings where unstated.
    pub kind: Option<MoneyKind>,
    /// Of which year.
    pub year: Option<FinancialYear>,
    /// The bar that is looked at, from 1.
    pub bar: Option<u8>,
}

impl LadderState {
    /// Of which kind of figure.
    pub fn kind(&self) -> MoneyKind {
        self.kind.filter(|kind| *kind != MoneyKind::Target).unwrap_or(MoneyKind::Saving)
    }

    pub(super) fn read(query: &Query) -> Self {
        Self {
            service: query.get("service").and_then(ServiceId::new),
            kind: query.get("kind").and_then(MoneyKind::from_key),
            year: query.get("year").and_then(|year| FinancialYear::parse(year).ok()),
            bar: query.get("bar").and_then(|text| text.parse().ok().filter(|bar| *bar > 0)),
        }
    }

    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("service", self.service.as_ref().map(ServiceId::rest))
            .with("kind", self.kind.map(MoneyKind::key))
            .with("year", self.year.map(|year| year.to_string().replace('/', "-")))
            .with("bar", self.bar)
    }
}

/// Which treasurers' statement is open. Unstated, the page chooses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatementState {
    /// On which basis.
    pub basis: Option<Basis>,
    /// Of one year; of all where unstated.
    pub year: Option<FinancialYear>,
    /// Lines of one council.
    pub partner: Option<PartnerId>,
}

impl StatementState {
    pub(super) fn read(query: &Query) -> Self {
        Self {
            basis: query.get("basis").and_then(Basis::from_key),
            year: query.get("year").and_then(|year| FinancialYear::parse(year).ok()),
            partner: query.get("partner").and_then(PartnerId::new),
        }
    }

    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("basis", self.basis.map(Basis::key))
            .with("year", self.year.map(|year| year.to_string().replace('/', "-")))
            .with("partner", self.partner.as_ref().map(PartnerId::rest))
    }
}
