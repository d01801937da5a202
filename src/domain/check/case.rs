//! Business cases, their options and sign-offs, and consultations.

use crate::domain::agreement::Consultation;
use crate::domain::case::{Case, CaseLevel, CaseOption, Choice, SignOff};
use crate::domain::check::Refusals;
use crate::domain::gate::named;
use crate::domain::pence::Pence;
use crate::domain::workspace::Workspace;

pub(super) fn case(case: &Case, refusals: &mut Refusals) {
    refusals.when(case.service.is_none(), "service", "Say for which service this is a case.");
    refusals.when(case.level.is_none(), "level", "Say whether it is a high-level or a detailed case.");
    refusals.when(case.version.is_none(), "version", "Say which version it is, such as 1.");
    refusals.source(case.source.as_ref());
}

/// Treasurers sign the figures off before members see a detailed case (S0 5.4).
pub(super) fn case_among(workspace: &Workspace, case: &Case, refusals: &mut Refusals) {
    let same = |other: &Case| {
        other.id != case.id && other.service == case.service && other.level == case.level && other.version == case.version
    };
    let twice = case.version.is_some() && workspace.cases.values().any(same);
    refusals.when(twice, "version", "This service has a case of this kind and version already. Give it the next number.");
    let Some(members) = case.members.as_ref().filter(|_| case.level == Some(CaseLevel::Detailed)) else { return };
    let unsigned = case.unsigned(workspace);
    let is_said = members.despite.as_ref().is_some_and(|why| !why.trim().is_empty());
    if !unsigned.is_empty() && !is_said {
        let councils = named(workspace, &unsigned);
        refusals.add(
            "members",
            format!(
                "The figures are not signed off for {councils}. Let the treasurers sign first, or say why members see it before."
            ),
        );
    }
}

pub(super) fn option(option: &CaseOption, refusals: &mut Refusals) {
    refusals.when(option.case.is_none(), "case", "Say of which case this is an option.");
    refusals.text("name", option.name.as_ref(), "Say what the option is called.");
    let unsaid = option.choice.is_some() && option.why.as_ref().is_none_or(|why| why.trim().is_empty());
    refusals.when(unsaid, "why", "Say why it was chosen or rejected.");
    let below = option.estimate.as_ref().is_some_and(|estimate| estimate.amounts().any(|amount| amount < Pence::ZERO));
    refusals.when(below, "estimate", "Costs and savings are written as amounts above nought, each in its own field.");
    refusals.source(option.source.as_ref());
}

/// One option is put forward.
pub(super) fn option_among(workspace: &Workspace, option: &CaseOption, refusals: &mut Refusals) {
    let is_rival =
        |other: &&CaseOption| other.id != option.id && other.case == option.case && other.choice == Some(Choice::Chosen);
    if option.choice != Some(Choice::Chosen) {
        return;
    }
    if let Some(rival) = workspace.options.values().find(is_rival) {
        let name = rival.name.as_deref().unwrap_or("Another option");
        refusals.add("choice", format!("{name} is the chosen option of this case. Reject that one first, with the reason."));
    }
}

pub(super) fn signoff(signoff: &SignOff, refusals: &mut Refusals) {
    let whole = signoff.id.case().is_some() && signoff.id.partner().is_some();
    refusals.when(!whole, "", "Choose a case and a council.");
    let nameless = signoff.signed.as_ref().is_none_or(|signed| signed.by.trim().is_empty());
    refusals.when(nameless, "signed", "Say who signed the figures off, by office.");
    refusals.source(signoff.source.as_ref());
}

pub(super) fn consultation(consultation: &Consultation, refusals: &mut Refusals) {
    refusals.when(consultation.service.is_none(), "service", "Say about which service this is.");
    refusals.when(consultation.who.is_none(), "who", "Say who is asked.");
    refusals.term(consultation.term.as_ref());
    refusals.source(consultation.source.as_ref());
}
