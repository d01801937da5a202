//! Letting go of what is large, a few parts at a time: freeing a country's log at a stroke would hold up the page for a second.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What can be let go of part by part. What is left between the parts is of no use to anybody.
pub trait Shed {
    /// Lets go of at most so many parts. Answers of how many it was; fewer than asked for where nothing is left.
    fn shed(&mut self, most: usize) -> usize;
}

/// Lets go of at most so many parts of several things, one thing after the other.
pub fn shed_all<const MANY: usize>(things: [&mut dyn Shed; MANY], most: usize) -> usize {
    things.into_iter().fold(0, |gone, thing| gone + thing.shed(most - gone))
}

impl<A: Shed, B: Shed> Shed for (A, B) {
    fn shed(&mut self, most: usize) -> usize {
        shed_all([&mut self.0, &mut self.1], most)
    }
}

impl<T> Shed for Vec<T> {
    fn shed(&mut self, most: usize) -> usize {
        let gone = most.min(self.len());
        self.truncate(self.len() - gone);
        gone
    }
}

impl<T> Shed for std::vec::IntoIter<T> {
    fn shed(&mut self, most: usize) -> usize {
        self.take(most).count()
    }
}

impl<K: Ord, V> Shed for BTreeMap<K, V> {
    fn shed(&mut self, most: usize) -> usize {
        (0..most).take_while(|_| self.pop_last().is_some()).count()
    }
}

impl<T: Ord> Shed for BTreeSet<T> {
    fn shed(&mut self, most: usize) -> usize {
        (0..most).take_while(|_| self.pop_last().is_some()).count()
    }
}

impl<T: Shed> Shed for Option<T> {
    fn shed(&mut self, most: usize) -> usize {
        self.as_mut().map_or(0, |thing| thing.shed(most))
    }
}

/// What others hold as well is theirs to let go of.
impl<T: Shed> Shed for Arc<T> {
    fn shed(&mut self, most: usize) -> usize {
        Self::get_mut(self).map_or(0, |thing| thing.shed(most))
    }
}
