//! How far a service has come, and moving it to another stage.

use leptos::prelude::*;

use crate::domain::command::{Command, Refusal};
use crate::domain::service::{Reached, Service, ServiceId, Stage};
use crate::domain::thing::Kind;
use crate::session::{Request, use_session};
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::fact::Fact;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

const BUTTON: &str = "move-stage";

/// The stage that was reached.
#[component]
pub fn StageNow(
    /// Which.
    id: ServiceId,
    /// The service as it stands.
    service: Memo<Option<Service>>,
) -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    let reading = session.reading();
    let stage = Memo::new(move |_| service.with(|service| service.as_ref().and_then(|service| service.stage.clone())));
    let fact = move |pick: fn(&Reached) -> Option<String>| Signal::derive(move || stage.with(|stage| pick(stage.as_ref()?)));
    let due = move || stage.with(|stage| stage.as_ref().and_then(|stage| stage.next_due));
    let next = Signal::derive(move || {
        let (due, reading) = (due()?, reading.get());
        Some(format!("{} ({})", words::date::long(due), words::date::distance(due, reading)))
    });
    let form = move || view! { <MoveStage id=id.clone() open=open /> };
    view! {
        <section aria-labelledby="stage-head">
            <h2 id="stage-head">"Stage"</h2>
            <dl class="facts">
                <Fact term="Now" value=fact(|stage| Some(stage.stage.label().to_owned())) note=fact(|stage| stage.note.clone()) />
                <Fact term="Since" value=fact(|stage| stage.since.map(words::date::long)) />
                <Fact term="Next stage due" value=next />
            </dl>
            <div class="buttons">
                <button class="button button--quiet" type="button" id=BUTTON aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>"Move stage"</button>
            </div>
            <Show when=move || open.get()>{form.clone()}</Show>
        </section>
    }
}

#[component]
fn MoveStage(id: ServiceId, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let form = Form::new(format!("stage/{id}"));
    let stage = form.field("stage", "");
    let since = form.field("since", "");
    let next_due = form.field("next_due", "");
    let note = form.field("note", "");
    let reason = form.field("reason", "");
    let stages = or_not_stated(Stage::ALL.iter().map(|stage| (stage.key().to_owned(), stage.label().to_owned())));
    let close = move || {
        open.set(false);
        session.request(Request::Focus(BUTTON.to_owned()));
    };
    let now = session.select(&[Kind::Service], {
        let id = id.clone();
        move |workspace, _| workspace.services.get(&id)?.stage.as_ref().map(|reached| reached.stage.label())
    });
    let hint = now.get_untracked().map_or_else(String::new, |now| format!("Now: {now}."));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let (since, next_due) = (form.date("since", &mut wrong), form.date("next_due", &mut wrong));
        let Some(stage) = form.text("stage").and_then(|key| Stage::from_key(&key)) else {
            form.refuse(std::iter::once(Refusal::of("stage", "Choose the stage that it moves to.")).chain(wrong).collect());
            return;
        };
        if since.zip(next_due).is_some_and(|(since, due)| due < since) {
            wrong.push(Refusal::of("next_due", "The next stage would be due before this one began. Put the later date second."));
        }
        let to = Reached { stage, since, next_due, note: form.text("note") };
        let command = Command::MoveStage { service: id.clone(), to, reason: form.text("reason") };
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
            <div class="form__row">
                <TextField form=form name="since" label="Since" value=since typed=Typed::Date width=12 />
                <TextField form=form name="next_due" label="Next stage due" value=next_due typed=Typed::Date width=12 />
            </div>
            <TextField form=form name="note" label="About this stage" value=note hint="It stands beside the stage." />
            <TextField form=form name="reason" label="Reason" value=reason typed=Typed::Text hint="Why it moves, who decided. It stands in the history." />
            <div class="form__actions">
                <button class="button" type="submit">"Save the stage"</button>
                <button class="button button--plain" type="button" on:click=cancel>"Cancel"</button>
            </div>
        </form>
    }
}
