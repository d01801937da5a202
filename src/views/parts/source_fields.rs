//! Where something is stated: a paper, a paragraph, and the paper's date.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::source::Source;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};

/// What the three fields are called in their form. The first is the name of the record's own field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceNames {
    /// The paper.
    pub paper: &'static str,
    /// The paragraph.
    pub paragraph: &'static str,
    /// The paper's date.
    pub dated: &'static str,
}

/// The source of a record.
pub const SOURCE: SourceNames = SourceNames { paper: "source", paragraph: "source-paragraph", dated: "source-dated" };

/// Three short fields that are answered together.
#[component]
pub fn SourceFields(
    /// The form that they belong to.
    form: Form,
    /// What they are called in it.
    names: SourceNames,
    /// What they start with.
    starts: Option<Source>,
) -> impl IntoView {
    let paragraph = starts.as_ref().and_then(|source| source.paragraph.clone()).unwrap_or_default();
    let dated = starts.as_ref().and_then(|source| source.dated).map(|date| date.to_string()).unwrap_or_default();
    let paper = form.field(names.paper, starts.map(|source| source.paper).unwrap_or_default());
    let paragraph = form.field(names.paragraph, paragraph);
    let dated = form.field(names.dated, dated);
    view! {
        <div class="form__row">
            <TextField form=form name=names.paper label="Paper" value=paper width=20 />
            <TextField form=form name=names.paragraph label="Paragraph" value=paragraph width=8 />
            <TextField form=form name=names.dated label="Date of the paper" value=dated typed=Typed::Date width=12 />
        </div>
    }
}

/// The source that was typed. A paragraph or a date without a paper goes to `wrong`.
pub fn read_source(form: &Form, names: SourceNames, wrong: &mut Vec<Refusal>) -> Option<Source> {
    let paper = form.text(names.paper);
    let paragraph = form.text(names.paragraph);
    let dated = form.date(names.dated, wrong);
    if paper.is_none() && (paragraph.is_some() || dated.is_some()) {
        wrong.push(Refusal::of(names.paper, "Name the paper, or clear its paragraph and date."));
    }
    Some(Source { paper: paper?, paragraph, dated })
}
