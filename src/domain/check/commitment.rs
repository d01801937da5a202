//! Commitments: what each sort of them needs, and letters that stand for one proposal alone.

use crate::domain::check::{Refusals, leads_back, repeats};
use crate::domain::commitment::{Commitment, CommitmentKind};
use crate::domain::workspace::Workspace;

pub(super) fn commitment(one: &Commitment, refusals: &mut Refusals) {
    let belongs = matches!(one.sort, Some(CommitmentKind::Part | CommitmentKind::Pilot | CommitmentKind::Body));
    refusals.text("title", one.title.as_ref(), "Say what is proposed, or what the body is called.");
    refusals.when(one.sort.is_none(), "sort", "Say what sort of commitment this is.");
    let is_letter =
        |letter: &str| !letter.is_empty() && letter.len() <= 2 && letter.bytes().all(|byte| byte.is_ascii_lowercase());
    let letter = one.letter.as_deref().map(str::trim);
    let unlettered = one.is(CommitmentKind::Proposal) && letter.is_none();
    refusals.when(unlettered, "letter", "Give the proposal its letter, such as a.");
    refusals.when(
        letter.is_some_and(|letter| !is_letter(letter)),
        "letter",
        "A letter is one or two small letters, such as a or ab.",
    );
    let loose = belongs && one.part_of.is_none();
    refusals.when(loose, "part_of", "Say to which proposal, or to which body, it belongs.");
    let whole = !belongs && one.sort.is_some() && one.part_of.is_some();
    refusals.when(whole, "part_of", "A proposal stands for itself. Make it a part, or clear to what it belongs.");
    let untied = one.link.is_some() && !one.is(CommitmentKind::Body);
    refusals.when(untied, "link", "Only a body says how it is tied to another. Clear this, or make it a body.");
    refusals.when(repeats(one.partners.as_ref()), "partners", "A partner is named twice. Name each once.");
    refusals.term(one.term.as_ref());
    refusals.source(one.source.as_ref());
}

pub(super) fn commitment_among(workspace: &Workspace, one: &Commitment, refusals: &mut Refusals) {
    let is_same = |other: &&Commitment| {
        other.id != one.id && other.programme == one.programme && other.letter.is_some() && other.letter == one.letter
    };
    if let Some(other) = workspace.commitments.values().find(is_same) {
        let title = other.title.as_deref().unwrap_or("another proposal");
        refusals.add("letter", format!("This letter stands for \"{title}\" already. Give this one another."));
    }
    let next = |id: &crate::domain::commitment::CommitmentId| workspace.commitments.get(id)?.part_of.as_ref();
    let circle = one.part_of.as_ref().is_some_and(|of| leads_back(of, &one.id, next));
    refusals.when(circle, "part_of", "It would belong to itself. Choose another one.");
}
