//! Partners, programmes, services and who takes part in what; then the risks.

use chrono::{Days, NaiveDate};
use concordat::domain::about::{About, Nature, WorkspaceId};
use concordat::domain::level::Level;
use concordat::domain::milestone::{Milestone, MilestoneId};
use concordat::domain::partner::{Partner, PartnerId, PartnerKind, Series, Vote};
use concordat::domain::programme::{Phase, PhaseId, Programme, ProgrammeId};
use concordat::domain::rag::{Rag, Status};
use concordat::domain::risk::{Openness, Risk, RiskId, State, Tier};
use concordat::domain::service::{
    Approach, Part, Participation, ParticipationId, Percent, Reached, Role, Service, ServiceId, Stage,
};
use concordat::domain::source::Term;
use concordat::domain::subject::Subject;
use concordat::domain::thing::Thing;
use concordat::domain::year::FinancialYear;

use super::chance::Chance;
use super::{Size, names};

/// The first year of a house with one year of figures.
const LAST_YEAR: i32 = 2010;

/// What everything else is about.
pub struct House {
    pub partners: Vec<PartnerId>,
    pub programmes: Vec<ProgrammeId>,
    pub services: Vec<ServiceId>,
    /// The programme of each service, and who takes part in it; the host first.
    pub parts: Vec<(usize, Vec<PartnerId>)>,
    pub years: Vec<FinancialYear>,
    size: Size,
}

impl House {
    pub fn new(chance: &mut Chance, size: Size) -> Self {
        let partners: Vec<_> = (0..size.partners).map(|_| PartnerId::new(&chance.id()).unwrap()).collect();
        let programmes = (0..size.programmes).map(|_| ProgrammeId::new(&chance.id()).unwrap()).collect();
        let services = (0..size.services).map(|_| ServiceId::new(&chance.id()).unwrap()).collect();
        let parts = (0..size.services)
            .map(|_| {
                let many = 2 + chance.below(5);
                (chance.below(size.programmes), chance.some(&partners, many))
            })
            .collect();
        let first = LAST_YEAR + 1 - i32::from(size.years);
        let years = (first..=LAST_YEAR).map(|start| FinancialYear::starting(start).unwrap()).collect();
        Self { partners, programmes, services, parts, years, size }
    }

    /// The day at which it is read: in the last of its years.
    pub fn reading(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(LAST_YEAR + 1, 1, 17).unwrap()
    }

    pub fn things(&mut self, chance: &mut Chance) -> Vec<Thing> {
        let mut things = vec![Thing::from(About {
            title: Some(format!("{} councils", self.partners.len())),
            reading: Some(self.reading()),
            nature: Some(Nature::Own),
            ..About::new(WorkspaceId::new(&chance.id()).unwrap())
        })];
        for (number, id) in self.partners.iter().enumerate() {
            let kind = *chance.pick(PartnerKind::ALL);
            things.push(Thing::from(Partner {
                name: Some(format!("{} {}", names::place(number), kind.label())),
                code: Some(format!("P{number}")),
                kind: Some(kind),
                vote: Some(if chance.percent(90) { Vote::Votes } else { Vote::None }),
                series: Some(Series::ALL[number % Series::ALL.len()]),
                ..Partner::new(id.clone())
            }));
        }
        for (number, id) in self.programmes.iter().enumerate() {
            things.push(Thing::from(Programme {
                name: Some(format!("{} programme", names::place(number * 7))),
                aims: Some(vec!["Save money".to_owned(), "Serve people better".to_owned()]),
                lead: Some((*chance.pick(&names::OFFICES)).to_owned()),
                ..Programme::new(id.clone())
            }));
            for phase in 1..=2 {
                let from = self.years[0].first_day() + Days::new(365 * (phase - 1));
                things.push(Thing::from(Phase {
                    programme: Some(id.clone()),
                    name: Some(format!("Phase {phase}")),
                    objective: Some("Business cases for the services that are left".to_owned()),
                    term: Some(Term { from: Some(from), to: Some(from + Days::new(364)) }),
                    ..Phase::new(PhaseId::new(&chance.id()).unwrap())
                }));
            }
        }
        for number in 0..self.services.len() {
            things.extend(self.service(chance, number));
        }
        things
    }

    fn service(&self, chance: &mut Chance, number: usize) -> Vec<Thing> {
        let (id, (programme, partners)) = (&self.services[number], &self.parts[number]);
        let stage = *chance.pick(Stage::ALL);
        let live = matches!(stage, Stage::Implementing | Stage::Live);
        // One in twelve is part of the service before it, in the same programme.
        let parent = (number % 12 == 11 && self.parts[number - 1].0 == *programme).then(|| self.services[number - 1].clone());
        let mut things = vec![Thing::from(Service {
            name: Some(names::service(chance, number)),
            theme: Some((*chance.pick(&names::THEMES)).to_owned()),
            programme: Some(self.programmes[*programme].clone()),
            parent,
            approach: Some(*chance.pick(Approach::ALL)),
            stage: Some(Reached { since: Some(self.years[0].first_day()), ..Reached::new(stage) }),
            lead: Some((*chance.pick(&names::OFFICES)).to_owned()),
            status: if live { self.status(chance) } else { None },
            expected: live.then(|| *chance.pick(Rag::ALL)),
            complete: Percent::new(u8::try_from(chance.below(101)).unwrap()),
            gains: chance.percent(30).then(|| "Cover when somebody is away".to_owned()),
            ..Service::new(id.clone())
        })];
        for (place, partner) in partners.iter().enumerate() {
            let role = match place {
                0 => Role::Host,
                _ if chance.percent(85) => Role::In,
                _ => Role::Considering,
            };
            things.push(Thing::from(Participation {
                part: Some(Part { role, note: None }),
                ..Participation::new(ParticipationId::of(id, partner).unwrap())
            }));
        }
        if chance.percent(60) {
            let due = self.reading() + Days::new(chance.below(300) as u64) - Days::new(150);
            things.push(Thing::from(Milestone {
                what: Some("Agree the business case".to_owned()),
                about: Some(Subject::from(id)),
                due: Some(due),
                done: chance.percent(50).then(|| due.min(self.reading())),
                owner: Some((*chance.pick(&names::OFFICES)).to_owned()),
                ..Milestone::new(MilestoneId::new(&chance.id()).unwrap())
            }));
        }
        things
    }

    fn status(&self, chance: &mut Chance) -> Option<Status> {
        let rag = match chance.below(10) {
            0 => return None,
            1..=5 => Rag::Green,
            6..=8 => Rag::Amber,
            _ => Rag::Red,
        };
        Some(status(rag, self.reading()))
    }

    pub fn risks(&mut self, chance: &mut Chance) -> Vec<Thing> {
        let mut risks = Vec::with_capacity(self.size.risks);
        for number in 0..self.size.risks {
            let place = chance.below(self.services.len());
            let of_service = chance.percent(60);
            let level = chance.percent(92).then(|| level(chance));
            let closed = chance.percent(12);
            risks.push(Thing::from(Risk {
                reference: Some(format!("{}", number + 1)),
                title: Some((*chance.pick(&names::RISKS)).to_owned()),
                programme: Some(self.programmes[self.parts[place].0].clone()),
                service: of_service.then(|| self.services[place].clone()),
                tier: Some(if of_service { Tier::Service } else { Tier::Programme }),
                level,
                mitigation: Some("Watched every month; a plan is ready".to_owned()),
                owner: Some((*chance.pick(&names::OFFICES)).to_owned()),
                review: Some(self.reading() + Days::new(chance.below(90) as u64)),
                state: closed.then(|| State { is: Openness::Closed, why: Some("It can no longer happen".to_owned()) }),
                ..Risk::new(RiskId::new(&chance.id()).unwrap())
            }));
        }
        risks
    }
}

/// A status with what has to stand behind it.
pub fn status(rag: Rag, reading: NaiveDate) -> Status {
    let behind = |text: &str| (rag != Rag::Green).then(|| text.to_owned());
    Status {
        rag,
        why: behind("Recruitment takes longer than planned"),
        who: behind("Head of Resources"),
        by: (rag != Rag::Green).then(|| reading + Days::new(60)),
    }
}

pub fn level(chance: &mut Chance) -> Level {
    let mut step = || u8::try_from(1 + chance.below(4)).unwrap();
    Level::new(step(), step()).unwrap()
}
