//! A measure's year as a table: periods down the side, councils across.

use crate::analysis::measures::partners;
use crate::domain::measure::Measure;
use crate::domain::partner::PartnerId;
use crate::domain::performance::{Judgement, Line};
use crate::domain::period::Period;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::words::{self, measures, quantity};

/// A year of a measure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Periods {
    /// Whose figures stand in which column.
    pub heads: Vec<(PartnerId, String)>,
    /// A row for each period.
    pub rows: Vec<PeriodRow>,
    /// What the year comes to: to date, its target, the forecast, the baseline. A name and a figure for each council.
    pub totals: Vec<(&'static str, Vec<Option<String>>)>,
}

/// One period.
#[derive(Debug, Clone, PartialEq)]
pub struct PeriodRow {
    /// Which.
    pub period: Period,
    /// What it is called.
    pub name: String,
    /// What it came to for each council.
    pub cells: Vec<PeriodCell>,
}

/// One period of a council.
#[derive(Debug, Clone, PartialEq)]
pub struct PeriodCell {
    /// What was read; nothing where it is blank.
    pub reading: Option<String>,
    /// What was aimed at.
    pub target: Option<String>,
    /// How the one stands to the other.
    pub judgement: Judgement,
    /// What was noted.
    pub note: Option<String>,
}

/// A measure in a year.
pub fn by_period(workspace: &Workspace, measure: &Measure, year: FinancialYear) -> Periods {
    let partners = partners(workspace, measure, year);
    let lines: Vec<Line<'_>> = partners.iter().map(|partner| Line::of(workspace, measure, partner, year)).collect();
    let row = |period: &Period| PeriodRow {
        period: *period,
        name: measures::period(*period, year),
        cells: lines.iter().map(|line| cell(line, *period)).collect(),
    };
    let total = |name: &'static str, of: &dyn Fn(&Line<'_>) -> Option<String>| (name, lines.iter().map(of).collect());
    Periods {
        rows: measure.often().periods().iter().map(row).collect(),
        totals: vec![
            total("Year to date", &|line| {
                let figure = quantity::rounded(line.to_date()?);
                Some(line.judged().map_or_else(
                    |_| figure.clone(),
                    |judged| format!("{figure}: {}", measures::judged(&judged, None).to_lowercase()),
                ))
            }),
            total("Target to date", &|line| line.target_to_date().ok().map(|aim| measures::aim(&aim))),
            total("Target for the year", &|line| line.target_of_year().map(|aim| measures::aim(&aim))),
            total("Forecast for year end", &|line| line.forecast().map(measures::forecast)),
            total("Baseline", &|line| line.start().map(measures::start)),
        ],
        heads: partners.into_iter().map(|partner| (partner.clone(), words::partner::short(workspace, &partner))).collect(),
    }
}

fn cell(line: &Line<'_>, period: Period) -> PeriodCell {
    let reading = line.readings.and_then(|readings| readings.at(period));
    PeriodCell {
        reading: reading.map(|reading| measures::reading(line.measure, reading)),
        target: line.target(period).map(measures::aim),
        judgement: line.judged_at(period),
        note: reading.and_then(|reading| reading.note.clone()),
    }
}
