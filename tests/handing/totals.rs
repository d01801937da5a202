//! Totals that would give a part away.

use concordat::bundle::Profile;
use concordat::handing::{Cut, Why, cut};
use serde_json::{Value, json};

use crate::support::name;
use crate::{entered, exempt};

fn line(pounds: i64, more: Value) -> Value {
    let mut line = json!({ "sum": { "kind": "saving", "pence": pounds * 100, "year": "2010/11", "basis": "forecast" } });
    line.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    line
}

fn hidden(cut: &Cut, lines: &[&str]) -> Vec<String> {
    let is_out = |id: &&&str| !cut.records.get(&name(&format!("money/{id}"))).is_some_and(|fields| fields.contains_key("sum"));
    lines.iter().filter(is_out).map(|id| (*id).to_owned()).collect()
}

fn after(lines: &[(&str, Value)]) -> (Cut, Vec<String>) {
    let mut records = vec![
        ("programme/p".to_owned(), json!({ "name": "P" })),
        ("service/x".to_owned(), json!({ "name": "X", "programme": "programme/p" })),
        ("service/y".to_owned(), json!({ "name": "Y", "programme": "programme/p" })),
        ("partner/a".to_owned(), json!({ "name": "A" })),
        ("partner/b".to_owned(), json!({ "name": "B" })),
    ];
    records.extend(lines.iter().map(|(id, line)| (format!("money/{id}"), line.clone())));
    let log = entered(&records.iter().map(|(id, fields)| (id.as_str(), fields.clone())).collect::<Vec<_>>());
    let cut = cut(&log, Profile::Public);
    let names: Vec<&str> = lines.iter().map(|(id, _)| *id).collect();
    let hidden = hidden(&cut, &names);
    (cut, hidden)
}

#[test]
fn a_total_over_one_part_that_is_left_out_goes_too_and_so_on_up() {
    let (cut, hidden) = after(&[
        ("all", line(1000, json!({}))),
        ("half", line(600, json!({ "part_of": "money/all" }))),
        ("other", line(400, json!({ "part_of": "money/all" }))),
        ("secret", line(250, json!({ "part_of": "money/half", "exempt": exempt() }))),
        ("open", line(350, json!({ "part_of": "money/half" }))),
    ]);
    assert_eq!(hidden, ["all", "half", "secret"]);
    let why = |id: &str| {
        cut.withheld.iter().find(|out| out.record == name(id) && out.field.as_deref() == Some("sum")).unwrap().why.clone()
    };
    assert_eq!(why("money/half"), Why::Total(name("money/secret")));
    assert_eq!(why("money/all"), Why::Total(name("money/half")));
}

#[test]
fn two_parts_that_are_left_out_hide_each_other() {
    let (_, hidden) = after(&[
        ("all", line(1000, json!({}))),
        ("one", line(600, json!({ "part_of": "money/all", "exempt": exempt() }))),
        ("two", line(300, json!({ "part_of": "money/all", "exempt": exempt() }))),
        ("three", line(100, json!({ "part_of": "money/all" }))),
    ]);
    assert_eq!(hidden, ["one", "two"]);
}

#[test]
fn an_exempt_total_takes_its_smallest_part_with_it_where_they_make_it_up() {
    let parts = |small: i64| {
        after(&[
            ("all", line(1000, json!({ "exempt": exempt() }))),
            ("one", line(600, json!({ "part_of": "money/all" }))),
            ("two", line(small, json!({ "part_of": "money/all" }))),
        ])
        .1
    };
    // Its parts no longer say of what they are parts: but what they come to is there to be added up.
    assert_eq!(parts(400), ["all", "two"]);
    assert_eq!(parts(300), ["all"]);
}

#[test]
fn parts_are_seen_from_what_lines_cover_and_whose_they_are() {
    let covers = |what: &str, partners: Value| json!({ "covers": [what], "partners": partners });
    let both = json!(["partner/a", "partner/b"]);
    let (_, hidden) = after(&[
        ("all", line(900, covers("programme/p", both.clone()))),
        ("x", line(500, json!({ "covers": ["service/x"], "partners": both, "exempt": exempt() }))),
        ("y", line(400, covers("service/y", both.clone()))),
        ("a", line(450, covers("programme/p", json!(["partner/a"])))),
        ("b", line(450, covers("programme/p", json!(["partner/b"])))),
    ]);
    // The programme's total goes with the service; the partners' own would add up to it, so that one of them goes.
    assert_eq!(hidden, ["all", "x", "a"]);
}

#[test]
fn a_net_line_goes_with_its_gross_and_a_split_with_a_partners_share() {
    let (_, hidden) =
        after(&[("net", line(24, json!({ "net_of": "money/gross", "exempt": exempt() }))), ("gross", line(46, json!({})))]);
    assert_eq!(hidden, ["net", "gross"]);
    let split = json!({ "rule": "percent", "parts": [{ "partner": "partner/a", "weight": 6000 }, { "partner": "partner/b", "weight": 4000 }] });
    let (cut, hidden) = after(&[
        ("all", line(100, json!({ "covers": ["service/x"], "partners": ["partner/a", "partner/b"], "split": split }))),
        ("a", line(60, json!({ "covers": ["service/x"], "partners": ["partner/a"], "exempt": exempt() }))),
        ("b", line(40, json!({ "covers": ["service/x"], "partners": ["partner/b"], "exempt": exempt() }))),
    ]);
    assert_eq!(hidden, ["a", "b"]);
    assert!(!cut.records[&name("money/all")].contains_key("split"));
}

#[test]
fn another_statement_that_says_the_same_amount_is_left_out_too() {
    let about = json!({ "covers": ["service/x"], "partners": ["partner/a"] });
    let over = |more: Value| {
        let mut whole = about.clone();
        whole.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        whole
    };
    let secret = ("secret", line(250, over(json!({ "exempt": exempt() }))));
    // Named as another statement of it, from another paper with another basis too.
    let (cut, gone) = after(&[secret.clone(), ("rival", line(250, json!({ "rival_of": "money/secret" })))]);
    assert_eq!(gone, ["secret", "rival"]);
    let why = cut.withheld.iter().find(|out| out.record == name("money/rival") && out.field.as_deref() == Some("sum")).unwrap();
    assert_eq!(why.why, Why::SaysTheSame(name("money/secret")));
    // Named by nobody, but about the same; and a statement of that one, two steps on.
    assert_eq!(after(&[secret.clone(), ("same", line(250, about.clone()))]).1, ["secret", "same"]);
    let steps = [
        secret.clone(),
        ("one", line(90, json!({ "rival_of": "money/secret" }))),
        ("two", line(250, json!({ "rival_of": "money/one" }))),
    ];
    assert_eq!(after(&steps).1, ["secret", "two"]);
    // One that says another amount gives nothing away, and neither does the same amount for something else.
    assert_eq!(after(&[secret.clone(), ("rival", line(240, json!({ "rival_of": "money/secret" })))]).1, ["secret"]);
    assert_eq!(after(&[secret, ("other", line(250, json!({ "covers": ["service/y"] })))]).1, ["secret"]);
}

#[test]
fn a_total_is_not_given_away_by_another_statement_of_it() {
    let (_, gone) = after(&[
        ("all", line(1000, json!({}))),
        ("again", line(1000, json!({ "rival_of": "money/all" }))),
        ("open", line(750, json!({ "part_of": "money/all" }))),
        ("secret", line(250, json!({ "part_of": "money/all", "exempt": exempt() }))),
    ]);
    assert_eq!(gone, ["all", "again", "secret"]);
}

#[test]
fn a_movement_to_a_figure_that_is_left_out_is_not_told() {
    let moved = |more: Value| {
        let shift = json!({
            "service": "service/x",
            "moved": {
                "kind": "saving", "year": "2010/11", "from": "budget", "to": "forecast", "reason": "scope", "pence": 5_000,
            },
            "why": "Less is done",
        });
        let log = entered(&[
            ("programme/p", json!({ "name": "P" })),
            ("service/x", json!({ "name": "X", "programme": "programme/p" })),
            ("money/m", line(1000, more)),
            ("shift/s", shift),
        ]);
        let cut = cut(&log, Profile::Public);
        cut.records.get(&name("shift/s")).is_some_and(|fields| fields.contains_key("moved"))
    };
    assert!(moved(json!({ "covers": ["service/x"] })));
    assert!(!moved(json!({ "covers": ["service/x"], "exempt": exempt() })));
}
