//! Every measure by its service, and under it how it stands for each council.

use std::collections::BTreeMap;

use crate::analysis::measures::{in_order, partners};
use crate::domain::measure::{Measure, MeasureId, YearToDate};
use crate::domain::partner::PartnerId;
use crate::domain::performance::{Judgement, Line, Trend};
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;
use crate::words::{self, measures, quantity};

/// Which measures are looked at, and in which year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Of one service.
    pub service: Option<ServiceId>,
    /// Of one partner.
    pub partner: Option<PartnerId>,
    /// In which year.
    pub year: FinancialYear,
}

/// The measures of a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Which service; none where none is stated.
    pub service: Option<ServiceId>,
    /// What it is called.
    pub name: String,
    /// Its measures.
    pub rows: Vec<Row>,
}

/// A measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which.
    pub id: MeasureId,
    /// Its reference and name.
    pub name: String,
    /// In what it is counted, and who answers for it.
    pub note: Option<String>,
    /// How it stands for each council.
    pub lines: Vec<LineRow>,
}

/// A measure for a council.
#[derive(Debug, Clone, PartialEq)]
pub struct LineRow {
    /// Whose.
    pub partner: PartnerId,
    /// What it is called where there is little room.
    pub called: String,
    /// The latest reading and its period.
    pub latest: Option<(String, String)>,
    /// The year to date.
    pub to_date: Option<String>,
    /// What that was to come to.
    pub target: Option<String>,
    /// How it stands to that.
    pub judgement: Judgement,
    /// The same in words, with how far off it is.
    pub says: String,
    /// Against the period before.
    pub trend: Option<Trend>,
    /// Against the baseline, with the baseline itself.
    pub since: Option<String>,
    /// For the end of the year.
    pub forecast: Option<String>,
    /// How that stands to the target of the year.
    pub outlook: Judgement,
}

/// The chosen measures, service by service in the order of their names.
pub fn register(workspace: &Workspace, chosen: &Chosen) -> Vec<Group> {
    let holds = |measure: &&Measure| chosen.service.is_none() || measure.service == chosen.service;
    let mut measures: Vec<&Measure> = workspace.measures.values().filter(holds).collect();
    in_order(&mut measures);
    let mut by_service: BTreeMap<Option<&ServiceId>, Vec<Row>> = BTreeMap::new();
    for measure in measures {
        let row = row(workspace, measure, chosen);
        if chosen.partner.is_none() || !row.lines.is_empty() {
            by_service.entry(measure.service.as_ref()).or_default().push(row);
        }
    }
    let name = |service: Option<&ServiceId>| service.map(|id| words::name(workspace, &Subject::from(id)));
    let group = |(service, rows): (Option<&ServiceId>, Vec<Row>)| Group {
        service: service.cloned(),
        name: name(service).unwrap_or_else(|| "Of no service".to_owned()),
        rows,
    };
    let mut groups: Vec<Group> = by_service.into_iter().map(group).collect();
    groups.order_by_key(|group| (group.service.is_none(), group.name.to_lowercase(), group.service.clone()));
    groups
}

/// The first so many measures; a service of which none is left falls away.
pub fn first(groups: &[Group], how_many: usize) -> Vec<Group> {
    let mut left = how_many;
    let mut shown = Vec::new();
    for group in groups {
        let rows: Vec<Row> = group.rows.iter().take(left).cloned().collect();
        left -= rows.len();
        if !rows.is_empty() {
            shown.push(Group { rows, ..group.clone() });
        }
    }
    shown
}

fn row(workspace: &Workspace, measure: &Measure, chosen: &Chosen) -> Row {
    let holds = |partner: &PartnerId| chosen.partner.as_ref().is_none_or(|chosen| chosen == partner);
    let lines = partners(workspace, measure, chosen.year).into_iter().filter(holds);
    let name = measure.name.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or("Measure without a name");
    let note = [measure.unit.as_deref(), measure.owner.as_deref()];
    let note: Vec<&str> = note.into_iter().flatten().filter(|text| !text.trim().is_empty()).collect();
    Row {
        id: measure.id.clone(),
        name: match measure.reference.as_deref().filter(|text| !text.trim().is_empty()) {
            Some(reference) => format!("{reference} {name}"),
            None => name.to_owned(),
        },
        note: (!note.is_empty()).then(|| note.join(" · ")),
        lines: lines.map(|partner| line(workspace, measure, partner, chosen.year)).collect(),
    }
}

fn line(workspace: &Workspace, measure: &Measure, partner: PartnerId, year: FinancialYear) -> LineRow {
    let line = Line::of(workspace, measure, &partner, year);
    let unit = measure.unit.as_deref();
    let judgement = line.judged();
    let latest = line.latest().and_then(|period| {
        let reading = line.readings?.at(period)?;
        Some((measures::reading(measure, reading), measures::period(period, year)))
    });
    let says = match &judgement {
        Ok(judged) => words::sentence(&measures::distance(judged, unit)),
        Err(why) => measures::not_judged(*why).to_owned(),
    };
    let target = line.target_to_date().ok().or_else(|| line.target_of_year());
    let is_of_year = line.target_to_date().is_err();
    LineRow {
        called: words::partner::short(workspace, &partner),
        partner,
        latest,
        to_date: line.to_date().map(quantity::rounded),
        target: target.map(|aim| if is_of_year { format!("{} for the year", measures::aim(&aim)) } else { measures::aim(&aim) }),
        judgement,
        says,
        trend: line.trend(),
        since: since(&line),
        forecast: line.forecast().map(measures::forecast),
        outlook: line.outlook(),
    }
}

/// `+2.5 on 80, improved`. What is added up over the year is held against the baseline by its forecast.
pub(super) fn since(line: &Line<'_>) -> Option<String> {
    let start = line.start()?;
    let Some(change) = line.since_baseline() else { return Some(format!("baseline {}", quantity::exact(start.value))) };
    let trend = change.trend.map(|trend| format!(", {}", trend.label().to_lowercase())).unwrap_or_default();
    let by_forecast = if line.measure.rule() == YearToDate::Sum { " by the forecast" } else { "" };
    Some(format!("{} on {}{by_forecast}{trend}", quantity::change(change.by), quantity::exact(start.value)))
}

/// A line of headings, and a line for every measure and council. What is blank stays blank.
pub fn register_table(groups: &[Group], year: FinancialYear) -> Vec<Vec<String>> {
    let headings = [
        "Service",
        "Measure",
        "Council",
        "Year",
        "Latest reading",
        "Period",
        "Year to date",
        "Target",
        "Status",
        "In words",
        "Trend",
        "Since the baseline",
        "Forecast for year end",
        "Expected at year end",
    ];
    let lines = groups.iter().flat_map(|group| {
        group.rows.iter().flat_map(move |row| {
            row.lines.iter().map(move |line| {
                let (latest, period) = line.latest.clone().unwrap_or_default();
                vec![
                    group.name.clone(),
                    row.name.clone(),
                    line.called.clone(),
                    year.to_string(),
                    latest,
                    period,
                    line.to_date.clone().unwrap_or_default(),
                    line.target.clone().unwrap_or_default(),
                    measures::light(line.judgement).to_owned(),
                    line.says.clone(),
                    line.trend.map(|trend| trend.label().to_owned()).unwrap_or_default(),
                    line.since.clone().unwrap_or_default(),
                    line.forecast.clone().unwrap_or_default(),
                    measures::light(line.outlook).to_owned(),
                ]
            })
        })
    });
    std::iter::once(headings.map(str::to_owned).to_vec()).chain(lines).collect()
}
