//! Recommendations, and what councils decide on them.

use crate::domain::approval::{Approval, Decision, Recommendation, Verdict, same_text};
use crate::domain::check::{Refusals, repeats};
use crate::domain::workspace::Workspace;

pub(super) fn recommendation(recommendation: &Recommendation, refusals: &mut Refusals) {
    refusals.text("text", recommendation.text.as_ref(), "Write the text that is recommended: councils agree to it word by word.");
    refusals.when(recommendation.service.is_none(), "service", "Say about which service this is.");
    let nameless = recommendation.made.as_ref().is_none_or(|made| made.body.trim().is_empty());
    refusals.when(nameless, "made", "Say who recommends it, such as the Board.");
    refusals.when(repeats(recommendation.councils.as_ref()), "councils", "A council is named twice. Name each once.");
    refusals.source(recommendation.source.as_ref());
}

pub(super) fn approval(approval: &Approval, refusals: &mut Refusals) {
    let whole = approval.id.recommendation().is_some() && approval.id.partner().is_some();
    refusals.when(!whole, "", "Choose a recommendation and a council.");
    match &approval.decision {
        None => refusals.add("decision", "Say what the council decided."),
        Some(decision) => decided(decision, refusals),
    }
    refusals.source(approval.source.as_ref());
}

fn decided(decision: &Decision, refusals: &mut Refusals) {
    refusals.when(decision.body.trim().is_empty(), "decision", "Say which body decided, such as Cabinet or Council.");
    let has_text = decision.text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let agrees = matches!(decision.verdict, Verdict::Agreed | Verdict::Amended);
    refusals.when(
        agrees && !has_text,
        "decision",
        "Write the text that was agreed: it is in force only where all agree the same.",
    );
    refusals.when(!agrees && has_text, "decision", "What was deferred or refused has no text agreed. Leave the text empty.");
    let undated = decision.verdict == Verdict::Amended && decision.on.is_none();
    refusals.when(undated, "decision", "Say when it was amended: the latest text is the one on the table.");
}

/// An amendment changes the text that was put to the council.
pub(super) fn approval_among(workspace: &Workspace, approval: &Approval, refusals: &mut Refusals) {
    let known = approval.id.recommendation().and_then(|id| workspace.recommendations.get(&id));
    let (Some(recommendation), Some(decision)) = (known, &approval.decision) else { return };
    let same = same_text(decision.text.as_deref(), recommendation.text.as_deref());
    refusals.when(
        decision.verdict == Verdict::Amended && same,
        "decision",
        "This is the text that was recommended. Write what it was amended to, or choose Agreed.",
    );
    let asked = recommendation.asked(workspace);
    let is_asked = approval.id.partner().is_none_or(|council| asked.contains(&council));
    refusals.when(!is_asked, "", "This council is not asked. Name it among those that have to agree first.");
    let early = recommendation.made.as_ref().and_then(|made| made.on).zip(decision.on).is_some_and(|(made, on)| on < made);
    refusals.when(early, "decision", "It would be decided before it was recommended. Look at both dates.");
}
