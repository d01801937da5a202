//! The words and bands by which risks are scored: two presets, and one's own.

use leptos::prelude::*;

use crate::domain::about::About;
use crate::domain::command::Command;
use crate::domain::matrix::Matrix;
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::pages::settings::matrix_fields::{Cells, MatrixFields};
use crate::views::pages::settings::now;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::words;

/// The matrix in force with its key, and the form for another one. Its version counts up with every change.
#[component]
pub fn MatrixSettings() -> impl IntoView {
    let session = use_session();
    let form = Form::new("settings/matrix");
    let matrix = session.select(&[Kind::About], |workspace, _| workspace.matrix());
    let cells = Cells::new(form, &matrix.get_untracked());
    let says = move || matrix.with(|matrix| format!("Version {}. {}.", matrix.version, words::level::key(matrix)));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(before) = now(session) else { return };
        let mut wrong = Vec::new();
        let typed = cells.read(&mut wrong);
        let in_force = matrix.get_untracked();
        let is_new = Matrix { version: in_force.version, ..typed.clone() } != in_force;
        let version = in_force.version + u32::from(is_new);
        let after = About { matrix: Some(Matrix { version, ..typed }), ..before.clone() };
        form.save(wrong, Command::Put { before: Some(before.into()), after: after.into() }, move || {
            session.say(format!("The risk matrix is saved as version {version}."));
        });
    };
    let preview =
        move || cells.typed().map(|matrix| format!("With what is typed: {}.", words::level::key(&matrix).to_lowercase()));
    view! {
        <section aria-labelledby="matrix-head">
            <h2 id="matrix-head">"Risk matrix"</h2>
            <form class="form" aria-label="Risk matrix" on:submit=save>
                <p>{says}</p>
                <ErrorSummary form=form />
                <div class="buttons">
                    <button class="button button--quiet button--small" type="button" on:click=move |_| cells.fill(&Matrix::default())>"Fill in: high from 9"</button>
                    <button class="button button--quiet button--small" type="button" on:click=move |_| cells.fill(&Matrix::high_from_twelve())>"Fill in: high from 12"</button>
                </div>
                <MatrixFields form=form cells=cells />
                <p role="status">{preview}</p>
                <div class="form__actions"><button class="button" type="submit">"Save the matrix"</button></div>
            </form>
        </section>
    }
}
