//! The words and bands by which risks are scored: two presets, and one's own.

use leptos::prelude::*;

use crate::domain::about::About;
use crate::domain::command::Command;
use crate::domain::matrix::Matrix;
use crate::domain::thing::Kind;
use crate::session::{Request, use_session};
use crate::views::pages::settings::matrix_fields::{Cells, MatrixFields};
use crate::views::pages::settings::now;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::words;

/// The matrix in force with its key, and the form for another one. Its version counts up with every change.
#[component]
pub fn MatrixSettings() -> impl IntoView {
    let matrix = use_session().select(&[Kind::About], |workspace, _| workspace.matrix());
    view! {
        <section aria-labelledby="matrix-head">
            <h2 id="matrix-head">"Risk matrix"</h2>
            {move || view! { <MatrixForm in_force=matrix.get() /> }}
        </section>
    }
}

#[component]
fn MatrixForm(in_force: Matrix) -> impl IntoView {
    let session = use_session();
    let form = Form::new("settings/matrix");
    let button = form.element("save");
    let cells = Cells::new(form, &in_force);
    let says = format!("Version {}. {}.", in_force.version, words::level::key(&in_force));
    let saved = button.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(before) = now(session) else { return };
        let mut wrong = Vec::new();
        let typed = cells.read(&mut wrong);
        let is_new = Matrix { version: in_force.version, ..typed.clone() } != in_force;
        let version = in_force.version + u32::from(is_new);
        let after = About { matrix: Some(Matrix { version, ..typed }), ..before.clone() };
        let saved = saved.clone();
        form.save(wrong, Command::Put { before: Some(before.into()), after: after.into() }, move || {
            session.say(format!("The risk matrix is saved as version {version}."));
            session.request(Request::Focus(saved));
        });
    };
    let preview =
        move || cells.typed().map(|matrix| format!("With what is typed: {}.", words::level::key(&matrix).to_lowercase()));
    view! {
        <form class="form" aria-label="Risk matrix" on:submit=save>
            <p>{says}</p>
            <ErrorSummary form=form />
            <div class="buttons">
                <button class="button button--quiet button--small" type="button" on:click=move |_| cells.fill(&Matrix::default())>"Fill in: high from 9"</button>
                <button class="button button--quiet button--small" type="button" on:click=move |_| cells.fill(&Matrix::high_from_twelve())>"Fill in: high from 12"</button>
            </div>
            <MatrixFields form=form cells=cells />
            <p role="status">{preview}</p>
            <div class="form__actions"><button class="button" type="submit" id=button>"Save the matrix"</button></div>
        </form>
    }
}
