//! What each stage asks of a service before it is reached: one table, each requirement worked out from the workspace.

use std::collections::BTreeSet;

use crate::domain::agreement::{AgreementState, Consultation, Consulted, agreements};
use crate::domain::approval::{Answer, Recommendation, Standing};
use crate::domain::case::{self, CaseLevel};
use crate::domain::choice::choices;
use crate::domain::money::{Basis, Money, MoneyKind, SpentOn};
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::reading::{Baseline, BaselineId};
use crate::domain::service::{Role, Service, ServiceId, Stage};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;

choices! {
    /// Something that has to be there before a service moves on.
    pub enum Requirement {
        /// Somebody leads it.
        Lead "lead" "A lead officer",
        /// There is somebody to share it with.
        Partners "partners" "Two partners or more that take part or consider it",
        /// It was costed roughly.
        HighLevelFigures "rough" "Costs and savings on the basis of a high-level business case",
        /// It was costed in detail.
        DetailedFigures "detailed" "Costs and savings on the basis of a detailed business case",
        /// The figures can be relied on (S0 5.4).
        SignedOff "signed-off" "A detailed business case, its figures signed off by every treasurer",
        /// Every council wants the same.
        Agreed "agreed" "The same text agreed by every council",
        /// Somebody runs it for the others.
        Host "host" "One host",
        /// Those who work in it were asked (S4b 5.5).
        Consulted "consulted" "A consultation of staff or unions with its outcome",
        /// It is settled what each council gets.
        Agreements "agreements" "A signed service-level agreement of each partner",
        /// It can be seen afterwards whether it got better (S3c 15.2.2).
        Baselines "baselines" "A baseline with its day and source for each council",
        /// It is known what giving it up costs.
        LeavingCost "leaving" "What leaving costs",
    }
}

/// The stages with what each asks for. A stage that is not reached yet asks for what those before it ask for too.
const ASKED: &[(Stage, &[Requirement])] = &[
    (Stage::Opportunity, &[]),
    (Stage::Shortlisted, &[]),
    (Stage::HighLevelCase, &[Requirement::Lead, Requirement::Partners]),
    (Stage::DetailedCase, &[Requirement::HighLevelFigures]),
    (Stage::Approved, &[Requirement::DetailedFigures, Requirement::SignedOff, Requirement::Agreed]),
    (Stage::Implementing, &[Requirement::Host, Requirement::Consulted]),
    (Stage::Live, &[Requirement::Agreements, Requirement::Baselines]),
    (Stage::Left, &[Requirement::LeavingCost]),
    (Stage::Refused, &[]),
];

/// A requirement, and what is missing of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub requirement: Requirement,
    /// What is missing, as a sentence that says where to put it right; nothing where it is met.
    pub lacking: Option<String>,
}

/// What moving a service to a stage asks for, in the order of the stages, each with what is missing of it. Moving back asks
/// for nothing.
pub fn asked(workspace: &Workspace, service: &Service, to: Stage) -> Vec<Asked> {
    let from = service.stage.as_ref().map(|reached| reached.stage);
    let requirements = between(from, to).into_iter();
    requirements.map(|requirement| Asked { requirement, lacking: requirement.lacking(workspace, service) }).collect()
}

/// Whether moving from one stage to another is a step back. Leaving and refusing are none, and from there every step leads on.
pub fn is_step_back(from: Option<Stage>, to: Stage) -> bool {
    from.and_then(rung).zip(rung(to)).is_some_and(|(from, to)| to <= from)
}

/// What a person has to say of a stage in words, where it has to be said.
pub fn asks_why(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Shortlisted => Some("Say why it is shortlisted."),
        Stage::Left => Some("Say why it is left."),
        Stage::Refused => Some("Say why it is refused."),
        _ => None,
    }
}

/// How far along the way a stage is; leaving and refusing are off it.
fn rung(stage: Stage) -> Option<usize> {
    let on_the_way = !matches!(stage, Stage::Left | Stage::Refused);
    Stage::ALL.iter().position(|known| *known == stage).filter(|_| on_the_way)
}

fn between(from: Option<Stage>, to: Stage) -> Vec<Requirement> {
    let Some(end) = rung(to) else { return of(to).to_vec() };
    let start = from.and_then(rung);
    let ahead = |stage: &Stage| rung(*stage).is_some_and(|place| start.is_none_or(|start| place > start) && place <= end);
    Stage::ALL.iter().filter(|stage| ahead(stage)).flat_map(|stage| of(*stage)).copied().collect()
}

fn of(stage: Stage) -> &'static [Requirement] {
    ASKED.iter().find(|(known, _)| *known == stage).map_or(&[], |(_, requirements)| *requirements)
}

impl Requirement {
    /// What is missing of it, as a sentence; nothing where it is met.
    pub fn lacking(self, workspace: &Workspace, service: &Service) -> Option<String> {
        match self {
            Self::Lead => {
                let is_named = service.lead.as_ref().is_some_and(|lead| !lead.trim().is_empty());
                (!is_named).then(|| "No lead officer is named. Edit the service.".to_owned())
            }
            Self::Partners => {
                let roles = workspace.parts_in(&service.id).filter_map(|(_, part)| Some(part.part.as_ref()?.role));
                let many = roles.filter(|role| matches!(role, Role::Host | Role::In | Role::Considering)).count();
                (many < 2).then(|| "Fewer than two partners take part or consider it. Add them under Who takes part.".to_owned())
            }
            Self::HighLevelFigures => figures(workspace, &service.id, Basis::HighLevelCase),
            Self::DetailedFigures => figures(workspace, &service.id, Basis::DetailedCase),
            Self::SignedOff => signed_off(workspace, &service.id),
            Self::Consulted => {
                let counts =
                    |one: &Consultation| matches!(one.who, Some(Consulted::Staff | Consulted::Unions)) && one.has_outcome();
                let is_there =
                    workspace.consultations.values().any(|one| one.service.as_ref() == Some(&service.id) && counts(one));
                (!is_there).then(|| {
                    "No consultation of staff or unions with its outcome is recorded. Add it on the page of the case.".to_owned()
                })
            }
            Self::Agreements => {
                let open: Vec<PartnerId> = agreements(workspace, &service.id)
                    .into_iter()
                    .filter(|(_, state)| *state != Some(AgreementState::Signed))
                    .map(|(partner, _)| partner)
                    .collect();
                let says = || {
                    format!(
                        "No signed service-level agreement is stated for {}. Edit its part under Who takes part.",
                        named(workspace, &open)
                    )
                };
                (!open.is_empty()).then(says)
            }
            Self::Agreed => agreed(workspace, &service.id),
            Self::Host => match hosts(workspace, &service.id) {
                0 => Some("No partner hosts it. Say which one under Who takes part.".to_owned()),
                1 => None,
                many => Some(format!("{many} hosts are stated. Say which one it is under Who takes part.")),
            },
            Self::Baselines => {
                if !workspace.parts_in(&service.id).any(|(_, part)| part.takes_part(None)) {
                    return Some(
                        "No council takes part yet, so that there is nothing to compare with. Add them under Who takes part."
                            .to_owned(),
                    );
                }
                let lacking = without_baseline(workspace, &service.id);
                let says = || {
                    format!(
                        "No measure has a baseline with its day and source for {}. Enter them under Measures.",
                        named(workspace, &lacking)
                    )
                };
                (!lacking.is_empty()).then(says)
            }
            Self::LeavingCost => {
                let is_leaving = |line: &&Money| line.spent_on == Some(SpentOn::Leaving) && is_of(line, MoneyKind::Cost);
                let is_stated = covering(workspace, &service.id).any(|line| is_leaving(&line));
                (!is_stated).then(|| "No cost of leaving is stated. Add a cost on the page of savings that is spent on leaving; £0 is an answer.".to_owned())
            }
        }
    }
}

/// The partners that take part in a service and of which no measure has a baseline that can be relied on (S3c 15.2.2), by name.
pub fn without_baseline(workspace: &Workspace, service: &ServiceId) -> Vec<PartnerId> {
    let measures: Vec<_> = workspace
        .measures
        .values()
        .filter(|measure| measure.service.as_ref() == Some(service))
        .map(|measure| &measure.id)
        .collect();
    let has_one = |partner: &PartnerId| {
        let mut baselines = measures.iter().filter_map(|measure| workspace.baselines.get(&BaselineId::of(measure, partner)?));
        baselines.any(Baseline::is_whole)
    };
    let lacking: BTreeSet<(String, PartnerId)> = workspace
        .parts_in(service)
        .filter(|(_, part)| part.takes_part(None) && part.part.as_ref().is_none_or(|part| part.role != Role::Left))
        .filter(|(partner, _)| !has_one(partner))
        .map(|(partner, _)| (name(workspace, &partner), partner))
        .collect();
    lacking.into_iter().map(|(_, partner)| partner).collect()
}

fn signed_off(workspace: &Workspace, service: &ServiceId) -> Option<String> {
    let Some(case) = case::latest(workspace, service, CaseLevel::Detailed) else {
        return Some("No detailed business case is recorded. Add it on the page of the case.".to_owned());
    };
    let open = case.unsigned(workspace);
    let says = || format!("The figures are not signed off for {}. See the page of the case.", named(workspace, &open));
    (!open.is_empty()).then(says)
}

/// A recommendation that opens the stage is in force, or one that does not say which stage it opens.
fn agreed(workspace: &Workspace, service: &ServiceId) -> Option<String> {
    let opens = |one: &&Recommendation| one.service.as_ref() == Some(service) && one.opens.is_none_or(|to| to == Stage::Approved);
    let all: Vec<_> = workspace.recommendations.values().filter(opens).map(|one| one.standing(workspace)).collect();
    if all.iter().any(Standing::is_in_force) {
        return None;
    }
    let open: Vec<PartnerId> = all
        .iter()
        .flat_map(|standing| &standing.answers)
        .filter(|(_, answer)| *answer != Answer::Agrees)
        .map(|(council, _)| council.clone())
        .collect();
    let open: Vec<PartnerId> = open.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    Some(match open.as_slice() {
        [] => "Nothing has been recommended to the councils. Add it under Approval by each council.".to_owned(),
        open => format!(
            "{} {} not agreed the text. See Approval by each council.",
            named(workspace, open),
            if open.len() == 1 { "has" } else { "have" }
        ),
    })
}

fn hosts(workspace: &Workspace, service: &ServiceId) -> usize {
    workspace.parts_in(service).filter(|(_, part)| part.part.as_ref().is_some_and(|part| part.role == Role::Host)).count()
}

/// The costs and the savings or income of a case: both have to be there, and £0 is an answer.
fn figures(workspace: &Workspace, service: &ServiceId, basis: Basis) -> Option<String> {
    let on_basis = |line: &&Money| line.sum.as_ref().is_some_and(|sum| sum.basis == Some(basis));
    let lines: Vec<&Money> = covering(workspace, service).filter(on_basis).collect();
    let has = |kinds: &[MoneyKind]| lines.iter().any(|line| kinds.iter().any(|kind| is_of(line, *kind)));
    let gap = match (has(&[MoneyKind::Cost]), has(&[MoneyKind::Saving, MoneyKind::Income])) {
        (true, true) => return None,
        (false, true) => "cost",
        (true, false) => "saving",
        (false, false) => "cost and no saving",
    };
    let basis = basis.label().to_lowercase();
    Some(format!("No {gap} is stated on the basis of a {basis}. Add it on the page of savings; £0 is an answer."))
}

fn covering<'w>(workspace: &'w Workspace, service: &ServiceId) -> impl Iterator<Item = &'w Money> {
    let subject = Subject::from(service);
    workspace.money.values().filter(move |line| line.covers.iter().flatten().any(|covered| *covered == subject))
}

fn is_of(line: &Money, kind: MoneyKind) -> bool {
    line.sum.as_ref().is_some_and(|sum| sum.kind == kind)
}

/// Partners as a sentence names them.
pub(crate) fn named(workspace: &Workspace, partners: &[PartnerId]) -> String {
    let names: Vec<String> = partners.iter().map(|partner| name(workspace, partner)).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

fn name(workspace: &Workspace, partner: &PartnerId) -> String {
    let known = workspace.partners.get(partner).and_then(Partner::said_name);
    known.unwrap_or("a partner that is not in the workspace").to_owned()
}
