//! A field to choose one thing from a list.

use leptos::prelude::*;

use crate::views::parts::field_frame::{Described, FieldFrame, described};
use crate::views::parts::form::Form;

/// A labelled choice of one. An empty key stands for "not stated".
#[component]
pub fn ChoiceField(
    /// The form that it belongs to.
    form: Form,
    /// Its name, as files have it.
    name: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// The key of what is chosen.
    value: RwSignal<String>,
    /// Keys and words to choose from, the empty one included where nothing need be chosen.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// A short help, under the label.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let hint = hint.filter(|hint| !hint.is_empty());
    let Described { id, by, invalid } = described(form, name, hint.is_some());
    let choices = move || {
        options
            .get()
            .into_iter()
            .map(|(key, words)| {
                let chosen = {
                    let key = key.clone();
                    move || value.with(|value| *value == key)
                };
                view! { <option value=key selected=chosen>{words}</option> }
            })
            .collect_view()
    };
    view! {
        <FieldFrame form=form name=name label=label hint=hint>
            <select class="field__input" id=id aria-invalid=invalid aria-describedby=by prop:value=value on:change=move |event| value.set(event_target_value(&event))>
                {choices}
            </select>
        </FieldFrame>
    }
}

/// The choices of a closed list as keys and words, with "not stated" first.
pub fn or_not_stated(choices: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), "Not stated".to_owned())).chain(choices).collect()
}
