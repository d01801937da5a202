//! What happened to the records of an open workspace, for whoever shows it.

use crate::domain::subject::Subject;
use crate::session::{Open, Shelf};
use crate::trail::{self, Told, TrailStep};
use crate::words;

impl Open {
    /// One of its logs, and what is known of the records that its changes speak of.
    pub fn told(&self, shelf: Shelf) -> Told<'_> {
        Told { log: self.log(shelf), workspace: &self.workspace, own: &self.own }
    }

    /// The history of a shared record, earliest first.
    pub fn trail(&self, subject: &Subject) -> Vec<TrailStep> {
        trail::steps(&self.shared, &self.workspace, subject)
    }

    /// Who added a shared record, and when, as far as this log goes back.
    pub fn added(&self, subject: &Subject) -> Option<String> {
        let first = self.shared.touching(&subject.as_str().parse().ok()?).min_by_key(|change| change.at)?;
        Some(format!("Added by {}, {}, {}", first.by.name, first.by.council, words::date::moment(first.at.seconds())))
    }

    /// The shared record that stands for this one, where it was joined to another.
    pub fn joined_to(&self, subject: &Subject) -> Option<Subject> {
        self.workspace.joins.is_joined(subject).then(|| self.workspace.joins.stands_for(subject))
    }
}
