//! Highlight reports: a draft says whose it is and for when, and a published one stays as it is.

use crate::domain::check::Refusals;
use crate::domain::highlight::Highlight;
use crate::domain::workspace::Workspace;

pub(super) fn highlight(report: &Highlight, refusals: &mut Refusals) {
    refusals.when(report.service.is_none(), "service", "Say on which service this reports.");
    refusals.when(report.ending.is_none(), "ending", "Say on which day the period ends.");
}

pub(super) fn highlight_among(workspace: &Workspace, report: &Highlight, refusals: &mut Refusals) {
    let known = workspace.highlights.get(&report.id);
    let says = "A published report never changes. Correct it: that makes a new version beside it.";
    let is_published = known.is_some_and(|known| known.issued.is_some());
    let other = known.is_none_or(|known| Highlight { exempt: report.exempt.clone(), ..known.clone() } != *report);
    refusals.when(other && (is_published || report.issued.is_some()), "", says);
}
