//! Commitments: the joint proposals of a programme, which of them have started, their pilots, and who governs them.

mod bodies;
mod forms;

use leptos::prelude::*;

use crate::analysis::commitments::{Standing, called, in_order, signed_up, standings, started_says};
use crate::analysis::papers;
use crate::domain::commitment::{Commitment, CommitmentId, CommitmentKind, Progress, parts_of};
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::route::Route;
use crate::session::use_session;
use crate::views::pages::commitments::bodies::Bodies;
use crate::views::pages::commitments::forms::{COMMITMENTS, PARTS};
use crate::views::parts::kept::{Kept, KeptList};
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PaperKey;
use crate::words;

/// What the page is worked out from.
pub const KINDS: &[Kind] = &[Kind::Commitment, Kind::Partner, Kind::About];

/// What has started first, then every proposal, its parts and pilots, and the governance.
#[component]
pub fn CommitmentsPage() -> impl IntoView {
    let session = use_session();
    let reading = session.reading();
    let says = session.select(KINDS, |workspace, _| started_says(workspace));
    let lede = move || {
        let says = says.get().unwrap_or_else(|| "No proposal is recorded.".to_owned());
        Some(format!("As at {}. {says}", words::date::long(reading.get())))
    };
    let stands = session.select(KINDS, |workspace, _| standings(workspace));
    let list = move |sorts: &'static [CommitmentKind]| {
        session.select(KINDS, move |workspace, _| {
            in_order(workspace, sorts).into_iter().map(|one| kept(workspace, one)).collect::<Vec<_>>()
        })
    };
    let proposals = list(&[CommitmentKind::Statement, CommitmentKind::Proposal]);
    let parts = list(&[CommitmentKind::Part, CommitmentKind::Pilot]);
    let named = session.select(KINDS, |workspace, _| papers::of_commitments(workspace));
    let blank = move |sort: CommitmentKind| {
        Callback::new(move |()| {
            let programme = session.look(|open| open?.workspace.programmes.keys().next().cloned());
            Some(Thing::from(Commitment {
                sort: Some(sort),
                programme,
                ..Commitment::new(CommitmentId::new(&session.new_id())?)
            }))
        })
    };
    view! {
        <PageHead title="Commitments" lede=Signal::derive(lede) up=(Route::Programme, "The programme") />
        <Show when=move || !stands.with(Vec::is_empty)>
            <section aria-labelledby="started-head">
                <h2 id="started-head">"What has started"</h2>
                <dl class="facts">{move || stands.get().into_iter().map(standing).collect_view()}</dl>
            </section>
        </Show>
        <section aria-labelledby="proposals-head">
            <h2 id="proposals-head">"Proposals"</h2>
            <KeptList items=proposals keeping=COMMITMENTS empty="No proposal is recorded. Give each its letter, and say how it stands when somebody has said so." button="add-proposal" blank=Some(blank(CommitmentKind::Proposal)) />
        </section>
        <section aria-labelledby="parts-head">
            <h2 id="parts-head">"Parts and pilots"</h2>
            <KeptList items=parts keeping=PARTS empty="No part or pilot of a proposal is recorded." button="add-pilot" blank=Some(blank(CommitmentKind::Pilot)) />
        </section>
        <Bodies blank=blank(CommitmentKind::Body) />
        <PaperKey papers=named />
    }
}

fn standing(one: Standing) -> impl IntoView {
    let term = one.progress.map_or("Not stated", Progress::label);
    let many = one.of.len();
    let of = one.of.into_iter().map(|(subject, name)| {
        view! { <li><a class="link--alone" href=Route::of(&subject).to_string()>{name}</a></li> }
    });
    view! {
        <div class="facts__pair">
            <dt class="facts__term">{format!("{term} ({many})")}</dt>
            <dd class="facts__value"><ul class="commitments__list">{of.collect_view()}</ul></dd>
        </div>
    }
}

/// A commitment as a line of its list.
fn kept(workspace: &Workspace, one: &Commitment) -> Kept {
    let mark = one.progress().map(|progress| (progress.has_started(), progress.label().to_owned()));
    let of = one.part_of.as_ref().and_then(|id| workspace.commitments.get(id)).map(called);
    let sort = one.sort.map_or("Commitment", CommitmentKind::label);
    let belongs = of.map(|of| if sort.ends_with("of a proposal") { format!("Part of {of}") } else { format!("{sort} of {of}") });
    let within = parts_of(workspace, &one.id);
    let named = |sort: CommitmentKind, head: &str| {
        let names: Vec<String> = within.iter().filter(|part| part.is(sort)).map(|part| called(part)).collect();
        (!names.is_empty()).then(|| format!("{head}: {}", names.join("; ")))
    };
    let is_silent = one.stands.is_none() && !one.is(CommitmentKind::Body) && !one.is(CommitmentKind::Statement);
    let silent = is_silent.then(|| "How it stands is not stated".to_owned());
    let stands = one.stands.as_ref().map(words::commitments::stands).or(silent);
    Kept {
        subject: Subject::from(&one.id),
        head: called(one),
        mark,
        notes: [
            belongs,
            one.aim.as_ref().map(|aim| format!("Aim: {aim}")),
            stands,
            signed_up(workspace, one).map(|says| format!("Signed up: {says}")),
            one.owner.as_ref().map(|owner| format!("{owner} sees to it")),
            one.term.as_ref().map(words::date::term),
            named(CommitmentKind::Part, "Parts"),
            named(CommitmentKind::Pilot, "Pilots"),
            one.commentary.clone(),
            one.source.as_ref().map(words::source::source),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}
