//! Measures, their baselines, targets and readings.

use crate::domain::check::Refusals;
use crate::domain::check::people::folded;
use crate::domain::measure::{Measure, MeasureId, Polarity, YearToDate};
use crate::domain::period::Period;
use crate::domain::quantity::Quantity;
use crate::domain::reading::{Baseline, Readings, Targets};
use crate::domain::workspace::Workspace;

pub(super) fn measure(measure: &Measure, refusals: &mut Refusals) {
    refusals.text("name", measure.name.as_ref(), "Say what is measured.");
    refusals.when(measure.service.is_none(), "service", "Say of which service this is a measure.");
    refusals.when(measure.polarity.is_none(), "polarity", "Say which way is better, or that it is for information only.");
    refusals.when(measure.frequency.is_none(), "frequency", "Say how often it is read.");
    refusals.when(measure.to_date.is_none(), "to_date", "Say how readings become the year to date.");
    let is_averaged = matches!(measure.to_date, Some(YearToDate::Mean | YearToDate::Sum)) && measure.is_percentage();
    refusals.when(
        is_averaged,
        "to_date",
        "Percentages are never added or averaged. Choose the ratio of sums, or the latest reading.",
    );
    let is_negative = |tolerance: &Quantity| *tolerance < Quantity::ZERO;
    let below = measure
        .tolerance
        .is_some_and(|tolerance| is_negative(&tolerance.percent) || tolerance.units.as_ref().is_some_and(is_negative));
    refusals.when(below, "tolerance", "Write the tolerance without a minus: which way is better says which way it goes.");
    refusals.source(measure.source.as_ref());
}

/// Two measures of one service are told apart by their references.
pub(super) fn measure_among(workspace: &Workspace, measure: &Measure, refusals: &mut Refusals) {
    let Some(reference) = folded(measure.reference.as_ref()) else { return };
    let same = workspace.measures.values().any(|other| {
        other.id != measure.id
            && other.service == measure.service
            && folded(other.reference.as_ref()).as_ref() == Some(&reference)
    });
    if same {
        let reference = measure.reference.as_deref().unwrap_or_default().trim();
        refusals.add(
            "reference",
            format!("Another measure of this service has the reference \"{reference}\". Choose one that is free."),
        );
    }
}

pub(super) fn baseline(baseline: &Baseline, refusals: &mut Refusals) {
    let whole = baseline.id.measure().is_some() && baseline.id.partner().is_some();
    refusals.when(!whole, "", "Choose a measure and a partner.");
    refusals.source(baseline.source.as_ref());
}

pub(super) fn targets(targets: &Targets, refusals: &mut Refusals) {
    named(targets.id.measure().is_some() && targets.id.year().is_some() && targets.id.partner().is_some(), refusals);
    for period in Period::ALL {
        let upside_down = targets.at(*period).is_some_and(|aim| aim.up_to.is_some_and(|top| top < aim.value));
        refusals.when(upside_down, period.key(), "The upper end of the range is below the lower. Put the smaller figure first.");
    }
    refusals.source(targets.source.as_ref());
}

pub(super) fn readings(readings: &Readings, refusals: &mut Refusals) {
    named(readings.id.measure().is_some() && readings.id.year().is_some() && readings.id.partner().is_some(), refusals);
    for period in Period::ALL {
        let of = readings.at(*period).and_then(|reading| reading.of);
        let is_of_none = of.is_some_and(|of| of <= Quantity::ZERO);
        refusals.when(
            is_of_none,
            period.key(),
            "Nothing can be so many of none. Write how many there were in all, or leave the period blank.",
        );
    }
    refusals.source(readings.source.as_ref());
}

fn named(is_whole: bool, refusals: &mut Refusals) {
    refusals.when(!is_whole, "", "Choose a measure, a year and a partner.");
}

/// A range belongs to what is best within one.
pub(super) fn targets_among(workspace: &Workspace, targets: &Targets, refusals: &mut Refusals) {
    let Some(measure) = known(workspace, targets.id.measure()) else { return };
    let stated = Period::ALL.iter().filter_map(|period| Some((*period, targets.at(*period)?)));
    for (period, aim) in stated.filter(|(_, aim)| aim.up_to.is_some()) {
        if measure.better() != Polarity::Within {
            let lower = format!(
                "{} is aimed at one figure, not at a range. Write {} alone, or change which way is better.",
                name(measure),
                aim.value
            );
            refusals.add(period.key(), lower);
        }
    }
}

/// A ratio is made of two figures, anything else of one.
pub(super) fn readings_among(workspace: &Workspace, readings: &Readings, refusals: &mut Refusals) {
    let Some(measure) = known(workspace, readings.id.measure()) else { return };
    let is_ratio = measure.rule() == YearToDate::Ratio;
    let stated = Period::ALL.iter().filter_map(|period| Some((*period, readings.at(*period)?)));
    for (period, _) in stated.filter(|(_, reading)| reading.of.is_some() != is_ratio) {
        let says = if is_ratio {
            format!("{} is a ratio: write how many of how many, such as 43 of 50.", name(measure))
        } else {
            format!("{} is no ratio: write one figure.", name(measure))
        };
        refusals.add(period.key(), says);
    }
}

fn known(workspace: &Workspace, id: Option<MeasureId>) -> Option<&Measure> {
    workspace.measures.get(&id?)
}

fn name(measure: &Measure) -> &str {
    measure.name.as_deref().unwrap_or("This measure")
}
