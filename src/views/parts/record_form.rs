//! A form that adds or changes one record: what people differ on, its fields, its buttons, and its history below.

use leptos::prelude::*;

use crate::domain::command::{Command, Refusal};
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::session::{Request, use_session};
use crate::views::parts::conflicts::Conflicts;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::trail::Trail;
use crate::views::parts::withdraw::Withdraw;
use crate::words;

/// The fields stand inside it. Once saved or left alone it goes, and the focus goes back to where it came from.
#[component]
pub fn RecordForm<Read>(
    /// The form that the fields belong to.
    form: Form,
    /// What it does: "Edit the milestone", "Add a partner".
    #[prop(into)]
    label: String,
    /// The record as it was when the form was opened; nothing for a new one.
    before: Option<Thing>,
    /// The record that the fields come to; what cannot be read goes to the list.
    read: Read,
    /// What is said once it is saved.
    says: &'static str,
    /// The field that takes the focus.
    first: &'static str,
    /// The element that takes the focus afterwards.
    #[prop(into)]
    back: String,
    /// Where the record can be withdrawn from its form: what it is called, such as "the milestone", and where the focus
    /// goes once it is gone.
    #[prop(optional_no_strip, into)]
    withdraw: Option<(&'static str, String)>,
    /// What happens then: with the record's name where it was saved, with nothing where it was left alone.
    on_close: Callback<Option<Subject>>,
    /// The fields.
    children: Children,
) -> impl IntoView
where
    Read: Fn(&mut Vec<Refusal>) -> Option<Thing> + 'static,
{
    let session = use_session();
    let known = before.as_ref().map(Thing::subject);
    let back = StoredValue::new(back);
    let close = move |saved: Option<Subject>| {
        session.request(Request::Focus(back.get_value()));
        on_close.run(saved);
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        match read(&mut wrong) {
            Some(after) => {
                let subject = after.subject();
                // A partner's part in a service has one name for good, withdrawn or not.
                let command = match session.look(|open| open?.out_of_use(&subject)) {
                    Some(withdrawn) if before.is_none() => Command::EnterAgain { before: withdrawn, after },
                    _ => Command::Put { before: before.clone(), after },
                };
                form.save(wrong, command, move || {
                    session.say(says);
                    close(Some(subject));
                });
            }
            None => form.refuse(wrong),
        }
    };
    let cancel = move |_| {
        form.forget();
        close(None);
    };
    session.request(Request::Focus(form.element(first)));
    let withdraw = known.clone().zip(withdraw).map(|(subject, (called, then))| {
        let withdrawn = Callback::new(move |()| {
            session.say(format!("{} is withdrawn.", words::sentence(called)));
            session.request(Request::Focus(then.clone()));
        });
        view! { <div class="buttons"><Withdraw record=subject called=called on_done=withdrawn /></div> }
    });
    let settle = known.clone().map(|subject| view! { <Conflicts subject=subject /> });
    let history = known.map(|subject| view! { <details class="fold"><summary class="fold__head">"History"</summary><Trail subject=subject /></details> });
    view! {
        {settle}
        <form class="form" aria-label=label on:submit=save>
            <ErrorSummary form=form />
            {children()}
            <div class="form__actions">
                <button class="button" type="submit">"Save"</button>
                <button class="button button--plain" type="button" on:click=cancel>"Cancel"</button>
            </div>
        </form>
        {withdraw}
        {history}
    }
}
