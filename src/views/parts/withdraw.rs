//! Taking a record out of use, for a reason. It stays in the history and can be put back.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::references::referring_to;
use crate::domain::subject::Subject;
use crate::session::{Shelf, use_session};
use crate::views::parts::dialog::Dialog;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

/// A button that asks why, and then withdraws.
#[component]
pub fn Withdraw(
    /// What is withdrawn.
    record: Subject,
    /// What people call it.
    #[prop(into)]
    called: String,
    /// What happens once it is done.
    #[prop(into)]
    on_done: Callback<()>,
    /// The class of its button, smaller inside lists.
    #[prop(default = "button button--danger-quiet")]
    class: &'static str,
    /// In which log it stands.
    #[prop(default = Shelf::Shared)]
    shelf: Shelf,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let head = format!("Withdraw {called}?");
    let id = format!("withdraw-{}", record.as_str().replace('/', "-"));
    let record = StoredValue::new(record);
    let hidden = format!(" {called}");
    view! {
        <button class=class type="button" on:click=move |_| open.set(true)>"Withdraw"<span class="visually-hidden">{hidden}</span></button>
        <Dialog open=open head=head id=id>
            <WithdrawForm record=record.get_value() shelf=shelf open=open on_done=on_done />
        </Dialog>
    }
}

#[component]
fn WithdrawForm(record: Subject, shelf: Shelf, open: RwSignal<bool>, on_done: Callback<()>) -> impl IntoView {
    let form = Form::new(format!("withdraw/{record}"));
    let reason = form.field("reason", "");
    let uses = use_session().look(|open| open.map(|open| referring_to(&open.workspace, &record)).unwrap_or_default());
    let uses = (!uses.is_empty()).then(|| {
        let uses: Vec<_> = uses.iter().map(|(kind, many)| words::count(*many, kind.one(), kind.several())).collect();
        format!("Still referring to it: {}. They stay as they are, and name it as withdrawn.", words::list(&uses))
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let command = Command::Withdraw { record: record.clone(), why: form.text("reason").unwrap_or_default() };
        form.save_to(shelf, Vec::new(), command, move || {
            open.set(false);
            on_done.run(());
        });
    };
    view! {
        <form class="form" on:submit=save>
            <ErrorSummary form=form />
            <div class="dialog__body"><p>"It leaves every list and sum. It stays in the history, and Undo puts it back."</p>{uses.map(|uses| view! { <p>{uses}</p> })}</div>
            <TextField form=form name="reason" label="Reason" value=reason typed=Typed::Text />
            <div class="dialog__actions">
                <button class="button button--quiet" type="button" on:click=move |_| open.set(false)>"Keep it"</button>
                <button class="button button--danger" type="submit">"Withdraw it"</button>
            </div>
        </form>
    }
}
