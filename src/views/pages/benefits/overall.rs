//! What there is to say of a service as a whole, and what the Board should look at.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::service::{Service, ServiceId};
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::parts::form::Form;
use crate::views::parts::record_form::RecordForm;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

/// The text, and a form to change it in place.
#[component]
pub fn Overall(
    /// Of which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let editing = RwSignal::new(false);
    let of = id.clone();
    let says = session.select(&[Kind::Service], move |workspace, _| workspace.services.get(&of)?.overall.clone());
    let form = move || {
        let before = session.look(|open| open?.workspace.services.get(&id).cloned())?;
        let form = Form::new(format!("{id}/overall"));
        let value = form.field("overall", before.overall.clone().unwrap_or_default());
        let start = before.clone();
        let read = move |_: &mut Vec<Refusal>| Some(Service { overall: form.text("overall"), ..start.clone() }.into());
        Some(view! {
            <RecordForm form=form label="Summary and issues for the Board" before=Some(before.into()) read=read says="The summary is saved." first="overall" back="edit-overall" on_close=Callback::new(move |_| editing.set(false))>
                <TextField form=form name="overall" label="Summary and issues for the Board" value=value typed=Typed::Text />
            </RecordForm>
        })
    };
    view! {
        <section aria-labelledby="overall-head">
            <h2 id="overall-head">"Summary and issues for the Board"</h2>
            <Show when=move || !editing.get() fallback=form.clone()>
                <p class:not-stated=move || says.with(Option::is_none)>{move || says.get().unwrap_or_else(|| words::NOT_STATED.to_owned())}</p>
                <div class="buttons"><button class="button button--quiet button--small" type="button" id="edit-overall" on:click=move |_| editing.set(true)>"Edit the summary"</button></div>
            </Show>
        </section>
    }
}
