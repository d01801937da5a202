//! The typed whole of a log: what the domain shows of what the log holds.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::domain::joined::{DISTINCT, JOINED, Joins, is_named_by_others};
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::{Raw, Workspace};
use crate::log::{Log, Record, RecordId, Standing};

/// How much of a workspace changes say anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The records that they touch.
    These,
    /// Every record may: what one refers to was joined or taken apart.
    All,
}

/// Every record of a log, typed. Withdrawn records are out of use unless someone changed them unseen.
pub fn workspace(log: &Log) -> Workspace {
    let mut decoding = Decoding::default();
    while !decoding.step(log, usize::MAX) {}
    decoding.workspace
}

/// A log on its way to being typed, a few records at a time. It must be the same log in every step.
#[derive(Debug, Default)]
pub struct Decoding {
    /// What has been typed: all of it once the last step is done.
    pub workspace: Workspace,
    stage: Stage,
    /// How many records have been typed.
    pub done: usize,
    /// The last record that was looked at, in the order of their names.
    last: Option<RecordId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    #[default]
    Joins,
    Distinct,
    Records,
    Done,
}

impl Decoding {
    /// Goes on by at most so many records. Says whether it is done.
    pub fn step(&mut self, log: &Log, most: usize) -> bool {
        let mut last = None;
        let mut taken = 0;
        for (name, record) in log.records_after(self.last.as_ref()).take(most) {
            match self.stage {
                // What nothing was joined or told apart needs no looking through.
                Stage::Joins if !log.knows_field(JOINED) => break,
                Stage::Distinct if !log.knows_field(DISTINCT) => break,
                Stage::Joins => note_join(&mut self.workspace.joins, log, name, record),
                Stage::Distinct => note_distinct(&mut self.workspace.distinct, name, record),
                Stage::Records => {
                    take(&mut self.workspace, log, name, record);
                    self.done += 1;
                }
                Stage::Done => break,
            }
            last = Some(name);
            taken += 1;
        }
        if taken == most {
            self.last = last.cloned();
            return false;
        }
        self.last = None;
        self.stage = match self.stage {
            Stage::Joins => Stage::Distinct,
            Stage::Distinct => Stage::Records,
            Stage::Records | Stage::Done => Stage::Done,
        };
        self.stage == Stage::Done
    }
}

/// Brings a workspace up to what the log says now, where these records were touched.
pub fn take_in(workspace: &mut Workspace, log: &Log, touched: &BTreeSet<RecordId>) -> Told {
    let joins = joins(log);
    let moves = |record: &RecordId| {
        let subject = is_named_by_others(record.kind()).then(|| Subject::parse(record.as_str())).flatten();
        subject.is_some_and(|subject| joins.is_joined(&subject) || workspace.stood_in.contains_key(&subject))
    };
    if joins != workspace.joins || (!joins.is_empty() && touched.iter().any(moves)) {
        *workspace = self::workspace(log);
        return Told::All;
    }
    workspace.distinct = distinct(log);
    for record in touched {
        refresh(workspace, log, record);
    }
    Told::These
}

/// Some records of a log, typed, among everything that was joined; those that it does not hold are left out.
pub fn some<'r>(log: &Log, records: impl IntoIterator<Item = &'r RecordId>) -> Workspace {
    let mut workspace = Workspace { joins: joins(log), ..Workspace::default() };
    for name in records {
        refresh(&mut workspace, log, name);
    }
    workspace
}

/// Brings one record of a workspace up to what the log says now; one that the log no longer holds goes.
pub fn refresh(workspace: &mut Workspace, log: &Log, name: &RecordId) {
    match log.record(name) {
        Some(record) => take(workspace, log, name, record),
        None => workspace.take(&Raw { name: name.as_str(), value: &|_| None, in_use: false, conflicts: Vec::new() }),
    }
}

/// What a record says that is out of use, as if it were in use; nothing where it is not known.
pub fn out_of_use(log: &Log, name: &RecordId) -> Option<Thing> {
    log.record(name).filter(|record| record.standing() == Standing::Withdrawn)?;
    thing(log, name)
}

/// What a record says by itself, in use or not, joined or not; nothing where it is not known.
pub fn thing(log: &Log, name: &RecordId) -> Option<Thing> {
    let record = log.record(name)?;
    let mut alone = Workspace::default();
    alone.take(&Raw { name: name.as_str(), value: &|field| record.value(field), in_use: true, conflicts: Vec::new() });
    alone.thing(&Subject::parse(name.as_str())?)
}

/// Which records were joined to others that are here too.
fn joins(log: &Log) -> Joins {
    let mut joins = Joins::default();
    if log.knows_field(JOINED) {
        log.records().for_each(|(name, record)| note_join(&mut joins, log, name, record));
    }
    joins
}

/// A file that lacks the other one hides nothing.
fn note_join(joins: &mut Joins, log: &Log, name: &RecordId, record: Record<'_>) {
    let to = record.value(JOINED).and_then(|to| to.as_str()?.parse::<RecordId>().ok()).filter(|to| log.record(to).is_some());
    if let Some((record, to)) = Subject::parse(name.as_str()).zip(to.and_then(|to| Subject::parse(to.as_str()))) {
        joins.add(record, to);
    }
}

/// Which records look alike and are two.
fn distinct(log: &Log) -> BTreeSet<(Subject, Subject)> {
    let mut distinct = BTreeSet::new();
    if log.knows_field(DISTINCT) {
        log.records().for_each(|(name, record)| note_distinct(&mut distinct, name, record));
    }
    distinct
}

fn note_distinct(distinct: &mut BTreeSet<(Subject, Subject)>, name: &RecordId, record: Record<'_>) {
    let Some(own) = Subject::parse(name.as_str()) else { return };
    let named = record.value(DISTINCT).and_then(Value::as_array).into_iter().flatten();
    for other in named.filter_map(|name| Subject::parse(name.as_str()?)).filter(|other| other.kind() == own.kind()) {
        distinct.insert(if other < own { (other, own.clone()) } else { (own.clone(), other) });
    }
}

fn take(workspace: &mut Workspace, log: &Log, name: &RecordId, record: Record<'_>) {
    workspace.take(&Raw {
        name: name.as_str(),
        value: &|field| record.value(field),
        in_use: record.standing() != Standing::Withdrawn && !gives_way(workspace, log, name),
        conflicts: record.conflicts().map(str::to_owned).collect(),
    });
}

/// A part in a service that was entered for a joined partner or service gives way to the one that was entered for the
/// record that stands for it; so does a year of figures.
fn gives_way(workspace: &Workspace, log: &Log, name: &RecordId) -> bool {
    if workspace.joins.is_empty() || !is_named_by_others(name.kind()) {
        return false;
    }
    let stands = Subject::parse(name.as_str()).map(|own| workspace.joins.stands_for(&own));
    stands
        .filter(|stands| stands.as_str() != name.as_str())
        .is_some_and(|stands| stands.as_str().parse::<RecordId>().is_ok_and(|stands| log.record(&stands).is_some()))
}
