//! Forms for a risk: adding one, and changing what is stated of it.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::risk::{Risk, RiskId};
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::{Request, use_session};
use crate::views::pages::risk::fields::{RiskFields, read_risk};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::level_grid::{LevelGrid, level_of};

/// The form for everything but the score and the state.
#[component]
pub fn EditRisk(
    /// Which.
    id: RiskId,
    /// What happens once it is saved or left alone.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let before = session.peek(|open| open?.workspace.risks.get(&id).cloned()).unwrap_or_else(|| Risk::new(id.clone()));
    let form = Form::new(id.to_string());
    let fields = before.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let after = read_risk(&form, &before, &mut wrong);
        form.save(wrong, Command::Put { before: Some(before.clone().into()), after: after.into() }, move || {
            session.say("The risk is saved.");
            on_close.run(());
        });
    };
    let cancel = move |_| {
        form.forget();
        on_close.run(());
    };
    session.request(Request::Focus(form.element("reference")));
    view! {
        <form class="form" on:submit=save aria-labelledby="edit-head">
            <h2 id="edit-head">"Edit the risk"</h2>
            <ErrorSummary form=form />
            <RiskFields form=form risk=fields />
            <div class="form__actions">
                <button class="button" type="submit">"Save"</button>
                <button class="button button--plain" type="button" on:click=cancel>"Cancel"</button>
            </div>
        </form>
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
    let Some(id) = RiskId::new(&session.new_id()) else { return ().into_any() };
    let blank = Risk::new(id);
    let fields = blank.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let level = form.text("level").and_then(|key| level_of(&key));
        let after = Risk { level, ..read_risk(&form, &blank, &mut wrong) };
        let page = Route::Risk(after.id.clone());
        form.save(wrong, Command::Put { before: None, after: after.into() }, move || {
            session.say("The risk is added.");
            on_close.run(());
            session.request(Request::Go(page));
        });
    };
    let cancel = move |_| {
        form.forget();
        on_close.run(());
    };
    session.request(Request::Focus(form.element("reference")));
    view! {
        <section aria-labelledby="add-risk-head">
            <h2 id="add-risk-head">"Add a risk"</h2>
            <form class="form" on:submit=save>
                <ErrorSummary form=form />
                <RiskFields form=form risk=fields />
                <LevelGrid form=form legend="Likelihood and impact" value=level now=Signal::derive(|| None) matrix=matrix />
                <div class="form__actions">
                    <button class="button" type="submit">"Save the risk"</button>
                    <button class="button button--plain" type="button" on:click=cancel>"Cancel"</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}
