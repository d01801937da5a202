//! What people can enter of measures, what is refused with which sentence, and what does not fit together.

use concordat::domain::command::{Command, Doing, Entered, apply};
use concordat::domain::integrity::faults;
use concordat::domain::measure::{Measure, Polarity, YearToDate};
use concordat::domain::period::{Frequency, Period};
use concordat::domain::rag::{Rag, Status};
use concordat::domain::reading::{Readings, ReadingsId};
use concordat::domain::subject::Subject;
use concordat::domain::thing::Thing;
use concordat::domain::workspace::Workspace;

use crate::build::*;

fn says(workspace: &Workspace, thing: impl Into<Thing>) -> Vec<(&'static str, String)> {
    let put = Command::Put { before: None, after: thing.into() };
    let refusals = apply(workspace, put, today()).err().unwrap_or_default();
    refusals.into_iter().map(|refusal| (refusal.field, refusal.says)).collect()
}

fn readings(name: &str, of: &str, figures: &[(Period, &str)]) -> Readings {
    let mut readings = Readings::new(ReadingsId::of(&id(name), year(), &partner(of)).unwrap());
    figures.iter().for_each(|(period, value)| readings.put(*period, Some(reading(value))));
    readings
}

#[test]
fn a_measure_says_what_it_needs_to_be_judged_by() {
    let workspace = workspace([]);
    let fields: Vec<_> = says(&workspace, Measure::new(id("bare"))).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["name", "service", "polarity", "frequency", "to_date"]);
    let mut averaged = measure("calls", Polarity::Higher, YearToDate::Mean, Frequency::Month);
    averaged.unit = Some("% answered".into());
    assert_eq!(
        says(&workspace, averaged),
        [("to_date", "Percentages are never added or averaged. Choose the ratio of sums, or the latest reading.".to_owned())]
    );
    let below = with_tolerance(measure("calls", Polarity::Higher, YearToDate::Sum, Frequency::Month), "-1", None);
    assert_eq!(says(&workspace, below)[0].0, "tolerance");
}

#[test]
fn a_reference_stands_for_one_measure_of_a_service() {
    let mut first = measure("calls", Polarity::Higher, YearToDate::Sum, Frequency::Month);
    first.reference = Some("CS1".into());
    let workspace = workspace([first]);
    let mut second = measure("letters", Polarity::Higher, YearToDate::Sum, Frequency::Month);
    second.reference = Some(" cs1".into());
    assert_eq!(
        says(&workspace, second),
        [("reference", "Another measure of this service has the reference \"cs1\". Choose one that is free.".to_owned())]
    );
}

#[test]
fn a_ratio_needs_both_its_figures_and_nothing_else_takes_two() {
    let workspace = workspace([
        measure("answered", Polarity::Higher, YearToDate::Ratio, Frequency::Month),
        measure("days", Polarity::Lower, YearToDate::Mean, Frequency::Month),
    ]);
    assert_eq!(
        says(&workspace, readings("answered", "b", &[(Period::May, "43")])),
        [("p02", "answered is a ratio: write how many of how many, such as 43 of 50.".to_owned())]
    );
    assert_eq!(says(&workspace, readings("days", "b", &[(Period::May, "43 of 50")]))[0].0, "p02");
    assert_eq!(says(&workspace, readings("answered", "b", &[(Period::May, "0 of 0")]))[0].0, "p02");
    assert_eq!(says(&workspace, readings("answered", "b", &[(Period::May, "43 of 50")])), []);
}

#[test]
fn a_grid_is_one_act_and_touches_only_what_is_new() {
    let mut workspace = workspace([measure("days", Polarity::Lower, YearToDate::Mean, Frequency::Month)]);
    read(&mut workspace, "days", "b", &[(Period::April, "5")]);
    let before = workspace.readings.values().next().cloned().unwrap();
    let mut after = before.clone();
    after.put(Period::May, Some(reading("6")));
    let enter = |before: Option<Thing>, after: Thing| Entered { before, withdrawn: None, after };
    let both = vec![
        enter(Some(before.clone().into()), after.into()),
        enter(None, readings("days", "r", &[(Period::May, "7")]).into()),
        enter(Some(before.clone().into()), before.clone().into()),
    ];
    let outcome = apply(&workspace, Command::EnterFigures(both), today()).unwrap();
    let told: Vec<_> = outcome
        .edits
        .iter()
        .map(|edit| match &edit.doing {
            Doing::Set(fields) => format!("{} {}", edit.record, fields.keys().cloned().collect::<Vec<_>>().join(" ")),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(told, ["readings/days/fy2010/b p02", "readings/days/fy2010/r p02"]);
    let same = vec![enter(Some(before.clone().into()), before.clone().into())];
    assert!(apply(&workspace, Command::EnterFigures(same), today()).unwrap_err()[0].is_unchanged());
}

#[test]
fn what_somebody_else_entered_meanwhile_is_not_written_over() {
    let mut workspace = workspace([measure("days", Polarity::Lower, YearToDate::Mean, Frequency::Month)]);
    read(&mut workspace, "days", "b", &[(Period::April, "5")]);
    let mine = Entered { before: None, withdrawn: None, after: readings("days", "b", &[(Period::April, "6")]).into() };
    let refused = apply(&workspace, Command::EnterFigures(vec![mine]), today()).unwrap_err();
    assert!(refused[0].says.starts_with("\"April\" has been changed since you opened this."), "{}", refused[0].says);
}

#[test]
fn a_year_that_was_taken_back_is_put_back_by_entering_it_again() {
    let workspace = workspace([measure("days", Polarity::Lower, YearToDate::Mean, Frequency::Month)]);
    let withdrawn = readings("days", "b", &[(Period::April, "5")]);
    let again = readings("days", "b", &[(Period::May, "6")]);
    let enter = Entered { before: None, withdrawn: Some(withdrawn.into()), after: again.into() };
    let edits = apply(&workspace, Command::EnterFigures(vec![enter]), today()).unwrap().edits;
    assert_eq!(edits[0].doing, Doing::Restore);
    let Doing::Set(fields) = &edits[1].doing else { panic!("it says what is entered now") };
    assert!(fields["p01"].is_null() && fields["p02"].is_object(), "what was taken back stays taken back");
}

#[test]
fn green_with_a_measure_in_red_asks_for_a_line_why() {
    let mut workspace = workspace([measure("days", Polarity::Lower, YearToDate::Mean, Frequency::Month)]);
    let green = |why: Option<&str>| Command::ReportStatus {
        service: service(),
        status: Some(Status { rag: Rag::Green, why: why.map(str::to_owned), who: None, by: None }),
        expected: None,
        complete: None,
    };
    assert!(apply(&workspace, green(None), today()).is_ok());
    read(&mut workspace, "days", "r", &[(Period::April, "9")]);
    target(&mut workspace, "days", "r", &[(Period::Year, "5")]);
    let asked = apply(&workspace, green(None), today()).unwrap_err();
    assert_eq!(asked[0].says, "A measure of this service is red. Say in a line why it is green all the same.");
    assert!(apply(&workspace, green(Some("The depot moved")), today()).is_ok());
}

#[test]
fn figures_that_do_not_fit_are_reported_and_never_refused() {
    let mut workspace = workspace([measure("days", Polarity::Lower, YearToDate::Mean, Frequency::Quarter)]);
    read(&mut workspace, "days", "b", &[(Period::FirstQuarter, "5")]);
    assert_eq!(faults(&workspace), []);
    read(&mut workspace, "days", "b", &[(Period::April, "5")]);
    read(&mut workspace, "days", "stranger", &[(Period::FirstQuarter, "5")]);
    read(&mut workspace, "gone", "b", &[(Period::FirstQuarter, "5")]);
    let told: Vec<String> = faults(&workspace).iter().map(|fault| format!("{}: {fault}", fault.subject)).collect();
    assert_eq!(told.len(), 4, "{told:#?}");
    let about = |text: &str| told.iter().any(|fault| fault.contains(text));
    assert!(about("has a figure for April of 2010/11, but is read every quarter. It counts nowhere"), "{told:#?}");
    assert!(about("but the partner does not take part in \"Waste\""), "{told:#?}");
    assert!(about("names a partner that is not in the workspace"), "{told:#?}");
    assert!(about("names a measure that is not in the workspace"), "{told:#?}");
}

#[test]
fn figures_follow_what_their_partner_or_measure_was_joined_to() {
    let own = Subject::parse("readings/days/fy2010/b").unwrap();
    let mut joins = concordat::domain::joined::Joins::default();
    joins.add(Subject::parse("partner/b").unwrap(), Subject::parse("partner/a").unwrap());
    assert_eq!(joins.stands_for(&own).as_str(), "readings/days/fy2010/a");
}
