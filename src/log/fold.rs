//! Records as the changes leave them: for each field, the writes that nothing has replaced.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use serde_json::Value;

use crate::log::change::Change;
use crate::log::id::{ChangeId, RecordId};
use crate::order::InOrder;
use crate::shed::{Shed, shed_all};

/// The field that takes a record out of use: `{why, saw: [heads of every field]}`, or null once it is kept.
pub const WITHDRAWN: &str = "withdrawn";

/// A write of a field that nothing has replaced: which change, and which of its edits, by place in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Write {
    pub(super) change: u32,
    pub(super) edit: u32,
}

/// A field as it stands: its heads, and what was said to be replaced before it arrived.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    /// Shared by every record that has a field of this name.
    name: Arc<str>,
    pub(super) heads: Heads,
    pub(super) gone: Vec<ChangeId>,
}

/// Nearly every field has one head, which then needs no room of its own.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Heads {
    One(Write),
    Any(Vec<Write>),
}

/// Sorted by name. A record has few fields, which a list finds as quickly as a tree.
pub(super) type Fields = Vec<Field>;

/// A record's fields, and the places of the changes that touched it, so that its history needs no search.
#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    pub(super) fields: Fields,
    pub(super) touched_by: Vec<u32>,
}

/// All records by name.
#[derive(Debug, Clone, Default)]
pub(super) struct Fold {
    places: BTreeMap<RecordId, u32>,
    records: Vec<Folded>,
    names: BTreeSet<Arc<str>>,
}

/// One head of a field: a value that some change wrote and none has replaced.
#[derive(Debug, Clone, Copy)]
pub struct Head<'log> {
    /// The change that wrote it.
    pub change: &'log Change,
    /// What it wrote.
    pub value: &'log Value,
}

/// What a field says now.
#[derive(Debug, Clone)]
pub struct Reading<'log> {
    /// Every head, the one in force first: the latest by stated time, ties by id.
    pub heads: Vec<Head<'log>>,
}

/// A record as the log leaves it.
#[derive(Debug, Clone, Copy)]
pub struct Record<'log> {
    pub(super) changes: &'log [Change],
    pub(super) fields: &'log Fields,
}

/// Whether a record is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In use.
    Kept,
    /// Taken out of use.
    Withdrawn,
    /// Taken out of use by someone who had not seen a later edit: keep or remove.
    Disputed,
}

impl Fold {
    /// Takes in one change; the ids of its own and earlier changes are looked up with `place`.
    pub(super) fn add(&mut self, changes: &[Change], number: u32, place: impl Fn(&ChangeId) -> Option<u32>) {
        let Some(change) = changes.get(number as usize) else {
            return;
        };
        for (edit_number, edit) in (0_u32..).zip(&change.edits) {
            let record = self.found_or_new(&edit.record);
            let Some(folded) = self.records.get_mut(record as usize) else { continue };
            folded.touched_by.push(number);
            for name in edit.set.keys() {
                let write = Write { change: number, edit: edit_number };
                let replaced = edit.over.get(name).map(Vec::as_slice).unwrap_or_default();
                match folded.fields.binary_search_by(|field| (*field.name).cmp(name)) {
                    Ok(found) => {
                        if let Some(field) = folded.fields.get_mut(found) {
                            field.write(write, change.id, replaced, &place);
                        }
                    }
                    Err(new) => {
                        let name = shared(&mut self.names, name);
                        let mut field = Field { name, heads: Heads::Any(Vec::new()), gone: Vec::new() };
                        field.write(write, change.id, replaced, &place);
                        folded.fields.insert(new, field);
                    }
                }
            }
        }
    }

    /// A record by its name.
    pub(super) fn record(&self, name: &RecordId) -> Option<&Folded> {
        self.records.get(*self.places.get(name)? as usize)
    }

    /// Whether any record has a field of this name.
    pub(super) fn knows_field(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Every record by name.
    pub(super) fn records(&self) -> impl Iterator<Item = (&RecordId, &Folded)> {
        self.places.iter().filter_map(|(name, place)| Some((name, self.records.get(*place as usize)?)))
    }

    /// How many records there are.
    pub(super) fn many_records(&self) -> usize {
        self.records.len()
    }

    /// Every record whose name comes after one; all of them where none is given.
    pub(super) fn records_after(&self, last: Option<&RecordId>) -> impl Iterator<Item = (&RecordId, &Folded)> {
        let from = last.map_or(Bound::Unbounded, Bound::Excluded);
        let names = self.places.range::<RecordId, _>((from, Bound::Unbounded));
        names.filter_map(|(name, place)| Some((name, self.records.get(*place as usize)?)))
    }

    /// The names of every record of a kind.
    pub(super) fn records_of<'fold>(&'fold self, kind: &str) -> impl Iterator<Item = &'fold RecordId> + use<'fold> {
        // '0' is the character after '/', so this bound lies just beyond every name of the kind.
        let (from, beyond) = (format!("{kind}/"), format!("{kind}0"));
        self.places.range::<str, _>((Bound::Included(from.as_str()), Bound::Excluded(beyond.as_str()))).map(|(name, _)| name)
    }

    fn found_or_new(&mut self, name: &RecordId) -> u32 {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let Ok(place) = u32::try_from(self.records.len()) else {
            unreachable!("a device cannot hold four thousand million records")
        };
        self.places.insert(name.clone(), place);
        self.records.push(Folded::default());
        place
    }
}

impl Shed for Fold {
    fn shed(&mut self, most: usize) -> usize {
        shed_all([&mut self.records, &mut self.places], most)
    }
}

impl Field {
    fn write(&mut self, write: Write, by: ChangeId, replaced: &[ChangeId], place: impl Fn(&ChangeId) -> Option<u32>) {
        for replaced in replaced {
            match place(replaced) {
                Some(known) if known < write.change => self.heads.remove(known),
                _ => self.gone.push(*replaced),
            }
        }
        if self.gone.is_empty() || !self.gone.contains(&by) {
            self.heads.push(write);
        }
    }
}

impl Heads {
    /// In the order in which they came.
    pub(super) fn as_slice(&self) -> &[Write] {
        match self {
            Self::One(only) => std::slice::from_ref(only),
            Self::Any(all) => all,
        }
    }

    fn push(&mut self, write: Write) {
        match self {
            Self::Any(all) if all.is_empty() => *self = Self::One(write),
            Self::Any(all) => all.push(write),
            Self::One(only) => *self = Self::Any(vec![*only, write]),
        }
    }

    fn remove(&mut self, change: u32) {
        match self {
            Self::One(only) if only.change == change => *self = Self::Any(Vec::new()),
            Self::One(_) => {}
            Self::Any(all) => all.retain(|head| head.change != change),
        }
    }
}

/// One text for every field of a name.
fn shared(names: &mut BTreeSet<Arc<str>>, name: &str) -> Arc<str> {
    if let Some(known) = names.get(name) {
        return Arc::clone(known);
    }
    let new: Arc<str> = name.into();
    names.insert(Arc::clone(&new));
    new
}

impl<'log> Record<'log> {
    /// The names of its fields that any change wrote.
    pub fn fields(&self) -> impl Iterator<Item = &'log str> + use<'log> {
        self.fields.iter().map(|field| &*field.name)
    }

    /// What a field says, or nothing where it was never written.
    pub fn reading(&self, field: &str) -> Option<Reading<'log>> {
        let writes = self.writes(field)?;
        let mut heads: Vec<Head<'log>> = writes.iter().filter_map(|write| head(self.changes, *write, field)).collect();
        if heads.len() > 1 {
            heads.order_by_key(|head| Reverse((head.change.at, head.change.id)));
        }
        (!heads.is_empty()).then_some(Reading { heads })
    }

    fn writes(&self, field: &str) -> Option<&'log [Write]> {
        let place = self.fields.binary_search_by(|known| (*known.name).cmp(field)).ok()?;
        self.fields.get(place).map(|field| field.heads.as_slice())
    }

    /// The value in force; null and never written are both nothing.
    pub fn value(&self, field: &str) -> Option<&'log Value> {
        let value = match self.writes(field)? {
            [only] => head(self.changes, *only, field)?.value,
            _ => self.reading(field)?.in_force()?.value,
        };
        (!value.is_null()).then_some(value)
    }

    /// The changes that hold a field's heads.
    pub fn heads(&self, field: &str) -> Vec<ChangeId> {
        let writes = self.writes(field).unwrap_or_default();
        let mut ids: Vec<_> = writes.iter().filter_map(|write| Some(self.changes.get(write.change as usize)?.id)).collect();
        ids.sort_unstable();
        ids
    }

    /// Fields in which people wrote different values apart; `withdrawn` too where someone changed it unseen.
    /// A record that is out of use has none: nobody has to settle what nobody sees.
    pub fn conflicts(&self) -> impl Iterator<Item = &'log str> + use<'log> {
        let record = *self;
        let standing = self.standing();
        let fields = self.fields.iter().filter(move |_| standing != Standing::Withdrawn);
        fields.filter_map(move |field| {
            let name: &str = &field.name;
            let conflict = match name {
                WITHDRAWN => standing == Standing::Disputed,
                _ => field.heads.as_slice().len() > 1 && record.reading(name).is_some_and(|reading| reading.is_conflict()),
            };
            conflict.then_some(name)
        })
    }

    /// Whether it is in use, withdrawn, or withdrawn by someone who had not seen a later edit.
    pub fn standing(&self) -> Standing {
        let Some(withdrawn) = self.reading(WITHDRAWN) else {
            return Standing::Kept;
        };
        let Some(last) = withdrawn.in_force().filter(|head| !head.value.is_null()) else {
            return if withdrawn.is_conflict() { Standing::Disputed } else { Standing::Kept };
        };
        let overlooked = self.overlooked_by(last).next().is_some();
        if overlooked || withdrawn.is_conflict() { Standing::Disputed } else { Standing::Withdrawn }
    }
}

impl<'log> Record<'log> {
    /// What a withdrawal in force had not seen: the fields that were written apart from it, with their heads.
    pub fn overlooked(&self) -> Vec<(&'log str, Head<'log>)> {
        let last = self.reading(WITHDRAWN).and_then(|reading| reading.in_force()).filter(|head| !head.value.is_null());
        last.map(|last| {
            self.overlooked_by(last).filter_map(|(name, write)| Some((name, head(self.changes, write, name)?))).collect()
        })
        .unwrap_or_default()
    }

    fn overlooked_by(&self, withdrawal: Head<'log>) -> impl Iterator<Item = (&'log str, Write)> + use<'log> {
        let saw = withdrawal.value.get("saw").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let (saw, changes): (Vec<_>, _) = (saw.collect(), self.changes);
        let others = self.fields.iter().filter(|field| *field.name != *WITHDRAWN);
        let writes = others.flat_map(|field| field.heads.as_slice().iter().map(move |write| (&*field.name, *write)));
        writes.filter(move |(_, write)| {
            let change = changes.get(write.change as usize);
            change.is_some_and(|change| change.id != withdrawal.change.id && !saw.contains(&change.id.to_string().as_str()))
        })
    }
}

impl<'log> Reading<'log> {
    /// The head that is shown: the latest by stated time, ties by id.
    pub fn in_force(&self) -> Option<Head<'log>> {
        self.heads.first().copied()
    }

    /// Whether people wrote different values apart and nobody has settled it.
    pub fn is_conflict(&self) -> bool {
        self.heads.iter().skip(1).any(|head| self.heads.first().is_some_and(|first| first.value != head.value))
    }
}

fn head<'log>(changes: &'log [Change], write: Write, field: &str) -> Option<Head<'log>> {
    let change = changes.get(write.change as usize)?;
    let value = change.edits.get(write.edit as usize)?.set.get(field)?;
    Some(Head { change, value })
}
