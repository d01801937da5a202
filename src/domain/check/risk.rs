//! Risks and issues.

use crate::domain::check::Refusals;
use crate::domain::check::people::folded;
use crate::domain::programme::ProgrammeId;
use crate::domain::risk::{Issue, Risk};
use crate::domain::service::ServiceId;
use crate::domain::workspace::Workspace;

pub(super) fn risk(risk: &Risk, refusals: &mut Refusals) {
    refusals.text("title", risk.title.as_ref(), "Say what may happen.");
    let unsaid = risk.movement.as_ref().is_some_and(|movement| movement.source.paper.trim().is_empty());
    refusals.when(unsaid, "movement", "Say which paper states this movement.");
    refusals.source(risk.source.as_ref());
}

pub(super) fn issue(issue: &Issue, refusals: &mut Refusals) {
    refusals.text("title", issue.title.as_ref(), "Say what has happened.");
    refusals.source(issue.source.as_ref());
}

pub(super) fn risk_among<'w>(
    workspace: &'w Workspace,
    mut others: impl Iterator<Item = &'w Risk>,
    risk: &Risk,
    refusals: &mut Refusals,
) {
    let Some(reference) = folded(risk.reference.as_ref()) else { return };
    let register = register(workspace, risk.programme.as_ref(), risk.service.as_ref());
    let same = others.any(|other| {
        other.id != risk.id
            && folded(other.reference.as_ref()).as_ref() == Some(&reference)
            && self::register(workspace, other.programme.as_ref(), other.service.as_ref()) == register
    });
    if same {
        refusals.add("reference", in_use("risk", risk.reference.as_deref()));
    }
}

pub(super) fn issue_among<'w>(
    workspace: &'w Workspace,
    mut others: impl Iterator<Item = &'w Issue>,
    issue: &Issue,
    refusals: &mut Refusals,
) {
    let Some(reference) = folded(issue.reference.as_ref()) else { return };
    let register = register(workspace, issue.programme.as_ref(), issue.service.as_ref());
    let same = others.any(|other| {
        other.id != issue.id
            && folded(other.reference.as_ref()).as_ref() == Some(&reference)
            && self::register(workspace, other.programme.as_ref(), other.service.as_ref()) == register
    });
    if same {
        refusals.add("reference", in_use("issue", issue.reference.as_deref()));
    }
}

/// Each programme numbers its own: a risk belongs to the register of its programme, or of its service's.
pub(crate) fn register<'w>(
    workspace: &'w Workspace,
    programme: Option<&'w ProgrammeId>,
    service: Option<&ServiceId>,
) -> Option<&'w ProgrammeId> {
    programme.or_else(|| workspace.services.get(service?)?.programme.as_ref())
}

fn in_use(what: &str, reference: Option<&str>) -> String {
    let reference = reference.unwrap_or_default().trim();
    format!("Another {what} of this programme has the reference \"{reference}\". Choose one that is free.")
}
