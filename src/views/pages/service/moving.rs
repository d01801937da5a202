//! Moving a service to another stage: what that asks for stands there before the tap.

use leptos::prelude::*;

use crate::domain::command::{Command, Refusal};
use crate::domain::gate::{Asked, asked, asks_why};
use crate::domain::service::{Reached, ServiceId, Stage};
use crate::domain::thing::Kind;
use crate::session::{Request, use_session};
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

/// The form. What is missing can be overridden for a reason, which stays with the service.
#[component]
pub fn MoveStage(
    /// Which service.
    id: ServiceId,
    /// Whether the form is shown.
    open: RwSignal<bool>,
    /// The element that takes the focus afterwards.
    back: &'static str,
) -> impl IntoView {
    let session = use_session();
    let form = Form::new(format!("stage/{id}"));
    let stage = form.field("stage", "");
    let since = form.field("since", "");
    let next_due = form.field("next_due", "");
    let note = form.field("note", "");
    let despite = form.field("despite", "");
    let reason = form.field("reason", "");
    let stages = or_not_stated(Stage::ALL.iter().map(|stage| (stage.key().to_owned(), stage.label().to_owned())));
    let close = move || {
        open.set(false);
        session.request(Request::Focus(back.to_owned()));
    };
    let chosen = Memo::new(move |_| stage.with(|key| Stage::from_key(key)));
    let of = id.clone();
    let now = session.select(&[Kind::Service], move |workspace, _| {
        workspace.services.get(&of)?.stage.as_ref().map(|reached| reached.stage.label())
    });
    let hint = now.get_untracked().map_or_else(String::new, |now| format!("Now: {now}."));
    let of = id.clone();
    let all = session.select(Kind::ALL, move |workspace, _| {
        let asked_by = |stage: Stage| workspace.services.get(&of).map(|service| asked(workspace, service, stage));
        chosen.get().and_then(asked_by).unwrap_or_default()
    });
    let lacks = Memo::new(move |_| all.with(|all| all.iter().any(|asked| asked.lacking.is_some())));
    let why = move || chosen.get().and_then(asks_why).unwrap_or("It stands beside the stage.");
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let (since, next_due) = (form.date("since", &mut wrong), form.date("next_due", &mut wrong));
        let Some(stage) = chosen.get_untracked() else {
            form.refuse(std::iter::once(Refusal::of("stage", "Choose the stage that it moves to.")).chain(wrong).collect());
            return;
        };
        if since.zip(next_due).is_some_and(|(since, due)| due < since) {
            wrong.push(Refusal::of("next_due", "The next stage would be due before this one began. Put the later date second."));
        }
        let to = Reached { since, next_due, note: form.text("note"), ..Reached::new(stage) };
        let (reason, despite) = (form.text("reason"), form.text("despite"));
        let command = Command::MoveStage { service: id.clone(), to, reason, despite };
        form.save(wrong, command, move || {
            session.say(format!("The stage is {}.", stage.label()));
            close();
        });
    };
    let cancel = move |_| {
        form.forget();
        close();
    };
    session.request(Request::Focus(form.element("stage")));
    view! {
        <form class="form" aria-label="Move stage" on:submit=save>
            <ErrorSummary form=form />
            <ChoiceField form=form name="stage" label="Stage" value=stage options=stages hint=hint />
            <Show when=move || chosen.get().is_some()><WhatIsAsked all=all /></Show>
            <div class="form__row">
                <TextField form=form name="since" label="Since" value=since typed=Typed::Date width=12 />
                <TextField form=form name="next_due" label="Next stage due" value=next_due typed=Typed::Date width=12 />
            </div>
            {move || view! { <TextField form=form name="note" label="About this stage" value=note hint=why() /> }}
            <Show when=move || lacks.get()>
                <TextField form=form name="despite" label="Why it moves on without what is missing" value=despite typed=Typed::Text hint="Left empty, it stays where it is. The reason stays on this page and in the history." />
            </Show>
            <TextField form=form name="reason" label="Reason" value=reason typed=Typed::Text hint="Why it moves, who decided. It stands in the history." />
            <div class="form__actions">
                <button class="button" type="submit">"Save the stage"</button>
                <button class="button button--plain" type="button" on:click=cancel>"Cancel"</button>
            </div>
        </form>
    }
}

/// Every requirement, met or with what is missing of it.
#[component]
fn WhatIsAsked(all: Memo<Vec<Asked>>) -> impl IntoView {
    let missing = move || all.with(|all| all.iter().filter(|asked| asked.lacking.is_some()).count());
    let says = move || match (all.with(Vec::len), missing()) {
        (0, _) => "This stage asks for nothing more.".to_owned(),
        (1, 0) => "What it asks for is there.".to_owned(),
        (many, 0) => format!("All {many} things that it asks for are there."),
        (many, missing) => format!(
            "{} of {} missing.",
            words::number(missing as u64),
            words::count(many, "thing that it asks for is", "things that it asks for are")
        ),
    };
    let item = |asked: Asked| {
        let mark = match &asked.lacking {
            Some(_) => view! { <span class="flag">"Missing"</span> },
            None => view! { <span class="flag" data-tone="calm">"There"</span> },
        };
        let lacking = asked.lacking.map(|says| view! { <p class="results__says">{says}</p> });
        view! { <li class="results__item">{mark}" "{asked.requirement.label()}{lacking}</li> }
    };
    view! {
        <section aria-label="What this stage asks for">
            <p role="status">{says}</p>
            <ul class="results">{move || all.get().into_iter().map(item).collect_view()}</ul>
        </section>
    }
}
