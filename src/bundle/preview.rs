//! What would come of bringing a file in, before anybody has said so.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::envelope::Person;
use crate::bundle::read::Incoming;
use crate::bundle::{decode, write};
use crate::domain::workspace::Mark;
use crate::log::{Change, Log, Moment, Record, RecordId, Standing};

/// How a file's workspace is related to the one that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// There is none open, or there is nothing in it yet.
    First,
    /// It is the same one.
    Same,
    /// It is another one: it opens beside it and is not brought into it.
    Other,
}

/// How many records of a kind would be new, changed or withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counted {
    /// The kind, as files name it; also one that this version does not know.
    pub kind: String,
    /// Records that are not in the workspace.
    pub new: usize,
    /// Records that would say something else.
    pub changed: usize,
    /// Records that would go out of use.
    pub withdrawn: usize,
}

/// A field that this version cannot read. It is kept and shown as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUnderstood {
    /// The record.
    pub record: RecordId,
    /// The field; empty where the whole kind is unknown.
    pub field: String,
    /// Why.
    pub reason: String,
}

/// What would come of bringing a file in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Whether it is the same workspace.
    pub relation: Relation,
    /// Changes that are not here yet.
    pub new: usize,
    /// Changes that are here already.
    pub known: usize,
    /// The records that the new changes would touch, by kind.
    pub records: Vec<Counted>,
    /// Fields that would be in conflict and are not so now.
    pub conflicts: Vec<(RecordId, String)>,
    /// What this version cannot read in the records that it would touch.
    pub not_understood: Vec<NotUnderstood>,
    /// Who made the changes in the file.
    pub people: Vec<Person>,
    /// The earliest and the latest time that any of the new changes states.
    pub between: Option<(Moment, Moment)>,
}

impl Incoming {
    /// What would come of bringing this in here.
    pub fn preview(&self, here: Option<&Log>) -> Preview {
        let nothing = Log::default();
        let here = here.unwrap_or(&nothing);
        let new: Vec<&Change> = self.log.changes().iter().filter(|change| !here.holds(&change.id)).collect();
        let touched: BTreeSet<&RecordId> = new.iter().flat_map(|change| &change.edits).map(|edit| &edit.record).collect();
        let union;
        let after = if here.changes().is_empty() {
            &self.log
        } else {
            union = after(here, &new, &touched);
            &union
        };
        let mut records: BTreeMap<&str, Counted> = BTreeMap::new();
        let mut conflicts = Vec::new();
        for id in &touched {
            let Some(then) = after.record(id) else { continue };
            let now = here.record(id);
            let counted =
                records.entry(id.kind()).or_insert_with(|| Counted { kind: id.kind().to_owned(), ..Counted::default() });
            let was_in_use = now.is_some_and(|record| record.standing() != Standing::Withdrawn);
            match (now, then.standing()) {
                (_, Standing::Withdrawn) if was_in_use => counted.withdrawn += 1,
                (None, _) => counted.new += 1,
                (Some(_), _) => counted.changed += 1,
            }
            let before: BTreeSet<_> = now.iter().flat_map(Record::conflicts).collect();
            conflicts
                .extend(then.conflicts().filter(|field| !before.contains(field)).map(|field| ((*id).clone(), field.to_owned())));
        }
        let times = || new.iter().map(|change| change.at);
        Preview {
            relation: self.relation(here),
            new: new.len(),
            known: self.log.changes().len() - new.len(),
            records: records.into_values().collect(),
            conflicts,
            not_understood: not_understood(after, &touched),
            people: write::people(&self.log),
            between: times().min().zip(times().max()),
        }
    }

    /// Workspaces are the same where they share a change, or the record of their settings.
    fn relation(&self, here: &Log) -> Relation {
        let settings = |log: &Log| -> BTreeSet<RecordId> {
            log.records().map(|(id, _)| id).filter(|id| id.kind() == "workspace").cloned().collect()
        };
        if here.changes().is_empty() {
            Relation::First
        } else if self.log.ids().any(|id| here.holds(id)) || !settings(&self.log).is_disjoint(&settings(here)) {
            Relation::Same
        } else {
            Relation::Other
        }
    }
}

/// What the touched records would say: the changes from here and there that touch any of them, and no others.
fn after(here: &Log, new: &[&Change], touched: &BTreeSet<&RecordId>) -> Log {
    let here = touched.iter().flat_map(|id| here.touching(id));
    Log::of(here.chain(new.iter().copied()).cloned())
}

fn not_understood(after: &Log, touched: &BTreeSet<&RecordId>) -> Vec<NotUnderstood> {
    let workspace = decode::workspace(after);
    let marks = touched.iter().flat_map(|id| workspace.marks(id.as_str()).iter().map(move |mark| ((*id).clone(), mark)));
    let unread = marks.filter_map(|(record, mark)| match mark {
        Mark::Unread { field, reason } => Some(NotUnderstood { record, field: field.clone(), reason: reason.clone() }),
        Mark::Conflict { .. } => None,
    });
    unread.collect()
}
