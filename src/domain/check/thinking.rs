//! Openings, services seen as systems, and plans for a year.

use crate::domain::check::{Refusals, repeats};
use crate::domain::opening::Opening;
use crate::domain::quantity::Quantity;
use crate::domain::service::ServiceId;
use crate::domain::thinking::{Demand, Plan, Study, Trial, TrialState};
use crate::domain::workspace::Workspace;

pub(super) fn opening(opening: &Opening, refusals: &mut Refusals) {
    refusals.text("what", opening.what.as_ref(), "Say which post is vacant, or what has happened.");
    refusals.when(opening.sort.is_none(), "sort", "Say whether it is a vacant post or an event.");
    refusals.when(repeats(opening.councils.as_ref()), "councils", "A council is named twice. Name each once.");
    let early = opening.since.zip(opening.decide_by).is_some_and(|(since, by)| by < since);
    refusals.when(early, "decide_by", "It would have to be decided before it opened. Look at both dates.");
    let unsaid = opening.decision.as_ref().is_some_and(|decision| decision.why.trim().is_empty());
    refusals.when(unsaid, "decision", "Say why it was taken or declined.");
    refusals.source(opening.source.as_ref());
}

pub(super) fn study(study: &Study, refusals: &mut Refusals) {
    of_service(study.service.as_ref(), refusals);
    refusals.text("purpose", study.purpose.as_ref(), "Say what the service is there for, in the words of those who use it.");
    let time = study.time.as_ref();
    let nameless = time.is_some_and(|time| time.unit.trim().is_empty());
    refusals.when(nameless, "time", "Say in what the time is counted, such as days.");
    let below = time.is_some_and(|time| time.before < Quantity::ZERO || time.now.is_some_and(|now| now < Quantity::ZERO));
    refusals.when(below, "time", "A time is not below nought.");
    refusals.source(study.source.as_ref());
}

/// A service is studied once: what changes is changed there.
pub(super) fn study_among(workspace: &Workspace, study: &Study, refusals: &mut Refusals) {
    let twice =
        study.service.is_some() && workspace.studies.values().any(|other| other.id != study.id && other.service == study.service);
    refusals.when(twice, "service", "This service has a purpose already. Change that one.");
}

pub(super) fn demand(demand: &Demand, refusals: &mut Refusals) {
    of_service(demand.service.as_ref(), refusals);
    refusals.text("what", demand.what.as_ref(), "Say what people ask.");
    refusals.when(demand.sort.is_none(), "sort", "Say whether it is value or failure demand.");
    let below = demand.count.is_some_and(|count| count < Quantity::ZERO);
    refusals.when(below, "count", "Nothing is asked less often than never. Write the number without a minus.");
    refusals.source(demand.source.as_ref());
}

pub(super) fn trial(trial: &Trial, refusals: &mut Refusals) {
    of_service(trial.service.as_ref(), refusals);
    refusals.text("what", trial.what.as_ref(), "Say what was changed.");
    let is_over = matches!(trial.kept, Some(TrialState::Kept | TrialState::Dropped));
    let unsaid = is_over && trial.effect.as_ref().is_none_or(|effect| effect.trim().is_empty());
    refusals.when(unsaid, "effect", "Say what it did: that is why it was kept or dropped.");
    refusals.source(trial.source.as_ref());
}

pub(super) fn plan(plan: &Plan, refusals: &mut Refusals) {
    of_service(plan.service.as_ref(), refusals);
    refusals.when(plan.year.is_none(), "year", "Say for which year this is the plan.");
    refusals.source(plan.source.as_ref());
}

pub(super) fn plan_among(workspace: &Workspace, plan: &Plan, refusals: &mut Refusals) {
    let same = |other: &Plan| other.id != plan.id && other.service == plan.service && other.year == plan.year;
    let twice = plan.year.is_some() && workspace.plans.values().any(same);
    refusals.when(twice, "year", "This service has a plan for that year already. Change that one.");
}

fn of_service(service: Option<&ServiceId>, refusals: &mut Refusals) {
    refusals.when(service.is_none(), "service", "Say of which service this is.");
}
