//! A choice of what is shown: it changes the address, not the work.

use leptos::prelude::*;

/// Options after one that stands for all.
pub fn any(all: &str, options: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), all.to_owned())).chain(options).collect()
}

/// A labelled choice of one. The first option as a rule stands for all.
#[component]
pub fn FilterField(
    /// The name of its element.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// Keys and words to choose from.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The key of what is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// What happens with another choice.
    on_pick: Callback<String>,
) -> impl IntoView {
    let choices = move || {
        let option = |(key, words): (String, String)| {
            let chosen = {
                let key = key.clone();
                move || value.with(|value| *value == key)
            };
            view! { <option value=key selected=chosen>{words}</option> }
        };
        options.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <select class="field__input" id=id prop:value=value on:change=move |event| on_pick.run(event_target_value(&event))>{choices}</select>
        </div>
    }
}
