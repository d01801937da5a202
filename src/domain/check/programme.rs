//! Programmes, their phases, and what is to be done by a day.

use crate::domain::check::Refusals;
use crate::domain::milestone::Milestone;
use crate::domain::programme::{Phase, Programme};

pub(super) fn programme(programme: &Programme, refusals: &mut Refusals) {
    refusals.text("name", programme.name.as_ref(), "Give the programme's name.");
    let blank = programme.aims.iter().flatten().any(|aim| aim.trim().is_empty());
    refusals.when(blank, "aims", "An aim is empty. Write it, or take it out.");
    refusals.source(programme.source.as_ref());
}

pub(super) fn phase(phase: &Phase, refusals: &mut Refusals) {
    refusals.when(phase.programme.is_none(), "programme", "Say of which programme this is a phase.");
    refusals.text("name", phase.name.as_ref(), "Give the phase's name.");
    refusals.term(phase.term.as_ref());
    refusals.amended(phase.amended.as_ref());
    refusals.source(phase.source.as_ref());
}

pub(super) fn milestone(milestone: &Milestone, refusals: &mut Refusals) {
    refusals.text("what", milestone.what.as_ref(), "Say what is to be done.");
    let strange = milestone.about.as_ref().is_some_and(|about| !matches!(about.kind(), "programme" | "phase" | "service"));
    refusals.when(strange, "about", "Choose the programme, phase or service that this is a milestone of.");
    refusals.amended(milestone.amended.as_ref());
    refusals.source(milestone.source.as_ref());
}
