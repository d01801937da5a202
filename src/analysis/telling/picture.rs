//! An answer as a chart shows it: consecutive years, and in each at most eight groups. A second answer, on another basis,
//! can stand beside it; the two are never added.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::savings::{Bar, Counts, Group, GroupHead, GroupKey, Row, SavingsAnswer, SavingsQuestion, View, Yardstick};
use crate::domain::money::{Basis, MoneyId};
use crate::domain::partner::{PartnerId, Series};
use crate::domain::pence::Pence;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::{InOrder, OneByOne};
use crate::words;

/// As many groups as there are colours and patterns.
const MOST_GROUPS: usize = 8;
/// A slip in one line's year is not to draw a century.
const LONGEST_GAP: i32 = 12;
/// The mark of all groups that are not shown by themselves.
const OTHERS: &str = "others";

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Of which programme alone, by its name; nothing where it is of everything.
    pub of: Option<String>,
    /// On which basis.
    pub basis: Option<Basis>,
    /// On which other basis figures stand beside those.
    pub beside: Option<Basis>,
    /// How years are counted.
    pub view: View,
    /// What its groups are.
    pub group: Group,
    /// Years.
    pub columns: Vec<Column>,
    /// Groups.
    pub groups: Vec<Shown>,
}

/// A year.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Which.
    pub year: FinancialYear,
    /// The sum; nothing where none is stated, which is not £0.
    pub total: Option<Pence>,
    /// One amount a group; nothing where none is stated.
    pub parts: Vec<Option<Pence>>,
    /// What the sum is held against.
    pub against: Yardstick,
    /// The same year on the basis that stands beside; empty where none does.
    pub beside: Beside,
}

impl Column {
    /// Every amount that is compared within the year.
    pub(super) fn amounts(&self) -> impl Iterator<Item = Pence> {
        let parts = self.parts.iter().chain(&self.beside.parts).copied();
        parts.chain([self.total, self.beside.total, self.against.amount()]).flatten()
    }
}

/// What a year comes to on the basis that stands beside the chosen one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Beside {
    /// The sum; nothing where none is stated.
    pub total: Option<Pence>,
    /// One amount a group.
    pub parts: Vec<Option<Pence>>,
}

/// One of the two bases of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// The one that is shown.
    Shown,
    /// The one that stands beside it.
    Beside,
}

/// A group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// How addresses name it.
    pub mark: String,
    /// How it reads.
    pub label: String,
    /// A few letters for it.
    pub short: String,
    /// Its colour and pattern, 1 to 8.
    pub colour: u8,
}

impl Picture {
    /// The picture of an answer.
    pub fn of(workspace: &Workspace, question: &SavingsQuestion, answer: &SavingsAnswer) -> Self {
        Self::with_beside(workspace, question, answer, None)
    }

    /// The picture of an answer with that to the same question on another basis beside it.
    pub fn with_beside(
        workspace: &Workspace,
        question: &SavingsQuestion,
        answer: &SavingsAnswer,
        beside: Option<(Basis, &SavingsAnswer)>,
    ) -> Self {
        let other = beside.map(|(_, answer)| answer);
        let answers: Vec<&SavingsAnswer> = std::iter::once(answer).chain(other).collect();
        let groups = shown(workspace, question.group, &answers);
        let places: BTreeMap<&str, usize> =
            groups.iter().enumerate().map(|(place, group)| (group.mark.as_str(), place)).one_by_one();
        let parts = |bar: Option<&Bar>| bar.map_or_else(|| vec![None; groups.len()], |bar| parts(bar, &places, groups.len()));
        let total = |bar: Option<&Bar>| bar.and_then(|bar| bar.total);
        let column = |year: FinancialYear| {
            let bar = answer.bar(year);
            let beside = other.map(|other| other.bar(year));
            Column {
                year,
                total: total(bar),
                parts: parts(bar),
                against: bar.map(|bar| bar.against.clone()).unwrap_or_default(),
                beside: beside.map(|bar| Beside { total: total(bar), parts: parts(bar) }).unwrap_or_default(),
            }
        };
        let columns = years(&answers).into_iter().map(column).collect();
        Self {
            of: question.programme.as_ref().map(|id| words::name(workspace, &Subject::from(id))),
            basis: question.basis,
            beside: beside.map(|(basis, _)| basis),
            view: question.view,
            group: question.group,
            columns,
            groups,
        }
    }

    /// The groups that have a mark in the drawing: on the basis that is shown, or on the one that stands beside.
    pub fn drawn(&self, on: On) -> impl Iterator<Item = &Shown> {
        let has_mark = move |place: usize| {
            let parts = |column: &'_ Column| match on {
                On::Shown => column.parts.get(place).copied(),
                On::Beside => column.beside.parts.get(place).copied(),
            };
            self.columns.iter().filter_map(parts).flatten().any(|part| part != Pence::ZERO)
        };
        self.groups.iter().enumerate().filter(move |(place, _)| has_mark(*place)).map(|(_, group)| group)
    }

    /// A group by its mark.
    pub fn group(&self, mark: &str) -> Option<&Shown> {
        self.groups.iter().find(|group| group.mark == mark)
    }

    /// A year's amount, of one group or of all.
    pub fn amount(&self, year: FinancialYear, mark: Option<&str>) -> Option<Pence> {
        let column = self.columns.iter().find(|column| column.year == year)?;
        self.one_of(column.total, &column.parts, mark)
    }

    /// It on the basis that stands beside.
    pub fn amount_beside(&self, year: FinancialYear, mark: Option<&str>) -> Option<Pence> {
        let beside = &self.columns.iter().find(|column| column.year == year)?.beside;
        self.one_of(beside.total, &beside.parts, mark)
    }

    /// An amount in a few letters, or in full where another of the same year that differs would read the same.
    pub fn said(&self, year: FinancialYear, amount: Pence) -> String {
        let columns = self.columns.iter().filter(|column| column.year == year);
        words::money::apart(amount, columns.flat_map(Column::amounts))
    }

    fn one_of(&self, total: Option<Pence>, parts: &[Option<Pence>], mark: Option<&str>) -> Option<Pence> {
        match mark {
            None => total,
            Some(mark) => *parts.get(self.groups.iter().position(|group| group.mark == mark)?)?,
        }
    }

    /// The rows that belong to one group: its own lines with all that stands under and beside them.
    pub fn rows_of(&self, rows: &[Row], mark: &str) -> Vec<Row> {
        self.belonging(rows, mark).cloned().collect()
    }

    /// The same, without a copy.
    pub(super) fn belonging<'r>(&self, rows: &'r [Row], mark: &str) -> impl Iterator<Item = &'r Row> {
        let others = rows.iter().filter(|row| row.depth == 0 && !self.holds(row, mark));
        let others: BTreeSet<&MoneyId> = others.filter_map(|row| row.line.as_ref()).one_by_one();
        let (mut whole_block, mut is_shared) = (false, false);
        rows.iter().filter(move |row| {
            let own = self.holds(row, mark);
            match (row.depth, &row.counts) {
                (0, _) => (whole_block, is_shared) = (own, false),
                // A part of this group's figure and another's together is not this group's.
                (1, Counts::PartOf(wholes) | Counts::NotItemised(wholes)) => {
                    is_shared = wholes.iter().any(|whole| others.contains(whole));
                }
                _ => {}
            }
            (whole_block && !is_shared) || own
        })
    }

    fn holds(&self, row: &Row, wanted: &str) -> bool {
        row.groups.iter().map(mark).any(|own| if wanted == OTHERS { self.group(&own).is_none() } else { own == wanted })
    }
}

/// How addresses name a group.
fn mark(key: &GroupKey) -> String {
    let joined = |names: Vec<&str>| names.join("+");
    match key {
        GroupKey::All => "all".to_owned(),
        GroupKey::Partner(id) => id.rest().to_owned(),
        GroupKey::Together(ids) => joined(ids.iter().map(PartnerId::rest).collect()),
        GroupKey::PartnerNotStated | GroupKey::NotStated => "not-stated".to_owned(),
        GroupKey::Service(id) => id.rest().to_owned(),
        GroupKey::Several(subjects) => joined(subjects.iter().map(Subject::rest).collect()),
        GroupKey::NotItemised(id) => format!("not-itemised.{}", id.rest()),
        GroupKey::Programme(id) => id.rest().to_owned(),
        GroupKey::Others => OTHERS.to_owned(),
    }
}

/// What each group that is shown comes to in a year; nothing where none is stated or where it does not fit.
fn parts(bar: &Bar, places: &BTreeMap<&str, usize>, many: usize) -> Vec<Option<Pence>> {
    let mut sums: Vec<Option<i128>> = vec![None; many];
    for group in &bar.groups {
        let place = places.get(mark(&group.key).as_str()).or_else(|| places.get(OTHERS));
        if let Some(sum) = place.and_then(|place| sums.get_mut(*place)) {
            *sum = Some(sum.unwrap_or(0) + i128::from(group.amount.0));
        }
    }
    sums.into_iter().map(|sum| i64::try_from(sum?).ok().map(Pence)).collect()
}

/// Every year from the first to the last, so that equal steps are equal times.
fn years(answers: &[&SavingsAnswer]) -> Vec<FinancialYear> {
    let stated: BTreeSet<FinancialYear> = answers.iter().flat_map(|answer| &answer.bars).filter_map(|bar| bar.year).one_by_one();
    let mut years: Vec<FinancialYear> = Vec::new();
    for year in stated {
        while let Some(last) = years.last().filter(|last| last.start() + 1 < year.start()) {
            match last.next().filter(|_| year.start() - last.start() <= LONGEST_GAP) {
                Some(next) => years.push(next),
                None => break,
            }
        }
        years.push(year);
    }
    years
}

fn shown(workspace: &Workspace, by: Group, answers: &[&SavingsAnswer]) -> Vec<Shown> {
    let mut seen = BTreeSet::new();
    let heads = answers.iter().flat_map(|answer| &answer.groups);
    let all: Vec<&GroupHead> = heads.filter(|head| seen.insert(&head.key)).collect();
    let mut kept: Vec<usize> = (0..all.len()).collect();
    if kept.len() > MOST_GROUPS {
        let mut sizes: BTreeMap<&GroupKey, u64> = BTreeMap::new();
        for group in answers.iter().flat_map(|answer| &answer.bars).flat_map(|bar| &bar.groups) {
            let size = sizes.entry(&group.key).or_default();
            *size = group.amount.0.unsigned_abs().max(*size);
        }
        let size = |place: &usize| all.get(*place).and_then(|head| sizes.get(&head.key));
        kept.order_by_key(|place| Reverse(size(place).copied()));
        kept.truncate(MOST_GROUPS - 1);
        kept.order_by(Ord::cmp);
    }
    let heads: Vec<_> = kept.iter().filter_map(|place| all.get(*place)).collect();
    let mut taken: BTreeSet<u8> = BTreeSet::new();
    let own: Vec<Option<u8>> =
        heads.iter().map(|head| head.series.and_then(number).filter(|colour| taken.insert(*colour))).collect();
    // What is no partner's does not look like one that has nothing here; only where colours run out does it share one.
    let partners = workspace.partners.values().filter(|_| by == Group::Partner);
    let kept_for: BTreeSet<u8> = partners.filter_map(|partner| partner.series.and_then(number)).one_by_one();
    let (spoken_for, spare): (Vec<u8>, Vec<u8>) =
        (1..=8_u8).filter(|colour| !taken.contains(colour)).partition(|colour| kept_for.contains(colour));
    let mut free = spare.into_iter().chain(spoken_for);
    let mut shown: Vec<Shown> = heads
        .iter()
        .zip(own)
        .map(|(head, colour)| Shown {
            mark: mark(&head.key),
            label: head.label.clone(),
            short: short(workspace, &head.key),
            colour: colour.or_else(|| free.next()).unwrap_or(8),
        })
        .collect();
    if heads.len() < all.len() {
        let label = format!("{} others", all.len() - heads.len());
        shown.push(Shown { mark: OTHERS.to_owned(), label, short: "others".to_owned(), colour: free.next().unwrap_or(8) });
    }
    shown
}

fn number(series: Series) -> Option<u8> {
    series.key().parse().ok()
}

/// The letters of partners; nothing else has any.
fn short(workspace: &Workspace, key: &GroupKey) -> String {
    let code = |id: &PartnerId| workspace.partners.get(id).and_then(|partner| partner.code.clone()).unwrap_or_default();
    match key {
        GroupKey::Partner(id) => code(id),
        GroupKey::Together(ids) => ids.iter().map(code).collect::<Vec<_>>().join("+"),
        _ => String::new(),
    }
}
