//! The fields of a programme, and the programme that they come to.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::programme::Programme;
use crate::views::parts::form::Form;
use crate::views::parts::source_fields::{SOURCE, SourceFields, read_source};
use crate::views::parts::text_field::{TextField, Typed};

/// Every field of a programme. Aims are typed one a line.
#[component]
pub fn ProgrammeFields(
    /// The form that they belong to.
    form: Form,
    /// What they start with.
    programme: Programme,
) -> impl IntoView {
    let name = form.field("name", programme.name.unwrap_or_default());
    let aims = form.field("aims", programme.aims.unwrap_or_default().join("\n"));
    let lead = form.field("lead", programme.lead.unwrap_or_default());
    view! {
        <TextField form=form name="name" label="Name" value=name width=40 />
        <TextField form=form name="aims" label="Aims" value=aims typed=Typed::Text hint="One a line." />
        <div class="form__row"><TextField form=form name="lead" label="Led by" value=lead width=20 hint="The office, not the name, where you can." /></div>
        <SourceFields form=form names=SOURCE starts=programme.source />
    }
}

/// The programme that the form comes to; what cannot be read goes to `wrong`.
pub fn read_programme(form: &Form, before: &Programme, wrong: &mut Vec<Refusal>) -> Programme {
    let typed = form.text("aims").unwrap_or_default();
    let aims: Vec<_> = typed.lines().map(str::trim).filter(|aim| !aim.is_empty()).map(str::to_owned).collect();
    Programme {
        name: form.text("name"),
        aims: (!aims.is_empty()).then_some(aims),
        lead: form.text("lead"),
        source: read_source(form, SOURCE, wrong),
        ..before.clone()
    }
}
