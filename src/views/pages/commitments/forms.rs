//! What is asked of a commitment.

use crate::analysis::commitments::{called, in_order};
use crate::domain::command::Refusal;
use crate::domain::commitment::{Commitment, CommitmentId, CommitmentKind, Progress, Stands};
use crate::domain::programme::ProgrammeId;
use crate::domain::source::Term;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;
use crate::views::parts::asked_fields::Ask;
use crate::views::parts::choice_field::or_not_stated;
use crate::views::parts::form::Form;
use crate::views::parts::kept::Keeping;
use crate::views::parts::record_choice::{partners_named, programmes, read_partners};
use crate::views::parts::segments::choices;
use crate::views::parts::source_fields::{SOURCE, read_source};

/// Proposals, parts, pilots and bodies.
pub const COMMITMENTS: Keeping = Keeping {
    what: "the commitment",
    add: "Add a proposal",
    edit: "Edit the commitment",
    saved: "The commitment is saved.",
    asks,
    read,
};

/// The same, where a part or pilot is added.
pub const PARTS: Keeping = Keeping { add: "Add a part or pilot", ..COMMITMENTS };

/// The same, where a body is added.
pub const BODIES: Keeping = Keeping { add: "Add a body", ..COMMITMENTS };

fn asks(workspace: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Commitment(one) = thing else { return Vec::new() };
    let stands = one.stands.as_ref();
    let wholes = in_order(workspace, &[CommitmentKind::Proposal, CommitmentKind::Body]);
    let wholes = wholes.into_iter().filter(|whole| whole.id != one.id).map(|whole| (whole.id.to_string(), called(whole)));
    let wholes: Vec<(String, String)> = wholes.collect();
    let id = |id: Option<String>| id.unwrap_or_default();
    vec![
        Ask::one_of(
            "sort",
            "Kind",
            one.sort.map(CommitmentKind::key).unwrap_or_default(),
            or_not_stated(choices(CommitmentKind::ALL, CommitmentKind::key, CommitmentKind::label)),
        ),
        Ask::short("letter", "Letter", one.letter.clone().unwrap_or_default()).hint("Of a proposal, such as a."),
        Ask::line("title", "What is proposed", one.title.as_ref()).hint("Of a body, what it is called."),
        Ask::one_of("part_of", "Belongs to", id(one.part_of.clone().map(String::from)), or_not_stated(wholes))
            .hint("The proposal of a part, pilot or body; or the body to which another one is tied."),
        Ask::line("link", "How it is tied to that", one.link.as_ref()).hint("Of a body alone, such as: supports."),
        Ask::one_of("programme", "Programme", id(one.programme.clone().map(String::from)), or_not_stated(programmes(workspace))),
        Ask::text("aim", "Aim", one.aim.as_ref()).hint("What it is to reach."),
        Ask::one_of(
            "stands",
            "How it stands",
            stands.map(|stands| stands.progress.key()).unwrap_or_default(),
            or_not_stated(choices(Progress::ALL, Progress::key, Progress::label)),
        )
        .hint("Only what somebody has said. What is not stated stays so."),
        Ask::day("since", "Since", stands.and_then(|stands| stands.since)),
        Ask::line("note", "What has happened", stands.and_then(|stands| stands.note.as_ref())),
        Ask::line("owner", "Who sees to it", one.owner.as_ref()).hint("The office, not the name, where you can."),
        Ask::line("partners", "Partners signed up", Some(&partners_named(workspace, one.partners.as_deref())))
            .hint("By name or short code, with a semicolon between."),
        Ask::day("term", "From", one.term.and_then(|term| term.from)),
        Ask::day("term-to", "To", one.term.and_then(|term| term.to)),
        Ask::text("commentary", "Commentary", one.commentary.as_ref()),
    ]
}

fn read(form: &Form, workspace: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Commitment(before) = before else { return before.clone() };
    let progress = form.text("stands").and_then(|key| Progress::from_key(&key));
    let (since, note) = (form.date("since", wrong), form.text("note"));
    if progress.is_none() && (since.is_some() || note.is_some()) {
        wrong.push(Refusal::of("stands", "Say how it stands, or clear since when and what has happened."));
    }
    let term = Term { from: form.date("term", wrong), to: form.date("term-to", wrong) };
    let one = Commitment {
        sort: form.text("sort").and_then(|key| CommitmentKind::from_key(&key)),
        letter: form.text("letter"),
        title: form.text("title"),
        part_of: form.text("part_of").and_then(|id| CommitmentId::try_from(id).ok()),
        link: form.text("link"),
        programme: form.text("programme").and_then(|id| ProgrammeId::try_from(id).ok()),
        aim: form.text("aim"),
        stands: progress.map(|progress| Stands { progress, since, note }),
        owner: form.text("owner"),
        partners: read_partners(form, workspace, "partners", wrong),
        term: (term != Term::default()).then_some(term),
        commentary: form.text("commentary"),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    one.into()
}
