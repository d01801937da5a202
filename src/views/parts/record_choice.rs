//! Fields that refer to another record: a programme, a service, a risk.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::programme::ProgrammeId;
use crate::domain::risk::RiskId;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::session::use_session;
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::form::Form;
use crate::words;

/// The field `programme`.
#[component]
pub fn ProgrammeField(
    /// The form that it belongs to.
    form: Form,
    /// What is chosen at first.
    starts: Option<ProgrammeId>,
) -> impl IntoView {
    let options = use_session().select(&[Kind::Programme], |workspace, _| programmes(workspace));
    let value = form.field("programme", starts.map(String::from).unwrap_or_default());
    view! { <ChoiceField form=form name="programme" label="Programme" value=value options=Signal::derive(move || or_not_stated(options.get())) /> }
}

/// The field `service`.
#[component]
pub fn ServiceField(
    /// The form that it belongs to.
    form: Form,
    /// What is chosen at first.
    starts: Option<ServiceId>,
) -> impl IntoView {
    let options = use_session().select(&[Kind::Service], |workspace, _| services(workspace));
    let value = form.field("service", starts.map(String::from).unwrap_or_default());
    view! { <ChoiceField form=form name="service" label="Service" value=value options=Signal::derive(move || or_not_stated(options.get())) /> }
}

/// The field `risk`.
#[component]
pub fn RiskField(
    /// The form that it belongs to.
    form: Form,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What is chosen at first.
    starts: Option<RiskId>,
) -> impl IntoView {
    let options = use_session().select(&[Kind::Risk], |workspace, _| named(workspace, workspace.risks.keys().map(Subject::from)));
    let value = form.field("risk", starts.map(String::from).unwrap_or_default());
    view! { <ChoiceField form=form name="risk" label=label value=value options=Signal::derive(move || or_not_stated(options.get())) /> }
}

/// Programmes by name, as a field offers them.
pub fn programmes(workspace: &Workspace) -> Vec<(String, String)> {
    named(workspace, workspace.programmes.keys().map(Subject::from))
}

/// Partners by name, as a field offers them.
pub fn partners(workspace: &Workspace) -> Vec<(String, String)> {
    named(workspace, workspace.partners.keys().map(Subject::from))
}

/// Partners as they are typed in a field.
pub fn partners_named(workspace: &Workspace, partners: Option<&[PartnerId]>) -> String {
    let name = |id: &PartnerId| {
        let known = workspace.partners.get(id).and_then(Partner::said_name).map(str::to_owned);
        known.unwrap_or_else(|| words::name(workspace, &Subject::from(id)))
    };
    partners.unwrap_or_default().iter().map(name).collect::<Vec<_>>().join("; ")
}

/// The partners that are typed in a field; what is not known goes to `wrong`.
pub fn read_partners(form: &Form, workspace: &Workspace, name: &'static str, wrong: &mut Vec<Refusal>) -> Option<Vec<PartnerId>> {
    form.read(name, wrong, |typed| words::typed::names(typed, &words::typed::partners(workspace), "partner"))
}

/// Services by name, as a field offers them.
pub fn services(workspace: &Workspace) -> Vec<(String, String)> {
    named(workspace, workspace.services.keys().map(Subject::from))
}

/// The same, and what is chosen where it is not among them: it may have been withdrawn, or never have been here.
pub fn and_chosen(workspace: &Workspace, mut options: Vec<(String, String)>, chosen: &str) -> Vec<(String, String)> {
    let is_offered = chosen.is_empty() || options.iter().any(|(key, _)| key == chosen);
    if let Some(subject) = Subject::parse(chosen).filter(|_| !is_offered) {
        options.push((chosen.to_owned(), words::sentence(&words::name(workspace, &subject))));
    }
    options
}

fn named(workspace: &Workspace, subjects: impl Iterator<Item = Subject>) -> Vec<(String, String)> {
    let mut named: Vec<_> = subjects.map(|subject| (subject.as_str().to_owned(), words::name(workspace, &subject))).collect();
    named.order_by(|one, other| one.1.to_lowercase().cmp(&other.1.to_lowercase()).then_with(|| one.0.cmp(&other.0)));
    named
}
