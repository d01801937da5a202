//! Joint proposals as members look at them: which have started, what belongs to each, and the bodies that govern them.

use std::collections::BTreeSet;

use crate::domain::commitment::{Commitment, CommitmentId, CommitmentKind, Progress, parts_of};
use crate::domain::partner::{PartnerId, Vote};
use crate::domain::subject::Subject;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::words;

/// The proposals that have come equally far.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// How far; nothing where nobody has said.
    pub progress: Option<Progress>,
    /// Which, in the order of their letters: what each is called.
    pub of: Vec<(Subject, String)>,
}

/// A body and those that are tied to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Which.
    pub subject: Subject,
    /// What it is called.
    pub name: String,
    /// How it is tied to the one above.
    pub link: Option<String>,
    /// Those tied to it.
    pub under: Vec<Body>,
}

/// The whole statement, then in the order of letters, `z` before `aa`; what has none after them by name.
pub fn in_order<'w>(workspace: &'w Workspace, sorts: &[CommitmentKind]) -> Vec<&'w Commitment> {
    let mut all: Vec<&Commitment> =
        workspace.commitments.values().filter(|one| one.sort.is_some_and(|sort| sorts.contains(&sort))).collect();
    all.order_by_key(|one| {
        let letter = letter(workspace, one);
        (
            !one.is(CommitmentKind::Statement),
            letter.is_none(),
            letter.map(|letter| (letter.len(), letter)),
            one.part_of.is_some(),
            one.title.clone(),
            one.id.clone(),
        )
    });
    all
}

/// The proposals by how far they have come: the farthest first, and last those of which nothing is stated.
pub fn standings(workspace: &Workspace) -> Vec<Standing> {
    let proposals = in_order(workspace, &[CommitmentKind::Proposal]);
    let ways = [Progress::Done, Progress::UnderWay, Progress::Committed, Progress::Exploring, Progress::Dropped];
    let standing = |progress: Option<Progress>| Standing {
        progress,
        of: proposals.iter().filter(|one| one.progress() == progress).map(|one| (Subject::from(&one.id), called(one))).collect(),
    };
    ways.into_iter().map(Some).chain([None]).map(standing).filter(|standing| !standing.of.is_empty()).collect()
}

/// Which have started, in a sentence; nothing where there are no proposals.
pub fn started_says(workspace: &Workspace) -> Option<String> {
    let of = |is_so: fn(Option<Progress>) -> bool| {
        let proposals = workspace.commitments.values().filter(|one| one.is(CommitmentKind::Proposal));
        proposals.filter(|one| is_so(one.progress())).count()
    };
    let all = of(|_| true);
    let started = of(|progress| progress.is_some_and(Progress::has_started));
    let silent = of(|progress| progress.is_none());
    let parts = [
        (of(|progress| progress == Some(Progress::Committed)), "committed to"),
        (of(|progress| progress == Some(Progress::Exploring)), "being explored"),
        (of(|progress| progress == Some(Progress::Dropped)), "given up"),
    ];
    let others = parts.into_iter().filter(|(many, _)| *many > 0).map(|(many, how)| format!("{many} {how}"));
    let others: Vec<String> = others.collect();
    let others = if others.is_empty() { String::new() } else { format!("; {}", words::list(others)) };
    let silent = if silent == 0 { String::new() } else { format!("; of {silent} nothing is stated") };
    let have = if started == 1 { "has" } else { "have" };
    (all > 0).then(|| format!("{started} of {} {have} started{others}{silent}.", words::count(all, "proposal", "proposals")))
}

/// `d) A shared back office`.
pub fn called(one: &Commitment) -> String {
    let title = one.title.as_deref().unwrap_or("Without a name");
    one.letter.as_ref().map_or_else(|| title.to_owned(), |letter| format!("{letter}) {title}"))
}

/// Who has signed up, those with a vote before those without: `2 partners: Rugby, with a vote; NHS Warwickshire, without`.
pub fn signed_up(workspace: &Workspace, one: &Commitment) -> Option<String> {
    let all = one.partners.as_ref().filter(|all| !all.is_empty())?;
    let has_vote = |id: &&PartnerId| workspace.partners.get(id).and_then(|partner| partner.vote) == Some(Vote::Votes);
    let (with, without): (Vec<&PartnerId>, Vec<&PartnerId>) = all.iter().partition(has_vote);
    let named = |ids: &[&PartnerId]| words::list(ids.iter().map(|id| words::partner::short(workspace, id)).collect::<Vec<_>>());
    let with_says = (!with.is_empty()).then(|| format!("{} with a vote ({})", with.len(), named(&with)));
    let without_says = (!without.is_empty()).then(|| format!("{} without ({})", without.len(), named(&without)));
    let says = words::list(with_says.into_iter().chain(without_says).collect::<Vec<_>>());
    Some(format!("{}: {says}", words::count(all.len(), "partner", "partners")))
}

/// The bodies of the governance, each under the one to which it is tied: only what somebody has stated.
pub fn bodies(workspace: &Workspace) -> Vec<Body> {
    let is_top = |one: &&Commitment| {
        let above = one.part_of.as_ref().and_then(|id| workspace.commitments.get(id));
        one.is(CommitmentKind::Body) && !above.is_some_and(|above| above.is(CommitmentKind::Body))
    };
    let mut seen = BTreeSet::new();
    let tops: Vec<&Commitment> = workspace.commitments.values().filter(is_top).collect();
    tops.into_iter().map(|one| body(workspace, one, &mut seen)).collect()
}

fn body<'w>(workspace: &'w Workspace, one: &'w Commitment, seen: &mut BTreeSet<&'w CommitmentId>) -> Body {
    let is_new = seen.insert(&one.id);
    let under = parts_of(workspace, &one.id).into_iter().filter(|under| is_new && under.is(CommitmentKind::Body));
    Body {
        subject: Subject::from(&one.id),
        name: called(one),
        link: one.link.clone(),
        under: under.map(|under| body(workspace, under, seen)).collect(),
    }
}

/// The letter of a commitment, or of the proposal to which it belongs.
fn letter<'w>(workspace: &'w Workspace, one: &'w Commitment) -> Option<&'w str> {
    let whole = || one.part_of.as_ref().and_then(|id| workspace.commitments.get(id));
    one.letter.as_deref().or_else(|| whole()?.letter.as_deref())
}
