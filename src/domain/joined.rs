//! Records that were entered twice and joined: what was said of one is said of the other from then on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::approval::{Approval, ApprovalId};
use crate::domain::case::{SignOff, SignOffId};
use crate::domain::reading::{Baseline, BaselineId, Readings, ReadingsId, Targets, TargetsId};
use crate::domain::record::Record;
use crate::domain::service::{Participation, ParticipationId};
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;

/// The field that joins a record to another one of its kind, which stands for both.
pub const JOINED: &str = "joined";

/// The field that names records of the same kind which this one is not, though it looks like them.
pub const DISTINCT: &str = "distinct";

/// Whether records of this kind are named by others, so that they follow what those are joined to.
pub fn is_named_by_others(kind: &str) -> bool {
    [Participation::KIND, Baseline::KIND, Targets::KIND, Readings::KIND, Approval::KIND, SignOff::KIND].contains(&kind)
}

/// The records that one is named by: a part's service and partner, the measure and partner of figures. None where it has
/// a name of its own.
pub fn named_by(kind: &str, rest: &str) -> Vec<Subject> {
    let first = match kind {
        Participation::KIND => "service",
        Approval::KIND => "recommendation",
        SignOff::KIND => "case",
        kind if is_named_by_others(kind) => "measure",
        _ => return Vec::new(),
    };
    let of = |kind: &str, rest: &str| Subject::parse(&format!("{kind}/{rest}"));
    let last = match (kind, rest.split_once('/')) {
        (Targets::KIND | Readings::KIND, Some((_, year_and_partner))) => year_and_partner.split_once('/').map(|(_, last)| last),
        (_, ends) => ends.map(|(_, last)| last),
    };
    let ends = rest.split('/').next().zip(last).map(|(begin, last)| [of(first, begin), of("partner", last)]);
    ends.into_iter().flatten().flatten().collect()
}

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
        if is_named_by_others(subject.kind()) {
            return self.follow_names(subject).map_or_else(|| subject.clone(), |named| self.end(&named));
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

    /// A partner's part in a service is named by both, and follows them; so do the figures of a measure for a partner.
    fn follow_names(&self, subject: &Subject) -> Option<Subject> {
        match subject.kind() {
            Baseline::KIND => {
                let id: BaselineId = subject.typed()?;
                let named = BaselineId::of(&self.typed(&id.measure()?), &self.typed(&id.partner()?));
                named.as_ref().map(Subject::from)
            }
            Targets::KIND => {
                let id: TargetsId = subject.typed()?;
                let named = TargetsId::of(&self.typed(&id.measure()?), id.year()?, &self.typed(&id.partner()?));
                named.as_ref().map(Subject::from)
            }
            Readings::KIND => {
                let id: ReadingsId = subject.typed()?;
                let named = ReadingsId::of(&self.typed(&id.measure()?), id.year()?, &self.typed(&id.partner()?));
                named.as_ref().map(Subject::from)
            }
            Approval::KIND => {
                let id: ApprovalId = subject.typed()?;
                let named = ApprovalId::of(&self.typed(&id.recommendation()?), &self.typed(&id.partner()?));
                named.as_ref().map(Subject::from)
            }
            SignOff::KIND => {
                let id: SignOffId = subject.typed()?;
                let named = SignOffId::of(&self.typed(&id.case()?), &self.typed(&id.partner()?));
                named.as_ref().map(Subject::from)
            }
            _ => {
                let id: ParticipationId = subject.typed()?;
                let named = ParticipationId::of(&self.typed(&id.service()?), &self.typed(&id.partner()?));
                named.as_ref().map(Subject::from)
            }
        }
    }

    fn follow_own<Id: AsRef<str> + TryFrom<String>>(&self, id: &mut Id) {
        if let Some(named) = self.stands_for(&Subject::from(&*id)).typed() {
            *id = named;
        }
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
        Thing::About(about) => joins.follow_all(Arc::make_mut(about).order.as_mut()),
        Thing::Partner(_) | Thing::Programme(_) | Thing::Meeting(_) => {}
        Thing::Sent(sent) => joins.follow(&mut Arc::make_mut(sent).body),
        Thing::Phase(phase) => joins.follow(&mut Arc::make_mut(phase).programme),
        Thing::Service(service) => {
            let service = Arc::make_mut(service);
            joins.follow(&mut service.programme);
            joins.follow(&mut service.parent);
            if service.parent.as_ref() == Some(&service.id) {
                service.parent = None;
            }
        }
        Thing::Participation(part) => joins.follow_own(&mut Arc::make_mut(part).id),
        Thing::Measure(measure) => joins.follow(&mut Arc::make_mut(measure).service),
        Thing::Baseline(baseline) => joins.follow_own(&mut Arc::make_mut(baseline).id),
        Thing::Targets(targets) => joins.follow_own(&mut Arc::make_mut(targets).id),
        Thing::Readings(readings) => joins.follow_own(&mut Arc::make_mut(readings).id),
        Thing::Recommendation(recommendation) => {
            let recommendation = Arc::make_mut(recommendation);
            joins.follow(&mut recommendation.service);
            joins.follow_all(recommendation.councils.as_mut());
        }
        Thing::Consultation(one) => {
            let one = Arc::make_mut(one);
            joins.follow(&mut one.service);
            joins.follow(&mut one.partner);
        }
        Thing::Case(case) => joins.follow(&mut Arc::make_mut(case).service),
        Thing::Opening(opening) => {
            let opening = Arc::make_mut(opening);
            joins.follow(&mut opening.service);
            joins.follow_all(opening.councils.as_mut());
        }
        Thing::Study(study) => joins.follow(&mut Arc::make_mut(study).service),
        Thing::Demand(demand) => joins.follow(&mut Arc::make_mut(demand).service),
        Thing::Trial(trial) => joins.follow(&mut Arc::make_mut(trial).service),
        Thing::Plan(plan) => joins.follow(&mut Arc::make_mut(plan).service),
        Thing::Commitment(one) => {
            let one = Arc::make_mut(one);
            joins.follow(&mut one.part_of);
            joins.follow(&mut one.programme);
            joins.follow_all(one.partners.as_mut());
        }
        Thing::Shift(shift) => joins.follow(&mut Arc::make_mut(shift).service),
        Thing::Benefit(benefit) => {
            let benefit = Arc::make_mut(benefit);
            joins.follow(&mut benefit.service);
            joins.follow(&mut benefit.measure);
            joins.follow_all(benefit.partners.as_mut());
        }
        Thing::Highlight(report) => joins.follow(&mut Arc::make_mut(report).service),
        Thing::CaseOption(option) => joins.follow(&mut Arc::make_mut(option).case),
        Thing::SignOff(signoff) => joins.follow_own(&mut Arc::make_mut(signoff).id),
        Thing::Approval(approval) => joins.follow_own(&mut Arc::make_mut(approval).id),
        Thing::Milestone(milestone) => joins.follow(&mut Arc::make_mut(milestone).about),
        Thing::Note(note) => joins.follow(&mut Arc::make_mut(note).about),
        Thing::Money(line) => {
            let line = Arc::make_mut(line);
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
            let risk = Arc::make_mut(risk);
            joins.follow(&mut risk.programme);
            joins.follow(&mut risk.service);
        }
        Thing::Issue(issue) => {
            let issue = Arc::make_mut(issue);
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
        for (one, stands) in [
            ("participation/2/c", "participation/1/a"),
            ("readings/m/fy2010/c", "readings/m/fy2010/a"),
            ("targets/m/fy2010/c", "targets/m/fy2010/a"),
            ("baseline/m/c", "baseline/m/a"),
            ("approval/m/c", "approval/m/a"),
            ("signoff/m/c", "signoff/m/a"),
        ] {
            assert_eq!(joins.stands_for(&name(one)), name(stands));
        }
        joins.add(name("measure/n"), name("measure/m"));
        assert_eq!(joins.stands_for(&name("readings/n/fy2010/b")), name("readings/m/fy2010/a"));
    }
}
