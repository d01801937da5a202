//! The fields of a milestone, and the milestone that they come to.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::milestone::Milestone;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::parts::choice_field::ChoiceField;
use crate::views::parts::dates_fields::{AmendedFields, read_amended};
use crate::views::parts::form::Form;
use crate::views::parts::source_fields::{SOURCE, SourceFields, read_source};
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

/// Every field of a milestone. What it belongs to is asked only where there is more than one answer.
#[component]
pub fn MilestoneFields(
    /// The form that they belong to.
    form: Form,
    /// What they start with.
    milestone: Milestone,
    /// What it may belong to.
    of: Signal<Vec<Subject>>,
) -> impl IntoView {
    let date = |name: &'static str, starts: Option<chrono::NaiveDate>| {
        form.field(name, starts.map(|date| date.to_string()).unwrap_or_default())
    };
    let what = form.field("what", milestone.what.unwrap_or_default());
    let owner = form.field("owner", milestone.owner.unwrap_or_default());
    let (due, done) = (date("due", milestone.due), date("done", milestone.done));
    let about = form.field("about", milestone.about.map(String::from).unwrap_or_default());
    let options = use_session().select(&[Kind::Programme, Kind::Phase, Kind::Service], move |workspace, _| {
        let named = |subject: &Subject| (subject.to_string(), words::name(workspace, subject));
        of.with(|of| of.iter().map(named).collect::<Vec<_>>())
    });
    let asks = options.with_untracked(Vec::len) > 1;
    view! {
        <TextField form=form name="what" label="What is to be done" value=what />
        {asks.then(|| view! { <ChoiceField form=form name="about" label="Of" value=about options=Signal::derive(move || options.get()) /> })}
        <div class="form__row">
            <TextField form=form name="due" label="Due" value=due typed=Typed::Date width=12 hint="The first date, as it was set." />
            <TextField form=form name="done" label="Done on" value=done typed=Typed::Date width=12 hint="Empty until it is done." />
            <TextField form=form name="owner" label="Who sees to it" value=owner width=20 hint="The office, not the name, where you can." />
        </div>
        <AmendedFields form=form starts=milestone.amended />
        <SourceFields form=form names=SOURCE starts=milestone.source />
    }
}

/// The milestone that the form comes to; what cannot be read goes to `wrong`.
pub fn read_milestone(form: &Form, before: &Milestone, wrong: &mut Vec<Refusal>) -> Milestone {
    Milestone {
        what: form.text("what"),
        about: form.text("about").and_then(|name| Subject::parse(&name)),
        due: form.date("due", wrong),
        done: form.date("done", wrong),
        owner: form.text("owner"),
        amended: read_amended(form, wrong),
        source: read_source(form, SOURCE, wrong),
        ..before.clone()
    }
}
