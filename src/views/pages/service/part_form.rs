//! Forms for a partner's part in a service.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::partner::PartnerId;
use crate::domain::service::{Part, Participation, ParticipationId, Role, ServiceId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::pages::service::behind;
use crate::views::parts::asked_fields::AskedFields;
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::dates_fields::{TermFields, read_term};
use crate::views::parts::edit_button::edit_button_id;
use crate::views::parts::form::Form;
use crate::views::parts::record_form::RecordForm;
use crate::views::parts::source_fields::{SOURCE, SourceFields, read_source};
use crate::views::parts::text_field::TextField;
use crate::words;

/// The form for a partner whose part is stated.
#[component]
pub fn EditPart(
    /// Which part.
    id: ParticipationId,
    /// Whether the form is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let before = use_session().look(|whole| whole?.workspace.participations.get(&id).cloned())?;
    let form = Form::new(id.to_string());
    let (fields, start) = (before.clone(), before.clone());
    Some(view! {
        <RecordForm
            form=form
            label="Edit the partner's part"
            before=Some(before.into())
            read=move |wrong| Some(read_part(&form, &start, wrong).into())
            says="The partner's part is saved."
            first="part"
            back=edit_button_id(&Subject::from(&id))
            withdraw=("the partner's part", "add-part".to_owned())
            on_close=Callback::new(move |_| open.set(false))
        >
            <PartFields form=form part=fields />
        </RecordForm>
    })
}

/// The form for a partner that has no part in the service yet.
#[component]
pub fn AddPart(
    /// In which service.
    service: ServiceId,
    /// Whether the form is shown.
    adding: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let form = Form::new(format!("participation/new/{}", service.rest()));
    let partner = form.field("partner", "");
    let of = service.clone();
    let free = session.select(&[Kind::Participation, Kind::Partner, Kind::About], move |workspace, _| {
        let partners = workspace.partners_in_order().into_iter();
        let free = partners.filter(|partner| {
            ParticipationId::of(&of, &partner.id).is_some_and(|id| !workspace.participations.contains_key(&id))
        });
        free.map(|partner| (partner.id.to_string(), words::name(workspace, &Subject::from(&partner.id)))).collect::<Vec<_>>()
    });
    let fields = Participation::new(ParticipationId::new(&format!("{}/-", service.rest()))?);
    let read = move |wrong: &mut Vec<Refusal>| {
        let chosen = form.text("partner").and_then(|id| PartnerId::try_from(id).ok());
        let Some(id) = chosen.and_then(|partner| ParticipationId::of(&service, &partner)) else {
            wrong.push(Refusal::of("partner", "Choose the partner."));
            return None;
        };
        Some(read_part(&form, &Participation::new(id), wrong).into())
    };
    Some(view! {
        <RecordForm form=form label="Add a partner to this service" before=None read=read says="The partner is added to the service." first="partner" back="add-part" on_close=Callback::new(move |_| adding.set(false))>
            <ChoiceField form=form name="partner" label="Partner" value=partner options=Signal::derive(move || or_not_stated(free.get())) />
            <PartFields form=form part=fields />
        </RecordForm>
    })
}

#[component]
fn PartFields(form: Form, part: Participation) -> impl IntoView {
    let part_behind = part.clone();
    let role = form.field("part", part.part.as_ref().map(|part| part.role.key()).unwrap_or_default());
    let note = form.field("note", part.part.and_then(|part| part.note).unwrap_or_default());
    let asks = behind::asks(&part_behind);
    let roles = or_not_stated(Role::ALL.iter().map(|role| (role.key().to_owned(), role.label().to_owned())));
    view! {
        <ChoiceField form=form name="part" label="Part" value=role options=roles />
        <TextField form=form name="note" label="About its part" value=note hint="Anything that belongs to it, in a few words." />
        <TermFields form=form starts=part.term />
        <AskedFields form=form asks=asks />
        <SourceFields form=form names=SOURCE starts=part.source />
    }
}

fn read_part(form: &Form, before: &Participation, wrong: &mut Vec<Refusal>) -> Participation {
    let role = form.text("part").and_then(|key| Role::from_key(&key));
    if role.is_none() {
        wrong.push(Refusal::of("part", "Say what part the partner has in the service."));
    }
    Participation {
        part: role.map(|role| Part { role, note: form.text("note") }),
        term: read_term(form, wrong),
        source: read_source(form, SOURCE, wrong),
        ..behind::read(form, before, wrong)
    }
}
