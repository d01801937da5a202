//! A field for a passphrase. What is typed into it is never kept as a draft.

use leptos::prelude::*;

use crate::views::parts::field_frame::{Described, FieldFrame, described};
use crate::views::parts::form::Form;

/// A labelled field whose text is not shown unless somebody asks.
#[component]
pub fn PassphraseField(
    /// The form that it belongs to.
    form: Form,
    /// Its name.
    name: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What stands in it.
    value: RwSignal<String>,
    /// Whether what is typed is shown.
    shown: RwSignal<bool>,
    /// What the browser is told about it: `new-password` or `off`.
    autocomplete: &'static str,
    /// A short help, under the label.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let Described { id, by, invalid } = described(form, name, hint.is_some());
    let kind = move || if shown.get() { "text" } else { "password" };
    view! {
        <FieldFrame form=form name=name label=label hint=hint>
            <input class="field__input" id=id type=kind autocomplete=autocomplete autocapitalize="off" spellcheck="false" data-width="40" aria-invalid=invalid aria-describedby=by prop:value=value on:input=move |event| value.set(event_target_value(&event)) />
        </FieldFrame>
    }
}

/// Shows what is typed, or hides it again.
#[component]
pub fn ShowPassphrase(
    /// Whether it is shown.
    shown: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input class="choice__input" type="checkbox" prop:checked=shown on:change=move |_| shown.update(|shown| *shown = !*shown) />
            <span class="choice__label">"Show what is typed"</span>
        </label>
    }
}
