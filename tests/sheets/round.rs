//! What went out and comes in again changes nothing, whatever the workspace holds.

use std::collections::BTreeMap;

use concordat::bundle::decode;
use concordat::domain::exempt::{Exempt, Paragraph};
use concordat::domain::money::{InUse, Split, SplitPart, SplitRule, Use};
use concordat::domain::partner::PartnerId;
use concordat::domain::risk::{Direction, StatedMovement};
use concordat::domain::source::Source;
use concordat::domain::subject::Subject;
use concordat::domain::thing::{Kind, Thing};
use concordat::domain::workspace::Workspace;
use concordat::log::Log;
use concordat::sheets::{Fate, KINDS, cells, columns, file, guess, without};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generate;
use crate::support::{bring_in, csv, day, plan, plan_csv, small, stirring, tables, workbook};

fn changes_nothing(workspace: &Workspace) {
    let read = file::read("a.xlsx", &workbook(workspace)).unwrap();
    let mapping = guess(&read);
    let planned = plan(workspace, read, mapping);
    assert!(planned.preview.rows.iter().all(|row| row.fate == Fate::Same), "{:#?}", stirring(&planned));
    let of_kinds = workspace.things().filter(|thing| KINDS.contains(&thing.kind())).count();
    assert_eq!(planned.preview.rows.len(), of_kinds, "a record is missing from the file");
    for kind in KINDS {
        let planned = plan_csv(workspace, &format!("{}.csv", kind.plural()), &csv(workspace, kind));
        assert!(planned.preview.rows.iter().all(|row| row.fate == Fate::Same), "{:#?}", stirring(&planned));
    }
}

#[test]
fn the_sample_out_and_in_again_changes_nothing() {
    let text = std::fs::read_to_string("samples/worcestershire.concordat.json").unwrap();
    let incoming = concordat::bundle::read(&text).unwrap();
    changes_nothing(&decode::workspace(&Log::of(incoming.log.changes().iter().cloned())));
}

#[test]
fn generated_programmes_out_and_in_again_change_nothing() {
    for seed in 0..6 {
        changes_nothing(&generate::workspace(seed, generate::SMALL));
    }
}

#[test]
fn a_workbook_brought_into_an_empty_workspace_gives_the_same_records() {
    let mut here = small();
    let without_programmes = Workspace { programmes: here.programmes.clone(), ..Workspace::default() };
    for service in here.services.values_mut() {
        service.parent = None;
    }
    let read = file::read("a.xlsx", &workbook(&here)).unwrap();
    let mapping = guess(&read);
    let planned = plan(&without_programmes, read, mapping);
    assert!(planned.preview.rows.iter().all(|row| row.fate == Fate::Added), "{:#?}", planned.preview.rows);
    let there = bring_in(&without_programmes, &planned);
    let all = |workspace: &Workspace| workspace.things().collect::<Vec<Thing>>();
    assert_eq!(all(&there), all(&here));
}

#[test]
fn every_field_of_every_kind_has_a_column() {
    for kind in KINDS {
        for field in kind.fields() {
            assert!(columns(kind).iter().any(|column| column.field == field.name), "{kind:?} has no column for {}", field.name);
        }
    }
}

/// A workspace in which the answers that have several columns are given, every one by chance.
fn answered() -> BoxedStrategy<Workspace> {
    let shares = (0..5_usize, 1..9_999_u64, any::<bool>(), proptest::option::of(line()));
    let used = proptest::option::of((any::<bool>(), said()));
    let moved = proptest::option::of((0..5_usize, line(), proptest::option::of(line()), any::<bool>()));
    let exempt = proptest::option::of((0..7_usize, said(), 0..9_000_i64));
    let answers = (proptest::option::of(shares), used, moved, exempt);
    let given = answers.prop_map(|(shares, used, moved, exempt)| {
        let mut workspace = small();
        let mut line = workspace.money.values().next().unwrap().clone();
        line.split = shares.map(|(rule, weight, is_turned, agreed_by)| {
            let rule = SplitRule::ALL[rule];
            let whole = if rule == SplitRule::Fixed { 1_200_000 } else { 10_000 };
            let weights = if rule == SplitRule::Equal { [0, 0] } else { [weight, whole - weight] };
            let parts = ["b", "r"].into_iter().zip(weights);
            let mut parts: Vec<SplitPart> =
                parts.map(|(id, weight)| SplitPart { partner: PartnerId::new(id).unwrap(), weight }).collect();
            if is_turned {
                parts.reverse();
            }
            Split { rule, parts, agreed_by, agreed_on: None }
        });
        line.in_use = used.map(|(is_so, why)| Use { in_use: if is_so { InUse::Yes } else { InUse::No }, why: Some(why) });
        let mut risk = workspace.risks.values().next().unwrap().clone();
        risk.movement = moved.map(|(direction, paper, paragraph, is_dated)| StatedMovement {
            direction: Direction::ALL[direction],
            source: Source { paper, paragraph, dated: is_dated.then(|| day("2010-12-09")) },
        });
        risk.exempt = exempt.map(|(paragraph, reason, days)| Exempt {
            paragraph: Paragraph::ALL[paragraph],
            reason,
            review: day("2011-01-01") + chrono::Days::new(days.unsigned_abs()),
        });
        workspace.insert(line.into());
        workspace.insert(risk.into());
        workspace
    });
    given.boxed()
}

/// The same, but for the words that clear a field.
fn said() -> impl Strategy<Value = String> {
    odd().prop_filter("these words clear a field", |text| text != "not stated")
}

/// The same, of fields that are one line.
fn line() -> impl Strategy<Value = String> {
    said().prop_map(|text| text.replace('\n', " "))
}

/// What is stated over what stood: blank cells state nothing. Lists are put in one order, which here is not what matters.
fn state_over(stood: &mut Value, stated: &Value) {
    match (stood, stated) {
        (Value::Object(stood), Value::Object(stated)) => {
            for (field, value) in stated {
                state_over(stood.entry(field.clone()).or_insert_with(|| value.clone()), value);
            }
            stood.values_mut().for_each(|value| state_over(value, &value.clone()));
        }
        (stood, stated) => {
            *stood = stated.clone();
            if let Value::Array(values) = stood {
                values.sort_by_key(ToString::to_string);
            }
        }
    }
}

/// Texts that spreadsheets would take for something else.
fn odd() -> BoxedStrategy<String> {
    let starts =
        prop_oneof![Just(""), Just("="), Just("+"), Just("-"), Just("@"), Just("'"), Just("''="), Just("\t="), Just("not ")];
    let bodies = prop_oneof![
        "[a-z0-9 £,;\"'.-]{1,12}",
        "[0-9]{1,6}",
        "[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}",
        "TRUE",
        "#REF!",
        "_x000D_",
        "é“”\u{1F600}",
        "a\nb",
        "stated"
    ];
    (starts, bodies)
        .prop_map(|(start, body)| format!("{start}{body}").trim().to_owned())
        .prop_filter("stated", |text| !text.is_empty())
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn odd_texts_out_and_in_again_change_nothing(texts in proptest::collection::vec(odd(), 9), pence in 0_i64..900_000_000_000_000) {
        let mut workspace = small();
        let mut texts = texts.into_iter();
        let mut next = || texts.next();
        for partner in workspace.partners.values_mut() {
            partner.name = next();
        }
        for risk in workspace.risks.values_mut() {
            (risk.reference, risk.title, risk.owner, risk.description) = (next(), next(), next(), next());
        }
        for money in workspace.money.values_mut() {
            (money.title, money.commentary) = (next(), next());
            if let Some(sum) = &mut money.sum {
                sum.pence = concordat::domain::pence::Pence(pence);
            }
        }
        for service in workspace.services.values_mut() {
            service.description = next();
        }
        changes_nothing(&workspace);
    }

    #[test]
    fn answers_in_several_columns_out_and_in_again_change_nothing(workspace in answered()) {
        changes_nothing(&workspace);
    }

    #[test]
    fn what_a_file_states_is_what_stands_once_it_has_come_in(there in answered(), mut here in answered()) {
        // A figure that is chosen otherwise needs another reason than stood there.
        for line in here.money.values_mut() {
            line.in_use = line.in_use.take().map(|used| Use { why: Some("Said before".to_owned()), ..used });
        }
        let book = tables(&there);
        let mapping = guess(&book);
        let planned = plan(&here, book, mapping);
        prop_assert!(planned.preview.rows.iter().all(|row| row.fate != Fate::Refused), "{:#?}", stirring(&planned));
        let after = if planned.things.is_empty() { here.clone() } else { bring_in(&here, &planned) };
        for thing in after.things() {
            let was = here.thing(&thing.subject()).unwrap().encode();
            let states = there.thing(&thing.subject()).unwrap().encode();
            let mut expected = json!(was);
            state_over(&mut expected, &json!(states));
            let mut is = json!(thing.encode());
            state_over(&mut is, &json!({}));
            prop_assert_eq!(is, expected, "{}", thing.subject());
        }
    }

    #[test]
    fn any_bytes_are_a_table_or_a_sentence(bytes in proptest::collection::vec(any::<u8>(), 0..400), is_zip in any::<bool>()) {
        let bytes = if is_zip { [b"PK\x03\x04".as_slice(), &bytes].concat() } else { bytes };
        match file::read("any.csv", &bytes) {
            Ok(book) => {
                let mapping = guess(&book);
                drop(plan(&small(), book, mapping));
            }
            Err(error) => prop_assert!(error.to_string().ends_with('.')),
        }
    }
}

#[test]
fn a_damaged_workbook_is_a_sentence_wherever_it_is_damaged() {
    let whole = workbook(&small());
    for place in (0..whole.len()).step_by(211) {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x55;
        drop(file::read("a.xlsx", &damaged).map_err(|error| assert!(error.to_string().ends_with('.'))));
        drop(file::read("a.xlsx", &whole[..place]));
    }
}

#[test]
fn a_text_too_long_for_a_cell_stays_as_it_is() {
    let mut workspace = small();
    for risk in workspace.risks.values_mut() {
        risk.description = Some("Long. ".repeat(8_000));
    }
    let thing = Thing::from(workspace.risks.values().next().unwrap().clone());
    assert!(cells(&workspace, &thing).iter().any(|cell| cell.typed().starts_with("(A text of 48,000 letters")));
    changes_nothing(&workspace);
}

#[test]
fn a_file_from_which_records_were_left_out_changes_nothing_where_they_are() {
    let whole = generate::workspace(3, generate::SMALL);
    let gone: Vec<Subject> = whole
        .things()
        .filter(|thing| matches!(thing.kind(), Kind::Partner | Kind::Service | Kind::Programme))
        .map(|thing| thing.subject())
        .step_by(2)
        .collect();
    assert!(gone.len() > 3);
    let left = without(&whole, &gone.iter().cloned().collect(), &BTreeMap::new());
    let read = file::read("a.xlsx", &workbook(&left)).unwrap();
    let mapping = guess(&read);
    let planned = plan(&whole, read, mapping);
    assert!(planned.preview.rows.len() > 20);
    assert!(planned.preview.rows.iter().all(|row| row.fate == Fate::Same), "{:#?}", stirring(&planned));
}
