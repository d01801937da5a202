//! What would happen to each record that changes touch.

use std::collections::BTreeSet;

use crate::bundle::decode;
use crate::bundle::preview::{Counted, Difference, NotUnderstood, Sort};
use crate::bundle::survey::{Stage, Survey};
use crate::domain::thing::Kind;
use crate::domain::workspace::{Mark, Workspace};
use crate::log::{Log, Record, RecordId, Standing};
use crate::order::OneByOne;

impl Survey {
    pub(super) fn judge(&mut self, here: &Log, until: usize) {
        while self.at < until {
            let Some((name, by)) = self.names.next() else { return self.turn_to(Stage::Done) };
            self.judge_one(here, name, by);
            self.at += 1;
        }
    }

    fn judge_one(&mut self, here: &Log, name: RecordId, by: Vec<usize>) {
        let after = self.after.as_ref().unwrap_or(&self.coming);
        let Some(then) = after.record(&name) else { return };
        let now = here.record(&name);
        let conflicts = new_conflicts(now, then);
        let sort = sort(now, then, !conflicts.is_empty());
        if !self.counted.contains_key(name.kind()) {
            let kind = name.kind().to_owned();
            self.counted.insert(kind.clone(), Counted { kind, ..Counted::default() });
        }
        let Some(counted) = self.counted.get_mut(name.kind()) else { return };
        match sort {
            Sort::Withdrawn => counted.withdrawn += 1,
            Sort::Unseen => {}
            _ if now.is_none() => counted.new += 1,
            _ => counted.changed += 1,
        }
        self.conflicts.extend(conflicts.into_iter().map(|field| (name.clone(), field.to_owned())));
        decode::refresh(&mut self.typed, after, &name);
        let unread: Vec<_> =
            self.typed.marks(name.as_str()).iter().filter_map(|mark| not_understood(&name, then, mark)).collect();
        self.differences.push(Difference { record: name, sort, by, is_unread: !unread.is_empty() });
        self.not_understood.extend(unread);
        // Only the marks are wanted: a national file's records typed a second time would take half of a tablet's memory.
        self.typed = Workspace::default();
    }
}

/// Fields that would be in conflict and are not so now, or between other values.
fn new_conflicts<'log>(now: Option<Record<'log>>, then: Record<'log>) -> Vec<&'log str> {
    let before: BTreeSet<_> = now.iter().flat_map(Record::conflicts).one_by_one();
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

fn not_understood(name: &RecordId, then: Record<'_>, mark: &Mark) -> Option<NotUnderstood> {
    let Mark::Unread { field } = mark else { return None };
    let reason = match Kind::from_key(name.kind()) {
        None => "this version does not know this kind of record".to_owned(),
        Some(kind) => then.value(field).and_then(|value| kind.why_unread(field, value)).unwrap_or_default(),
    };
    Some(NotUnderstood { record: name.clone(), field: field.clone(), reason })
}
