//! The fields of a form from a list of what is asked, for records that carry no rule of their own.

use leptos::prelude::*;

use crate::views::parts::choice_field::ChoiceField;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};

/// One thing that is asked.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Its name, as files have it.
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
    /// A short help.
    pub hint: Option<&'static str>,
    /// What stands in it at first.
    pub starts: String,
    /// How it is answered.
    pub way: Way,
}

/// How something is answered.
#[derive(Debug, Clone)]
pub enum Way {
    /// By typing.
    Typed(Typed),
    /// By typing a few letters: the width in characters.
    Short(Typed, u8),
    /// By choosing; the keys and words to choose from.
    Choice(Vec<(String, String)>),
}

impl Ask {
    /// A line of text.
    pub fn line(name: &'static str, label: &'static str, starts: Option<&String>) -> Self {
        Self { name, label, hint: None, starts: starts.cloned().unwrap_or_default(), way: Way::Typed(Typed::Line) }
    }

    /// A longer text.
    pub fn text(name: &'static str, label: &'static str, starts: Option<&String>) -> Self {
        Self { way: Way::Typed(Typed::Text), ..Self::line(name, label, starts) }
    }

    /// A few letters or a figure.
    pub fn short(name: &'static str, label: &'static str, starts: impl Into<String>) -> Self {
        Self { way: Way::Short(Typed::Line, 12), starts: starts.into(), ..Self::line(name, label, None) }
    }

    /// A day.
    pub fn day(name: &'static str, label: &'static str, starts: Option<chrono::NaiveDate>) -> Self {
        let starts = starts.map(|day| day.to_string()).unwrap_or_default();
        Self { way: Way::Short(Typed::Date, 12), starts, ..Self::line(name, label, None) }
    }

    /// One of several.
    pub fn one_of(name: &'static str, label: &'static str, starts: impl Into<String>, options: Vec<(String, String)>) -> Self {
        Self { way: Way::Choice(options), starts: starts.into(), ..Self::line(name, label, None) }
    }

    /// The same with a short help.
    pub fn hint(self, hint: &'static str) -> Self {
        Self { hint: Some(hint), ..self }
    }
}

/// Every field that is asked, in order.
#[component]
pub fn AskedFields(
    /// The form that they belong to.
    form: Form,
    /// What is asked.
    asks: Vec<Ask>,
) -> impl IntoView {
    let field = move |ask: Ask| {
        let value = form.field(ask.name, ask.starts);
        let hint = ask.hint.unwrap_or_default();
        match ask.way {
            Way::Typed(typed) => {
                view! { <TextField form=form name=ask.name label=ask.label value=value typed=typed hint=hint /> }.into_any()
            }
            Way::Short(typed, width) => {
                view! { <TextField form=form name=ask.name label=ask.label value=value typed=typed width=width hint=hint /> }
                    .into_any()
            }
            Way::Choice(options) => {
                view! { <ChoiceField form=form name=ask.name label=ask.label value=value options=options hint=hint /> }.into_any()
            }
        }
    };
    asks.into_iter().map(field).collect_view()
}
