//! What stands round every field of a form: its label, its hint, and what is wrong with it.

use leptos::prelude::*;

use crate::views::parts::form::Form;

/// How a field's element says that it is wrong, and where its hint and its error are read.
#[derive(Clone)]
pub struct Described {
    /// The name of the field's element.
    pub id: String,
    /// `aria-describedby`.
    pub by: Signal<Option<String>>,
    /// `aria-invalid`.
    pub invalid: Signal<Option<&'static str>>,
}

/// What a field of a form is described by.
pub fn described(form: Form, name: &'static str, has_hint: bool) -> Described {
    let id = form.element(name);
    let refusal = Memo::new(move |_| form.refusal(name));
    let (hint, error) = (hint_id(&id), error_id(&id));
    let by = Signal::derive(move || {
        let hint = has_hint.then(|| hint.clone());
        let error = refusal.with(Option::is_some).then(|| error.clone());
        let both: Vec<_> = hint.into_iter().chain(error).collect();
        (!both.is_empty()).then(|| both.join(" "))
    });
    let invalid = Signal::derive(move || refusal.with(Option::is_some).then_some("true"));
    Described { id, by, invalid }
}

/// The label above a field, its hint, and what is wrong with it; the field's own element is its child.
#[component]
pub fn FieldFrame(
    /// The form that the field belongs to.
    form: Form,
    /// Its name, as files have it.
    name: &'static str,
    /// Its label.
    label: String,
    /// A short help, under the label.
    hint: Option<String>,
    /// The element that is typed into.
    children: Children,
) -> impl IntoView {
    let id = form.element(name);
    let refusal = Memo::new(move |_| form.refusal(name));
    let (hint_id, error_id) = (hint_id(&id), error_id(&id));
    view! {
        <div class="field" class:field--wrong=move || refusal.with(Option::is_some)>
            <label class="field__label" for=id>{label}</label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {move || refusal.get().map(|says| view! { <p class="field__error" id=error_id.clone()>{says}</p> })}
            {children()}
        </div>
    }
}

fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

fn error_id(id: &str) -> String {
    format!("{id}-error")
}
