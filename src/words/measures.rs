//! Measures in words: rules, lights with how far they fall short, and what stands where there is none.

use crate::domain::measure::{Measure, Polarity, Tolerance, YearToDate};
use crate::domain::performance::{Forecast, Judged, Judgement, NotJudged};
use crate::domain::period::Period;
use crate::domain::quantity::Quantity;
use crate::domain::reading::{Aim, Reading, Start};
use crate::domain::year::FinancialYear;
use crate::words::date;
use crate::words::quantity::{exact, of_unit, rounded};

/// `April 2010`, `Quarter 2 of 2010/11`, `2010/11`.
pub fn period(period: Period, year: FinancialYear) -> String {
    let month = period.key().starts_with('p');
    match period {
        Period::Year => year.to_string(),
        _ if month => format!("{} {}", period.label(), period.first_day(year).format("%Y")),
        _ => format!("{} of {year}", period.label()),
    }
}

/// A reading as it counts, with what it is made of: `86 % (43 of 50)`.
pub fn reading(measure: &Measure, reading: &Reading) -> String {
    let unit = measure.unit.as_deref();
    match (measure.figure(reading), reading.of) {
        (Some(figure), Some(of)) => {
            format!("{} ({} of {})", of_unit(&rounded(figure), unit), exact(reading.value), exact(of))
        }
        (Some(figure), None) => of_unit(&exact(figure), unit),
        (None, _) => exact(reading.value),
    }
}

/// A target: `85`, `10 to 20`.
pub fn aim(aim: &Aim) -> String {
    match aim.up_to {
        Some(up_to) => format!("{} to {}", rounded(aim.value), rounded(up_to)),
        None => rounded(aim.value),
    }
}

/// How it stood before sharing: `82, 31 March 2010`.
pub fn start(start: &Start) -> String {
    let day = start.on.map(|day| format!(", {}", date::long(day))).unwrap_or_default();
    format!("{}{day}", exact(start.value))
}

/// How far off is still amber: `10 % of the target`.
pub fn tolerance(tolerance: Tolerance, better: Polarity) -> String {
    let of = if better == Polarity::Within { "the width of the range" } else { "the target" };
    let units = tolerance.units.map(|units| format!("; {} where that is nought", exact(units))).unwrap_or_default();
    format!("{} % of {of}{units}", exact(tolerance.percent))
}

/// The rule by which a measure is judged, as it stands under its figures.
pub fn rule(measure: &Measure) -> String {
    let tolerated = tolerance(measure.tolerated(), measure.better());
    let judged = match measure.better() {
        Polarity::Information => "For information only: it is told, not judged.".to_owned(),
        Polarity::Higher => format!("Green at the target or above it, amber up to {tolerated} below it, red beyond that."),
        Polarity::Lower => format!("Green at the target or below it, amber up to {tolerated} above it, red beyond that."),
        Polarity::Within => format!("Green within the range, amber up to {tolerated} outside it, red beyond that."),
    };
    let to_date = match measure.rule() {
        YearToDate::Sum => "The year to date is the sum of the readings.",
        YearToDate::Mean => "The year to date is the mean of the readings.",
        YearToDate::Latest => "The year to date is the latest reading.",
        YearToDate::Ratio => "Each reading is so many of so many; for the year to date both are added, then divided.",
    };
    format!("{judged} {to_date} A period without a reading is left out of it: a blank is not nought.")
}

/// What a light says: `Amber, 2.79 % worse than its target`.
pub fn judged(judged: &Judged, unit: Option<&str>) -> String {
    format!("{}, {}", judged.light.label(), distance(judged, unit))
}

/// How far a figure is from its target.
pub fn distance(judged: &Judged, unit: Option<&str>) -> String {
    if judged.short == Quantity::ZERO {
        return "on its target".to_owned();
    }
    let side = if judged.short > Quantity::ZERO { "worse" } else { "better" };
    let positive = |quantity: Quantity| Quantity::of_millionths(quantity.millionths().abs()).unwrap_or(quantity);
    let much = match judged.percent {
        Some(percent) => format!("{} %", rounded(positive(percent))),
        None => of_unit(&rounded(positive(judged.short)), unit),
    };
    format!("{much} {side} than its target")
}

/// Why there is no light.
pub fn not_judged(why: NotJudged) -> &'static str {
    match why {
        NotJudged::NoReading => "No reading",
        NotJudged::NoTarget => "No target",
        NotJudged::OnlyForTheYear => "Target for the whole year only",
        NotJudged::Information => "For information",
    }
}

/// A light as a column for a spreadsheet says it.
pub fn light(judgement: Judgement) -> &'static str {
    match judgement {
        Ok(judged) => judged.light.label(),
        Err(why) => not_judged(why),
    }
}

/// A forecast, and whether anybody stated it: `120, stated`, `118, at the rate so far`.
pub fn forecast(forecast: Forecast) -> String {
    if forecast.is_stated { exact(forecast.value) } else { format!("{}, at the rate so far", rounded(forecast.value)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::measure::MeasureId;
    use crate::domain::performance::judge;

    fn figure(text: &str) -> Quantity {
        Quantity::parse(text).unwrap()
    }

    #[test]
    fn the_row_of_the_pro_forma_reads_as_a_person_would_say_it() {
        let target = Aim { value: figure("142.99"), up_to: None, note: None };
        let found = judge(Polarity::Lower, Tolerance::default(), figure("146.98"), &target).unwrap();
        assert_eq!(judged(&found, Some("kg")), "Amber, 2.79 % worse than its target");
        let better = judge(Polarity::Lower, Tolerance::default(), figure("140"), &target).unwrap();
        assert_eq!(judged(&better, Some("kg")), "Green, 2.09 % better than its target");
    }

    #[test]
    fn rules_are_printed_with_their_tolerance() {
        let measure = Measure {
            polarity: Some(Polarity::Lower),
            to_date: Some(YearToDate::Sum),
            ..Measure::new(MeasureId::new("m").unwrap())
        };
        assert!(rule(&measure).starts_with("Green at the target or below it, amber up to 10 % of the target above it, red beyond that. The year to date is the sum"));
        let of_nought = Tolerance { units: Some(figure("2")), ..Tolerance::default() };
        assert_eq!(tolerance(of_nought, Polarity::Lower), "10 % of the target; 2 where that is nought");
    }

    #[test]
    fn periods_read_as_people_say_them() {
        let year = FinancialYear::starting(2010).unwrap();
        let said = [Period::April, Period::January, Period::SecondQuarter, Period::Year].map(|one| period(one, year));
        assert_eq!(said, ["April 2010", "January 2011", "Quarter 2 of 2010/11", "2010/11"]);
    }
}
