//! Benefits: what was expected is fixed by the case, and any difference from it is explained.

use crate::domain::benefit::{Benefit, BenefitKind, Foreseen, Reach};
use crate::domain::check::{Refusals, repeats};
use crate::domain::workspace::Workspace;

pub(super) fn benefit(benefit: &Benefit, refusals: &mut Refusals) {
    refusals.text("what", benefit.what.as_ref(), "Say what is gained.");
    refusals.when(benefit.service.is_none(), "service", "Say of which service this is a benefit.");
    refusals.when(benefit.sort.is_none(), "sort", "Say whether it is cashable, not cashable, quality or resilience.");
    refusals.when(benefit.promise.is_none(), "promise", "Say whether the business case foresaw it.");
    refusals.when(repeats(benefit.partners.as_ref()), "partners", "A council is named twice. Name each once.");
    let pounds = benefit.sort == Some(BenefitKind::Cashable);
    let in_units = benefit.promise.as_ref().and_then(|promise| promise.unit.as_deref()).is_some_and(|unit| unit.trim() != "£");
    refusals.when(pounds && in_units, "promise", "What is cashable is counted in pounds. Leave the unit empty, or write £.");
    let actual = benefit.actual.as_ref();
    let target = benefit.promise.as_ref().and_then(|promise| promise.target);
    let other_figure = actual.and_then(|actual| actual.value).zip(target).is_some_and(|(value, target)| value != target);
    let short = matches!(actual.and_then(|actual| actual.reach), Some(Reach::InPart | Reach::Missed));
    let unexplained = benefit.commentary.as_ref().is_none_or(|text| text.trim().is_empty());
    let says = "What it came to is not what was expected. Say why in the commentary.";
    refusals.when((other_figure || short) && unexplained, "commentary", says);
    refusals.amended(benefit.amended.as_ref());
    refusals.source(benefit.source.as_ref());
}

/// What the case promised stays as it was promised; a slip of the pen is put right by entering it again.
pub(super) fn benefit_among(workspace: &Workspace, benefit: &Benefit, refusals: &mut Refusals) {
    let Some(known) = workspace.benefits.get(&benefit.id).and_then(|known| known.promise.as_ref()) else { return };
    let moved = known.foreseen == Foreseen::InCase && benefit.promise.as_ref() != Some(known);
    let says = "What was expected is fixed by the business case. Say in the commentary what is different; if it was entered \
                wrongly, withdraw the benefit and enter it again.";
    refusals.when(moved, "promise", says);
}
