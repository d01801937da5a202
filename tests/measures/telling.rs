//! What pages say of measures: the register, the headlines with their denominators, live services, the chart and the grid.

use concordat::analysis::measures::{
    Chosen, Place, Typed, by_period, grid, live, picture, read as read_grid, register, register_table, tally,
};
use concordat::domain::command::{Command, apply};
use concordat::domain::measure::{Polarity, YearToDate};
use concordat::domain::period::{Frequency, Period};
use concordat::domain::rag::{Rag, Status};
use concordat::domain::reading::Filling;
use concordat::domain::workspace::Workspace;

use crate::build::*;

use Period::{April, July, June, May};

fn all() -> Chosen {
    Chosen { service: None, partner: None, year: year() }
}

fn headline(workspace: &Workspace) -> String {
    let groups = register(workspace, &all());
    tally(groups.iter().flat_map(|group| &group.rows)).says(year())
}

/// Seven measures: four on target, one within tolerance, one without a reading, one without a target.
fn seven() -> Workspace {
    let names = ["a", "b1", "c", "d", "e", "f", "g"];
    let mut workspace = workspace(names.map(|name| measure(name, Polarity::Lower, YearToDate::Latest, Frequency::Month)));
    for name in ["a", "b1", "c", "d", "e"] {
        read(&mut workspace, name, "b", &[(April, "10"), (May, if name == "e" { "10.5" } else { "9" })]);
        target(&mut workspace, name, "b", &[(Period::Year, "10")]);
    }
    read(&mut workspace, "g", "r", &[(April, "3")]);
    workspace
}

#[test]
fn a_share_says_of_what_it_is_one() {
    assert_eq!(headline(&workspace([])), "No measures.");
    assert_eq!(
        headline(&seven()),
        "4 of 5 measures that have a reading and a target are on target (80 %), 1 within tolerance. 1 has no reading and 1 has no target that the reading can be held against. 4 of 5 measures with two readings to compare are stable or improving (80 %). 4 of 5 measures with a forecast and a target for the year are expected to meet it (80 %)."
    );
    let none = workspace([measure("a", Polarity::Lower, YearToDate::Latest, Frequency::Month)]);
    assert_eq!(headline(&none), "1 measure; none has both a reading and a target in 2010/11. 1 has no reading.");
}

#[test]
fn a_measure_stands_as_its_worst_council_does() {
    let mut workspace = seven();
    read(&mut workspace, "a", "r", &[(May, "20")]);
    target(&mut workspace, "a", "r", &[(Period::Year, "10")]);
    assert!(
        headline(&workspace).starts_with(
            "3 of 5 measures that have a reading and a target are on target (60 %), 1 within tolerance, 1 off target."
        )
    );
    let of_bromsgrove = Chosen { partner: Some(partner("b")), ..all() };
    let groups = register(&workspace, &of_bromsgrove);
    assert!(tally(groups.iter().flat_map(|group| &group.rows)).says(year()).starts_with("4 of 5 measures"));
}

#[test]
fn the_register_says_what_each_council_has() {
    let workspace = seven();
    let groups = register(&workspace, &all());
    let row = &groups[0].rows[0];
    assert_eq!((groups[0].name.as_str(), row.name.as_str(), row.lines.len()), ("Waste", "a", 2));
    let line = &row.lines[0];
    assert_eq!(line.latest, Some(("9".to_owned(), "May 2010".to_owned())));
    assert_eq!((line.says.as_str(), line.target.as_deref()), ("10 % better than its target", Some("10")));
    let blank = &row.lines[1];
    assert_eq!((blank.called.as_str(), blank.latest.clone(), blank.says.as_str()), ("Redditch", None, "No reading"));
    let table = register_table(&groups, year());
    assert_eq!((table.len(), table[0].len()), (15, table[1].len()));
    assert_eq!(table[2][4], "", "a blank stays blank in a spreadsheet");
}

#[test]
fn live_services_say_what_their_status_means_and_what_is_behind_it() {
    let mut workspace = seven();
    let row = |workspace: &Workspace| live(workspace, year())[0].rows[0].clone();
    let bare = row(&workspace);
    assert_eq!((bare.rag, bare.meaning, bare.commentary), (None, "Nobody has reported how it stands", None));
    assert_eq!(bare.measures, "4 of 5 on target; 1 has no reading; 1 has no target to hold it against");
    let mut service = workspace.services.values().next().cloned().unwrap();
    service.status = Some(Status {
        rag: Rag::Amber,
        why: Some("Two rounds are late".into()),
        who: Some("Head of Waste".into()),
        by: Some(day(2011, 3, 1)),
    });
    workspace.insert(service.clone().into());
    let amber = row(&workspace);
    assert_eq!(amber.meaning, "Some issues, all expected to be resolved");
    assert_eq!(amber.commentary.as_deref(), Some("Two rounds are late. Head of Waste, by 1 March 2011."));
    service.stage = None;
    workspace.insert(service.into());
    assert_eq!(live(&workspace, year()), [], "only what is live is in the table");
}

#[test]
fn missing_periods_are_gaps_and_a_running_total_has_a_running_target() {
    let mut workspace = workspace([measure("visits", Polarity::Higher, YearToDate::Sum, Frequency::Month)]);
    read(&mut workspace, "visits", "b", &[(April, "10"), (June, "5")]);
    target(&mut workspace, "visits", "b", &[(April, "8"), (May, "8"), (June, "8")]);
    let measure = workspace.measures.values().next().unwrap();
    let drawn = picture(&workspace, measure, year(), today());
    let panel = &drawn.panels[0];
    let figures: Vec<Option<String>> =
        panel.columns.iter().take(4).map(|column| column.figure.map(|figure| figure.to_string())).collect();
    assert_eq!(figures, [Some("10".into()), None, Some("15".into()), None]);
    let targets: Vec<_> =
        panel.columns.iter().take(4).map(|column| column.target.as_ref().map(|aim| aim.value.to_string())).collect();
    assert_eq!(targets, [Some("8".into()), Some("16".into()), Some("24".into()), None]);
    let gaps: Vec<&str> = panel.columns.iter().filter(|column| column.is_missing).map(|column| column.short.as_str()).collect();
    assert_eq!(gaps, ["May", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], "January is not over yet");
    assert_eq!(drawn.caption, "visits: running total every month, 2010/11");
    assert_eq!(
        panel.says,
        "15 to June 2010: amber, 6.25 % worse than its target. Forecast for year end: 90, at the rate so far. No reading for May, July, August, September, October, November and December."
    );
    assert_eq!(drawn.panels[1].says, "No reading in 2010/11.");
    let table = by_period(&workspace, measure, year());
    assert_eq!((table.rows.len(), table.rows[1].cells[0].reading.clone()), (12, None));
}

fn place(filling: Filling, period: Period) -> Place {
    Place { service: service(), filling, year: year(), period }
}

fn typed(cells: &[(&str, &str)]) -> Typed {
    Typed { cells: cells.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect(), ..Typed::default() }
}

#[test]
fn a_grid_holds_every_measure_and_council_of_a_period() {
    let mut monthly = workspace([
        measure("days", Polarity::Lower, YearToDate::Mean, Frequency::Month),
        measure("answered", Polarity::Higher, YearToDate::Ratio, Frequency::Month),
        measure("yearly", Polarity::Higher, YearToDate::Latest, Frequency::Year),
    ]);
    read(&mut monthly, "days", "b", &[(July, "5")]);
    let shown = grid(&monthly, &place(Filling::Readings, July));
    let told: Vec<String> = shown
        .rows
        .iter()
        .map(|row| {
            format!(
                "{} [{}]: {}",
                row.name,
                row.hint,
                row.cells.iter().map(|cell| cell.shown.clone()).collect::<Vec<_>>().join("|")
            )
        })
        .collect();
    assert_eq!(told, ["answered [such as 43 of 50]: |", "days []: 5|"]);
    assert_eq!(shown.heads.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["Bromsgrove", "Redditch"]);
    assert_eq!(grid(&monthly, &place(Filling::Targets, Period::Year)).rows.len(), 3, "each has a target for the year");
}

#[test]
fn what_is_typed_into_a_grid_becomes_one_act_and_only_what_is_new_of_it() {
    let mut workspace = workspace([
        measure("days", Polarity::Lower, YearToDate::Mean, Frequency::Month),
        measure("answered", Polarity::Higher, YearToDate::Ratio, Frequency::Month),
    ]);
    read(&mut workspace, "days", "b", &[(July, "5")]);
    let place = place(Filling::Readings, July);
    let shown = grid(&workspace, &place);
    let cells = typed(&[("days/b", "5"), ("days/r", "0; closed all month"), ("answered/b", "43 of 50"), ("answered/r", " ")]);
    let entered = read_grid(&workspace, &place, &shown, &cells).unwrap();
    assert_eq!(entered.len(), 2, "what stands as it stood is left alone");
    for edit in apply(&workspace, Command::EnterFigures(entered), today()).unwrap().edits {
        assert!(["readings/answered/fy2010/b", "readings/days/fy2010/r"].contains(&edit.record.as_str()));
    }
    let wrong = read_grid(&workspace, &place, &shown, &typed(&[("days/r", "n/a"), ("answered/r", "86 %")])).unwrap_err();
    assert_eq!(wrong.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["answered/r", "days/r"]);
    assert!(wrong[1].1.contains("a blank is not nought"));
    let cleared = read_grid(&workspace, &place, &shown, &typed(&[("days/b", "")])).unwrap();
    let edits = apply(&workspace, Command::EnterFigures(cleared), today()).unwrap().edits;
    assert_eq!(format!("{:?}", edits[0].doing), "Set({\"p04\": Null})");
}

#[test]
fn a_baseline_needs_its_day() {
    let workspace = workspace([measure("days", Polarity::Lower, YearToDate::Mean, Frequency::Month)]);
    let place = place(Filling::Baselines, Period::Year);
    let shown = grid(&workspace, &place);
    let mut cells = typed(&[("days/b", "12.5")]);
    assert!(read_grid(&workspace, &place, &shown, &cells).unwrap_err()[0].1.contains("a baseline needs its day"));
    cells.on = Some(day(2010, 3, 31));
    assert_eq!(read_grid(&workspace, &place, &shown, &cells).unwrap().len(), 1);
}
