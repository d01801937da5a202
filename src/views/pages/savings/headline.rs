//! The few figures at the top of the page.

use leptos::prelude::*;

use crate::analysis::telling;
use crate::session::use_session;
use crate::views::pages::savings::looking::{KINDS, Looking};

/// The sum of the year, its target, and what is not reconciled.
#[component]
pub fn Headline(
    /// What is looked at.
    looking: Looking,
) -> impl IntoView {
    let figures = use_session().select_open(KINDS, move |open| {
        let Some(open) = open else { return Vec::new() };
        let (workspace, year) = (&open.workspace, looking.year.get());
        let programmes = year.map(|year| looking.question.with(|question| open.ledger().programmes(workspace, question, year)));
        looking.picture.with(|picture| {
            looking
                .answer
                .with(|answer| telling::headline(workspace, picture, answer, year, programmes.as_deref().unwrap_or_default()))
        })
    });
    let shown = move || {
        let one = |figure: telling::Figure| {
            view! {
                <div class="figures__one">
                    <dt class="figures__name">{figure.name}</dt>
                    <dd class="figures__value">{figure.value}</dd>
                    <dd class="figures__says">{figure.says}</dd>
                </div>
            }
        };
        figures.get().into_iter().map(one).collect_view()
    };
    view! { <dl class="figures">{shown}</dl> }
}
