//! Changing what is stated of a partner.

use leptos::prelude::*;

use crate::domain::partner::PartnerId;
use crate::domain::subject::Subject;
use crate::session::use_session;
use crate::views::pages::partners::fields::{PartnerFields, read_partner};
use crate::views::parts::edit_button::edit_button_id;
use crate::views::parts::form::Form;
use crate::views::parts::record_form::RecordForm;

/// The form for a partner that is there.
#[component]
pub fn EditPartner(
    /// Which.
    id: PartnerId,
    /// Whether the form is shown.
    open: RwSignal<bool>,
    /// In a list, where no other button withdraws it: what it is called, and where the focus goes then.
    #[prop(optional)]
    withdraw: Option<(&'static str, String)>,
) -> impl IntoView {
    let before = use_session().look(|whole| whole?.workspace.partners.get(&id).cloned())?;
    let form = Form::new(id.to_string());
    let (fields, start) = (before.clone(), before.clone());
    Some(view! {
        <RecordForm
            form=form
            label="Edit the partner"
            before=Some(before.into())
            read=move |_| Some(read_partner(&form, &start).into())
            says="The partner is saved."
            first="name"
            back=edit_button_id(&Subject::from(&id))
            withdraw=withdraw
            on_close=Callback::new(move |_| open.set(false))
        >
            <PartnerFields form=form partner=fields />
        </RecordForm>
    })
}
