//! Everything inside the box, bars proportional, no two texts on each other.

use proptest::prelude::*;

use super::*;

fn thousands(value: i64) -> String {
    format!("£{value}k")
}

fn drawn(figures: &Figures, width: f64) -> Chart {
    let axis = |values: &[i64]| values.iter().copied().map(thousands).collect();
    draw(figures, Room { width, text: 14.0 }, &Words { value: &thousands, axis: &axis })
}

fn figures(arrangement: Arrangement, names: &[&str], years: &[(&str, &[Option<i64>])]) -> Figures {
    let column = |(name, values): &(&str, &[Option<i64>])| Column {
        name: (*name).to_owned(),
        short: name.get(2..).unwrap_or_default().to_owned(),
        values: values.to_vec(),
        beside: Vec::new(),
    };
    let series = |name: &&str| Series { name: (*name).to_owned(), short: name.get(..1).unwrap_or_default().to_owned() };
    Figures {
        columns: years.iter().map(column).collect(),
        series: names.iter().map(series).collect(),
        arrangement,
        targets: Vec::new(),
    }
}

fn shared_services(arrangement: Arrangement) -> Figures {
    figures(arrangement, &["Bromsgrove", "Redditch"], &[("2010/11", &[Some(450), Some(514)]), ("2011/12", &[Some(450), Some(0)])])
}

fn said(chart: &Chart, wanted: impl Fn(Role) -> bool) -> Vec<&str> {
    chart.labels.iter().filter(|label| wanted(label.role)).map(|label| label.text.as_str()).collect()
}

#[test]
fn a_stack_names_its_total_and_its_parts() {
    let chart = drawn(&shared_services(Arrangement::Stacked), 640.0);
    assert_eq!(said(&chart, |role| matches!(role, Role::Value(_))), ["£964k", "£450k"]);
    assert_eq!(said(&chart, |role| matches!(role, Role::Series(_))), ["Redditch", "Bromsgrove"]);
    assert_eq!(said(&chart, |role| matches!(role, Role::Column(_))), ["2010/11", "2011/12"]);
    assert!(!chart.needs_key);
    let [lower, upper, ..] = chart.bars.as_slice() else { panic!("two bars") };
    assert_eq!(lower.area.y, upper.area.bottom());
    assert_eq!(lower.area.bottom(), chart.baseline);
}

#[test]
fn nought_has_a_bar_and_what_is_not_stated_has_none() {
    let bars = |value| drawn(&figures(Arrangement::Grouped, &["All"], &[("2010/11", &[value])]), 400.0).bars;
    assert!(matches!(bars(Some(0)).as_slice(), [bar] if bar.area.h == Px::default()));
    assert!(bars(None).is_empty());
    let nought = drawn(&figures(Arrangement::Grouped, &["All"], &[("2010/11", &[Some(0)])]), 400.0);
    assert_eq!(said(&nought, |role| matches!(role, Role::Value(_))), ["£0k"]);
    assert_eq!(nought.ticks.len(), 1);
}

#[test]
fn nothing_to_draw_draws_nothing() {
    let chart = drawn(&Figures::default(), 400.0);
    assert!(chart.bars.is_empty() && chart.columns.is_empty() && !chart.needs_key);
    assert_eq!(chart.width.to_string(), "400");
}

#[test]
fn bars_side_by_side_are_named_below_where_names_fit_and_by_a_key_where_they_do_not() {
    let wide = drawn(&shared_services(Arrangement::Grouped), 800.0);
    assert_eq!(said(&wide, |role| matches!(role, Role::Series(0))), ["B", "B"]);
    assert!(!wide.needs_key);
    let names = ["Bromsgrove", "Redditch", "Malvern Hills", "Worcester", "Wychavon", "Wyre Forest", "County"];
    let years: Vec<(&str, &[Option<i64>])> = vec![("2010/11", &[Some(5); 7]); 6];
    let narrow = drawn(&figures(Arrangement::Grouped, &names, &years), 320.0);
    assert!(narrow.needs_key);
    assert!(narrow.plot.bottom() > drawn(&shared_services(Arrangement::Grouped), 320.0).plot.bottom());
    assert_eq!(said(&narrow, |role| matches!(role, Role::Series(_))), [""; 0]);
}

#[test]
fn names_of_years_grow_short_and_then_thin_out() {
    let years: Vec<(&str, &[Option<i64>])> = vec![("2010/11", &[Some(5)]); 24];
    let column_names = |count: usize, width| {
        let chart = drawn(&figures(Arrangement::Grouped, &["All"], years.get(..count).unwrap()), width);
        said(&chart, |role| matches!(role, Role::Column(_))).join(" ")
    };
    assert_eq!(column_names(3, 640.0), "2010/11 2010/11 2010/11");
    assert_eq!(column_names(5, 320.0), "10/11 10/11 10/11 10/11 10/11");
    assert!((2..12).contains(&column_names(24, 320.0).split(' ').count()));
}

#[test]
fn a_target_is_a_line_with_its_amount() {
    let mut with_target = shared_services(Arrangement::Stacked);
    with_target.targets.push(Target { column: 0, series: None, value: 1_200, label: "Target £1,200k".to_owned() });
    with_target.targets.push(Target { column: 9, ..Target::default() });
    let chart = drawn(&with_target, 640.0);
    let [mark] = chart.targets.as_slice() else { panic!("one target") };
    assert!(mark.area.bottom() < chart.bars.iter().map(|bar| bar.area.y).min().unwrap());
    assert_eq!(said(&chart, |role| role == Role::Target(0)), ["Target £1,200k"]);
}

#[test]
fn what_is_below_nought_hangs_below_the_line() {
    let chart = drawn(&figures(Arrangement::Stacked, &["Saved", "Spent"], &[("2010/11", &[Some(450), Some(-120)])]), 500.0);
    let [above, below] = chart.bars.as_slice() else { panic!("two bars") };
    assert_eq!(above.area.bottom(), chart.baseline);
    assert_eq!(below.area.y, chart.baseline);
    assert!(below.area.h < above.area.h);
}

#[test]
fn what_stands_beside_is_a_stack_of_its_own_and_is_added_to_nothing() {
    let mut figures = shared_services(Arrangement::Stacked);
    figures.columns[0].beside = vec![Some(430), Some(500)];
    figures.columns[1].beside = vec![None, None];
    figures.targets.push(Target { column: 0, series: None, value: 1_000, label: "Target £1,000k".to_owned() });
    let chart = drawn(&figures, 640.0);
    assert_eq!(said(&chart, |role| role == Role::Value(0)), ["£964k"]);
    assert_eq!(said(&chart, |role| role == Role::Beside(0)), ["£930k"]);
    assert_eq!(said(&chart, |role| role == Role::Beside(1)), [""; 0]);
    assert!(chart.needs_key);
    let of = |is_beside: bool| chart.bars.iter().filter(move |bar| bar.column == 0 && bar.is_beside == is_beside);
    assert_eq!((of(false).count(), of(true).count()), (2, 2));
    assert!(of(false).map(|bar| bar.area.right()).max() < of(true).map(|bar| bar.area.x).min());
    assert!(of(false).chain(of(true)).filter(|bar| bar.series == 0).all(|bar| bar.area.bottom() == chart.baseline));
    let [mark] = chart.targets.as_slice() else { panic!("one target") };
    assert!(
        chart
            .bars
            .iter()
            .filter(|bar| bar.column == 0)
            .all(|bar| mark.area.x < bar.area.x && bar.area.right() < mark.area.right())
    );
    assert_eq!(drawn(&shared_services(Arrangement::Grouped), 640.0), {
        figures.arrangement = Arrangement::Grouped;
        figures.targets.clear();
        drawn(&figures, 640.0)
    });
}

fn any_figures() -> impl Strategy<Value = Figures> {
    let arrangement = prop_oneof![Just(Arrangement::Grouped), Just(Arrangement::Stacked)];
    (arrangement, 1_usize..9, 1_usize..14).prop_flat_map(|(arrangement, series, columns)| {
        let size = prop_oneof![Just(1_i64), Just(1_000), Just(1_000_000_000_000)];
        let value = || proptest::option::of(-900_i64..9_000);
        let beside = proptest::option::of(proptest::collection::vec(value(), series));
        let values = proptest::collection::vec((proptest::collection::vec(value(), series), beside), columns);
        let targets = proptest::collection::vec((0..columns, proptest::option::of(0..series), 0_i64..9_000), 0..4);
        (Just(arrangement), size, values, targets).prop_map(move |(arrangement, size, values, targets)| {
            let sized = |values: Vec<Option<i64>>| values.into_iter().map(|value| value.map(|value| value * size)).collect();
            let column = |(values, beside): (Vec<Option<i64>>, Option<Vec<Option<i64>>>)| Column {
                name: "2010/11".to_owned(),
                short: "10/11".to_owned(),
                values: sized(values),
                beside: sized(beside.unwrap_or_default()),
            };
            Figures {
                columns: values.into_iter().map(column).collect(),
                series: (0..series).map(|n| Series { name: format!("Council {n}"), short: format!("C{n}") }).collect(),
                arrangement,
                targets: targets
                    .into_iter()
                    .map(|(column, series, value)| Target { column, series, value: value * size, label: thousands(value) })
                    .collect(),
            }
        })
    })
}

proptest! {
    #[test]
    fn everything_is_inside_the_box(figures in any_figures(), width in 280.0_f64..1_600.0) {
        let chart = drawn(&figures, width);
        let sheet = Area { w: chart.width, h: chart.height, ..Area::default() };
        prop_assert_eq!(chart.width, Px::new(width));
        let hits = chart.bars.iter().map(|bar| bar.hit).chain(chart.columns.iter().copied());
        let areas = chart.bars.iter().map(|bar| bar.area).chain(hits).chain([chart.plot]);
        for area in areas.chain(chart.targets.iter().map(|target| target.area)).chain(chart.labels.iter().map(|label| label.area)) {
            prop_assert!(sheet.holds(area), "{area:?}");
        }
        for bar in &chart.bars {
            prop_assert!(chart.plot.holds(bar.area), "{bar:?}");
        }
        for column in 0..figures.columns.len() {
            let beside = if figures.arrangement == Arrangement::Stacked { figures.columns[column].beside.as_slice() } else { &[] };
            let stated = figures.columns[column].values.iter().chain(beside).flatten().count();
            prop_assert_eq!(chart.bars.iter().filter(|bar| bar.column == column).count(), stated);
        }
    }

    #[test]
    fn bars_are_proportional(figures in any_figures(), width in 280.0_f64..1_600.0) {
        let chart = drawn(&figures, width);
        let per_unit = match (chart.ticks.first(), chart.ticks.last()) {
            (Some(low), Some(high)) if low.value != high.value => (low.y.get() - high.y.get()) / (high.value - low.value) as f64,
            _ => 0.0,
        };
        for bar in &chart.bars {
            let expected = bar.value.unsigned_abs() as f64 * per_unit;
            prop_assert!((bar.area.h.get() - expected).abs() <= 0.2, "{bar:?} should be {expected} high");
        }
    }

    #[test]
    fn no_two_texts_overlap_and_no_amount_stands_on_a_bar(figures in any_figures(), width in 280.0_f64..1_600.0) {
        let chart = drawn(&figures, width);
        for (place, label) in chart.labels.iter().enumerate() {
            for other in &chart.labels[place + 1..] {
                prop_assert!(!label.area.meets(other.area), "{label:?} {other:?}");
            }
            let amount = matches!(label.role, Role::Value(_) | Role::Target(_));
            prop_assert!(!amount || chart.bars.iter().all(|bar| !label.area.meets(bar.area)), "{label:?}");
        }
    }

    #[test]
    fn coordinates_have_one_decimal_at_most(figures in any_figures(), width in 280.0_f64..1_600.0) {
        let chart = drawn(&figures, width);
        prop_assert_eq!(&chart, &drawn(&figures, width));
        for path in chart.ticks.iter().map(|tick| &tick.path).chain(chart.targets.iter().map(|target| &target.path)) {
            for number in path.split(['M', 'H', ' ']).filter(|part| !part.is_empty()) {
                prop_assert!(number.parse::<f64>().is_ok());
                prop_assert!(number.split_once('.').is_none_or(|(_, decimals)| decimals.len() == 1), "{path}");
            }
        }
    }
}
