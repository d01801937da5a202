//! The button that opens a record's form in place.

use leptos::prelude::*;

use crate::domain::subject::Subject;

/// `Edit`, and for those who hear the page what is edited.
#[component]
pub fn EditButton(
    /// The record.
    record: Subject,
    /// What people call it.
    #[prop(into)]
    called: Signal<String>,
    /// Whether its form is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <button class="button button--quiet button--small" type="button" id=edit_button_id(&record) aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
            "Edit"<span class="visually-hidden">" "{called}</span>
        </button>
    }
}

/// The name of the button's element, where the focus goes back to.
pub fn edit_button_id(record: &Subject) -> String {
    format!("edit-{}", record.as_str().replace('/', "-"))
}
