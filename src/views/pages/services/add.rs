//! A new service, at the stage that it is at.

use leptos::prelude::*;

use crate::domain::service::{Reached, Service, ServiceId, Stage};
use crate::domain::subject::Subject;
use crate::route::Route;
use crate::session::{Request, use_session};
use crate::views::pages::services::fields::{ServiceFields, read_service};
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::form::Form;
use crate::views::parts::record_form::RecordForm;
use crate::views::parts::text_field::{TextField, Typed};

/// The form for it. Its page opens once it is saved; its status stays "not reported".
#[component]
pub fn AddService(
    /// What happens once it is saved or left alone.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let blank = Service::new(ServiceId::new(&session.new_id())?);
    let form = Form::new("service/new");
    let stage = form.field("stage", "");
    let since = form.field("since", "");
    let stages = or_not_stated(Stage::ALL.iter().map(|stage| (stage.key().to_owned(), stage.label().to_owned())));
    let fields = blank.clone();
    let read = move |wrong: &mut Vec<_>| {
        let stage = form.text("stage").and_then(|key| Stage::from_key(&key));
        let since = form.date("since", wrong);
        let stage = stage.map(|stage| Reached { since, ..Reached::new(stage) });
        Some(Service { stage, ..read_service(&form, &blank, wrong) }.into())
    };
    let close = Callback::new(move |saved: Option<Subject>| {
        on_close.run(());
        if let Some(page) = saved.and_then(|subject| subject.typed()).map(Route::Service) {
            session.request(Request::Go(page));
        }
    });
    Some(view! {
        <section aria-labelledby="add-service-head">
            <h2 id="add-service-head">"Add a service"</h2>
            <RecordForm form=form label="Add a service" before=None read=read says="The service is added." first="name" back="add-service" on_close=close>
                <ServiceFields form=form service=fields />
                <fieldset class="form__part">
                    <legend class="form__legend">"How far it has come"</legend>
                    <div class="form__row">
                        <ChoiceField form=form name="stage" label="Stage" value=stage options=stages />
                        <TextField form=form name="since" label="Since" value=since typed=Typed::Date width=12 />
                    </div>
                </fieldset>
            </RecordForm>
        </section>
    })
}
