//! Records of one kind, by name. Under the types there is one table of shared rows: the standard library's map would
//! be compiled anew for every kind of record, which was a seventh of what a tablet fetches before it sees anything.

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Bound;
use std::sync::Arc;

use crate::domain::record::Record;
use crate::shed::Shed;

/// A record of whatever kind.
pub(super) type Row = Arc<dyn Any + Send + Sync>;

/// Records by name, of one kind as their owner knows. To copy them copies no record.
#[derive(Clone, Default)]
pub(super) struct Rows(BTreeMap<Box<str>, Row>);

impl Rows {
    pub(super) fn get(&self, name: &str) -> Option<&Row> {
        self.0.get(name)
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub(super) fn insert(&mut self, name: &str, row: Row) {
        self.0.insert(name.into(), row);
    }

    pub(super) fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Row> {
        self.0.values()
    }
}

impl Shed for Rows {
    fn shed(&mut self, most: usize) -> usize {
        self.0.shed(most)
    }
}

/// The records of one kind, in the order of their names.
pub struct Table<R> {
    pub(super) rows: Rows,
    kind: PhantomData<fn() -> R>,
}

impl<R: Record> Table<R> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.0.is_empty()
    }

    /// The record with this name.
    pub fn get(&self, id: &R::Id) -> Option<&R> {
        self.rows.get(id.as_ref())?.downcast_ref()
    }

    /// The same, to be changed. Whoever holds a copy of the table keeps it as it was.
    pub fn get_mut(&mut self, id: &R::Id) -> Option<&mut R> {
        own(self.rows.0.get_mut(id.as_ref())?)
    }

    /// Whether there is a record with this name.
    pub fn contains_key(&self, id: &R::Id) -> bool {
        self.rows.contains(id.as_ref())
    }

    /// Puts a record in its place.
    pub fn insert(&mut self, record: R) {
        let name: Box<str> = record.id().as_ref().into();
        self.rows.0.insert(name, Arc::new(record));
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: &R::Id) {
        self.rows.remove(id.as_ref());
    }

    /// Every record.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &R> + Clone {
        self.rows.0.values().filter_map(|row| row.downcast_ref())
    }

    /// Every record, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut R> {
        self.rows.0.values_mut().filter_map(own)
    }

    /// Every name.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &R::Id> + Clone {
        self.values().map(Record::id)
    }

    /// Every name with its record.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&R::Id, &R)> + Clone {
        self.values().map(|record| (record.id(), record))
    }

    /// The records from this name on.
    pub fn from<'t>(&'t self, id: &R::Id) -> impl Iterator<Item = (&'t R::Id, &'t R)> + use<'t, R> {
        let rows = self.rows.0.range::<str, _>((Bound::Included(id.as_ref()), Bound::Unbounded));
        rows.filter_map(|(_, row)| row.downcast_ref()).map(|record: &R| (record.id(), record))
    }
}

/// A row's record by itself, copied from where it is shared.
fn own<R: Record>(row: &mut Row) -> Option<&mut R> {
    if Arc::get_mut(row).is_none() {
        let copy: R = row.downcast_ref::<R>()?.clone();
        *row = Arc::new(copy);
    }
    Arc::get_mut(row)?.downcast_mut()
}

impl<R> Clone for Table<R> {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), kind: PhantomData }
    }
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self { rows: Rows::default(), kind: PhantomData }
    }
}

impl<R: Record> PartialEq for Table<R> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.values().eq(other.values())
    }
}

impl<R: Record + fmt::Debug> fmt::Debug for Table<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.values()).finish()
    }
}

impl<R> Shed for Table<R> {
    fn shed(&mut self, most: usize) -> usize {
        self.rows.shed(most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::risk::{Risk, RiskId};

    fn risk(number: &str, title: &str) -> Risk {
        Risk { title: Some(title.to_owned()), ..Risk::new(RiskId::new(number).unwrap()) }
    }

    #[test]
    fn a_copy_keeps_what_is_changed_in_the_table_that_it_was_copied_from() {
        let mut table = Table::default();
        table.insert(risk("1", "Staff leave"));
        let copy = table.clone();
        table.get_mut(&RiskId::new("1").unwrap()).unwrap().title = Some("Staff stay".to_owned());
        table.values_mut().for_each(|risk| risk.mitigation = Some("Talk to them".to_owned()));

        let title = |table: &Table<Risk>| table.values().next().and_then(|risk| risk.title.clone());
        assert_eq!(title(&table).as_deref(), Some("Staff stay"));
        assert_eq!(title(&copy).as_deref(), Some("Staff leave"));
        assert!(copy.values().all(|risk| risk.mitigation.is_none()));
        assert!(table != copy);
    }

    #[test]
    fn records_stand_by_name_and_the_later_of_two_of_one_name_stays() {
        let mut table = Table::default();
        for (number, title) in [("2", "b"), ("1", "a"), ("3", "c"), ("2", "B")] {
            table.insert(risk(number, title));
        }
        let titles: Vec<_> = table.values().filter_map(|risk| risk.title.as_deref()).collect();
        assert_eq!(titles, ["a", "B", "c"]);
        assert_eq!(table.from(&RiskId::new("2").unwrap()).count(), 2);
        table.remove(&RiskId::new("2").unwrap());
        assert_eq!(table.keys().map(AsRef::as_ref).collect::<Vec<&str>>(), ["risk/1", "risk/3"]);
    }
}
