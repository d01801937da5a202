//! Forms for a measure: adding one, and changing what is stated of it.

use leptos::prelude::*;

use crate::domain::measure::{Measure, MeasureId, Tolerance};
use crate::domain::service::ServiceId;
use crate::session::use_session;
use crate::views::pages::measure::fields::{MeasureFields, read_measure};
use crate::views::parts::form::Form;
use crate::views::parts::headed_form::{HeadedForm, to_its_page};

/// The form for a measure that is there.
#[component]
pub fn EditMeasure(
    /// Which.
    id: MeasureId,
    /// What happens once it is saved or left alone.
    on_close: Callback<()>,
) -> impl IntoView {
    let measure =
        use_session().look(|open| open?.workspace.measures.get(&id).cloned()).unwrap_or_else(|| Measure::new(id.clone()));
    let form = Form::new(id.to_string());
    let (before, fields) = (measure.clone(), measure.clone());
    let close = Callback::new(move |_| on_close.run(()));
    view! {
        <HeadedForm form=form head="Edit the measure" button="Save" before=Some(before.into()) read=move |wrong| read_measure(&form, &measure, wrong).into() says="The measure is saved." first="name" on_close=close>
            <MeasureFields form=form measure=fields />
        </HeadedForm>
    }
}

/// The form for a new measure.
#[component]
pub fn AddMeasure(
    /// The service that is looked at, if one is.
    service: Option<ServiceId>,
    /// What happens once it is saved or left alone.
    on_close: Callback<()>,
) -> impl IntoView {
    let form = Form::new("measure/new");
    let blank = Measure::new(MeasureId::new(&use_session().new_id())?);
    let fields = Measure { service, tolerance: Some(Tolerance::default()), ..blank.clone() };
    Some(view! {
        <HeadedForm form=form head="Add a measure" button="Save the measure" before=None read=move |wrong| read_measure(&form, &blank, wrong).into() says="The measure is added. Now enter its baseline, targets and readings." first="name" on_close=to_its_page(on_close)>
            <MeasureFields form=form measure=fields />
        </HeadedForm>
    })
}
