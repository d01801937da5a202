//! What a person chose to look at among benefits.

use crate::domain::benefit::BenefitKind;
use crate::domain::partner::PartnerId;
use crate::route::query::Query;

/// What the page of benefits shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BenefitsState {
    /// Received by one partner.
    pub partner: Option<PartnerId>,
    /// Of one kind.
    pub sort: Option<BenefitKind>,
    /// Only those that should be there and are not.
    pub overdue: bool,
}

impl BenefitsState {
    pub(super) fn read(query: &Query) -> Self {
        Self {
            partner: query.get("partner").and_then(PartnerId::new),
            sort: query.get("kind").and_then(BenefitKind::from_key),
            overdue: query.get("only") == Some("overdue"),
        }
    }

    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("partner", self.partner.as_ref().map(PartnerId::rest))
            .with("kind", self.sort.map(BenefitKind::key))
            .with("only", self.overdue.then_some("overdue"))
    }
}
