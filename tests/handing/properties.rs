//! Workspaces made to give something away: marked values that must not be found, sums that must not be solved.

use std::collections::{BTreeMap, BTreeSet};

use concordat::bundle::Profile;
use concordat::handing::cut;
use concordat::log::Log;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::support::{EVENING, name, write};
use crate::{entered, exempt, make, public};

/// An equation that is true of the workspace: a total and its parts, by the names of their lines.
type Truth = (String, Vec<String>);

fn line(pounds: i64, more: Value, is_exempt: bool) -> Value {
    let mut line = json!({ "sum": { "kind": "saving", "pence": pounds * 100, "year": "2010/11", "basis": "forecast" } });
    line.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    if is_exempt {
        line["exempt"] = exempt();
    }
    line
}

/// Services by partners: every cell, every row, every column and the whole, of which some are not stated at all.
fn table(cells: &[Vec<i64>], stated: &[Index], secret: &[Index]) -> (Log, Vec<Truth>) {
    let columns = cells[0].len();
    let mut lines: BTreeMap<String, (i64, Value)> = BTreeMap::new();
    let partner = |column: usize| format!("partner/p{column}");
    let all: Vec<String> = (0..columns).map(partner).collect();
    for (row, amounts) in cells.iter().enumerate() {
        for (column, amount) in amounts.iter().enumerate() {
            let more = json!({ "covers": [format!("service/s{row}")], "partners": [partner(column)] });
            lines.insert(format!("c{row}{column}"), (*amount, more));
        }
        lines
            .insert(format!("r{row}"), (amounts.iter().sum(), json!({ "covers": [format!("service/s{row}")], "partners": all })));
    }
    for column in 0..columns {
        let sum = cells.iter().map(|row| row[column]).sum();
        lines.insert(format!("k{column}"), (sum, json!({ "covers": ["programme/p"], "partners": [partner(column)] })));
    }
    lines.insert("all".to_owned(), (cells.iter().flatten().sum(), json!({ "covers": ["programme/p"], "partners": all })));
    let names: Vec<String> = lines.keys().cloned().collect();
    for index in stated {
        lines.remove(index.get(&names));
    }
    let secret: BTreeSet<&String> = secret.iter().map(|index| index.get(&names)).collect();
    let mut records = vec![("programme/p".to_owned(), json!({ "name": "Programme" }))];
    records.extend(
        (0..cells.len()).map(|row| (format!("service/s{row}"), json!({ "name": format!("S{row}"), "programme": "programme/p" }))),
    );
    records.extend((0..columns).map(|column| (partner(column), json!({ "name": format!("P{column}") }))));
    for (name, (amount, more)) in &lines {
        records.push((format!("money/{name}"), line(*amount, more.clone(), secret.contains(name))));
    }
    let rows: Vec<usize> = (0..cells.len()).collect();
    let cell = |row: usize, column: usize| format!("c{row}{column}");
    let mut truths: Vec<Truth> = Vec::new();
    for row in &rows {
        truths.push((format!("r{row}"), (0..columns).map(|column| cell(*row, column)).collect()));
    }
    for column in 0..columns {
        truths.push((format!("k{column}"), rows.iter().map(|row| cell(*row, column)).collect()));
    }
    truths.push(("all".to_owned(), rows.iter().map(|row| format!("r{row}")).collect()));
    truths.push(("all".to_owned(), (0..columns).map(|column| format!("k{column}")).collect()));
    truths.push(("all".to_owned(), rows.iter().flat_map(|row| (0..columns).map(move |column| cell(*row, column))).collect()));
    truths.retain(|(total, parts)| std::iter::once(total).chain(parts).all(|name| lines.contains_key(name)));
    (log_of(&records), truths)
}

/// Lines that name the line that they are a part of; a total is what its parts come to, and sometimes more.
fn tree(above: &[Index], amounts: &[i64], rests: &[bool], secret: &[Index]) -> (Log, Vec<Truth>) {
    let many = amounts.len();
    let parent: Vec<Option<usize>> = (0..many).map(|line| (line > 0).then(|| above[line].index(line))).collect();
    let mut sums: Vec<i64> = amounts.to_vec();
    let parts = |line: usize| (0..many).filter(|part| parent[*part] == Some(line)).collect::<Vec<_>>();
    for line in (0..many).rev() {
        let below = parts(line);
        if !below.is_empty() {
            sums[line] = below.iter().map(|part| sums[*part]).sum::<i64>() + if rests[line] { amounts[line] } else { 0 };
        }
    }
    let secret: BTreeSet<usize> = secret.iter().map(|index| index.index(many)).collect();
    let mut records = Vec::new();
    let mut truths = Vec::new();
    for number in 0..many {
        let more = parent[number].map_or(json!({}), |whole| json!({ "part_of": format!("money/t{whole}") }));
        records.push((format!("money/t{number}"), line(sums[number], more, secret.contains(&number))));
        let below = parts(number);
        if !below.is_empty() && !rests[number] {
            truths.push((format!("t{number}"), below.iter().map(|part| format!("t{part}")).collect()));
        }
    }
    (log_of(&records), truths)
}

fn log_of(records: &[(String, Value)]) -> Log {
    entered(&records.iter().map(|(record, fields)| (record.as_str(), fields.clone())).collect::<Vec<_>>())
}

/// Every line of a table said a second time in public, by somebody who names it or not.
fn said_twice(log: &Log, twice: &[Index], is_named: bool) -> (Log, Vec<String>) {
    let lines: Vec<_> = log.records().filter(|(id, _)| id.kind() == "money").map(|(id, _)| id.clone()).collect();
    let mut said = log.clone();
    let mut names = Vec::new();
    for (number, index) in twice.iter().enumerate() {
        let id = index.get(&lines);
        let record = log.record(id).unwrap();
        let field = |field: &str| record.value(field).cloned().unwrap_or_default();
        let mut again = json!({ "sum": field("sum"), "covers": field("covers"), "partners": field("partners") });
        if is_named {
            again["rival_of"] = json!(id.to_string());
        }
        write(&mut said, EVENING + 9_000 + i64::try_from(number).unwrap(), &format!("money/again{number}"), again);
        names.push(id.to_string());
    }
    (said, names)
}

/// The lines whose figure follows from what is published, by what is true of the sums: a unit vector lies in the space
/// of the equations exactly when adding it leaves their rank as it is.
fn solved(log: &Log, truths: &[Truth], profile: Profile) -> Vec<String> {
    let cut = cut(log, profile);
    let is_out =
        |line: &String| !cut.records.get(&name(&format!("money/{line}"))).is_some_and(|fields| fields.contains_key("sum"));
    let unknown: Vec<String> = truths
        .iter()
        .flat_map(|(total, parts)| std::iter::once(total).chain(parts))
        .filter(|line| is_out(line))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .cloned()
        .collect();
    let row = |truth: &Truth| -> Vec<f64> {
        let factor = |line: &String| f64::from(u8::from(truth.0 == *line)) - f64::from(u8::from(truth.1.contains(line)));
        unknown.iter().map(factor).collect()
    };
    let rows: Vec<Vec<f64>> = truths.iter().map(row).collect();
    let known = rank(rows.clone());
    let is_known = |place: usize| {
        let mut unit = vec![0.0; unknown.len()];
        unit[place] = 1.0;
        rank(rows.iter().cloned().chain([unit]).collect()) == known
    };
    (0..unknown.len()).filter(|place| is_known(*place)).map(|place| unknown[place].clone()).collect()
}

fn rank(mut rows: Vec<Vec<f64>>) -> usize {
    let columns = rows.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..columns {
        let Some(best) = (rank..rows.len()).max_by(|one, other| rows[*one][column].abs().total_cmp(&rows[*other][column].abs()))
        else {
            break;
        };
        if rows[best][column].abs() < 1e-9 {
            continue;
        }
        rows.swap(rank, best);
        let lead = rows[rank].clone();
        for row in rows.iter_mut().skip(rank + 1) {
            let factor = row[column] / lead[column];
            row.iter_mut().zip(&lead).for_each(|(value, lead)| *value -= factor * lead);
        }
        rank += 1;
    }
    rank
}

/// Totals that are published over exactly one part that is not.
fn telling(log: &Log, truths: &[Truth]) -> Vec<Truth> {
    let cut = cut(log, Profile::Public);
    let is_out =
        |line: &String| !cut.records.get(&name(&format!("money/{line}"))).is_some_and(|fields| fields.contains_key("sum"));
    truths
        .iter()
        .filter(|(total, parts)| !is_out(total) && parts.iter().filter(|part| is_out(part)).count() == 1)
        .cloned()
        .collect()
}

const PLACES: &[(&str, &str)] = &[
    ("service/s", "description"),
    ("service/s", "gains"),
    ("risk/r", "title"),
    ("risk/r", "mitigation"),
    ("issue/i", "action"),
    ("money/open", "title"),
    ("programme/p", "name"),
    ("milestone/m", "what"),
    ("workspace/w", "title"),
    ("partner/p", "name"),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_withheld_line_of_a_table_is_determined(
        cells in (1_usize..4, 2_usize..4).prop_flat_map(|(rows, columns)| proptest::collection::vec(proptest::collection::vec(1_i64..99_999, columns), rows)),
        stated in proptest::collection::vec(any::<Index>(), 0..4),
        secret in proptest::collection::vec(any::<Index>(), 1..5),
    ) {
        let (log, truths) = table(&cells, &stated, &secret);
        prop_assert_eq!(solved(&log, &truths, Profile::Public), Vec::<String>::new());
        prop_assert_eq!(solved(&log, &truths, Profile::WithoutExempt), Vec::<String>::new());
        prop_assert_eq!(telling(&log, &truths), vec![]);
    }

    #[test]
    fn no_withheld_line_is_said_again(
        cells in proptest::collection::vec(proptest::collection::vec(1_i64..99_999, 2), 1..4),
        twice in proptest::collection::vec(any::<Index>(), 1..5),
        secret in proptest::collection::vec(any::<Index>(), 1..4),
        is_named in any::<bool>(),
    ) {
        let (log, truths) = table(&cells, &[], &secret);
        let (log, said) = said_twice(&log, &twice, is_named);
        for profile in [Profile::Public, Profile::WithoutExempt] {
            let cut = cut(&log, profile);
            let is_out = |id: &str| !cut.records.get(&name(id)).is_some_and(|fields| fields.contains_key("sum"));
            for (number, id) in said.iter().enumerate() {
                prop_assert!(!is_out(id) || is_out(&format!("money/again{number}")), "{id} is said again");
            }
            prop_assert_eq!(solved(&log, &truths, profile), Vec::<String>::new());
        }
    }

    #[test]
    fn no_withheld_line_of_a_tree_is_determined(
        above in proptest::collection::vec(any::<Index>(), 12),
        amounts in proptest::collection::vec(1_i64..99_999, 2..12),
        rests in proptest::collection::vec(any::<bool>(), 12),
        secret in proptest::collection::vec(any::<Index>(), 1..5),
    ) {
        let (log, truths) = tree(&above, &amounts, &rests, &secret);
        prop_assert_eq!(solved(&log, &truths, Profile::Public), Vec::<String>::new());
        prop_assert_eq!(telling(&log, &truths), vec![]);
    }

    #[test]
    fn a_marked_text_never_gets_out(place in any::<Index>(), secret in "[a-z]{4,9}( [a-z]{4,9}){2,4}", before in "on[a-z ]{0,9}", loud in any::<bool>(), planted in any::<bool>()) {
        let (record, field) = *place.get(PLACES);
        let said = if loud { secret.to_uppercase().replace(' ', " \n") } else { secret.clone() };
        let open = json!({ "kind": "saving", "pence": 10_000 });
        let mut records = vec![
            ("note/n", json!({ "text": "nothing", "about": "risk/r" })),
            ("risk/secret", json!({ "title": secret, "exempt": exempt() })),
            ("money/open", json!({ "sum": open })),
        ];
        if planted {
            records.push((record, json!({ field: format!("{before} {said}, {before}") })));
        }
        let log = entered(&records);
        for made in [public(&log), make(&log, &Log::default(), Profile::WithoutExempt)] {
            match made {
                Ok(made) => {
                    prop_assert!(!planted);
                    prop_assert!(!made.text.contains(&secret));
                }
                Err(not) => {
                    prop_assert!(planted);
                    prop_assert!(not.found.iter().any(|found| found.place == (name(record), field.to_owned())), "{:?}", not.found);
                }
            }
        }
    }

    #[test]
    fn a_marked_amount_never_gets_out(place in any::<Index>(), pounds in 100_000_i64..900_000, form in 0_usize..5) {
        let (record, field) = *place.get(PLACES);
        let thousands = (pounds + 500) / 1_000;
        let said = [
            format!("£{pounds}"), format!("{}", pounds * 100), format!("£{},{:03}", pounds / 1_000, pounds % 1_000),
            format!("£{thousands}k"), format!("about {thousands}k in all"),
        ];
        let log = entered(&[
            ("money/secret", json!({ "sum": { "kind": "saving", "pence": pounds * 100 }, "exempt": exempt() })),
            (record, json!({ field: said[form] })),
        ]);
        let found = public(&log).unwrap_err().found;
        prop_assert!(found.iter().any(|found| found.place == (name(record), field.to_owned()) && found.amount.is_some()), "{found:?}");
    }
}
