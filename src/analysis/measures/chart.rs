//! What is drawn of a measure: a panel for each council, so that no two lines need telling apart, and a sentence for each.

use crate::analysis::measures::partners;
use crate::analysis::measures::register::since;
use crate::domain::measure::{Measure, YearToDate};
use crate::domain::partner::PartnerId;
use crate::domain::performance::Line;
use crate::domain::period::Period;
use crate::domain::quantity::Quantity;
use crate::domain::reading::Aim;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::words::{self, measures, quantity};

/// A measure's year.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What it shows.
    pub caption: String,
    /// Of readings that are added up, their running total is drawn.
    pub is_running: bool,
    /// One for each council.
    pub panels: Vec<Panel>,
}

/// A council's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Whose.
    pub partner: PartnerId,
    /// What it is called.
    pub called: String,
    /// A column for each period.
    pub columns: Vec<Column>,
    /// How it stood before sharing.
    pub baseline: Option<Quantity>,
    /// Expected at year end.
    pub forecast: Option<Quantity>,
    /// The same in words.
    pub says: String,
}

/// A period.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What it is called.
    pub name: String,
    /// In three letters or so.
    pub short: String,
    /// What is drawn of it; nothing where there is no reading.
    pub figure: Option<Quantity>,
    /// Whether it is a gap: it is over and has no reading.
    pub is_missing: bool,
    /// What is aimed at.
    pub target: Option<Aim>,
}

/// What is drawn of a measure, as at a day.
pub fn picture(workspace: &Workspace, measure: &Measure, year: FinancialYear, today: chrono::NaiveDate) -> Picture {
    let reading = workspace.reading(today);
    let is_running = measure.rule() == YearToDate::Sum;
    let unit = measure.unit.as_deref().filter(|unit| !unit.trim().is_empty());
    let unit = unit.map(|unit| format!(", {unit}")).unwrap_or_default();
    let what = if is_running { "running total " } else { "" };
    let often = measure.often().label().to_lowercase();
    Picture {
        caption: format!("{}{unit}: {what}{often}, {year}", measure.name.as_deref().unwrap_or("Measure without a name")),
        is_running,
        panels: partners(workspace, measure, year)
            .into_iter()
            .map(|partner| {
                let line = Line::of(workspace, measure, &partner, year);
                Panel {
                    called: words::partner::short(workspace, &partner),
                    columns: columns(&line, reading),
                    baseline: line.start().map(|start| start.value),
                    forecast: line.forecast().map(|forecast| forecast.value),
                    says: says(&line, reading),
                    partner,
                }
            })
            .collect(),
    }
}

fn columns(line: &Line<'_>, reading: chrono::NaiveDate) -> Vec<Column> {
    let missing = line.missing(reading);
    let is_running = line.measure.rule() == YearToDate::Sum;
    let (mut total, mut aimed): (Option<Quantity>, Option<Quantity>) = (Some(Quantity::ZERO), Some(Quantity::ZERO));
    let column = |period: &Period| {
        let (figure, target) = (line.figure(*period), line.target(*period).cloned());
        let name = measures::period(*period, line.year);
        let (figure, target) = if is_running {
            total = figure.map_or(total, |figure| total?.plus(figure));
            // A target that is missing once leaves the running one without an end.
            aimed = aimed.zip(target.as_ref()).and_then(|(sum, target)| sum.plus(target.value));
            let is_last = line.periods().last() == Some(period);
            let whole = line.target_of_year().filter(|_| is_last).map(|aim| aim.value);
            let target = whole.or(aimed).map(|value| Aim { value, up_to: None, note: None });
            (figure.and(total), target)
        } else {
            (figure, target)
        };
        Column { short: short(*period), name, figure, is_missing: missing.contains(period), target }
    };
    line.periods().iter().map(column).collect()
}

fn short(period: Period) -> String {
    match period.key().as_bytes().first() {
        Some(b'p') => period.label().chars().take(3).collect(),
        Some(b'q') => period.key().to_uppercase(),
        _ => "Year".to_owned(),
    }
}

/// `146.98 kg to December 2010: amber, 2.79 % worse than its target. Worse than the period before. …`
fn says(line: &Line<'_>, reading: chrono::NaiveDate) -> String {
    let unit = line.measure.unit.as_deref();
    let mut sentences = Vec::new();
    match (line.to_date(), line.latest()) {
        (Some(to_date), Some(latest)) => {
            let figure = quantity::of_unit(&quantity::rounded(to_date), unit);
            let stands = match line.judged() {
                Ok(judged) => measures::judged(&judged, unit).to_lowercase(),
                Err(why) => measures::not_judged(why).to_lowercase(),
            };
            sentences.push(format!("{figure} to {}: {stands}.", measures::period(latest, line.year)));
            sentences.extend(line.trend().map(|trend| match trend {
                crate::domain::performance::Trend::Same => "The same as the period before.".to_owned(),
                trend => format!("{} on the period before.", trend.label()),
            }));
        }
        _ => sentences.push(format!("No reading in {}.", line.year)),
    }
    sentences.extend(line.trend_on_last_year().map(|trend| format!("{} on the same period last year.", trend.label())));
    sentences.extend(since(line).map(|since| format!("Since sharing: {since}.")));
    sentences.extend(line.forecast().map(|forecast| format!("Forecast for year end: {}.", measures::forecast(forecast))));
    let missing = line.missing(reading);
    if line.latest().is_some() && !missing.is_empty() {
        let names = missing.iter().map(|period| period.label());
        sentences.push(format!("No reading for {}.", words::list(names)));
    }
    sentences.join(" ")
}
