//! Something that is to be done by a day.

use chrono::NaiveDate;

use crate::domain::record::record;
use crate::domain::source::{Amended, Source};
use crate::domain::subject::Subject;

record! {
    /// A milestone of a programme, a phase or a service.
    pub struct Milestone, MilestoneId "milestone" {
        /// What is to be done.
        what: String = "What",
        /// Of which programme, phase or service.
        about: Subject = "Of",
        /// The first date.
        due: NaiveDate = "Due",
        /// The date that counts now, and who moved it.
        amended: Amended = "Amended to",
        /// The day on which it was done.
        done: NaiveDate = "Done",
        /// Who sees to it, by office.
        owner: String = "Owner",
        /// Where this is stated.
        source: Source = "Source",
    }
}

impl Milestone {
    /// The date that counts: the amended one, else the first.
    pub fn date(&self) -> Option<NaiveDate> {
        self.amended.as_ref().map(|amended| amended.date).or(self.due)
    }

    /// Whether it should have been done by the day before the reading date and was not.
    pub fn is_overdue(&self, reading: NaiveDate) -> bool {
        self.done.is_none_or(|done| done > reading) && self.date().is_some_and(|date| date < reading)
    }
}
