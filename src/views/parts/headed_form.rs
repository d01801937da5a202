//! A form with a heading of its own, for a record that has a page of its own.

use leptos::prelude::*;

use crate::domain::command::{Command, Refusal};
use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::route::Route;
use crate::session::{Request, use_session};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;

/// The fields stand inside it.
#[component]
pub fn HeadedForm<Read>(
    /// The form that the fields belong to.
    form: Form,
    /// What it does: "Edit the risk".
    head: &'static str,
    /// What its button says: "Save the risk".
    button: &'static str,
    /// The record as it was when the form was opened; nothing for a new one.
    before: Option<Thing>,
    /// The record that the fields come to; what cannot be read goes to the list.
    read: Read,
    /// What is said once it is saved.
    says: &'static str,
    /// The field that takes the focus.
    first: &'static str,
    /// What happens then: with the record's name where it was saved, with nothing where it was left alone.
    on_close: Callback<Option<Subject>>,
    /// The fields.
    children: Children,
) -> impl IntoView
where
    Read: Fn(&mut Vec<Refusal>) -> Thing + 'static,
{
    let session = use_session();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let after = read(&mut wrong);
        let saved = after.subject();
        form.save(wrong, Command::Put { before: before.clone(), after }, move || {
            session.say(says);
            on_close.run(Some(saved));
        });
    };
    let cancel = move |_| {
        form.forget();
        on_close.run(None);
    };
    let id = form.element("head");
    let heading = id.clone();
    session.request(Request::Focus(form.element(first)));
    view! {
        <section aria-labelledby=heading>
            <h2 id=id>{head}</h2>
            <form class="form" on:submit=save>
                <ErrorSummary form=form />
                {children()}
                <div class="form__actions">
                    <button class="button" type="submit">{button}</button>
                    <button class="button button--plain" type="button" on:click=cancel>"Cancel"</button>
                </div>
            </form>
        </section>
    }
}

/// After a record was added, its page; after it was left alone, where one was.
pub fn to_its_page(on_close: Callback<()>) -> Callback<Option<Subject>> {
    let session = use_session();
    Callback::new(move |saved: Option<Subject>| {
        on_close.run(());
        if let Some(saved) = saved {
            session.request(Request::Go(Route::of(&saved)));
        }
    })
}
