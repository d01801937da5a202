//! Moving out again exactly the changes that a file brought, as long as nothing here has been built on them.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::log::change::Change;
use crate::log::fold::WITHDRAWN;
use crate::log::id::ChangeId;
use crate::log::merge::Log;

impl Log {
    /// The earliest change outside a set that names one inside it, as one that came before, as one whose value it
    /// replaces, or as one that a withdrawal saw; none where the set can go and leaves nothing hanging.
    pub fn first_built_on(&self, set: &BTreeSet<ChangeId>) -> Option<&Change> {
        first_built_on(self.changes(), set)
    }

    /// The log without these changes.
    pub fn without(&self, set: &BTreeSet<ChangeId>) -> Log {
        Log::of(self.changes().iter().filter(|change| !set.contains(&change.id)).cloned())
    }
}

/// The same among some changes alone.
pub fn first_built_on<'log>(changes: &'log [Change], set: &BTreeSet<ChangeId>) -> Option<&'log Change> {
    let outside = changes.iter().filter(|change| !set.contains(&change.id));
    outside.filter(|change| names_any(change, set)).min_by_key(|change| (change.at, change.id))
}

fn names_any(change: &Change, set: &BTreeSet<ChangeId>) -> bool {
    let replaced = || change.edits.iter().flat_map(|edit| edit.over.values()).flatten();
    let seen = || {
        let withdrawals = change.edits.iter().filter_map(|edit| edit.set.get(WITHDRAWN)?.get("saw")?.as_array());
        withdrawals.flatten().filter_map(Value::as_str).filter_map(|id| id.parse::<ChangeId>().ok())
    };
    change.after.iter().chain(replaced()).any(|id| set.contains(id)) || seen().any(|id| set.contains(&id))
}
