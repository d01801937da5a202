//! Several devices that write, hand on parts of what they hold, are copied, and have clocks that are wrong by years.
#![allow(dead_code, reason = "each suite uses what it needs of this")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop where it is")]

use std::collections::BTreeMap;

use concordat::log::{Author, Change, ChangeId, Draft, Log, Moment, RecordId, Set, WITHDRAWN, canonical};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// 9 December 2010, six in the evening.
pub const EVENING: i64 = 1_291_917_600;

#[derive(Debug, Clone)]
pub struct Device {
    pub log: Log,
    pub clock: i64,
    pub name: &'static str,
}

#[derive(Debug, Clone)]
pub enum Act {
    Write { who: usize, edits: Vec<(RecordId, Set)>, passed: i64 },
    Withdraw { who: usize, record: RecordId },
    Keep { who: usize, record: RecordId },
    Undo { who: usize, which: Index },
    Send { from: usize, to: usize, which: Vec<Index> },
    Copy { from: usize, to: usize },
}

pub fn moment(seconds: i64) -> Moment {
    Moment::from_seconds(seconds).unwrap()
}

pub fn draft(seconds: i64, name: &str, edits: Vec<(RecordId, Set)>) -> Draft {
    let by = Author { name: name.to_owned(), council: "Redditch".to_owned() };
    Draft { at: moment(seconds), by, why: None, batch: None, edits }
}

pub fn set(fields: Value) -> Set {
    let Value::Object(fields) = fields else { unreachable!("fields are an object") };
    fields.into_iter().collect()
}

pub fn name(text: &str) -> RecordId {
    text.parse().unwrap()
}

/// Seals a write and adds it.
pub fn write(log: &mut Log, seconds: i64, record: &str, fields: Value) -> Change {
    let change = log.seal(draft(seconds, "Treasurer", vec![(name(record), set(fields))]));
    log.add(change.clone());
    change
}

/// A change with a proper id for whatever content, as a newer version or a forger would make it.
pub fn sealed_by_hand(mut body: Value) -> String {
    body.as_object_mut().unwrap().remove("id");
    let digest = Sha256::digest(canonical(&body).as_bytes());
    let id: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    body["id"] = id.into();
    canonical(&body)
}

/// Everything that a log says, by value: two logs with the same changes must say the same.
#[derive(Debug, PartialEq)]
pub struct Said {
    ids: Vec<ChangeId>,
    heads: Vec<ChangeId>,
    missing: Vec<ChangeId>,
    code: String,
    fields: BTreeMap<(String, String), Vec<(ChangeId, Value)>>,
    standings: BTreeMap<String, String>,
    conflicts: Vec<(RecordId, String)>,
    order: Vec<ChangeId>,
}

pub fn said(log: &Log) -> Said {
    let mut fields = BTreeMap::new();
    let mut standings = BTreeMap::new();
    for (id, record) in log.records() {
        standings.insert(id.to_string(), format!("{:?}", record.standing()));
        for field in record.fields() {
            let heads = record.reading(field).map(|reading| reading.heads).unwrap_or_default();
            let heads = heads.iter().map(|head| (head.change.id, head.value.clone())).collect();
            fields.insert((id.to_string(), field.to_owned()), heads);
        }
    }
    Said {
        ids: log.ids().copied().collect(),
        heads: log.heads(),
        missing: log.missing().iter().copied().collect(),
        code: log.code(),
        fields,
        standings,
        conflicts: log.conflicts(),
        order: log.in_order().iter().map(|change| change.id).collect(),
    }
}

/// The value in force of every field of every record in use or not; what is not stated is left out.
pub fn values(log: &Log) -> BTreeMap<(String, String), Value> {
    let mut all = BTreeMap::new();
    for (id, record) in log.records() {
        for field in record.fields().filter(|field| *field != WITHDRAWN) {
            if let Some(value) = record.value(field) {
                all.insert((id.to_string(), field.to_owned()), value.clone());
            }
        }
    }
    all
}

pub fn play(acts: &[Act]) -> Vec<Device> {
    let wrong_by = [0, -3 * 365 * 86_400, 86 * 365 * 86_400, 37];
    let names = ["Treasurer", "Head of service", "Member", "Chief Executive"];
    let mut devices: Vec<_> =
        wrong_by.iter().zip(names).map(|(wrong, name)| Device { log: Log::default(), clock: EVENING + wrong, name }).collect();
    for act in acts {
        step(&mut devices, act);
    }
    devices
}

pub fn step(devices: &mut [Device], act: &Act) {
    match act {
        Act::Write { who, edits, passed } => {
            devices[*who].clock += passed;
            act_on(&mut devices[*who], edits.clone());
        }
        Act::Withdraw { who, record } => {
            let withdrawal = devices[*who].log.withdrawal(record, "Entered twice");
            act_on(&mut devices[*who], vec![(record.clone(), Set::from([(WITHDRAWN.to_owned(), withdrawal)]))]);
        }
        Act::Keep { who, record } => {
            act_on(&mut devices[*who], vec![(record.clone(), Set::from([(WITHDRAWN.to_owned(), Value::Null)]))]);
        }
        Act::Undo { who, which } => {
            let log = &devices[*who].log;
            let own = (!log.changes().is_empty()).then(|| log.changes()[which.index(log.changes().len())].id);
            if let Some(Ok(edits)) = own.map(|id| log.reversal(&id)) {
                act_on(&mut devices[*who], edits);
            }
        }
        Act::Send { from, to, which } => {
            let held = devices[*from].log.changes().to_vec();
            for index in which.iter().filter(|_| !held.is_empty()) {
                devices[*to].log.add(held[index.index(held.len())].clone());
            }
        }
        Act::Copy { from, to } => devices[*to] = Device { name: devices[*to].name, ..devices[*from].clone() },
    }
}

/// Writes on a device; the writer then sees the write as the only head, whatever any clock says.
fn act_on(device: &mut Device, edits: Vec<(RecordId, Set)>) {
    let change = device.log.seal(draft(device.clock, device.name, edits));
    device.log.add(change.clone());
    for edit in &change.edits {
        for field in edit.set.keys() {
            assert_eq!(device.log.record(&edit.record).unwrap().heads(field), [change.id]);
        }
    }
    assert_eq!(device.log.heads(), [change.id]);
}

pub fn union(devices: &[Device]) -> Vec<Change> {
    let mut log = Log::default();
    for change in devices.iter().flat_map(|device| device.log.changes()) {
        log.add(change.clone());
    }
    log.changes().to_vec()
}

pub fn acts(most: usize) -> impl Strategy<Value = Vec<Act>> {
    proptest::collection::vec(act(), 1..most)
}

fn act() -> impl Strategy<Value = Act> {
    let device = 0..4_usize;
    let picks = || proptest::collection::vec(any::<Index>(), 1..12);
    prop_oneof![
        6 => (device.clone(), edits(), -100_000_i64..1_000_000).prop_map(|(who, edits, passed)| Act::Write { who, edits, passed }),
        1 => (device.clone(), record()).prop_map(|(who, record)| Act::Withdraw { who, record }),
        1 => (device.clone(), record()).prop_map(|(who, record)| Act::Keep { who, record }),
        1 => (device.clone(), any::<Index>()).prop_map(|(who, which)| Act::Undo { who, which }),
        4 => (device.clone(), device.clone(), picks()).prop_map(|(from, to, which)| Act::Send { from, to, which }),
        1 => (device.clone(), device).prop_map(|(from, to)| Act::Copy { from, to }),
    ]
}

pub fn edits() -> impl Strategy<Value = Vec<(RecordId, Set)>> {
    proptest::collection::btree_map(record(), fields(), 1..3).prop_map(|edits| edits.into_iter().collect())
}

pub fn record() -> impl Strategy<Value = RecordId> {
    proptest::sample::select(vec!["risk/1", "risk/2", "service/a", "participation/a/b", "hovercraft/1"]).prop_map(name)
}

fn fields() -> impl Strategy<Value = Set> {
    proptest::collection::btree_map(
        proptest::sample::select(vec!["title", "level", "owner"]).prop_map(str::to_owned),
        value(),
        1..4,
    )
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        (1..5, 1..5).prop_map(|(l, i)| json!({ "l": l, "i": i })),
        proptest::sample::select(vec![
            "Loss of key staff",
            "“Quoted” \\ \"twice\"",
            "£5,112\n– on two lines",
            "\u{0}\u{1f}\u{7f}😀"
        ])
        .prop_map(Value::from),
    ]
}

/// Two logs after each has handed the other everything.
pub fn exchange(here: &mut Log, there: &mut Log) {
    for change in here.clone().changes() {
        there.add(change.clone());
    }
    for change in there.changes() {
        here.add(change.clone());
    }
}
