//! Forms for a phase: a new one, and what is stated of one.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::programme::{Phase, PhaseId, ProgrammeId};
use crate::domain::subject::Subject;
use crate::session::use_session;
use crate::views::parts::dates_fields::{AmendedFields, TermFields, read_amended, read_term};
use crate::views::parts::edit_button::edit_button_id;
use crate::views::parts::form::Form;
use crate::views::parts::record_form::RecordForm;
use crate::views::parts::source_fields::{SOURCE, SourceFields, read_source};
use crate::views::parts::text_field::{TextField, Typed};

/// The form for a new phase.
#[component]
pub fn AddPhase(
    /// Of which programme.
    of: ProgrammeId,
    /// The element that takes the focus afterwards.
    back: String,
    /// Whether the form is shown.
    adding: RwSignal<bool>,
) -> impl IntoView {
    let id = PhaseId::new(&use_session().new_id())?;
    let form = Form::new(format!("phase/new/{}", of.rest()));
    let blank = Phase { programme: Some(of), ..Phase::new(id) };
    let fields = blank.clone();
    Some(view! {
        <RecordForm form=form label="Add a phase" before=None read=move |wrong| Some(read_phase(&form, &blank, wrong).into()) says="The phase is added." first="name" back=back on_close=Callback::new(move |_| adding.set(false))>
            <PhaseFields form=form phase=fields />
        </RecordForm>
    })
}

/// The form for a phase that is there.
#[component]
pub fn EditPhase(
    /// Which.
    id: PhaseId,
    /// Whether the form is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let before = use_session().look(|whole| whole?.workspace.phases.get(&id).cloned())?;
    let form = Form::new(id.to_string());
    let (fields, start) = (before.clone(), before.clone());
    Some(view! {
        <RecordForm
            form=form
            label="Edit the phase"
            before=Some(before.into())
            read=move |wrong| Some(read_phase(&form, &start, wrong).into())
            says="The phase is saved."
            first="name"
            back=edit_button_id(&Subject::from(&id))
            withdraw=("the phase", "page-title".to_owned())
            on_close=Callback::new(move |_| open.set(false))
        >
            <PhaseFields form=form phase=fields />
        </RecordForm>
    })
}

#[component]
fn PhaseFields(form: Form, phase: Phase) -> impl IntoView {
    let name = form.field("name", phase.name.unwrap_or_default());
    let objective = form.field("objective", phase.objective.unwrap_or_default());
    view! {
        <TextField form=form name="name" label="Name" value=name width=40 />
        <TextField form=form name="objective" label="Objective" value=objective typed=Typed::Text hint="What is to be reached." />
        <TermFields form=form starts=phase.term />
        <AmendedFields form=form starts=phase.amended />
        <SourceFields form=form names=SOURCE starts=phase.source />
    }
}

fn read_phase(form: &Form, before: &Phase, wrong: &mut Vec<Refusal>) -> Phase {
    Phase {
        name: form.text("name"),
        objective: form.text("objective"),
        term: read_term(form, wrong),
        amended: read_amended(form, wrong),
        source: read_source(form, SOURCE, wrong),
        ..before.clone()
    }
}
