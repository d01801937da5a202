//! Closing something that is looked after, and opening it again, each for a reason.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::risk::Openness;
use crate::domain::subject::Subject;
use crate::session::use_session;
use crate::views::parts::dialog::Dialog;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};

/// A button that asks why, and then closes or opens.
#[component]
pub fn OpenOrClose(
    /// Which record.
    record: Subject,
    /// What it is called in a sentence: "risk", "issue".
    what: &'static str,
    /// Whether it is open now.
    #[prop(into)]
    now: Signal<Openness>,
    /// What is to be done, with the reason.
    command: Callback<String, Option<Command>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let words = Memo::new(move |_| match now.get() {
        Openness::Open => format!("Close this {what}"),
        Openness::Closed => format!("Open this {what} again"),
    });
    let id = format!("turn-{}", record.as_str().replace('/', "-"));
    let record = StoredValue::new(record);
    view! {
        <button class="button button--quiet" type="button" on:click=move |_| open.set(true)>{words}</button>
        <Dialog open=open head=words id=id>
            <Reason record=record.get_value() what=what now=now command=command open=open />
        </Dialog>
    }
}

#[component]
fn Reason(
    record: Subject,
    what: &'static str,
    now: Signal<Openness>,
    command: Callback<String, Option<Command>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let form = Form::new(format!("turn/{record}"));
    let reason = form.field("reason", "");
    let (effect, verb, done) = match now.get_untracked() {
        Openness::Open => {
            ("It stays in the register, out of the heatmap and the sums. It can be opened again.", "Close it", "closed")
        }
        Openness::Closed => ("It counts again from now on.", "Open it", "open again"),
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(command) = command.run(form.text("reason").unwrap_or_default()) else { return };
        form.save(Vec::new(), command, move || {
            open.set(false);
            session.say(format!("The {what} is {done}."));
        });
    };
    view! {
        <form class="form" on:submit=save>
            <ErrorSummary form=form />
            <div class="dialog__body"><p>{effect}</p></div>
            <TextField form=form name="reason" label="Reason" value=reason typed=Typed::Text />
            <div class="dialog__actions">
                <button class="button" type="submit">{verb}</button>
                <button class="button button--plain" type="button" on:click=move |_| open.set(false)>"Cancel"</button>
            </div>
        </form>
    }
}
