//! A new partner.

use leptos::prelude::*;

use crate::domain::partner::{Partner, PartnerId};
use crate::session::use_session;
use crate::views::pages::partners::fields::{PartnerFields, read_partner};
use crate::views::parts::form::Form;
use crate::views::parts::record_form::RecordForm;

/// The form for it. It comes after the others until the settings put it elsewhere.
#[component]
pub fn AddPartner(
    /// Whether the form is shown.
    adding: RwSignal<bool>,
) -> impl IntoView {
    let blank = Partner::new(PartnerId::new(&use_session().new_id())?);
    let form = Form::new("partner/new");
    let fields = blank.clone();
    Some(view! {
        <section aria-labelledby="add-partner-head">
            <h2 id="add-partner-head">"Add a partner"</h2>
            <RecordForm form=form label="Add a partner" before=None read=move |_| Some(read_partner(&form, &blank).into()) says="The partner is added." first="name" back="add-partner" on_close=Callback::new(move |_| adding.set(false))>
                <PartnerFields form=form partner=fields />
            </RecordForm>
        </section>
    })
}
