//! Scoring a risk again, on the same grid, for a reason.

use leptos::prelude::*;

use crate::domain::command::{Command, Refusal};
use crate::domain::risk::{Risk, RiskId};
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::level_grid::{LevelGrid, level_of};
use crate::views::parts::text_field::{TextField, Typed};

/// The form for another score. It starts with nothing chosen.
#[component]
pub fn Rescore(
    /// Which.
    id: RiskId,
    /// The risk as it stands.
    risk: Memo<Option<Risk>>,
) -> impl IntoView {
    let session = use_session();
    let form = Form::new(format!("rescore/{id}"));
    let chosen = form.field("level", "");
    let reason = form.field("reason", "");
    let matrix = session.select(&[Kind::About], |workspace, _| workspace.matrix());
    let now = Signal::derive(move || risk.with(|risk| risk.as_ref().and_then(|risk| risk.level)));
    let legend = move || match risk.with(|risk| risk.as_ref().and_then(|risk| risk.reference.clone())) {
        Some(reference) => format!("New score for risk {reference}"),
        None => "New score for this risk".to_owned(),
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let reason_given = form.text("reason");
        let Some(to) = form.text("level").and_then(|key| level_of(&key)) else {
            let mut wrong = vec![Refusal::of("level", "Choose a likelihood and an impact in the grid.")];
            wrong.extend(reason_given.is_none().then(|| Refusal::of("reason", "Say why the score changes.")));
            form.refuse(wrong);
            return;
        };
        let was = now.get_untracked();
        let command = Command::RescoreRisk { risk: id.clone(), to, reason: reason_given.unwrap_or_default() };
        form.save(Vec::new(), command, move || {
            chosen.set(String::new());
            reason.set(String::new());
            session.say(match was {
                Some(was) => format!("The score is {}, was {}.", to.score(), was.score()),
                None => format!("The score is {}.", to.score()),
            });
        });
    };
    view! {
        <section aria-labelledby="rescore-head">
            <h2 id="rescore-head">"Score it again"</h2>
            <form class="form" on:submit=save>
                <ErrorSummary form=form />
                <LevelGrid form=form legend=Signal::derive(legend) value=chosen now=now matrix=matrix />
                <TextField form=form name="reason" label="Reason" value=reason typed=Typed::Text hint="What has changed, in a sentence. It stands in the history." />
                <div class="form__actions"><button class="button" type="submit">"Save the score"</button></div>
            </form>
        </section>
    }
}
