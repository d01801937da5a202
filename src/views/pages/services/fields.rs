//! The fields of a service as a person fills them in, and the service that they come to.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::programme::ProgrammeId;
use crate::domain::service::{Approach, QuickWin, Service, ServiceId};
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::form::Form;
use crate::views::parts::record_choice::{ProgrammeField, services};
use crate::views::parts::source_fields::{SOURCE, SourceFields, read_source};
use crate::views::parts::text_field::{TextField, Typed};

/// Every field of a service but its stage and its status: those are decided in acts of their own.
#[component]
pub fn ServiceFields(
    /// The form that they belong to.
    form: Form,
    /// What they start with.
    service: Service,
) -> impl IntoView {
    let text = |name: &'static str, starts: &Option<String>| form.field(name, starts.clone().unwrap_or_default());
    let name = text("name", &service.name);
    let theme = text("theme", &service.theme);
    let lead = text("lead", &service.lead);
    let gains = text("gains", &service.gains);
    let description = text("description", &service.description);
    let parent = form.field("parent", service.parent.clone().map(String::from).unwrap_or_default());
    let approach = form.field("approach", service.approach.map(Approach::key).unwrap_or_default());
    let quick_win = form.field("quick_win", service.quick_win.map(QuickWin::key).unwrap_or_default());
    let approaches = or_not_stated(Approach::ALL.iter().map(|one| (one.key().to_owned(), one.label().to_owned())));
    let quick_wins = or_not_stated(QuickWin::ALL.iter().map(|one| (one.key().to_owned(), one.label().to_owned())));
    let itself = service.id.to_string();
    let wholes = use_session().select(&[Kind::Service], move |workspace, _| {
        services(workspace).into_iter().filter(|(key, _)| *key != itself).collect::<Vec<_>>()
    });
    view! {
        <TextField form=form name="name" label="Name" value=name width=40 />
        <TextField form=form name="description" label="Description" value=description typed=Typed::Text hint="What it is, and what else should be known." />
        <TextField form=form name="gains" label="Gains that are not cash" value=gains typed=Typed::Text hint="Resilience, skills, quality: they count as much as money." />
        <div class="form__row">
            <ProgrammeField form=form starts=service.programme.clone() />
            <TextField form=form name="theme" label="Theme" value=theme width=20 hint="The group of services that it belongs to." />
        </div>
        <div class="form__row">
            <ChoiceField form=form name="parent" label="Part of" value=parent options=Signal::derive(move || or_not_stated(wholes.get())) />
            <ChoiceField form=form name="approach" label="Approach" value=approach options=approaches />
            <ChoiceField form=form name="quick_win" label="Quick win" value=quick_win options=quick_wins />
        </div>
        <div class="form__row"><TextField form=form name="lead" label="Lead officer" value=lead width=20 hint="The office, not the name, where you can." /></div>
        <fieldset class="form__part">
            <legend class="form__legend">"Where this is stated"</legend>
            <SourceFields form=form names=SOURCE starts=service.source.clone() />
        </fieldset>
    }
}

/// The service that the form comes to, stage and status as they were; what cannot be read goes to `wrong`.
pub fn read_service(form: &Form, before: &Service, wrong: &mut Vec<Refusal>) -> Service {
    Service {
        name: form.text("name"),
        theme: form.text("theme"),
        lead: form.text("lead"),
        gains: form.text("gains"),
        description: form.text("description"),
        programme: form.text("programme").and_then(|id| ProgrammeId::try_from(id).ok()),
        parent: form.text("parent").and_then(|id| ServiceId::try_from(id).ok()),
        approach: form.text("approach").and_then(|key| Approach::from_key(&key)),
        quick_win: form.text("quick_win").and_then(|key| QuickWin::from_key(&key)),
        source: read_source(form, SOURCE, wrong),
        ..before.clone()
    }
}
