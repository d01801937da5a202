//! Records that were entered twice and joined: what was said of one is said of the other from then on.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::service::ParticipationId;
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;

/// The field that joins a record to another one of its kind, which stands for both.
pub const JOINED: &str = "joined";

/// The field that names records of the same kind which this one is not, though it looks like them.
pub const DISTINCT: &str = "distinct";

/// Which record each joined one was joined to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Joins(BTreeMap<Subject, Subject>);

impl Joins {
    /// Notes that one record was joined to another. Records of different kinds cannot be one.
    pub fn add(&mut self, record: Subject, to: Subject) {
        if record != to && record.kind() == to.kind() {
            self.0.insert(record, to);
        }
    }

    /// Whether nothing was joined.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The record that stands for this one: itself, unless it was joined. Where joins go round in a circle, which
    /// happens when people join the same two apart, the smallest name of the circle stands for all.
    pub fn stands_for(&self, subject: &Subject) -> Subject {
        if self.0.is_empty() {
            return subject.clone();
        }
        if let Some(part) = subject.typed::<ParticipationId>() {
            return self.part(&part).map_or_else(|| subject.clone(), |part| self.end(&Subject::from(&part)));
        }
        self.end(subject)
    }

    /// Whether another record stands for this one.
    pub fn is_joined(&self, subject: &Subject) -> bool {
        !self.0.is_empty() && self.stands_for(subject) != *subject
    }

    fn end(&self, subject: &Subject) -> Subject {
        let mut way = BTreeSet::from([subject]);
        let mut here = subject;
        while let Some(next) = self.0.get(here) {
            if !way.insert(next) {
                return self.circle(next).into_iter().min().unwrap_or(next).clone();
            }
            here = next;
        }
        here.clone()
    }

    fn circle<'j>(&'j self, within: &'j Subject) -> BTreeSet<&'j Subject> {
        let mut circle = BTreeSet::new();
        let mut here = within;
        while circle.insert(here) {
            here = self.0.get(here).unwrap_or(within);
        }
        circle
    }

    /// A partner's part in a service is named by both, and follows them.
    fn part(&self, part: &ParticipationId) -> Option<ParticipationId> {
        let (service, partner) = (part.service()?, part.partner()?);
        ParticipationId::of(&self.typed(&service), &self.typed(&partner))
    }

    fn typed<Id: AsRef<str> + Clone + TryFrom<String>>(&self, id: &Id) -> Id {
        self.stands_for(&Subject::from(id)).typed().unwrap_or_else(|| id.clone())
    }

    fn follow<Id: AsRef<str> + Clone + TryFrom<String>>(&self, id: &mut Option<Id>) {
        if let Some(id) = id {
            *id = self.typed(id);
        }
    }

    fn follow_all<Id: AsRef<str> + Clone + Ord + TryFrom<String>>(&self, ids: Option<&mut Vec<Id>>) {
        if let Some(ids) = ids {
            let mut seen = BTreeSet::new();
            ids.iter_mut().for_each(|id| *id = self.typed(id));
            ids.retain(|id| seen.insert(id.clone()));
        }
    }
}

impl Workspace {
    /// Puts a record in its place as it reads when whatever it refers to was joined.
    pub(super) fn insert_followed(&mut self, thing: Thing) {
        if self.joins.is_empty() {
            return self.put(thing);
        }
        let (own, thing) = (thing.subject(), followed(thing, &self.joins));
        let place = thing.subject();
        if place == own {
            self.put(thing);
        } else if !self.holds(&place) {
            self.stood_in.insert(place, own);
            self.put(thing);
        }
    }
}

/// A record as it reads when whatever it refers to was joined.
fn followed(mut thing: Thing, joins: &Joins) -> Thing {
    match &mut thing {
        Thing::About(about) => joins.follow_all(about.order.as_mut()),
        Thing::Partner(_) | Thing::Programme(_) | Thing::Meeting(_) => {}
        Thing::Sent(sent) => joins.follow(&mut sent.body),
        Thing::Phase(phase) => joins.follow(&mut phase.programme),
        Thing::Service(service) => {
            joins.follow(&mut service.programme);
            joins.follow(&mut service.parent);
            if service.parent.as_ref() == Some(&service.id) {
                service.parent = None;
            }
        }
        Thing::Participation(part) => {
            if let Some(id) = joins.stands_for(&Subject::from(&part.id)).typed() {
                part.id = id;
            }
        }
        Thing::Milestone(milestone) => joins.follow(&mut milestone.about),
        Thing::Note(note) => joins.follow(&mut note.about),
        Thing::Money(line) => {
            joins.follow_all(line.covers.as_mut());
            joins.follow_all(line.partners.as_mut());
            joins.follow(&mut line.part_of);
            joins.follow(&mut line.net_of);
            joins.follow(&mut line.rival_of);
            if let Some(split) = &mut line.split {
                let parts = std::mem::take(&mut split.parts);
                for mut part in parts {
                    part.partner = joins.typed(&part.partner);
                    match split.parts.iter_mut().find(|known| known.partner == part.partner) {
                        Some(known) => known.weight = known.weight.saturating_add(part.weight),
                        None => split.parts.push(part),
                    }
                }
            }
        }
        Thing::Risk(risk) => {
            joins.follow(&mut risk.programme);
            joins.follow(&mut risk.service);
        }
        Thing::Issue(issue) => {
            joins.follow(&mut issue.programme);
            joins.follow(&mut issue.service);
            joins.follow(&mut issue.risk);
        }
    }
    thing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Subject {
        Subject::parse(text).unwrap()
    }

    #[test]
    fn joins_are_followed_to_their_end_and_a_circle_to_its_smallest_name() {
        let mut joins = Joins::default();
        for (one, other) in
            [("partner/c", "partner/b"), ("partner/b", "partner/a"), ("partner/a", "partner/b"), ("partner/x", "risk/x")]
        {
            joins.add(name(one), name(other));
        }
        for (one, stands) in
            [("partner/a", "partner/a"), ("partner/b", "partner/a"), ("partner/c", "partner/a"), ("partner/x", "partner/x")]
        {
            assert_eq!(joins.stands_for(&name(one)), name(stands));
        }
        joins.add(name("service/2"), name("service/1"));
        assert_eq!(joins.stands_for(&name("participation/2/c")), name("participation/1/a"));
    }
}
