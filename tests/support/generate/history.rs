//! The records entered and worked on, change by change.

use std::collections::BTreeMap;

use concordat::domain::record::Set;
use concordat::domain::thing::{Kind, Thing};
use concordat::log::{Author, Draft, Log, Moment, RecordId};
use serde_json::{Value, json};

use super::chance::Chance;
use super::{Size, names, records};

/// A change takes at most so many records.
const MOST: usize = 200;

struct Writer {
    chance: Chance,
    log: Log,
    clock: Moment,
    left: usize,
}

/// A log of exactly as many changes as asked for, as long as no change would hold more than 200 records.
pub fn log(things: Vec<Thing>, seed: u64, size: Size) -> Log {
    let entering = (size.changes * 2 / 3).clamp(1, things.len().max(1));
    let at_once = things.len().div_ceil(entering).min(MOST);
    let kinds = kinds(&things);
    let of = |kind: Kind| names_of(&kinds, kind);
    let mut writer = Writer {
        chance: Chance::new(seed ^ 0x5eed),
        log: Log::default(),
        clock: Moment::parse("2008-09-01T09:00:00Z").unwrap(),
        left: size.changes,
    };
    for entered in things.chunks(at_once) {
        let edits = entered.iter().map(|thing| (thing.subject().as_str().parse().unwrap(), thing.encode())).collect();
        writer.write(None, edits);
    }
    let (risks, services, money) = (of(Kind::Risk), of(Kind::Service), of(Kind::Money));
    while writer.left > 0 {
        let first = writer.work(&risks, &services, &money, &kinds);
        // Now and then two people work at the same time, and sometimes on the same thing.
        if writer.left > 1 && writer.chance.percent(5) {
            let again = writer.chance.percent(40);
            let second = if again { first.clone() } else { writer.work(&risks, &services, &money, &kinds) };
            let second =
                if again { second.into_iter().map(|(id, set)| (id, other(&mut writer.chance, set))).collect() } else { second };
            writer.write_apart(first, second);
        } else {
            writer.write(Some("As reported this month"), first);
        }
    }
    writer.log
}

/// A log of that size, and two that went on from it by so many changes each without hearing of each other.
pub fn apart(things: Vec<Thing>, seed: u64, size: Size, each: usize) -> (Log, [Log; 2]) {
    let kinds = kinds(&things);
    let of = |kind: Kind| names_of(&kinds, kind);
    let (risks, services, money) = (of(Kind::Risk), of(Kind::Service), of(Kind::Money));
    let base = log(things, seed, size);
    let clock = base.changes().iter().map(|change| change.at).max().unwrap();
    let gone = [0xa11ce_u64, 0xb0b].map(|who| {
        let mut writer = Writer { chance: Chance::new(seed ^ who), log: base.clone(), clock, left: each };
        while writer.left > 0 {
            let edits = writer.work(&risks, &services, &money, &kinds);
            writer.write(Some("As reported this month"), edits);
        }
        writer.log
    });
    (base, gone)
}

fn kinds(things: &[Thing]) -> BTreeMap<RecordId, (Kind, Set)> {
    things.iter().map(|thing| (thing.subject().as_str().parse().unwrap(), (thing.kind(), thing.encode()))).collect()
}

fn names_of(kinds: &BTreeMap<RecordId, (Kind, Set)>, kind: Kind) -> Vec<RecordId> {
    kinds.iter().filter(|(_, (is, _))| *is == kind).map(|(id, _)| id.clone()).collect()
}

impl Writer {
    /// One person's edit: a risk scored anew, a service's status, or an amount.
    fn work(
        &mut self,
        risks: &[RecordId],
        services: &[RecordId],
        money: &[RecordId],
        kinds: &BTreeMap<RecordId, (Kind, Set)>,
    ) -> Vec<(RecordId, Set)> {
        let chance = &mut self.chance;
        let (id, set) = match chance.below(10) {
            0..=4 if !risks.is_empty() => {
                (chance.pick(risks).clone(), Set::from([("level".to_owned(), json!(records::level(chance)))]))
            }
            5..=7 if !services.is_empty() => {
                let reading = concordat::domain::year::FinancialYear::starting(2010).unwrap().last_day();
                let status = records::status(*chance.pick(concordat::domain::rag::Rag::ALL), reading);
                (chance.pick(services).clone(), Set::from([("status".to_owned(), json!(status))]))
            }
            _ => {
                let id = chance.pick(money).clone();
                let mut set = Set::new();
                if let Some(sum) = kinds.get(&id).and_then(|(_, set)| set.get("sum")) {
                    set.insert("sum".to_owned(), with_pence(sum, chance));
                }
                (id, set)
            }
        };
        vec![(id, set)]
    }

    fn draft(&mut self, why: Option<&str>, edits: Vec<(RecordId, Set)>) -> Draft {
        let step = 60 + i64::try_from(self.chance.below(600)).unwrap();
        self.clock = Moment::from_seconds(self.clock.seconds() + step).unwrap();
        let office = (*self.chance.pick(&names::OFFICES)).to_owned();
        let by = Author { name: office, council: names::place(self.chance.below(12)) };
        Draft { at: self.clock, by, why: why.map(str::to_owned), batch: None, edits }
    }

    fn write(&mut self, why: Option<&str>, edits: Vec<(RecordId, Set)>) {
        let draft = self.draft(why, edits);
        let change = self.log.seal(draft);
        self.log.add(change);
        self.left = self.left.saturating_sub(1);
    }

    fn write_apart(&mut self, first: Vec<(RecordId, Set)>, second: Vec<(RecordId, Set)>) {
        let (first, second) = (self.draft(Some("As reported this month"), first), self.draft(Some("As I heard it"), second));
        let (first, second) = (self.log.seal(first), self.log.seal(second));
        self.log.add(first);
        self.log.add(second);
        self.left = self.left.saturating_sub(2);
    }
}

/// The same fields with other values.
fn other(chance: &mut Chance, set: Set) -> Set {
    let value = |field: &str, value: Value, chance: &mut Chance| match field {
        "level" => json!(records::level(chance)),
        "sum" => with_pence(&value, chance),
        _ => value,
    };
    set.into_iter()
        .map(|(field, old)| {
            let new = value(&field, old, chance);
            (field, new)
        })
        .collect()
}

fn with_pence(sum: &Value, chance: &mut Chance) -> Value {
    let mut sum = sum.clone();
    if let Some(fields) = sum.as_object_mut() {
        // An edited range would have to stay a range; a single figure is what people mostly put in its place.
        fields.remove("up_to");
        fields.insert("pence".to_owned(), json!(100 * (1_000 + chance.below(400_000))));
    }
    sum
}
