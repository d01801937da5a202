//! Faults of a whole workspace: what no single record is to blame for, and what came in past the forms.
//!
//! Nothing is refused or mended here. Each fault is a sentence about one record, for people to look at.

mod figures;
mod measures;
mod names;
mod parts;
mod references;

use std::fmt;

use crate::domain::approval::Approval;
use crate::domain::case::SignOff;
use crate::domain::check;
use crate::domain::joined::{is_named_by_others, named_by};
use crate::domain::record::Record;
use crate::domain::service::Participation;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;

/// Something that does not fit together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The record to look at.
    pub subject: Subject,
    /// Its field, by its name in files; empty where it is about the whole.
    pub field: &'static str,
    /// What does not fit, and how to put it right.
    pub says: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.says)
    }
}

/// Every fault, by record.
pub fn faults(workspace: &Workspace) -> Vec<Fault> {
    let mut found = Found { workspace, faults: Vec::new() };
    for thing in workspace.things() {
        for refusal in check::alone(&thing) {
            found.add(&thing.subject(), refusal.field, format!("{}: {}", found.name(&thing.subject()), refusal.says));
        }
    }
    references::find(&mut found);
    names::find(&mut found);
    parts::find(&mut found);
    figures::find(&mut found);
    measures::find(&mut found);
    found.faults.order_by(Ord::cmp);
    found.faults.dedup();
    found.faults
}

/// Faults as they are found.
struct Found<'w> {
    workspace: &'w Workspace,
    faults: Vec<Fault>,
}

impl Found<'_> {
    fn add(&mut self, subject: &Subject, field: &'static str, says: String) {
        self.faults.push(Fault { subject: subject.clone(), field, says });
    }

    /// What figures of a measure are called: by the measure, and whose they are.
    fn name_of_figures(&self, subject: &Subject) -> String {
        let ends: Vec<String> = named_by(subject.kind(), subject.rest()).iter().map(|end| self.name(end)).collect();
        match ends.as_slice() {
            [_, council] if subject.kind() == Approval::KIND => format!("The decision of {council}"),
            [_, council] if subject.kind() == SignOff::KIND => format!("The sign-off of {council}"),
            [measure, partner] if subject.kind() != Participation::KIND => format!("{measure} for {partner}"),
            _ => "A partner's part in a service".to_owned(),
        }
    }

    /// What a record is called, in quotation marks, or what it is.
    fn name(&self, subject: &Subject) -> String {
        let thing = self.workspace.thing(subject);
        match thing.as_ref().map(|thing| (thing.title().trim(), thing.kind().label())) {
            Some((title, _)) if !title.is_empty() => format!("\"{title}\""),
            Some(_) if is_named_by_others(subject.kind()) => self.name_of_figures(subject),
            Some((_, kind)) => format!("A {} without a name", kind.to_lowercase()),
            None => format!("A {} that is not in the workspace", subject.kind()),
        }
    }
}
