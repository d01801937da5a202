//! A grid to enter a whole period of a service: measures down the side, councils across, and what is typed into it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::analysis::measures::{of_service, partners};
use crate::domain::command::Entered;
use crate::domain::measure::{Measure, MeasureId, Polarity, YearToDate};
use crate::domain::partner::PartnerId;
use crate::domain::period::{Frequency, Period};
use crate::domain::reading::{Baseline, BaselineId, Filling, Readings, ReadingsId, Start, Targets, TargetsId};
use crate::domain::service::ServiceId;
use crate::domain::source::Source;
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;
use crate::words::typed::{aim, aim_typed, noted, outlook, reading, reading_typed};
use crate::words::{self, quantity};

/// What is entered, and of when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Of which service.
    pub service: ServiceId,
    /// What.
    pub filling: Filling,
    /// In which year.
    pub year: FinancialYear,
    /// Of which period of it; of no account for baselines and forecasts.
    pub period: Period,
}

/// A grid as it stands before anything is typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// Whose figures stand in which column.
    pub heads: Vec<(PartnerId, String)>,
    /// A row for each measure.
    pub rows: Vec<GridRow>,
}

/// A measure in the grid.
#[derive(Debug, Clone, PartialEq)]
pub struct GridRow {
    /// Which.
    pub measure: MeasureId,
    /// What it is called.
    pub name: String,
    /// In what it is counted, and how it is written.
    pub hint: String,
    /// One for each column; none where the council has no part in it.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// By which it is known, on the page and in drafts.
    pub key: String,
    /// What stands in it.
    pub shown: String,
    /// The record as it was when the grid was opened.
    pub before: Option<Thing>,
    /// Which record that is, or will be.
    pub record: Option<Subject>,
}

/// What is typed, by the key of the cell, and what is said of all that is new.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Typed {
    /// What stands in the cells.
    pub cells: BTreeMap<String, String>,
    /// The day at which baselines were so.
    pub on: Option<NaiveDate>,
    /// Where the figures are stated.
    pub source: Option<Source>,
}

/// A cell that cannot be read, and why.
pub type Wrong = (String, String);

/// The periods for which something can be entered of a service: those in which one of its measures is read.
pub fn periods(workspace: &Workspace, service: &ServiceId, filling: Filling) -> Vec<Period> {
    let often: Vec<Frequency> = of_service(workspace, service).iter().map(|measure| measure.often()).collect();
    let is_read = |period: &&Period| often.contains(&period.frequency());
    match filling {
        Filling::Readings => Period::ALL.iter().filter(is_read).copied().collect(),
        Filling::Targets => Period::ALL.iter().filter(|period| **period == Period::Year || is_read(period)).copied().collect(),
        Filling::Forecasts | Filling::Baselines => vec![Period::Year],
    }
}

/// The grid of a place.
pub fn grid(workspace: &Workspace, place: &Place) -> Grid {
    let is_asked = |measure: &&Measure| match place.filling {
        Filling::Readings => measure.often() == place.period.frequency(),
        Filling::Targets => place.period == Period::Year || measure.often() == place.period.frequency(),
        Filling::Forecasts | Filling::Baselines => true,
    };
    let asked: Vec<&Measure> = of_service(workspace, &place.service).into_iter().filter(is_asked).collect();
    let mut heads: Vec<PartnerId> = Vec::new();
    for partner in asked.iter().flat_map(|measure| partners(workspace, measure, place.year)) {
        if !heads.contains(&partner) {
            heads.push(partner);
        }
    }
    let order = workspace.settings().and_then(|about| about.order.as_deref()).unwrap_or_default();
    heads.order_by_key(|partner| {
        (order.iter().position(|known| known == partner).unwrap_or(usize::MAX), words::partner::short(workspace, partner))
    });
    let row = |measure: &&Measure| GridRow {
        measure: measure.id.clone(),
        name: words::name(workspace, &Subject::from(&measure.id)),
        hint: hint(measure, place.filling),
        cells: heads.iter().map(|partner| cell(workspace, measure, partner, place)).collect(),
    };
    Grid {
        rows: asked.iter().map(row).collect(),
        heads: heads.into_iter().map(|partner| (partner.clone(), words::partner::short(workspace, &partner))).collect(),
    }
}

fn hint(measure: &Measure, filling: Filling) -> String {
    let unit = measure.unit.as_deref().map(str::trim).filter(|unit| !unit.is_empty());
    let how = match (filling, measure.rule(), measure.better()) {
        (Filling::Readings, YearToDate::Ratio, _) => Some("such as 43 of 50"),
        (Filling::Targets, _, Polarity::Within) => Some("such as 10 to 20"),
        _ => None,
    };
    unit.into_iter().chain(how).collect::<Vec<_>>().join(", ")
}

fn cell(workspace: &Workspace, measure: &Measure, partner: &PartnerId, place: &Place) -> Cell {
    let before = record(measure, partner, place).and_then(|record| workspace.thing(&record));
    Cell {
        key: format!("{}/{}", measure.id.rest(), partner.rest()),
        shown: before.as_ref().and_then(|thing| shown(thing, place)).unwrap_or_default(),
        record: record(measure, partner, place),
        before,
    }
}

fn record(measure: &Measure, partner: &PartnerId, place: &Place) -> Option<Subject> {
    match place.filling {
        Filling::Readings | Filling::Forecasts => ReadingsId::of(&measure.id, place.year, partner).as_ref().map(Subject::from),
        Filling::Targets => TargetsId::of(&measure.id, place.year, partner).as_ref().map(Subject::from),
        Filling::Baselines => BaselineId::of(&measure.id, partner).as_ref().map(Subject::from),
    }
}

fn shown(thing: &Thing, place: &Place) -> Option<String> {
    match thing {
        Thing::Readings(readings) if place.filling == Filling::Forecasts => {
            let outlook = readings.forecast.as_ref()?;
            Some(noted(quantity::exact(outlook.value), outlook.note.as_deref()))
        }
        Thing::Readings(readings) => readings.at(place.period).map(reading_typed),
        Thing::Targets(targets) => targets.at(place.period).map(aim_typed),
        Thing::Baseline(baseline) => {
            let start = baseline.start.as_ref()?;
            Some(noted(quantity::exact(start.value), start.note.as_deref()))
        }
        _ => None,
    }
}

/// Everything that was typed anew, ready to be entered; or every cell that cannot be read, with its sentence. Cells that
/// stand as they stood are left alone.
pub fn read(workspace: &Workspace, place: &Place, grid: &Grid, typed: &Typed) -> Result<Vec<Entered>, Vec<Wrong>> {
    let mut entered = Vec::new();
    let mut wrong = Vec::new();
    for row in &grid.rows {
        let Some(measure) = workspace.measures.get(&row.measure) else { continue };
        for cell in &row.cells {
            let Some(text) = typed.cells.get(&cell.key).filter(|text| text.trim() != cell.shown) else { continue };
            match changed(measure, cell, place, text, typed) {
                Ok(Some(after)) => entered.push(Entered { before: cell.before.clone(), withdrawn: None, after }),
                Ok(None) => {}
                Err(says) => wrong.push((cell.key.clone(), says)),
            }
        }
    }
    if wrong.is_empty() { Ok(entered) } else { Err(wrong) }
}

fn changed(measure: &Measure, cell: &Cell, place: &Place, text: &str, typed: &Typed) -> Result<Option<Thing>, String> {
    let Some(record) = &cell.record else { return Ok(None) };
    let source = |before: &Option<Source>| typed.source.clone().or_else(|| before.clone());
    let thing: Option<Thing> = match place.filling {
        Filling::Readings | Filling::Forecasts => {
            let blank = || record.typed::<ReadingsId>().map(Readings::new);
            let before = match &cell.before {
                Some(Thing::Readings(readings)) => Some((**readings).clone()),
                _ => blank(),
            };
            let Some(mut readings) = before else { return Ok(None) };
            if place.filling == Filling::Forecasts {
                readings.forecast = outlook(text)?;
            } else {
                readings.put(place.period, reading(text, measure)?);
            }
            readings.source = source(&readings.source);
            Some(readings.into())
        }
        Filling::Targets => {
            let before = match &cell.before {
                Some(Thing::Targets(targets)) => Some((**targets).clone()),
                _ => record.typed::<TargetsId>().map(Targets::new),
            };
            let Some(mut targets) = before else { return Ok(None) };
            targets.put(place.period, aim(text, measure)?);
            targets.source = source(&targets.source);
            Some(targets.into())
        }
        Filling::Baselines => {
            let before = match &cell.before {
                Some(Thing::Baseline(baseline)) => Some((**baseline).clone()),
                _ => record.typed::<BaselineId>().map(Baseline::new),
            };
            let Some(mut baseline) = before else { return Ok(None) };
            let outlook = outlook(text)?;
            let on = typed.on.or_else(|| baseline.start.as_ref().and_then(|start| start.on));
            if outlook.is_some() && on.is_none() {
                return Err("Say above this table at which day it was so: a baseline needs its day.".to_owned());
            }
            baseline.start = outlook.map(|outlook| Start { value: outlook.value, on, note: outlook.note });
            baseline.source = source(&baseline.source);
            Some(baseline.into())
        }
    };
    Ok(thing)
}
