//! Forms for a risk: adding one, and changing what is stated of it.

use leptos::prelude::*;

use crate::domain::risk::{Risk, RiskId};
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::pages::risk::fields::{RiskFields, read_risk};
use crate::views::parts::form::Form;
use crate::views::parts::headed_form::{HeadedForm, to_its_page};
use crate::views::parts::level_grid::{LevelGrid, level_of};

/// The form for everything but the score and the state.
#[component]
pub fn EditRisk(
    /// Which.
    id: RiskId,
    /// What happens once it is saved or left alone.
    on_close: Callback<()>,
) -> impl IntoView {
    let risk = use_session().look(|open| open?.workspace.risks.get(&id).cloned()).unwrap_or_else(|| Risk::new(id.clone()));
    let form = Form::new(id.to_string());
    let (before, fields) = (risk.clone(), risk.clone());
    let close = Callback::new(move |_| on_close.run(()));
    view! {
        <HeadedForm form=form head="Edit the risk" button="Save" before=Some(before.into()) read=move |wrong| read_risk(&form, &risk, wrong).into() says="The risk is saved." first="reference" on_close=close>
            <RiskFields form=form risk=fields />
        </HeadedForm>
    }
}

/// The form for a new risk. It may be scored at once; left alone it is "not scored".
#[component]
pub fn AddRisk(
    /// What happens once it is saved or left alone.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let form = Form::new("risk/new");
    let level = form.field("level", "");
    let matrix = session.select(&[Kind::About], |workspace, _| workspace.matrix());
    let blank = Risk::new(RiskId::new(&session.new_id())?);
    let fields = blank.clone();
    let read = move |wrong: &mut Vec<_>| {
        let level = form.text("level").and_then(|key| level_of(&key));
        Risk { level, ..read_risk(&form, &blank, wrong) }.into()
    };
    Some(view! {
        <HeadedForm form=form head="Add a risk" button="Save the risk" before=None read=read says="The risk is added." first="reference" on_close=to_its_page(on_close)>
            <RiskFields form=form risk=fields />
            <LevelGrid form=form legend="Likelihood and impact" value=level now=Signal::derive(|| None) matrix=matrix />
        </HeadedForm>
    })
}
