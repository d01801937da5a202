//! Working out what would come of bringing changes in, step by step, so that a page can show how far it is, and stop.

mod judging;

use std::collections::BTreeMap;

use crate::bundle::envelope::Person;
use crate::bundle::preview::{Counted, Difference, NotUnderstood, Preview, Sort};
use crate::bundle::relation::{self, Relation};
use crate::bundle::write;
use crate::domain::workspace::Workspace;
use crate::log::{Author, Change, Log, Moment, RecordId};
use crate::shed::{Shed, shed_all};

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

/// A log of so many changes is copied in a moment.
const MOST_AT_ONCE: usize = 20_000;

/// The working out. It looks at what is here in every step and holds nothing of it.
#[derive(Debug)]
pub struct Survey {
    coming: Log,
    stage: Stage,
    at: usize,
    /// Places of the changes that are not here, in the order in which they came.
    new: Vec<usize>,
    /// Who made new changes to which record: by name while changes are looked through, then as a list that is used up.
    touched: BTreeMap<RecordId, Vec<usize>>,
    many_touched: usize,
    names: std::vec::IntoIter<(RecordId, Vec<usize>)>,
    /// How many changes each person made; then what place they have in the list of people.
    makers: BTreeMap<Author, usize>,
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
    People,
    Coming,
    Here,
    Joining,
    Judging,
    Done,
}

impl Survey {
    /// Of these changes, at the beginning.
    pub fn new(coming: Log) -> Self {
        Self {
            coming,
            stage: Stage::People,
            at: 0,
            new: Vec::new(),
            touched: BTreeMap::new(),
            many_touched: 0,
            names: Vec::new().into_iter(),
            makers: BTreeMap::new(),
            people: Vec::new(),
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
            Stage::People => self.meet(until),
            Stage::Coming => self.look_through(here, until),
            Stage::Here => self.gather(here, until),
            Stage::Joining => self.join(until),
            Stage::Judging => self.judge(here, until),
            Stage::Done => {}
        }
        let (all, touched) = (self.coming.changes().len(), self.touched.len().max(self.many_touched));
        let before = match self.stage {
            Stage::People => 0,
            Stage::Coming => all,
            Stage::Here => all * 2,
            Stage::Joining => all * 2 + touched,
            Stage::Judging | Stage::Done => all * 2 + touched + self.new.len(),
        };
        let of = all * 2 + touched + self.new.len() + touched;
        let is_done = self.stage == Stage::Done;
        Surveyed { done: if is_done { of } else { (before + self.at).min(of) }, of, is_done }
    }

    /// What came of it, and the grounds. What was not worked out yet is left out, so this is for one that is done.
    pub fn finish(mut self) -> (Preview, Grounds) {
        // What is weighty first, then as they were looked at, which is by name: kind by kind.
        let mut sorted = Sort::ALL.map(|_| Vec::new());
        for difference in std::mem::take(&mut self.differences) {
            let place = Sort::ALL.iter().position(|sort| *sort == difference.sort);
            if let Some(all) = place.and_then(|place| sorted.get_mut(place)) {
                all.push(difference);
            }
        }
        self.differences = sorted.into_iter().flatten().collect();
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

    /// Who made the changes.
    fn meet(&mut self, until: usize) {
        for change in self.coming.changes().iter().take(until).skip(self.at) {
            match self.makers.get_mut(&change.by) {
                Some(count) => *count += 1,
                None => drop(self.makers.insert(change.by.clone(), 1)),
            }
        }
        self.at = until;
        if self.at >= self.coming.changes().len() {
            self.people = write::people_of(&self.makers);
            for (place, person) in self.people.iter().enumerate() {
                let maker = Author { name: person.name.clone(), council: person.council.clone() };
                self.makers.insert(maker, place);
            }
            self.turn_to(Stage::Coming);
        }
    }

    /// Which changes are not here, and what they touch.
    fn look_through(&mut self, here: &Log, until: usize) {
        for place in self.at..until.min(self.coming.changes().len()) {
            let Some(change) = self.coming.changes().get(place) else { break };
            if here.holds(&change.id) {
                self.held_here += 1;
                continue;
            }
            self.new.push(place);
            self.between =
                Some(self.between.map_or((change.at, change.at), |(from, to)| (from.min(change.at), to.max(change.at))));
            let Some(by) = self.makers.get(&change.by).copied() else { continue };
            for edit in &change.edits {
                match self.touched.get_mut(&edit.record) {
                    Some(all) => {
                        if let Err(place) = all.binary_search(&by) {
                            all.insert(place, by);
                        }
                    }
                    None => drop(self.touched.insert(edit.record.clone(), vec![by])),
                }
            }
        }
        self.at = until;
        if self.at < self.coming.changes().len() {
            return;
        }
        self.many_touched = self.touched.len();
        self.names = std::mem::take(&mut self.touched).into_iter().collect::<Vec<_>>().into_iter();
        self.relation = self.related(here);
        self.settings = relation::settings(here).or_else(|| relation::settings(&self.coming)).cloned();
        let (held, new) = (here.changes().len(), self.new.len());
        if held == 0 {
            self.turn_to(Stage::Judging);
        } else if held <= MOST_AT_ONCE && new * 4 >= held {
            // A copy of the whole shares its changes, and is quicker than picking out most of them.
            self.after = Some(here.clone());
            self.turn_to(Stage::Joining);
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
        for (name, _) in self.names.as_slice().iter().take(until).skip(self.at) {
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
}

/// The changes of a file that are not in a log, parents first where the file has them so.
pub fn new_in<'log>(coming: &'log Log, here: &Log) -> Vec<&'log Change> {
    coming.changes().iter().filter(|change| !here.holds(&change.id)).collect()
}

impl Shed for Grounds {
    fn shed(&mut self, most: usize) -> usize {
        shed_all([&mut self.after, &mut self.coming], most)
    }
}

impl Shed for Survey {
    fn shed(&mut self, most: usize) -> usize {
        let Self { coming, after, touched, names, differences, .. } = self;
        shed_all([differences, names, touched, after, coming], most)
    }
}
