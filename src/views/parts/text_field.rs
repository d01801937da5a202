//! A field to type into: text, a longer text, a date, an amount.

use leptos::prelude::*;

use crate::views::parts::field_frame::{Described, FieldFrame, described};
use crate::views::parts::form::Form;

/// What is typed into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Typed {
    /// One line.
    #[default]
    Line,
    /// Several lines.
    Text,
    /// A day.
    Date,
    /// An amount in pounds.
    Amount,
    /// A whole number.
    Number,
}

/// A labelled field with its hint and what is wrong with it.
#[component]
pub fn TextField(
    /// The form that it belongs to.
    form: Form,
    /// Its name, as files have it.
    name: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What stands in it.
    value: RwSignal<String>,
    /// What is typed.
    #[prop(optional)]
    typed: Typed,
    /// A short help, under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Its width in characters: 4, 8, 12, 20 or 40; without it the field fills its column.
    #[prop(optional)]
    width: Option<u8>,
    /// What the browser may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
) -> impl IntoView {
    let hint = hint.filter(|hint| !hint.is_empty());
    let Described { id, by, invalid } = described(form, name, hint.is_some());
    let entry = match typed {
        Typed::Text => view! {
            <textarea class="field__input field__input--text" id=id rows="3" aria-invalid=invalid aria-describedby=by prop:value=value on:input=move |event| value.set(event_target_value(&event))></textarea>
        }
        .into_any(),
        _ => {
            let kind = if typed == Typed::Date { "date" } else { "text" };
            let mode = match typed {
                Typed::Amount => Some("decimal"),
                Typed::Number => Some("numeric"),
                Typed::Line | Typed::Text | Typed::Date => None,
            };
            let input = view! {
                <input class="field__input" id=id type=kind inputmode=mode autocomplete=autocomplete.unwrap_or("off") data-width=width.map(|width| width.to_string()) aria-invalid=invalid aria-describedby=by prop:value=value on:input=move |event| value.set(event_target_value(&event)) />
            };
            if typed == Typed::Amount {
                view! { <span class="field__with"><span class="field__unit" aria-hidden="true">"£"</span>{input}</span> }.into_any()
            } else {
                input.into_any()
            }
        }
    };
    view! { <FieldFrame form=form name=name label=label hint=hint>{entry}</FieldFrame> }
}
