//! What the codes of papers stand for, under what names them: on screen and on paper, with nothing to press.

use leptos::prelude::*;

use crate::analysis::papers;
use crate::domain::source::Paper;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::session::use_session;

/// A line for each paper; nothing where none has a line in the workspace's list.
#[component]
pub fn PaperKey(
    /// Which are named.
    papers: Memo<Vec<Paper>>,
) -> impl IntoView {
    let line = |paper: Paper| {
        view! { <div class="papers__one"><dt class="papers__code">{paper.code}</dt><dd class="papers__name">{paper.name}</dd></div> }
    };
    move || {
        let papers = papers.get();
        (!papers.is_empty()).then(|| view! { <dl class="papers">{papers.into_iter().map(line).collect_view()}</dl> })
    }
}

/// The same for the page of a record: whatever it and what belongs to it name.
#[component]
pub fn PapersAround(
    /// The record.
    record: Subject,
) -> impl IntoView {
    let named = use_session().select(Kind::ALL, move |workspace, _| papers::around(workspace, &record));
    view! { <PaperKey papers=named /> }
}
