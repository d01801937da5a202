//! The typed whole: every record in use, and marks where something about one needs a person's eye.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::about::{About, Nature};
use crate::domain::agreement::Consultation;
use crate::domain::approval::{Approval, Recommendation};
use crate::domain::benefit::Benefit;
use crate::domain::case::{Case, CaseOption, SignOff};
use crate::domain::commitment::Commitment;
use crate::domain::highlight::Highlight;
use crate::domain::joined::{Joins, is_named_by_others};
use crate::domain::matrix::Matrix;
use crate::domain::measure::{Measure, MeasureId};
use crate::domain::meeting::Meeting;
use crate::domain::milestone::Milestone;
use crate::domain::money::Money;
use crate::domain::note::Note;
use crate::domain::opening::Opening;
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::programme::{Phase, Programme};
use crate::domain::reading::{Baseline, BaselineId, Readings, ReadingsId, Targets, TargetsId};
use crate::domain::record::EXEMPT;
use crate::domain::risk::{Issue, Risk};
use crate::domain::sent::Sent;
use crate::domain::service::{Participation, ParticipationId, Service, ServiceId};
use crate::domain::shift::Shift;
use crate::domain::subject::Subject;
use crate::domain::table::{Rows, Table};
use crate::domain::thing::{Kind, Thing};
use crate::domain::thinking::{Demand, Plan, Study, Trial};
use crate::domain::year::FinancialYear;
use crate::order::InOrder;
use crate::shed::{Shed, shed_all};

pub use crate::domain::mark::Mark;

/// A record as some other module hands it over: its fields and what is to be marked.
pub struct Raw<'v> {
    /// Its name.
    pub name: &'v str,
    /// The value in force of each field.
    pub value: &'v dyn Fn(&str) -> Option<&'v Value>,
    /// Whether it is in use.
    pub in_use: bool,
    /// Fields in conflict.
    pub conflicts: Vec<String>,
}

/// Every record in use, typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Workspace {
    /// Settings; there is one record as a rule, and the first by name counts.
    pub about: Table<About>,
    /// Councils and other bodies.
    pub partners: Table<Partner>,
    /// Programmes.
    pub programmes: Table<Programme>,
    /// Their phases.
    pub phases: Table<Phase>,
    /// Services.
    pub services: Table<Service>,
    /// Partners' parts in services.
    pub participations: Table<Participation>,
    /// Milestones.
    pub milestones: Table<Milestone>,
    /// Money lines.
    pub money: Table<Money>,
    /// Notes for everybody.
    pub notes: Table<Note>,
    /// Risks, closed ones too.
    pub risks: Table<Risk>,
    /// Issues, closed ones too.
    pub issues: Table<Issue>,
    /// Who was sent what.
    pub sent: Table<Sent>,
    /// Meetings that looked at the work.
    pub meetings: Table<Meeting>,
    /// Measures of services.
    pub measures: Table<Measure>,
    /// How measures stood before sharing, by partner.
    pub baselines: Table<Baseline>,
    /// What measures were to come to, by year and partner.
    pub targets: Table<Targets>,
    /// What measures came to, by year and partner.
    pub readings: Table<Readings>,
    /// What was put to several councils.
    pub recommendations: Table<Recommendation>,
    /// What each council decided on it.
    pub approvals: Table<Approval>,
    /// Who was asked about services.
    pub consultations: Table<Consultation>,
    /// Business cases.
    pub cases: Table<Case>,
    /// What they looked at.
    pub options: Table<CaseOption>,
    /// Which treasurers signed their figures off.
    pub signoffs: Table<SignOff>,
    /// Vacant posts and events that open the way to sharing.
    pub openings: Table<Opening>,
    /// Services seen as systems.
    pub studies: Table<Study>,
    /// What is asked of them.
    pub demands: Table<Demand>,
    /// What was tried in them.
    pub trials: Table<Trial>,
    /// Plans of services for a year.
    pub plans: Table<Plan>,
    /// Joint proposals, their parts and pilots, and the bodies that govern them.
    pub commitments: Table<Commitment>,
    /// Why figures moved between two bases.
    pub shifts: Table<Shift>,
    /// What services gain.
    pub benefits: Table<Benefit>,
    /// Highlight reports.
    pub highlights: Table<Highlight>,
    /// What records are called that were taken out of use, by record: others may refer to them still.
    pub withdrawn: BTreeMap<Subject, String>,
    /// Records that are exempt or on whose exemption people differ, in use or not. One of which a file holds the exemption
    /// alone is none.
    pub exempt: BTreeSet<Subject>,
    /// Records that were joined to others.
    pub joins: Joins,
    /// Pairs of records that look alike and are two, the smaller name first: somebody has said so.
    pub distinct: BTreeSet<(Subject, Subject)>,
    /// Records named by others that stand under the name of what one of those was joined to, by that name: under which
    /// name they were entered. An edit of one writes it whole under its new name.
    pub stood_in: BTreeMap<Subject, Subject>,
    /// What should be looked at, by record; also of records that this version does not know.
    pub marks: BTreeMap<String, Vec<Mark>>,
}

impl Workspace {
    /// Takes in a record as it stands now, in place of what was known of it. What is out of use is left out.
    pub fn take(&mut self, raw: &Raw<'_>) {
        let decoded = Thing::decode(raw.name, raw.value);
        let mut marks: Vec<_> = raw.conflicts.iter().map(|field| Mark::Conflict { field: field.clone() }).collect();
        match decoded {
            Some((thing, unread)) => {
                marks.extend(unread.into_iter().map(|field| Mark::Unread { field: field.to_owned() }));
                let subject = thing.subject();
                let is_disputed = marks.iter().any(|mark| mark.field() == EXEMPT.name);
                self.note_exempt(&thing, is_disputed);
                self.withdrawn.remove(&subject);
                if raw.in_use && self.joins.is_joined(&subject) && !is_named_by_others(subject.kind()) {
                    self.remove(&subject);
                } else if raw.in_use {
                    self.insert_followed(thing);
                } else {
                    self.remove(&subject);
                    let title = thing.title().trim();
                    if !title.is_empty() {
                        self.withdrawn.insert(subject, title.to_owned());
                    }
                }
            }
            None => marks.push(Mark::Unread { field: String::new() }),
        }
        if marks.is_empty() || !raw.in_use {
            self.marks.remove(raw.name);
        } else {
            self.marks.insert(raw.name.to_owned(), marks);
        }
    }

    /// Puts a record in its place.
    pub fn insert(&mut self, thing: Thing) {
        self.note_exempt(&thing, false);
        self.put(thing);
    }

    fn note_exempt(&mut self, thing: &Thing, is_disputed: bool) {
        let subject = thing.subject();
        if (is_disputed || thing.exempt().is_some()) && thing.is_stated() {
            self.exempt.insert(subject);
        } else {
            self.exempt.remove(&subject);
        }
    }

    /// What a record is called that was taken out of use.
    pub fn withdrawn_name(&self, subject: &Subject) -> Option<String> {
        self.withdrawn.get(subject).map(|title| format!("{title} (withdrawn)"))
    }

    /// The settings.
    pub fn settings(&self) -> Option<&About> {
        self.about.values().next()
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        self.settings().and_then(|about| about.title.as_deref()).unwrap_or("Untitled workspace")
    }

    /// Whether it is a sample.
    pub fn is_sample(&self) -> bool {
        self.settings().and_then(|about| about.nature) == Some(Nature::Sample)
    }

    /// The day at which it is read: its reading date, else today.
    pub fn reading(&self, today: NaiveDate) -> NaiveDate {
        self.settings().and_then(|about| about.reading).unwrap_or(today)
    }

    /// The financial year of the reading date.
    pub fn current_year(&self, today: NaiveDate) -> Option<FinancialYear> {
        FinancialYear::of(self.reading(today))
    }

    /// Words and bands for risks: its own, else the default.
    pub fn matrix(&self) -> Matrix {
        self.settings().and_then(|about| about.matrix.clone()).filter(Matrix::is_sound).unwrap_or_default()
    }

    /// Partners in the chosen order, those not in it after it by name.
    pub fn partners_in_order(&self) -> Vec<&Partner> {
        let order = self.settings().and_then(|about| about.order.as_deref()).unwrap_or_default();
        let mut places: BTreeMap<&PartnerId, usize> = BTreeMap::new();
        for (place, id) in order.iter().enumerate() {
            places.entry(id).or_insert(place);
        }
        let mut partners: Vec<_> = self.partners.values().collect();
        partners.order_by_key(|partner| {
            (places.get(&partner.id).copied().unwrap_or(usize::MAX), partner.name.as_deref(), &partner.id)
        });
        partners
    }

    /// The parts that partners have in a service.
    pub fn parts_in(&self, service: &ServiceId) -> impl Iterator<Item = (PartnerId, &Participation)> {
        let prefix = format!("participation/{}/", service.rest());
        // A dash sorts before every other letter of a name, so that this is where the service's parts begin.
        let first = ParticipationId::new(&format!("{}/-", service.rest()));
        let from = first.into_iter().flat_map(|first| self.participations.from(&first));
        let of_service = from.take_while(move |(id, _)| id.as_str().starts_with(&prefix));
        of_service.filter_map(|(id, participation)| Some((id.partner()?, participation)))
    }

    /// The partners for which figures of a measure were entered, some of them more than once.
    pub fn with_figures(&self, measure: &MeasureId) -> Vec<PartnerId> {
        macro_rules! of {
            ($field:ident, $id:ident) => {{
                let prefix = format!("{}/", measure.rest());
                // A dash sorts before every other letter of a name, so that this is where the measure's figures begin.
                let first = $id::new(&format!("{prefix}-"));
                let from = first.into_iter().flat_map(|first| self.$field.from(&first));
                from.take_while(move |(id, _)| id.rest().starts_with(&prefix)).filter_map(|(id, _)| id.partner())
            }};
        }
        of!(baselines, BaselineId).chain(of!(targets, TargetsId)).chain(of!(readings, ReadingsId)).collect()
    }

    /// What is marked on a record.
    pub fn marks(&self, name: &str) -> &[Mark] {
        self.marks.get(name).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Workspace {
    pub(super) fn put(&mut self, thing: Thing) {
        let (kind, subject) = (thing.kind(), thing.subject());
        self.rows_mut(kind).insert(subject.as_str(), thing.into_row());
    }

    /// The record with this name, where it is in use.
    pub fn thing(&self, subject: &Subject) -> Option<Thing> {
        let kind = Kind::from_key(subject.kind())?;
        Thing::from_row(kind, self.rows(kind).get(subject.as_str())?)
    }

    /// Whether a record with this name is in use.
    pub fn holds(&self, subject: &Subject) -> bool {
        Kind::from_key(subject.kind()).is_some_and(|kind| self.rows(kind).contains(subject.as_str()))
    }

    /// Every record in use, kind by kind.
    pub fn things(&self) -> impl Iterator<Item = Thing> {
        Kind::ALL.iter().flat_map(|kind| self.rows(*kind).iter().filter_map(|row| Thing::from_row(*kind, row)))
    }

    fn remove(&mut self, subject: &Subject) {
        if let Some(kind) = Kind::from_key(subject.kind()) {
            self.rows_mut(kind).remove(subject.as_str());
        }
    }
}

/// Where the records of each kind stand: `Kind in field`.
macro_rules! places {
    ($($kind:ident in $field:ident,)+) => {
        impl Workspace {
            fn rows(&self, kind: Kind) -> &Rows {
                match kind { $(Kind::$kind => &self.$field.rows,)+ }
            }

            fn rows_mut(&mut self, kind: Kind) -> &mut Rows {
                match kind { $(Kind::$kind => &mut self.$field.rows,)+ }
            }
        }

        impl Shed for Workspace {
            fn shed(&mut self, most: usize) -> usize {
                shed_all([$(&mut self.$field,)+ &mut self.withdrawn, &mut self.exempt, &mut self.marks], most)
            }
        }
    };
}

places! {
    About in about,
    Partner in partners,
    Programme in programmes,
    Phase in phases,
    Service in services,
    Participation in participations,
    Milestone in milestones,
    Money in money,
    Note in notes,
    Risk in risks,
    Issue in issues,
    Sent in sent,
    Meeting in meetings,
    Measure in measures,
    Baseline in baselines,
    Targets in targets,
    Readings in readings,
    Recommendation in recommendations,
    Approval in approvals,
    Consultation in consultations,
    Case in cases,
    CaseOption in options,
    SignOff in signoffs,
    Opening in openings,
    Study in studies,
    Demand in demands,
    Trial in trials,
    Plan in plans,
    Commitment in commitments,
    Shift in shifts,
    Benefit in benefits,
    Highlight in highlights,
}
