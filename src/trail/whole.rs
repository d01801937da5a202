//! Everything that was done in a log, latest first, as far as somebody asks for it.

use crate::domain::home::home;
use crate::domain::subject::Subject;
use crate::log::{Change, ChangeId, Log, Moment, RecordId};
use crate::order::{InOrder, OneByOne};
use crate::trail::describe::{Told, describe};
use crate::trail::steps::{TrailStep, step_of};
use crate::trail::undo::{reversal, why_not};
use crate::words;

/// How many records of one change are told; bulk entries touch hundreds.
const RECORDS_TOLD: usize = 5;

/// Which changes are asked for; all where nothing is said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// By this person.
    pub by: Option<String>,
    /// On records of this kind.
    pub kind: Option<String>,
    /// On this record.
    pub of: Option<Subject>,
    /// Not before this time.
    pub from: Option<Moment>,
    /// Before this time.
    pub until: Option<Moment>,
}

/// One change, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The change.
    pub change: ChangeId,
    /// When, by the clock of the device that made it.
    pub at: Moment,
    /// Who, as given on that device.
    pub who: String,
    /// Of which council or body.
    pub council: String,
    /// The reason, where one was given.
    pub why: Option<String>,
    /// What it did, in a few words.
    pub says: String,
    /// What it did to each record, by name: the first few.
    pub records: Vec<Touched>,
    /// How many more records it touched.
    pub others: usize,
    /// Why it cannot be undone, where it cannot.
    pub fast: Option<String>,
    /// Every change of the act that it belongs to, itself among them, in the order in which they were made: what came in
    /// by one spreadsheet, or was entered at once.
    pub act: Vec<ChangeId>,
}

/// A record that a change touched, and what it did to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Touched {
    /// Which.
    pub record: Subject,
    /// Which record it belongs to, on whose page it stands.
    pub home: Option<Subject>,
    /// What people call it.
    pub name: String,
    /// What was done to it.
    pub step: TrailStep,
}

impl Entry {
    /// What is said of it, in which the codes of papers may stand.
    pub fn texts(&self) -> Vec<String> {
        let fields = self.records.iter().flat_map(|touched| &touched.step.fields);
        let names = self.records.iter().map(|touched| &touched.name);
        fields.flat_map(|field| [&field.was, &field.is]).chain(names).chain(&self.why).cloned().collect()
    }
}

impl Asked {
    fn is_meant(&self, change: &Change) -> bool {
        self.by.as_ref().is_none_or(|by| change.by.name == *by)
            && self.from.is_none_or(|from| change.at >= from)
            && self.until.is_none_or(|until| change.at < until)
            && self.kind.as_ref().is_none_or(|kind| change.edits.iter().any(|edit| edit.record.kind() == kind))
            && self.of.as_ref().is_none_or(|of| change.edits.iter().any(|edit| edit.record.as_str() == of.as_str()))
    }
}

/// The changes that are asked for, latest first by what their clocks said; of those made at once, the one that came last.
pub fn changes<'log>(log: &'log Log, asked: &Asked) -> Vec<&'log Change> {
    let mut changes: Vec<_> = log.changes().iter().filter(|change| asked.is_meant(change)).collect();
    changes.order_by_key(|change| change.at);
    changes.reverse();
    changes
}

/// Everybody who made a change, by name.
pub fn authors(log: &Log) -> Vec<String> {
    let names: std::collections::BTreeSet<&str> = log.changes().iter().map(|change| change.by.name.as_str()).one_by_one();
    names.into_iter().map(str::to_owned).collect()
}

/// A change in words: what it did and whether it can be undone. Where one record is asked for, only what it did to that.
pub fn entry(told: Told<'_>, change: &Change, of: Option<&Subject>) -> Entry {
    let meant = |record: &&RecordId| of.is_none_or(|of| of.as_str() == record.as_str());
    let records: Vec<&RecordId> = change.edits.iter().map(|edit| &edit.record).filter(meant).collect();
    let tell = |record: &&RecordId| {
        let step = step_of(told.log, told.workspace, change, record)?;
        let record = Subject::parse(record.as_str())?;
        let name = words::name(told.workspace, &record);
        Some(Touched { home: home(told.workspace, &record), name, step, record })
    };
    Entry {
        change: change.id,
        at: change.at,
        who: change.by.name.clone(),
        council: change.by.council.clone(),
        why: change.why.clone(),
        says: words::sentence(&describe(told, change)),
        records: records.iter().take(RECORDS_TOLD).filter_map(tell).collect(),
        others: records.len().saturating_sub(RECORDS_TOLD),
        fast: reversal(told.log, &change.id).err().map(|error| why_not(told, &error)),
        act: act_of(told.log, change),
    }
}

/// A change that needs more room than one may take is a run of several with one name, which is its author's own.
fn act_of(log: &Log, change: &Change) -> Vec<ChangeId> {
    match &change.batch {
        None => vec![change.id],
        Some(batch) => {
            let is_of_it = |other: &&Change| other.batch.as_ref() == Some(batch) && other.by == change.by;
            log.changes().iter().filter(is_of_it).map(|change| change.id).collect()
        }
    }
}
