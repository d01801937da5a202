//! Who is it that makes changes here? Asked once, before the first change.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::log::Author;
use crate::session::use_session;
use crate::views::parts::dialog::Dialog;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::TextField;

/// The dialog that asks who the person is. What they were doing goes on as soon as they have answered.
#[component]
pub fn Introduce() -> impl IntoView {
    let session = use_session();
    view! {
        <Dialog open=session.asking head="Who are you?" id="introduce-head" on_close=move |()| session.decline_to_introduce()>
            <div class="dialog__body"><p>"Your change carries your name and council, so that others can see who said what. They are kept on this device and sealed into each change. Nobody checks them."</p></div>
            <WhoIAm id="introduce" on_done=|()| () on_cancel=move |()| session.decline_to_introduce() />
        </Dialog>
    }
}

/// The two fields that say who makes changes on this device.
#[component]
pub fn WhoIAm(
    /// The form's name.
    id: &'static str,
    /// What happens once it is saved.
    #[prop(into)]
    on_done: Callback<()>,
    /// What happens when the person would rather not say; without it there is no such button.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let session = use_session();
    let form = Form::new(id);
    let author = session.author.get_untracked().unwrap_or_default();
    let name = form.field("name", author.name);
    let council = form.field("council", author.council);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match (form.text("name"), form.text("council")) {
            (Some(name), Some(council)) => {
                form.forget();
                form.refusals.set(Vec::new());
                session.introduce(Author { name, council });
                session.say("Your name and council are remembered on this device.");
                on_done.run(());
            }
            (name, council) => {
                let missing = [
                    (name, "name", "Say your name, or the office that you speak for."),
                    (council, "council", "Say which council or body you belong to."),
                ];
                form.refuse(
                    missing
                        .into_iter()
                        .filter(|(typed, ..)| typed.is_none())
                        .map(|(_, field, says)| Refusal::of(field, says))
                        .collect(),
                );
            }
        }
    };
    view! {
        <form class="form" on:submit=save>
            <ErrorSummary form=form />
            <TextField form=form name="name" label="Your name" value=name width=20 autocomplete="name" />
            <TextField form=form name="council" label="Your council" value=council width=20 autocomplete="organization" />
            <div class="form__actions">
                <button class="button" type="submit">"Save"</button>
                {on_cancel.map(|cancel| view! { <button class="button button--plain" type="button" on:click=move |_| cancel.run(())>"Cancel"</button> })}
            </div>
        </form>
    }
}
