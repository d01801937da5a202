//! Fields for dates that belong together: from when to when, and a date that somebody moved.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::source::{Amended, Term};
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};

/// The fields of `term`. The first carries the name of the record's own field.
#[component]
pub fn TermFields(
    /// The form that they belong to.
    form: Form,
    /// What they start with.
    starts: Option<Term>,
) -> impl IntoView {
    let starts = starts.unwrap_or_default();
    let from = form.field("term", starts.from.map(|date| date.to_string()).unwrap_or_default());
    let to = form.field("term-to", starts.to.map(|date| date.to_string()).unwrap_or_default());
    view! {
        <div class="form__row">
            <TextField form=form name="term" label="From" value=from typed=Typed::Date width=12 />
            <TextField form=form name="term-to" label="To" value=to typed=Typed::Date width=12 />
        </div>
    }
}

/// The term that was typed; nothing where both ends are open.
pub fn read_term(form: &Form, wrong: &mut Vec<Refusal>) -> Option<Term> {
    let term = Term { from: form.date("term", wrong), to: form.date("term-to", wrong) };
    (term != Term::default()).then_some(term)
}

/// The fields of `amended`.
#[component]
pub fn AmendedFields(
    /// The form that they belong to.
    form: Form,
    /// What they start with.
    starts: Option<Amended>,
) -> impl IntoView {
    let date = form.field("amended", starts.as_ref().map(|amended| amended.date.to_string()).unwrap_or_default());
    let authority = form.field("amended-authority", starts.map(|amended| amended.authority).unwrap_or_default());
    view! {
        <div class="form__row">
            <TextField form=form name="amended" label="Amended to" value=date typed=Typed::Date width=12 hint="The first date stays beside it." />
            <TextField form=form name="amended-authority" label="Who amended it" value=authority width=40 hint="A body and a day, and where it is recorded." />
        </div>
    }
}

/// The amended date that was typed. One without the other goes to `wrong`.
pub fn read_amended(form: &Form, wrong: &mut Vec<Refusal>) -> Option<Amended> {
    let date = form.date("amended", wrong);
    match (date, form.text("amended-authority")) {
        (Some(date), Some(authority)) => Some(Amended { date, authority }),
        (Some(_), None) => {
            wrong.push(Refusal::of("amended-authority", "Say who moved the date, and where that is recorded."));
            None
        }
        (None, Some(_)) if wrong.iter().all(|refusal| refusal.field != "amended") => {
            wrong.push(Refusal::of("amended", "Say to which date it was moved, or clear who moved it."));
            None
        }
        (None, _) => None,
    }
}
