//! A service of two councils with a few measures, to be filled by each test.

use chrono::NaiveDate;
use concordat::domain::about::{About, WorkspaceId};
use concordat::domain::measure::{Measure, MeasureId, Polarity, Tolerance, YearToDate};
use concordat::domain::partner::{Partner, PartnerId};
use concordat::domain::performance::Line;
use concordat::domain::period::{Frequency, Period};
use concordat::domain::quantity::Quantity;
use concordat::domain::reading::{Aim, Baseline, BaselineId, Reading, Readings, ReadingsId, Start, Targets, TargetsId};
use concordat::domain::service::{Part, Participation, ParticipationId, Reached, Role, Service, ServiceId, Stage};
use concordat::domain::source::Source;
use concordat::domain::workspace::Workspace;
use concordat::domain::year::FinancialYear;

pub fn figure(text: &str) -> Quantity {
    Quantity::parse(text).unwrap()
}

pub fn year() -> FinancialYear {
    FinancialYear::starting(2010).unwrap()
}

pub fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

pub fn today() -> NaiveDate {
    day(2011, 1, 17)
}

pub fn partner(id: &str) -> PartnerId {
    PartnerId::new(id).unwrap()
}

pub fn service() -> ServiceId {
    ServiceId::new("waste").unwrap()
}

pub fn id(measure: &str) -> MeasureId {
    MeasureId::new(measure).unwrap()
}

pub fn measure(name: &str, better: Polarity, rule: YearToDate, often: Frequency) -> Measure {
    Measure {
        name: Some(name.to_owned()),
        service: Some(service()),
        polarity: Some(better),
        to_date: Some(rule),
        frequency: Some(often),
        ..Measure::new(id(name))
    }
}

pub fn with_tolerance(measure: Measure, percent: &str, units: Option<&str>) -> Measure {
    Measure { tolerance: Some(Tolerance { percent: figure(percent), units: units.map(figure) }), ..measure }
}

/// Bromsgrove hosts a live service in which Redditch takes part.
pub fn workspace(measures: impl IntoIterator<Item = Measure>) -> Workspace {
    let mut workspace = Workspace::default();
    let order = Some(vec![partner("b"), partner("r")]);
    workspace.insert(
        About { title: Some("Two".into()), reading: Some(today()), order, ..About::new(WorkspaceId::new("w").unwrap()) }.into(),
    );
    for (id, name, role) in [("b", "Bromsgrove District Council", Role::Host), ("r", "Redditch Borough Council", Role::In)] {
        workspace.insert(Partner { name: Some(name.into()), ..Partner::new(partner(id)) }.into());
        let part = Some(Part { role, note: None });
        workspace
            .insert(Participation { part, ..Participation::new(ParticipationId::of(&service(), &partner(id)).unwrap()) }.into());
    }
    let stage = Some(Reached::new(Stage::Live));
    workspace.insert(Service { name: Some("Waste".into()), stage, ..Service::new(service()) }.into());
    for measure in measures {
        workspace.insert(measure.into());
    }
    workspace
}

pub fn reading(value: &str) -> Reading {
    match value.split_once(" of ") {
        Some((value, of)) => Reading { value: figure(value), of: Some(figure(of)), note: None },
        None => Reading { value: figure(value), of: None, note: None },
    }
}

pub fn aim(value: &str) -> Aim {
    match value.split_once(" to ") {
        Some((value, up_to)) => Aim { value: figure(value), up_to: Some(figure(up_to)), note: None },
        None => Aim { value: figure(value), up_to: None, note: None },
    }
}

pub fn read_in(workspace: &mut Workspace, name: &str, of: &str, year: FinancialYear, figures: &[(Period, &str)]) {
    let own = ReadingsId::of(&id(name), year, &partner(of)).unwrap();
    let mut readings = workspace.readings.get(&own).cloned().unwrap_or_else(|| Readings::new(own));
    figures.iter().for_each(|(period, value)| readings.put(*period, Some(reading(value))));
    workspace.insert(readings.into());
}

pub fn read(workspace: &mut Workspace, name: &str, of: &str, figures: &[(Period, &str)]) {
    read_in(workspace, name, of, year(), figures);
}

pub fn target(workspace: &mut Workspace, name: &str, of: &str, figures: &[(Period, &str)]) {
    let own = TargetsId::of(&id(name), year(), &partner(of)).unwrap();
    let mut targets = workspace.targets.get(&own).cloned().unwrap_or_else(|| Targets::new(own));
    figures.iter().for_each(|(period, value)| targets.put(*period, Some(aim(value))));
    workspace.insert(targets.into());
}

pub fn baseline(workspace: &mut Workspace, name: &str, of: &str, value: &str, on: Option<NaiveDate>, is_sourced: bool) {
    let source = is_sourced.then(|| Source { paper: "The case".into(), paragraph: None, dated: None });
    let start = Some(Start { value: figure(value), on, note: None });
    workspace.insert(Baseline { start, source, ..Baseline::new(BaselineId::of(&id(name), &partner(of)).unwrap()) }.into());
}

pub fn line<'w>(workspace: &'w Workspace, name: &str, of: &str) -> Line<'w> {
    Line::of(workspace, workspace.measures.get(&id(name)).unwrap(), &partner(of), year())
}
