//! Where the risks stand between likely and hard.

use std::collections::BTreeMap;

use crate::analysis::risks::chosen::Chosen;
use crate::analysis::risks::reference::place;
use crate::domain::level::Level;
use crate::domain::matrix::{Band, Matrix};
use crate::domain::risk::{Risk, RiskId};
use crate::domain::workspace::Workspace;
use crate::words::count::shortened;

/// How much of its title stands for a risk without a reference.
const TITLE_LENGTH: usize = 24;

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

/// Risks by cell. One without a level is in none: it is listed apart and never counts as nought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heatmap {
    /// Cells that hold risks, each in the order of references.
    pub cells: BTreeMap<Level, Vec<Mention>>,
    /// Those without a level, in the order of references.
    pub not_scored: Vec<Mention>,
    /// How many are in each band.
    pub bands: Bands,
}

impl Heatmap {
    /// The risks of a cell.
    pub fn at(&self, level: Level) -> &[Mention] {
        self.cells.get(&level).map(Vec::as_slice).unwrap_or_default()
    }

    /// The references of a cell.
    pub fn references(&self, level: Level) -> Vec<&str> {
        self.at(level).iter().map(|mention| mention.label.as_str()).collect()
    }

    /// How many risks it shows, those not scored among them.
    pub fn total(&self) -> usize {
        self.bands.high + self.bands.medium + self.bands.low + self.not_scored.len()
    }

    /// The highest score and the risks that have it, those that would hit harder first.
    pub fn highest(&self) -> Option<(u8, Vec<&Mention>)> {
        let score = self.cells.keys().map(|level| level.score()).max()?;
        let cells = self.cells.iter().rev().filter(|(level, _)| level.score() == score);
        let mut cells: Vec<_> = cells.collect();
        cells.sort_by_key(|(level, _)| std::cmp::Reverse(level.i));
        Some((score, cells.into_iter().flat_map(|(_, mentions)| mentions).collect()))
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

/// The heatmap of the chosen risks.
pub fn heatmap(workspace: &Workspace, chosen: &Chosen) -> Heatmap {
    let matrix = workspace.matrix();
    let mut heatmap = Heatmap::default();
    for risk in in_order(workspace, &matrix, chosen) {
        match risk.level {
            Some(level) => {
                heatmap.bands.count(matrix.band(level));
                heatmap.cells.entry(level).or_default().push(Mention::of(risk));
            }
            None => heatmap.not_scored.push(Mention::of(risk)),
        }
    }
    heatmap
}

fn in_order<'w>(workspace: &'w Workspace, matrix: &Matrix, chosen: &Chosen) -> Vec<&'w Risk> {
    let mut risks: Vec<&Risk> = workspace.risks.values().filter(|risk| chosen.holds(workspace, matrix, risk)).collect();
    risks.sort_by_cached_key(|risk| place(risk));
    risks
}
