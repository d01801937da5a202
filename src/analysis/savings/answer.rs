//! What comes of a question: plain values to be shown without arithmetic.

use std::collections::BTreeSet;

use crate::analysis::savings::group::GroupKey;
use crate::domain::choice::choices;
use crate::domain::money::MoneyId;
use crate::domain::partner::Series;
use crate::domain::pence::Pence;
use crate::domain::year::FinancialYear;

choices! {
    /// Something about a figure that a reader must see beside it.
    pub enum Flag {
        /// Papers say different things about the same thing.
        NotReconciled "not-reconciled" "Not reconciled",
        /// Two papers state the same figure; it counts once.
        StatedTwice "stated-twice" "Stated more than once",
        /// The paper does not say whose it is.
        PartnerNotStated "partner-not-stated" "Partner not stated",
        /// It may be one council's share of a larger figure.
        MayBeShare "may-be-share" "May be a share",
        /// It is for several partners together and no split is agreed.
        NotDivided "not-divided" "Not divided",
        /// The paper gives a range; its lower end counts.
        LowerEnd "lower-end" "Lower end of a range",
        /// The parts come to more than the whole; the whole counts.
        PartsExceedWhole "parts-exceed-whole" "Parts come to more than the whole",
        /// It may hold what another figure of the same programme holds too.
        MayOverlap "may-overlap" "May overlap with another figure",
        /// It states no year, so that it is in no year's sum.
        YearNotStated "year-not-stated" "Year not stated",
        /// It adds to an earlier figure which is one of several that are not reconciled.
        CountsFromOpen "counts-from-open" "Counts from a figure that is not reconciled",
        /// The sum does not fit; no figure is shown rather than a wrong one.
        TooLarge "too-large" "Too large to add up",
    }
}

/// Whether a line counts in the sum that was asked for, or why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counts {
    /// It does.
    Yes,
    /// It is a part of these, which count instead: "of which".
    PartOf(Vec<MoneyId>),
    /// It says something else about the same thing than this one, which is gone by instead.
    RivalOf(MoneyId),
    /// It states the net of this one.
    NetOf(MoneyId),
    /// A person marked it as not in use.
    NotInUse,
    /// It is for several partners together, so that it is in none's own sum until a split is agreed.
    NotDivided,
    /// Not a line: what of these the parts do not itemise.
    NotItemised(Vec<MoneyId>),
}

/// A row of the table under the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The line; nothing for what is not itemised.
    pub line: Option<MoneyId>,
    /// The groups of the answer that its amount is in, or would be in if it counted: several where a split divides it.
    pub groups: Vec<GroupKey>,
    /// The year, where one is stated.
    pub year: Option<FinancialYear>,
    /// How far it is set in: 0, or 1 and more for "of which", rivals and net figures.
    pub depth: u8,
    /// The amount as it stands in this sum: a partner's share where one partner was asked for, the increase in the new view.
    pub amount: Pence,
    /// The upper end, where the paper gives a range.
    pub up_to: Option<Pence>,
    /// Whether it counts, or why not.
    pub counts: Counts,
    /// What a reader must see beside it.
    pub flags: BTreeSet<Flag>,
}

/// A group that appears in the answer, once for all years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupHead {
    /// Which.
    pub key: GroupKey,
    /// How it reads, such as "Bromsgrove and Redditch together".
    pub label: String,
    /// A partner's colour.
    pub series: Option<Series>,
}

/// A group's part of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupAmount {
    /// Which.
    pub key: GroupKey,
    /// How it reads.
    pub label: String,
    /// How much.
    pub amount: Pence,
    /// What it is held against.
    pub against: Yardstick,
    /// The amount less what it is held against; negative is a shortfall.
    pub variance: Option<Pence>,
    /// The amount as a share of what it is held against.
    pub delivered: Delivered,
}

/// What a figure is held against.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Yardstick {
    /// No target is set and no budget is approved.
    #[default]
    NotSet,
    /// Targets that people set, for all that is counted.
    Target {
        /// How much.
        amount: Pence,
        /// The lines that state it, with who set it and when.
        lines: Vec<MoneyId>,
    },
    /// The approved budget, which serves where no target is set.
    ApprovedBudget {
        /// How much.
        amount: Pence,
        /// The lines that state it.
        lines: Vec<MoneyId>,
    },
    /// Targets or budgets for only some of what is counted: nothing can be held against them as a whole.
    Partly {
        /// The lines that state them.
        lines: Vec<MoneyId>,
    },
}

impl Yardstick {
    /// The amount, where figures can be held against it.
    pub fn amount(&self) -> Option<Pence> {
        match self {
            Self::Target { amount, .. } | Self::ApprovedBudget { amount, .. } => Some(*amount),
            Self::NotSet | Self::Partly { .. } => None,
        }
    }
}

/// How much of a target was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Delivered {
    /// There is no target, or it is nought, or nothing is reported yet.
    #[default]
    NotApplicable,
    /// In tenths of a per cent: 935 is 93.5 %.
    Tenths(i64),
}

impl Delivered {
    /// Actual ÷ target, halves away from nought; not applicable without a target or with one of nought.
    pub fn of(amount: Option<Pence>, target: Option<Pence>) -> Self {
        let (Some(amount), Some(target)) = (amount, target.filter(|target| *target != Pence::ZERO)) else {
            return Self::NotApplicable;
        };
        let (amount, target) = (i128::from(amount.0) * 1000, i128::from(target.0));
        let halves = (amount.abs() * 2 + target.abs()) / (target.abs() * 2);
        i64::try_from(halves * amount.signum() * target.signum()).map_or(Self::NotApplicable, Self::Tenths)
    }
}

/// A year in the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Which; nothing for lines that state no year.
    pub year: Option<FinancialYear>,
    /// The sum. Nothing where no line counts: "not yet reported", which is not £0.
    pub total: Option<Pence>,
    /// Its groups in their order; they sum to the total.
    pub groups: Vec<GroupAmount>,
    /// What it is held against.
    pub against: Yardstick,
    /// The total less what it is held against; negative is a shortfall.
    pub variance: Option<Pence>,
    /// The total as a share of what it is held against.
    pub delivered: Delivered,
    /// What a reader must see beside it.
    pub flags: BTreeSet<Flag>,
}

/// A line that adds to an earlier statement which is not reconciled with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenIncrease {
    /// The year of the line.
    pub year: FinancialYear,
    /// The line that adds.
    pub line: MoneyId,
    /// The earlier statement that it is held against.
    pub counted: MoneyId,
    /// The one that it could be held against.
    pub other: MoneyId,
    /// What the sum of the year would be more by then; negative is less.
    pub more: Pence,
}

/// The whole answer.
#[derive(Debug, Clone, PartialEq)]
pub struct SavingsAnswer {
    /// Years with figures, targets or budgets, in order.
    pub bars: Vec<Bar>,
    /// What states no year.
    pub undated: Option<Bar>,
    /// The groups of all bars, in their order: the key of the chart.
    pub groups: Vec<GroupHead>,
    /// The lines of the chosen year, or of all years.
    pub rows: Vec<Row>,
    /// The sum of the chosen year, or of all years; where cumulative, of the last.
    pub total: Option<Pence>,
    /// What of figures with parts their parts do not itemise, in the rows.
    pub not_itemised: Option<Pence>,
    /// In the new view, increases over one of several earlier statements between which nobody has chosen.
    pub open_increases: Vec<OpenIncrease>,
    /// What a reader must see beside the whole.
    pub flags: BTreeSet<Flag>,
}

impl SavingsAnswer {
    /// The bar of a year.
    pub fn bar(&self, year: FinancialYear) -> Option<&Bar> {
        self.bars.iter().find(|bar| bar.year == Some(year))
    }
}
