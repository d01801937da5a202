//! Each council's cost and performance before sharing, side by side (S4c 4.3): the baselines of a service's measures. A cost
//! is a measure too, counted in pounds.

use crate::analysis::measures::of_service;
use crate::domain::measure::{Measure, Polarity};
use crate::domain::partner::PartnerId;
use crate::domain::quantity::Quantity;
use crate::domain::reading::{Baseline, BaselineId};
use crate::domain::service::ServiceId;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::words;

/// The baselines of a service.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// The councils.
    pub councils: Vec<String>,
    /// A row for each measure: costs first.
    pub rows: Vec<Compared>,
}

/// A measure before sharing.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// What is measured, and in what.
    pub measure: String,
    /// Which way is better.
    pub better: &'static str,
    /// What each council stated; nothing where it stated none.
    pub cells: Vec<Option<Before>>,
}

/// A council's baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// The figure with its unit, and its day.
    pub says: String,
    /// Whether it can be relied on: with its day and its source.
    pub is_whole: bool,
    /// Whether it is the best of several.
    pub is_best: bool,
}

/// Every measure of a service, with every council's baseline.
pub fn comparison(workspace: &Workspace, service: &ServiceId) -> Comparison {
    let mut measures = of_service(workspace, service);
    measures.order_by_key(|measure| !is_cost(measure));
    let mut councils: Vec<PartnerId> = Vec::new();
    let taking_part = workspace.parts_in(service).map(|(partner, _)| partner);
    let with_figures = measures.iter().flat_map(|measure| workspace.with_figures(&measure.id));
    for council in taking_part.chain(with_figures) {
        if !councils.contains(&council) {
            councils.push(council);
        }
    }
    let order = workspace.settings().and_then(|about| about.order.as_deref()).unwrap_or_default();
    councils.order_by_key(|council| {
        (order.iter().position(|known| known == council).unwrap_or(usize::MAX), words::partner::short(workspace, council))
    });
    Comparison {
        rows: measures.iter().map(|measure| compared(workspace, measure, &councils)).collect(),
        councils: councils.iter().map(|council| words::partner::short(workspace, council)).collect(),
    }
}

/// Whether it is counted in pounds.
fn is_cost(measure: &Measure) -> bool {
    measure.unit.as_deref().is_some_and(|unit| unit.trim_start().starts_with('£'))
}

fn compared(workspace: &Workspace, measure: &Measure, councils: &[PartnerId]) -> Compared {
    let of = |council: &PartnerId| workspace.baselines.get(&BaselineId::of(&measure.id, council)?);
    let figures: Vec<Quantity> = councils.iter().filter_map(|council| Some(of(council)?.start.as_ref()?.value)).collect();
    let best = match measure.better() {
        _ if figures.len() < 2 => None,
        Polarity::Higher => figures.iter().max(),
        Polarity::Lower => figures.iter().min(),
        Polarity::Within | Polarity::Information => None,
    };
    // Where all are alike, none is the best.
    let best = best.filter(|best| figures.iter().any(|figure| figure != *best));
    let before = |baseline: &Baseline| {
        let start = baseline.start.as_ref()?;
        Some(Before { says: words::measures::start(start), is_whole: baseline.is_whole(), is_best: best == Some(&start.value) })
    };
    let name = measure.name.as_deref().unwrap_or("A measure without a name");
    Compared {
        measure: measure.unit.as_ref().map_or_else(|| name.to_owned(), |unit| format!("{name} ({unit})")),
        better: measure.better().label(),
        cells: councils.iter().map(|council| of(council).and_then(before)).collect(),
    }
}
