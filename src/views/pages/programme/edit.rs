//! Forms for a programme: a new one, and what is stated of one.

use leptos::prelude::*;

use crate::domain::programme::{Programme, ProgrammeId};
use crate::domain::subject::Subject;
use crate::session::use_session;
use crate::views::pages::programme::fields::{ProgrammeFields, read_programme};
use crate::views::parts::edit_button::edit_button_id;
use crate::views::parts::form::Form;
use crate::views::parts::record_form::RecordForm;

/// The form for a new programme.
#[component]
pub fn AddProgramme(
    /// Whether the form is shown.
    adding: RwSignal<bool>,
) -> impl IntoView {
    let blank = Programme::new(ProgrammeId::new(&use_session().new_id())?);
    let form = Form::new("programme/new");
    let fields = blank.clone();
    Some(view! {
        <section aria-labelledby="add-programme-head">
            <h2 id="add-programme-head">"Add a programme"</h2>
            <RecordForm form=form label="Add a programme" before=None read=move |wrong| Some(read_programme(&form, &blank, wrong).into()) says="The programme is added." first="name" back="add-programme" on_close=Callback::new(move |_| adding.set(false))>
                <ProgrammeFields form=form programme=fields />
            </RecordForm>
        </section>
    })
}

/// The form for a programme that is there.
#[component]
pub fn EditProgramme(
    /// Which.
    id: ProgrammeId,
    /// Whether the form is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let before = use_session().look(|whole| whole?.workspace.programmes.get(&id).cloned())?;
    let form = Form::new(id.to_string());
    let (fields, start) = (before.clone(), before.clone());
    Some(view! {
        <RecordForm
            form=form
            label="Edit the programme"
            before=Some(before.into())
            read=move |wrong| Some(read_programme(&form, &start, wrong).into())
            says="The programme is saved."
            first="name"
            back=edit_button_id(&Subject::from(&id))
            on_close=Callback::new(move |_| open.set(false))
        >
            <ProgrammeFields form=form programme=fields />
        </RecordForm>
    })
}
