//! Working out what would come of bringing changes in, step by step, so that a page can show how far it is, and stop.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::envelope::Person;
use crate::bundle::preview::{Counted, Difference, NotUnderstood, Preview, Sort};
use crate::bundle::relation::{self, Relation};
use crate::bundle::{decode, write};
use crate::domain::workspace::{Mark, Workspace};
use crate::log::{Author, Change, Log, Moment, Record, RecordId, Standing};
use crate::order::InOrder;

/// How far the working out has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surveyed {
    /// Steps taken.
    pub done: usize,
    /// Steps in all, as far as is known.
    pub of: usize,
    /// Whether there is nothing left to work out.
    pub is_done: bool,
}

/// What would be brought in, and how what it touches would stand then.
#[derive(Debug, Clone, Default)]
pub struct Grounds {
    /// The changes of the file, or of several.
    pub coming: Log,
    /// The records that would be touched as they would stand; none where that is what the file says.
    after: Option<Log>,
    /// The record of the workspace's settings, by whose words scores are read.
    pub(super) settings: Option<RecordId>,
}

impl Grounds {
    /// The records that would be touched as they would stand.
    pub fn after(&self) -> &Log {
        self.after.as_ref().unwrap_or(&self.coming)
    }
}

/// The working out. It looks at what is here in every step and holds nothing of it.
#[derive(Debug)]
pub struct Survey {
    coming: Log,
    stage: Stage,
    at: usize,
    /// Places of the changes that are not here, in the order in which they came.
    new: Vec<usize>,
    /// Who made new changes to which record.
    touched: BTreeMap<RecordId, Vec<usize>>,
    names: Vec<RecordId>,
    people: Vec<Person>,
    after: Option<Log>,
    settings: Option<RecordId>,
    typed: Workspace,
    relation: Relation,
    held_here: usize,
    counted: BTreeMap<String, Counted>,
    differences: Vec<Difference>,
    conflicts: Vec<(RecordId, String)>,
    not_understood: Vec<NotUnderstood>,
    between: Option<(Moment, Moment)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Coming,
    Here,
    Joining,
    Judging,
    Done,
}

impl Survey {
    /// Of these changes, at the beginning.
    pub fn new(coming: Log) -> Self {
        let people = write::people(&coming);
        Self {
            coming,
            stage: Stage::Coming,
            at: 0,
            new: Vec::new(),
            touched: BTreeMap::new(),
            names: Vec::new(),
            people,
            after: None,
            settings: None,
            typed: Workspace::default(),
            relation: Relation::First,
            held_here: 0,
            counted: BTreeMap::new(),
            differences: Vec::new(),
            conflicts: Vec::new(),
            not_understood: Vec::new(),
            between: None,
        }
    }

    /// Goes on by at most so many changes or records. What is here must be the same log in every step.
    pub fn step(&mut self, here: &Log, most: usize) -> Surveyed {
        let until = self.at.saturating_add(most.max(1));
        match self.stage {
            Stage::Coming => self.look_through(here, until),
            Stage::Here => self.gather(here, until),
            Stage::Joining => self.join(until),
            Stage::Judging => self.judge(here, until),
            Stage::Done => {}
        }
        let (all, touched) = (self.coming.changes().len(), self.touched.len());
        let before = match self.stage {
            Stage::Coming => 0,
            Stage::Here => all,
            Stage::Joining => all + touched,
            Stage::Judging | Stage::Done => all + touched + self.new.len(),
        };
        let of = all + touched + self.new.len() + touched;
        let is_done = self.stage == Stage::Done;
        Surveyed { done: if is_done { of } else { (before + self.at).min(of) }, of, is_done }
    }

    /// What came of it, and the grounds. What was not worked out yet is left out, so this is for one that is done.
    pub fn finish(mut self) -> (Preview, Grounds) {
        // What is weighty first, then kind by kind.
        self.differences.order_by(|one, other| (one.sort, &one.record).cmp(&(other.sort, &other.record)));
        let preview = Preview {
            relation: self.relation,
            new: self.new.len(),
            known: self.coming.changes().len() - self.new.len(),
            records: self.counted.into_values().filter(|counted| counted.new + counted.changed + counted.withdrawn > 0).collect(),
            differences: self.differences,
            conflicts: self.conflicts,
            not_understood: self.not_understood,
            people: self.people,
            between: self.between,
        };
        (preview, Grounds { coming: self.coming, after: self.after, settings: self.settings })
    }

    fn turn_to(&mut self, stage: Stage) {
        self.stage = stage;
        self.at = 0;
    }

    /// Which changes are not here, and what they touch.
    fn look_through(&mut self, here: &Log, until: usize) {
        let places: BTreeMap<(&str, &str), usize> = self
            .people
            .iter()
            .enumerate()
            .map(|(place, person)| ((person.council.as_str(), person.name.as_str()), place))
            .collect();
        let of = |by: &Author| places.get(&(by.council.as_str(), by.name.as_str())).copied();
        for place in self.at..until.min(self.coming.changes().len()) {
            let Some(change) = self.coming.changes().get(place) else { break };
            if here.holds(&change.id) {
                self.held_here += 1;
                continue;
            }
            self.new.push(place);
            self.between =
                Some(self.between.map_or((change.at, change.at), |(from, to)| (from.min(change.at), to.max(change.at))));
            let by = of(&change.by);
            for edit in &change.edits {
                let all = self.touched.entry(edit.record.clone()).or_default();
                if let Some((by, Err(place))) = by.map(|by| (by, all.binary_search(&by))) {
                    all.insert(place, by);
                }
            }
        }
        self.at = until;
        if self.at < self.coming.changes().len() {
            return;
        }
        self.names = self.touched.keys().cloned().collect();
        self.relation = self.related(here);
        self.settings = relation::settings(here).or_else(|| relation::settings(&self.coming)).cloned();
        if here.changes().is_empty() {
            self.turn_to(Stage::Judging);
        } else {
            self.after = Some(Log::default());
            self.turn_to(Stage::Here);
        }
    }

    fn related(&self, here: &Log) -> Relation {
        if here.changes().is_empty() {
            Relation::First
        } else if self.held_here > 0 || relation::is_of_one_workspace(&self.coming, here) {
            Relation::of(self.new.len(), here.changes().len() - self.held_here)
        } else {
            Relation::Other
        }
    }

    /// The changes from here that touch what would be touched, and no others.
    fn gather(&mut self, here: &Log, until: usize) {
        let Some(after) = &mut self.after else { return self.turn_to(Stage::Judging) };
        for name in self.names.iter().take(until).skip(self.at) {
            for change in here.touching(name) {
                if !after.holds(&change.id) {
                    after.add(change.clone());
                }
            }
        }
        self.at = until;
        if self.at >= self.names.len() {
            self.turn_to(Stage::Joining);
        }
    }

    fn join(&mut self, until: usize) {
        let Some(after) = &mut self.after else { return self.turn_to(Stage::Judging) };
        for place in self.new.iter().take(until).skip(self.at) {
            if let Some(change) = self.coming.changes().get(*place) {
                after.add(change.clone());
            }
        }
        self.at = until;
        if self.at >= self.new.len() {
            self.turn_to(Stage::Judging);
        }
    }

    fn judge(&mut self, here: &Log, until: usize) {
        let names = std::mem::take(&mut self.names);
        for name in names.iter().take(until).skip(self.at) {
            self.judge_one(here, name);
        }
        self.at = until;
        if self.at >= names.len() {
            self.turn_to(Stage::Done);
        }
        self.names = names;
    }

    fn judge_one(&mut self, here: &Log, name: &RecordId) {
        let after = self.after.as_ref().unwrap_or(&self.coming);
        let Some(then) = after.record(name) else { return };
        let now = here.record(name);
        let conflicts = new_conflicts(now, then);
        let sort = sort(now, then, !conflicts.is_empty());
        let counted = self
            .counted
            .entry(name.kind().to_owned())
            .or_insert_with(|| Counted { kind: name.kind().to_owned(), ..Counted::default() });
        match sort {
            Sort::Withdrawn => counted.withdrawn += 1,
            Sort::Unseen => {}
            _ if now.is_none() => counted.new += 1,
            _ => counted.changed += 1,
        }
        self.conflicts.extend(conflicts.into_iter().map(|field| (name.clone(), field.to_owned())));
        decode::refresh(&mut self.typed, after, name);
        let unread: Vec<_> = self.typed.marks(name.as_str()).iter().filter_map(|mark| not_understood(name, mark)).collect();
        let by = self.touched.get(name).cloned().unwrap_or_default();
        self.differences.push(Difference { record: name.clone(), sort, by, is_unread: !unread.is_empty() });
        self.not_understood.extend(unread);
        // Only the marks are wanted: a national file's records typed a second time would take half of a tablet's memory.
        self.typed = Workspace::default();
    }
}

/// Fields that would be in conflict and are not so now, or between other values.
fn new_conflicts<'log>(now: Option<Record<'log>>, then: Record<'log>) -> Vec<&'log str> {
    let before: BTreeSet<_> = now.iter().flat_map(Record::conflicts).collect();
    let is_new = |field: &&str| !before.contains(field) || now.is_some_and(|now| now.heads(field) != then.heads(field));
    then.conflicts().filter(is_new).collect()
}

fn sort(now: Option<Record<'_>>, then: Record<'_>, is_conflict: bool) -> Sort {
    let is_out = |record: Record<'_>| record.standing() == Standing::Withdrawn;
    match now {
        _ if is_conflict => Sort::Conflict,
        None if is_out(then) => Sort::Unseen,
        None => Sort::New,
        Some(now) => match (is_out(now), is_out(then)) {
            (false, true) => Sort::Withdrawn,
            (true, false) => Sort::PutBack,
            (true, true) => Sort::Unseen,
            (false, false) if then.fields().any(|field| now.value(field) != then.value(field)) => Sort::Changed,
            (false, false) => Sort::Unseen,
        },
    }
}

fn not_understood(record: &RecordId, mark: &Mark) -> Option<NotUnderstood> {
    match mark {
        Mark::Unread { field, reason } => {
            Some(NotUnderstood { record: record.clone(), field: field.clone(), reason: reason.clone() })
        }
        Mark::Conflict { .. } => None,
    }
}

/// The changes of a file that are not in a log, parents first where the file has them so.
pub fn new_in<'log>(coming: &'log Log, here: &Log) -> Vec<&'log Change> {
    coming.changes().iter().filter(|change| !here.holds(&change.id)).collect()
}
