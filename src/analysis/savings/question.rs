//! What a person asks of the figures.

use crate::domain::choice::choices;
use crate::domain::money::{Basis, MoneyKind};
use crate::domain::partner::PartnerId;
use crate::domain::programme::ProgrammeId;
use crate::domain::service::ServiceId;
use crate::domain::year::FinancialYear;

choices! {
    /// What is shown for a year.
    pub enum View {
        /// What is saved in that year: 330, 450.
        Yearly "yearly" "Yearly",
        /// What a recurring figure adds to its last statement: 330, 120.
        New "new" "New",
        /// What was saved up to then: 330, 780.
        Cumulative "cumulative" "Cumulative",
    }
}

choices! {
    /// By what a sum is shown. It never changes the sum.
    pub enum Group {
        /// By partner.
        Partner "partner" "By partner",
        /// By service; what a figure for a whole programme does not itemise stays with the programme.
        Service "service" "By service",
        /// By programme.
        Programme "programme" "By programme",
        /// In one.
        All "all" "All together",
    }
}

/// One question: a kind of figure on one basis, seen one way, of everything or of one partner, service or programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavingsQuestion {
    /// Savings, costs, income or outside funding: each is a group of its own.
    pub kind: MoneyKind,
    /// On which basis; nothing for figures that state none. Never more than one.
    pub basis: Option<Basis>,
    /// Yearly, new or cumulative.
    pub view: View,
    /// By what.
    pub group: Group,
    /// The year whose lines the table shows; nothing for all years. Bars are always of all years.
    pub year: Option<FinancialYear>,
    /// Only this partner's.
    pub partner: Option<PartnerId>,
    /// Only this service's.
    pub service: Option<ServiceId>,
    /// Only this programme's.
    pub programme: Option<ProgrammeId>,
}

impl SavingsQuestion {
    /// Savings on a basis, yearly, by partner, of everything.
    pub fn savings(basis: Basis) -> Self {
        Self {
            kind: MoneyKind::Saving,
            basis: Some(basis),
            view: View::Yearly,
            group: Group::Partner,
            year: None,
            partner: None,
            service: None,
            programme: None,
        }
    }

    /// The same question about another kind of figure.
    pub fn about(self, kind: MoneyKind) -> Self {
        Self { kind, ..self }
    }
}
