//! What would come of bringing a file in, before anybody has said so.

use crate::bundle::envelope::Person;
use crate::bundle::read::Incoming;
use crate::bundle::relation::Relation;
use crate::bundle::survey::Survey;
use crate::log::{Log, Moment, RecordId};
use crate::shed::{Shed, shed_all};

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

/// What would happen to a record, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Both sides changed it: every value is kept, and somebody has to settle it.
    Conflict,
    /// It would go out of use.
    Withdrawn,
    /// It would come back into use.
    PutBack,
    /// It would say something else.
    Changed,
    /// It is not here yet.
    New,
    /// Changes to it arrive that something here has replaced already, or that say the same: nothing shown is different.
    Unseen,
}

/// A record that the new changes touch, and what would happen to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The record.
    pub record: RecordId,
    /// What would happen to it.
    pub sort: Sort,
    /// Who made the new changes to it, as places in the preview's list of people.
    pub by: Vec<usize>,
    /// Whether something about it is not understood by this version.
    pub is_unread: bool,
}

/// What would come of bringing a file in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// How the file is related to what is here.
    pub relation: Relation,
    /// Changes that are not here yet.
    pub new: usize,
    /// Changes that are here already.
    pub known: usize,
    /// The records that the new changes would touch, by kind.
    pub records: Vec<Counted>,
    /// The same records one by one, the weightiest first.
    pub differences: Vec<Difference>,
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
    /// What would come of bringing this in here, worked out at once.
    pub fn preview(&self, here: Option<&Log>) -> Preview {
        let nothing = Log::default();
        let here = here.unwrap_or(&nothing);
        let mut survey = Survey::new(self.log.clone());
        while !survey.step(here, usize::MAX).is_done {}
        survey.finish().0
    }
}

impl Sort {
    /// Every sort, the weightiest first.
    pub const ALL: [Self; 6] = [Self::Conflict, Self::Withdrawn, Self::PutBack, Self::Changed, Self::New, Self::Unseen];

    /// As a heading over such records.
    pub fn label(self) -> &'static str {
        match self {
            Self::Conflict => "Changed by both sides",
            Self::Withdrawn => "Would be withdrawn",
            Self::PutBack => "Would be back in use",
            Self::Changed => "Would say something else",
            Self::New => "New here",
            Self::Unseen => "Older than here, or the same",
        }
    }
}

impl Shed for Preview {
    fn shed(&mut self, most: usize) -> usize {
        shed_all([&mut self.differences, &mut self.conflicts, &mut self.not_understood], most)
    }
}
