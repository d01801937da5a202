//! A line in editing in its table. Enter saves, Escape gives up.

use leptos::prelude::*;

use crate::domain::money::{Money, MoneyId};
use crate::session::{Request, use_session};
use crate::views::pages::savings::desk::{Desk, form_key};
use crate::views::pages::savings::line_fields::{USUAL, UsualFields, as_typed, save, typed};
use crate::views::pages::savings::lines::COLUMNS;
use crate::views::pages::savings::looking::Looking;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;

/// The usual fields over the width of the table, and the way to the others.
#[component]
pub fn EditRow(
    /// What is being worked on.
    desk: Desk,
    /// What is looked at.
    looking: Looking,
    /// Which line.
    line: MoneyId,
) -> impl IntoView {
    let session = use_session();
    let before = session.look(|open| open?.workspace.money.get(&line).cloned()).unwrap_or_else(|| Money::new(line.clone()));
    let form = Form::new(form_key(&line));
    let starts = StoredValue::new(as_typed(session, &before));
    let line = StoredValue::new(line);
    let leave = move || line.with_value(|line| desk.leave(line));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save(&form, session, &before, &typed(&form, &USUAL), false, move || {
            session.say("The line is saved.");
            leave();
        });
    };
    let give_up = move || {
        form.forget();
        leave();
    };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            give_up();
        }
    };
    let more = move |_| {
        desk.editing.set(None);
        desk.in_full.set(true);
        session.request(Request::Go(looking.state.with_untracked(|state| {
            crate::route::Route::Savings(crate::route::SavingsState { line: Some(line.get_value()), ..state.clone() })
        })));
    };
    view! {
        <tr role="row" class="table__row--chosen">
            <td role="cell" colspan=COLUMNS class="table__across">
                <form class="form" aria-label="Edit the line" on:submit=submit on:keydown=keys>
                    <ErrorSummary form=form />
                    <UsualFields form=form starts=starts />
                    <div class="form__actions">
                        <button class="button" type="submit">"Save"</button>
                        <button class="button button--plain" type="button" on:click=move |_| give_up()>"Cancel"</button>
                        <button class="button button--quiet" type="button" on:click=more>"More"<span class="visually-hidden">" about this line"</span></button>
                    </div>
                </form>
            </td>
        </tr>
    }
}
