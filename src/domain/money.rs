//! A figure about money, with what it covers, on which basis, and who said so.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::partner::PartnerId;
use crate::domain::pence::Pence;
use crate::domain::record::record;
use crate::domain::source::Source;
use crate::domain::subject::Subject;
use crate::domain::year::FinancialYear;
use crate::order::OneByOne;

choices! {
    /// What sort of figure it is. All are positive; a cost stands in a column of its own.
    pub enum MoneyKind {
        /// Money no longer spent.
        Saving "saving" "Saving",
        /// Money spent to get there or to keep it going.
        Cost "cost" "Cost",
        /// Money that comes in from selling a service.
        Income "income" "Income",
        /// Money that somebody else gives.
        Funding "funding" "Outside funding",
        /// What was promised, set by somebody on some day.
        Target "target" "Target",
    }
}

choices! {
    /// How firm a figure is, from the first guess to the books. Figures on different bases are never added.
    pub enum Basis {
        /// Indicative: an early figure that an area will not necessarily deliver (S1 3.9).
        Indicative "indicative" "Indicative",
        /// From a high-level business case.
        HighLevelCase "high-level-case" "High-level business case",
        /// From a detailed business case.
        DetailedCase "detailed-case" "Detailed business case",
        /// In an approved budget.
        Budget "budget" "Budget",
        /// What is expected now.
        Forecast "forecast" "Forecast",
        /// What came of it.
        Actual "actual" "Actual",
    }
}

choices! {
    /// Whether it comes every year.
    pub enum Recurrence {
        /// Every year from then on.
        Recurring "recurring" "Recurring",
        /// Once.
        OneOff "one-off" "One-off",
    }
}

choices! {
    /// Whether it can be taken out of a budget.
    pub enum Cash {
        /// It can.
        Cashable "cashable" "Cashable",
        /// It frees time or quality, not money.
        NonCashable "non-cashable" "Not cashable",
    }
}

choices! {
    /// What a cost is for, where it is more than the running of the service (S4b 6.2).
    pub enum SpentOn {
        /// Finding out whether it is worth doing.
        Investigating "investigate" "Investigating",
        /// Putting it in place.
        Implementing "implement" "Implementing",
        /// Paying people who go.
        Severance "severance" "Severance",
        /// Bringing pay and terms together.
        Terms "terms" "Harmonised terms",
        /// Giving it up again.
        Leaving "leaving" "Leaving",
    }
}

choices! {
    /// What outside funding may be spent on.
    pub enum FundKind {
        /// Running costs.
        Revenue "revenue" "Revenue",
        /// Things that last.
        Capital "capital" "Capital",
        /// Given on condition that others give as much.
        Match "match" "Match funding",
    }
}

choices! {
    /// Whether a figure is the one to go by where several say different things.
    pub enum InUse {
        /// Go by this one.
        Yes "yes" "In use",
        /// Not by this one.
        No "no" "Not in use",
    }
}

choices! {
    /// How an amount is divided between partners (S4b 6.1, 6.2).
    pub enum SplitRule {
        /// The same to each.
        Equal "equal" "Equal shares",
        /// By hundredths of a per cent.
        Percent "percent" "Percentages",
        /// By amounts in pence.
        Fixed "fixed" "Fixed amounts",
        /// By staff time.
        StaffTime "staff-time" "By staff time",
        /// By population.
        Population "population" "By population",
    }
}

/// The figure itself, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// What sort.
    pub kind: MoneyKind,
    /// The amount in whole pence; the lower end where a range is stated.
    pub pence: Pence,
    /// The upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Pence>,
    /// The year that it belongs to, where one is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// How firm it is. A target has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Whether it comes every year, where stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Recurrence>,
}

/// How an amount is divided, and who agreed to that, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// By which rule.
    pub rule: SplitRule,
    /// Each partner's part, in the order in which spare pence are given out.
    pub parts: Vec<SplitPart>,
    /// Who agreed to it; until then the amount is not divided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_on: Option<NaiveDate>,
}

/// A partner's part of a split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SplitPart {
    /// Who.
    pub partner: PartnerId,
    /// Hundredths of a per cent, pence, or a weight, as the rule says; nothing to say for equal shares.
    #[serde(default)]
    pub weight: u64,
}

/// Who gave outside money, for what, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fund {
    /// Who gave it.
    pub giver: String,
    /// What it may be spent on, where stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<FundKind>,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

/// Who set a target and when, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetBy {
    /// Who.
    pub who: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
}

/// Whether to go by this figure, who said so and why, decided in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Use {
    /// Whether.
    pub in_use: InUse,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

record! {
    /// A line about money.
    pub struct Money, MoneyId "money" {
        /// What it is for, in a few words.
        title: String = "What it is for",
        /// Kind, amount, year and basis.
        sum: Sum = "Figure",
        /// The programmes or services that it covers.
        covers: Vec<Subject> = "Covers",
        /// Whose it is; several where it is for them together; not stated where the paper does not say.
        partners: Vec<PartnerId> = "Partners",
        /// The line that it is a part of; it is never added to it.
        part_of: MoneyId = "Part of",
        /// The line of which it states the net; it is never added to it.
        net_of: MoneyId = "Net of",
        /// The line that says something else about the same thing.
        rival_of: MoneyId = "Another statement of",
        /// Whether to go by this figure where several say different things.
        in_use: Use = "In use",
        /// How it is divided between its partners.
        split: Split = "Split",
        /// Whether it can be taken out of a budget.
        cash: Cash = "Cashable",
        /// Of a cost: what it is for.
        spent_on: SpentOn = "Spent on",
        /// Of outside funding: who gave it, and what for.
        fund: Fund = "Fund",
        /// Of a target: who set it.
        set_by: SetBy = "Set by",
        /// Anything else that should be known, such as that a figure may be one council's share.
        commentary: String = "Commentary",
        /// The paper and paragraph that state it.
        source: Source = "Source",
    }
}

impl Money {
    /// Whether two lines look like statements of the same thing though nobody named them so: one kind, basis and year,
    /// the same services covered, and the same partners or one of them not stated; of a whole programme, the same
    /// partners. Amounts say nothing: two different things can cost the same.
    pub fn is_about_the_same_as(&self, other: &Self) -> bool {
        let place = |line: &Self| line.sum.as_ref().map(|sum| (sum.kind, sum.basis, sum.year));
        fn sorted<T: Ord + Clone>(list: Option<&Vec<T>>) -> BTreeSet<T> {
            list.into_iter().flatten().cloned().one_by_one()
        }
        let (covers, others) = (sorted(self.covers.as_ref()), sorted(other.covers.as_ref()));
        let (partners, theirs) = (sorted(self.partners.as_ref()), sorted(other.partners.as_ref()));
        let of_programme = covers.iter().any(|subject| subject.kind() == "programme");
        let same_partners = partners == theirs || (!of_programme && (partners.is_empty() || theirs.is_empty()));
        place(self) == place(other) && !covers.is_empty() && covers == others && same_partners
    }
}
