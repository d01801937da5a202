//! Which record another one belongs to: the one on whose page it stands.

use crate::domain::approval::{ApprovalId, RecommendationId};
use crate::domain::case::{CaseId, SignOffId};
use crate::domain::measure::MeasureId;
use crate::domain::reading::{BaselineId, ReadingsId, TargetsId};
use crate::domain::service::{ParticipationId, ServiceId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;

/// The record that this one belongs to; none where it stands for itself, or does not say what it belongs to.
pub fn home(workspace: &Workspace, record: &Subject) -> Option<Subject> {
    macro_rules! stated {
        ($records:ident, $field:ident) => {
            workspace.$records.get(&record.typed()?)?.$field.as_ref().map(Subject::from)
        };
    }
    let measure = |id: Option<MeasureId>| id.map(|id| Subject::from(&id));
    match Kind::from_key(record.kind())? {
        Kind::Participation => record.typed::<ParticipationId>()?.service().map(|id| Subject::from(&id)),
        Kind::Phase => stated!(phases, programme),
        Kind::Milestone => stated!(milestones, about),
        Kind::Note => stated!(notes, about),
        Kind::Baseline => measure(record.typed::<BaselineId>()?.measure()),
        Kind::Targets => measure(record.typed::<TargetsId>()?.measure()),
        Kind::Readings => measure(record.typed::<ReadingsId>()?.measure()),
        Kind::Recommendation => stated!(recommendations, service),
        Kind::Approval => recommended(workspace, &record.typed::<ApprovalId>()?.recommendation()?),
        Kind::Consultation => stated!(consultations, service),
        Kind::Case => stated!(cases, service),
        Kind::CaseOption => costed(workspace, workspace.options.get(&record.typed()?)?.case.as_ref()?),
        Kind::SignOff => costed(workspace, &record.typed::<SignOffId>()?.case()?),
        Kind::Opening => stated!(openings, service),
        Kind::Study => stated!(studies, service),
        Kind::Demand => stated!(demands, service),
        Kind::Trial => stated!(trials, service),
        Kind::Plan => stated!(plans, service),
        Kind::Benefit => stated!(benefits, service),
        Kind::Highlight => stated!(highlights, service),
        Kind::Commitment => stated!(commitments, programme),
        Kind::Shift => stated!(shifts, service),
        Kind::About
        | Kind::Partner
        | Kind::Programme
        | Kind::Service
        | Kind::Money
        | Kind::Risk
        | Kind::Issue
        | Kind::Sent
        | Kind::Meeting
        | Kind::Measure => None,
    }
}

fn recommended(workspace: &Workspace, id: &RecommendationId) -> Option<Subject> {
    workspace.recommendations.get(id)?.service.as_ref().map(Subject::from)
}

fn costed(workspace: &Workspace, id: &CaseId) -> Option<Subject> {
    let service: &ServiceId = workspace.cases.get(id)?.service.as_ref()?;
    Some(Subject::from(service))
}
