//! Costs against savings: what is left of a year's savings, and when a one-off cost has come back.

use crate::domain::pence::Pence;

/// How long until a one-off cost has come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payback {
    /// In tenths of a year: 25 is 2.5 years.
    TenthsOfYears(i64),
    /// The net annual saving is nought or less.
    DoesNotPayBack,
    /// The cost or the saving is not stated.
    NotStated,
}

impl Payback {
    /// One-off cost ÷ net annual saving, halves away from nought.
    pub fn of(one_off_cost: Option<Pence>, net_annual: Option<Pence>) -> Self {
        match (one_off_cost, net_annual) {
            (Some(_), Some(net)) if net <= Pence::ZERO => Self::DoesNotPayBack,
            (Some(cost), Some(net)) => {
                let (cost, net) = (i128::from(cost.0) * 10, i128::from(net.0));
                i64::try_from((cost * 2 + net) / (net * 2)).map_or(Self::NotStated, Self::TenthsOfYears)
            }
            _ => Self::NotStated,
        }
    }
}

/// What comes in and what it costs, on one basis, in one year, of what was asked. Nothing where nothing is stated,
/// which is not £0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// Money no longer spent.
    pub savings: Option<Pence>,
    /// Money that comes in from selling services.
    pub income: Option<Pence>,
    /// Costs that come every year.
    pub running_costs: Option<Pence>,
    /// Costs that come once, or of which the paper does not say that they come again.
    pub one_off_costs: Option<Pence>,
    /// Money that somebody else gives; it is no saving.
    pub funding: Option<Pence>,
    /// Savings and income less the costs that come every year (S3c 3.2.4).
    pub net: Option<Pence>,
    /// When the one-off costs have come back.
    pub payback: Payback,
}
