//! One field on which people differ: what stood before, every value with who and when, and a tap that settles it.

use leptos::prelude::*;
use serde_json::Value;

use crate::domain::command::Command;
use crate::domain::subject::Subject;
use crate::session::{Request, use_session};
use crate::trail::{Choice, Disagreement, Statement};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::TextField;
use crate::views::parts::when::when;
use crate::views::parts::wording::Wording;

/// A block with its own heading. Each value has a button that makes it the one that counts, for everybody.
#[component]
pub fn Settle(
    /// What people differ on.
    one: Disagreement,
    /// Its heading.
    #[prop(into)]
    head: String,
    /// Where the record is to be seen, where it is not this page.
    #[prop(optional_no_strip)]
    to: Option<String>,
) -> impl IntoView {
    let session = use_session();
    let form = Form::new(format!("settle/{}/{}", one.record, one.field));
    let reason = form.field("reason", "");
    let (record, field) = (one.record.clone(), one.field.clone());
    let choose = Callback::new(move |choice: Choice| {
        let why = form.text("reason").unwrap_or_default();
        form.save(Vec::new(), command(&record, &field, choice, why), move || {
            session.say("Settled.");
            session.request(Request::Focus("page-title".to_owned()));
        });
    });
    let id = form.element("head");
    let heading = id.clone();
    let about_use = one.is_about_use();
    let before = one.before.clone();
    let statements = one.statements.into_iter().enumerate().map(|(place, statement)| {
        view! { <Stated statement=statement before=before.clone() is_shown=place == 0 choose=(!about_use).then_some(choose) /> }
    });
    let statements = statements.collect_view();
    let keep_or_remove = about_use.then(|| {
        view! {
            <div class="form__actions">
                <button class="button button--quiet" type="button" on:click=move |_| choose.run(Choice::Keep)>"Keep it"</button>
                <button class="button button--danger-quiet" type="button" on:click=move |_| choose.run(Choice::Remove)>"Remove it"</button>
            </div>
        }
    });
    view! {
        <section class="conflict" aria-labelledby=heading>
            <h2 class="conflict__head" id=id>{match to {
                Some(to) => view! { <a href=to>{head}</a> }.into_any(),
                None => head.into_any(),
            }}</h2>
            <form class="form" on:submit=|event| event.prevent_default()>
                <ErrorSummary form=form />
                {one.before.map(|before| view! { <p class="conflict__before">"Before: "{before}</p> })}
                <TextField form=form name="reason" label="Reason" hint="Say why first, then choose. Everybody sees it in the history." value=reason />
                <ul class="conflict__values">{statements}</ul>
                {keep_or_remove}
            </form>
        </section>
    }
}

#[component]
fn Stated(
    statement: Statement,
    before: Option<String>,
    is_shown: bool,
    #[prop(optional_no_strip)] choose: Option<Callback<Choice>>,
) -> impl IntoView {
    let session = use_session();
    let by = [Some(statement.who), Some(statement.council).filter(|council| !council.is_empty())].into_iter().flatten();
    let by = by.chain([when(statement.at, (session.device().now)())]).collect::<Vec<_>>().join(", ");
    let from = move || session.brought.with(|brought| brought.get(&statement.change).map(|file| format!(" Came in {file}.")));
    let is_text = matches!(statement.choice, Choice::Value(Value::String(_)));
    let said = statement.says.clone();
    let choice = StoredValue::new(statement.choice);
    view! {
        <li class="conflict__value">
            <p class="conflict__said"><Wording from=before.filter(|_| is_text) text=statement.says /></p>
            <p class="conflict__by">{by}"."{from}{is_shown.then_some(" Shown now.")}</p>
            {statement.why.map(|why| view! { <p class="conflict__by">"Why: "{why}</p> })}
            {choose.map(|choose| view! {
                <button class="button button--quiet button--small" type="button" on:click=move |_| choose.run(choice.get_value())>
                    "Choose this"<span class="visually-hidden">": "{said}</span>
                </button>
            })}
        </li>
    }
}

fn command(record: &Subject, field: &str, choice: Choice, reason: String) -> Command {
    let settle = |value| Command::Settle { record: record.clone(), field: field.to_owned(), value, reason: reason.clone() };
    match choice {
        Choice::Value(value) => settle(value),
        Choice::Keep => settle(Value::Null),
        Choice::Remove => Command::Withdraw { record: record.clone(), why: reason },
    }
}
