//! Saying which of several figures to go by. The others stay, marked as not in use.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::money::MoneyId;
use crate::session::use_session;
use crate::views::parts::dialog::Dialog;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};

/// A button that asks why, and then settles.
#[component]
pub fn GoBy(
    /// The figure.
    line: MoneyId,
    /// What people call it.
    #[prop(into)]
    called: Signal<String>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let head = Signal::derive(move || format!("Go by {}?", called.get()));
    let id = format!("go-by-{}", line.rest().replace('/', "-"));
    let line = StoredValue::new(line);
    view! {
        <button class="button button--quiet button--small" type="button" on:click=move |_| open.set(true)>
            "Go by this figure"<span class="visually-hidden">{move || format!(" {}", called.get())}</span>
        </button>
        <Dialog open=open head=head id=id>
            <Reason line=line.get_value() open=open />
        </Dialog>
    }
}

#[component]
fn Reason(line: MoneyId, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let form = Form::new(format!("go-by/{line}"));
    let reason = form.field("reason", "");
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let command = Command::UseFigure { line: line.clone(), reason: form.text("reason").unwrap_or_default() };
        form.save(Vec::new(), command, move || {
            open.set(false);
            session.say("Settled: this figure counts, and the others stay beside it.");
        });
    };
    view! {
        <form class="form" on:submit=save>
            <ErrorSummary form=form />
            <div class="dialog__body"><p>"Sums go by this figure. What other papers say stays beside it, marked as not in use."</p></div>
            <TextField form=form name="reason" label="Reason" value=reason typed=Typed::Text hint="Who settled it, and where that is recorded." />
            <div class="dialog__actions">
                <button class="button button--plain" type="button" on:click=move |_| open.set(false)>"Leave it open"</button>
                <button class="button" type="submit">"Go by this figure"</button>
            </div>
        </form>
    }
}
