//! Who was asked about a service, when, and what came of it.

use leptos::prelude::*;

use crate::domain::agreement::{Consultation, ConsultationId, Consulted};
use crate::domain::command::Refusal;
use crate::domain::partner::PartnerId;
use crate::domain::service::ServiceId;
use crate::domain::source::Term;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::session::use_session;
use crate::views::parts::asked_fields::Ask;
use crate::views::parts::choice_field::or_not_stated;
use crate::views::parts::form::Form;
use crate::views::parts::kept::{Keeping, Kept, KeptList};
use crate::views::parts::record_choice::partners;
use crate::views::parts::segments::choices;
use crate::views::parts::source_fields::{SOURCE, read_source};
use crate::words;

const CONSULTATIONS: Keeping = Keeping {
    what: "the consultation",
    add: "Add a consultation",
    edit: "Edit the consultation",
    saved: "The consultation is saved.",
    asks,
    read,
};

/// The consultations about a service, the earliest first.
#[component]
pub fn Consultations(
    /// About which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let of = id.clone();
    let items = session.select(&[Kind::Consultation, Kind::Partner], move |workspace, _| {
        let mut all: Vec<&Consultation> =
            workspace.consultations.values().filter(|one| one.service.as_ref() == Some(&of)).collect();
        all.order_by_key(|one| (one.term.and_then(|term| term.from), one.id.clone()));
        all.into_iter().map(|one| kept(workspace, one)).collect::<Vec<_>>()
    });
    let blank = Callback::new(move |()| {
        Some(Consultation { service: Some(id.clone()), ..Consultation::new(ConsultationId::new(&session.new_id())?) }.into())
    });
    view! {
        <section aria-labelledby="consultation-head">
            <h2 id="consultation-head">"Consultation"</h2>
            <KeptList items=items keeping=CONSULTATIONS empty="No consultation is recorded." button="add-consultation" blank=Some(blank) />
        </section>
    }
}

fn kept(workspace: &Workspace, one: &Consultation) -> Kept {
    let who = one.who.map_or("Somebody", Consulted::label);
    let of = one.partner.as_ref().map(|partner| format!(" of {}", words::partner::short(workspace, partner)));
    let when = one.term.as_ref().map(|term| words::sentence(&words::date::term(term)));
    let source = one.source.as_ref().map(words::source::source);
    Kept {
        subject: Subject::from(&one.id),
        head: format!("{who}{}", of.unwrap_or_default()),
        mark: (!one.has_outcome()).then(|| (false, "No outcome yet".to_owned())),
        notes: [when, one.how.clone(), one.outcome.as_ref().map(|outcome| format!("Outcome: {outcome}")), source]
            .into_iter()
            .flatten()
            .collect(),
    }
}

fn asks(workspace: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Consultation(one) = thing else { return Vec::new() };
    let partner = one.partner.clone().map(String::from).unwrap_or_default();
    let term = one.term.unwrap_or_default();
    vec![
        Ask::one_of(
            "who",
            "Who is asked",
            one.who.map(Consulted::key).unwrap_or_default(),
            or_not_stated(choices(Consulted::ALL, Consulted::key, Consulted::label)),
        ),
        Ask::one_of("partner", "Of which partner", partner, or_not_stated(partners(workspace))).hint("Not stated: of all."),
        Ask::day("term", "From", term.from),
        Ask::day("term-to", "To", term.to),
        Ask::text("how", "How", one.how.as_ref()).hint("Meetings, letters, a survey."),
        Ask::text("outcome", "Outcome", one.outcome.as_ref())
            .hint("What they said, and what came of it. Empty until it is known."),
    ]
}

fn read(form: &Form, _: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Consultation(before) = before else { return before.clone() };
    let term = Term { from: form.date("term", wrong), to: form.date("term-to", wrong) };
    let one = Consultation {
        who: form.text("who").and_then(|key| Consulted::from_key(&key)),
        partner: form.text("partner").and_then(|id| PartnerId::try_from(id).ok()),
        term: (term != Term::default()).then_some(term),
        how: form.text("how"),
        outcome: form.text("outcome"),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    one.into()
}
