//! A field to choose one thing from a list.

use leptos::prelude::*;

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
    let id = form.element(name);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let refusal = Memo::new(move |_| form.refusal(name));
    let described = {
        let (hint_id, error_id, has_hint) = (hint_id.clone(), error_id.clone(), hint.is_some());
        move || match (has_hint, refusal.with(Option::is_some)) {
            (true, true) => Some(format!("{hint_id} {error_id}")),
            (true, false) => Some(hint_id.clone()),
            (false, true) => Some(error_id.clone()),
            (false, false) => None,
        }
    };
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
        <div class="field" class:field--wrong=move || refusal.with(Option::is_some)>
            <label class="field__label" for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {move || refusal.get().map(|says| view! { <p class="field__error" id=error_id.clone()>{says}</p> })}
            <select class="field__input" id=id aria-invalid=move || refusal.with(Option::is_some).then_some("true") aria-describedby=described prop:value=value on:change=move |event| value.set(event_target_value(&event))>
                {choices}
            </select>
        </div>
    }
}

/// The choices of a closed list as keys and words, with "not stated" first.
pub fn or_not_stated(choices: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), "Not stated".to_owned())).chain(choices).collect()
}
