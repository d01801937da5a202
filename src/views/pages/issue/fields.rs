//! The fields of an issue as a person fills them in, and the issue that they come to.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::programme::ProgrammeId;
use crate::domain::risk::{Issue, RiskId};
use crate::domain::service::ServiceId;
use crate::views::parts::form::Form;
use crate::views::parts::record_choice::{ProgrammeField, RiskField, ServiceField};
use crate::views::parts::source_fields::{SOURCE, SourceFields, read_source};
use crate::views::parts::text_field::{TextField, Typed};

/// Every field of an issue but whether it is open: that is decided for a reason of its own.
#[component]
pub fn IssueFields(
    /// The form that they belong to.
    form: Form,
    /// What they start with.
    issue: Issue,
) -> impl IntoView {
    let text = |name: &'static str, starts: &Option<String>| form.field(name, starts.clone().unwrap_or_default());
    let reference = text("reference", &issue.reference);
    let title = text("title", &issue.title);
    let description = text("description", &issue.description);
    let action = text("action", &issue.action);
    let owner = text("owner", &issue.owner);
    let happened = form.field("happened", issue.happened.map(|date| date.to_string()).unwrap_or_default());
    let due = form.field("due", issue.due.map(|date| date.to_string()).unwrap_or_default());
    view! {
        <div class="form__row">
            <TextField form=form name="reference" label="Reference" value=reference hint="Its number in the list." width=8 />
            <TextField form=form name="happened" label="Happened" value=happened typed=Typed::Date width=12 />
        </div>
        <TextField form=form name="title" label="Title" value=title hint="What has happened, in a few words." />
        <TextField form=form name="description" label="Description" value=description typed=Typed::Text />
        <TextField form=form name="action" label="Action" value=action typed=Typed::Text hint="What is done about it, and by whom." />
        <div class="form__row">
            <TextField form=form name="owner" label="Owner" value=owner hint="The office, not the name, where you can." width=20 />
            <TextField form=form name="due" label="Due" value=due typed=Typed::Date width=12 />
        </div>
        <RiskField form=form label="Was risk" starts=issue.risk.clone() />
        <div class="form__row">
            <ProgrammeField form=form starts=issue.programme.clone() />
            <ServiceField form=form starts=issue.service.clone() />
        </div>
        <fieldset class="form__part">
            <legend class="form__legend">"Where this is stated"</legend>
            <SourceFields form=form names=SOURCE starts=issue.source />
        </fieldset>
    }
}

/// The issue that the form comes to, its state as it was; what cannot be read goes to `wrong`.
pub fn read_issue(form: &Form, before: &Issue, wrong: &mut Vec<Refusal>) -> Issue {
    Issue {
        reference: form.text("reference"),
        title: form.text("title"),
        description: form.text("description"),
        action: form.text("action"),
        owner: form.text("owner"),
        happened: form.date("happened", wrong),
        due: form.date("due", wrong),
        risk: form.text("risk").and_then(|id| RiskId::try_from(id).ok()),
        programme: form.text("programme").and_then(|id| ProgrammeId::try_from(id).ok()),
        service: form.text("service").and_then(|id| ServiceId::try_from(id).ok()),
        source: read_source(form, SOURCE, wrong),
        ..before.clone()
    }
}
