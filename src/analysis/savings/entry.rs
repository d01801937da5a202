//! A money line as sums see it.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::analysis::savings::directory::Directory;
use crate::domain::money::{Basis, InUse, Money, MoneyId, MoneyKind, Recurrence, Split, SplitRule, Sum};
use crate::domain::pence::Pence;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;

/// Lines that may be added to each other: one kind, one basis, one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SliceKey {
    pub kind: MoneyKind,
    pub basis: Option<Basis>,
    pub year: Option<FinancialYear>,
}

impl SliceKey {
    /// Where a figure belongs. A target has no basis, whatever it says.
    pub fn of(sum: &Sum) -> Self {
        Self { kind: sum.kind, basis: sum.basis.filter(|_| sum.kind != MoneyKind::Target), year: sum.year }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub id: MoneyId,
    pub amount: Pence,
    pub up_to: Option<Pence>,
    pub is_recurring: bool,
    /// Areas that it covers, sorted. Shared, because the groups of every answer are named by them.
    pub covers: Arc<[u32]>,
    /// Partners whose it is, sorted; none where not stated.
    pub partners: Arc<[u32]>,
    /// Of an agreed split: partners in their order with their weights.
    pub weights: Option<Vec<(u32, u64)>>,
    pub part_of: Option<MoneyId>,
    pub net_of: Option<MoneyId>,
    pub in_use: Option<InUse>,
    /// In small letters, to recognise the same thing in another year.
    pub title: Box<str>,
    pub paper: Option<Box<str>>,
    pub dated: Option<NaiveDate>,
}

impl Entry {
    pub fn of(line: &Money, sum: &Sum, directory: &mut Directory) -> Self {
        let mut covers: Vec<u32> = line.covers.iter().flatten().map(|subject| directory.area(subject)).collect();
        covers.order_by(Ord::cmp);
        covers.dedup();
        let mut partners: Vec<u32> = line.partners.iter().flatten().map(|id| directory.partner(id)).collect();
        partners.order_by(Ord::cmp);
        partners.dedup();
        let weights = line.split.as_ref().and_then(|split| weights(split, &partners, directory));
        let source = line.source.as_ref();
        Self {
            id: line.id.clone(),
            amount: sum.pence,
            up_to: sum.up_to,
            is_recurring: sum.recurrence == Some(Recurrence::Recurring),
            covers: covers.into(),
            partners: partners.into(),
            weights,
            part_of: line.part_of.clone(),
            net_of: line.net_of.clone(),
            in_use: line.in_use.as_ref().map(|mark| mark.in_use),
            title: line.title.as_deref().unwrap_or_default().trim().to_lowercase().into(),
            paper: source.map(|source| source.paper.trim()).filter(|paper| !paper.is_empty()).map(Into::into),
            dated: source
                .and_then(|source| source.dated)
                .max(line.set_by.as_ref().filter(|_| sum.kind == MoneyKind::Target).and_then(|set| set.on)),
        }
    }

    /// How much of an amount of this line is one partner's own: all where it is only theirs, their share where a split
    /// is agreed, nothing to say otherwise.
    pub fn share(&self, amount: i128, partner: u32) -> Option<i128> {
        if self.weights.is_some() {
            return self.shares(amount).into_iter().find(|(whose, _)| *whose == partner).map(|(_, share)| share);
        }
        (*self.partners == [partner]).then_some(amount)
    }

    /// An amount of this line as its agreed split divides it; empty where none is agreed.
    pub fn shares(&self, amount: i128) -> Vec<(u32, i128)> {
        let Some(weights) = &self.weights else { return Vec::new() };
        let plain: Vec<u64> = weights.iter().map(|(_, weight)| *weight).collect();
        let shares = i64::try_from(amount).ok().and_then(|amount| Pence(amount).split(&plain)).unwrap_or_default();
        weights.iter().zip(shares).map(|((partner, _), share)| (*partner, i128::from(share.0))).collect()
    }
}

/// A split counts once somebody has agreed to it. Ties between spare pence go by the order of partners.
fn weights(split: &Split, partners: &[u32], directory: &mut Directory) -> Option<Vec<(u32, u64)>> {
    if split.agreed_by.is_none() && split.agreed_on.is_none() {
        return None;
    }
    let equal = split.rule == SplitRule::Equal;
    let mut parts: Vec<(u32, u64)> = if equal && split.parts.is_empty() {
        partners.iter().map(|partner| (*partner, 1)).collect()
    } else {
        split.parts.iter().map(|part| (directory.partner(&part.partner), if equal { 1 } else { part.weight })).collect()
    };
    parts.order_by(Ord::cmp);
    parts.iter().any(|(_, weight)| *weight > 0).then_some(parts)
}
