//! Figures of `domain.md`, and what holds whatever the figures are.

use concordat::domain::measure::{Polarity, Tolerance, YearToDate};
use concordat::domain::performance::{NotJudged, Trend, judge, trend};
use concordat::domain::period::{Frequency, Period};
use concordat::domain::quantity::Quantity;
use concordat::domain::rag::Rag;
use proptest::prelude::*;

use crate::build::*;

use Period::{April, August, July, June, March, May};

fn percent(percent: &str) -> Tolerance {
    Tolerance { percent: figure(percent), units: None }
}

#[test]
fn household_waste_is_amber_at_ten_per_cent_and_red_at_two() {
    for (tolerance, light) in [("10", Rag::Amber), ("2", Rag::Red), ("2.8", Rag::Amber)] {
        let judged = judge(Polarity::Lower, percent(tolerance), figure("146.98"), &aim("142.99")).unwrap();
        assert_eq!(judged.light, light, "at {tolerance} %");
        assert_eq!(judged.percent.unwrap().to_places(2).to_string(), "2.79");
    }
    assert_eq!(trend(Polarity::Lower, figure("142"), figure("146.98"), None), Some(Trend::Worse));
}

#[test]
fn the_tolerance_ends_exactly_where_it_says() {
    let light = |better, actual: &str, target: &str| judge(better, percent("10"), figure(actual), &aim(target)).unwrap().light;
    assert_eq!(light(Polarity::Higher, "100", "100"), Rag::Green);
    assert_eq!(light(Polarity::Higher, "99.999999", "100"), Rag::Amber);
    assert_eq!(light(Polarity::Higher, "90", "100"), Rag::Amber);
    assert_eq!(light(Polarity::Higher, "89.999999", "100"), Rag::Red);
    assert_eq!(light(Polarity::Lower, "110", "100"), Rag::Amber);
    assert_eq!(light(Polarity::Lower, "110.000001", "100"), Rag::Red);
    // A target below nought is held by its size.
    assert_eq!(light(Polarity::Higher, "-11", "-10"), Rag::Amber);
}

#[test]
fn a_target_of_nought_has_a_tolerance_in_units() {
    let judged = |units: Option<&str>, actual: &str| {
        let tolerance = Tolerance { percent: figure("10"), units: units.map(figure) };
        judge(Polarity::Lower, tolerance, figure(actual), &aim("0")).unwrap()
    };
    assert_eq!(judged(Some("2"), "2").light, Rag::Amber);
    assert_eq!(judged(Some("2"), "3").light, Rag::Red);
    assert_eq!(judged(None, "1").light, Rag::Red);
    assert_eq!((judged(None, "0").light, judged(None, "0").percent), (Rag::Green, None));
}

#[test]
fn a_range_is_judged_by_the_distance_from_it() {
    let judged = |actual: &str| judge(Polarity::Within, percent("10"), figure(actual), &aim("20 to 30")).unwrap();
    for (actual, light, off) in [
        ("20", Rag::Green, "0"),
        ("30", Rag::Green, "0"),
        ("31", Rag::Amber, "1"),
        ("19", Rag::Amber, "1"),
        ("32", Rag::Red, "2"),
    ] {
        assert_eq!((judged(actual).light, judged(actual).short.to_string().as_str()), (light, off), "{actual}");
    }
    let gone = |was: &str, is: &str| trend(Polarity::Within, figure(was), figure(is), Some(&aim("20 to 30")));
    assert_eq!(gone("35", "32"), Some(Trend::Improved));
    assert_eq!(gone("22", "28"), Some(Trend::Same), "both are within it");
    assert_eq!(gone("28", "18"), Some(Trend::Worse));
    assert_eq!(trend(Polarity::Within, figure("1"), figure("2"), None), None);
}

#[test]
fn what_is_for_information_is_told_and_not_judged() {
    let mut workspace = workspace([measure("calls", Polarity::Information, YearToDate::Sum, Frequency::Month)]);
    read(&mut workspace, "calls", "b", &[(April, "5"), (May, "9")]);
    target(&mut workspace, "calls", "b", &[(April, "1"), (May, "1")]);
    let line = line(&workspace, "calls", "b");
    assert_eq!((line.judged().unwrap_err(), line.trend()), (NotJudged::Information, None));
    assert_eq!(line.to_date(), Some(figure("14")));
}

#[test]
fn the_year_to_date_follows_the_measures_own_rule() {
    let rules = [("sum", YearToDate::Sum, "33"), ("mean", YearToDate::Mean, "11"), ("latest", YearToDate::Latest, "8")];
    for (name, rule, comes_to) in rules {
        let mut workspace = workspace([measure(name, Polarity::Higher, rule, Frequency::Month)]);
        read(&mut workspace, name, "b", &[(April, "10"), (May, "15"), (August, "8")]);
        assert_eq!(line(&workspace, name, "b").to_date(), Some(figure(comes_to)), "{name}: blanks are not nought");
        assert_eq!(line(&workspace, name, "r").to_date(), None);
    }
}

#[test]
fn percentages_are_never_averaged() {
    let mut ratio = measure("answered", Polarity::Higher, YearToDate::Ratio, Frequency::Month);
    ratio.unit = Some("%".into());
    let mut workspace = workspace([ratio]);
    read(&mut workspace, "answered", "b", &[(April, "90 of 100"), (May, "1 of 10")]);
    let answered = line(&workspace, "answered", "b");
    assert_eq!(answered.figure(April), Some(figure("90")));
    assert_eq!(answered.to_date().unwrap().to_places(2).to_string(), "82.73", "91 of 110, and not the mean of 90 and 10");
}

#[test]
fn only_like_is_held_against_like() {
    let mut workspace = workspace([measure("complaints", Polarity::Lower, YearToDate::Sum, Frequency::Month)]);
    target(&mut workspace, "complaints", "b", &[(Period::Year, "120")]);
    read(&mut workspace, "complaints", "b", &[(April, "10"), (June, "12")]);
    let of_year = line(&workspace, "complaints", "b");
    assert_eq!(of_year.judged(), Err(NotJudged::OnlyForTheYear), "the whole year's target says nothing of two months");
    assert_eq!(of_year.forecast().map(|forecast| (forecast.value, forecast.is_stated)), Some((figure("132"), false)));
    assert_eq!(of_year.outlook().unwrap().light, Rag::Amber, "132 against 120 is ten per cent");
    target(&mut workspace, "complaints", "b", &[(April, "10"), (May, "9"), (June, "10")]);
    let profiled = line(&workspace, "complaints", "b");
    assert_eq!(profiled.target_to_date().unwrap().value, figure("20"), "May has no reading and counts on neither side");
    assert_eq!(profiled.judged().unwrap().light, Rag::Amber);
    read(&mut workspace, "complaints", "b", &[(July, "1")]);
    assert_eq!(line(&workspace, "complaints", "b").judged(), Err(NotJudged::OnlyForTheYear), "July has no target");
    let every: Vec<_> = Frequency::Month.periods().iter().map(|period| (*period, "9")).collect();
    read(&mut workspace, "complaints", "b", &every);
    assert_eq!(line(&workspace, "complaints", "b").judged().unwrap().light, Rag::Green, "108 of 120 once the year is whole");
}

#[test]
fn a_level_has_the_years_target_in_every_period() {
    let mut workspace = workspace([measure("days", Polarity::Lower, YearToDate::Mean, Frequency::Quarter)]);
    target(&mut workspace, "days", "b", &[(Period::Year, "5"), (Period::SecondQuarter, "7")]);
    read(&mut workspace, "days", "b", &[(Period::FirstQuarter, "5"), (Period::SecondQuarter, "8")]);
    let days = line(&workspace, "days", "b");
    assert_eq!(days.judged_at(Period::FirstQuarter).unwrap().light, Rag::Green);
    assert_eq!(days.judged_at(Period::SecondQuarter).unwrap().light, Rag::Red);
    assert_eq!(days.target_to_date().unwrap().value, figure("6"));
    assert_eq!(days.judged().unwrap().light, Rag::Amber, "6.5 against 6");
    assert_eq!(line(&workspace, "days", "r").judged(), Err(NotJudged::NoReading));
}

#[test]
fn the_trend_is_against_the_period_before_and_last_year_is_a_choice() {
    let mut workspace = workspace([measure("days", Polarity::Lower, YearToDate::Mean, Frequency::Month)]);
    let before = year().previous().unwrap();
    read_in(&mut workspace, "days", "b", before, &[(April, "3"), (March, "9")]);
    read(&mut workspace, "days", "b", &[(April, "8")]);
    let first = line(&workspace, "days", "b");
    assert_eq!((first.trend(), first.trend_on_last_year()), (Some(Trend::Improved), Some(Trend::Worse)));
    read(&mut workspace, "days", "b", &[(June, "7")]);
    assert_eq!(line(&workspace, "days", "b").trend(), None, "there is no reading for May to hold it against");
    assert_eq!(line(&workspace, "days", "b").missing(day(2010, 7, 1)), [May]);
    assert_eq!(line(&workspace, "days", "b").missing(day(2010, 6, 30)), [May], "June is not over on its last day");
}

#[test]
fn a_stated_forecast_goes_before_the_rate_so_far_and_the_baseline_stays() {
    let mut workspace = workspace([measure("visits", Polarity::Higher, YearToDate::Sum, Frequency::Quarter)]);
    read(&mut workspace, "visits", "b", &[(Period::FirstQuarter, "30")]);
    baseline(&mut workspace, "visits", "b", "100", Some(day(2010, 3, 31)), true);
    let rate = line(&workspace, "visits", "b");
    assert_eq!(rate.since_baseline().map(|change| (change.by, change.trend)), Some((figure("20"), Some(Trend::Improved))));
    let own = rate.readings.unwrap().id.clone();
    let mut readings = workspace.readings.get(&own).cloned().unwrap();
    readings.forecast = Some(concordat::domain::reading::Outlook { value: figure("90"), note: None });
    workspace.insert(readings.into());
    let stated = line(&workspace, "visits", "b");
    assert_eq!(stated.forecast().map(|forecast| (forecast.value, forecast.is_stated)), Some((figure("90"), true)));
    assert_eq!(stated.since_baseline().unwrap().trend, Some(Trend::Worse));
    assert!(stated.has_whole_baseline());
    baseline(&mut workspace, "visits", "b", "100", None, true);
    assert!(!line(&workspace, "visits", "b").has_whole_baseline(), "it has no day");
    baseline(&mut workspace, "visits", "b", "100", Some(day(2010, 3, 31)), false);
    assert!(!line(&workspace, "visits", "b").has_whole_baseline(), "it has no source");
}

fn any_figure() -> impl Strategy<Value = Quantity> {
    (-2_000_000_000_i64..2_000_000_000).prop_map(|millionths| Quantity::of_millionths(i128::from(millionths)).unwrap())
}

proptest! {
    #[test]
    fn what_is_better_never_has_a_worse_light(one in any_figure(), other in any_figure(), at in any_figure(), percent in 0_i64..50) {
        let tolerance = Tolerance { percent: Quantity::whole(percent).unwrap(), units: None };
        let target = concordat::domain::reading::Aim { value: at, up_to: None, note: None };
        let (low, high) = (one.min(other), one.max(other));
        let light = |better, figure| judge(better, tolerance, figure, &target).unwrap().light;
        prop_assert!(light(Polarity::Higher, high) <= light(Polarity::Higher, low));
        prop_assert!(light(Polarity::Lower, low) <= light(Polarity::Lower, high));
    }

    #[test]
    fn a_trend_there_and_back_is_the_opposite(one in any_figure(), other in any_figure()) {
        for better in [Polarity::Higher, Polarity::Lower] {
            let (there, back) = (trend(better, one, other, None).unwrap(), trend(better, other, one, None).unwrap());
            let opposite = match there {
                Trend::Improved => Trend::Worse,
                Trend::Same => Trend::Same,
                Trend::Worse => Trend::Improved,
            };
            prop_assert_eq!(back, opposite);
        }
    }

    #[test]
    fn a_figure_is_read_again_as_it_is_written(millionths in -999_999_999_999_000_000_i64..999_999_999_999_000_000) {
        let figure = Quantity::of_millionths(i128::from(millionths)).unwrap();
        prop_assert_eq!(Quantity::parse(&figure.to_string()), Some(figure));
    }

    #[test]
    fn the_order_in_which_periods_are_entered_changes_nothing(figures in prop::collection::btree_map(0_usize..12, 0_i64..1000, 1..12), rule in 0_usize..3) {
        let rule = [YearToDate::Sum, YearToDate::Mean, YearToDate::Latest][rule];
        let entered = |backwards: bool| {
            let mut workspace = workspace([measure("m", Polarity::Higher, rule, Frequency::Month)]);
            let mut order: Vec<_> = figures.iter().collect();
            if backwards { order.reverse(); }
            for (place, value) in order {
                read(&mut workspace, "m", "b", &[(Frequency::Month.periods()[*place], &value.to_string())]);
            }
            line(&workspace, "m", "b").to_date()
        };
        prop_assert_eq!(entered(false), entered(true));
    }
}
