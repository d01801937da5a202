//! A report is begun: for which period, and in the writer's own drawer.

use leptos::prelude::*;

use crate::domain::command::{Command, Refusal};
use crate::domain::highlight::{HighlightId, begun, published};
use crate::domain::service::ServiceId;
use crate::route::Route;
use crate::session::{Request, Shelf, use_session};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};

/// One question, then the draft.
#[component]
pub fn Begin(
    /// On which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let form = Form::new(format!("highlight/begin/{id}"));
    let ending = form.field("ending", "");
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut wrong = Vec::new();
        let ending = form.date("ending", &mut wrong);
        let name = HighlightId::new(&session.new_id());
        let (Some(ending), Some(name)) = (ending, name) else {
            wrong.push(Refusal::of("ending", "Say on which day the period ends, such as 31 January 2011."));
            return form.refuse(wrong.into_iter().take(1).collect());
        };
        let is_taken = |open: Option<&crate::session::Open>| {
            open.is_some_and(|open| published(&open.workspace, &id).iter().any(|one| one.ending == Some(ending)))
        };
        if session.peek(is_taken) {
            let says =
                "A report for this period is published already, and never changes. Correct that one, or choose another day.";
            return form.refuse(vec![Refusal::of("ending", says)]);
        }
        let Some(draft) = session.peek(|open| Some(begun(&open?.workspace, name.clone(), &id, ending))) else { return };
        let to = Route::Highlight(id.clone(), name);
        form.save_to(Shelf::Drawer, wrong, Command::Put { before: None, after: draft.into() }, move || {
            session.say("A draft is begun. It stands on this device alone until it is published.");
            session.request(Request::Go(to));
        });
    };
    view! {
        <form class="form" aria-label="Begin a report" on:submit=save>
            <ErrorSummary form=form />
            <TextField form=form name="ending" label="Period ending" value=ending typed=Typed::Date width=12 hint="The last day that the report covers." />
            <div class="form__actions"><button class="button" type="submit">"Begin a report"</button></div>
        </form>
    }
}
