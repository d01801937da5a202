//! What the codes of papers stand for: typed once, shown under every figure that names one.

use leptos::prelude::*;

use crate::domain::about::About;
use crate::domain::command::{Command, Refusal};
use crate::domain::thing::Kind;
use crate::session::{Request, use_session};
use crate::views::pages::settings::now;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

/// The list, a line each.
#[component]
pub fn Papers() -> impl IntoView {
    let stated = use_session().select(&[Kind::About], |workspace, _| {
        workspace.settings().and_then(|about| about.papers.as_deref()).map(words::typed::papers_typed)
    });
    view! {
        <section aria-labelledby="papers-head">
            <h2 id="papers-head">"Papers"</h2>
            <p>"Figures name their papers by short codes. What each stands for is shown under every table and page that names it, and is printed with it."</p>
            // What an undo or another tab changes stands in the field at once; what was being typed stays as a draft.
            {move || view! { <PapersForm starts=stated.get().unwrap_or_default() /> }}
        </section>
    }
}

#[component]
fn PapersForm(starts: String) -> impl IntoView {
    let session = use_session();
    let form = Form::new("settings/papers");
    let button = form.element("save");
    let typed = form.field("papers", starts);
    let saved = button.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(before) = now(session) else { return };
        let papers = match words::typed::papers(&typed.get_untracked()) {
            Ok(papers) => Some(papers).filter(|papers| !papers.is_empty()),
            Err(says) => return form.refuse(vec![Refusal::of("papers", says)]),
        };
        let after = About { papers, ..before.clone() };
        let saved = saved.clone();
        form.save(Vec::new(), Command::Put { before: Some(before.into()), after: after.into() }, move || {
            session.say("The papers are saved.");
            session.request(Request::Focus(saved));
        });
    };
    view! {
        <form class="form" aria-label="Papers" on:submit=save>
            <ErrorSummary form=form />
            <TextField form=form name="papers" label="What each code stands for" value=typed typed=Typed::Text hint="A line for each paper: its code, a colon, and what it is called in full." />
            <div class="form__actions"><button class="button" type="submit" id=button>"Save the papers"</button></div>
        </form>
    }
}
