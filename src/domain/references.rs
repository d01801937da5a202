//! What still refers to a record that is about to be taken out of use.

use crate::domain::measure::MeasureId;
use crate::domain::partner::PartnerId;
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;

/// What sort of record refers to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Referring {
    /// A money line.
    Figure,
    /// A service.
    Service,
    /// A partner's part in a service.
    Part,
    /// A phase.
    Phase,
    /// A milestone.
    Milestone,
    /// A risk.
    Risk,
    /// An issue.
    Issue,
    /// A note for everybody.
    Note,
    /// That somebody was sent the work.
    Sent,
    /// A measure.
    Measure,
    /// A recommendation to councils.
    Recommendation,
    /// What a council decided on a recommendation.
    Approval,
    /// A consultation.
    Consultation,
    /// A business case.
    Case,
    /// An option of a business case.
    Option,
    /// A treasurer's sign-off.
    SignOff,
    /// An opportunity.
    Opening,
    /// What is known of a service as a system: its study, demand, changes tried, plans.
    Thinking,
    /// A joint proposal.
    Commitment,
    /// Why its figures moved.
    Shift,
    /// A benefit.
    Benefit,
    /// A highlight report.
    Highlight,
    /// A baseline, or a year of targets or readings of a measure.
    Measured,
}

impl Referring {
    /// One of them, in words.
    pub fn one(self) -> &'static str {
        self.words().0
    }

    /// Several of them, in words.
    pub fn several(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Figure => ("figure", "figures"),
            Self::Service => ("service", "services"),
            Self::Part => ("part in a service", "parts in services"),
            Self::Phase => ("phase", "phases"),
            Self::Milestone => ("milestone", "milestones"),
            Self::Risk => ("risk", "risks"),
            Self::Issue => ("issue", "issues"),
            Self::Note => ("note", "notes"),
            Self::Sent => ("sending", "sendings"),
            Self::Measure => ("measure", "measures"),
            Self::Recommendation => ("recommendation", "recommendations"),
            Self::Approval => ("council's decision", "councils' decisions"),
            Self::Consultation => ("consultation", "consultations"),
            Self::Case => ("business case", "business cases"),
            Self::Option => ("option of a business case", "options of business cases"),
            Self::SignOff => ("sign-off", "sign-offs"),
            Self::Opening => ("opportunity", "opportunities"),
            Self::Shift => ("movement of a figure", "movements of figures"),
            Self::Benefit => ("benefit", "benefits"),
            Self::Highlight => ("highlight report", "highlight reports"),
            Self::Thinking => {
                ("entry about the service as a system, or its plan", "entries about the service as a system, or its plans")
            }
            Self::Commitment => ("commitment", "commitments"),
            Self::Measured => ("baseline or year of figures of a measure", "baselines and years of figures of measures"),
        }
    }
}

fn is<Id: AsRef<str>>(id: Option<&Id>, name: &str) -> bool {
    id.is_some_and(|id| id.as_ref() == name)
}

/// How many records of each sort refer to this one; sorts of which there are none are left out.
pub fn referring_to(workspace: &Workspace, record: &Subject) -> Vec<(Referring, usize)> {
    let name = record.as_str();
    let figures = workspace.money.values().filter(|line| {
        let covers = line.covers.iter().flatten().any(|covered| covered == record);
        let partners = line.partners.iter().flatten().any(|partner| partner.as_str() == name);
        let parts = line.split.iter().flat_map(|split| &split.parts).any(|part| part.partner.as_str() == name);
        let lines = [&line.part_of, &line.net_of, &line.rival_of];
        covers || partners || parts || lines.into_iter().flatten().any(|line| line.as_str() == name)
    });
    let services =
        workspace.services.values().filter(|service| is(service.programme.as_ref(), name) || is(service.parent.as_ref(), name));
    let parts = workspace.participations.keys().filter(|id| is(id.service().as_ref(), name) || is(id.partner().as_ref(), name));
    let phases = workspace.phases.values().filter(|phase| is(phase.programme.as_ref(), name));
    let milestones = workspace.milestones.values().filter(|milestone| milestone.about.as_ref() == Some(record));
    let risks = workspace.risks.values().filter(|risk| is(risk.programme.as_ref(), name) || is(risk.service.as_ref(), name));
    let issues = workspace
        .issues
        .values()
        .filter(|issue| is(issue.programme.as_ref(), name) || is(issue.service.as_ref(), name) || is(issue.risk.as_ref(), name));
    let sent = workspace.sent.values().filter(|sent| is(sent.body.as_ref(), name));
    let notes = workspace.notes.values().filter(|note| note.about.as_ref() == Some(record));
    let measures = workspace.measures.values().filter(|measure| is(measure.service.as_ref(), name));
    let of = |measure: Option<MeasureId>, partner: Option<PartnerId>| is(measure.as_ref(), name) || is(partner.as_ref(), name);
    let measured = workspace.baselines.keys().filter(|id| of(id.measure(), id.partner())).count()
        + workspace.targets.keys().filter(|id| of(id.measure(), id.partner())).count()
        + workspace.readings.keys().filter(|id| of(id.measure(), id.partner())).count();
    let recommendations = workspace.recommendations.values().filter(|one| {
        let councils = one.councils.iter().flatten().any(|council| council.as_str() == name);
        is(one.service.as_ref(), name) || councils
    });
    let approvals =
        workspace.approvals.keys().filter(|id| is(id.recommendation().as_ref(), name) || is(id.partner().as_ref(), name));
    let consultations =
        workspace.consultations.values().filter(|one| is(one.service.as_ref(), name) || is(one.partner.as_ref(), name));
    let cases = workspace.cases.values().filter(|case| is(case.service.as_ref(), name));
    let options = workspace.options.values().filter(|option| is(option.case.as_ref(), name));
    let signoffs = workspace.signoffs.keys().filter(|id| is(id.case().as_ref(), name) || is(id.partner().as_ref(), name));
    let openings = workspace.openings.values().filter(|one| {
        let councils = one.councils.iter().flatten().any(|council| council.as_str() == name);
        is(one.service.as_ref(), name) || councils
    });
    macro_rules! of_service {
        ($($records:ident),+) => {
            0 $(+ workspace.$records.values().filter(|one| is(one.service.as_ref(), name)).count())+
        };
    }
    let benefits = workspace.benefits.values().filter(|one| {
        let partners = one.partners.iter().flatten().any(|partner| partner.as_str() == name);
        is(one.service.as_ref(), name) || is(one.measure.as_ref(), name) || partners
    });
    let thinking = of_service!(studies, demands, trials, plans);
    let commitments = workspace.commitments.values().filter(|one| {
        let partners = one.partners.iter().flatten().any(|partner| partner.as_str() == name);
        is(one.part_of.as_ref(), name) || is(one.programme.as_ref(), name) || partners
    });
    let all = [
        (Referring::Figure, figures.count()),
        (Referring::Service, services.count()),
        (Referring::Part, parts.count()),
        (Referring::Phase, phases.count()),
        (Referring::Milestone, milestones.count()),
        (Referring::Risk, risks.count()),
        (Referring::Issue, issues.count()),
        (Referring::Note, notes.count()),
        (Referring::Sent, sent.count()),
        (Referring::Measure, measures.count()),
        (Referring::Measured, measured),
        (Referring::Recommendation, recommendations.count()),
        (Referring::Approval, approvals.count()),
        (Referring::Consultation, consultations.count()),
        (Referring::Case, cases.count()),
        (Referring::Option, options.count()),
        (Referring::SignOff, signoffs.count()),
        (Referring::Opening, openings.count()),
        (Referring::Thinking, thinking),
        (Referring::Commitment, commitments.count()),
        (Referring::Shift, of_service!(shifts)),
        (Referring::Benefit, benefits.count()),
        (Referring::Highlight, of_service!(highlights)),
    ];
    all.into_iter().filter(|(_, many)| *many > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::measure::Measure;
    use crate::domain::money::{Money, MoneyId};
    use crate::domain::programme::ProgrammeId;
    use crate::domain::reading::{Readings, ReadingsId};
    use crate::domain::service::{Participation, ParticipationId, Service, ServiceId};
    use crate::domain::year::FinancialYear;

    #[test]
    fn a_record_is_referred_to_by_every_sort_once_each() {
        let mut workspace = Workspace::default();
        let partner = PartnerId::new("b").unwrap();
        let programme = ProgrammeId::new("p").unwrap();
        let service = ServiceId::new("payroll").unwrap();
        workspace.insert(Service { programme: Some(programme.clone()), ..Service::new(service.clone()) }.into());
        workspace.insert(Participation::new(ParticipationId::of(&service, &partner).unwrap()).into());
        for line in ["one", "two"] {
            let line = MoneyId::new(line).unwrap();
            workspace.insert(
                Money { partners: Some(vec![partner.clone()]), covers: Some(vec![Subject::from(&service)]), ..Money::new(line) }
                    .into(),
            );
        }
        let calls = MeasureId::new("calls").unwrap();
        workspace.insert(Measure { service: Some(service.clone()), ..Measure::new(calls.clone()) }.into());
        let year = FinancialYear::starting(2010).unwrap();
        workspace.insert(Readings::new(ReadingsId::of(&calls, year, &partner).unwrap()).into());
        let of = |subject: Subject| referring_to(&workspace, &subject);
        assert_eq!(of(Subject::from(&partner)), [(Referring::Figure, 2), (Referring::Part, 1), (Referring::Measured, 1)]);
        assert_eq!(of(Subject::from(&calls)), [(Referring::Measured, 1)]);
        assert_eq!(of(Subject::from(&programme)), [(Referring::Service, 1)]);
        assert_eq!(of(Subject::from(&service)), [(Referring::Figure, 2), (Referring::Part, 1), (Referring::Measure, 1)]);
        assert_eq!(of(Subject::parse("partner/other").unwrap()), []);
    }
}
