//! Where the risks stand between likely and hard.

use std::collections::BTreeMap;

use crate::analysis::risks::chosen::Chosen;
use crate::analysis::risks::reference::by_reference;
use crate::domain::level::Level;
use crate::domain::matrix::Band;
use crate::domain::risk::{Risk, RiskId};
use crate::domain::workspace::Workspace;
use crate::order::{InOrder, OneByOne};
use crate::words::count::shortened;

/// How much of its title stands for a risk without a reference.
const TITLE_LENGTH: usize = 24;

/// How many risks of a cell are named: no page shows more of them there.
pub const NAMED: usize = 30;

/// A risk as a cell or a sentence mentions it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Which.
    pub id: RiskId,
    /// Its reference; the beginning of its title where it has none.
    pub label: String,
}

/// How many scored risks are in each band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bands {
    /// From the high band's first score on.
    pub high: usize,
    /// Between.
    pub medium: usize,
    /// Below.
    pub low: usize,
}

/// Some risks of which the first are named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    /// How many.
    pub count: usize,
    /// The first of them in the order of references.
    pub named: Vec<Mention>,
}

/// Risks by cell. One without a level is in none: it is listed apart and never counts as nought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heatmap {
    /// Cells that hold risks.
    pub cells: BTreeMap<Level, Held>,
    /// Those without a level.
    pub not_scored: Held,
    /// How many are in each band.
    pub bands: Bands,
}

impl Heatmap {
    /// How many risks a cell holds.
    pub fn count(&self, level: Level) -> usize {
        self.cells.get(&level).map_or(0, |held| held.count)
    }

    /// The first references of a cell.
    pub fn references(&self, level: Level) -> Vec<&str> {
        let held = self.cells.get(&level).into_iter();
        held.flat_map(|held| &held.named).map(|mention| mention.label.as_str()).collect()
    }

    /// How many risks it shows, those not scored among them.
    pub fn total(&self) -> usize {
        self.bands.high + self.bands.medium + self.bands.low + self.not_scored.count
    }

    /// The highest score, how many risks have it, and the first of them, those that would hit harder first.
    pub fn highest(&self) -> Option<(u8, usize, Vec<&str>)> {
        let score = self.cells.keys().map(|level| level.score()).max()?;
        let mut levels: Vec<_> = self.cells.keys().copied().filter(|level| level.score() == score).collect();
        levels.order_by_key(|level| std::cmp::Reverse(level.i));
        let count = levels.iter().map(|level| self.count(*level)).sum();
        Some((score, count, levels.into_iter().flat_map(|level| self.references(level)).collect()))
    }
}

impl Bands {
    /// How many are in a band.
    pub fn of(self, band: Band) -> usize {
        match band {
            Band::High => self.high,
            Band::Medium => self.medium,
            Band::Low => self.low,
        }
    }

    fn count(&mut self, band: Band) {
        match band {
            Band::High => self.high += 1,
            Band::Medium => self.medium += 1,
            Band::Low => self.low += 1,
        }
    }
}

impl Mention {
    pub(crate) fn of(risk: &Risk) -> Self {
        let label = match (risk.reference.as_deref(), risk.title.as_deref()) {
            (Some(reference), _) if !reference.is_empty() => reference.to_owned(),
            (_, Some(title)) if !title.is_empty() => shortened(title, TITLE_LENGTH),
            _ => "without a reference".to_owned(),
        };
        Self { id: risk.id.clone(), label }
    }
}

/// The first risks of a cell on their way into it.
#[derive(Default)]
struct First<'w> {
    count: usize,
    in_order: Vec<&'w Risk>,
}

impl<'w> First<'w> {
    /// Most risks come after all that are named already: one look tells.
    fn add(&mut self, risk: &'w Risk) {
        self.count += 1;
        let comes_before = |other: &&Risk| by_reference(risk, other).is_lt();
        if self.in_order.len() == NAMED && !self.in_order.last().is_some_and(comes_before) {
            return;
        }
        let place = self.in_order.partition_point(|other| by_reference(other, risk).is_lt());
        self.in_order.insert(place, risk);
        self.in_order.truncate(NAMED);
    }

    fn held(&self) -> Held {
        Held { count: self.count, named: self.in_order.iter().map(|risk| Mention::of(risk)).collect() }
    }
}

/// The heatmap of the chosen risks.
pub fn heatmap(workspace: &Workspace, chosen: &Chosen) -> Heatmap {
    let matrix = workspace.matrix();
    let mut bands = Bands::default();
    let mut cells: BTreeMap<Level, First<'_>> = BTreeMap::new();
    let mut not_scored = First::default();
    for risk in workspace.risks.values().filter(|risk| chosen.holds(workspace, &matrix, risk)) {
        match risk.level {
            Some(level) => {
                bands.count(matrix.band(level));
                cells.entry(level).or_default().add(risk);
            }
            None => not_scored.add(risk),
        }
    }
    Heatmap {
        cells: cells.into_iter().map(|(level, first)| (level, first.held())).one_by_one(),
        not_scored: not_scored.held(),
        bands,
    }
}
